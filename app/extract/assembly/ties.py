"""What ties an amount to the aid: words for its worth, a noun of aid, a verb of giving, what it is said to be for."""

import re
from typing import NamedTuple

from app.extract.assembly.aid import PACKAGE
from app.extract.recognise import Findings
from app.extract.recognisers.cues import Found, find_cues
from app.extract.recognisers.money import Money
from app.extract.segments import Sentence

# What an amount is of or for: "$3 million worth of arms", "€5 million in aid"; not "$3 million, he said".
_OF_AID = re.compile(
    r"[\s-]*(?:\([^)]{0,60}\)\s*)?(?:dollars?)?['’]?\s*(?:more\s+|extra\s+)?(?:worth\s+)?(?:(?:of|in|for|on|to"
    r"|towards?|into|from|under)\s)?"
)
# The hedge of a ceiling, which only what is decided has: "to a value not above $5 million"; not "to value".
_CEILING = re.compile(r"(?:(?:up )?to|of) an? (?:aggregate )?value|grant limit|limit of")
# What an amount makes: "a £5 million commitment to", "a $3 million boost for"; not "5 million commitments".
_COMMITMENT = re.compile(r"[\s-](?:\w+\s)?(?P<noun>commitment|pledge|investment|boost|deal)\b(?: to| for| in)?")
# What makes an amount aid around it: "make a further $2 billion available"; not "is available".
_MAKES = re.compile(r"\b(?:make|makes|making|made)\s(?:[\w-]+\s){0,3}\Z")
_MADE_AVAILABLE = re.compile(r"\s(?:in [\w\s-]{3,40} )?available\b")
# What is done with an amount behind it: "has been set aside", "is foreseen"; not "has been spent".
_SET_ASIDE = re.compile(
    r",? (?:to )?be drawn down|\s*(?:\([^)]{0,60}\)\s*)?(?:has|have|is|are|was|were|will be)\s+(?:been\s+"
    r"|being\s+)?(?:set aside|freed up"
    r"|put up|put at the disposal|earmarked|allocated|made available|foreseen"
    r"|provided|released|approved|funded|financed)\b"
)
# Where an amount goes: "goes to the fund", "is for", "from the fund is going on"; not "is gone".
_GOES_TO = re.compile(
    r"(?:\s+from\s+(?:the\s+)?[\w\s’'-]{3,50}?)?,?\s+(?:goes|will go|is going|are going|is|are|to go)\s+(?:to|for|on"
    r"|into|towards?|what)\b"
    r"|\s+from\s+(?:the\s+)?[\w\s’'-]{3,50}?\s+(?:on|for)\b"
)
# Nothing but a determiner in front of an amount: " — an additional "; not "a house of".
_ALONE = re.compile(r"\W*(?:(?:an?|the|another|additional|further|extra|new|some|with|worth|of|final|in)\s+)*")
# An amount that somebody announces behind it: "half a billion dollars we're announcing"; not "dollars we had".
_ANNOUNCED_BEHIND = re.compile(
    r"\s+(?:that\s+|which\s+)?(?:we|i|he|she|they|it)(?:['’](?:re|m|s)| are| am| is"
    r"| will)?\b[^.;,]{0,40}\b(?:announcing|giving|sending|providing)\b"
    r"|\s+(?:that\s+|which\s+)?(?:we|i|he|she|they|it)(?: have| has| had)?(?: just| today| now)* (?:approved"
    r"|authori[sz]ed|signed off"
    r"|directed) (?:just )?(?:today|now|this morning)\b"
)
# What goes on about an amount that a sentence opens with: "In all €8 million, it covers"; not "5 million, he said".
_STANDS_FOR = re.compile(
    r"(?:, (?:it|the \w+|which) (?:covers?|includes?|finances?|pays?|buys?)|: (?:such|that|this) is)\b|['’]? worth,"
)
# The worth of what stands in front: "300 million dollars' worth"; not "worthy".
_WORTH_BEHIND = re.compile(r"['’]?s?['’]? worth\b")
# Between a word of worth and its amount: " ", " Finland an estimated "; not " lives and ".
_TO_WORTH = re.compile(r"\s*(?:(?:an\s)?(?:estimated|expected|total|additional)\s)?")
# A price behind goods: "shells for about"; not "for shells".
_PRICE_OF = re.compile(r"\s(?:for|at|worth)\s+(?:another\s+)?\Z")
# What parts an amount from a noun behind it: "$3 million, while the package"; not "$3 million military aid package".
_BREAKS = re.compile(r"[,;:—()]|\b(?:and|while|but|than|as|is|are|was|were|has|have|will|would|in a|that|which)\b")
# What may stand between a verb of giving and the amount: "send Ukraine another "; not "said in May that ".
_TO_AMOUNT = re.compile(r"\s+(?:(?!(?:in|since|after|before|than)\b)[\w’'.-]+\s+){0,7}")
# What may stand between a noun of aid and its amount: " for Ukraine worth ", " of an additional "; not " in May. ".
_NOUN_TO_AMOUNT = re.compile(
    r"[^.;:]{0,70}?\b(?:of|for|on|in|with|worth)\s*"
    r"(?:(?:an?|the) (?:additional|extra|further|new|total)\s+|another\s+|a\s+)?"
)
_BESIDE = 12  # signs between an amount and what stands right beside it
_TIED = 60  # signs behind an amount in which it is said what it is for


