"""What kind of document some bytes are: by their first signs, else by the suffix of their name."""

import re
from pathlib import PurePath

# The first signs of a page: "<!DOCTYPE html>", "<?xml ...?> <html", "<body>"; not "<p>Aid" and not "the <html> tag".
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]{0,500}>\s*)?(?:<!--(?:(?!-->).){0,2000}-->\s*)*(?:<!doctype\s+html\b|<(?:html|head|body)[\s>])",
    re.IGNORECASE | re.DOTALL,
)
# The header of a PDF, on the first line or behind what a mail gateway put in front: "%PDF-1.7"; not "a %PDF-1.7 file".
_PDF = re.compile(rb"(?:\A|[\r\n\0])\s*%PDF-\d")
_PDF_WITHIN = 1024  # bytes, as readers of PDF allow

_MARKDOWN = frozenset({".md", ".markdown"})
_PAGES = frozenset({".html", ".htm", ".xhtml"})
_TABLES = frozenset({".csv", ".tsv", ".xlsx", ".xls", ".ods"})
# Files whose first bytes say what they are, with what to do about them.
_FOREIGN = (
    (b"PK\x03\x04", "is a ZIP archive or an office document. Save the text as PDF, HTML or plain text."),
    (b"\xd0\xcf\x11\xe0", "is an old office document. Save the text as PDF, HTML or plain text."),
    (b"{\\rtf", "is a rich text document. Save it as PDF, HTML or plain text."),
    (b"%!PS", "is PostScript. Convert it to PDF."),
    (b"\x89PNG", "is a picture. Give the text itself."),
    (b"\xff\xd8\xff", "is a picture. Give the text itself."),
    (b"GIF8", "is a picture. Give the text itself."),
    (b"\x1f\x8b", "is compressed. Unpack it first."),
)


def is_pdf(data: bytes) -> bool:
    return _PDF.search(data[:_PDF_WITHIN]) is not None


def is_page(text: str, name: str) -> bool:
    """Whether a text is HTML, by its name or its first signs."""
    return _suffix(name) in _PAGES or _PAGE.match(text, 0, 10_000) is not None


def may_declare(data: bytes, name: str) -> bool:
    """Whether bytes may be HTML, which can name its own encoding."""
    return is_page(data[:10_000].decode("latin-1"), name)


def text_media_type(name: str) -> str:
    return "text/markdown" if _suffix(name) in _MARKDOWN else "text/plain"


def is_named_pdf(name: str) -> bool:
    return _suffix(name) == ".pdf"


def refusal(data: bytes, name: str) -> str | None:
    """Why bytes are no document that is read, as the rest of a sentence; None where they may be one."""
    for opening, reason in _FOREIGN:
        if data.startswith(opening):
            return reason
    if _suffix(name) in _TABLES:
        return "is a table. Only documents are read: text, Markdown, HTML and PDF."
    if is_named_pdf(name):
        return "is named like a PDF but is none. Save it as PDF anew, or name it as what it is."
    return None


def _suffix(name: str) -> str:
    return PurePath(name).suffix.lower()
