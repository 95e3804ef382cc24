"""A receipt is drawn where it was left: once, once more for a double tap, and never to who comes back later."""

import pytest
from streamlit.testing.v1 import AppTest

from loftdb.ui import receipts


def page() -> None:
    import streamlit as st  # noqa: PLC0415 - AppTest runs this function as a script of its own

    from loftdb.ui.receipts import Receipt, leave, take  # noqa: PLC0415 - as above

    if st.button("Spara"):
        leave(("form", 1), Receipt("Sparat."))
        st.rerun()
    for place in (("form", 2), ("form", 1)):
        if left := take(place):
            st.write(f"{place[1]} {left.sentence}")


def said(app: AppTest) -> list[str]:
    return [each.value for each in app.markdown]


def test_a_receipt_is_drawn_in_its_place_and_stays_for_the_second_tap() -> None:
    app = AppTest.from_function(page).run()
    assert said(app) == []
    assert said(app.button[0].click().run()) == ["1 Sparat."]
    assert said(app.run()) == ["1 Sparat."]
    assert said(app.run()) == []


def test_who_comes_back_later_has_read_it(monkeypatch: pytest.MonkeyPatch) -> None:
    app = AppTest.from_function(page).run()
    assert said(app.button[0].click().run()) == ["1 Sparat."]
    monkeypatch.setattr(receipts, "monotonic", lambda: float("1e12"))
    assert said(app.run()) == []
