"""/v1/evidence"""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from app.api.problems import LIST_ERRORS
from app.api.reading import Read, page_request
from app.queries import evidence
from app.schemas.parameters import EvidenceParameters
from app.schemas.records import EvidenceList

router = APIRouter(prefix="/v1/evidence", tags=["evidence"])


@router.get("", response_model=EvidenceList, responses=LIST_ERRORS)
def list_evidence(read: Read, asked: Annotated[EvidenceParameters, Query()]) -> Response:
    """List claims of all packages, by source and in the order of its text, each with its quote and place."""
    page = evidence.list_evidence(read.snapshot, asked.filters(), page_request(asked))
    return read.page(page, asked.limit)
