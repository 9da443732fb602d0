"""Health and readiness."""

from sqlalchemy import text
from sqlalchemy.engine import Engine
from starlette.testclient import TestClient

from app.api import create_app
from app.db import open_engine
from app.settings import Settings
from tests.conftest import Databases


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
