"""Clients of the application over databases that no test writes to, and a count of the queries that a request makes."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import pytest
import uvicorn
from fastapi import FastAPI
from sqlalchemy import event
from sqlalchemy.engine import Engine
from starlette.testclient import TestClient

from app.api import create_app
from app.db import open_engine
from app.settings import Settings
from tests.conftest import Databases
from tests.library import fill_library, ingest_seed

CountQueries = Callable[[], AbstractContextManager[list[str]]]


def open_client(url: str) -> Iterator[TestClient]:
    engine = open_engine(url)
    with TestClient(create_app(engine, Settings()), headers={"Accept-Encoding": "identity"}) as client:
        client.engine = engine  # type: ignore[attr-defined]
        yield client


@contextmanager
def serve(app: FastAPI) -> Iterator[str]:
    """The address of an application on a real port."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="on"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        while not server.started:
            time.sleep(0.01)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="session")
def client(databases: Databases) -> Iterator[TestClient]:
    """A client of the library."""
    yield from open_client(databases.copy(databases.template("library", fill_library)))


@pytest.fixture(scope="session")
def seed_client(databases: Databases) -> Iterator[TestClient]:
    """A client of the seed article's records."""
    yield from open_client(databases.copy(databases.template("seed", ingest_seed)))


@pytest.fixture
def count_queries(client: TestClient) -> CountQueries:
    """A block in which the queries of the library's client are collected."""
    engine: Engine = client.engine  # type: ignore[attr-defined]

    @contextmanager
    def collecting() -> Iterator[list[str]]:
        queries: list[str] = []

        def collect(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
            if statement.startswith("SELECT"):
                queries.append(statement)

        event.listen(engine, "before_cursor_execute", collect)
        yield queries
        event.remove(engine, "before_cursor_execute", collect)

    return collecting
