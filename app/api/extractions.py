"""/v1/extractions: a document in, its records out. Nothing is stored, and no database is asked."""

from typing import Annotated

from fastapi import APIRouter, Depends
from pydantic_core import to_json
from starlette.responses import Response

from app.api.problems import UPLOAD_ERRORS
from app.api.uploads import REQUEST_BODY, Upload, receive_upload
from app.extract import extract
from app.extraction import extraction
from app.schemas.extractions import Extraction

router = APIRouter(prefix="/v1/extractions", tags=["extraction"])


# With the scope of the function, the place among those that are read at once is free before the answer is sent.
Posted = Annotated[Upload, Depends(receive_upload, scope="function")]


@router.post("", response_model=Extraction, responses=UPLOAD_ERRORS, openapi_extra={"requestBody": REQUEST_BODY})
def extract_document(upload: Posted) -> Response:
    """Read a document and answer the records that it would make. Nothing is stored, and no key is needed.

    Send the document itself as the body, with its Content-Type: what `aidledger extract` prints for it comes back. What
    the document does not say of itself can be given as parameters; without a day of publication, "Tuesday" has no date.
    """
    document = upload.document()
    row = extraction(document.id, extract(document), explain=upload.asked.explain)
    return Response(to_json(row), headers={"Cache-Control": "no-store"}, media_type="application/json")