class _Place(NamedTuple):
    """Where an amount stands: its sentence, and the words of its stretch in front of it."""

    sentence: Sentence
    money: Money
    before: str
    left: int


def tie_of(findings: Findings, sentence: Sentence, money: Money, left: int) -> str | None:
    """What makes an amount that of the aid, in words; None where nothing does. `left` is where its stretch begins."""
    before = sentence.lower[left : money.start]
    place = _Place(sentence, money, before, left)
    if before.strip() == ":":  # what stands behind a colon belongs to the words in front of it
        if PACKAGE.search(sentence, 0, left):
            return "it stands behind a colon, after a package"
        place = place._replace(before=sentence.lower[: money.start].rstrip(" :") + " ", left=0)
    return _tie_of_worth(findings, place) or _tie_in_front(place) or _tie_behind(findings, place, before)


def _tie_of_worth(findings: Findings, place: _Place) -> str | None:
    """Words that make an amount the worth or the price of something."""
    sentence, money = place.sentence, place.money
    text, end = sentence.lower, money.end
    if _CEILING.match(text, money.start) or _SET_ASIDE.match(text, end):
        return "it is what the aid may cost"
    if _STANDS_FOR.match(text, end) and _ALONE.fullmatch(text[: money.start]):
        return "it stands for the aid, which is named behind it"
    if _ANNOUNCED_BEHIND.match(text, end):
        return "somebody is said to announce it"
    if _answers(findings, place):
        return "it answers how much the aid is worth"
    worth = _last_cue(place, "worth")
    if _WORTH_BEHIND.match(text, end) or (worth is not None and _reaches(findings, place, worth)):
        return "the aid is said to be worth it"
    near = any(0 <= money.start - one.end <= _BESIDE for one in findings.terms[sentence.index])
    return "it is the price of goods in front of it" if near and _PRICE_OF.search(place.before) else None


def _answers(findings: Findings, place: _Place) -> bool:
    """Whether an amount is the answer to a question in front of its sentence: "Yeah, it's $125 million"."""
    if _ANSWER.search(place.sentence.lower, 0, place.money.start) is None:
        return False
    before = findings.sentences[max(0, place.sentence.index - 3) : place.sentence.index]
    return any(one.text.endswith("?") and _HOW_MUCH.search(one.lower) for one in before)


# Nothing but the start of an answer in front of an amount: "mr. kirby: yeah, it's "; not "the bill says it's ".
_ANSWER = re.compile(
    r"(?:\A|:\s)(?:(?:yeah|yes|sure|so|well|yep|uh),?\s)*(?:(?:it|that)(?:['’]s| is| would be| will be)\s)(?:about "
    r"|around )?\Z"
)
# What asks for an amount: "do you have a dollar figure", "how much is it worth?"; not "how are you?".
_HOW_MUCH = re.compile(
    r"\b(?:dollar (?:figure|amount|value)|how much|what(?:['’]s| is) the (?:\w+ )?(?:value|figure|amount|price"
    r"|cost))\b"
)


