"""Health and readiness."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import make_url, text
from sqlalchemy.engine import Engine
from starlette.testclient import TestClient

from app.api import create_app
from app.db import open_engine
from app.settings import Settings
from tests.conftest import Databases
from tests.library import fill_library


def test_a_sound_server_is_alive_and_ready(client: TestClient) -> None:
    assert client.get("/healthz").json() == client.get("/readyz").json() == {"status": "ok"}


def test_a_server_over_an_old_schema_is_alive_and_not_ready(library_engine: Engine) -> None:
    with library_engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0000'"))
    with TestClient(create_app(library_engine, Settings())) as client:
        assert client.get("/healthz").status_code == 200
        answer = client.get("/readyz")
    assert (answer.status_code, answer.headers["content-type"]) == (503, "application/problem+json")
    assert "Run `aidledger db upgrade`" in answer.json()["detail"]


def test_a_database_without_tables_is_503_with_retry_after(databases: Databases) -> None:
    with TestClient(create_app(open_engine(databases.empty()), Settings())) as client:
        answer = client.get("/v1/packages")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
    assert answer.json()["type"] == "urn:aidledger:problem:database-unavailable"
    assert answer.json()["detail"] == "The database can't be reached. Try again in a few seconds."


def test_an_empty_dataset_answers_empty_lists(engine: Engine) -> None:
    with TestClient(create_app(engine, Settings())) as client:
        for path in ("packages", "line-items", "coalition-notes", "sources", "evidence", "programs"):
            answer = client.get(f"/v1/{path}").json()
            assert (answer["data"], answer["meta"]["total"], answer["page"]["next"]) == ([], 0, None)
        assert client.get("/v1/meta").json()["updated_at"] is None


def test_a_database_that_goes_away_is_503_and_one_that_comes_back_is_200(databases: Databases) -> None:
    url = databases.copy(databases.template("library", fill_library))
    engine = open_engine(url)
    with TestClient(create_app(engine, Settings())) as client:
        assert client.get("/v1/packages").status_code == 200
        with away(databases, url, engine):
            for path in ("/v1/packages", "/readyz"):
                answer = client.get(path)
                assert (answer.status_code, answer.headers["content-type"]) == (503, "application/problem+json")
            assert client.get("/healthz").status_code == 200
        assert client.get("/v1/packages").status_code == 200


@contextmanager
def away(databases: Databases, url: str, engine: Engine) -> Iterator[None]:
    """A block in which a database can't be reached."""
    name = str(engine.url.database)
    if databases.backend == "sqlite":
        engine.dispose()
        hidden = Path(name).rename(f"{name}.hidden")
        Path(name).mkdir()
        yield
        Path(name).rmdir()
        hidden.rename(name)
        return
    server = open_engine(make_url(url).set(database="postgres").render_as_string(hide_password=False))
    with server.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false"))
        connection.execute(
            text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :name"), {"name": name}
        )
        yield
        connection.execute(text(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true"))
    server.dispose()


def test_a_defect_of_the_server_is_a_problem_and_no_traceback(
    library_engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("a secret of the server")

    monkeypatch.setattr("app.queries.packages.list_packages", fail)
    with TestClient(create_app(library_engine, Settings()), raise_server_exceptions=False) as client:
        answer = client.get("/v1/packages")
    assert (answer.status_code, answer.headers["content-type"]) == (500, "application/problem+json")
    assert answer.json()["type"] == "urn:aidledger:problem:internal"
    assert "secret" not in answer.text
