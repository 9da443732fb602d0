"""How much is read of one document. Each limit is checked before what it bounds is made."""

from typing import BinaryIO

from app.errors import DocumentTooLargeError
from app.extract.documents.kinds import is_pdf

FILE_BYTES = 10_000_000  # a text or a page; pages carry their pictures and scripts
PDF_BYTES = 50_000_000
TEXT_SIGNS = 2_000_000  # code points that are read for facts: a thousand pages; some hundred MB of memory
_HEAD = 1024


def read_bytes(stream: BinaryIO, name: str) -> bytes:
    """What a stream holds. Raises DocumentTooLargeError having read no more than one may have."""
    head = stream.read(_HEAD)
    rest = stream.read(_most(head) + 1 - len(head))
    data = head + rest
    require_file_size(data, name)
    return data


def require_file_size(data: bytes, name: str) -> None:
    """Raises DocumentTooLargeError for bytes that are more than a document of their kind may have."""
    most = _most(data[:_HEAD])
    if len(data) > most:
        kind = "of a PDF" if most == PDF_BYTES else "of a text or page"
        raise DocumentTooLargeError(f"{name} is too large: at most {most // 1_000_000} MB {kind} are read. Split it.")


def require_text_size(text: str, name: str) -> None:
    """Raises DocumentTooLargeError for a text of more code points than are read."""
    if len(text) > TEXT_SIGNS:
        raise DocumentTooLargeError(
            f"{name} has {len(text):,} characters of text; at most {TEXT_SIGNS:,} are read. Split it into documents."
        )


def _most(head: bytes) -> int:
    return PDF_BYTES if is_pdf(head) else FILE_BYTES
