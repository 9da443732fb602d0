"""Where a list in a sentence ends, and where it goes on behind what is said of its last member."""

import re
from collections.abc import Iterator

from app.extract.assembly.names import Member, name_of
from app.extract.recognisers.equipment import Term
from app.extract.recognisers.quantities import leading_quantity

# Where a list of goods ends: " to help Kyiv", ", which", ", the ministry said"; not "to integrate", "to go with".
# It begins with one of five signs, which are searched for faster than its many words are tried.
_LIST_END = re.compile(
    r"[,\s.!?:](?:"
    r"(?<=\s)(?<!equipment\s)\s*to\s+(?:help|ensure|enable|allow|defend|support|protect|make|equip|address|meet|counter"
    r"|bolster|enhance|strengthen|improve|boost"
    r"|provide|keep|push|be)\b"
    r"|(?:(?<=,)\s+|(?<=\s)\s*)(?:as well as\s+(?:strengthen|support|help|build|improve|boost)\b"
    r"|(?:which|who|whose|says?|said|according|while|although|because|but|fearing|where|when|before|since|amid"
    r"|pending|subject to|in addition to|in support of|on top of|under (?:the|its|a)"
    r"|(?:built|made|produced|manufactured|developed) (?:in|by)"
    r"|from (?:(?:its|their|the|our|a|british|american|german|danish|dutch|polish)|u\.?s|defen|existing)"
    r"|in the (?:coming|next)|out of (?:its|their|the)|as part of|as it|so that|is worth|are worth|follows?"
    r"|by (?:the end of |mid-)?20\d\d|in a grant\b|over the (?:next|coming|past|last)|that(?:['’]ll)? (?:the|are|is"
    r"|was|were|have|has|had|will|would|for|can"
    r"|could|they|it|we|he|she|protect|help))\b"
    r"|with the exceptions? of\b|worth [^,;]{1,40}\Z)"
    r"|(?<=,)\s+(?:for (?!the most part|example)|against |at |by |as (?:the|a|an) |in |all (?:from|of)\b"
    r"|(?:pulling|drawing|taking|using|allowing|making|giving|bringing|helping)\b)"
    r"|(?<=\s)(?:-\s|\s*(?:will|and (?:is|are|has|have|was|were))\s)"
    r"|(?<=[.!?:])\s*\Z)"
)
# Who is said to have said it, behind a list: ", Defence Minister Jan Novak said"; not ", Abrams tanks".
_SPEAKER = re.compile(
    r",\s+(?:(?:the|a|an)\s)?(?:[A-Z][\w’'.-]*\s+){1,6}(?:said|says|told|announced|added|confirmed|wrote)\b"
)
# Where goods come from: " from Greece"; not " from the stocks", which ends a list as well.
_FROM_PLACE = re.compile(r",?\s+from\s+(?=[A-Z])")
# Each of them with a word or sign without which it does not stand.
_CUTS = ((_SPEAKER, ","), (_FROM_PLACE, "from"))
# Where a list may go on after a clause: "; and", ", and" surely, a comma before a number; not the comma of "1,000".
_RESUMES = re.compile(
    r"(?P<sure>;\s*(?:and\s+|as well as\s+)?|\s+as well as\s+(?=\d|an?\s|two|three|four|five|six|seven|eight|nine"
    r"|ten)|,\s+(?:and|as well as|along with|plus)\s+(?:also\s+)?)|,\s+"
)
# Up to three plain words in front of a noun: "counter-drone ", "new long-range "; not "will get the ".
_MODIFIERS = re.compile(
    r"(?!(?:\S+\s+){0,3}(?:is|are|was|were|will|has|have|had|to|for|of|the|said|says|which"
    r"|who)\s)(?:[\w’'/.-]+\s+){0,3}"
)


def list_parts(text: str, start: int, terms: tuple[Term, ...]) -> Iterator[tuple[int, int]]:
    """The stretches of the list that begins at `start`: what is said of a member's purpose lies between them."""
    lower = text.lower()
    lower = lower if len(lower) == len(text) else text
    for cut, sign in _CUTS:
        found = cut.search(text, start) if sign in text else None
        if found:
            text, lower = text[: found.start()], lower[: found.start()]
    while True:
        match = _LIST_END.search(lower, start)
        end = match.start() if match else len(text)
        yield start, end
        again = _resumption(text, end, terms) if match else None
        if again is None:
            return
        start = again


def _resumption(text: str, at: int, terms: tuple[Term, ...]) -> int | None:
    """Where a list goes on after words on its last member: "; and ammunition", ", and patrol boats", ", 20 trucks"."""
    for joint in _RESUMES.finditer(text, at):
        start = name_of(text, Member(joint.end(), len(text)))[0]
        counted = leading_quantity(text, joint.end()) is not None
        near = any(
            term.rank > 0 and start <= term.start and _MODIFIERS.fullmatch(text, start, term.start) for term in terms
        )
        if near and (counted or joint["sure"]):
            return joint.end()
    return None
