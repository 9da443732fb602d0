"""What the dataset holds."""

from typing import Any

from sqlalchemy import func, select

from app.models import Claim, CoalitionNoteVersion, LineItemVersion, PackageVersion, Revision, SourceVersion
from app.queries.moments import iso_moment
from app.queries.snapshot import Snapshot


def get_meta(snapshot: Snapshot) -> dict[str, Any]:
    """The revision, the counts of current records, the last update, and who gives and receives in the data."""
    updated = snapshot.session.scalar(select(Revision.at).where(Revision.number == snapshot.revision))
    counted = {
        "packages": PackageVersion,
        "line_items": LineItemVersion,
        "coalition_notes": CoalitionNoteVersion,
        "sources": SourceVersion,
        "claims": Claim,
    }
    counts = select(
        *(
            select(func.count()).select_from(model).where(snapshot.shows(model)).scalar_subquery().label(name)
            for name, model in counted.items()
        )
    )
    return {
        "uid": snapshot.uid,
        "revision": snapshot.revision,
        "updated_at": None if updated is None else iso_moment(updated),
        "counts": snapshot.session.execute(counts).one()._asdict(),
        "donors": _places(snapshot, PackageVersion.donor),
        "recipients": _places(snapshot, PackageVersion.recipient),
    }


def _places(snapshot: Snapshot, column: Any) -> list[dict[str, Any]]:
    statement = (
        select(column, func.count())
        .where(column.is_not(None), snapshot.shows(PackageVersion))
        .group_by(column)
        .order_by(column)
    )
    return [{"code": code, "packages": count} for code, count in snapshot.session.execute(statement)]
