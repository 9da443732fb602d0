"""One moment of the dataset, which every query of a request sees."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.engine import Engine
from sqlalchemy.exc import ProgrammingError
from sqlalchemy.orm import Session

from app.db import UNAVAILABLE, read_snapshot, unavailable
from app.models import Dataset


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A session in one snapshot, and the revision whose records it shows."""

    session: Session
    uid: str
    revision: int

    def shows(self, version: Any) -> ColumnElement[bool]:
        """True for the rows of a table of versions that hold at this revision."""
        return and_(version.valid_from <= self.revision, version.valid_to > self.revision)


@contextmanager
def open_snapshot(engine: Engine) -> Iterator[Snapshot]:
    """The dataset as it is now. A database that fails raises DatabaseUnavailableError."""
    try:
        with read_snapshot(engine) as session:
            try:
                uid, revision = session.execute(select(Dataset.uid, Dataset.revision)).one()
            except ProgrammingError as error:  # PostgreSQL's word for a table that is not there
                raise unavailable(engine, error) from error
            yield Snapshot(session, uid, revision)
    except UNAVAILABLE as error:
        raise unavailable(engine, error) from error
