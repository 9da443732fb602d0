"""Engines, transactions and column types, on both databases."""

import threading
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import insert, select, text
from sqlalchemy.engine import Engine
from sqlalchemy.exc import IntegrityError, StatementError
from sqlalchemy.orm import Session

from app.db import open_engine, read_snapshot, write_transaction
from app.errors import DatabaseUnavailableError
from app.models import Dataset, Membership, Revision, Slug

NOON = datetime(2023, 5, 9, 12, tzinfo=UTC)


def revision(number: int, at: datetime = NOON) -> dict[str, object]:
    return {"number": number, "at": at, "author": "test", "reason": "test"}


def test_a_moment_comes_back_in_utc(engine: Engine) -> None:
    elsewhere = NOON.astimezone(timezone(timedelta(hours=5)))
    with write_transaction(engine) as session:
        session.execute(insert(Revision).values(revision(1, elsewhere)))
    with read_snapshot(engine) as session:
        moment = session.scalars(select(Revision.at)).one()
    assert (moment, moment.utcoffset()) == (NOON, timedelta(0))


def test_a_moment_without_a_zone_is_refused(engine: Engine) -> None:
    with pytest.raises(StatementError, match="has no time zone"), write_transaction(engine) as session:
        session.execute(insert(Revision).values(revision(1, datetime(2023, 5, 9))))  # noqa: DTZ001


def test_foreign_keys_are_enforced(engine: Engine) -> None:
    with pytest.raises(IntegrityError), write_transaction(engine) as session:
        session.execute(insert(Slug).values(slug="x", revision=7, created_at=NOON))
    with pytest.raises(IntegrityError), write_transaction(engine) as session:
        session.execute(insert(Membership).values(mention_id="m", slug="x", valid_from=1, valid_to=2))


def test_a_transaction_that_raises_leaves_nothing(engine: Engine) -> None:
    def fail() -> None:
        with write_transaction(engine) as session:
            session.execute(insert(Revision).values(revision(1)))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    with read_snapshot(engine) as session:
        assert session.scalars(select(Revision.number)).all() == []


def test_a_reader_sees_one_moment_while_a_writer_commits(engine: Engine) -> None:
    with read_snapshot(engine) as reader:
        before = reader.scalar(select(Dataset.revision))
        with write_transaction(engine) as writer:
            writer.execute(text("UPDATE dataset SET revision = 5"))
        reader.expire_all()
        assert reader.scalar(select(Dataset.revision)) == before == 0
    with read_snapshot(engine) as reader:
        assert reader.scalar(select(Dataset.revision)) == 5


def test_two_writers_come_one_after_the_other(engine: Engine) -> None:
    def add_one() -> None:
        with write_transaction(engine) as session:
            dataset = session.scalars(select(Dataset).with_for_update()).one()
            session.execute(text("UPDATE dataset SET revision = :next"), {"next": dataset.revision + 1})

    def add_ten() -> None:
        for _ in range(10):
            add_one()

    threads = [threading.Thread(target=add_ten) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with Session(engine) as session:
        assert session.scalar(select(Dataset.revision)) == 20


def test_text_keys_sort_by_code_point(engine: Engine) -> None:
    keys = ["a-b", "a_b", "aB", "ab", "é", "z", "Z"]
    with write_transaction(engine) as session:
        session.execute(insert(Revision).values(revision(1)))
        session.execute(insert(Slug), [{"slug": key, "revision": 1, "created_at": NOON} for key in keys])
    with read_snapshot(engine) as session:
        assert session.scalars(select(Slug.slug).order_by(Slug.slug)).all() == sorted(keys)


def test_sqlite_is_durable_and_writes_ahead(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'x.db'}")
    with engine.connect() as connection:
        pragmas = [
            connection.scalar(text(f"PRAGMA {name}")) for name in ("journal_mode", "synchronous", "foreign_keys")
        ]
    engine.dispose()
    assert pragmas == ["wal", 2, 1]


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("sqlite:////no/such/folder/x.db", "sqlite:////no/such/folder/x.db: can't use this database"),
        ("postgresql://me:secret@127.0.0.1:1/x", r"me:\*\*\*@127.0.0.1:1/x: can't use this database"),
        ("mysql://me:secret@host/x", "aidledger stores in sqlite:///FILE or postgresql://"),
        ("nonsense", "is no database URL"),
        ("postgresql://host:port/x", "is no database URL"),
        ("sqlite://", "a database in memory is lost at once"),
        ("sqlite:///:memory:", "a database in memory is lost at once"),
        ("oracle+nonsense://x", "aidledger stores in|is no database URL"),
    ],
)
def test_a_database_that_can_not_be_opened_is_named_without_its_password(url: str, words: str) -> None:
    with pytest.raises(DatabaseUnavailableError, match=words) as caught:
        open_engine(url)
    assert "secret" not in caught.value.detail
    assert "\n" not in caught.value.detail


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    path.write_bytes(b"these are notes and no database " * 100)
    before = path.read_bytes()
    with pytest.raises(DatabaseUnavailableError, match="file is not a database"):
        open_engine(f"sqlite:///{path}")
    assert path.read_bytes() == before
