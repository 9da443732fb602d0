"""Verbs by which a sentence announces aid, and what stands for one in headlines and entries of lists."""

import re

from app.extract.assembly.aid import PACKAGE, names_aid
from app.extract.assembly.giving import find_givings, has_denial, is_denied
from app.extract.recognise import Findings, once_a_sentence
from app.extract.recognisers.cues import Found, find_cues
from app.extract.segments import Sentence
from app.extract.vocabulary import cues
from app.extract.worded import Worded


@once_a_sentence
def announcing_verbs(findings: Findings, sentence: Sentence) -> list[Found]:
    """The verbs by which a sentence announces aid; none where it is denied or has no aid for an object."""
    known = sentence.phrases.cues
    if "announce" not in known and "gives" not in known and not findings.money[sentence.index]:
        return []
    if not names_aid(findings, sentence):
        return []
    verbs = [
        one
        for one in find_cues(sentence, "announce")
        if not _denied(sentence, one.start, one.end)
        and not sentence.lower.endswith(("was being ", "were being ", *_URGED, *_ASKS), 0, one.start)
    ]
    sure = [one for one in verbs if one.cue.weight > 1]
    if sure:
        return sure
    money = bool(findings.money[sentence.index]) or PACKAGE.search(sentence) is not None
    if money and verbs:
        return verbs
    told = _told_by_sum(findings, sentence)
    if told is not None:
        return [told]
    entry = _entry_of_donor(findings, sentence)
    if entry is not None:
        return [entry]
    gives = [
        one
        for one in find_cues(sentence, "gives")
        if one.cue.kind == "decided" and not sentence.lower.endswith((*_URGED, *_ASKS), 0, one.start)
    ]
    given = {one.start for one in find_givings(findings, sentence)} if gives else set()
    decided = [one for one in gives if one.start in given or (money and not _denied(sentence, one.start, one.end))]
    return decided or _handed_over(findings, sentence)


def _handed_over(findings: Findings, sentence: Sentence) -> list[Found]:
    """The verbs of the opening by which the donor of the headline has just handed goods over."""
    if sentence.index > _LEAD or findings.sentences[0].kind != "heading" or "gives" not in sentence.phrases.cues:
        return []
    headline = findings.sentences[0]
    first = findings.actors[0][:1]
    if not first or first[0].place is None or _HANDS.match(headline.lower, first[0].end) is None:
        return []
    given = {one.start for one in find_givings(findings, sentence) if one.kind == "finished"}
    mine = any(one.place == first[0].place for one in findings.actors[sentence.index])
    return [one for one in find_cues(sentence, "gives") if one.start in given] if mine else []


_LEAD = 2  # the first sentences behind a headline
# A verb of a headline behind its donor, by which goods have changed hands: "Japan hands over"; not "US hand in".
_HANDS = re.compile(
    r"(?:\s\w+){0,2}?\s(?:hands(?: over)?|handed over|delivers?|delivered|donates?|donated|gives?|sends?|sent|gave"
    r"|has (?:donated|delivered|given|sent|handed over))\b"
)


# What may bring money and has not yet: "the request will provide"; not "at the request of".
_ASKS = ("request ", "supplemental ", " bill ", "proposal ", "legislation ")
# What somebody is only asked to do: "US urged to send"; not "tasked to send".
_URGED = (" urged ", " asked ", " pressed ", " pressured ", " implored ")


def _entry_of_donor(findings: Findings, sentence: Sentence) -> Found | None:
    """The colon behind the donor that an entry of a list opens with: "Spain: a package of 3 million euros"."""
    colon = sentence.text.find(":", 0, _LONGEST_NAME)
    if colon < 0 or sentence.kind != "item":
        return None
    opens = any(one.end == colon and one.place is not None for one in findings.actors[sentence.index])
    return Found(colon, colon + 1, cues("announce")[0]) if opens else None


_LONGEST_NAME = 40


