"""What `aidledger extract` prints and /v1/extractions answers: one document's records, without a database."""

from collections.abc import Iterator, Mapping
from typing import Any

from app.extract import vocabulary
from app.facts import EVIDENCED_LISTS, NOTE_LISTS, PACKAGE_LISTS, Claim, Document, Json, Mention, Reading, canonical
from app.paths import element_path
from app.resolve import Package, Part, Resolution, resolve

UNRESOLVED = ("conflicts", "candidates", "review", "coalition_note_count")  # what one document alone can't have
LISTS = frozenset(PACKAGE_LISTS + EVIDENCED_LISTS + NOTE_LISTS)


def extraction(name: str, reading: Reading, *, explain: bool = False) -> dict[str, Any]:
    """{id, source, packages, coalition_notes, warnings}: the records that this document alone would make.

    With `explain` there is {amounts, facts} besides: each amount of money of the text with why it was taken or left,
    and each fact with the rule that found it.
    """
    document = reading.document
    resolution = resolve(reading.mentions, {document.id: document})
    notes: list[tuple[Part, int | None]] = [(part, None) for part in resolution.notes]
    notes += [(part, index) for index, package in enumerate(resolution.packages) for part in package.notes]
    published = document.published_on
    row = {
        "id": name,
        "source": {
            "id": document.id,
            "title": document.title,
            "publisher": document.publisher,
            "url": document.url,
            "published_on": None if published is None else published.isoformat(),
            "media_type": document.media_type,
            "sha256": document.sha256,
            "length": len(document.text),
        },
        "packages": [_package(package) for package in resolution.packages],
        # A note has the index of its package in the same answer, null where it belongs to none.
        "coalition_notes": [{**part.record, "package_index": index} for part, index in notes],
        "warnings": [*reading.warnings, *resolution.warnings],
    }
    if explain:
        row["explain"] = {
            "amounts": [*_amounts(reading)],
            "facts": [*_facts(reading, resolution, [part for part, _ in notes])],
        }
    return row


def _package(package: Package) -> dict[str, Any]:
    record = {name: value for name, value in package.record.items() if name not in UNRESOLVED}
    return {**record, **package.detail, "line_items": [part.record for part in package.line_items]}


def _amounts(reading: Reading) -> Iterator[dict[str, Any]]:
    """Each amount of money in the order of the text: what it was taken for, and why."""
    for one in reading.amounts:
        yield {
            "as_stated": reading.document.quote(one.span),
            "amount": one.amount,
            "currency": one.currency,
            "role": one.role,
            "reason": one.reason,
            "start": one.span.start,
            "end": one.span.end,
        }


def _facts(reading: Reading, resolution: Resolution, notes: list[Part]) -> Iterator[dict[str, Any]]:
    """Each claim under its path in the answer: packages with their items, then notes."""
    document = reading.document
    mentions = {mention.id: mention for mention in reading.mentions}
    for index, package in enumerate(resolution.packages):
        path = f"packages[{index}]"
        for mention in package.mentions:
            yield from _claims(document, mentions[mention], path, package.record | package.detail)
        for part in package.line_items:
            yield from _claims(document, mentions[part.mention], f"{path}.line_items[{part.position}]", part.record)
    for index, part in enumerate(notes):
        yield from _claims(document, mentions[part.mention], f"coalition_notes[{index}]", part.record)


def _claims(document: Document, mention: Mention, path: str, record: Mapping[str, Json]) -> Iterator[dict[str, Any]]:
    for claim in mention.claims:
        field = element_path(claim.field, record[claim.field], claim.value) if claim.field in LISTS else claim.field
        span = claim.span
        yield {
            "field": f"{path}.{field}",
            "value": claim.value,
            "quote": None if span is None else document.quote(span),
            "start": None if span is None else span.start,
            "end": None if span is None else span.end,
            "method": claim.method,
            "rule": claim.rule,
            "why": vocabulary.rules()[claim.rule],
            "wins": claim.field in LISTS or _says(record[claim.field], claim),
        }


def _says(value: Json, claim: Claim) -> bool:
    """Whether the record says what the claim does; a record's value may hold more than a claim."""
    bare = {name: (value or {}).get(name) for name in claim.value} if isinstance(claim.value, dict) else value
    return canonical(bare) == canonical(claim.value)
