"""Alembic's environment: runs on a connection that is handed in, or opens the database of the settings."""

from alembic import context

from app.db import Base, open_engine
from app.models import Dataset
from app.settings import get_settings

assert Dataset.metadata is Base.metadata  # importing the models fills the metadata


def run(connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        compare_type=True,
        compare_server_default=True,
    )
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    engine = open_engine(get_settings().database_url)
    with engine.begin() as connection:
        run(connection)