def _told_by_sum(findings: Findings, sentence: Sentence) -> Found | None:
    """The words that make news of a package's sum without a verb of announcing: "It's a", a day beside a package."""
    if not findings.money[sentence.index]:
        return None
    match = _IS_ONE.search(sentence.lower) or _headline(findings, sentence) or _entry_of_order(findings, sentence)
    if match is None and PACKAGE.search(sentence) and not _HEARD.search(sentence):
        match = _DAY.search(sentence)
    return Found(match.start(), match.end(), cues("announce")[0]) if match else None


def _entry_of_order(findings: Findings, sentence: Sentence) -> re.Match[str] | None:
    """The ordinal that opens one of several packages: "First, a drawdown of $9 million"."""
    match = _ORDINAL.match(sentence.lower)
    if match is None or find_cues(sentence, "total") or find_cues(sentence, "recall"):
        return None
    return match if findings.programs[sentence.index] or PACKAGE.search(sentence) else None


# An ordinal in front of a sum or a package: "second, $1.2 billion"; not "second, he said".
_ORDINAL = re.compile(r"(?:first|second|third|fourth|finally),\s(?=(?:an?|another|some|about|nearly)\s|[$€£\d])")


def _headline(findings: Findings, sentence: Sentence) -> re.Match[str] | None:
    """The verb by which a headline tells that a donor gives a sum: "US sending $400 million in aid"."""
    first = findings.actors[sentence.index][:1]
    if sentence.index or sentence.kind != "heading" or not first or first[0].place is None:
        return None
    if not sentence.words.isdisjoint(_ASKING) or has_denial(sentence):
        return None
    verb = _HEADS.match(sentence.lower, first[0].end)
    return verb if verb is not None and find_cues(sentence, "total") == [] else None


# Words by which somebody else wants a donor to give: "US urged to send".
_ASKING = frozenset(("urged", "asked", "pressed", "told", "pressured", "wants", "refuses", "fails", "hesitates", "yet"))
# A verb of giving right behind the donor of a headline: "US sending", "Canada to send"; not "US urged to send".
_HEADS = re.compile(
    r"(?:\s\w+){0,2}?\s(?:sending|giving|providing|donating|supplying|pledging|committing|readying|gives|sends"
    r"|donates|pledges|commits"
    r"|boosts|unveils|readies|offers|adds|grants|hands|allocates|earmarks|gifts|ups|rushes|to (?:send|give|provide"
    r"|donate|supply"
    r"|announce|unveil|offer|allocate|add|grant|boost|deliver|transfer|ship))\b"
)


_DENIED = 30  # signs in front of a verb in which it is denied
_NONE = 60  # signs in which it is said that there is nothing
# What is not there, in front of a verb: "don't have any new military aid package to "; not "don't have time: ".
_HAVE_NONE = re.compile(r"\b(?:(?:do|does|did)n['’]t have (?:an?|any)|(?:has|have|had) no)\s[^.;:,]{0,50}\sto\s\Z")


def _denied(sentence: Sentence, start: int, end: int) -> bool:
    verb = start + len("to ") if sentence.lower.startswith("to ", start) else start
    nothing = "have" in sentence.words and _HAVE_NONE.search(sentence.lower, max(0, start - _NONE), verb)
    return bool(nothing) or is_denied(sentence, max(0, start - _DENIED), end)


# What is only heard: "reported on Sunday that", "according to sources"; not "reported losses".
_HEARD = Worded("reported/reports (?:on \\w+ )?that", "according to sources", "sources", "was/were being prepared")
# A package told by its sum: "It's a $7 million package", "this is a"; not "it is".
_IS_ONE = re.compile(
    r"\b(?:it['’]s|it is|this is|that['’]s|the package is|here is)\s(?:an?|another|the)\b[^.;]{0,40}\b(?:package"
    r"|tranche|drawdown|donation|gift)\b"
)
# A day that makes a package its news: "followed today with a package"; not "every day".
_DAY = Worded("today/monday/tuesday/wednesday/thursday/friday/saturday/sunday(?!['’]s)")
