"""/v1/programs"""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import Response

from app.api.problems import LIST_ERRORS, RECORD_ERRORS
from app.api.reading import open_reading, page_request
from app.queries import sources
from app.schemas.parameters import Code, NoParameters, Paging
from app.schemas.records import Program, ProgramList

router = APIRouter(prefix="/v1/programs", tags=["programs"])


@router.get("", response_model=ProgramList, responses=LIST_ERRORS)
def list_programs(request: Request, asked: Annotated[Paging, Query()]) -> Response:
    """List programs by code, each with how many tranches the dataset has and their stated sum in US dollars."""
    with open_reading(request) as read:
        return read.page(sources.list_programs(read.snapshot, page_request(asked)), asked.limit)


@router.get("/{code}", response_model=Program, responses=RECORD_ERRORS)
def get_program(
    request: Request, code: Annotated[Code, Path(description="Code of the program")], _asked: NoParameters
) -> Response:
    """Get one program."""
    with open_reading(request) as read:
        return read.record(sources.get_program(read.snapshot, code))
