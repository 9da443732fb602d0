"""PDF to a document: the text of its pages as pypdf finds it, joined to paragraphs.

What one stream may cost is bounded by pypdf's limits, what all of them cost by the counts here, and by a clock where a
file was made to keep it busy: what is read never depends on the clock, only whether it is.
"""

import logging
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from time import thread_time
from typing import TYPE_CHECKING, Any

from app.errors import DocumentError
from app.extract.documents.pdf_layout import Line, Page, lay_out
from app.extract.documents.sizes import TEXT_SIGNS
from app.extract.documents.text import headline
from app.facts import Document

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

_MOST_PAGES = 500
_MOST_OPERATIONS = 2_000_000  # of all pages; a page of text has two or three thousand
_LONGEST_SECONDS = 30.0  # of this thread's own time; 500 pages of text take ten
_LIMITS = {
    "array_based_stream_maximum_output_length": 20_000_000,
    "zlib_maximum_output_length": 20_000_000,
    "lzw_maximum_output_length": 20_000_000,
    "run_length_maximum_output_length": 20_000_000,
    "brotli_maximum_output_length": 20_000_000,
    "stream_decoding_work_maximum_length": 60_000_000,
    "stream_parsing_work_maximum_count": 500_000,
    "xform_maximum_invocations_per_extraction": 500,
    "jbig2dec_binary": None,  # pictures are not read, so no other program is run
    "disable_legacy_handling": True,
}
_GARBLED = 0.05  # share of signs that no text has, above which the fonts of a PDF don't say what their signs mean
_LONGEST_TITLE = 300
# A title that a program gave: "Microsoft Word - aid.docx", "untitled", "aid_final.pdf"; not "Aid for Kyiv".
_NO_TITLE = re.compile(
    r"microsoft \w+ - .*|untitled.*|(?:power\s?point )?presentation|document\d*"
    r"|.*\.(?:docx?|pdf|indd|rtf|odt|pptx?|qxp)",
    re.IGNORECASE,
)


class _TooMuchError(Exception):
    """A PDF of more text or drawing than is read."""


@dataclass
class _Work:
    """What reading has cost so far."""

    operations: int = 0
    signs: int = 0
    unread: list[int] = field(default_factory=list)
    until: float = field(default_factory=lambda: thread_time() + _LONGEST_SECONDS)

    def operate(self, *_: Any) -> None:
        self.operations += 1
        self.require_little()

    def require_little(self) -> None:
        if self.operations > _MOST_OPERATIONS or self.signs > TEXT_SIGNS or thread_time() > self.until:
            raise _TooMuchError


def read_pdf(data: bytes, name: str) -> Document:
    """The PDF as a document. Raises DocumentError for one that is locked, broken, too large, or without text.

    Its days of making and of change are none of publication, so it states none.
    """
    pypdf = _load()
    work = _Work()
    with pypdf.apply_configuration(**_LIMITS):
        reader = _open(data, name)
        try:
            pages = list(_pages(reader, work))
        except _TooMuchError:
            raise DocumentError(
                f"{name} is too large: at most {TEXT_SIGNS:,} characters of text and {_MOST_OPERATIONS:,} steps of "
                f"drawing, or {_LONGEST_SECONDS:.0f} seconds of work, are read. Split it."
            ) from None
        title = _title(reader)
    text = lay_out(pages)
    _require_text(text, pages, name)
    unread = ", ".join(map(str, work.unread))
    warnings = (f"Pages that can't be read were left out: {unread}.",) if unread else ()
    return Document(text=text, title=title or headline(text), media_type="application/pdf", warnings=warnings)


@cache
def _load() -> Any:
    """pypdf, imported with the first PDF; it logs each oddity of each file, which nobody could act on."""
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)
    return pypdf


