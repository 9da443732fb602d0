"""The dataset's invariants. Each check gives one sentence for each thing that does not hold; none when all holds."""

from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import func, select, text
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from app.db import UNAVAILABLE, Base, read_snapshot, unavailable
from app.facts import Claim, Document, Span, claim_id
from app.models import (
    FAR,
    CoalitionNoteVersion,
    Dataset,
    Facet,
    LineItemVersion,
    Membership,
    PackageVersion,
    Revision,
    Source,
    SourceVersion,
)
from app.models import Claim as ClaimRow
from app.models import Mention as MentionRow
from app.resolve import resolve
from app.store import item_row, load_document, load_mentions, note_facets, note_row, package_facets, package_row

VERSIONS = (SourceVersion, ClaimRow, Membership, PackageVersion, LineItemVersion, CoalitionNoteVersion, Facet)
UNBROKEN = (SourceVersion,)  # what is known of a source is never gone; a record may be gone and come back
BATCH = 1000


def run_checks(engine: Engine) -> Iterator[str]:
    """Everything that is wrong with the dataset, over all its versions, in one snapshot."""
    try:
        with read_snapshot(engine) as session:
            for check in CHECKS:
                try:
                    yield from check(session)
                except ValueError as error:
                    yield f"{check.__name__.removeprefix('check_')}: a stored value can't be read ({error})"
    except UNAVAILABLE as error:
        raise unavailable(engine, error) from error


def check_revisions(session: Session) -> Iterator[str]:
    """Revisions run from 1 to the dataset's without gaps."""
    last = session.scalar(select(Dataset.revision))
    count, least, most = session.execute(
        select(func.count(), func.min(Revision.number), func.max(Revision.number))
    ).one()
    if last != count or (count and (least, most) != (1, last)):
        yield f"revisions: {count} are stored, from {least} to {most}, but the dataset's is {last}"


def check_quotes(session: Session) -> Iterator[str]:
    """Every quote, with its context, stands at its offsets in the stored text; ids are hashes of what they name."""
    for source in session.execute(select(Source)).scalars().yield_per(BATCH):
        document = Document(source.text)
        if (source.sha256, source.id, source.length) != (document.sha256, document.id, len(source.text)):
            yield f"source {source.id}: its id, hash or length is not that of its text"
        statement = (
            select(ClaimRow)
            .join(MentionRow, MentionRow.id == ClaimRow.mention_id)
            .where(MentionRow.source_id == source.id)
        )
        for claim in session.execute(statement).scalars():
            yield from _check_claim(claim, document)


def _check_claim(claim: ClaimRow, document: Document) -> Iterator[str]:
    span = None if claim.start is None or claim.end is None else Span(claim.start, claim.end)
    named = claim_id(claim.mention_id, Claim(claim.field, claim.value, span, claim.rule))
    if named != claim.id:
        yield f"claim {claim.id}: its id is not the hash of its mention, field, value and span"
    if span is not None:
        stored = (claim.prefix, claim.quote, claim.suffix)
        if not claim.quote or stored != (document.prefix(span), document.quote(span), document.suffix(span)):
            yield f"claim {claim.id}: its quote does not stand at {span.start}-{span.end} of source {document.id}"


def check_versions(session: Session) -> Iterator[str]:
    """Versions of one record do not overlap, begin before they end, and lie within the dataset's revisions."""
    last = session.scalar(select(Dataset.revision)) or 0
    for model in VERSIONS:
        table = model.__table__
        keys = [column.name for column in table.primary_key if column.name != "valid_from"]
        columns = [table.c[name] for name in keys]
        rows = session.execute(
            select(*columns, table.c.valid_from, table.c.valid_to).order_by(*columns, table.c.valid_from)
        )
        before: tuple[Any, ...] | None = None
        until = 0
        for *key, valid_from, valid_to in rows.yield_per(BATCH):
            label = f"{model.__tablename__} {' '.join(map(str, key))}"
            if not valid_from < valid_to or valid_from > last or (valid_to != FAR and valid_to > last):
                yield f"{label}: a version from {valid_from} to {valid_to} in a dataset of revision {last}"
            if before == tuple(key) and valid_from < until:
                yield f"{label}: versions overlap at revision {valid_from}"
            if before == tuple(key) and valid_from > until and model in UNBROKEN:
                yield f"{label}: no version from revision {until} to {valid_from}"
            before, until = tuple(key), valid_to


