"""Whatever the bytes are, a document comes of them or a DocumentError, in a bounded time, and nothing else."""

import random
from collections.abc import Callable
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import DocumentError
from app.extract.documents import read_document
from app.facts import Document
from tests.extract.documents.pdf_files import paragraphs, pdf_of

NAMES = ("a.txt", "a.md", "a.html", "a.pdf", "a")
PAGE = (
    b"<!DOCTYPE html><html><head><meta charset='windows-1250'><title>Aid</title><meta name=pubdate content=2023-05-09>"
    b'<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2023-05-09"}</script></head><body>'
    b"<nav><a href='/'>Home</a></nav><article><h1>Aid</h1><p>Norway gave <b>five</b> boats<sup><a>1</a></sup>:</p>"
    b"<ul><li>one</li><li>two<ul><li>three</li></ul></li></ul><table><tr><td>a</td><td>b</td></tr></table>"
    b"<p hidden>no</p></article></body></html>"
)
PDF = pdf_of(
    [paragraphs("Aid", "Norway gave five\nboats to Fiji.", "\u2022 one\n\u2022 two"), paragraphs("More.")], title="Aid"
)
TEXT = "---\ntitle: Über £5\n---\n# Aid\n\nNorway gave £5 million – “for boats”.\n"
SAMPLES = {
    "page": PAGE,
    "pdf": PDF,
    "utf-8": TEXT.encode(),
    "windows-1252": TEXT.encode("cp1252"),
    "utf-16": TEXT.encode("utf-16"),
    "utf-32": TEXT.encode("utf-32"),
}
PARTS = (
    *(
        "<p>",
        "</p>",
        "<ul>",
        "<li>",
        "<td>",
        "<table>",
        "<br>",
        "<body>",
        "<b ",
        "<a href='",
        "hidden>",
        "<sup>1",
        "<time>",
    ),
    *("<!--", "-->", "<script>", "<![CDATA[", "&#0;", "&#xd800;", "&lt;", "\x00", "\x0b", "aid ", "\U0001f6a2"),
)
SECONDS = 5.0


def read(data: bytes, name: str) -> Document | None:
    start = process_time()
    document, refused = None, ""
    try:
        document = read_document(data, name)
    except DocumentError as error:
        refused = error.detail
    assert process_time() - start < SECONDS
    if document is None:
        assert refused.startswith(name)
        assert "\n" not in refused
        return None
    assert document.text.strip()
    assert not set(document.text) & set("\0\r")
    document.text.encode()
    return document


def flip(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def repeat(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    part = data[start : start + chance.randint(1, 60)]
    return data[:start] + part * chance.randint(2, 300) + data[start:]


def swap(data: bytes, chance: random.Random) -> bytes:
    one, two = sorted(chance.sample(range(len(data)), 2))
    return data[two:] + data[one:two] + data[:one]


@pytest.mark.parametrize("change", [flip, cut, repeat, swap], ids=lambda change: change.__name__)
@pytest.mark.parametrize("kind", SAMPLES)
def test_a_damaged_file_is_read_or_refused(kind: str, change: Callable[[bytes, random.Random], bytes]) -> None:
    assert read(SAMPLES[kind], "a") is not None
    chance = random.Random(f"{kind} {change.__name__}")
    for _ in range(40):
        data = change(SAMPLES[kind], chance)
        read(data, chance.choice(NAMES))


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(NAMES), st.sampled_from([b"", b"%PDF-1.7\n", b"<html>", b"\xff\xfe"]))
def test_any_bytes_are_read_or_refused(data: bytes, name: str, opening: bytes) -> None:
    read(opening + data, name)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(PARTS), max_size=40))
def test_any_markup_is_read_or_refused(parts: list[str]) -> None:
    read(f"<html>{''.join(parts)}".encode(), "a.html")
