"""A parsed page to its main text: the page made plain, trafilatura's choice of what matters, and that as lines."""

import re
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from typing import TYPE_CHECKING, Any

from app.extract.documents.page_source import FORMATTING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Styles that hide: "display: none", "visibility:hidden"; not "display: block".
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# Space that a source may have between words: "\n    "; not "\u00a0", which holds words together.
_SPACE = re.compile(r"[ \t\r\n\f]+")
# The mark of a footnote: "1", "[12]", "*"; not "th" and not "2023".
_FOOTNOTE = re.compile(r"\s*\[?(?:\d{1,3}|\*+|[a-z])\]?\s*")

_SILENT = ("script", "style", "noscript", "template")
_PROSE = frozenset({"p", "li", "td", "th", "dd", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"})
_INLINE = FORMATTING | {"a", "br", "code", "del", "label", "sup", "time"}
# What a cell of a table of figures does not hold; a table with it was made for its layout.
_LAYOUT = "self::ul or self::ol or self::table or self::h1 or self::h2 or self::h3 or self::h4 or self::hr"
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

_BLOCKS = frozenset({"p", "head", "quote", "code", "ab", "div", "body", "blockquote", "pre"})


def main_text(page: "HtmlElement") -> str:
    """The main text of a page, empty where it has none. Changes the page."""
    _make_plain(page)
    found = _extract(page)
    if found is None:
        return ""
    return "\n\n".join(block for block in _Writer().write(found) if block) + "\n"


def _extract(page: "HtmlElement") -> Any:
    from trafilatura import bare_extraction

    document = bare_extraction(page, include_comments=False, include_tables=True, config=_settings())
    return None if document is None else document.body  # type: ignore[union-attr]


@cache
def _settings() -> Any:
    """trafilatura's settings, for which no announcement is too short.

    By itself it takes less than 250 signs for a failure, and the whole page, menus too, in its place.
    """
    from trafilatura.settings import DEFAULT_CONFIG

    settings = deepcopy(DEFAULT_CONFIG)
    settings.set("DEFAULT", "MIN_EXTRACTED_SIZE", "1")
    return settings


def _make_plain(page: "HtmlElement") -> None:
    """Take off what is not shown, and keep what trafilatura would drop: each step says what."""
    for element in list(page.iter(*_SILENT)):
        element.drop_tree()
    for element in page.xpath("//body//*[@hidden or @style]"):
        hidden = element.get("hidden") is not None or _HIDING.search(element.get("style", ""))
        if hidden and element.getparent() is not None:
            element.drop_tree()
    _join_source_lines(page)
    _keep_times(page)
    _raise_superscripts(page)
    _open_layouts(page)
    _mark_paragraphs(page)
    _mark_main(page)
    _keep_linked_lists(page)


def _join_source_lines(page: "HtmlElement") -> None:
    """Lines of the source are no lines of the text, but in <pre>; those that are left in the end are."""
    kept = {inner for element in page.iter("pre") for inner in element.iter()}
    for element in page.iter():
        if element.text and element not in kept:
            element.text = _SPACE.sub(" ", element.text)
        if element.tail and element.getparent() not in kept:
            element.tail = _SPACE.sub(" ", element.tail)


def _keep_times(page: "HtmlElement") -> None:
    """<time> in the middle of a sentence stays; elsewhere it is a by-line, which is dropped."""
    for element in list(page.iter("time")):
        if any(above.tag in _PROSE for above in element.iterancestors()):
            element.drop_tag()


def _raise_superscripts(page: "HtmlElement") -> None:
    """Numbers set high do not run into the number before them: marks of footnotes go, others become "²"."""
    for element in list(page.iter("sup")):
        words = element.text_content()
        linked = element.find(".//a") is not None or any(above.tag == "a" for above in element.iterancestors())
        if linked and _FOOTNOTE.fullmatch(words):
            element.drop_tree()
        elif words.isascii() and words.strip().isdigit():
            element.text = words.translate(_SUPERSCRIPT)
            element.drop_tag()


def _open_layouts(page: "HtmlElement") -> None:
    """Tables that place text on the page become plain blocks, so that their paragraphs are no cells."""
    for table in reversed(list(page.iter("table"))):
        cells = table.xpath(".//td | .//th")
        columns = max((len(row.xpath("./td | ./th")) for row in table.iter("tr")), default=0)
        placed = table.get("role") == "presentation" or columns < 2
        if placed or any(cell.xpath(f".//*[{_LAYOUT}]") or len(cell.xpath("./p | .//br")) > 2 for cell in cells):
            for part in table.xpath("self::* | .//tbody | .//thead | .//tfoot | .//tr | .//td | .//th"):
                part.tag = "div"
                part.attrib.clear()


def _mark_paragraphs(page: "HtmlElement") -> None:
    """A <div> of nothing but words is a paragraph, which is not told by its tag."""
    of_blocks: set[Any] = set()
    for element in reversed(list(page.iter())):
        if not isinstance(element.tag, str):
            continue
        if (element.tag not in _INLINE or element in of_blocks) and element.getparent() is not None:
            of_blocks.add(element.getparent())
        if element.tag == "div" and element not in of_blocks and (element.text_content()).strip():
            paragraph = element.makeelement("p")
            paragraph.text, element.text = element.text, None
            paragraph.extend(list(element))
            element.append(paragraph)


def _mark_main(page: "HtmlElement") -> None:
    """Where a page marks no part as its main one, all of it is: only inside of one are lists and headings kept."""
    from trafilatura.xpaths import BODY_XPATH

    body = page.find("body")
    if body is None or any(len(expression(page)) for expression in BODY_XPATH):
        return
    article = body.makeelement("article")
    article.text, body.text = body.text, None
    article.extend(list(body))
    body.append(article)


def _keep_linked_lists(page: "HtmlElement") -> None:
    """A list that a sentence announces is no menu, although each of its items may be a link."""
    for element in page.iter("ul", "ol"):
        before = element.getprevious()
        if before is not None and before.text_content().rstrip().endswith(":"):
            for link in list(element.iter("a")):
                link.drop_tag()


class _Writer:
    """Writes what trafilatura found as blocks of lines; its elements are p, head, quote, list, table, lb and others."""

    def __init__(self) -> None:
        self._blocks: list[str] = []
        self._words: list[str] = []

    def write(self, element: Any) -> list[str]:
        self._walk(element)
        self._close()
        return self._blocks

    def _walk(self, element: Any) -> None:
        if element.tag == "list":
            self._close()
            self._blocks.append("\n".join(_items(element, 0)))
        elif element.tag == "table":
            self._close()
            self._blocks.append("\n".join(_rows(element)))
        elif element.tag == "lb":
            self._words.append("\n")
        elif element.tag != "graphic":
            self._walk_into(element)
        self._words.append(element.tail or "")

    def _walk_into(self, element: Any) -> None:
        apart = element.tag in _BLOCKS
        if apart:
            self._close()
        self._words.append(element.text or "")
        for child in element:
            self._walk(child)
        if apart:
            self._close()

    def _close(self) -> None:
        """End the paragraph; a blank line inside of it makes it two."""
        lines = [_spaced(line) for line in "".join(self._words).split("\n")]
        self._words.clear()
        self._blocks += "\n".join(lines).strip("\n").split("\n\n")


def _items(element: Any, depth: int) -> Iterator[str]:
    """Lines of a list; a list inside of an item follows it, further in."""
    for item in element:
        if item.tag == "list":
            yield from _items(item, depth)
            continue
        words: list[str] = []
        inner: list[str] = []
        _collect(item, words, inner, depth + 1)
        line = _spaced("".join(words))
        if line:
            yield f"{'  ' * depth}- {line}"
        yield from inner


def _collect(element: Any, words: list[str], inner: list[str], depth: int) -> None:
    words.append(element.text or "")
    for child in element:
        if child.tag == "list":
            inner.extend(_items(child, depth))
            words.append(" ")
        elif child.tag == "table":
            inner.extend(_rows(child))
        elif child.tag in _BLOCKS or child.tag in ("lb", "item"):
            words.append(" ")
            _collect(child, words, inner, depth)
            words.append(" ")
        elif child.tag != "graphic":
            _collect(child, words, inner, depth)
        words.append(child.tail or "")


def _rows(table: Any) -> Iterator[str]:
    for row in table.iter("row"):
        cells = []
        for cell in row.iter("cell"):
            words: list[str] = []
            inner: list[str] = []
            _collect(cell, words, inner, 0)
            cells.append(_spaced(" ".join(["".join(words), *inner])))
        if any(cells):
            yield " | ".join(cells)


def _spaced(words: str) -> str:
    return " ".join(words.split())
