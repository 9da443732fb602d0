"""/v1/evidence"""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from app.api.problems import LIST_ERRORS
from app.api.reading import open_reading, page_request
from app.queries import evidence
from app.schemas.parameters import EvidenceParameters
from app.schemas.records import EvidenceList

router = APIRouter(prefix="/v1/evidence", tags=["evidence"])


@router.get("", response_model=EvidenceList, responses=LIST_ERRORS)
def list_evidence(request: Request, asked: Annotated[EvidenceParameters, Query()]) -> Response:
    """List claims of all packages, by source and in the order of its text, each with its quote and place."""
    with open_reading(request) as read:
        page = evidence.list_evidence(read.snapshot, asked.filters(), page_request(asked))
        return read.page(page, asked.limit)
