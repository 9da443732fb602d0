"""Claims as flat rows: which field of which record, what value, and the words that it was read from."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, select
from sqlalchemy.orm import aliased

from app.facts import EVIDENCED_LISTS, NOTE_LISTS, PACKAGE_LISTS, SHORT_ID
from app.models import Claim, CoalitionNoteVersion, LineItemVersion, Membership, Mention, PackageVersion
from app.paths import element_path
from app.queries.packages import require_package
from app.queries.paging import (
    Key,
    Order,
    Page,
    PageRequest,
    Statement,
    big_integer_key,
    fetch_page,
    integer_key,
    text_key,
)
from app.queries.snapshot import Snapshot

Item = LineItemVersion
Note = CoalitionNoteVersion
P = PackageVersion

LIST_FIELDS = frozenset(EVIDENCED_LISTS + PACKAGE_LISTS)
# By source, and in it as the text goes; the claims of one mention in the order of the reading.
ORDER = Order(
    "evidence",
    (
        Key("source_id", Mention.source_id, text_key),
        Key("mention_start", Mention.start, integer_key),
        Key("mention_id", Mention.id, text_key),
        Key("position", Claim.position, integer_key),
        Key("valid_from", Claim.valid_from, big_integer_key),
        Key("id", Claim.id, text_key),
    ),
)


def _selected(snapshot: Snapshot) -> tuple[Statement, Any]:
    """Every claim that was made up to the snapshot, with the record that its mention is in, and the slug's column."""
    package_mention = func.coalesce(case((Mention.kind == "package", Mention.id), else_=Mention.parent_id), Mention.id)
    item, note, package = aliased(Item), aliased(Note), aliased(P)
    slug = func.coalesce(Membership.slug, item.package, note.package)
    statement = (
        select(
            Claim,
            Claim.id,
            Claim.position,
            Claim.valid_from,
            Mention.source_id,
            Mention.kind,
            Mention.id.label("mention_id"),
            Mention.start.label("mention_start"),
            slug.label("slug"),
            item.position.label("item_position"),
            note.position.label("note_position"),
            note.record.label("note_record"),
            package.record,
            package.detail,
        )
        .join(Mention, Mention.id == Claim.mention_id)
        .outerjoin(Membership, and_(Membership.mention_id == package_mention, snapshot.shows(Membership)))
        .outerjoin(item, and_(item.mention_id == Mention.id, snapshot.shows(item)))
        .outerjoin(note, and_(note.mention_id == Mention.id, snapshot.shows(note)))
        .outerjoin(package, and_(package.slug == slug, Claim.field.in_(LIST_FIELDS), snapshot.shows(package)))
        .where(Claim.valid_from <= snapshot.revision)
    )
    return statement, slug


def list_evidence(snapshot: Snapshot, filters: Mapping[str, Any], request: PageRequest) -> Page:
    """A page of claims of all sources; filters field (its last name), source, package and live."""
    statement, slug = _selected(snapshot)
    live = Claim.valid_to > snapshot.revision
    predicates: dict[str, Callable[[Any], ColumnElement[bool]]] = {
        "field": lambda value: Claim.field == value,
        "source": lambda value: Mention.source_id == value,
        "package": lambda value: slug == value,
        "live": lambda value: live if value else ~live,
    }
    statement = statement.where(*(predicates[name](value) for name, value in filters.items()))
    return fetch_page(snapshot, statement, ORDER, request, lambda row: _row(snapshot, row))


def package_evidence(snapshot: Snapshot, slug: str) -> list[dict[str, Any]]:
    """Every claim on a package and its parts. Raises NotFoundError."""
    require_package(snapshot, slug)
    statement, slug_column = _selected(snapshot)
    kind_order = case({"package": 0, "line_item": 1}, value=Mention.kind, else_=2)
    rows: Sequence[Any] = snapshot.session.execute(
        statement.where(slug_column == slug).order_by(kind_order, *(key.order() for key in ORDER.keys))
    ).all()
    return [_row(snapshot, row) for row in rows]


def _row(snapshot: Snapshot, row: Any) -> dict[str, Any]:
    claim: Claim = row.Claim
    return {
        "field": _path(row),
        "value": claim.value,
        "source": row.source_id,
        "quote": claim.quote,
        "prefix": claim.prefix,
        "suffix": claim.suffix,
        "start": claim.start,
        "end": claim.end,
        "method": claim.method,
        "rule": claim.rule,
        "live": claim.valid_to > snapshot.revision,
        "package": row.slug,
        "record": row.kind,
        "id": row.slug if row.kind == "package" and row.slug is not None else row.mention_id[:SHORT_ID],
    }


def _path(row: Any) -> str:
    """The path of the field in its package's record: value, statements[0], line_items[0].category."""
    field: str = row.Claim.field
    if row.item_position is not None:
        return f"line_items[{row.item_position}].{field}"
    if row.note_position is not None:
        note = "" if row.slug is None else f"coalition_notes[{row.note_position}]."
        return note + (element_path(field, row.note_record[field], row.Claim.value) if field in NOTE_LISTS else field)
    if row.record is None or field not in LIST_FIELDS:
        return field
    return element_path(field, row.detail[field] if field in EVIDENCED_LISTS else row.record[field], row.Claim.value)
