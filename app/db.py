"""Engine, transactions and column types for SQLite and PostgreSQL.

Every reader runs in one snapshot; every writer holds the lock of the dataset's row before it reads.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import URL, DateTime, Dialect, MetaData, String, TypeDecorator, create_engine, event, make_url
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import ArgumentError, DBAPIError, InterfaceError, NoSuchModuleError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.orm import DeclarativeBase, Session
from sqlalchemy.pool import ConnectionPoolEntry

from app.errors import DatabaseUnavailableError

NAMING_CONVENTION = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
SQLITE_BUSY_SECONDS = 30
POSTGRES_CONNECT_SECONDS = 10


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMING_CONVENTION)


class UTCDateTime(TypeDecorator[datetime]):
    """A moment, always timezone-aware and in UTC; a naive one is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value} has no time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def key_type(length: int | None = None) -> String:
    """Text that both databases order by code point: SQLite's own order, PostgreSQL's collation "C"."""
    return String(length).with_variant(String(length, collation="C"), "postgresql")


def open_engine(url: str, *, create: bool = True) -> Engine:
    """An engine for a database that answers; without `create`, a file that is not there is not made.

    Raises DatabaseUnavailableError, naming the database without its password, when it does not answer.
    """
    try:
        parsed = make_url(url)
        if parsed.drivername in ("postgres", "postgresql"):
            parsed = parsed.set(drivername="postgresql+psycopg")
        backend = parsed.get_backend_name()
        if backend not in ("sqlite", "postgresql"):
            raise DatabaseUnavailableError(
                f"{parsed.render_as_string()}: aidledger stores in sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME."
            )
        timeout = (
            {"timeout": SQLITE_BUSY_SECONDS} if backend == "sqlite" else {"connect_timeout": POSTGRES_CONNECT_SECONDS}
        )
        engine = create_engine(parsed, connect_args=timeout, pool_pre_ping=backend == "postgresql")
        _require_file(parsed, create=create)
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        raise DatabaseUnavailableError(
            f"AIDLEDGER_DATABASE_URL is no database URL ({error}). "
            "Use sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME."
        ) from error
    if backend == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    try:
        engine.connect().close()
    except (DBAPIError, sqlite3.Error) as error:
        engine.dispose()
        raise unavailable(engine, error) from error
    return engine


def _require_file(url: URL, *, create: bool) -> None:
    if url.get_backend_name() != "sqlite":
        return
    if url.database in (None, "", ":memory:"):
        raise DatabaseUnavailableError(
            f"{url.render_as_string()}: a database in memory is lost at once. Name a file: sqlite:///FILE."
        )
    if not create and not Path(str(url.database)).exists():
        raise DatabaseUnavailableError(
            f"{url.render_as_string()}: there is no such file. Check AIDLEDGER_DATABASE_URL."
        )


# What a driver raises when the database is at fault, and what the pool raises when it has no connection left; other
# errors of a driver are defects of ours.
UNAVAILABLE = (OperationalError, InterfaceError, PoolTimeoutError)


def unavailable(engine: Engine, error: Exception) -> DatabaseUnavailableError:
    """The error for a database that failed, in one line that names it and says what to do."""
    reason = str(getattr(error, "orig", error)).strip().splitlines()[0]
    advice = (
        "Check that the folder exists and may be written, and that the file is an SQLite database."
        if engine.dialect.name == "sqlite"
        else "Check that the server runs and that host, name, user and password are right."
    )
    return DatabaseUnavailableError(f"{engine.url.render_as_string()}: can't use this database ({reason}). {advice}")


def _prepare_sqlite(connection: sqlite3.Connection, _record: ConnectionPoolEntry) -> None:
    # The driver's own BEGIN comes too late and never for a read; None leaves transactions to _begin_sqlite.
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin_sqlite(connection: Connection) -> None:
    # A writer takes the lock before it reads: a read lock that is raised later can fail without waiting.
    writes = connection.get_execution_options().get("aidledger_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def read_snapshot(engine: Engine) -> Iterator[Session]:
    """A session in which every query sees the database at one moment."""
    options: dict[str, Any] = {}
    if engine.dialect.name == "postgresql":
        options = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    with engine.connect().execution_options(**options) as connection, Session(connection) as session:
        yield session


@contextmanager
def write_transaction(engine: Engine) -> Iterator[Session]:
    """A session that commits when the block ends and rolls back when it raises.

    On SQLite it holds the write lock from its start; on PostgreSQL the caller locks the dataset's row first.
    """
    with (
        engine.connect().execution_options(aidledger_writes=True) as connection,
        connection.begin(),
        Session(connection, join_transaction_mode="create_savepoint") as session,
    ):
        yield session
        session.commit()
