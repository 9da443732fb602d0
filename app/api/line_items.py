"""/v1/line-items"""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import Response

from app.api.problems import LIST_ERRORS, RECORD_ERRORS
from app.api.reading import open_reading, page_request
from app.queries import parts
from app.schemas.parameters import LineItemParameters, NoParameters, Text
from app.schemas.records import LineItem, LineItemList

router = APIRouter(prefix="/v1/line-items", tags=["line items"])
Id = Annotated[Text, Path(alias="id", description="Id of the line item")]


@router.get("", response_model=LineItemList, responses=LIST_ERRORS)
def list_line_items(request: Request, asked: Annotated[LineItemParameters, Query()]) -> Response:
    """List line items of all packages: the newest package first, in the order of its text, undated packages last."""
    with open_reading(request) as read:
        return read.page(parts.list_line_items(read.snapshot, asked.filters(), page_request(asked)), asked.limit)


@router.get("/{id}", response_model=LineItem, responses=RECORD_ERRORS)
def get_line_item(
    request: Request,
    item_id: Id,
    _asked: NoParameters,
) -> Response:
    """Get one line item."""
    with open_reading(request) as read:
        return read.record(parts.get_line_item(read.snapshot, item_id))
