"""Line items and coalition notes of all packages."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, select

from app.errors import NotFoundError
from app.models import CoalitionNoteVersion, LineItemVersion, PackageVersion
from app.queries.packages import facet_holds, with_package
from app.queries.paging import Key, Order, Page, PageRequest, day_key, fetch_page, integer_key, text_key
from app.queries.snapshot import Snapshot

P = PackageVersion
Item = LineItemVersion
Note = CoalitionNoteVersion

_NEWEST = Key("date", P.date, day_key, descending=True, nullable=True)
ITEM_ORDER = Order(
    "line-items",
    (
        _NEWEST,
        Key("package", Item.package, text_key),
        Key("position", Item.position, integer_key),
        Key("id", Item.id, text_key),
    ),
)
NOTE_ORDER = Order(
    "coalition-notes",
    (
        _NEWEST,
        Key("package", Note.package, text_key, nullable=True),
        Key("source_id", Note.source_id, text_key),
        Key("position", Note.position, integer_key),
        Key("id", Note.id, text_key),
    ),
)

_ITEM_FILTERS: dict[str, Callable[[Any], ColumnElement[bool]]] = {
    "category": lambda value: Item.category == value,
    "system": lambda value: Item.system == value,
    "kind": lambda value: Item.kind == value,
    "specified": lambda value: Item.specified.is_(value),
    "package": lambda value: Item.package == value,
    "donor": lambda value: P.donor == value,
    "recipient": lambda value: P.recipient == value,
    "program": lambda value: P.program == value,
    "date_from": lambda value: P.date >= value,
    "date_to": lambda value: P.date <= value,
}
_NOTE_FILTERS: dict[str, Callable[[Any], ColumnElement[bool]]] = {
    "kind": lambda value: Note.kind == value,
    "package": lambda value: Note.package == value,
}
_NOTE_FACETS = ("actor", "system")


def list_line_items(snapshot: Snapshot, filters: Mapping[str, Any], request: PageRequest) -> Page:
    """A page of line items: the newest package first, in the order of its items, undated packages last."""
    statement = (
        select(Item.id, Item.package, Item.position, P.date, Item.record)
        .join(P, (P.slug == Item.package) & snapshot.shows(P))
        .where(snapshot.shows(Item), *(_ITEM_FILTERS[name](value) for name, value in filters.items()))
    )
    return fetch_page(snapshot, statement, ITEM_ORDER, request, _served)


def list_coalition_notes(snapshot: Snapshot, filters: Mapping[str, Any], request: PageRequest) -> Page:
    """A page of notes: the newest package first, those of no package last, in the order of their text."""
    predicates = [_NOTE_FILTERS[name](value) for name, value in filters.items() if name in _NOTE_FILTERS]
    predicates += [
        facet_holds(snapshot, "coalition_note", Note.id, name, value)
        for name, value in filters.items()
        if name in _NOTE_FACETS
    ]
    statement = (
        select(Note.id, Note.package, Note.source_id, Note.position, P.date, Note.record)
        .outerjoin(P, (P.slug == Note.package) & snapshot.shows(P))
        .where(snapshot.shows(Note), *predicates)
    )
    return fetch_page(snapshot, statement, NOTE_ORDER, request, _served)


def _served(row: Any) -> dict[str, Any]:
    return with_package(row.record, row.package)


def get_line_item(snapshot: Snapshot, item: str) -> dict[str, Any]:
    """One line item. Raises NotFoundError."""
    return _get_part(snapshot, Item, item, "line item", "/v1/line-items")


def get_coalition_note(snapshot: Snapshot, note: str) -> dict[str, Any]:
    """One coalition note. Raises NotFoundError."""
    return _get_part(snapshot, Note, note, "coalition note", "/v1/coalition-notes")


def _get_part(snapshot: Snapshot, version: Any, part: str, noun: str, path: str) -> dict[str, Any]:
    statement = select(version.record, version.package).where(version.id == part, snapshot.shows(version))
    row = snapshot.session.execute(statement).one_or_none()
    if row is None:
        raise NotFoundError(f"There is no {noun} {part!r}. {path} lists those that there are.")
    return _served(row)
