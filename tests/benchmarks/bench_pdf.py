"""Writing a document of ten pages, against an empty page."""

from dataclasses import replace

from loftdb.files.pdf.typesetting import pdf
from tests.benchmarks.timing import in_turn, report
from tests.files.pdf.examples import a_document
from tests.files.pdf.structure import read


def test_writing_ten_pages() -> None:
    whole = a_document()
    long = replace(whole, parts=whole.parts * 4)
    pages = len(read(pdf(long)).pages)
    empty = replace(whole, parts=())
    taken = in_turn({"long": lambda: pdf(long), "empty": lambda: pdf(empty)})
    report(
        f"a document of {pages} pages as PDF, to an empty one",
        taken["long"] / taken["empty"],
        25,
        f"{taken['long']:.0f} ms",
    )
