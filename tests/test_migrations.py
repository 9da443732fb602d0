"""The chain of migrations, on both databases."""

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect, select, text
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from app.db import Base, open_engine
from app.errors import DatabaseUnavailableError
from app.migrate import require_current_schema, schema_revisions, upgrade
from app.models import Dataset
from app.settings import ROOT
from tests.conftest import Databases


def test_the_migrations_make_what_the_models_say(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, Base.metadata) == []


def test_alembic_check_is_clean(engine: Engine) -> None:
    config = Config(toml_file=str(ROOT / "pyproject.toml"))
    with engine.connect() as connection:
        config.attributes["connection"] = connection
        command.check(config)


def test_upgrading_again_changes_nothing(engine: Engine) -> None:
    with Session(engine) as session:
        uid = session.scalar(select(Dataset.uid))
    upgrade(engine)
    with Session(engine) as session:
        assert session.scalar(select(Dataset.uid)) == uid
        assert session.scalar(select(Dataset.revision)) == 0


def test_downgrading_leaves_no_table_but_alembics(engine: Engine) -> None:
    config = Config(toml_file=str(ROOT / "pyproject.toml"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
    assert inspect(engine).get_table_names() == ["alembic_version"]


def test_a_database_without_tables_is_refused_with_what_to_do(databases: Databases) -> None:
    engine = open_engine(databases.empty())
    with pytest.raises(DatabaseUnavailableError, match=r"has no tables yet\. Run `aidledger db upgrade`"):
        require_current_schema(engine)
    require_current_schema(engine, create=True)
    current, head = schema_revisions(engine)
    assert current == head
    engine.dispose()


def test_a_schema_of_another_version_is_refused_with_what_to_do(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0000'"))
    with pytest.raises(DatabaseUnavailableError, match=r"has schema 0000, this version needs \d+. Run"):
        require_current_schema(engine, create=True)


def test_a_database_of_a_newer_version_is_refused_with_what_to_do(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(DatabaseUnavailableError, match=r"a newer version of aidledger made this database"):
        upgrade(engine)


def test_every_constraint_has_a_name_of_the_convention() -> None:
    for table in Base.metadata.tables.values():
        assert all(str(constraint.name).split("_")[0] in ("pk", "fk", "uq", "ck") for constraint in table.constraints)
        assert all(str(index.name).startswith("ix_") for index in table.indexes)
