"""What every reading endpoint has in common: one snapshot, a strong ETag, 304, and pages with links."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any
from urllib.parse import urlencode

from fastapi import Request
from pydantic_core import to_json
from starlette.responses import Response
from starlette_compress._utils import parse_accept_encoding

from app.api.links import page_path
from app.api.problems import MOST_ERRORS, NotModifiedError
from app.errors import InvalidRequestError
from app.queries.paging import Page, PageRequest
from app.queries.snapshot import Snapshot, open_snapshot
from app.schemas.parameters import Paging

SOFTWARE = version("aidledger")
VARY = {"Vary": "Accept-Encoding"}
CODINGS = ("zstd", "br", "gzip")  # in the order in which the compressing middleware prefers them


@dataclass(frozen=True, slots=True)
class Reading:
    """A request that reads: its snapshot, and the headers that its 200 carries."""

    request: Request
    snapshot: Snapshot
    headers: dict[str, str]

    def record(self, data: Any, *, media_type: str = "application/json") -> Response:
        """200 with one record, bare; text goes out as it is."""
        body = data.encode() if isinstance(data, str) else to_json(data)
        return Response(body, headers=self.headers, media_type=media_type)

    def whole(self, rows: list[dict[str, Any]]) -> Response:
        """200 with a list that is never split: one page, as long as it is."""
        return self.page(Page(rows, len(rows), None), len(rows))

    def page(self, page: Page, limit: int) -> Response:
        """200 with {data, meta, page} and a Link header."""
        links = [f'<{page_path(self.request, None)}>; rel="first"']
        following = None
        if page.next_cursor is not None:
            following = page_path(self.request, page.next_cursor)
            links.append(f'<{following}>; rel="next"')
        body = {
            "data": page.rows,
            "meta": {"total": page.total, "revision": self.snapshot.revision},
            "page": {"limit": limit, "next_cursor": page.next_cursor, "next": following},
        }
        return Response(to_json(body), headers=self.headers | {"Link": ", ".join(links)}, media_type="application/json")


@contextmanager
def open_reading(request: Request) -> Iterator[Reading]:
    """The reading of a request. Raises NotModifiedError where the client has the answer, before a row is read.

    A handler opens it in its own thread: held across threads, connections and threads could wait for each other.
    """
    refuse_repeated(request)
    with open_snapshot(request.app.state.engine) as snapshot:
        headers = {"ETag": entity_tag(request, snapshot), "Cache-Control": "public, no-cache"}
        known = _tags(request)
        if headers["ETag"] in known:
            raise NotModifiedError(headers | VARY)
        yield Reading(request, snapshot, headers)
        if "*" in known:  # any answer will do, but only now it is sure that there is one
            raise NotModifiedError(headers | VARY)


def page_request(paging: Paging) -> PageRequest:
    return PageRequest(paging.limit, paging.cursor)


def entity_tag(request: Request, snapshot: Snapshot) -> str:
    """ "{revision}-{hash}": the hash is over all that the bytes of the answer depend on besides the revision."""
    accepted = parse_accept_encoding(", ".join(request.headers.getlist("Accept-Encoding")))
    coding = next((coding for coding in CODINGS if coding in accepted), "identity")
    asked = urlencode(sorted(request.query_params.multi_items()))
    parts = (snapshot.uid, SOFTWARE, str(snapshot.revision), request.scope["path"], asked, coding)
    return f'"{snapshot.revision}-{hashlib.sha256(chr(0).join(parts).encode()).hexdigest()[:16]}"'


def _tags(request: Request) -> set[str]:
    # Weak comparison, as RFC 9110 has it for If-None-Match: a cache may have weakened a tag.
    header = ",".join(request.headers.getlist("If-None-Match"))
    return {tag.strip().removeprefix("W/") for tag in header.split(",")}


def refuse_repeated(request: Request) -> None:
    """Raises InvalidRequestError where a query parameter is given more than once."""
    counts = Counter(name for name, _ in request.query_params.multi_items())
    repeated = [name for name, count in counts.items() if count > 1]
    if repeated:
        raise InvalidRequestError(
            f"{', '.join(repeated[:MOST_ERRORS])}: given more than once. Give each parameter once.",
            [{"location": name, "message": "given more than once", "nearest": None} for name in repeated[:MOST_ERRORS]],
        )
