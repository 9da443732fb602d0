"""/v1/coalition-notes"""

from typing import Annotated

from fastapi import APIRouter, Path, Query
from starlette.responses import Response

from app.api.problems import LIST_ERRORS, RECORD_ERRORS
from app.api.reading import Read, page_request
from app.queries import parts
from app.schemas.parameters import CoalitionNoteParameters, NoParameters, Text
from app.schemas.records import CoalitionNote, CoalitionNoteList

router = APIRouter(prefix="/v1/coalition-notes", tags=["coalition notes"])
Id = Annotated[Text, Path(alias="id", description="Id of the note")]


@router.get("", response_model=CoalitionNoteList, responses=LIST_ERRORS)
def list_coalition_notes(read: Read, asked: Annotated[CoalitionNoteParameters, Query()]) -> Response:
    """List coalition notes: the newest package first, notes that belong to none last."""
    return read.page(parts.list_coalition_notes(read.snapshot, asked.filters(), page_request(asked)), asked.limit)


@router.get("/{id}", response_model=CoalitionNote, responses=RECORD_ERRORS)
def get_coalition_note(read: Read, note_id: Id, _asked: NoParameters) -> Response:
    """Get one coalition note."""
    return read.record(parts.get_coalition_note(read.snapshot, note_id))
