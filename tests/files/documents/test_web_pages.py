"""Web pages: what is content stays, in lines; furniture and hidden parts go."""

import pytest

from loftdb.files.documents import web


def text_of(page: str) -> str:
    return web.text_of(page.encode(errors="replace"))


def read(body: str) -> list[str]:
    return [
        line for line in text_of(f"<html><head><title>T</title></head><body>{body}</body></html>").splitlines() if line
    ]


def test_blocks_are_lines_and_inline_elements_are_not() -> None:
    assert read("<h2>Polisen <em>lovar</em></h2><p>Minst <b>80</b>\n kontroller<br>per år</p><div>Slut</div>") == [
        "Polisen lovar", "Minst 80 kontroller", "per år", "Slut",
    ]  # fmt: skip


def test_list_items_have_bullets_whatever_kind_of_list() -> None:
    lists = "<ul><li>ett<ul><li>två</li></ul></li><li><p>tre</p></li></ul><ol><li>fyra</li><li></li></ol>"
    assert read(f"{lists}<p>fem</p>") == ["• ett", "• två", "• tre", "• fyra", "fem"]


def test_what_goes_on_in_an_item_is_indented_and_a_mark_is_not_doubled() -> None:
    assert text_of("<ul><li>ett<br>och mer</li><li>– två</li></ul>") == "• ett\n  och mer\n– två"


def test_headings_and_paragraphs_are_set_apart() -> None:
    assert text_of("<h1>A</h1><p>B</p><p>C</p><ul><li>D<li>E</ul>F") == "A\n\nB\n\nC\n\n• D\n• E\n\nF"


def test_a_row_of_a_table_is_a_line() -> None:
    rows = "<tr><th>Vad</th><th><p>Antal</p></th></tr><tr><td>Kontroller</td><td></td><td>80</td></tr>"
    assert read(f"<table>{rows}</table>") == ["Vad | Antal", "Kontroller | 80"]


def test_a_table_that_only_lays_out_keeps_its_blocks() -> None:
    assert read("<table><tr><td><h2>A</h2><p>B</p><ul><li>C</li></ul></td></tr></table>") == ["A", "B", "• C"]


@pytest.mark.parametrize(
    "furniture",
    ["<script>x</script>", "<style>x</style>", "<nav>x</nav>", "<header>x</header>", "<footer>x</footer>",
     "<aside>x</aside>", "<form>x</form>", "<div hidden>x</div>", "<div style='display: none'>x</div>",
     "<div aria-hidden=true>x</div>", "<div role=navigation>x</div>", "<span class='a sr-only'>x</span>",
     "<!-- x -->", "<noscript>x</noscript>", "<template>x</template>", "<iframe>x</iframe>",
     "<select><option>x</select>"],
)  # fmt: skip
def test_furniture_is_left_out(furniture: str) -> None:
    assert read(f"<p>a</p>{furniture}<p>b</p>") == ["a", "b"]


def test_a_form_around_the_page_and_the_header_of_an_article_are_content() -> None:
    assert read("<form><h1>A</h1><p>B</p></form>") == ["A", "B"]
    assert read("<article><header><h1>A</h1></header>B</article>") == ["A", "B"]


def test_a_marked_main_part_is_all_that_is_read_with_the_page_s_title() -> None:
    text = "Polisen lovar minst 80 trafikkontroller per år."
    assert read(f"<div>Meny</div><h1>Titel</h1><main><p>{text}</p></main><div>Fot</div>") == ["Titel", text]
    assert read(f"<div>Meny</div><h1>A</h1><main><h1>B</h1><p>{text}</p></main>") == ["B", text]


def test_an_empty_main_part_does_not_hide_the_page() -> None:
    assert read("<main></main><p>Hej</p>") == ["Hej"]


def test_entities_are_characters_and_markup_in_text_is_only_text() -> None:
    assert read("<p>&aring;&auml;&ouml; &ndash; 5&nbsp;st &lt;b&gt;</p>") == ["åäö – 5 st <b>"]


def test_preformatted_lines_are_lines() -> None:
    assert read("<pre>Polisen\n  lovar</pre>") == ["Polisen", "lovar"]


@pytest.mark.parametrize(
    "page", ["", "<", "</p>" * 100, "<p", "&#0;&#xD800;x", "<b>" * 5000 + "x", "<table><td>x<table><p>y"]
)
def test_any_page_at_all_is_read(page: str) -> None:
    assert isinstance(text_of(page), str)


def test_deep_nesting_needs_no_recursion() -> None:
    assert text_of("<span>" * 20_000 + "x") == "x"
