import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import DocumentError
from app.extract.documents import read_document
from app.facts import Document

ARTICLE = "Aid for Fiji\n\nNew Zealand gave boats.\n"


def test_front_matter_is_taken_off_and_its_keys_are_read() -> None:
    head = "---\ntitle: Boats\npublisher: RNZ\nurl: https://example.org/a\npublished_on: 2024-03-01\nmood: glad\n---\n"
    document = read_document((head + ARTICLE).encode(), "boats.md")
    assert document.text == ARTICLE
    assert (document.title, document.publisher, document.url) == ("Boats", "RNZ", "https://example.org/a")
    assert document.published_on == date(2024, 3, 1)
    assert document.media_type == "text/markdown"


def test_arguments_win_over_front_matter() -> None:
    data = f"---\ntitle: Boats\npublished_on: 2024-03-01\n---\n{ARTICLE}".encode()
    document = read_document(data, "a.txt", title="Ships", published_on=date(2024, 3, 2))
    assert (document.title, document.published_on) == ("Ships", date(2024, 3, 2))
    assert document.media_type == "text/plain"


def test_the_text_keeps_everything_but_byte_order_mark_and_carriage_returns() -> None:
    document = read_document("\ufeff Aid \r\n\r\n  for Fiji\t\rnow  \n\n".encode(), "a.txt")
    assert document.text == " Aid \n\n  for Fiji\t\nnow  \n\n"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Aid for Fiji\n\nMore.", "Aid for Fiji"),
        ("# Aid for Fiji\nMore.", "Aid for Fiji"),
        ("Boats came to Fiji.\n\nMore.", None),
        ("Aid for Fiji\nMore.", None),
        ("Aid for Fiji", None),
    ],
)
def test_a_headline_is_a_first_line_with_a_blank_line_behind(text: str, title: str | None) -> None:
    assert read_document(text.encode(), "a.txt").title == title


@pytest.mark.parametrize("text", ["---", "---\n", "---\nAid for Fiji", "---\ntitle: Aid", "----\ntitle: a\n---\nb"])
def test_a_ruler_that_nothing_closes_is_text(text: str) -> None:
    assert read_document(text.encode(), "a.txt").text == text


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("1_000", "1_000"),
        ("yes", "yes"),
        ("2024-03-01", "2024-03-01"),
        ("0x" + "f" * 5000, "0x" + "f" * 5000),
        ("' Aid\n  for  Fiji '", "Aid for Fiji"),
        ("~", None),
        ("", None),
        ("[a, b]", None),
    ],
)
def test_a_title_is_the_words_that_were_written(written: str, title: str | None) -> None:
    document = read_document(f"---\ntitle: {written}\n---\nNorway gave boats.".encode(), "a.txt")
    assert document.title == title


@pytest.mark.parametrize("written", ["2024-03-01T10:00:00Z", "2024-03-01 10:00:00 +0200", "'2024-03-01'"])
def test_a_moment_of_publication_is_its_day(written: str) -> None:
    document = read_document(f"---\npublished_on: {written}\n---\nNorway gave boats.".encode(), "a.txt")
    assert document.published_on == date(2024, 3, 1)


def test_front_matter_is_found_behind_byte_order_marks_and_with_carriage_returns() -> None:
    document = read_document("\ufeff\ufeff---\r\ntitle: Boats\r\n---\r\nNorway gave boats.".encode(), "a.txt")
    assert (document.title, document.text) == ("Boats", "Norway gave boats.")


def test_an_argument_that_no_database_stores_is_refused() -> None:
    with pytest.raises(DocumentError, match="half a surrogate pair"):
        read_document(b"Norway gave boats.", "a.txt", publisher="\udfff")


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "white space"),
        (b"\xef\xbb\xbf\n", "white space"),
        (b"aid\0aid", "NUL"),
        (b"aid \xff", "not UTF-8"),
        (b"---\ntitle: [a\n---\ntext", "not valid YAML"),
        (b"---\n- a\n---\ntext", "not a mapping"),
        (b"---\npublished_on: soon\n---\ntext", "no date"),
        (b"---\npublished_on: 2024-02-31\n---\ntext", "no date"),
        (b"---\npublished_on: 2024-03-011\n---\ntext", "no date"),
        (b"---\npublished_on: [2024-03-01]\n---\ntext", "a list or mapping"),
        (b"---\na: &a [b, b]\npublished_on: [*a, *a]\n---\ntext", "aliases"),
        (b"---\ntitle: a\ntitle: b\n---\ntext", "'title' stands there twice"),
        (b'---\ntitle: "\\ud800"\n---\ntext', "half a surrogate pair"),
        (b'---\nurl: "a\\0b"\n---\ntext', "NUL"),
        (b"---\ntitle: " + b"[" * 3000 + b"\n---\ntext", "not valid YAML"),
        (b"---\ntitle: a\n---\n  \n", "no text after"),
    ],
)
def test_a_document_that_cannot_be_read_says_why_and_begins_with_its_name(data: bytes, complaint: str) -> None:
    with pytest.raises(DocumentError) as caught:
        read_document(data, "boats.txt")
    assert caught.value.detail.startswith("boats.txt ")
    assert complaint in caught.value.detail


@given(st.binary(max_size=200) | st.binary(max_size=80).map(lambda data: b"---\n" + data + b"\n---\ntext"))
def test_any_bytes_give_a_document_or_a_document_error(data: bytes) -> None:
    try:
        document = read_document(data, "any.txt")
    except DocumentError:
        return
    assert isinstance(document, Document)
    assert "\r" not in document.text


@given(st.text(alphabet="title: \n-[]{}'\"&*!%0123456789Z_.pubhedon", max_size=60))
def test_any_front_matter_gives_a_document_or_a_document_error(head: str) -> None:
    with contextlib.suppress(DocumentError):
        read_document(f"---\n{head}\n---\nAid".encode(), "any.md")
