"""Verbs by which somebody hands goods over: who gives, whether it is so, and where the goods begin."""

import re
import sys
from typing import NamedTuple

from app.extract.assembly.bounds import clause
from app.extract.recognise import Findings, once_a_sentence
from app.extract.recognisers.actors import Actor
from app.extract.recognisers.cues import find_cues
from app.extract.segments import Sentence
from app.extract.worded import Worded

# What makes a sentence no announcement: "could not", "would not be sent"; not "note".
DENIED = Worded(
    "not/never/no/deny/denies/denied/whether/if/unless/might/could/would/should/refuse/refuses/refused",
    "declines/declined/resists/resisted/consider/considers/considered/considering/discuss/discusses/discussed/discussing",
    "hesitate/hesitates/hesitated/hesitant/reluctant/reluctance/unwilling/balk/balks/balked/lobby/lobbied",
    "sale/sell/bill/rumor/rumors/rumour/rumours",
    r"may(?!,? \d)(?<!in may)(?<!on may)(?<!last may)(?<!since may)(?<!until may)(?<!of may)(?<!by may)",
    "ruled out",
    "russia will",
    "cannot",
    "don/doesn/didn/won/isn/aren/wasn/weren/can/hasn/haven['’]t",
)
# Between a verb of giving and its goods: "to the", "Ukraine’s army with"; not "tanks to".
_TO_GOODS = re.compile(
    r"(?:['’]s\s+\w+)?(?:\s+\([^)]{0,60}\))?(?:\s+(?:armed forces|forces|army|military|troops"
    r"|soldiers))?(?:\s+with)?\s+",
    re.IGNORECASE,
)
_RECIPIENT_REACH = 40


# Who passes on what will be: "said that it would give"; not "would rather".
_REPORTED = re.compile(
    r"\b(?:said|says|told|announced|confirmed|pledged|promised|informed|added|stated|communicated)\b"
)


# Forces that get what is behind them: " the island nation's navy "; not " the navy".
_TO_FORCES = re.compile(
    r"\s(?:the )?(?:[\w-]+ ){0,3}[\w-]+['’]s (?:army|navy|air force|coast guard|armed forces|forces|police"
    r"|military) (?=an? |about |some |up to |\d|two|three|four|five|six|ten)"
)
# What is expected: "Ukraine should get"; not "should it get".
_IS_TO_GET = re.compile(r"should (?:also |soon )?(?:get|receive|arrive)\b")
# Who denies what follows, however far: "denied a report that"; not "denied entry".
_DENIES = Worded(
    "deny/denies/denied/dismisses/dismissed/rejects/rejected (?:a |the |any |all )?(?:\\w+ )?"
    "(?:reports?|claims?|rumou?rs?|plans?|that)"
)


def is_denied_report(sentence: Sentence, end: int = sys.maxsize) -> bool:
    """Whether a sentence, as far as `end`, says that a report, a claim or a plan is denied."""
    return _DENIES.search(sentence, 0, end) is not None


def is_denied(sentence: Sentence, start: int, end: int) -> bool:
    """Whether words in a stretch make a mere thought of what follows; "would" does not where it is reported."""
    if is_denied_report(sentence, end):
        return True
    return _has_denial(sentence, max(0, start), end)


def has_denial(sentence: Sentence) -> bool:
    """Whether a sentence has any word that makes a mere thought of something."""
    return _has_denial(sentence, 0, len(sentence.text))


def _has_denial(sentence: Sentence, start: int, end: int) -> bool:
    for one in DENIED.finditer(sentence, start, end):
        reported = one.group() in ("would", "should") and _REPORTED.search(sentence.lower, 0, one.start())
        aside = one.group() in _LAWS and "," in sentence.text[one.end() : end]  # "After signing the bill, he announced"
        if not reported and not aside and not _IS_TO_GET.match(sentence.lower, one.start()):
            return True
    return False


_LAWS = frozenset(("bill", "sale", "sell"))
# What asks somebody to give: "asked ", "called on the "; not "tasked".
_ASKED = re.compile(
    r"\b(?:ask(?:s|ed|ing)?|urg(?:e|es|ed|ing)|call(?:s|ed|ing)? (?:on|for)|press(?:es|ed|ing)?|want(?:s|ed)?"
    r"|beg(?:s|ged)?|persuad\w+"
    r"|convinc\w+|push(?:es|ed|ing)?|for|appeal(?:s|ed|ing)? (?:to|for))\s+(?:the\s+)?(?:[\w.’'-]+\s){1,3}\Z"
)


def is_asked_for(sentence: Sentence, start: int) -> bool:
    """Whether "to send" at a place is what somebody is asked for: "urged Rome to send"."""
    return (
        sentence.lower.startswith("to ", start)
        and _ASKED.search(sentence.lower, max(0, start - _ASKED_REACH), start) is not None
    )


_ASKED_REACH = 60  # signs in which somebody is asked and named


class Giving(NamedTuple):
    """A verb of giving at offsets in its sentence; the goods begin at `goods`.

    `kind` is decided (it will be so), or finished (it has been so, as far as the verb says).
    """

    start: int
    end: int
    goods: int
    kind: str


@once_a_sentence
def find_givings(findings: Findings, sentence: Sentence) -> list[Giving]:
    """The verbs of giving of a sentence that are neither denied nor only thought of, with goods behind them."""
    found = []
    for cue in find_cues(sentence, "gives"):
        goods = _goods_start(findings, sentence, cue.end)
        left, right = clause(sentence, cue.start, cue.end)
        named = any(goods <= term.start < right and term.rank > 0 for term in findings.terms[sentence.index])
        up = sentence.lower.startswith(" up", cue.end)  # "give up" hands nothing over
        if named and not up and not is_denied(sentence, max(left, cue.start - 40), cue.end):
            found.append(Giving(cue.start, cue.end, goods, cue.cue.kind))
    return found


def _goods_start(findings: Findings, sentence: Sentence, end: int) -> int:
    """Where the goods begin behind a verb: past a recipient that stands right behind it, "send Kyiv 20 tanks"."""
    forces = _TO_FORCES.match(sentence.lower, end)
    if forces:
        return forces.end()
    first = next((term.start for term in findings.terms[sentence.index] if term.start >= end), len(sentence.text))
    for actor in findings.actors[sentence.index]:
        if end <= actor.start < min(first, end + _RECIPIENT_REACH):
            rest = _TO_GOODS.match(sentence.text, actor.end)
            return rest.end() if rest else end
    return end


def giver_of(findings: Findings, sentence: Sentence, giving: Giving) -> Actor | None:
    """The last place or organisation in front of the verb, which is its subject."""
    before = [one for one in findings.actors[sentence.index] if one.end <= giving.start and one.place is not None]
    return before[-1] if before else None


def looks_back(sentence: Sentence, left: int, right: int) -> bool:
    """Whether a stretch of a sentence tells of earlier aid or of totals."""
    return tells_earlier(sentence, left, right) or tells_total(sentence, left, right)


def tells_earlier(sentence: Sentence, left: int, right: int) -> bool:
    """Whether a stretch of a sentence tells of earlier aid."""
    return any(one.cue.weight > 1 for one in find_cues(sentence, "recall", left, right))


def tells_total(sentence: Sentence, left: int, right: int) -> bool:
    """Whether a stretch of a sentence tells of a total, a budget or a request."""
    return any(one.cue.weight > 1 for one in find_cues(sentence, "total", left, right))
