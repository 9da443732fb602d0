"""One shape for every error: application/problem+json (RFC 9457)."""

import logging
import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from app.api.links import page_path
from app.errors import (
    AppError,
    DatabaseUnavailableError,
    InvalidCursorError,
    InvalidRequestError,
    UnsupportedMediaTypeError,
)
from app.schemas.meta import Problem

logger = logging.getLogger("aidledger")
LONGEST_NAME = 100  # code points of what was sent that an error repeats
MOST_ERRORS = 10  # named in one answer: a request of thousands of wrong parameters gets no answer of megabytes
PROBLEM_MEDIA_TYPE = "application/problem+json"
TYPE_PREFIX = "urn:aidledger:problem:"
Responses = dict[int | str, dict[str, Any]]
INVALID: Responses = {422: {"model": Problem, "description": "A parameter is unknown or can't be used"}}
NOT_FOUND: Responses = {404: {"model": Problem, "description": "There is no such record"}}
UNAVAILABLE: Responses = {503: {"model": Problem, "description": "The database can't be reached"}}
NOT_MODIFIED: Responses = {304: {"description": "The answer is still the one whose ETag the request names"}}
LIST_ERRORS: Responses = {**NOT_MODIFIED, **INVALID, **UNAVAILABLE}
RECORD_ERRORS: Responses = {**NOT_MODIFIED, **NOT_FOUND, **INVALID, **UNAVAILABLE}
UPLOAD_ERRORS: Responses = {
    413: {"model": Problem, "description": "The document is larger than what is read"},
    415: {"model": Problem, "description": "The body is of a kind that is not read"},
    422: {"model": Problem, "description": "The document can't be read, or a parameter is unknown or can't be used"},
}


class NotModifiedError(Exception):
    """The client has this answer: 304 with these headers."""

    def __init__(self, headers: Mapping[str, str]) -> None:
        super().__init__("not modified")
        self.headers = headers


def problem(
    request: Request,
    status: int,
    code: str,
    title: str,
    detail: str,
    errors: list[dict[str, Any]] | None = None,
    headers: Mapping[str, str] | None = None,
) -> JSONResponse:
    """The answer for one error."""
    body: dict[str, Any] = {
        "type": TYPE_PREFIX + code,
        "title": title,
        "status": status,
        "detail": detail,
        "instance": quote(request.scope["path"]),
    }
    if errors is not None:
        body["errors"] = errors
    if request.method != "GET":
        headers = {"Cache-Control": "no-store", **(headers or {})}
    return JSONResponse(body, status, headers=headers, media_type=PROBLEM_MEDIA_TYPE)


def install_problem_handlers(app: FastAPI) -> None:
    """Every error of the application in one shape, also for a path or method that it does not have."""
    app.add_exception_handler(AppError, _app_error)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http_error)
    app.add_exception_handler(NotModifiedError, _not_modified)
    app.add_exception_handler(Exception, _unexpected)


def _not_modified(_request: Request, error: Exception) -> Response:
    assert isinstance(error, NotModifiedError)
    return Response(status_code=304, headers=error.headers)


def _app_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, AppError)
    errors = error.problems if isinstance(error, InvalidRequestError) else None
    if isinstance(error, InvalidCursorError):
        first = {"nearest": page_path(request, None)}
        detail = f"{error.detail}: {first['nearest']}."
        return problem(request, error.status, error.code, error.title, detail, [one | first for one in error.problems])
    if isinstance(error, DatabaseUnavailableError):  # its detail names the database, which is for the operator
        logger.error(error.detail)
        headers = {"Retry-After": "5"}
        return problem(request, error.status, error.code, error.title, error.public, headers=headers)
    accepted = {"Accept": ", ".join(error.accepted)} if isinstance(error, UnsupportedMediaTypeError) else None
    return problem(request, error.status, error.code, error.title, error.detail, errors, accepted)


def _http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    status = HTTPStatus(error.status_code)
    headers = dict(error.headers or {})
    detail = error.detail
    if status == HTTPStatus.NOT_FOUND:
        near = nearest(request.url.path, known_paths(request.app))
        detail = f"There is nothing at {request.url.path}. " + (
            f"Nearest: {near}. /docs lists every path." if near else "/docs lists every path."
        )
    elif status == HTTPStatus.METHOD_NOT_ALLOWED:
        methods = {method.strip() for method in headers.get("Allow", "GET").split(",")}
        allowed = headers["Allow"] = ", ".join(sorted(methods | ({"HEAD"} if "GET" in methods else set())))
        detail = f"{request.method} does not work at {request.url.path}. It answers {allowed}."
    code = status.phrase.lower().replace(" ", "-")
    return problem(request, status, code, status.phrase, detail, headers=headers)


def _unexpected(request: Request, _error: Exception) -> Response:
    detail = "The server failed to answer; this is a defect of the server. Please report the request."
    return problem(request, 500, AppError.code, AppError.title, detail)


def known_paths(app: FastAPI) -> list[str]:
    """The paths of the OpenAPI document, and the pages beside it."""
    return [*app.openapi()["paths"], "/docs", "/redoc", "/openapi.json"]


def parameter_names(request: Request) -> list[str]:
    """The query parameters of the endpoint that was asked, from the OpenAPI document."""
    path = getattr(request.scope.get("route"), "path", None)
    operation = request.app.openapi()["paths"].get(path, {}).get(request.method.lower(), {})
    return [one["name"] for one in operation.get("parameters", ()) if one["in"] == "query"]


def nearest(name: str, names: Iterable[str]) -> str | None:
    """The most similar name: without regard to case, - and _; None where nothing is similar."""
    folded = {other.lower().replace("-", "_"): other for other in names}
    found = get_close_matches(name.lower().replace("-", "_"), folded, n=1, cutoff=0.5)
    return folded[found[0]] if found else None


def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    errors = [_explain(one, request) for one in error.errors()[:MOST_ERRORS]]
    detail = "; ".join(f"{one['location']}: {one['message']}" for one in errors) + "."
    return problem(request, 422, InvalidRequestError.code, InvalidRequestError.title, detail, errors)


def _explain(error: Mapping[str, Any], request: Request) -> dict[str, Any]:
    """One of pydantic's errors as {location, message, nearest}, the nearest valid name or value where there is one."""
    location = str(error["loc"][-1])[:LONGEST_NAME]
    given, context = str(error.get("input"))[:LONGEST_NAME], error.get("ctx", {})
    message, near = str(error["msg"])[:1].lower() + str(error["msg"])[1:], None
    match error["type"]:
        case "extra_forbidden":
            names = parameter_names(request)
            near = nearest(location, names)
            message = "there is no such parameter here" + (f"; there are {', '.join(names)}" if names else "")
        case "literal_error":
            choices = re.findall(r"'([^']*)'", context["expected"])
            near, message = nearest(given, choices), f"{given!r} is none of {', '.join(choices)}"
        case "unknown_program":
            near = nearest(given, context["choices"])
            message = f"there is no program {given!r}; /v1/programs lists those that there are"
        case "less_than_equal" | "greater_than_equal":
            near = context.get("le", context.get("ge"))
        case "string_pattern_mismatch":
            message = f"{given!r} is no code of two to four letters, as in US or NATO"
    if near is not None:
        message += f"; nearest: {near}"
    return {"location": location, "message": message, "nearest": near}
