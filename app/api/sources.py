"""/v1/sources"""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import PlainTextResponse, Response

from app.api.problems import LIST_ERRORS, RECORD_ERRORS
from app.api.reading import open_reading, page_request
from app.queries import sources
from app.schemas.parameters import NoParameters, Paging, Text
from app.schemas.records import Source, SourceList

router = APIRouter(prefix="/v1/sources", tags=["sources"])
Id = Annotated[Text, Path(alias="id", description="Id of the source")]


@router.get("", response_model=SourceList, responses=LIST_ERRORS)
def list_sources(request: Request, asked: Annotated[Paging, Query()]) -> Response:
    """List sources: the last published first, undated ones last."""
    with open_reading(request) as read:
        return read.page(sources.list_sources(read.snapshot, page_request(asked)), asked.limit)


@router.get("/{id}", response_model=Source, responses=RECORD_ERRORS)
def get_source(request: Request, source_id: Id, _asked: NoParameters) -> Response:
    """Get what is known of one source."""
    with open_reading(request) as read:
        return read.record(sources.get_source(read.snapshot, source_id))


@router.get("/{id}/text", response_class=PlainTextResponse, responses=RECORD_ERRORS)
def get_source_text(request: Request, source_id: Id, _asked: NoParameters) -> Response:
    """Get the stored text of a source in UTF-8; `start` and `end` of evidence count its Unicode code points."""
    with open_reading(request) as read:
        return read.record(sources.get_source_text(read.snapshot, source_id), media_type="text/plain")
