"""Paths of the pages of a list."""

from urllib.parse import quote, urlencode

from fastapi import Request


def page_path(request: Request, cursor: str | None) -> str:
    """The path of the list that was asked, with the same parameters, behind a cursor; None for the first page."""
    given = [(name, value) for name, value in request.query_params.multi_items() if name != "cursor"]
    query = urlencode(given if cursor is None else [*given, ("cursor", cursor)])
    path = quote(request.scope["path"])
    return f"{path}?{query}" if query else path
