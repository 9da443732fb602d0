"""What one source says, as plain data: documents, mentions and claims. Shared by reading, resolution and storage.

Offsets count Unicode code points in the stored text, and `text[start:end]` is the quote, always. Ids are hashes of
what they name, so the same document read twice gives the same ids.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, NamedTuple

Json = Any
MentionKind = Literal["package", "line_item", "coalition_note"]
Method = Literal["stated", "inferred", "curated", "corrected"]

# Fields of a package that hold several values; those of EVIDENCED_LISTS carry the evidence in each value.
PACKAGE_LISTS = ("authority", "announced_by")
EVIDENCED_LISTS = ("statements", "dates", "stated_totals")
# Fields of a coalition note that hold several values.
NOTE_LISTS = ("actors", "items")

SHORT_ID = 16  # hex digits of a mention's id that name its line item or note
CONTEXT = 32  # code points of prefix and suffix around a quote: enough to tell two equal quotes apart


class Span(NamedTuple):
    """A half-open range of code points in a document's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """A text as it is stored: UTF-8 with LF and no BOM, without front matter, with what is known of it.

    `warnings` tell how it was read; they are no part of what it says.
    """

    text: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published_on: date | None = None
    media_type: str = "text/plain"
    warnings: tuple[str, ...] = field(default=(), compare=False)

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def id(self) -> str:
        """The first 16 hex digits of the text's SHA-256."""
        return self.sha256[:16]

    def quote(self, span: Span) -> str:
        return self.text[span.start : span.end]

    def prefix(self, span: Span) -> str:
        return self.text[max(0, span.start - CONTEXT) : span.start]

    def suffix(self, span: Span) -> str:
        return self.text[span.end : span.end + CONTEXT]


class Claim(NamedTuple):
    """One statement about one field of one mention. A span of None says that no words of the text carry it."""

    field: str
    value: Json
    span: Span | None
    rule: str
    method: Method = "stated"


@dataclass(frozen=True, slots=True)
class Mention:
    """What one source says of one package, line item or coalition note, anchored at a span of its text.

    Claims on the same field stand in the order of preference. `parent` is the package's mention: None for a package,
    and for a note that belongs to none.
    """

    source: str
    kind: MentionKind
    anchor: Span
    parent: str | None = None
    claims: tuple[Claim, ...] = ()

    @property
    def id(self) -> str:
        """A hash of the source's id, the kind and the anchoring span (64 hex digits): what `digest` makes of them."""
        # Every mention is asked for it, and two strings are written faster alone than within a list.
        start, end = self.anchor
        words = f"[{canonical(self.source)},{canonical(self.kind)},{start},{end}]"
        return hashlib.sha256(words.encode()).hexdigest()

    def on(self, name: str) -> Iterator[Claim]:
        """The claims on one field, the preferred one first."""
        return (claim for claim in self.claims if claim.field == name)


@dataclass(frozen=True, slots=True)
class JudgedAmount:
    """An amount of money in a text, and what reading took it for: `role` says as what, `reason` why, in words.

    role: value (of a package), one of the kinds of stated totals, recalled, part, civil, conversion or none.
    """

    span: Span
    amount: int
    currency: str
    role: str
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that was read from one document: its mentions, packages before their parts, and warnings in words.

    `amounts` tells of each amount of money in the text, in its order, why it was taken or left.
    """

    document: Document
    mentions: tuple[Mention, ...] = ()
    warnings: tuple[str, ...] = field(default=())
    amounts: tuple[JudgedAmount, ...] = ()


def claim_id(mention: str, claim: Claim) -> str:
    """A hash of mention, field, value and span; not of the rule's name, which may change without the fact."""
    return digest(mention, claim.field, claim.value, claim.span)


_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def canonical(value: Json) -> str:
    """JSON with sorted keys and no spaces, in which equal values are equal strings."""
    return _CANONICAL.encode(value)


def digest(*parts: Json) -> str:
    return hashlib.sha256(canonical(parts).encode()).hexdigest()
