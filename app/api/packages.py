"""/v1/packages"""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import Response

from app.api.problems import LIST_ERRORS, RECORD_ERRORS
from app.api.reading import open_reading, page_request
from app.queries import evidence, packages
from app.schemas.parameters import NoParameters, PackageParameters, Text
from app.schemas.records import CoalitionNoteList, EvidenceList, LineItemList, Package, PackageList

router = APIRouter(prefix="/v1/packages", tags=["packages"])
Slug = Annotated[Text, Path(description="Name of the package", examples=["us-ua-usai-1200m"])]


@router.get("", response_model=PackageList, responses=LIST_ERRORS)
def list_packages(request: Request, asked: Annotated[PackageParameters, Query()]) -> Response:
    """List packages: one row each, newest first, undated ones last.

    Only tranches, unless `nature` says otherwise. Each row has the value as stated and in US dollars, the program, the
    date and how it is known, and how many items and notes the whole record has.
    """
    with open_reading(request) as read:
        page = packages.list_packages(read.snapshot, asked.filters(), asked.sort, page_request(asked))
        return read.page(page, asked.limit)


@router.get("/{slug}", response_model=Package, responses=RECORD_ERRORS)
def get_package(request: Request, slug: Slug, _asked: NoParameters) -> Response:
    """Get a package whole: its facts, items, notes, statements, and for each field the words it was read from."""
    with open_reading(request) as read:
        return read.record(packages.get_package(read.snapshot, slug))


@router.get("/{slug}/line-items", response_model=LineItemList, responses=RECORD_ERRORS)
def list_package_line_items(request: Request, slug: Slug, _asked: NoParameters) -> Response:
    """List the line items of a package, all on one page, in the order of its text."""
    with open_reading(request) as read:
        packages.require_package(read.snapshot, slug)
        return read.whole(packages.package_line_items(read.snapshot, slug))


@router.get("/{slug}/coalition-notes", response_model=CoalitionNoteList, responses=RECORD_ERRORS)
def list_package_coalition_notes(request: Request, slug: Slug, _asked: NoParameters) -> Response:
    """List the coalition notes of a package, all on one page, in the order of its text."""
    with open_reading(request) as read:
        packages.require_package(read.snapshot, slug)
        return read.whole(packages.package_notes(read.snapshot, slug))


@router.get("/{slug}/evidence", response_model=EvidenceList, responses=RECORD_ERRORS)
def list_package_evidence(request: Request, slug: Slug, _asked: NoParameters) -> Response:
    """List every claim on a package and its parts, all on one page: field, value, quote, place, method and rule."""
    with open_reading(request) as read:
        return read.whole(evidence.package_evidence(read.snapshot, slug))
