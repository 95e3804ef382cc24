from datetime import date

import numpy
import pandas

from loftdb.core.model import Standing
from loftdb.view.markup import tag
from loftdb.view.style import STYLE
from loftdb.view.tables import cell_text, table


def test_a_table_has_caption_scopes_and_a_region_that_the_keyboard_scrolls() -> None:
    drawn = table(["År", "Utfall"], [[2024, 1250]], "Per år")
    assert drawn == (
        '<div class="loft-scroll" role="region" tabindex="0" aria-label="Per år"><table class="loft-table">'
        '<caption>Per år</caption><thead><tr><th scope="col">År</th>'
        '<th scope="col" class="loft-number">Utfall</th></tr>'
        '</thead><tbody><tr><th scope="row">2024</th><td class="loft-number">1\u00a0250</td></tr></tbody></table></div>'
    )


def test_a_stacked_table_names_each_value_and_is_a_table_to_those_who_hear_it() -> None:
    drawn = table(["År", "Utfall"], [[2024, 1250]], "Per år", stacked=True)
    assert drawn == (
        '<table class="loft-table loft-stacked" role="table"><caption>Per år</caption><thead role="rowgroup">'
        '<tr role="row"><th scope="col" role="columnheader">År</th><th scope="col" role="columnheader">Utfall</th></tr>'
        '</thead><tbody role="rowgroup"><tr role="row"><th scope="row" role="rowheader">2024</th>'
        '<td data-name="Utfall" role="cell">1\u00a0250</td></tr></tbody></table>'
    )


def test_a_column_with_a_word_in_it_is_not_set_as_numbers() -> None:
    drawn = table(["a", "b"], [["x", 1], ["y", "ca 2"]], "c")
    assert "loft-number" not in drawn


def test_values_of_a_frame_are_read_as_python_s_own() -> None:
    frame = pandas.DataFrame({"a": ["x"], "b": pandas.array([None], "Int64"), "c": [numpy.float64(12.5)]})
    frame["d"] = pandas.to_datetime(["2024-03-15"])
    drawn = table(list("abcd"), frame.itertuples(index=False), "c")
    assert "<td>–</td>" in drawn
    assert '<td class="loft-number">12,5</td>' in drawn
    assert '<td class="loft-date">2024-03-15</td>' in drawn


def test_cells_are_escaped_unless_they_are_markup() -> None:
    drawn = table(["<a>", "b"], [["<i>", tag("b", "&")]], "<c>")
    assert "<i>" not in drawn
    assert "<b>&amp;</b>" in drawn
    assert 'aria-label="&lt;c&gt;"' in drawn


def test_labels_dates_and_nothing() -> None:
    assert [cell_text(value) for value in (Standing.ON_TRACK, date(2024, 3, 15), None)] == ["I fas", "2024-03-15", "–"]


def test_the_style_sheet_closes_every_brace_and_holds_no_markup() -> None:
    assert STYLE.count("{") == STYLE.count("}")
    assert "<" not in STYLE
