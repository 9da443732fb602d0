"""Sources, their texts, and the programs."""

from typing import Any

from sqlalchemy import func, select

from app.errors import NotFoundError
from app.models import Facet, PackageVersion, Program, Source, SourceVersion
from app.queries.moments import iso_moment
from app.queries.paging import Key, Order, Page, PageRequest, Statement, day_key, fetch_page, text_key
from app.queries.snapshot import Snapshot

SOURCE_ORDER = Order(
    "sources",
    (
        Key("published_on", SourceVersion.published_on, day_key, descending=True, nullable=True),
        Key("id", Source.id, text_key),
    ),
)
PROGRAM_ORDER = Order("programs", (Key("code", Program.code, text_key),))


def _selected_sources(snapshot: Snapshot) -> Statement:
    return (
        select(
            Source.id,
            SourceVersion.title,
            SourceVersion.publisher,
            SourceVersion.url,
            SourceVersion.published_on,
            Source.retrieved_at,
            Source.media_type,
            Source.sha256,
            Source.length,
        )
        .join(SourceVersion, SourceVersion.source_id == Source.id)
        .where(snapshot.shows(SourceVersion))
    )


def _source(row: Any) -> dict[str, Any]:
    published = row.published_on
    return {
        **row._asdict(),
        "published_on": None if published is None else published.isoformat(),
        "retrieved_at": iso_moment(row.retrieved_at),
    }


def _add_packages(snapshot: Snapshot, rows: list[dict[str, Any]]) -> None:
    """Put into each source the slugs of the packages that it speaks of."""
    by_id = {row["id"]: row.setdefault("packages", []) for row in rows}
    statement = (
        select(Facet.value, Facet.key)
        .where(Facet.record == "package", Facet.name == "source", Facet.value.in_(sorted(by_id)), snapshot.shows(Facet))
        .order_by(Facet.key)
    )
    for source, slug in snapshot.session.execute(statement):
        by_id[source].append(slug)


def list_sources(snapshot: Snapshot, request: PageRequest) -> Page:
    """A page of sources, the last published first, undated ones last."""
    page = fetch_page(snapshot, _selected_sources(snapshot), SOURCE_ORDER, request, _source)
    _add_packages(snapshot, page.rows)
    return page


def get_source(snapshot: Snapshot, source: str) -> dict[str, Any]:
    """One source. Raises NotFoundError."""
    row = snapshot.session.execute(_selected_sources(snapshot).where(Source.id == source)).one_or_none()
    if row is None:
        raise _no_source(source)
    answer = _source(row)
    _add_packages(snapshot, [answer])
    return answer


def get_source_text(snapshot: Snapshot, source: str) -> str:
    """The stored text of a source, which its evidence counts code points in. Raises NotFoundError."""
    statement = (
        select(Source.text)
        .join(SourceVersion, SourceVersion.source_id == Source.id)
        .where(Source.id == source, snapshot.shows(SourceVersion))
    )
    text = snapshot.session.scalar(statement)
    if text is None:
        raise _no_source(source)
    return text


def _no_source(source: str) -> NotFoundError:
    return NotFoundError(f"There is no source {source!r}. /v1/sources lists those that there are.")


def _selected_programs(snapshot: Snapshot) -> Statement:
    package = PackageVersion
    sums = (
        select(
            package.program.label("code"),
            func.count().label("packages"),
            func.sum(package.amount_usd).label("amount_usd"),
        )
        .where(package.nature == "tranche", snapshot.shows(package))
        .group_by(package.program)
        .subquery()
    )
    return select(Program, Program.code, sums.c.packages, sums.c.amount_usd).outerjoin(
        sums, sums.c.code == Program.code
    )


def _program(row: Any) -> dict[str, Any]:
    program = row.Program
    return {
        **{name: getattr(program, name) for name in ("code", "name", "donor", "authority", "mechanism", "aliases")},
        "packages": row.packages or 0,
        "amount_usd": int(row.amount_usd or 0),
    }


def list_programs(snapshot: Snapshot, request: PageRequest) -> Page:
    """A page of programs by code, each with how many tranches it has and their stated sum in US dollars."""
    return fetch_page(snapshot, _selected_programs(snapshot), PROGRAM_ORDER, request, _program)


def get_program(snapshot: Snapshot, code: str) -> dict[str, Any]:
    """One program. Raises NotFoundError."""
    row = snapshot.session.execute(_selected_programs(snapshot).where(Program.code == code)).one_or_none()
    if row is None:
        raise NotFoundError(f"There is no program {code!r}. /v1/programs lists those that there are.")
    return _program(row)
