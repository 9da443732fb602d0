"""/v1/coalition-notes"""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import Response

from app.api.problems import LIST_ERRORS, RECORD_ERRORS
from app.api.reading import open_reading, page_request
from app.queries import parts
from app.schemas.parameters import CoalitionNoteParameters, NoParameters, Text
from app.schemas.records import CoalitionNote, CoalitionNoteList

router = APIRouter(prefix="/v1/coalition-notes", tags=["coalition notes"])
Id = Annotated[Text, Path(alias="id", description="Id of the note")]


@router.get("", response_model=CoalitionNoteList, responses=LIST_ERRORS)
def list_coalition_notes(request: Request, asked: Annotated[CoalitionNoteParameters, Query()]) -> Response:
    """List coalition notes: the newest package first, notes that belong to none last."""
    with open_reading(request) as read:
        return read.page(parts.list_coalition_notes(read.snapshot, asked.filters(), page_request(asked)), asked.limit)


@router.get("/{id}", response_model=CoalitionNote, responses=RECORD_ERRORS)
def get_coalition_note(request: Request, note_id: Id, _asked: NoParameters) -> Response:
    """Get one coalition note."""
    with open_reading(request) as read:
        return read.record(parts.get_coalition_note(read.snapshot, note_id))
