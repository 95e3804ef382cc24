"""Addresses inside the program."""

from streamlit.testing.v1 import AppTest


def page() -> None:
    import streamlit as st  # noqa: PLC0415 - AppTest runs this source alone

    from loftdb.ui.links import href, promise_link  # noqa: PLC0415 - AppTest runs this source alone

    st.write(href("oversikt"), href("lofte", lofte="a/b", ar=None), href("oversikt", kommun="Åmål"))
    st.write(promise_link("a/b", 2024))


def test_addresses_carry_their_parameters_and_leave_out_null() -> None:
    shown = " ".join(each.value for each in AppTest.from_function(page).run().markdown)
    assert shown == "./ ./lofte?lofte=a%2Fb ./?kommun=%C3%85m%C3%A5l ./lofte?lofte=a%2Fb&ar=2024"


def test_addresses_keep_who_the_visitor_is() -> None:
    app = AppTest.from_function(page)
    app.query_params["roll"] = "Läsare"
    assert "./?roll=L%C3%A4sare&kommun=%C3%85m%C3%A5l" in " ".join(each.value for each in app.run().markdown)
