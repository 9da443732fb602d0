"""From mentions to records: which mentions are one package, which claim wins each field, what the record says.

Pure: the same mentions give the same records in any order. A record has the shape that is served, apart from what
only the store knows (slug, revision, moments).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from app.facts import EVIDENCED_LISTS, NOTE_LISTS, PACKAGE_LISTS, SHORT_ID, Claim, Document, Json, Mention, canonical
from app.rates import in_usd

ITEM_FIELDS = ("description", "system", "category", "kind", "caliber", "quantity", "quantity_qualifier", "unit")
EVIDENCE_FIELDS = (
    "title",
    "nature",
    "donor",
    "recipient",
    "program",
    "mechanism",
    "value",
    "announced",
    "authorization",
)
METHOD_ORDER = {"corrected": 0, "stated": 1, "curated": 1, "inferred": 2}
WINNER_RULE = "correction first, then stated before inferred, then the first in the order of the reading"


@dataclass(frozen=True, slots=True)
class Part:
    """A line item or coalition note: `record` is as served, without its package."""

    id: str
    mention: str
    position: int
    record: dict[str, Json]


@dataclass(frozen=True, slots=True)
class Package:
    """A package without a slug: `record` is its row in a list, `detail` what only the whole record has."""

    mentions: tuple[str, ...]
    stem: str
    record: dict[str, Json]
    detail: dict[str, Json]
    line_items: tuple[Part, ...]
    notes: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Resolution:
    """The packages that mentions make, the notes that belong to none, and warnings in words."""

    packages: tuple[Package, ...]
    notes: tuple[Part, ...]
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Said:
    """A claim with the mention that makes it and the text that it was read from."""

    mention: Mention
    claim: Claim
    document: Document

    def evidence(self) -> dict[str, Json]:
        span = self.claim.span
        assert span is not None
        return {
            "source": self.mention.source,
            "quote": self.document.quote(span),
            "prefix": self.document.prefix(span),
            "suffix": self.document.suffix(span),
            "start": span.start,
            "end": span.end,
            "method": self.claim.method,
            "rule": self.claim.rule,
        }

    @property
    def as_stated(self) -> str | None:
        return None if self.claim.span is None else self.document.quote(self.claim.span)


def resolve(mentions: Iterable[Mention], documents: Mapping[str, Document]) -> Resolution:
    """The records of these mentions. `documents` has the text of every source that they name, by its id."""
    ordered = sorted(mentions, key=lambda mention: (mention.source, mention.anchor, mention.id))
    parts: dict[str | None, list[Mention]] = {}
    for mention in ordered:
        if mention.kind != "package":
            parts.setdefault(mention.parent, []).append(mention)
    warnings: list[str] = []
    packages = tuple(
        _package(cluster, parts, documents, warnings)
        for cluster in cluster_packages(mention for mention in ordered if mention.kind == "package")
    )
    notes = tuple(
        _note(mention, position, documents)
        for position, mention in enumerate(
            mention for mention in parts.get(None, []) if mention.kind == "coalition_note"
        )
    )
    return Resolution(packages, notes, tuple(warnings))


def cluster_packages(mentions: Iterable[Mention]) -> list[tuple[Mention, ...]]:
    """Which mentions are one package. Two mentions of one source never are; those of several sources stay apart."""
    return [(mention,) for mention in mentions]


def _package(
    cluster: Sequence[Mention],
    parts: Mapping[str | None, Sequence[Mention]],
    documents: Mapping[str, Document],
    warnings: list[str],
) -> Package:
    said = [_Said(mention, claim, documents[mention.source]) for mention in cluster for claim in mention.claims]
    fields = _by_field(said)
    record = _facts(fields, warnings)
    children = list(chain.from_iterable(parts.get(mention.id, ()) for mention in cluster))
    items = [mention for mention in children if mention.kind == "line_item"]
    notes = [mention for mention in children if mention.kind == "coalition_note"]
    record |= {
        "line_item_count": len(items),
        "coalition_note_count": len(notes),
        "sources": [source_reference(documents[source]) for source in sorted({mention.source for mention in cluster})],
        "conflicts": _conflicts(fields),
        "candidates": [],
        "review": {"status": "extracted", "by": None, "at": None},
    }
    detail: dict[str, Json] = {name: _evidenced(fields.get(name, [])) for name in EVIDENCED_LISTS}
    detail["evidence"] = {
        name: _evidence(fields[name], None if name in PACKAGE_LISTS else _winner(fields[name]).claim.value)
        for name in EVIDENCE_FIELDS + PACKAGE_LISTS
        if name in fields
    }
    return Package(
        mentions=tuple(mention.id for mention in cluster),
        stem=slug_stem(record),
        record=record,
        detail=detail,
        line_items=tuple(_item(mention, position, documents) for position, mention in enumerate(items)),
        notes=tuple(_note(mention, position, documents) for position, mention in enumerate(notes)),
    )


def source_reference(document: Document) -> dict[str, Json]:
    """What a package says of a source."""
    published = document.published_on
    return {
        "id": document.id,
        "title": document.title,
        "publisher": document.publisher,
        "url": document.url,
        "published_on": None if published is None else published.isoformat(),
    }


def _by_field(said: Iterable[_Said]) -> dict[str, list[_Said]]:
    """The claims of each field, the winner first. The sort is stable: a reading's own order decides the rest."""
    fields: dict[str, list[_Said]] = {}
    for one in said:
        fields.setdefault(one.claim.field, []).append(one)
    for claims in fields.values():
        claims.sort(key=lambda one: METHOD_ORDER[one.claim.method])
    return fields


