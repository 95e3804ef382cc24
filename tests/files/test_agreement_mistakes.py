"""Each way to get a data file wrong, marked where the mistake stands."""

import re

import pytest

from loftdb.core.errors import DataFileError, Refused
from loftdb.files.agreements import read_agreement
from loftdb.view.texts.issues import issue_text
from tests.files.agreement_example import EXAMPLE, read_text


def _mistakes(text: str | bytes) -> list[tuple[str, int]]:
    data = text if isinstance(text, bytes) else text.encode()
    with pytest.raises(DataFileError) as caught:
        read_agreement(data, "ort-2024.yaml")
    assert {issue.facts["file"] for issue in caught.value.issues} == {"ort-2024.yaml"}
    return [(issue.code, issue.facts["line"]) for issue in caught.value.issues]


MISTAKES = {
    "a word is written twice": (
        "district: LPO Orten",
        "district: LPO Orten\ndistrict: LPO Norr",
        "file_key_twice @ district: LPO Norr",
    ),
    "an unknown key": (
        "district: LPO Orten",
        "district: LPO Orten\nowner: Polisen",
        "file_key_unknown @ owner: Polisen",
    ),
    "an unknown key deep down": ("{key: norra, name", "{color: blue, key: norra, name", "file_key_unknown"),
    "a list as a key": ("district: LPO Orten", "district: LPO Orten\n[a]: b", "file_key_unknown @ [a]: b"),
    "a missing key": (
        "  - {promise: kontroller, key: tobak, year: 2024, count: 55,",
        "  - {promise: kontroller, key: tobak, year: 2024,",
        "file_key_missing",
    ),
    "a key without a value": (
        "    summary: Kommunen besöker skolor.",
        "    summary:",
        "file_key_missing @   - id: skolor",
    ),
    "an empty text": ("by: Samordnare", 'by: " "', "file_text_empty"),
    "too long a title": ("title: Skolor", "title: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "file_text_long"),
    "a list for a text": ("by: Samordnare", "by: [a]", "file_type"),
    "a text for a list": ("parties: []", "parties: police", "file_type"),
    "a text for a record": ("period: {first: 2024-01-01, last: 2025-12-31}", "period: 2024", "file_type"),
    "a null in a list": ("parties: []", "parties: [~]", "file_type"),
    "a word for a number": ("value: 30", "value: trettio", "file_type"),
    "a fraction": ("value: 30", "value: 30.5", "file_type"),
    "no occasions": ("value: 30", "value: 0", "file_number"),
    "a number beyond reason": ("value: 30", "value: 1000001", "file_number"),
    "a range that is none": ("range, value_max: 5", "range, value_max: 3", "file_number"),
    "a date that is none": ("on: 2024-02-01", "on: 2024-02-30", "file_type"),
    "a date in another order": ("on: 2024-02-01", "on: 1/2 2024", "file_type"),
    "a word for a truth": ("sensitive: true", "sensitive: ja", "file_type"),
    "a month in words": ("first: 2024-09", "first: september", "file_type"),
    "a thirteenth month": ("last: 2024-11", "last: 2024-13", "file_type"),
    "a day for a month": ("last: 2024-11", "last: 2024-11-30", "file_type"),
    "an unreadable id": ("id: skolor", "id: Skolor & ungdom", "file_type"),
    "a municipality's name for its code": (
        "municipalities: [0114, 1486]",
        "municipalities: [0114, Strömstad]",
        "file_type",
    ),
    "a code in no county": (
        "code: 1486",
        "code: 1686",
        "file_type @ code: 1686",
        "file_municipality_unknown @ municipalities: [0114, 1486]",
    ),
    "a party that is none": ("parties: []", "parties: [polisen]", "file_word"),
    "a kind that is none": ("kind: list", "kind: checklist", "file_word"),
    "an interval that is none": ("other_per: year", "other_per: decade", "file_word"),
    "a comparator that is none": ('comparator: ">="', "comparator: minst", "file_word"),
    "a recurrence that is none": ("recurrence: per_meeting", "recurrence: often", "file_word"),
    "a precision that is none": ("precision: at_least", "precision: ca", "file_word"),
    "an id used twice": ("id: skolor", "id: kontroller", "file_duplicate"),
    "a title used twice": ("title: Skolor", "title: Kontroller", "file_duplicate"),
    "a position used twice": ("position: 2", "position: 1", "file_duplicate"),
    "a position out of order": ("position: 2", "position: 4", "file_order"),
    "a problem area's rank left out": ("rank: 2", "rank: 3", "file_order"),
    "a problem area's rank used twice": ("rank: 2", "rank: 1", "file_duplicate"),
    "a problem area twice": ("name: Narkotika", "name: Trafik", "file_duplicate"),
    "a municipality twice": (
        "code: 1486, name: Strömstad",
        "code: 0114, name: Strömstad",
        "file_duplicate @ code: 0114, name: Strömstad",
        "file_municipality_unknown @ [0114, 1486]",
    ),
    "a party twice": ("parties: []", "parties: [police, police]", "file_duplicate"),
    "a list item twice": (
        "      - {key: norra, name: Norra skolan}",
        "      - {key: norra, name: Norra skolan}\n      - {key: norra, name: Nya skolan}",
        "file_duplicate @ - {key: norra, name: Nya skolan}",
    ),
    "a list item's name twice": (
        "      - {key: norra, name: Norra skolan}",
        "      - {key: norra, name: Norra skolan}\n      - {key: nya, name: Norra skolan}",
        "file_duplicate @ - {key: nya, name: Norra skolan}",
    ),
    "a duty twice": ("id: motet", "id: hosten", "file_duplicate"),
    "a measure's key twice": (
        "key: tobak, singular",
        "key: alkohol, singular",
        "file_duplicate @ key: alkohol, singular",
        "file_measure_unknown @ promise: kontroller",
    ),
    "a figure twice": (
        "  - {promise: kontroller",
        "  - {promise: kontroller, key: tobak, year: 2024, count: 1, precision: exact, source: A}\n"
        "  - {promise: kontroller",
        "file_duplicate @ count: 55",
    ),
    "a code outside the agreement": (
        "municipalities: [0114, 1486]",
        "municipalities: [0114, 1435]",
        "file_municipality_unknown",
    ),
    "a joint promise that starts elsewhere": (
        "municipalities: [0114, 1486]",
        "municipalities: [1486, 0114]",
        "file_home_not_first",
    ),
    "a joint promise of nobody": ("municipalities: [0114, 1486]", "municipalities: []", "file_list_short"),
    "a period that ends before it begins": ("last: 2025-12-31", "last: 2023-12-31", "file_backwards"),
    "a window that ends before it begins": ("last: 2024-11", "last: 2024-08", "file_backwards"),
    "a window before the period": ("first: 2024-09", "first: 2023-09", "file_date_outside"),
    "a window two years late": ("last: 2024-11", "last: 2027-01", "file_date_outside"),
    "a version from the same day as the first": (
        "valid_from: 2025-01-01",
        "valid_from: 2024-01-01",
        "file_target_order",
    ),
    "a version before the one above it": (
        "decision: § 4, reason: Fler}",
        "decision: § 4, reason: Fler}\n"
        "          - {value: 4, comparator: '=', per: year, valid_from: 2024-06-01, decision: § 5, reason: Färre}",
        "file_target_order @ valid_from: 2024-06-01",
    ),
    "a period until the end of time": ("last: 2025-12-31", "last: 9999-12-31", "file_date_far"),
    "a day before there were such agreements": ("on: 2024-02-01", "on: 0024-02-01", "file_date_far"),
    "a month far off": ("last: 2024-11", "last: 2101-01", "file_date_far"),
    "a version outside the period": ("valid_from: 2025-01-01", "valid_from: 2026-01-01", "file_date_outside"),
    "a figure outside the period": ("year: 2024", "year: 2023", "file_date_outside"),
    "a figure for a promise that is not there": ("promise: kontroller", "promise: tillsyn", "file_measure_unknown"),
    "a figure for a promise that is not counted": (
        "promise: kontroller, key: tobak",
        "promise: miljo",
        "file_measure_unknown",
    ),
    "a published figure of nothing": ("count: 55", "count: 0", "file_number"),
    "an agreement that replaces itself": ("replaces: ort-2022", "replaces: ort-2024", "file_replaces_itself"),
    "every other whole period": (
        "per: month, every: 2, average: true",
        "per: term, every: 2",
        "file_key_out_of_place",
    ),
    "an average of the only period": ("per: month, every: 2,", "per: term,", "file_key_out_of_place"),
    "an average of years": ("per: month, every: 2,", "per: year,", "file_key_out_of_place"),
    "no period and no interpretation": (
        'comparator: "=", per: month, every: 2, average: true',
        'comparator: "="',
        "file_key_needed",
    ),
    "every without a period": (
        '            comparator: ">="',
        '            comparator: ">="\n            every: 2',
        "file_key_out_of_place @ every: 2\n",
    ),
    "an interpretation that nobody made": (
        "              by: Samordnare\n",
        "",
        "file_key_missing @ interpretation:",
    ),
    "a range without its upper end": (", value_max: 5", "", "file_key_needed"),
    "an upper end without a range": (
        'comparator: ">="',
        'comparator: ">="\n            value_max: 40',
        "file_key_out_of_place @ value_max: 40",
    ),
    "a version without its decision": (", decision: § 4", "", "file_key_needed"),
    "a second version that replaces the first from the start": (
        ", valid_from: 2025-01-01, decision: § 4, reason: Fler",
        "",
        "file_key_needed",
    ),
    "a count of nothing": (
        "parties: [municipality], kind: quality",
        "parties: [municipality], kind: count",
        "file_key_needed",
    ),
    "a list of nothing": (
        "parties: [municipality], kind: quality",
        "parties: [municipality], kind: list",
        "file_key_needed",
    ),
    "a count with a list": ("kind: list", "kind: count", "file_key_out_of_place @     items:\n"),
    "a quality promise that counts": (
        "kind: list",
        "kind: quality",
        "file_key_out_of_place @     measures:\n      - singular",
        "file_key_out_of_place @     items:\n",
    ),
    "a counted promise that does not say what counts": (
        "    occasion: Ett besök.\n",
        "",
        "file_key_needed @   - id: skolor",
    ),
    "an occasion of nothing": ("kind: quality}", "kind: quality, occasion: Ljus.}", "file_key_out_of_place"),
    "a secret that is announced": (
        "sensitive: true",
        "sensitive: true\n    announced: true",
        "file_key_out_of_place @ announced",
    ),
    "an announced nothing": ("kind: quality}", "kind: quality, announced: true}", "file_key_needed"),
    "a third party without a name": ("    third_parties: [Väktare]\n", "", "file_key_needed @   - id: kontroller"),
    "two measures without keys": (
        "{key: tobak, singular",
        "{singular",
        "file_key_needed @ - {singular: timme",
        "file_measure_unknown @ promise: kontroller",
    ),
    "a single measure with a key": (
        "      - singular: besök",
        "      - key: besok\n        singular: besök",
        "file_key_out_of_place @ key: besok",
    ),
    "a single duty without a window": (",\n     window: {first: 2024-09, last: 2024-11}", "", "file_key_needed"),
    "a window for every meeting": (
        "recurrence: per_meeting",
        "recurrence: per_meeting, window: {first: 2024-01, last: 2024-02}",
        "file_key_out_of_place",
    ),
    "a predecessor of no agreement": ("replaces: ort-2022\n", "", "file_key_needed @ predecessor: tillsyn"),
    "another id than the file's name": ("id: ort-2024", "id: ort-2025", "file_id_not_file_name"),
    "a telephone number": ("source: Medborgarlöfte för orten.", "source: Ring 054-12 34 56.", "file_personal_data"),
    "an e-mail address": (
        "source: Medborgarlöfte för orten.",
        "source: Skriv till a.b@polisen.se.",
        "file_personal_data",
    ),
    "a personnummer": ("source: Medborgarlöfte för orten.", "source: Se 850101-1234.", "file_personal_data"),
    "a samordningsnummer": ("wording: Så står det.", "wording: Gäller 19850161-1234.", "file_personal_data"),
    "a tag": ("title: Skolor", "title: !!python/name:os.system Skolor", "file_not_plain"),
    "a harmless tag": ("title: Skolor", "title: !!str Skolor", "file_not_plain"),
    "an anchor": ("title: Skolor", "title: &skolor Skolor", "file_not_plain"),
    "an alias": (
        "    heading: Polisen\n    title: Kontroller",
        "    heading: &a Polisen\n    title: *a",
        "file_not_plain",
        "file_not_plain @ title: *a",
    ),
    "a merge": ("parties: []", "parties: []\n    <<: {sensitive: true}", "file_key_unknown @ <<: {sensitive: true}"),
    "a key out of line": ("district: LPO Orten", " district: LPO Orten", "file_syntax"),
    "an open bracket": ("parties: []", "parties: [", "file_syntax_bracket @ kind: list"),
    "a tab": ("district: LPO Orten", "	district: LPO Orten", "file_syntax_tab"),
    "two documents": ("published:", "---\npublished:", "file_syntax_documents @ ---"),
    "text in a new document": ("parties: []", "parties: []\n---\na: b", "file_syntax_documents @ ---"),
    "a colon in a text": ("title: Skolor", "title: Skolor: alla", "file_syntax_colon"),
    "a sign that begins no text": ("title: Skolor", "title: @skolor", "file_syntax"),
    "a title of two lines": ("title: Skolor", r'title: "Sko\nlor"', "file_text_lines"),
    "a text of two paragraphs": ("wording: Så står det.", "wording: |-\n      Så\n      står", "file_text_lines"),
    "a title that is turned around": ("title: Skolor", r'title: "Sko\u202elor"', "file_text_character"),
    "a title that rings": ("title: Skolor", r'title: "Sko\alor"', "file_text_character"),
    "a word with a mark that is not seen": ("kind: list", r'kind: "\u200blist"', "file_text_character"),
    "a character that is none": ("title: Skolor", "title: Sko\x07lor", "file_encoding"),
}
"""What is wrong: the words replaced, the faulty words, and each code, at the line that the faulty words begin on or at
the first line with some other words."""


def _faulty(old: str, new: str, *expected: str) -> tuple[str, list[tuple[str, int]]]:
    assert old in EXAMPLE
    text = EXAMPLE.replace(old, new, 1)
    return text, sorted(_place(text, *code.partition(" @ ")[::2], EXAMPLE.index(old)) for code in expected)


def _place(text: str, code: str, words: str, otherwise: int) -> tuple[str, int]:
    return code, text[: text.index(words) if words else otherwise].count("\n") + 1


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told_with_its_line_and_nothing_else_is(mistake):
    text, expected = _faulty(*mistake)
    assert sorted(_mistakes(text)) == expected


def test_all_the_mistakes_of_a_file_are_told_at_once_in_its_order():
    text = (
        EXAMPLE.replace("code: 1486", "code: 9999").replace("id: miljo", "id: skolor").replace("value: 30", "value: x")
    )
    text = text.replace("title: Medborgarlöfte 2024–2025\n", "").replace("count: 55", "count: -1")
    codes = [code for code, _ in _mistakes(text)]
    assert codes == [
        "file_key_missing",
        "file_type",
        "file_municipality_unknown",
        "file_type",
        "file_duplicate",
        "file_number",
    ]


def test_what_is_not_utf8_is_told_with_its_line():
    assert _mistakes(EXAMPLE.encode().replace("Väktare".encode(), "Väktare".encode("latin-1"))) == [
        ("file_encoding", 1 + EXAMPLE[: EXAMPLE.index("Väktare")].count("\n"))
    ]


@pytest.mark.parametrize("data", [b"", b"# only a comment\n", b"- a\n", b"a word\n"])
def test_a_file_without_an_agreement_is_refused(data):
    assert [code for code, _ in _mistakes(data)] == ["file_type"]


def test_a_file_saved_with_a_byte_order_mark_is_read():
    assert read_agreement(b"\xef\xbb\xbf" + EXAMPLE.encode(), "ort-2024.yaml") == read_text(EXAMPLE)


def test_a_billion_laughs_are_refused_without_being_laughed():
    laughs = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert _mistakes(laughs).count(("file_not_plain", 9)) == 10


def test_a_quote_left_open_is_told_where_it_began():
    with pytest.raises(DataFileError) as caught:
        read_text('id: ort-2024\ntitle: "Medborgarlöfte\ndistrict: LPO\n')
    assert (caught.value.issues[0].code, caught.value.issues[0].facts["began"]) == ("file_syntax_open", 2)


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_a_bottomless_file_is_refused_at_the_line_where_it_gets_too_deep(opening):
    assert _mistakes(f"# ett\n# två\n{opening * 5000}") == [("file_deep", 3)]


def test_what_the_yaml_parser_says_is_told_in_swedish():
    for text in (
        "a: [b",
        'a: "b',
        "\ta: b",
        "a: b: c",
        "a: b\n---\nc: d",
        "a: `b",
        "a: b\n c: d",
        "a: b\n...\nc: d",
        'a: "\\q"',
    ):
        with pytest.raises(DataFileError) as caught:
            read_text(text)
        said = issue_text(caught.value.issues[0])
        assert not {"found", "expected", "mapping", "while", "None"} & set(re.findall(r"\w+", said)), said


def test_an_issue_carries_the_path_and_what_was_wanted():
    """comparator: minst"""
    with pytest.raises(Refused) as caught:
        read_text(EXAMPLE.replace('comparator: ">="', "comparator: minst"))
    (issue,) = caught.value.issues
    assert issue.field == "promises.2.measures.1.targets.1.comparator"
    assert issue.facts["value"] == "minst"
    assert issue.facts["allowed"] == (">=", "=", "<=", "range")
