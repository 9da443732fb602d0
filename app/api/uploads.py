"""A document posted as the raw body: what it may be, how much of it is taken in, and how many are read at once."""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Annotated, Any, NamedTuple

from fastapi import Query, Request
from starlette.requests import ClientDisconnect

from app.api.reading import refuse_repeated
from app.errors import DocumentError, DocumentTooLargeError, UnsupportedMediaTypeError
from app.extract.documents import read_document
from app.extract.documents.encoding import transcode
from app.extract.documents.sizes import FILE_BYTES, PDF_BYTES
from app.facts import Document
from app.schemas.parameters import ExtractionParameters

# Reading is work for the processor, and a long text takes half a gigabyte: more at once would only be slower, and hold
# up those who ask the dataset (while 16 documents of 120 kB are read, a list takes 16 ms; all at once, 46 ms and up to
# a second). The others wait without a thread.
AT_ONCE = 2


class Kind(NamedTuple):
    """A kind of document: the name that it is read under, and the most bytes that it may have."""

    name: str
    most: int


KINDS = {
    "text/plain": Kind("document.txt", FILE_BYTES),
    "text/markdown": Kind("document.md", FILE_BYTES),
    "text/html": Kind("document.html", FILE_BYTES),
    "application/pdf": Kind("document.pdf", PDF_BYTES),
}
ACCEPTED = tuple(KINDS)

_SAMPLE = "Germany pledged €500 million of military aid to Ukraine on 9 May 2023 with 20 Marder vehicles."
REQUEST_BODY: dict[str, Any] = {
    "required": True,
    "description": "The document itself, neither JSON nor a form",
    "content": {
        "text/plain": {"schema": {"type": "string"}, "example": _SAMPLE},
        "text/markdown": {"schema": {"type": "string"}, "example": f"# Aid for Ukraine\n\n{_SAMPLE}"},
        "text/html": {
            "schema": {"type": "string"},
            "example": f"<html><head><title>Aid for Ukraine</title></head><body><p>{_SAMPLE}</p></body></html>",
        },
        "application/pdf": {"schema": {"type": "string", "format": "binary"}},
    },
}

# The encoding in a Content-Type: '; charset=utf-8', ';charset="koi8-r"'; not '; name=charset'.
_CHARSET = re.compile(r";\s*charset\s*=\s*(?:\"(?P<quoted>[^\"]*)\"|(?P<plain>[^\s;\"]*))", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Upload:
    """A document as it came, with what the caller knows of it."""

    data: bytes
    kind: Kind
    charset: str | None
    asked: ExtractionParameters

    def document(self) -> Document:
        """The document that was posted. Raises DocumentError where it can't be read."""
        asked, data = self.asked, self.data
        if self.charset is not None and self.kind is not KINDS["application/pdf"]:
            data = transcode(data, self.charset, self.kind.name)
        return read_document(
            data,
            self.kind.name,
            title=asked.title,
            publisher=asked.publisher,
            url=asked.url,
            published_on=asked.published_on,
        )


async def receive_upload(request: Request, asked: Annotated[ExtractionParameters, Query()]) -> AsyncIterator[Upload]:
    """The posted document, once it is its turn to be read. Raises an AppError before the body is read, where it can."""
    refuse_repeated(request)
    kind, charset = _kind(request)
    data = await _body(request, kind.most)
    async with request.app.state.extracting:
        yield Upload(data, kind, charset, asked)


def _kind(request: Request) -> tuple[Kind, str | None]:
    header = request.headers.get("Content-Type", "")
    media_type = header.partition(";")[0].strip().lower()
    listed = ", ".join(ACCEPTED)
    if media_type not in KINDS:
        given = f"{media_type[:100]} is not read here" if media_type else "There is no Content-Type"
        raise UnsupportedMediaTypeError(
            f"{given}. Send the document itself as the body, with a Content-Type of {listed}.", ACCEPTED
        )
    coding = request.headers.get("Content-Encoding", "identity").strip().lower()
    if coding not in ("", "identity"):
        raise UnsupportedMediaTypeError(
            f"The body is sent as {coding[:100]}. Send it as it is, without Content-Encoding.", ACCEPTED
        )
    found = _CHARSET.search(header)
    charset = (found["quoted"] or found["plain"]) if found else None
    return KINDS[media_type], charset or None


async def _body(request: Request, most: int) -> bytes:
    """The body, of which no more than `most` bytes, and one chunk, are ever held."""
    declared = request.headers.get("Content-Length", "")
    if declared.isdecimal() and int(declared) > most:
        raise _too_large(most)
    chunks, size = [], 0
    try:
        async for chunk in request.stream():
            size += len(chunk)
            if size > most:
                raise _too_large(most)
            chunks.append(chunk)
    except ClientDisconnect:  # nobody is there to be answered, and it is no defect of the server
        raise DocumentError("The body ended before it was whole. Send it again.") from None
    return b"".join(chunks)


def _too_large(most: int) -> DocumentTooLargeError:
    return DocumentTooLargeError(f"The document is too large: at most {most // 1_000_000} MB of this kind are read.")
