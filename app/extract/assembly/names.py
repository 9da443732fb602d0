"""Names of the members of a list: without quantities, leading words and what stands behind them."""

import re
from typing import NamedTuple

from app.extract.recognisers.quantities import leading_quantity
from app.extract.segments import Sentence
from app.extract.worded import Worded

# Words in front of an item that are no part of its name: "additional", "the"; not "advanced".
_LEADING_WORDS = (
    "of (?:the|its|their)|the|a|an|various|assorted|numerous|additional|another|more|other|several|new|further"
    "|a number of|a range of|some|many of the|extra|also|both|its|their|such as|unspecified|undisclosed|unnamed"
    "|first(?! aid)|second|third|fourth|fifth|sixth|in it|in them|with it|inside|to include|including|particularly"
    "|especially|mainly|mostly|funding for|among (?:them|it)|for the first time"
)
_SIZES = "large|small|sizeable|further|significant|undisclosed|substantial|considerable"
_LOTS = (
    "tranche|batch|stock|consignment|shipment|quantity|quantities|amount|amounts|number|numbers|variety|array|range|host"
    "|mix"
)
_LEADING = re.compile(rf"(?:{_LEADING_WORDS}|(?:a\s+)?(?:(?:{_SIZES}) )?(?:{_LOTS}) of)\s+", re.IGNORECASE)
# The two signs that they begin with; of the one word that has one sign, with the space behind it.
_LEADING_PAIRS = frozenset(
    f"{words} "[:2] for words in (*_LEADING_WORDS.split("|"), *_SIZES.split("|"), *_LOTS.split("|"))
)
# A word that says that the text does not tell which: "unspecified air defense systems"; not "specified".
_UNSPECIFIED = Worded("unspecified/undisclosed/unnamed")
# What goods are called before they are named: "critical capabilities such as radars"; not "drones such as the Vector".
_SUCH_AS = re.compile(
    r"(?:[\w-]+ ){0,3}(?:capabilities|equipment|items|supplies|weapons|gear|mat[eé]riel|goods) such as\s+",
    re.IGNORECASE,
)
# What is left of a joint where a list was cut: "tanks and"; not "band".
_DANGLING = re.compile(r"[\s,;]+(?:and|or|as well as|plus|with)\s*\Z")
# What ends a sentence behind goods: "mortars as well", "boats in all"; not "wells".
_TOO = re.compile(r"\s(?:as well|too|also|respectively|in (?:all|total))\Z")
_TOO_ENDS = ("well", "too", "also", "respectively", "all", "total")
_DANGLING_ENDS = ("and", "or", "as", "plus", "with")


class Member(NamedTuple):
    """A member of a list at offsets in its sentence, still with its quantity and its leading words."""

    start: int
    end: int


def name_of(text: str, member: Member) -> tuple[int, int]:
    """The offsets of a member's name: without leading words and quantity, and without marks around it."""
    start, end = member.start, member.end
    moved = True
    while moved:
        moved = False
        while start < end and text[start] in " \t\n“”\"'‘’•–-(":
            start += 1
        quantity = leading_quantity(text[:end], start)
        if quantity is not None and quantity.end < end:
            start, moved = quantity.end, True
            continue
        leading = _LEADING.match(text, start, end) if _may_lead(text[start : start + 2]) else None
        if leading:
            start, moved = leading.end(), True
    such = _SUCH_AS.match(text, start, end) if text.find(" such as ", start, end) > 0 else None
    if such:
        start = such.end()
    while end > start and text[end - 1] in " \t\n.,;:!?—–":
        end -= 1
    too = _TOO.search(text, start, end) if text.endswith(_TOO_ENDS, start, end) else None
    end = too.start() if too else end
    if text[start:end].rstrip().endswith(_DANGLING_ENDS):
        dangling = _DANGLING.search(text, start, end)
        end = dangling.start() if dangling else end
    return start, end


def _may_lead(pair: str) -> bool:
    """Whether words that are no part of a name may begin with two signs; of other scripts that is not told here."""
    return pair.lower() in _LEADING_PAIRS or not pair.isascii() or pair[1:].isspace()


def unspecified_in(sentence: Sentence, member: Member) -> tuple[int, int] | None:
    """Where a member says that its goods are not told closer: "unspecified vehicles"; None where it does not."""
    match = _UNSPECIFIED.search(sentence, member.start, member.end)
    return match.span() if match else None
