"""Every write. One transaction is one revision, or none where nothing changed.

A writer locks the dataset's row before it reads. A version is ended and another begun only where its content
differs, so the same document twice leaves the database as it was.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any, cast

from sqlalchemy import ColumnElement, delete, insert, select, tuple_, update
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from app.db import UNAVAILABLE, Base, unavailable, write_transaction
from app.facts import Claim, Document, Mention, MentionKind, Method, Reading, Span, claim_id, digest
from app.models import (
    FAR,
    CoalitionNoteVersion,
    Dataset,
    Facet,
    LineItemVersion,
    Membership,
    PackageVersion,
    Program,
    Revision,
    Slug,
    Source,
    SourceVersion,
)
from app.models import Claim as ClaimRow
from app.models import Mention as MentionRow
from app.resolve import Package, Part, Resolution

Row = Mapping[Any, Any]
METADATA = ("title", "publisher", "url", "published_on")


@dataclass
class Writer:
    """One transaction that holds the dataset's lock; `number` is its revision if it makes changes."""

    session: Session
    number: int
    at: datetime
    changes: int = field(default=0)

    def put(self, model: type[Base], where: ColumnElement[bool], wanted: Iterable[Row]) -> None:
        """Make `wanted` the current versions of `model` among those that `where` selects.

        Versions that are wanted no more end, others begin; one that is equal stays as it is.
        """
        table = model.__table__
        key = [column.name for column in table.primary_key if column.name != "valid_from"]
        statement = select(table).where(where, table.c.valid_to == FAR)
        current = {tuple(row[name] for name in key): row for row in self.session.execute(statement).mappings()}
        begun = []
        for row in wanted:
            old = current.pop(tuple(row[name] for name in key), None)
            if old is None or any(old[name] != value for name, value in row.items()):
                begun.append({**row, "valid_from": self.number, "valid_to": FAR})
                if old is not None:
                    self._end(model, key, old)
        for old in current.values():
            self._end(model, key, old)
        if begun:
            self.session.execute(insert(model), begun)
        self.changes += len(begun) + len(current)

    def _end(self, model: type[Base], key: Sequence[str], row: Row) -> None:
        table = model.__table__
        same = [table.c[name] == row[name] for name in key] + [table.c.valid_from == row["valid_from"]]
        if row["valid_from"] == self.number:  # begun in this very revision: no reader has seen it
            self.session.execute(delete(model).where(*same))
        else:
            self.session.execute(update(model).where(*same).values(valid_to=self.number))


@contextmanager
def writing(engine: Engine, *, author: str, reason: str) -> Iterator[Writer]:
    """A writer whose changes become one revision when the block ends; a block that changes nothing leaves no trace."""
    try:
        with write_transaction(engine) as session:
            dataset = session.execute(select(Dataset).with_for_update()).scalar_one()
            writer = Writer(session, dataset.revision + 1, datetime.now(UTC))
            session.execute(insert(Revision).values(number=writer.number, at=writer.at, author=author, reason=reason))
            yield writer
            if writer.changes:
                session.execute(update(Dataset).values(revision=writer.number))
            else:
                session.execute(delete(Revision).where(Revision.number == writer.number))
    except UNAVAILABLE as error:
        raise unavailable(engine, error) from error


def save_programs(writer: Writer, programs: Iterable[Row]) -> None:
    """Bring the table of programs to the vocabulary of this version; one that left the vocabulary stays."""
    table = Program.__table__
    current = {row["code"]: dict(row) for row in writer.session.execute(select(table)).mappings()}
    for row in programs:
        code = row["code"]
        if code not in current:
            writer.session.execute(insert(Program).values(**row))
        elif current[code] != row:
            writer.session.execute(update(Program).where(Program.code == code).values(**row))
        else:
            continue
        writer.changes += 1


def has_sources(writer: Writer) -> bool:
    """Whether anything was ever ingested."""
    return writer.session.scalar(select(Source.id).limit(1)) is not None


def save_source(writer: Writer, document: Document) -> tuple[Document, bool]:
    """Store a document, or fill what was not known of it; the document with all that is known now, and if it is new."""
    known = load_document(writer.session, document.id)
    if known is None:
        writer.session.execute(
            insert(Source).values(
                id=document.id,
                sha256=document.sha256,
                length=len(document.text),
                media_type=document.media_type,
                text=document.text,
                retrieved_at=writer.at,
                revision=writer.number,
            )
        )
    merged = document if known is None else fill_metadata(known, document)
    row = {"source_id": document.id} | {name: getattr(merged, name) for name in METADATA}
    writer.put(SourceVersion, SourceVersion.source_id == document.id, [row])
    return merged, known is None