def _open(data: bytes, name: str) -> "PdfReader":
    pypdf = _load()
    try:
        reader = pypdf.PdfReader(BytesIO(data))
        locked = reader.is_encrypted and not reader.decrypt("")
        count = 0 if locked else len(reader.pages)
    except (pypdf.errors.DependencyError, pypdf.errors.FileNotDecryptedError):
        locked, count = True, 0
    # pypdf raises whatever broken structures lead to: KeyError, RecursionError, its own errors.
    except Exception as error:
        raise DocumentError(
            f"{name} is a broken PDF ({type(error).__name__}). Print it to a new PDF, or save its text."
        ) from error
    if locked:
        raise DocumentError(f"{name} is an encrypted PDF. Print it to a new PDF without a password, or save its text.")
    if count > _MOST_PAGES:
        raise DocumentError(f"{name} has {count:,} pages; at most {_MOST_PAGES} are read. Split it.")
    return reader  # type: ignore[no-any-return]


def _pages(reader: "PdfReader", work: _Work) -> Iterator[Page]:
    for number in range(len(reader.pages)):
        work.require_little()
        try:
            page = reader.pages[number]
            lines = _lines(page, number, work)
            yield Page(tuple(lines), float(page.mediabox.bottom), float(page.mediabox.top))
        except _TooMuchError:
            raise
        # As above: one page that can't be read is left out and told of, and the others are read.
        except Exception:
            work.unread.append(number + 1)


def _lines(page: "PageObject", number: int, work: _Work) -> list[Line]:
    """The lines of a page in the order of its drawing, each with where and how large it begins."""
    lines: list[Line] = []
    parts: list[str] = []
    place: list[tuple[float, float, float]] = []
    has_words = False

    def end() -> None:
        words = _clean("".join(parts))
        if words:
            lines.append(Line(words, *(place[0] if place else (0.0, 0.0, 0.0)), number))
        parts.clear()
        place.clear()

    def visit(text: str, cm: list[float], tm: list[float], _font: Any, size: float) -> None:
        nonlocal has_words
        work.signs += len(text)
        work.require_little()
        for at, part in enumerate(text.split("\n")):
            if at:
                end()
            # A line begins with its bullet, if it has one, but is as high as its words.
            if part.strip() and not (place and has_words):
                x, y, height = _place(cm, tm, size)
                place[:] = [(place[0][0] if place else x, y, height)]
                has_words = any(sign.isalnum() for sign in part)
            parts.append(part)

    page.extract_text(visitor_operand_before=work.operate, visitor_text=visit)
    end()
    return lines


def _place(cm: list[float], tm: list[float], size: float) -> tuple[float, float, float]:
    """Where on the page text begins, from the left and from below, and how high its letters are, in points."""
    x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
    y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
    height = abs(size * (tm[3] or tm[1] or 1.0) * (cm[3] or cm[1] or 1.0))
    return float(x), float(y), float(height)


def _clean(words: str) -> str:
    """One line as words: ligatures as letters, one space for any, no signs that only steer."""
    spread = "".join(_LIGATURES.get(sign, sign) for sign in words)
    kept = (sign for sign in spread if sign.isspace() or sign in _STEERING or unicodedata.category(sign) not in _UNSEEN)
    return " ".join("".join(kept).split())


_LIGATURES = dict(zip("ﬀﬁﬂﬃﬄﬅﬆ", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True))
_STEERING = "\u00ad"  # the soft hyphen, which tells where a word was broken
_UNSEEN = ("Cc", "Cf", "Cs")


def _title(reader: "PdfReader") -> str | None:
    """The title that the PDF states, where a person wrote it."""
    try:
        stated = reader.metadata.title if reader.metadata is not None else None
    # As above: what describes a broken PDF is broken too, and the text is worth having without.
    except Exception:
        return None
    words = _clean(stated) if isinstance(stated, str) else ""
    if not any(sign.isalpha() for sign in words) or len(words) > _LONGEST_TITLE or _NO_TITLE.fullmatch(words):
        return None
    return words


def _require_text(text: str, pages: list[Page], name: str) -> None:
    if not pages:
        raise DocumentError(f"{name} is a PDF of which no page can be read. Print it to a new PDF, or save its text.")
    if not any(sign.isalnum() for sign in text):
        raise DocumentError(
            f"{name} is a PDF without text, maybe a scan. Run text recognition (OCR) over it, or give its text."
        )
    strange = sum(sign == "\ufffd" or unicodedata.category(sign) in ("Co", "Cn") for sign in text)
    if strange > _GARBLED * len(text):
        raise DocumentError(
            f"{name} is a PDF whose fonts don't say what their signs mean. Run text recognition (OCR) over it."
        )
