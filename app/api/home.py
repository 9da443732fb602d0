"""/ : where to go from here."""

from pathlib import Path

from fastapi import APIRouter
from starlette.responses import HTMLResponse

router = APIRouter(include_in_schema=False)
PAGE = (Path(__file__).parent.parent / "pages" / "home.html").read_text(encoding="utf-8")


@router.get("/")
def home() -> HTMLResponse:
    return HTMLResponse(PAGE)