def _reaches(findings: Findings, place: _Place, worth: Found) -> bool:
    """Whether a word of worth belongs to the amount: nothing but an estimate or who pays stands between them."""
    paying = [one.end for one in findings.actors[place.sentence.index] if one.start == worth.end + 1]
    start = paying[0] if paying else worth.end
    return _TO_WORTH.fullmatch(place.sentence.lower, start, place.money.start) is not None


def _tie_in_front(place: _Place) -> str | None:
    """A noun of aid right behind the amount, or in front of it with a word that joins them."""
    sentence, end = place.sentence, place.money.end
    noun = PACKAGE.search(sentence, end, min(len(sentence.text), end + _TIED))
    if noun is not None and not _BREAKS.search(sentence.lower, end, noun.start()):
        return f"a {sentence.text[noun.start() : noun.end()]} of this amount is announced"
    beside = _COMMITMENT.match(sentence.lower, end)
    if beside is not None:
        return f"a {beside['noun']} of this amount is told"
    nouns = find_cues(sentence, "aid", place.left, place.money.start)
    if any(_NOUN_TO_AMOUNT.fullmatch(_between(place, one)) or _between(place, one) == ", " for one in nouns[-2:]):
        return "a noun of aid stands in front of it"
    return None


def _tie_behind(findings: Findings, place: _Place, before: str) -> str | None:
    """Aid, goods, a program or a recipient behind an amount that is given, or that goes there."""
    sentence, money = place.sentence, place.money
    behind = _OF_AID.match(sentence.lower, money.end)
    at = behind.end() if behind else money.end
    program = next((one for one in findings.programs[sentence.index] if at <= one.start <= at + _BESIDE), None)
    if program is not None:
        return f"it is an amount of {program.code or program.authority}"
    goes = _GOES_TO.match(sentence.lower, money.end)
    listed = sentence.kind == "item" and findings.layout.blocks[sentence.block].lead is not None
    given = _last_cue(place, "given")
    is_given = given is not None and _TO_AMOUNT.fullmatch(_between(place, given)) is not None
    if is_given and given is not None and _between(place, given).endswith("with "):
        starts = [one.start for one in findings.terms[sentence.index]]
        starts += [one.start for one in findings.actors[sentence.index]]
        if any(given.end <= start < money.start for start in starts):
            return "it is what somebody is given, in money"
    if _MADE_AVAILABLE.match(sentence.lower, money.end) and _MAKES.search(before):
        return "it is made available"
    if goes or listed or is_given or _ALONE.fullmatch(before):
        named = _named_behind(findings, sentence, goes.end() if goes else at)
        return f"it is given, in or for {named}" if named else None
    return None


def _last_cue(place: _Place, group: str) -> Found | None:
    """The last cue of a group in front of an amount, in its stretch."""
    found = find_cues(place.sentence, group, place.left, place.money.start)
    return found[-1] if found else None


def _between(place: _Place, found: Found) -> str:
    return place.sentence.lower[found.end : place.money.start]


def _named_behind(findings: Findings, sentence: Sentence, at: int) -> str | None:
    """The aid, goods, program or recipient that stands right behind an amount."""
    limit = at + _TIED
    for found in find_cues(sentence, "object", at, min(limit, len(sentence.text))):
        if found.cue.kind == "military":
            return sentence.text[found.start : found.end]
    for term in findings.terms[sentence.index]:
        if at <= term.start < limit:
            return sentence.text[term.start : term.end]
    for program in findings.programs[sentence.index]:
        if at <= program.start < limit:
            return str(program.code or program.authority)
    for actor in findings.actors[sentence.index]:
        if at <= actor.start < at + _TIED // 2 and actor.place is not None:
            return actor.name
    return None
