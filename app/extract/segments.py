"""A text as headings, paragraphs, list items and sentences, each with its offsets in the stored text."""

import re
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from app.extract.language import sentences
from app.extract.phrases import Phrases, finder, lower, words_of
from app.facts import Span

BlockKind = Literal["heading", "paragraph", "item"]

# What opens a list item: "- 20 boats", "• drones", "2. rifles"; not "-20 degrees" and not "2.5 tons".
_BULLET = re.compile(r"[ \t]*(?:[-*•–—·‣▪]{1,2}|\d{1,2}[.)])[ \t]+(?=\S)")
# What opens a Markdown heading: "## Aid"; not "#aid".
_MARKDOWN_HEADING = re.compile(r"[ \t]*#{1,6}[ \t]+(?=\S)")
# A line that ends a sentence: "for Kyiv."; not "for Kyiv and".
_CLOSED = re.compile(r"[.!?:;…][\"'”’)\]]*\s*\Z")
# A line that says that a list comes: "will include:"; not "at 10:30".
_OPENS_LIST = re.compile(r":\s*\Z")

# A verb, which makes a line a sentence: "Germany is the second"; not "20 Marder IFVs".
_VERB = re.compile(r"\b(?:is|are|was|were|will|would|has|have|had|should|said|says)\b")

# Makes a tuple of a kind of its values, in half the time that calling the kind takes.
_new = tuple.__new__

_HEADING_LENGTH = 200
_LISTED_LENGTH = 100
_WRAPPED_LENGTH = 50


class Block(NamedTuple):
    """A heading, a paragraph or a list item; `lead` is the block that announced the list that an item stands in."""

    kind: BlockKind
    span: Span
    lead: int | None = None


@dataclass(eq=False, slots=True)  # not frozen, which makes each one slower; nothing changes it
class Sentence:
    """A sentence; `index` is its place in the document, `block` that of its block.

    `lower` is its text in lower case, with straight quotes and plain spaces, of the same length: for looking cues up.
    `words` are the runs of letters in it, `figure` is where its first figure stands (-1 for none), `phrases` are those
    of all vocabularies in it. `memo` keeps what was worked out from it alone.
    """

    index: int
    block: int
    kind: BlockKind
    span: Span
    text: str
    lower: str
    words: frozenset[str]
    figure: int
    phrases: Phrases
    memo: dict[object, Any] = field(default_factory=dict)

    def at(self, start: int, end: int) -> Span:
        """Offsets in this sentence as a span of the document."""
        first = self.span[0]
        return _new(Span, (first + start, first + end))


@dataclass(frozen=True, slots=True)
class Layout:
    text: str
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]


class _Line(NamedTuple):
    start: int
    text: str

    @property
    def blank(self) -> bool:
        return not self.text.strip()


def segment(text: str) -> Layout:
    """The layout of a text. Sentences never reach over the end of a block."""
    blocks = tuple(_blocks(text))
    found: list[Sentence] = []
    for number, (kind, (first, last), _) in enumerate(blocks):
        source = text[first:last]
        for start, end in sentences(source):
            span = _new(Span, (first + start, first + end))
            found.append(_sentence(len(found), number, kind, span, source[start:end]))
    return Layout(text, blocks, tuple(found))


def _sentence(index: int, block: int, kind: BlockKind, span: Span, text: str) -> Sentence:
    lowered = lower(text)
    words, figure = words_of(lowered)
    return Sentence(index, block, kind, span, text, lowered, words, figure, finder().find(text, lowered, words))


def _lines(text: str) -> list[_Line]:
    lines, at = [], 0
    for line in text.split("\n"):
        lines.append(_new(_Line, (at, line)))
        at += len(line) + 1
    return lines


def _blocks(text: str) -> list[Block]:
    lines = _lines(text)
    blocks: list[Block] = []
    lead: int | None = None
    last_other: int | None = None
    bulleted = False
    number = 0
    while number < len(lines):
        line = lines[number]
        number += 1
        if line.blank:
            continue
        marker = _BULLET.match(line.text)
        bulleted = bool(blocks) and blocks[-1].kind == "item" and bulleted
        listed = marker is not None or (lead is not None and not bulleted and _looks_listed(line.text))
        bulleted = marker is not None or (bulleted and listed)
        if not listed and lead is not None:
            lead = None
        last = line
        while number < len(lines) and _continues(last, lines[number], listed):
            last = lines[number]
            number += 1
        heading = _MARKDOWN_HEADING.match(line.text)
        alone = last is line and _looks_like_heading(lines, number - 1)
        opening = (marker or heading).end() if (marker or heading) else 0  # type: ignore[union-attr]
        span = _trimmed(text, line.start + opening, last.start + len(last.text))
        kind: BlockKind = "item" if listed else "heading" if heading or alone else "paragraph"
        opener = last_other if lead is None else lead
        blocks.append(Block(kind, span, opener if listed else None))
        last_other = last_other if listed else len(blocks) - 1
        if not listed and text.endswith(":", *span):
            lead = len(blocks) - 1
    return blocks


def _looks_listed(line: str) -> bool:
    words = line.strip()
    if len(words) > _LISTED_LENGTH or _OPENS_LIST.search(words) or ". " in words or ": " in words:
        return False
    return _VERB.search(words) is None


def _continues(line: _Line, following: _Line, listed: bool) -> bool:
    """Whether the next line is the rest of this one, which was broken for its width."""
    if following.blank or _BULLET.match(following.text) or _MARKDOWN_HEADING.match(following.text):
        return False
    words = following.text.lstrip()
    if listed:
        return following.text[:1] in " \t" and not _CLOSED.search(line.text)
    wrapped = len(line.text.rstrip()) >= _WRAPPED_LENGTH or words[:1].islower() or words[:1].isdigit()
    return wrapped and not _CLOSED.search(line.text)


def _looks_like_heading(lines: list[_Line], number: int) -> bool:
    """A short line that ends no sentence and has a blank line (or the end of the text) after it."""
    words = lines[number].text.strip()
    if len(words) > _HEADING_LENGTH or _CLOSED.search(words) or words.endswith(","):
        return False
    return number + 1 >= len(lines) or lines[number + 1].blank


def _trimmed(text: str, start: int, end: int) -> Span:
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return Span(start, end)
