"""/redoc, whole from this machine. /docs and the files of both come from fastapi-offline."""

from functools import cache
from importlib.resources import files

from fastapi import APIRouter, Request
from fastapi.openapi.docs import get_redoc_html
from starlette.responses import HTMLResponse, Response

router = APIRouter(include_in_schema=False)
SCRIPT = "/redoc.standalone.js"
# Redoc's own logo is fetched from its maker's host; without it Redoc leaves the place empty.
FOREIGN_LOGO = b"https://cdn.redoc.ly/redoc/logo-mini.svg"


@cache
def redoc_script() -> bytes:
    script = files("fastapi_offline").joinpath("static", "redoc.standalone.js").read_bytes()
    return script.replace(FOREIGN_LOGO, b"data:,")


@router.get("/redoc")
def redoc(request: Request) -> HTMLResponse:
    root = request.scope.get("root_path", "")
    return get_redoc_html(
        openapi_url=f"{root}{request.app.openapi_url}",
        title=f"{request.app.title}: the API to read",
        redoc_js_url=f"{root}{SCRIPT}",
        redoc_favicon_url="data:,",
        with_google_fonts=False,
    )


@router.get(SCRIPT)
def get_redoc_script() -> Response:
    return Response(redoc_script(), media_type="text/javascript", headers={"Cache-Control": "public, max-age=3600"})
