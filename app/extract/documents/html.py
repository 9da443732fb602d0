"""HTML to a document: the main text as trafilatura finds it, and what the page states of itself.

The stored text has a blank line between paragraphs, a line for each heading, list item ("- ") and row of a table.
Nothing here reaches the network.
"""

import logging
from functools import cache
from typing import TYPE_CHECKING, Any

from app.errors import DocumentError
from app.extract.documents.main_text import main_text
from app.extract.documents.page_metadata import read_metadata
from app.extract.documents.page_source import MOST_ELEMENTS, TooManyElementsError, simplify
from app.facts import Document

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def read_page(source: str, name: str) -> Document:
    """The page as a document. Raises DocumentError for one without main text, and for one that can't be read."""
    try:
        page = _parse(simplify(source), name)
    except TooManyElementsError:
        raise DocumentError(
            f"{name} is too large: a page of at most {MOST_ELEMENTS:,} elements is read. Split it."
        ) from None
    metadata = read_metadata(page)
    try:
        text = main_text(page)
    # trafilatura raises whatever its steps raise, RecursionError among it; no page may end more than its own reading.
    except Exception as error:
        raise DocumentError(
            f"{name} can't be read as HTML ({type(error).__name__}). Save its text as plain text."
        ) from error
    if not any(sign.isalnum() for sign in text):
        raise DocumentError(
            f"{name} is HTML without main text, maybe a page that a script fills in. Save its text as plain text."
        )
    return Document(
        text=text,
        title=metadata.title,
        publisher=metadata.publisher,
        url=metadata.url,
        published_on=metadata.published_on,
        media_type="text/html",
        warnings=metadata.warnings,
    )


def _parse(source: str, name: str) -> "HtmlElement":
    html = load_lxml()
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    try:
        page = html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    # lxml raises ParserError for a page without elements, and ValueError or AssertionError for some broken ones.
    except Exception as error:
        raise DocumentError(
            f"{name} can't be read as HTML: it has no elements. Save its text as plain text."
        ) from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise DocumentError(f"{name} can't be read as HTML: it is nested too deeply. Save its text as plain text.")
    return page


@cache
def load_lxml() -> Any:
    """lxml's HTML module, imported with the first page; what it complains of is nothing that a caller could change."""
    import lxml.html
    import trafilatura  # noqa: F401  (sets up its own loggers, which are silenced after it)

    for library in ("trafilatura", "htmldate", "courlan", "justext"):
        logging.getLogger(library).setLevel(logging.CRITICAL + 1)
    return lxml.html