def fill_metadata(known: Document, document: Document) -> Document:
    """The known document, with what it lacks taken from the same text as it came this time."""
    return replace(
        known,
        title=document.title if known.title is None else known.title,
        publisher=document.publisher if known.publisher is None else known.publisher,
        url=document.url if known.url is None else known.url,
        published_on=document.published_on if known.published_on is None else known.published_on,
    )


def load_document(session: Session, source: str) -> Document | None:
    """A stored document with what is known of it now."""
    row = session.execute(
        select(Source.text, Source.media_type, SourceVersion)
        .join(SourceVersion, (SourceVersion.source_id == Source.id) & (SourceVersion.valid_to == FAR))
        .where(Source.id == source)
    ).one_or_none()
    if row is None:
        return None
    text, media_type, version = row
    return Document(text=text, media_type=media_type, **{name: getattr(version, name) for name in METADATA})


def save_reading(writer: Writer, reading: Reading) -> None:
    """Make the claims of a reading the live ones of its source; those no longer found end."""
    source = reading.document.id
    known = {
        row.id: row.parent_id
        for row in writer.session.execute(
            select(MentionRow.id, MentionRow.parent_id).where(MentionRow.source_id == source)
        )
    }
    for mention in reading.mentions:  # packages come before their parts, as the foreign key wants
        if mention.id not in known:
            writer.session.execute(insert(MentionRow).values(_mention_row(mention)))
        elif known[mention.id] != mention.parent:
            writer.session.execute(
                update(MentionRow).where(MentionRow.id == mention.id).values(parent_id=mention.parent)
            )
    mentions = select(MentionRow.id).where(MentionRow.source_id == source)
    claims: dict[str, Row] = {}
    for mention in reading.mentions:
        for position, claim in enumerate(mention.claims):
            row = _claim_row(reading.document, mention, position, claim)
            claims.setdefault(row["id"], row)  # two rules that say the same of the same words are one claim
    writer.put(ClaimRow, ClaimRow.mention_id.in_(mentions), claims.values())


def _mention_row(mention: Mention) -> Row:
    return {
        "id": mention.id,
        "source_id": mention.source,
        "kind": mention.kind,
        "start": mention.anchor.start,
        "end": mention.anchor.end,
        "parent_id": mention.parent,
    }


def _claim_row(document: Document, mention: Mention, position: int, claim: Claim) -> Row:
    span = claim.span
    return {
        "id": claim_id(mention.id, claim),
        "mention_id": mention.id,
        "position": position,
        "field": claim.field,
        "value": claim.value,
        "quote": None if span is None else document.quote(span),
        "prefix": None if span is None else document.prefix(span),
        "suffix": None if span is None else document.suffix(span),
        "start": None if span is None else span.start,
        "end": None if span is None else span.end,
        "method": claim.method,
        "rule": claim.rule,
    }


def load_mentions(session: Session, source: str) -> list[Mention]:
    """The live mentions of a source, with their live claims in order."""
    statement = (
        select(MentionRow, ClaimRow)
        .join(ClaimRow, ClaimRow.mention_id == MentionRow.id)
        .where(MentionRow.source_id == source, ClaimRow.valid_to == FAR)
        .order_by(MentionRow.start, MentionRow.id, ClaimRow.position)
    )
    rows: dict[str, MentionRow] = {}
    claims: dict[str, list[Claim]] = {}
    for mention, claim in session.execute(statement):
        rows[mention.id] = mention
        span = None if claim.start is None or claim.end is None else Span(claim.start, claim.end)
        claims.setdefault(mention.id, []).append(
            Claim(claim.field, claim.value, span, claim.rule, cast(Method, claim.method))
        )
    return [
        Mention(
            row.source_id, cast(MentionKind, row.kind), Span(row.start, row.end), row.parent_id, tuple(claims[row.id])
        )
        for row in rows.values()
    ]


def save_records(writer: Writer, source: str, resolution: Resolution) -> list[str]:
    """Make a resolution of the mentions of a source the current records; the slugs of its packages."""
    session = writer.session
    of_source = select(MentionRow.id).where(MentionRow.source_id == source)
    memberships = (
        select(Membership.mention_id, Membership.slug, Membership.valid_to)
        .where(Membership.mention_id.in_(of_source))
        .order_by(Membership.valid_from)
    )
    slugs: dict[str, str] = {}
    former: set[str] = set()
    for mention, slug, valid_to in session.execute(memberships):
        slugs[mention] = slug  # the last one: a mention that was gone and is back has its slug again
        former |= {slug} if valid_to == FAR else set()
    named: list[tuple[str, Package]] = []
    for package in resolution.packages:
        given = sorted({slugs[mention] for mention in package.mentions if mention in slugs})
        named.append((given[0] if given else _give_slug(writer, package.stem), package))
    touched = sorted(former | {slug for slug, _ in named})
    writer.put(
        Membership,
        Membership.mention_id.in_(of_source),
        [{"mention_id": mention, "slug": slug} for slug, package in named for mention in package.mentions],
    )
    writer.put(PackageVersion, PackageVersion.slug.in_(touched), [package_row(*pair) for pair in named])
    items = [item_row(slug, part) for slug, package in named for part in package.line_items]
    writer.put(LineItemVersion, LineItemVersion.package.in_(touched), items)
    notes = [note_row(slug, part) for slug, package in named for part in package.notes]
    notes += [note_row(None, part) for part in resolution.notes]
    writer.put(CoalitionNoteVersion, CoalitionNoteVersion.source_id == source, notes)
    _save_facets(writer, source, touched, named, notes)
    return [slug for slug, _ in named]