def check_indexes(session: Session) -> Iterator[str]:
    """The columns and facets that filters use say what the records say."""
    for package in session.scalars(select(PackageVersion)).yield_per(BATCH):
        record = package.record
        value = record["value"] or {}
        served = (record["nature"], value.get("amount"), value.get("amount_usd"), record["date"]["date"])
        indexed = (package.nature, package.amount, package.amount_usd, package.date and package.date.isoformat())
        if served != indexed:
            yield f"package {package.slug}: its columns say {indexed}, its record {served}"
    for item in session.scalars(select(LineItemVersion)).yield_per(BATCH):
        if any(getattr(item, name) != item.record[name] for name in ("system", "category", "kind", "specified")):
            yield f"line item {item.id}: its columns do not say what its record says"


def check_resolution(session: Session) -> Iterator[str]:
    """The current records are what the live claims resolve to, to the last value: no record is without a claim."""
    members = select(Membership.mention_id, Membership.slug).where(Membership.valid_to == FAR)
    slugs = {row.mention_id: row.slug for row in session.execute(members)}
    wanted: dict[type[Base], dict[str, dict[str, Any]]] = {
        PackageVersion: {},
        LineItemVersion: {},
        CoalitionNoteVersion: {},
    }
    for source in session.scalars(select(Source.id).order_by(Source.id)).all():
        document = load_document(session, source)
        if document is None:
            yield f"source {source}: nothing is known of it now"
            continue
        resolution = resolve(load_mentions(session, source), {source: document})
        for package in resolution.packages:
            slug = slugs.get(package.mentions[0])
            if slug is None:
                yield f"mention {package.mentions[0]}: a live package's mention belongs to no package"
                continue
            wanted[PackageVersion][slug] = package_row(slug, package)
            wanted[LineItemVersion] |= {part.id: item_row(slug, part) for part in package.line_items}
            wanted[CoalitionNoteVersion] |= {part.id: note_row(slug, part) for part in package.notes}
        wanted[CoalitionNoteVersion] |= {part.id: note_row(None, part) for part in resolution.notes}
    for model, rows in wanted.items():
        yield from _compare(session, model, rows)


def _compare(session: Session, model: type[Base], wanted: dict[str, dict[str, Any]]) -> Iterator[str]:
    """What differs between the current versions of a table and the rows that there should be."""
    table = model.__table__
    name = next(iter(table.primary_key)).name
    for stored in session.execute(select(table).where(table.c.valid_to == FAR)).mappings().yield_per(BATCH):
        row = wanted.pop(stored[name], None)
        if row is None:
            yield f"{model.__tablename__} {stored[name]}: no live claim stands behind it"
        elif wrong := [column for column, value in row.items() if stored[column] != value]:
            yield f"{model.__tablename__} {stored[name]}: its {', '.join(wrong)} is not what its claims say"
    for key in wanted:
        yield f"{model.__tablename__} {key}: its claims are live, but it has no current version"


def check_facets(session: Session) -> Iterator[str]:
    """The current facets are those of the current records, no more and no fewer."""
    stored: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for facet in session.scalars(select(Facet).where(Facet.valid_to == FAR)).yield_per(BATCH):
        stored.setdefault((facet.record, facet.key), set()).add((facet.name, facet.value))
    parts: dict[tuple[type, str | None], list[dict[str, Any]]] = {}
    for model in (LineItemVersion, CoalitionNoteVersion):
        for package, record in session.execute(select(model.package, model.record).where(model.valid_to == FAR)):
            parts.setdefault((model, package), []).append(record)
            if model is CoalitionNoteVersion and stored.pop(("coalition_note", record["id"]), set()) != note_facets(
                record
            ):
                yield f"coalition note {record['id']}: its facets do not say what its record says"
    for slug, record in session.execute(
        select(PackageVersion.slug, PackageVersion.record).where(PackageVersion.valid_to == FAR)
    ):
        items, notes = (parts.get((model, slug), []) for model in (LineItemVersion, CoalitionNoteVersion))
        if stored.pop(("package", slug), set()) != package_facets(record, items, notes):
            yield f"package {slug}: its facets do not say what its record says"
    for record_kind, key in stored:
        yield f"{record_kind} {key}: it has facets and no current version"


def check_foreign_keys(session: Session) -> Iterator[str]:
    """Foreign keys are whole: PostgreSQL keeps them so itself, SQLite is asked."""
    if session.get_bind().dialect.name == "sqlite":
        for table, row, parent, _ in session.execute(text("PRAGMA foreign_key_check")):
            yield f"{table} row {row}: what it names in {parent} is not there"


CHECKS: tuple[Callable[[Session], Iterator[str]], ...] = (
    check_foreign_keys,
    check_revisions,
    check_quotes,
    check_versions,
    check_resolution,
    check_indexes,
    check_facets,
)
