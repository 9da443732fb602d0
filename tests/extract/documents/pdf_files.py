"""PDF files made for the tests: pages of lines, each with its place, in a font that every reader has."""

import zlib
from collections.abc import Iterable, Sequence

Placed = tuple[float, float, float, str]  # from the left, from below, height, words

LEADING = 14.0
LEFT = 72.0
TOP = 700.0


def pdf_of(pages: Iterable[Iterable[Placed]], *, title: str | None = None, created: str | None = None) -> bytes:
    """A PDF with these lines on its pages."""
    return pdf_with([_drawing(page) for page in pages], title=title, created=created)


def pdf_with(
    drawings: Sequence[bytes],
    *,
    compressed: bool = False,
    title: str | None = None,
    created: str | None = None,
    times: int = 1,
) -> bytes:
    """A PDF whose pages are these drawings, `times` over."""
    first = 5
    pages = [first + 2 * number for number in range(len(drawings))]
    kids = b" ".join(b"%d 0 R" % page for page in pages * times)
    about = [
        b"/%s (%s)" % (key, value.encode("cp1252"))
        for key, value in ((b"Title", title), (b"CreationDate", created))
        if value
    ]
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(drawings) * times),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< %s >>" % b" ".join(about),
    ]
    for page, drawing in zip(pages, drawings, strict=True):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            b"/Contents %d 0 R >>" % (page + 1)
        )
        objects.append(_stream(drawing, compressed))
    return _file(objects)


def paragraphs(*texts: str, top: float = TOP, gap: float = 1.8) -> list[Placed]:
    """Lines below each other; a text's own line breaks are those of the page, and more room is between texts."""
    lines: list[Placed] = []
    height = top
    for text in texts:
        for line in text.split("\n"):
            lines.append((LEFT, height, 12.0, line))
            height -= LEADING
        height -= LEADING * (gap - 1)
    return lines


def _drawing(lines: Iterable[Placed]) -> bytes:
    shown = []
    for x, y, size, words in lines:
        escaped = words.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        shown.append(b"BT /F1 %.1f Tf %.1f %.1f Td (%s) Tj ET" % (size, x, y, escaped))
    return b"\n".join(shown)


def _stream(data: bytes, compressed: bool) -> bytes:
    written = zlib.compress(data, 9) if compressed else data
    how = b" /Filter /FlateDecode" if compressed else b""
    return b"<< /Length %d%s >>\nstream\n%s\nendstream" % (len(written), how, written)


def _file(objects: Sequence[bytes]) -> bytes:
    written = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        written
        + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R /Info 4 0 R >>\n"
        % (
            len(objects) + 1,
            table,
            len(objects) + 1,
        )
        + b"startxref\n%d\n%%%%EOF\n" % len(written)
    )
