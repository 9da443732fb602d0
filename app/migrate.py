"""The database's schema: brought up to date, or found to be so."""

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text
from sqlalchemy.engine import Engine
from sqlalchemy.exc import DBAPIError

from app.db import unavailable
from app.errors import DatabaseUnavailableError
from app.settings import ROOT

MIGRATION_LOCK = 0x616964  # "aid": processes that start together migrate one after the other


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(ROOT / "migrations").replace("%", "%%"))
    return config


def schema_revisions(engine: Engine) -> tuple[str | None, str | None]:
    """The revision of the database's schema (None when there is none yet) and the newest one."""
    with engine.connect() as connection:
        current = MigrationContext.configure(connection).get_current_revision()
    return current, ScriptDirectory.from_config(_config()).get_current_head()


def upgrade(engine: Engine) -> None:
    """Bring the schema up to date; does nothing where it is. Safe when several processes start at once."""
    current, head = schema_revisions(engine)
    if current == head:
        return
    config = _config()
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if current is not None and current not in known:
        raise DatabaseUnavailableError(
            f"{engine.url.render_as_string()}: a newer version of aidledger made this database (schema {current}, "
            f"this version knows {head}). Use that version or a later one."
        )
    try:
        with engine.connect().execution_options(aidledger_writes=True) as connection, connection.begin():
            if engine.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": MIGRATION_LOCK})
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    except DBAPIError as error:
        raise unavailable(engine, error) from error


def require_current_schema(engine: Engine, *, create: bool = False) -> None:
    """Raise DatabaseUnavailableError unless the schema is the newest; with `create`, make it in an empty database."""
    current, head = schema_revisions(engine)
    if current is None and create:
        upgrade(engine)
    elif current != head:
        state = "has no tables yet" if current is None else f"has schema {current}, this version needs {head}"
        raise DatabaseUnavailableError(
            f"{engine.url.render_as_string()}: the database {state}. Run `aidledger db upgrade`.",
            public=f"The database {state}. Run `aidledger db upgrade`.",
        )