def _give_slug(writer: Writer, stem: str) -> str:
    """The stem, or the first of stem-2, stem-3 that was never given."""
    taken = set(
        writer.session.scalars(
            select(Slug.slug).where((Slug.slug == stem) | Slug.slug.startswith(f"{stem}-", autoescape=True))
        )
    )
    slug, count = stem, 1
    while slug in taken:
        count += 1
        slug = f"{stem}-{count}"
    writer.session.execute(insert(Slug).values(slug=slug, revision=writer.number, created_at=writer.at))
    writer.changes += 1
    return slug


def package_row(slug: str, package: Package) -> dict[str, Any]:
    """A package's columns: what is served, and its index for filters and order."""
    record, value = package.record, package.record["value"] or {}
    day = record["date"]["date"]
    code = {name: (record[name] or {}).get("code") for name in ("donor", "recipient", "program")}
    parts = [part.record for part in (*package.line_items, *package.notes)]
    return {
        "slug": slug,
        "nature": record["nature"],
        **code,
        "mechanism": record["mechanism"],
        "amount": value.get("amount"),
        "currency": value.get("currency"),
        "amount_usd": value.get("amount_usd"),
        "date": None if day is None else date.fromisoformat(day),
        "review": record["review"]["status"],
        "conflicts": len(record["conflicts"]),
        "candidates": len(record["candidates"]),
        "content": digest(record, package.detail, parts),
        "record": record,
        "detail": package.detail,
    }


def item_row(slug: str, part: Part) -> dict[str, Any]:
    record = part.record
    indexed = {name: record[name] for name in ("system", "category", "kind", "specified")}
    return {
        "id": part.id,
        "mention_id": part.mention,
        "package": slug,
        "position": part.position,
        **indexed,
        "record": record,
    }


def note_row(slug: str | None, part: Part) -> dict[str, Any]:
    record = part.record
    return {
        "id": part.id,
        "mention_id": part.mention,
        "package": slug,
        "source_id": record["source"],
        "position": part.position,
        "kind": record["kind"],
        "record": record,
    }


def package_facets(record: Row, items: Iterable[Row], notes: Iterable[Row]) -> set[tuple[str, str]]:
    """(name, value) for each filter on a field of several values of a package or its parts."""
    facets = {("authority", text) for text in record["authority"]}
    facets |= {("source", source["id"]) for source in record["sources"]}
    for item in items:
        facets |= {(name, item[name]) for name in ("category", "system") if item[name] is not None}
    return facets | {("note_kind", note["kind"]) for note in notes}


def note_facets(record: Row) -> set[tuple[str, str]]:
    """(name, value) for each filter on a field of several values; an actor is found by code and by name."""
    facets = {("actor", actor[name]) for actor in record["actors"] for name in ("code", "name") if actor[name]}
    return facets | {("system", item["system"]) for item in record["items"] if item["system"] is not None}


def _save_facets(
    writer: Writer, source: str, touched: Sequence[str], named: Sequence[tuple[str, Package]], notes: Sequence[Row]
) -> None:
    wanted: list[tuple[str, ...]] = []
    for slug, package in named:
        parts = ([part.record for part in package.line_items], [part.record for part in package.notes])
        wanted += [("package", slug, *facet) for facet in sorted(package_facets(package.record, *parts))]
    wanted += [
        ("coalition_note", note["id"], *facet) for note in notes for facet in sorted(note_facets(note["record"]))
    ]
    known_notes = select(CoalitionNoteVersion.id).where(CoalitionNoteVersion.source_id == source)
    here = tuple_(Facet.record, Facet.key).in_([("package", slug) for slug in touched]) if touched else None
    of_notes = (Facet.record == "coalition_note") & Facet.key.in_(known_notes)
    rows = [dict(zip(("record", "key", "name", "value"), row, strict=True)) for row in wanted]
    writer.put(Facet, of_notes if here is None else here | of_notes, rows)
