"""/v1/meta"""

from typing import Any, get_args

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.api.problems import LIST_ERRORS
from app.api.reading import SOFTWARE, open_reading
from app.extract import vocabulary
from app.queries.meta import get_meta as read_meta
from app.schemas.meta import Meta
from app.schemas.parameters import NoParameters
from app.schemas.records import ItemKind, Mechanism, Method, Nature, Precision, Qualifier

router = APIRouter(prefix="/v1/meta", tags=["about"])


@router.get("", response_model=Meta, responses=LIST_ERRORS)
def get_meta(request: Request, _asked: NoParameters) -> Response:
    """Get what the dataset is and holds, and every vocabulary that a filter can name."""
    with open_reading(request) as read:
        found = read_meta(read.snapshot)
        for side in ("donors", "recipients"):
            found[side] = [{**row, "name": vocabulary.place_name(row["code"])} for row in found[side]]
        return read.record({**found, "version": SOFTWARE, "vocabularies": vocabularies()})


def vocabularies() -> dict[str, Any]:
    """Every value that a filter can name, for drop-downs."""
    return {
        "programs": [{"code": one.code, "name": one.name, "donor": one.donor} for one in vocabulary.programs()],
        "categories": [{"code": one.code, "meaning": one.meaning} for one in vocabulary.categories()],
        "note_kinds": [{"code": one.code, "meaning": one.meaning} for one in vocabulary.note_kinds()],
        "systems": [
            {"designation": one.designation, "category": one.category, "kind": one.kind} for one in vocabulary.systems()
        ],
        "item_kinds": get_args(ItemKind),
        "mechanisms": get_args(Mechanism),
        "natures": get_args(Nature),
        "qualifiers": get_args(Qualifier),
        "methods": get_args(Method),
        "precisions": get_args(Precision),
    }
