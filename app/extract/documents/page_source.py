"""The source of a page made small before it is parsed, in linear time.

The parser and trafilatura take quadratic time for many attributes of one tag and for many tags in one sentence. What
leaves here has no tags but those that this wrote.
"""

import re
from collections import defaultdict

# The parts of a tag behind its name, as the HTML standard has them: 'class="a b"', "hidden", "href=/x".
_ATTRIBUTE = r"[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+\"?|'[^']*+'?|[^\s>]*+))?"
_ONE_ATTRIBUTE = re.compile(_ATTRIBUTE)
# Comments, texts that are no markup, and tags: "<!-- a -->", "<script>1 < 2</script>", "<p hidden>"; not "1 < 2".
_TOKEN = re.compile(
    r"<!--(?:-?>|.*?(?:--!?>|\Z))"
    rf"|<(?P<raw>script|style|noscript|template)(?=[\s/>])(?P<with>(?>[\s/]++|{_ATTRIBUTE})*+)>?.*?(?:</(?P=raw)\s*>|\Z)"
    rf"|<(?P<name>[A-Za-z][^\s/>]*+)(?P<attributes>(?>[\s/]++|{_ATTRIBUTE})*+)>?"
    r"|</(?P<end>[A-Za-z][^\s/>]*+)[^>]*+>?",
    re.DOTALL | re.IGNORECASE,
)

# What sets words off inside of a sentence, and says nothing of where the main text is.
FORMATTING = frozenset(
    {
        *("abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "data", "dfn", "em", "font", "i", "ins", "kbd", "mark"),
        *("q", "s", "samp", "small", "span", "strike", "strong", "sub", "tt", "u", "var"),
    }
)
_NEVER_SHOWN = frozenset({"img", "wbr", "source", "track", "area", "param", "embed", "input"})
# trafilatura takes seconds for as many. A long report has some thousands.
MOST_ELEMENTS = 20_000
_LONG_TAG = 200  # signs
_MOST_ATTRIBUTES = 20
_LONGEST_ATTRIBUTE = 2000  # no title or address is longer; embedded pictures are
_MOST_LINKS = 5000


class TooManyElementsError(Exception):
    """A page of more elements than are read."""


def simplify(source: str) -> str:
    """The source without comments, scripts, styles, pictures and formatting, and with few attributes in each tag.

    Raises TooManyElementsError where more than MOST_ELEMENTS would be left.
    """
    return _TOKEN.sub(_Simplifier().replace, source)


class _Simplifier:
    """Replaces one token after the other; an end tag goes with its start tag."""

    def __init__(self) -> None:
        self._dropped: defaultdict[str, list[bool]] = defaultdict(list)
        self._links = 0
        self._elements = 0

    def replace(self, token: re.Match[str]) -> str:
        if token["name"] is not None:
            return self._start(token)
        if token["end"] is not None:
            opened = self._dropped[token["end"].lower()]
            return "" if opened and opened.pop() else token.group()
        structured = token["raw"] is not None and token["raw"].lower() == "script" and "ld+json" in token["with"]
        return token.group() if structured else ""

    def _start(self, token: re.Match[str]) -> str:
        name = token["name"].lower()
        if name in _NEVER_SHOWN:
            return ""
        if name == "a":
            self._links += 1
        if name in FORMATTING or name == "a":
            # What may be hidden stays an element, for the words in it must go.
            dropped = self._links > _MOST_LINKS if name == "a" else not _may_hide(token["attributes"])
            self._dropped[name].append(dropped)
            if dropped:
                return ""
        self._elements += 1
        if self._elements > MOST_ELEMENTS:
            raise TooManyElementsError
        if len(token.group()) <= _LONG_TAG:
            return token.group()
        kept = [one for one in _ONE_ATTRIBUTE.findall(token["attributes"]) if len(one) <= _LONGEST_ATTRIBUTE]
        return f"<{token['name']} {' '.join(kept[:_MOST_ATTRIBUTES])}>"


def _may_hide(attributes: str) -> bool:
    lowered = attributes.lower()
    return "hidden" in lowered or "none" in lowered
