"""Lines on pages to text: paragraphs with a blank line between them, list items and rows on lines of their own.

Where a line ends is where the page was full or where the author ended it. It was full if it is about as long as the
others and the next follows at the usual distance.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Line:
    """A line with the place of its first sign, from the left and from below, the height of its letters, its page."""

    text: str
    x: float
    y: float
    size: float
    page: int


@dataclass(frozen=True, slots=True)
class Page:
    lines: tuple[Line, ...]
    bottom: float
    top: float


# What marks a list item: "• boats", "- boats", "\uf0b7boats"; not "-20 degrees".
_BULLET = re.compile(r"(?:[•‣▪●○◦■□➢➤\u2043\uf0a7\uf0b7]\s*|[-–·*]\s+)")
# A mark that may as well be a dash inside of a sentence: "- boats"; not "• boats".
_DASH = re.compile(r"[-–]\s")
# A numbered item: "2. rifles", "(b) rifles"; not "2.5 tons".
_NUMBERED = re.compile(r"(?:\d{1,2}[.)]|\([a-z\d]{1,2}\))\s")
# The number of a page: "3", "Page 3 of 5", "- 3 -", "3/5"; not "2023-05-09".
_PAGE_NUMBER = re.compile(r"(?:page\s*)?[-–—]?\s*\d{1,4}\s*(?:(?:of|/)\s*\d{1,4})?\s*[-–—]?", re.IGNORECASE)
# The end of a sentence: "for Kyiv." has one; "for Kyiv" has none.
_CLOSED = re.compile(r"[.!?:;…][\"'”’)\]]*\Z")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# The two parts of a word broken at the end of a line: "muni-" and "tions"; not "F-" and "16".
_BROKEN = re.compile(r"(?P<before>[^\W\d_]+)-\Z")
_REST = re.compile(r"(?P<after>[^\W\d_]+)")
# Ends of words that are no words, so that what stands before them can't be joined to them by a hyphen of its own.
_ENDINGS = frozenset(
    {
        *("tion", "tions", "tional", "sion", "sions", "ment", "ments", "ing", "ings", "ity", "ities", "ness", "ance"),
        *("ances", "ence", "ences", "tance", "tence", "tive", "tives", "sive", "ture", "tures", "ation", "ations"),
        *("tary", "nary", "ery", "ian", "ians", "cial", "tial", "cient", "ous", "eous", "ed", "er", "ers", "est", "ly"),
    }
)

_EDGE = 0.12  # share of a page above and below in which its running head and foot stand
_FEW_PAGES = 4
_SAME_PLACE = 3.0  # points
_SINGLE = 1.2  # the distance of lines as programs set it, in heights of letters
_GAP = 1.3  # times the usual distance of lines: the space between paragraphs
_SHORT = 0.65  # share of a full line
_NEARLY_FULL = 0.85
_OTHER_SIZE = 0.12
_INDENT = 0.8  # times the height of letters


def lay_out(pages: Iterable[Page]) -> str:
    """The text of pages, without running heads and feet and page numbers; empty where there is none."""
    kept = _without_running_lines(list(pages))
    lines = _with_bullets(line for page in kept for line in page)
    if not lines:
        return ""
    usual = _usual_distance(lines)
    full = _full_lengths(lines)
    words = _whole_words(lines)
    blocks: list[list[str]] = []
    previous: Line | None = None
    dashed: set[int] = set()
    for line in lines:
        if previous is None:
            blocks.append([line.text])
        else:
            gap = "line" if _DASH.match(line.text) and round(line.x) in dashed else _gap(previous, line, usual)
            if gap == "line" and _DASH.match(line.text):
                dashed.add(round(line.x))
            if gap == "paragraph":
                blocks.append([line.text])
            elif gap == "line" or _ends(previous, line, full):
                blocks[-1].append(line.text)
            else:
                blocks[-1][-1] = _join(blocks[-1][-1], line.text, words)
        previous = line
    return "\n\n".join("\n".join(_as_items(block)) for block in blocks).replace("\u00ad", "") + "\n"


def _without_running_lines(pages: list[Page]) -> list[list[Line]]:
    """The lines of each page without those at its edge that stand on several pages, and without its number."""
    seen: Counter[tuple[str, int]] = Counter()
    for page in pages:
        seen.update({_running(line) for line in page.lines if _at_edge(line, page)})
    often = 2 if len(pages) < _FEW_PAGES else 3
    kept = []
    for page in pages:
        outermost = {min(page.lines, key=_height, default=None), max(page.lines, key=_height, default=None)}
        kept.append(
            [
                line
                for line in page.lines
                if not _at_edge(line, page)
                or not (
                    seen[_running(line)] >= often or (line in outermost and _PAGE_NUMBER.fullmatch(line.text.strip()))
                )
            ]
        )
    return kept


def _height(line: Line) -> float:
    return line.y


def _at_edge(line: Line, page: Page) -> bool:
    margin = (page.top - page.bottom) * _EDGE
    return not page.bottom + margin < line.y < page.top - margin


def _running(line: Line) -> tuple[str, int]:
    """What a running line has in common on all pages: its words, whatever their numbers, and its height."""
    return re.sub(r"\d+", "#", line.text), round(line.y / _SAME_PLACE)


def _with_bullets(lines: Iterable[Line]) -> list[Line]:
    """Lines with each bullet that was drawn by itself in front of its item."""
    joined: list[Line] = []
    for line in lines:
        last = joined[-1] if joined else None
        if last is not None and _BULLET.fullmatch(f"{last.text} ") and abs(last.y - line.y) < max(line.size, 1.0):
            joined[-1] = Line(f"{last.text} {line.text}", last.x, line.y, line.size, line.page)
        else:
            joined.append(line)
    return joined


def _usual_distance(lines: list[Line]) -> float:
    """The distance of two lines of one paragraph, in heights of letters.

    Where all stand far apart, either the text is double-spaced or each paragraph has one line: then most lines are
    whole sentences.
    """
    pairs = [(one, two) for one, two in pairwise(lines) if one.size > 0 and _same_size(one, two)]
    near = [(one, (one.y - two.y) / one.size) for one, two in pairs if 0.8 < (one.y - two.y) / one.size < 2.5]
    if not near:
        return _SINGLE
    usual = sorted(distance for _, distance in near)[len(near) // 10]
    closed = sum(_CLOSED.search(one.text) is not None for one, _ in near)
    return _SINGLE if usual > _SINGLE * _GAP and closed > len(near) / 2 else usual


def _full_lengths(lines: list[Line]) -> dict[int, int]:
    """How many signs a full line has, for each height of letters: nine of ten lines have no more."""
    lengths: defaultdict[int, list[int]] = defaultdict(list)
    for line in lines:
        lengths[round(line.size)].append(len(line.text))
    return {size: sorted(some)[(len(some) * 9) // 10] for size, some in lengths.items()}


def _whole_words(lines: list[Line]) -> Counter[str]:
    """How often each word stands in the text, without the parts of words that are broken between lines."""
    words: Counter[str] = Counter()
    broken = False
    for line in lines:
        found = _WORD.findall(line.text)[1 if broken else 0 :]
        broken = _BROKEN.search(line.text) is not None
        words.update(word.casefold() for word in (found[:-1] if broken else found))
    return words


def _same_size(one: Line, two: Line) -> bool:
    return abs(one.size - two.size) <= _OTHER_SIZE * max(one.size, two.size)


def _gap(previous: Line, line: Line, usual: float) -> str | None:
    """What the places of two lines say: a paragraph between them, a line, or nothing."""
    if _is_item(line) and (_is_item(previous) or _CLOSED.search(previous.text)):
        return "line"
    if _BULLET.match(line.text) and not _DASH.match(line.text):
        return "line"
    if not _same_size(previous, line):
        return "paragraph"
    distance = (previous.y - line.y) / line.size if line.size > 0 else usual
    if line.page != previous.page or distance < -0.5:  # the next page or column: the sentence may go on
        goes_on = line.text[:1].islower() or not _CLOSED.search(previous.text)
        return None if goes_on and len(previous.text) > 20 else "paragraph"
    if distance > usual * _GAP:
        return "paragraph"
    indented = line.x > previous.x + _INDENT * line.size and not _is_item(previous)
    return "paragraph" if indented and _CLOSED.search(previous.text) else None


def _is_item(line: Line) -> bool:
    return _BULLET.match(line.text) is not None or _NUMBERED.match(line.text) is not None


def _ends(previous: Line, line: Line, full: dict[int, int]) -> bool:
    """Whether a line was ended by its author: it had room for more."""
    length = len(previous.text) / full[round(previous.size)]
    if previous.text.endswith((";", ":")):
        return length < _NEARLY_FULL
    return length < _SHORT and not line.text[:1].islower() and not previous.text.endswith(("-", "\u00ad", ","))


def _join(before: str, after: str, words: Counter[str]) -> str:
    """Two lines as one, with a word that was broken between them made whole where it is known to be one word."""
    if before.endswith("\u00ad"):
        return before[:-1] + after
    broken, rest = _BROKEN.search(before), _REST.match(after)
    if broken is None or rest is None:
        return before + after if before.endswith("-") and not before.endswith((" -", "--")) else f"{before} {after}"
    one, two = broken["before"].casefold(), rest["after"].casefold()
    known = words[one + two] > 0 and words[f"{one}-{two}"] == 0
    if rest["after"][:1].islower() and (known or (two in _ENDINGS and words[two] == 0)):
        return before[:-1] + after
    return before + after


def _as_items(block: list[str]) -> list[str]:
    """Lines with one mark for all bullets."""
    return [_BULLET.sub("- ", line, count=1) if _BULLET.match(line) else line for line in block]
