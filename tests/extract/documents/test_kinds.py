"""Which files are documents at all, and which libraries a document loads."""

import subprocess
import sys

import pytest

from app.errors import DocumentError
from app.extract.documents import read_document


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"PK\x03\x04rest", "aid.docx", "office document. Save the text as PDF"),
        (b"\xd0\xcf\x11\xe0rest", "aid.doc", "old office document"),
        (b"{\\rtf1 Aid}", "aid.rtf", "rich text document"),
        (b"\x89PNG\r\n\x1a\n", "aid.png", "picture"),
        (b"\x1f\x8b\x08rest", "aid.txt", "compressed"),
        (b"donor,amount\nNO,5\n", "aid.csv", "is a table"),
        (b"PK\x03\x04rest", "aid.xlsx", "office document"),
    ],
)
def test_a_file_that_is_no_document_is_refused_with_what_to_do(data: bytes, name: str, words: str) -> None:
    with pytest.raises(DocumentError) as caught:
        read_document(data, name)
    assert caught.value.detail.startswith(f"{name} is ")
    assert words in caught.value.detail


@pytest.mark.parametrize("name", ["release", "release.asc", "-", "standard input"])
def test_a_name_without_a_known_suffix_leaves_it_to_the_content(name: str) -> None:
    assert read_document(b"Norway gave boats.", name).media_type == "text/plain"
    assert read_document(b"<!doctype html><p>Norway gave boats.", name).media_type == "text/html"


@pytest.mark.parametrize("words", ["", "app.extract.documents.read_document('Norway gave £5.'.encode(), 'a.txt')"])
def test_nothing_is_loaded_before_a_document_needs_it(words: str) -> None:
    heavy = "{'trafilatura', 'htmldate', 'lxml', 'pypdf', 'charset_normalizer', 'spacy'}"
    code = f"import sys, app.cli, app.ingest, app.api.factory, app.extract.documents; {words}\n"
    code += f"sys.exit(', '.join({heavy} & set(sys.modules)) or None)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_reading_says_nothing_on_standard_error() -> None:
    """The libraries log what they find odd in a file; a command line's user reads one line a file."""
    code = """
from app.errors import DocumentError
from app.extract.documents import read_document
for data in (b"%PDF-1.7\\nhello", b"<html>", b"<html><p>Norway gave boats.", b"aid \\xff", b"Aid \\x80 5 million."):
    try:
        read_document(data, "a")
    except DocumentError:
        pass
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert (done.stdout, done.stderr) == ("", "")