def _winner(claims: Sequence[_Said]) -> _Said:
    return claims[0]


def _value(fields: Mapping[str, Sequence[_Said]], name: str) -> Json:
    return _winner(fields[name]).claim.value if name in fields else None


def _facts(fields: Mapping[str, Sequence[_Said]], warnings: list[str]) -> dict[str, Json]:
    announced: dict[str, Json] = {"date": None, "edtf": None, "precision": "none", "as_stated": None}
    if "announced" in fields:
        announced = {**_value(fields, "announced"), "as_stated": _winner(fields["announced"]).as_stated}
    authorization = _value(fields, "authorization")
    day: dict[str, Json] = {"date": None, "basis": None}
    if announced["date"] is not None:
        day = {"date": announced["date"], "basis": "announced"}
    elif authorization is not None and authorization["date"] is not None:
        day = {"date": authorization["date"], "basis": "authorized"}
    record = {name: _value(fields, name) for name in ("title", "nature", "donor", "recipient", "program")}
    record |= {
        "nature": record["nature"] or "tranche",
        "authority": _distinct(fields.get("authority", ())),
        "mechanism": _value(fields, "mechanism"),
        "value": _amount(fields, day["date"], warnings),
        "announced": announced,
        "authorization": authorization,
        "date": day,
        "announced_by": _distinct(fields.get("announced_by", ())),
    }
    return record | {"title": record["title"] or _made_title(record)}


def _amount(fields: Mapping[str, Sequence[_Said]], day: str | None, warnings: list[str]) -> Json:
    if "value" not in fields:
        return None
    winner = _winner(fields["value"])
    value = winner.claim.value
    dollars, fx = in_usd(value["amount"], value["currency"], None if day is None else date.fromisoformat(day))
    if dollars is None:
        reason = "the date is not known" if day is None else f"no rate of {day} is known"
        warnings.append(f"The {value['currency']} amount {winner.as_stated} has no value in US dollars: {reason}.")
    return {**value, "as_stated": winner.as_stated, "amount_usd": dollars, "fx": fx}


def _distinct(claims: Iterable[_Said]) -> list[Json]:
    return list({canonical(one.claim.value): one.claim.value for one in claims}.values())


