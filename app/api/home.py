"""/ : where to go from here."""

from html import escape
from pathlib import Path

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

router = APIRouter(include_in_schema=False)
PAGE = (Path(__file__).parent.parent / "pages" / "home.html").read_text(encoding="utf-8")


@router.get("/")
def home(request: Request) -> HTMLResponse:
    return HTMLResponse(PAGE.replace("{base_url}", escape(str(request.base_url))))
