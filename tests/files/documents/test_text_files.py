"""Text files of every encoding that Swedish programs write, and what a file is by its content."""

import pytest

from loftdb.core.errors import Refused
from loftdb.files.documents import LARGEST, LONGEST, extract
from tests.files.documents.making import TEXT, pdf, plain_word


def refused(name: str, content: bytes) -> str:
    with pytest.raises(Refused) as error:
        extract(name, content)
    [issue] = error.value.issues
    return issue.code


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_swedish_letters_survive_every_encoding(encoding: str) -> None:
    assert extract("a.txt", f"{TEXT} – Åmål".encode(encoding)) == f"{TEXT} – Åmål"


def test_utf_16_of_both_orders_is_read_by_its_mark() -> None:
    assert extract("a.txt", b"\xfe\xff" + TEXT.encode("utf-16-be")) == TEXT


def test_a_byte_that_no_encoding_explains_is_shown() -> None:
    assert extract("a.txt", b"p\xe5 v\xe4g 1\x81") == "på väg 1\ufffd"


def test_a_stray_control_character_does_not_make_a_text_something_else() -> None:
    assert extract("a.txt", b"\x01" + TEXT.encode() * 3) == "\x01" + TEXT * 3


def test_the_content_decides_not_the_name() -> None:
    assert extract("a.docx", TEXT.encode()) == TEXT
    assert extract("a.txt", pdf([(72, 700, 11, TEXT)])) == TEXT
    assert extract("a.pdf", plain_word(TEXT)) == TEXT
    assert extract("a.txt", f"<!DOCTYPE html><p>{TEXT}</p>".encode()) == TEXT


def test_the_name_helps_where_the_content_says_little() -> None:
    fragment = f"Hej <p>{TEXT}</p>".encode()
    assert extract("a.html", fragment) == f"Hej\n\n{TEXT}"
    assert extract("a.txt", fragment) == fragment.decode()


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "C:\\x\\..\\y.txt", "a\0b.pdf", "x" * 10_000])
def test_a_name_is_only_a_name(name: str) -> None:
    assert extract(name, TEXT.encode()) == TEXT


@pytest.mark.parametrize("content", [b"", b" \n\t ", b"\xef\xbb\xbf", b"<html><body></body></html>", b"---\n***"])
def test_a_file_without_text_is_refused(content: bytes) -> None:
    assert refused("a.txt", content) == "document_empty"


def test_a_file_is_refused_by_its_size_and_its_text_by_its_length() -> None:
    assert refused("a.txt", b"a" * (LARGEST + 1)) == "document_large"
    assert refused("a.txt", b"a" * (LONGEST + 1)) == "document_long"
    assert len(extract("a.txt", b"a" * LONGEST)) == LONGEST


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "document_old_word"),
     (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "document_encrypted"),
     (b"\x89PNG\r\n\x1a\n" + bytes(20), "document_image"),
     (b"\xff\xd8\xff\xe0" + bytes(20), "document_image"),
     (b"{\\rtf1\\ansi Polisen}", "document_kind"),
     (b"MIME-Version: 1.0\nContent-Type: multipart/related", "document_kind"),
     (b"\x7fELF" + bytes(range(256)), "document_kind"),
     (b"text\0text", "document_kind")],
)  # fmt: skip
def test_what_is_not_read_is_told_apart(content: bytes, code: str) -> None:
    assert refused("a.txt", content) == code
