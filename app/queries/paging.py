"""Keyset paging: a page begins behind the keys of the last row of the page before, so a deep page costs what the
first does. Nulls come last in both directions; the last key is unique.
"""

import base64
import binascii
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, false, func, or_, select

from app.errors import InvalidCursorError
from app.queries.snapshot import Snapshot

Statement = Select[*tuple[Any, ...]]
LARGEST_INTEGER = 2**31 - 1
LARGEST_BIG_INTEGER = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Key:
    """One key of an order: its column, the name that it has in a selected row, and how a cursor's value is read."""

    name: str
    column: Any
    parse: Callable[[Any], Any]
    descending: bool = False
    nullable: bool = False

    def order(self) -> ColumnElement[Any]:
        directed = self.column.desc() if self.descending else self.column.asc()
        return directed.nulls_last() if self.nullable else directed  # type: ignore[no-any-return]

    def equals(self, value: Any) -> ColumnElement[bool]:
        return self.column.is_(None) if value is None else self.column == value  # type: ignore[no-any-return]

    def follows(self, value: Any) -> ColumnElement[bool]:
        if value is None:
            return false()
        later = self.column < value if self.descending else self.column > value
        return or_(later, self.column.is_(None)) if self.nullable else later


@dataclass(frozen=True, slots=True)
class Order:
    """A named order; the name is part of a cursor, which fits no other order."""

    name: str
    keys: tuple[Key, ...]

    def behind(self, values: Sequence[Any]) -> ColumnElement[bool]:
        """True for the rows behind these values of the keys."""
        return or_(
            *(
                and_(
                    *(key.equals(value) for key, value in zip(self.keys[:depth], values[:depth], strict=True)),
                    self.keys[depth].follows(values[depth]),
                )
                for depth in range(len(self.keys))
            )
        )


@dataclass(frozen=True, slots=True)
class PageRequest:
    """How many rows, and behind which cursor."""

    limit: int
    cursor: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows, how many there are in all, and the cursor of the next page: None on the last one."""

    rows: list[dict[str, Any]]
    total: int
    next_cursor: str | None


def text_key(value: Any) -> str:
    if not isinstance(value, str) or not value.isprintable():
        raise ValueError("no text")
    return value


def big_integer_key(value: Any) -> int:
    """For a column of 64 bits."""
    if not isinstance(value, int) or isinstance(value, bool) or abs(value) > LARGEST_BIG_INTEGER:
        raise ValueError("no integer")
    return value


def integer_key(value: Any) -> int:
    """For a column of 32 bits: PostgreSQL refuses to compare it with more."""
    if abs(big_integer_key(value)) > LARGEST_INTEGER:
        raise ValueError("no integer of 32 bits")
    return int(value)


def day_key(value: Any) -> date:
    return date.fromisoformat(text_key(value))


def fetch_page(
    snapshot: Snapshot,
    statement: Statement,
    order: Order,
    request: PageRequest,
    build: Callable[[Any], dict[str, Any]],
) -> Page:
    """One page of a statement, its rows made by `build`, in two queries: the count and the rows.

    Every key of the order is selected under its name. Raises InvalidCursorError for a cursor of another list.
    """
    behind = None if request.cursor is None else order.behind(_decode(request.cursor, order))
    counted = select(func.count()).select_from(statement.with_only_columns(order.keys[-1].column).subquery())
    total = snapshot.session.scalar(counted) or 0
    page = statement.order_by(*(key.order() for key in order.keys)).limit(request.limit + 1)
    rows = snapshot.session.execute(page if behind is None else page.where(behind)).all()
    more = len(rows) > request.limit
    rows = rows[: request.limit]
    cursor = _encode(order, rows[-1]) if more else None
    return Page([build(row) for row in rows], total, cursor)


def _encode(order: Order, row: Any) -> str:
    values = [getattr(row, key.name) for key in order.keys]
    data = [order.name, *(value.isoformat() if isinstance(value, date) else value for value in values)]
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _decode(cursor: str, order: Order) -> list[Any]:
    try:
        data = json.loads(base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True))
        name, *values = data
        if name != order.name or len(values) != len(order.keys):
            raise ValueError("a cursor of another list")
        return [
            None if value is None and key.nullable else key.parse(value)
            for key, value in zip(order.keys, values, strict=True)
        ]
    except (ValueError, TypeError, binascii.Error, RecursionError) as error:
        raise InvalidCursorError from error
