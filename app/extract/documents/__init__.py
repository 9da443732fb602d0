"""Bytes to a document: text and Markdown, HTML and PDF, in any usual encoding.

The text that is stored is the document's own, or what its pages show; every offset is in that text.
"""

from dataclasses import replace
from datetime import date

from app.errors import DocumentError
from app.extract.documents.encoding import decode
from app.extract.documents.html import read_page
from app.extract.documents.kinds import is_page, is_pdf, may_declare, refusal
from app.extract.documents.metadata import read_line
from app.extract.documents.pdf import read_pdf
from app.extract.documents.sizes import read_bytes, require_file_size, require_text_size
from app.extract.documents.text import read_text
from app.facts import Document

__all__ = ["read_bytes", "read_document"]


def read_document(
    data: bytes,
    name: str,
    *,
    title: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    published_on: date | None = None,
) -> Document:
    """The document in `data`; its first signs, and the suffix of `name`, decide its kind; complaints begin with `name`.

    Arguments win over front matter and over what a page or PDF says of itself. A text is stored with LF and no byte
    order mark, without front matter, and is otherwise what was given; of a page or a PDF its main text is stored.
    Raises DocumentError, and nothing else, for bytes that can't be read.
    """
    document = _read(data, name)
    require_text_size(document.text, name)
    return replace(
        document,
        title=read_line(title, name) or document.title,
        publisher=read_line(publisher, name) or document.publisher,
        url=read_line(url, name) or document.url,
        published_on=published_on or document.published_on,
    )


def _read(data: bytes, name: str) -> Document:
    if not data:
        raise DocumentError(f"{name} is empty. Give a file with the text of an announcement.")
    require_file_size(data, name)
    if is_pdf(data):
        return read_pdf(data, name)
    reason = refusal(data, name)
    if reason is not None:
        raise DocumentError(f"{name} {reason}")
    text, warnings = decode(data, name, declares=may_declare(data, name))
    document = read_page(text, name) if is_page(text, name) else read_text(text, name)
    return replace(document, warnings=warnings + document.warnings)
