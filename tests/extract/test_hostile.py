"""Ten thousand documents that nobody would write: whatever stands in one, it is read or refused, and never raises.

Each is made from a seed of its own, so that one that fails can be made again: `document_of(number)`.
"""

import random
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from time import process_time
from typing import Any

import pytest

from app.errors import DocumentError
from app.extract import extract
from app.extract.documents import read_document
from app.extract.recognisers.money import LARGEST as LARGEST_AMOUNT
from app.extract.recognisers.quantities import LARGEST as LARGEST_QUANTITY
from app.extraction import extraction
from app.facts import Reading, Span
from app.settings import ROOT
from tests.library import SEED

DOCUMENTS = 10_000
BATCHES = 10
AGAIN_EACH = 25  # one document in so many is read twice, and made records of
SECONDS = 2.0  # of one short document, on a slow machine
LONGEST = 1500

NAMES = ("a.txt", "a.md", "a.html", "a")
PUBLISHERS = (None, "The White House", "Government of Canada", "Riga Evening Gazette")
DAYS = (None, date(2024, 5, 15), date(1970, 1, 1), date.max)
TEXTS = [path.read_text(encoding="utf-8") for path in (SEED, *sorted((ROOT / "tests" / "announcements").glob("*.txt")))]
# What rules react to, and what they must bear.
SCRAPS = (
    *("7", "0", "1,000", "9,999,999,999,999", "$", "€", "£", "¥", "kr", "₴5 ", "US$", "%", "2022", "31/02/2023"),
    *('"', "“", "”", "'", "’", "«", "(", ")", "[", "]", "{", "}", "((", "\n- ", "\n• ", "\n1. ", "\n\n", "\n## ", "\t"),
    *(
        "January ",
        " Feb. 30 ",
        "May 9, 2023",
        " on Tuesday",
        "December",
        " today ",
        "since ",
        " million",
        " bn",
        " each",
    ),
    *(", ", "; ", ": ", " — ", " and ", "...", "?", "!", "Q ", "MR. ROE: ", "506(a)(1)", " not ", " will send ", "a "),
    *("\x00", "\x0b", "\x85", "\u2028", "\u200b", "\u202f", "\ufeff", "\U0001f6a2", "İ", "ß", "ﬁ", "٣", "²", "e\u0301"),
)


def cut(text: str, chance: random.Random) -> str:
    return text[: chance.randint(1, len(text))]


def swap(text: str, chance: random.Random) -> str:
    """The text with two of its words in each other's place."""
    words = text.split(" ")
    one, two = chance.randrange(len(words)), chance.randrange(len(words))
    words[one], words[two] = words[two], words[one]
    return " ".join(words)


def repeat(text: str, chance: random.Random) -> str:
    start = chance.randrange(len(text))
    part = text[start : start + chance.randint(1, 40)]
    return text[:start] + part * chance.randint(2, 12) + text[start:]


def flip(text: str, chance: random.Random) -> str:
    """The text with one sign raised, lowered or made another one."""
    at = chance.randrange(len(text))
    other = chance.choice([text[at].swapcase(), chr(ord(text[at]) ^ 1), chr(chance.randrange(32, 0x2FFF))])
    return text[:at] + other + text[at + 1 :]


def splice(text: str, chance: random.Random) -> str:
    """The text up to some place, and from there on another one."""
    other = chance.choice(TEXTS)
    return text[: chance.randint(1, len(text))] + other[chance.randrange(len(other)) :]


def delete(text: str, chance: random.Random) -> str:
    start = chance.randrange(len(text))
    return text[:start] + text[start + chance.randint(1, 30) :]


