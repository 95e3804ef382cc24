"""Whatever is in a file, the program waits a known time, says one thing, and nothing is left."""

import io
import os
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import pypdf
import pytest

from loftdb.core.errors import Refused
from loftdb.files.documents import confined, extract, pdf
from loftdb.files.documents.kinds import Kind
from tests.files.documents.making import HERE, TEXT, plain_word, raw_word, zipped
from tests.files.documents.making import pdf as made

PARAGRAPH = f"<w:p><w:r><w:t>{TEXT}</w:t></w:r></w:p>"


def refused(content: bytes, name: str = "a") -> str:
    with pytest.raises(Refused) as error:
        extract(name, content)
    [issue] = error.value.issues
    return issue.code


def encrypted(password: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(made([(72, 700, 11, TEXT)])))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_scanned_pdf_is_told_from_an_empty_file() -> None:
    assert (
        refused(made([], drawing="q 500 0 0 700 40 70 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q")) == "document_scanned"
    )
    assert refused(made([(500, 30, 9, "Sida 1")])) == "document_scanned"


def test_a_pdf_with_a_password_is_refused_and_one_only_protected_is_read() -> None:
    assert refused(encrypted("hemligt")) == "document_encrypted"
    assert refused((HERE / "locked.pdf").read_bytes()) == "document_encrypted"
    assert extract("a", encrypted("")) == TEXT


@pytest.mark.parametrize("cut", [9, 60, 300])
def test_a_truncated_pdf_is_refused_or_read_but_never_a_surprise(cut: int) -> None:
    assert refused(made([(72, 700, 11, TEXT)])[:cut]) in ("document_broken", "document_scanned")


def test_rubbish_in_a_pdf_or_word_file_is_broken() -> None:
    assert refused(b"%PDF-1.7\n" + os.urandom(5000)) == "document_broken"
    assert refused(b"PK\x03\x04" + bytes(range(256)) * 20) == "document_broken"
    assert refused(plain_word(TEXT)[:-300]) == "document_broken"
    assert refused(raw_word("<w:p>")) == "document_broken"


def test_a_pdf_of_three_thousand_pages_is_refused() -> None:
    assert refused(made(*([] for _ in range(3_001)))) == "document_pages"
    assert refused(made(*([] for _ in range(pdf.MOST_PAGES + 1)))) == "document_pages"


def test_a_pdf_with_too_much_text_is_refused_before_all_is_read() -> None:
    pages = ([(10, 100 + number, 1, "abcd efgh " * 400)] for number in range(400))
    assert refused(made(*pages)) == "document_long"


def test_other_office_files_are_of_another_kind() -> None:
    assert (
        refused(zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"}))
        == "document_kind"
    )
    assert refused(zipped({"xl/workbook.xml": b"<x/>"})) == "document_kind"


def test_a_zip_bomb_is_not_unpacked() -> None:
    assert refused(zipped({"word/document.xml": bytes(60_000_000)})) == "document_packed"
    assert refused(raw_word(PARAGRAPH, **{"word/media/a.png": bytes(60_000_000)})) == "document_packed"


def test_a_part_that_lies_about_its_size_does_not_burst() -> None:
    content = bytearray(raw_word(PARAGRAPH + f"<!--{'a' * 30_000_000}-->"))
    size = int.from_bytes(content[22:26], "little")
    wrong = (1000).to_bytes(4, "little")
    assert refused(bytes(content.replace(size.to_bytes(4, "little"), wrong))) in ("document_broken", "document_packed")


def test_a_file_of_very_many_parts_is_refused() -> None:
    assert refused(raw_word(PARAGRAPH, **{f"x/{number}": b"" for number in range(3_000)})) == "document_packed"


def test_a_word_file_with_a_password_on_its_parts_is_refused() -> None:
    content = bytearray(raw_word(PARAGRAPH))
    with zipfile.ZipFile(io.BytesIO(bytes(content))) as archive:
        start = archive.start_dir
    content[start + 8] |= 1
    assert refused(bytes(content)) == "document_encrypted"


@pytest.mark.parametrize(
    "before",
    ['<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
     '<!DOCTYPE x SYSTEM "http://127.0.0.1:1/x.dtd">',
     "<!DOCTYPE x [<!ENTITY a '" + "a" * 1000 + "'>" + "".join(
         f"<!ENTITY {new} '{f'&{old};' * 10}'>" for old, new in zip("abcdefgh", "bcdefghi", strict=True)) + "]>"],
    ids=["outside file", "outside dtd", "billion laughs"],
)  # fmt: skip
def test_entities_are_never_declared(before: str) -> None:
    assert refused(raw_word("<w:p><w:r><w:t>&e;&i;</w:t></w:r></w:p>", before)) == "document_broken"


def test_very_deep_xml_is_refused_without_a_crash_of_the_program() -> None:
    deep = "<w:ins>" * 100_000 + "</w:ins>" * 100_000
    assert refused(raw_word(f"<w:p>{deep}</w:p>")) in ("document_broken", "document_heavy")


def test_a_page_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    page = b"<div>" * 200_000 + b"x"
    with pytest.raises(Refused, match="document_slow"):
        confined.parsed(Kind.HTML, page, seconds=1)


@pytest.mark.skipif(sys.platform != "linux", reason="the limits are the platform's")
@pytest.mark.parametrize(
    ("deed", "said"),
    [
        ("bytearray(2 << 30)", "MemoryError"),
        ("open('x', 'wb', 0).write(b'9')", "File too large"),
    ],
)
def test_the_worker_can_take_no_more_memory_and_write_no_file(tmp_path: Path, deed: str, said: str) -> None:
    confined_deed = f"from loftdb.files.documents import worker; worker._confine(); {deed}"
    words = [sys.executable, "-W", "ignore", "-c", confined_deed]
    done = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert said in done.stderr


def test_nothing_is_left_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.chdir(tmp_path)
    refused(b"%PDF-1.7\n" + os.urandom(5000))
    refused(raw_word("<w:p>"))
    extract("../../a.pdf", made([(72, 700, 11, TEXT)]))
    assert list(tmp_path.iterdir()) == []
    assert capfd.readouterr() == ("", "")


def test_a_module_beside_the_caller_is_never_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit(3)")
    monkeypatch.chdir(tmp_path)
    assert extract("a", plain_word(TEXT)) == TEXT


def test_a_worker_that_dies_is_an_issue(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confined, "_WORKER", ("/bin/false",))
    assert refused(plain_word(TEXT)) == "document_heavy"
