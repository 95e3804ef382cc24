"""Choices that stand in the address."""

from streamlit.testing.v1 import AppTest


def page() -> None:
    import streamlit as st  # noqa: PLC0415 - AppTest runs this source alone

    from loftdb.ui.address import Address  # noqa: PLC0415 - AppTest runs this source alone

    address = Address("test")
    options = ["2023", "2024", "2025"] if st.checkbox("Tre år", value=True) else ["2023", "2024"]

    def draw(key: str, first: str) -> str:
        return st.selectbox("År", options, options.index(first), key=key)

    st.write(address.choose("ar", options, "2024", draw, "År"))
    address.write()


def asked(year: str | None) -> AppTest:
    app = AppTest.from_function(page)
    if year:
        app.query_params["ar"] = year
    return app.run()


def shown(app: AppTest) -> list[str]:
    return [each.value for each in app.markdown]


def test_the_default_is_shown_and_left_out_of_the_address() -> None:
    app = asked(None)
    assert shown(app) == ["2024"]
    assert "ar" not in app.query_params


def test_the_address_chooses() -> None:
    assert shown(asked("2025")) == ["2025"]


def test_what_is_chosen_by_hand_is_written_and_stays() -> None:
    app = asked("2025")
    app.selectbox[0].set_value("2023").run()
    assert (shown(app), app.query_params["ar"]) == (["2023"], "2023")
    assert shown(app.run()) == ["2023"]


def test_a_new_address_overrules_what_was_chosen_before() -> None:
    app = asked("2025")
    app.selectbox[0].set_value("2023").run()
    app.query_params["ar"] = "2024"
    assert shown(app.run()) == ["2024"]


def test_an_option_that_is_gone_gives_way_to_the_default() -> None:
    app = asked("2025")
    app.checkbox[0].uncheck().run()
    assert (shown(app), app.query_params["ar"]) == (["2024"], "2024")
    assert not app.warning


def test_an_unknown_value_is_answered_with_what_is_shown_instead() -> None:
    app = asked("1999")
    assert shown(app) == ["2024"]
    assert "”1999” finns inte att visa" in app.warning[0].value
    assert app.query_params["ar"] == "1999"