def insert(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(SCRAPS) + text[at:]


CHANGES: tuple[Callable[[str, random.Random], str], ...] = (cut, swap, repeat, flip, splice, delete, insert, insert)


def mutated(chance: random.Random) -> bytes:
    whole = chance.choice(TEXTS)
    start = chance.randrange(len(whole) // 2)
    text = whole[start : start + chance.randint(30, 900)]
    for _ in range(chance.randint(1, 8)):
        text = chance.choice(CHANGES)(text, chance)[:LONGEST] or "a"
    return text.encode(chance.choice(("utf-8", "utf-8", "utf-8", "utf-16", "cp1252")), "replace")


def scraps(chance: random.Random) -> bytes:
    return "".join(chance.choice(SCRAPS) for _ in range(chance.randint(10, 120))).encode()


def letters(chance: random.Random) -> bytes:
    """Signs of any script; half of a surrogate pair among them is left out, as no encoding has it."""
    codes = (
        chance.choice((chance.randrange(128), chance.randrange(0x3000), chance.randrange(0x110000))) for _ in range(150)
    )
    return "".join(map(chr, codes)).encode("utf-8", "ignore")


def signs(chance: random.Random) -> bytes:
    return chance.randbytes(chance.randint(30, 400))


MAKERS: tuple[Callable[[random.Random], bytes], ...] = (mutated, mutated, mutated, mutated, scraps, letters, signs)


def document_of(number: int) -> tuple[bytes, str, dict[str, Any]]:
    """The bytes, the name and the metadata of a document by its number, always the same."""
    chance = random.Random(number)
    data = chance.choice(MAKERS)(chance)
    return data, chance.choice(NAMES), {"publisher": chance.choice(PUBLISHERS), "published_on": chance.choice(DAYS)}


def read(number: int) -> Reading | None:
    """The reading of a document; None for one that is refused, in a sentence."""
    data, name, known = document_of(number)
    try:
        document = read_document(data, name, **known)
    except DocumentError as error:
        complaint = error.detail
    else:
        return extract(document)
    assert complaint.startswith(name)
    return None


def spans(reading: Reading) -> Iterator[Span]:
    for mention in reading.mentions:
        yield mention.anchor
        yield from (claim.span for claim in mention.claims if claim.span is not None)
    yield from (one.span for one in reading.amounts)


def amounts(reading: Reading) -> Iterator[int]:
    for mention in reading.mentions:
        for claim in mention.claims:
            if claim.field in ("value", "authorization", "stated_totals"):
                yield claim.value["amount"]


def check(reading: Reading) -> None:
    text = reading.document.text
    for span in spans(reading):
        assert 0 <= span.start < span.end <= len(text)
    for mention in reading.mentions:
        if mention.kind == "coalition_note":
            assert next(mention.on("text")).value == text[mention.anchor.start : mention.anchor.end]
        if mention.kind == "line_item":
            words = text[mention.anchor.start : mention.anchor.end]
            assert next(mention.on("description")).value == " ".join(words.split())
        assert all(0 <= claim.value <= LARGEST_QUANTITY for claim in mention.on("quantity"))
    assert all(0 < amount <= LARGEST_AMOUNT for amount in amounts(reading))
    ids = [mention.id for mention in reading.mentions]
    assert len(ids) == len(set(ids))


def check_quotes(reading: Reading) -> None:
    for row in evidence(extraction("a", reading, explain=True)):
        assert row["quote"] == reading.document.text[row["start"] : row["end"]]


def evidence(node: Any) -> Iterator[dict[str, Any]]:
    """Every part of an extraction that has a quote."""
    if isinstance(node, dict) and node.get("quote") is not None:
        yield node
    for value in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from evidence(value)


@pytest.mark.parametrize("batch", range(BATCHES))
def test_what_nobody_would_write_is_read_without_an_error(batch: int) -> None:
    counts: Counter[str] = Counter()
    for number in range(batch, DOCUMENTS, BATCHES):
        started = process_time()
        try:
            reading = read(number)
            if reading is None:
                counts["refused"] += 1
                continue
            check(reading)
            counts["read"] += 1
            counts.update({mention.kind for mention in reading.mentions})
            if number // BATCHES % AGAIN_EACH == 0:
                assert read(number) == reading
        except Exception as error:
            raise AssertionError(f"document_of({number}): {error!r}") from error
        assert process_time() - started < SECONDS, f"document_of({number})"
    # That the documents reach deep into the rules, and are not all refused at the door.
    assert counts["read"] > DOCUMENTS / BATCHES / 2
    assert min(counts[kind] for kind in ("package", "line_item", "coalition_note")) > DOCUMENTS / BATCHES / 20, counts