def _evidence(claims: Iterable[_Said], value: Json = None) -> list[dict[str, Json]]:
    """The words behind one value, or behind all; claims that no words carry have none."""
    return [
        one.evidence()
        for one in claims
        if one.claim.span is not None and (value is None or canonical(one.claim.value) == canonical(value))
    ]


def _evidenced(claims: Sequence[_Said]) -> list[dict[str, Json]]:
    """The values of a list field, each with its words; `as_stated` where the value is no quote itself."""
    return [
        value
        | ({} if "text" in value else {"as_stated": _first(claims, value).as_stated})
        | {"evidence": _evidence(claims, value)}
        for value in _distinct(claims)
    ]


def _first(claims: Iterable[_Said], value: Json) -> _Said:
    return next(one for one in claims if canonical(one.claim.value) == canonical(value))


def _conflicts(fields: Mapping[str, Sequence[_Said]]) -> list[dict[str, Json]]:
    """Fields of one value on which live claims disagree; the first claim is the winner."""
    conflicts = []
    for name in EVIDENCE_FIELDS:
        claims = fields.get(name, ())
        values = _distinct(claims)
        if len(values) > 1:
            rows = [
                {"value": value, "wins": index == 0, "evidence": _evidence(claims, value)}
                for index, value in enumerate(values)
            ]
            conflicts.append({"field": name, "rule": WINNER_RULE, "claims": rows})
    return conflicts


def _item(mention: Mention, position: int, documents: Mapping[str, Document]) -> Part:
    said = [_Said(mention, claim, documents[mention.source]) for claim in mention.claims]
    fields = _by_field(said)
    specified = _value(fields, "specified")
    record: dict[str, Json] = {"id": mention.id[:SHORT_ID], "position": position}
    record |= {name: _value(fields, name) for name in ITEM_FIELDS}
    record["specified"] = True if specified is None else specified
    record["evidence"] = _part_evidence(said)
    return Part(record["id"], mention.id, position, record)


def _note(mention: Mention, position: int, documents: Mapping[str, Document]) -> Part:
    said = [_Said(mention, claim, documents[mention.source]) for claim in mention.claims]
    fields = _by_field(said)
    record: dict[str, Json] = {
        "id": mention.id[:SHORT_ID],
        "source": mention.source,
        "kind": _value(fields, "kind"),
        "text": _value(fields, "text"),
        **{name: _distinct(fields.get(name, ())) for name in NOTE_LISTS},
        "evidence": _part_evidence(said),
    }
    return Part(record["id"], mention.id, position, record)


def _part_evidence(said: Iterable[_Said]) -> list[dict[str, Json]]:
    return [{"field": one.claim.field} | one.evidence() for one in said if one.claim.span is not None]


def _made_title(record: Mapping[str, Json]) -> str:
    """A title for a package whose source has none: "US to UA: 1,200,000,000 USD under USAI"."""
    parties = f"{record['donor']['name'] if record['donor'] else 'Unnamed donor'} to " + (
        record["recipient"]["name"] if record["recipient"] else "several recipients"
    )
    value, program = record["value"], record["program"]
    amount = "value not stated" if value is None else f"{value['amount']:,} {value['currency']}"
    return f"{parties}: {amount}" + ("" if program is None else f" under {program['code']}")


def slug_stem(record: Mapping[str, Json]) -> str:
    """{donor}-{recipient}-{program, else aid}-{date, else amount as 1200m}, in [a-z0-9-]."""
    program, value, day = record["program"], record["value"], record["date"]["date"]
    if day is None:
        day = "undated" if value is None else _short_amount(value["amount"])
    parts = (
        record["donor"]["code"] if record["donor"] else "unnamed",
        record["recipient"]["code"] if record["recipient"] else "several",
        program["code"] if program else "aid",
        day,
    )
    text = "-".join(parts).lower()
    return "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in text)


def _short_amount(amount: int) -> str:
    for size, letter in ((1_000_000, "m"), (1_000, "k")):
        if amount and amount % size == 0:
            return f"{amount // size}{letter}"
    return str(amount)
