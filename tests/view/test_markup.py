from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from loftdb.view.markup import Html, escaped, joined, literal, tag


class Texts(HTMLParser):
    """Collects the text and the tags that a browser would see."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


@given(st.text(st.characters(exclude_characters="\r\x00", exclude_categories=["Cs", "Cc"])))
def test_whatever_is_written_is_shown_and_never_run(text: str) -> None:
    parsed = Texts(tag("p", text, title=text))
    assert parsed.tags == ["p"]
    assert parsed.text == text


def test_markup_is_not_escaped_twice() -> None:
    assert tag("p", tag("b", "å & ä")) == "<p><b>å &amp; ä</b></p>"
    assert escaped(Html("<br>")) == "<br>"


def test_an_attribute_cannot_end_itself() -> None:
    assert tag("a", "x", href='"><script>') == '<a href="&quot;&gt;&lt;script&gt;">x</a>'


def test_null_children_and_attributes_are_left_out() -> None:
    assert tag("i", None, "x", title=None, hidden=False, open=True, aria_label="å", class_="b") == (
        '<i open aria-label="å" class="b">x</i>'
    )


def test_a_blank_line_in_a_note_never_ends_the_block() -> None:
    assert "\n" not in joined(tag("p", "ett\n\ntvå", title="ett\n\ntvå"))


def test_literal_text_is_no_markdown() -> None:
    assert literal("[a](b) **c** :red[d] $x$ <i>") == (
        r"\[a\](b) \*\*c\*\* \:red\[d\] \$x\$ \<i\>"
    )  # fmt: skip
    assert literal("Åmål 3, ”x”") == "Åmål 3, ”x”"


def test_literal_text_is_linked_by_no_looks() -> None:
    for looks in ("https://a.se", "HTTP://a.se", "www.a.se", "WWW.a.se", "a@b.se"):
        assert looks not in literal(looks).replace("\\", "")
        assert literal(looks).replace("\\", "").replace("\u2060", "") == looks
