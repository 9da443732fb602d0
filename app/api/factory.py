"""The application: routes, middleware, and the OpenAPI document."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute
from fastapi_offline import FastAPIOffline
from sqlalchemy.engine import Engine
from starlette.middleware.cors import CORSMiddleware
from starlette_compress import CompressMiddleware

from app.api import (
    coalition_notes,
    documentation,
    evidence,
    extractions,
    health,
    home,
    line_items,
    meta,
    packages,
    programs,
    sources,
)
from app.api.head import HeadMiddleware
from app.api.problems import PROBLEM_MEDIA_TYPE, install_problem_handlers
from app.api.uploads import AT_ONCE
from app.settings import Settings, get_settings

DESCRIPTION = """
Announcements of security assistance as records: aid **packages** with their value, program and dates, their **line
items**, and **notes on the coalition** behind them. Every fact has its **evidence**: the words it was read from, and
where they stand in the source's text.

* Lists answer `{data, meta, page}`; follow `page.next` (or the `Link` header) until it is null.
* Every answer has a strong `ETag`; send it as `If-None-Match` and an unchanged answer costs a 304.
* Errors are `application/problem+json` and say what to do.
"""
TAGS = [
    {"name": "packages", "description": "Tranches of aid, each under one program"},
    {"name": "line items", "description": "What the packages contain"},
    {"name": "coalition notes", "description": "Who leads, coordinates, asks, holds back, promises"},
    {"name": "programs", "description": "The programs that aid is given under"},
    {"name": "sources", "description": "The documents that records were read from, with their texts"},
    {"name": "evidence", "description": "Every claim, with the words that it was read from"},
    {"name": "extraction", "description": "A document of your own, read and not stored"},
    {"name": "about", "description": "The dataset, its vocabularies, and the health of the server"},
]


def create_app(engine: Engine, settings: Settings | None = None) -> FastAPI:
    """The application over one database, whose schema must be the newest."""
    settings = settings or get_settings()

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        yield
        engine.dispose()

    app = FastAPIOffline(
        redoc_url=None,
        title="aidledger",
        version=version("aidledger"),
        summary="Security assistance as records, each fact tied to the words it was read from",
        description=DESCRIPTION,
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
        openapi_tags=TAGS,
        generate_unique_id_function=_operation_id,
        lifespan=lifespan,
        swagger_ui_parameters={"displayRequestDuration": True, "tryItOutEnabled": True},
    )
    app.state.engine = engine
    app.state.extracting = asyncio.Semaphore(AT_ONCE)
    for module in (
        packages,
        line_items,
        coalition_notes,
        programs,
        sources,
        evidence,
        extractions,
        meta,
        health,
        home,
        documentation,
    ):
        app.include_router(module.router)
    install_problem_handlers(app)
    app.openapi = lambda: _openapi(app)  # type: ignore[method-assign]
    # The last one added is the outermost: HEAD becomes GET before anything else sees it.
    app.add_middleware(CompressMiddleware)
    app.add_middleware(
        CORSMiddleware,
        allow_origins=settings.cors_origins,
        # POST as well: no cookie is ever read, so a page of another origin can do no more than anyone can.
        allow_methods=["GET", "HEAD", "POST"],
        allow_headers=["*"],
        expose_headers=["Link", "ETag"],
    )
    app.add_middleware(HeadMiddleware)
    return app


def _operation_id(route: APIRoute) -> str:
    return route.name


def _openapi(app: FastAPI) -> dict[str, Any]:
    """FastAPI's document, with what it can't say by itself: the errors' media type, parameters that are never null."""
    if app.openapi_schema is None:
        document = get_openapi(
            title=app.title,
            version=app.version,
            summary=app.summary,
            description=app.description,
            license_info=app.license_info,
            tags=app.openapi_tags,
            routes=app.routes,
        )
        for path in document["paths"].values():
            for operation in path.values():
                _settle_operation(operation)
        app.openapi_schema = document
    return app.openapi_schema


def _settle_operation(operation: dict[str, Any]) -> None:
    for status, response in operation["responses"].items():
        content = response.get("content", {})
        if status >= "4" and content:
            response["content"] = {PROBLEM_MEDIA_TYPE: next(iter(content.values()))}
    for parameter in operation.get("parameters", ()):
        choices = parameter["schema"].pop("anyOf", ())  # a parameter may be left out, but null can't be sent
        for choice in choices:
            if choice != {"type": "null"}:
                parameter["schema"] |= choice
