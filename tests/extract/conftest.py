"""Annotated sentences: what must be found is marked in the text, "<value>$300 million</value> in aid"."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest

from app.extract import extract
from app.extract.segments import Layout, segment
from app.facts import Document, Mention, Reading

# A tag of the markup: "<value>", "</value>"; not "<3".
_TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-z_]+)>")


@dataclass(frozen=True)
class Marked:
    """A text without its tags, and the marked words by tag in the order of the text."""

    text: str
    words: tuple[tuple[str, str], ...]

    def of(self, tag: str) -> list[str]:
        return [words for name, words in self.words if name == tag]


def read_marked(source: str, *, expects_nothing: bool = False) -> Marked:
    """The annotated text read. Raises ValueError for unbalanced tags, and for no tags unless that is meant."""
    plain, found, open_tags, at = "", [], [], 0
    for tag in _TAG.finditer(source):
        plain += source[at : tag.start()]
        at = tag.end()
        if not tag["close"]:
            open_tags.append((tag["name"], len(plain)))
            continue
        if not open_tags or open_tags[-1][0] != tag["name"]:
            raise ValueError(f"</{tag['name']}> closes nothing in {source!r}")
        name, start = open_tags.pop()
        found.append((start, name, plain[start:]))
    if open_tags:
        raise ValueError(f"<{open_tags[-1][0]}> is not closed in {source!r}")
    if not found and not expects_nothing:
        raise ValueError(f"nothing is marked in {source!r}")
    return Marked(plain + source[at:], tuple((name, words) for _, name, words in sorted(found)))


@dataclass(frozen=True)
class Read:
    """A reading with short ways to what tests ask."""

    reading: Reading

    def mentions(self, kind: str) -> list[Mention]:
        return [mention for mention in self.reading.mentions if mention.kind == kind]

    @property
    def packages(self) -> list[Mention]:
        return self.mentions("package")

    @property
    def items(self) -> list[Mention]:
        return self.mentions("line_item")

    @property
    def notes(self) -> list[Mention]:
        return self.mentions("coalition_note")

    def quotes(self, kind: str) -> list[str]:
        return [self.reading.document.quote(mention.anchor) for mention in self.mentions(kind)]

    def value(self, mention: Mention, field: str) -> object:
        """The preferred value of a field, None without a claim on it."""
        return next((claim.value for claim in mention.on(field)), None)

    def values(self, mention: Mention, field: str) -> list[object]:
        return [claim.value for claim in mention.on(field)]

    def evidence(self, mention: Mention, field: str) -> list[str | None]:
        document = self.reading.document
        return [None if claim.span is None else document.quote(claim.span) for claim in mention.on(field)]


ReadText = Callable[..., Read]


@pytest.fixture
def marked() -> Callable[..., Marked]:
    return read_marked


@pytest.fixture
def layout() -> Callable[[str], Layout]:
    return segment


@pytest.fixture
def read() -> ReadText:
    def read_text(
        text: str, *, published_on: date | None = None, publisher: str | None = None, title: str | None = None
    ) -> Read:
        return Read(extract(Document(text, title=title, publisher=publisher, published_on=published_on)))

    return read_text
