"""The command line: aidledger serve | ingest | extract | check | db upgrade."""

import io
import json
import socket
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy.engine import Engine

from app.errors import AppError, DocumentError
from app.extract.documents import read_bytes, read_document
from app.facts import Document
from app.ingest import SUFFIXES, Ingested, Metadata, find_documents, load_seeds, open_document
from app.ingest import ingest as ingest_documents
from app.settings import get_settings

cli = typer.Typer(
    help="Read announcements of security assistance into records, each fact tied to its words, and serve them.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
database = typer.Typer(help="Look after the database.", no_args_is_help=True)
cli.add_typer(database, name="db")

Paths = Annotated[
    list[Path],
    typer.Argument(help="Files, and folders of text, Markdown, HTML and PDF files; - reads standard input"),
]
Published = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], help="Day of publication, where the document does not say it"),
]
Publisher = Annotated[str | None, typer.Option(help="Publisher, where the document does not say it")]
Title = Annotated[str | None, typer.Option(help="Title, where the document does not say it")]
Url = Annotated[str | None, typer.Option(help="Address, where the document does not say it")]
STANDARD_INPUT = Path("-")


@dataclass
class _Input:
    """The documents that a command was given, with what the caller knows of them."""

    metadata: Metadata
    passed_over: int = 0

    def names(self, paths: list[Path]) -> list[str]:
        """The documents that paths lead to; raises DocumentError where they lead to none."""
        found = find_documents(path for path in paths if path != STANDARD_INPUT)
        self.passed_over = found.passed_over
        names = [str(path) for path in found.paths] + ["-"] * (STANDARD_INPUT in paths)
        if not names:
            raise DocumentError(f"{', '.join(map(str, paths))}: no file that is read is there ({', '.join(SUFFIXES)}).")
        return names

    def read(self, name: str) -> Document:
        if name == "-":
            data = read_bytes(sys.stdin.buffer, "standard input")
            return read_document(data, "standard input", **asdict(self.metadata))
        return open_document(Path(name), self.metadata)


def _input(title: str | None, publisher: str | None, url: str | None, published: datetime | None) -> _Input:
    return _Input(Metadata(title, publisher, url, None if published is None else published.date()))


def main() -> None:
    """Run the command line; an error is one line on standard error and exit status 1."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # JSON is UTF-8, whatever the locale
    try:
        cli()
    except AppError as error:
        _complain(error.detail)
        raise SystemExit(1) from None
    except BrokenPipeError:  # the reader of a pipe has gone
        raise SystemExit(1) from None


def _complain(line: str) -> None:
    typer.echo(f"aidledger: {line}", err=True)


def _open_database(*, create: bool = False) -> Engine:
    from app.db import open_engine
    from app.migrate import require_current_schema

    engine = open_engine(get_settings().database_url, create=create)
    require_current_schema(engine, create=create)
    return engine


@database.command()
def upgrade() -> None:
    """Bring the database's schema up to date."""
    from app.db import open_engine
    from app.migrate import schema_revisions
    from app.migrate import upgrade as upgrade_schema

    engine = open_engine(get_settings().database_url)
    before, _ = schema_revisions(engine)
    upgrade_schema(engine)
    after, _ = schema_revisions(engine)
    state = "was up to date" if before == after else f"went from {before or 'nothing'} to {after}"
    typer.echo(f"{engine.url.render_as_string()}: the schema {state}.")


@cli.command()
def extract(
    paths: Paths,
    published: Published = None,
    publisher: Publisher = None,
    title: Title = None,
    url: Url = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Tell why each amount was taken or left, and the rule behind each fact")
    ] = False,
) -> None:
    """Print the records that each document would make, one JSON object a line. Uses no database."""
    from app.extract import extract as read_facts
    from app.extraction import extraction

    source = _input(title, publisher, url, published)
    rejected = 0
    for name in source.names(paths):
        try:
            reading = read_facts(source.read(name))
        except DocumentError as error:
            _complain(error.detail)
            rejected += 1
            continue
        stem = "-" if name == "-" else Path(name).stem
        print(json.dumps(extraction(stem, reading, explain=explain), ensure_ascii=False))  # noqa: T201
    if source.passed_over:
        typer.echo(f"{source.passed_over} other file{'' if source.passed_over == 1 else 's'} passed over.", err=True)
    raise typer.Exit(1 if rejected else 0)


@cli.command()
def ingest(
    paths: Paths,
    published: Published = None,
    publisher: Publisher = None,
    title: Title = None,
    url: Url = None,
) -> None:
    """Read documents into the database. The same document again changes nothing."""
    from rich.console import Console
    from rich.progress import Progress

    source = _input(title, publisher, url, published)
    names = source.names(paths)
    engine = _open_database(create=True)
    console = Console(stderr=True)
    counts: Counter[str] = Counter()
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("Reading", total=len(names))
        for done in ingest_documents(engine, names, source.read, author="command line", reason="aidledger ingest"):
            counts[done.outcome] += 1
            progress.advance(task)
            _tell([done])
    passed = f", {source.passed_over} passed over" if source.passed_over else ""
    shown = ", ".join(f"{counts[outcome]} {outcome}" for outcome in ("inserted", "updated", "unchanged", "rejected"))
    typer.echo(f"{len(names)} document{'' if len(names) == 1 else 's'}: {shown}{passed}.")
    raise typer.Exit(1 if counts["rejected"] else 0)


def _tell(results: Iterable[Ingested]) -> None:
    """Say what was rejected, and what a reader of the new records should know."""
    for done in results:
        if done.error is not None:
            _complain(done.error)
        for warning in done.warnings if done.outcome != "unchanged" else ():
            typer.echo(f"{done.name}: {warning}", err=True)


@cli.command()
def check() -> None:
    """Hold the dataset to its invariants, over all versions; exit status 1 where one does not hold."""
    from app.checks import run_checks

    engine = _open_database()
    wrong = 0
    for wrong, line in enumerate(run_checks(engine), start=1):  # noqa: B007
        typer.echo(line)
    typer.echo("The dataset is clean." if not wrong else f"{wrong} things are wrong.")
    raise typer.Exit(1 if wrong else 0)


@cli.command()
def serve(
    host: Annotated[str, typer.Option(help="Address to listen on")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on", min=1, max=65535)] = 8000,
    workers: Annotated[int, typer.Option(help="Processes", min=1)] = 1,
) -> None:
    """Bring the schema up to date, load the seeds into an empty database, and serve."""
    import uvicorn

    from app.db import open_engine
    from app.migrate import upgrade as upgrade_schema

    engine = open_engine(get_settings().database_url)
    _require_free_port(host, port)
    upgrade_schema(engine)
    folder = get_settings().seeds_dir
    loaded = load_seeds(engine, folder)
    _tell(loaded)
    if loaded:
        inserted = sum(done.outcome == "inserted" for done in loaded)
        typer.echo(f"Loaded {inserted} of {len(loaded)} documents from {folder}.")
    engine.dispose()
    typer.echo(f"aidledger serves http://{host}:{port}/v1/packages, documented at http://{host}:{port}/docs")
    uvicorn.run("app.api.asgi:app", host=host, port=port, workers=workers, log_level="warning")


def _require_free_port(host: str, port: int) -> None:
    """Refuse an address that can't be listened on before anything is written."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            _complain(f"{host}:{port} can't be listened on ({error.strerror}). Choose another --host or --port.")
            raise typer.Exit(1) from error
