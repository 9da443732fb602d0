"""Packages: the list with its filters and orders, one package whole, and its parts."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, exists, select

from app.errors import NotFoundError
from app.models import CoalitionNoteVersion, Facet, LineItemVersion, PackageVersion, Revision, Slug
from app.queries.moments import iso_moment
from app.queries.paging import Key, Order, Page, PageRequest, Statement, big_integer_key, day_key, fetch_page, text_key
from app.queries.snapshot import Snapshot

P = PackageVersion
_SLUG = Key("slug", P.slug, text_key)


def _orders(name: str, column: Any, parse: Callable[[Any], Any], key: str, *, nullable: bool) -> dict[str, Order]:
    return {
        sort: Order(sort, (Key(key, column, parse, descending=sort.startswith("-"), nullable=nullable), _SLUG))
        for sort in (f"-{name}", name)
    }


ORDERS: dict[str, Order] = {
    **_orders("date", P.date, day_key, "date", nullable=True),
    **_orders("amount", P.amount_usd, big_integer_key, "amount_usd", nullable=True),
    **_orders("updated", P.valid_from, big_integer_key, "valid_from", nullable=False),
}

_HAS: dict[str, ColumnElement[bool]] = {
    "conflict": P.conflicts > 0,
    "candidate": P.candidates > 0,
    "no_value": P.amount.is_(None),
    "no_date": P.date.is_(None),
}

_COLUMNS: dict[str, Callable[[Any], ColumnElement[bool]]] = {
    "donor": lambda value: P.donor == value,
    "recipient": lambda value: P.recipient == value,
    "program": lambda value: P.program == value,
    "mechanism": lambda value: P.mechanism == value,
    "review": lambda value: P.review == value,
    "has": lambda value: _HAS[value],
    "date_from": lambda value: P.date >= value,
    "date_to": lambda value: P.date <= value,
    "amount_min": lambda value: P.amount_usd >= value,
    "amount_max": lambda value: P.amount_usd <= value,
}

_FACETS = ("authority", "category", "system", "note_kind", "source")


def facet_holds(snapshot: Snapshot, record: str, key: Any, name: str, value: str) -> ColumnElement[bool]:
    """True for records that hold a value in a field of several values."""
    return exists().where(
        Facet.record == record, Facet.name == name, Facet.value == value, Facet.key == key, snapshot.shows(Facet)
    )


def package_filters(snapshot: Snapshot, filters: Mapping[str, Any]) -> list[ColumnElement[bool]]:
    """The predicates of some filters; `nature` is tranche unless it is given, and any for both."""
    predicates = [_COLUMNS[name](value) for name, value in filters.items() if name in _COLUMNS]
    predicates += [
        facet_holds(snapshot, "package", P.slug, name, value) for name, value in filters.items() if name in _FACETS
    ]
    nature = filters.get("nature", "tranche")
    return predicates if nature == "any" else [*predicates, P.nature == nature]


def _selected(snapshot: Snapshot, *columns: Any) -> Statement:
    return (
        select(P.slug, P.date, P.amount_usd, P.valid_from, P.record, Slug.created_at, Revision.at, *columns)
        .join(Slug, Slug.slug == P.slug)
        .join(Revision, Revision.number == P.valid_from)
        .where(snapshot.shows(P))
    )


def list_packages(snapshot: Snapshot, filters: Mapping[str, Any], sort: str, request: PageRequest) -> Page:
    """A page of packages, each the record without its lists."""
    statement = _selected(snapshot).where(*package_filters(snapshot, filters))
    return fetch_page(snapshot, statement, ORDERS[sort], request, _row)


def _row(row: Any) -> dict[str, Any]:
    return {"slug": row.slug, **row.record, **_stamps(row)}


def _stamps(row: Any) -> dict[str, Any]:
    return {
        "revision": row.valid_from,
        "created_at": iso_moment(row.created_at),
        "updated_at": iso_moment(row.at),
    }


def get_package(snapshot: Snapshot, slug: str) -> dict[str, Any]:
    """A package whole, with its line items and notes. Raises NotFoundError."""
    row = snapshot.session.execute(_selected(snapshot, P.detail).where(P.slug == slug)).one_or_none()
    if row is None:
        raise NotFoundError(f"There is no package {slug!r}. /v1/packages lists those that there are.")
    return {
        "slug": row.slug,
        **row.record,
        **row.detail,
        "line_items": package_line_items(snapshot, slug),
        "coalition_notes": package_notes(snapshot, slug),
        **_stamps(row),
    }


def require_package(snapshot: Snapshot, slug: str) -> None:
    """Raise NotFoundError where there is no package of this slug."""
    if snapshot.session.scalar(select(P.slug).where(P.slug == slug, snapshot.shows(P))) is None:
        raise NotFoundError(f"There is no package {slug!r}. /v1/packages lists those that there are.")


def package_line_items(snapshot: Snapshot, slug: str) -> list[dict[str, Any]]:
    """The line items of a package in its order."""
    item = LineItemVersion
    statement = select(item.record).where(item.package == slug, snapshot.shows(item)).order_by(item.position)
    return [with_package(record, slug) for record in snapshot.session.scalars(statement)]


def package_notes(snapshot: Snapshot, slug: str) -> list[dict[str, Any]]:
    """The coalition notes of a package in its order."""
    note = CoalitionNoteVersion
    statement = select(note.record).where(note.package == slug, snapshot.shows(note)).order_by(note.position, note.id)
    return [with_package(record, slug) for record in snapshot.session.scalars(statement)]


def with_package(record: Mapping[str, Any], slug: str | None) -> dict[str, Any]:
    """A part as it is served: its id, its package, and the rest."""
    return {"id": record["id"], "package": slug, **{name: value for name, value in record.items() if name != "id"}}
