"""Documents into the database: read > extract > resolve > store, a batch in one revision, a savepoint a document."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Literal

from sqlalchemy.engine import Engine
from sqlalchemy.exc import DataError, IntegrityError

from app.errors import DocumentError
from app.extract import extract, vocabulary
from app.extract.documents import read_bytes, read_document
from app.facts import Document, Reading
from app.resolve import resolve
from app.store import (
    Writer,
    has_sources,
    load_mentions,
    save_programs,
    save_reading,
    save_records,
    save_source,
    writing,
)

SUFFIXES = (".txt", ".md", ".markdown", ".html", ".htm", ".pdf")  # what is read of a folder
BATCH = 100  # documents in one revision: bounds memory, and what is lost when the process is killed

Outcome = Literal["inserted", "updated", "unchanged", "rejected"]


@dataclass(frozen=True, slots=True)
class Ingested:
    """What became of one document: `name` is its path, `error` says why it was rejected."""

    name: str
    outcome: Outcome
    source: str | None = None
    packages: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the caller knows of a document; it comes before what the document says of itself."""

    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published_on: date | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """The documents that paths lead to, and how many files of a folder were passed over."""

    paths: tuple[Path, ...]
    passed_over: int = field(default=0)


def find_documents(paths: Iterable[Path]) -> Found:
    """Files as they are named; of a folder, every file below it with a suffix that is read, sorted.

    Links to folders are passed over, so that no loop is walked. What can't be looked into stands among the documents,
    to be named when it is opened.
    """
    found: list[Path] = []
    passed_over = 0
    for path in paths:
        if not _is_folder(path):
            found.append(path)
            continue
        for file in _walk(path):
            wanted = _is_wanted(file)
            found += [file] * wanted
            passed_over += not wanted
    return Found(tuple(found), passed_over)


def _walk(folder: Path) -> Iterator[Path]:
    """All that lies below a folder but folders, in the order of the parts of its path."""
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        if path != folder and (path.is_symlink() or not _is_folder(path)):
            yield path
            continue
        try:
            waiting += sorted(path.iterdir(), reverse=True)
        except OSError:
            yield path


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a part of its path may not be looked into
        return False


def _is_wanted(path: Path) -> bool:
    """Whether a document is to be read there, be it only to say that it can't be: no pipe, and no link to a folder."""
    try:
        if path.is_dir():
            return not path.is_symlink()
        return path.suffix.lower() in SUFFIXES and (path.is_file() or not path.exists())
    except OSError:
        return True


def open_document(path: Path, metadata: Metadata) -> Document:
    """Read a file. Raises DocumentError, which names it and says what to do."""
    try:
        with path.open("rb") as file:
            data = read_bytes(file, str(path))
    except FileNotFoundError as error:
        raise DocumentError(f"{path}: there is no such file. Check the path.") from error
    except OSError as error:
        raise DocumentError(f"{path}: can't be opened ({error.strerror}). Check its permissions.") from error
    return read_document(data, str(path), **asdict(metadata))


def ingest(
    engine: Engine,
    names: Iterable[str],
    read: Callable[[str], Document],
    *,
    author: str,
    reason: str,
    batch: int = BATCH,
) -> Iterator[Ingested]:
    """Ingest the documents that `read` gives for `names`; what became of each, in order, once it is stored.

    A document that can't be read, or that the database refuses, is rejected alone; the others go on. `batch` documents
    are one revision.
    """
    remaining = iter(names)
    while some := list(islice(remaining, batch)):
        yield from _ingest_batch(engine, some, read, author, reason)


def update_vocabulary(writer: Writer) -> None:
    """Bring the database to the vocabulary of this version, which packages name."""
    save_programs(
        writer,
        (
            {
                "code": program.code,
                "name": program.name,
                "donor": program.donor,
                "authority": program.authority,
                "mechanism": program.mechanism,
                "aliases": list(program.aliases),
            }
            for program in vocabulary.programs()
        ),
    )


def load_seeds(engine: Engine, folder: Path) -> list[Ingested]:
    """Load the documents of a folder into a dataset that has no source; what became of each, none where it has one.

    All are one revision, so an interrupted start leaves the dataset without a source, to be loaded by the next. The
    vocabulary of this version is brought in either way. Raises DocumentError where there is no such folder.
    """
    if not folder.is_dir():
        raise DocumentError(f"{folder}: there is no such folder of seeds. Check AIDLEDGER_SEEDS_DIR.")
    with writing(engine, author="aidledger", reason="the vocabulary and the seeds") as writer:
        update_vocabulary(writer)
        if has_sources(writer):
            return []
        names = [str(path) for path in find_documents([folder]).paths]
        return _store_all(writer, names, _read_all(names, lambda name: open_document(Path(name), Metadata())))


def _ingest_batch(
    engine: Engine, names: list[str], read: Callable[[str], Document], author: str, reason: str
) -> list[Ingested]:
    readings = _read_all(names, read)  # slow, and needs no lock
    if all(isinstance(reading, Ingested) for reading in readings):
        return [reading for reading in readings if isinstance(reading, Ingested)]
    with writing(engine, author=author, reason=reason) as writer:
        update_vocabulary(writer)
        return _store_all(writer, names, readings)


def _read_all(names: list[str], read: Callable[[str], Document]) -> list[Reading | Ingested]:
    readings: list[Reading | Ingested] = []
    for name in names:
        try:
            readings.append(extract(read(name)))
        except DocumentError as error:
            readings.append(Ingested(name, "rejected", error=error.detail))
    return readings


def _store_all(writer: Writer, names: list[str], readings: list[Reading | Ingested]) -> list[Ingested]:
    return [
        reading if isinstance(reading, Ingested) else _store(writer, name, reading)
        for name, reading in zip(names, readings, strict=True)
    ]


def _store(writer: Writer, name: str, reading: Reading) -> Ingested:
    before = writer.changes
    try:
        with writer.session.begin_nested():
            return store_reading(writer, name, reading)
    except (IntegrityError, DataError, OverflowError, UnicodeError) as error:
        writer.changes = before
        reason = str(getattr(error, "orig", error)).strip().splitlines()[0]
        return Ingested(name, "rejected", error=f"{name}: the database refused what was read ({reason}).")


def store_reading(writer: Writer, name: str, reading: Reading) -> Ingested:
    """Store one reading and resolve what it touches; the text is read anew where more is known of it than it says."""
    before = writer.changes
    document, new = save_source(writer, reading.document)
    if document != reading.document:
        reading = extract(replace(document, warnings=reading.document.warnings))
    save_reading(writer, reading)
    resolution = resolve(load_mentions(writer.session, document.id), {document.id: document})
    slugs = save_records(writer, document.id, resolution)
    outcome: Outcome = "inserted" if new else "updated" if writer.changes > before else "unchanged"
    return Ingested(name, outcome, document.id, tuple(slugs), reading.warnings + resolution.warnings)
