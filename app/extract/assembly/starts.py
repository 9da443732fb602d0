"""Where a list of a package's contents begins in a sentence: behind a verb, a noun, a colon or a sum."""

import re
from collections.abc import Iterator

from app.extract.assembly.aid import is_civil
from app.extract.assembly.amounts import Amounts
from app.extract.assembly.bounds import clause
from app.extract.assembly.donors import is_of_others
from app.extract.assembly.giving import find_givings, giver_of, is_asked_for, is_denied, looks_back
from app.extract.assembly.package import Package
from app.extract.assembly.spending import goods_behind_shares, goods_behind_sums
from app.extract.assembly.stretch import LEGAL, LONGEST_MODIFIER
from app.extract.recognise import Findings, once_a_document
from app.extract.recognisers.cues import Found, find_cues, has_cue
from app.extract.segments import Sentence
from app.extract.worded import Worded

# What a sentence about contents speaks of: "the package includes", "it also features", "the drawdown"; not "the war".
_SUBJECT = Worded(
    "package/packages/packet/packets/tranche/drawdown/shipment/delivery/donation/gift/grant/order/orders/consignment",
    "announcement/announced/contribution",
)
# Subjects that stand for a package where their verb is sure: "The aid includes", "It contains"; not "Its army".
_WEAK = re.compile(r"\b(?:aid|assistance|support|equipment|measures?|goods|items|capabilities|list|round|statement)\b")
_GOES_ON = re.compile(r"(?:it|this|these|they|also|in the package|further|and|among)\b")
# Background that lists what was given before or what others have: "previous assistance includes"; not "new".
BACKGROUND = Worded(
    "previous/previously/earlier/already/suppliers/reluctant/missing/demanding/requested/declined/refused",
    "so far",
    "other equipment that",
    "to date",
    "last (?:week|month|year)",
    "has (?:now )?(?:provided|sent|committed)",
    "have (?:sent|provided)",
    "would/will/could not",
    r"had (?:\w+ )?(?:supported|given|provided|sent|donated|supplied|delivered)",
    "a year ago",
    "asked/asking for",
    "before it",
    "in the past",
)
# A subject that stands for the donor or the package: "I have approved", "the package will provide"; not "they".
_OURS = re.compile(
    r"\b(?:i|we|we['’]re|i['’]m|it|this|package|tranche|drawdown|announcement|assistance|aid|measure|delivery"
    r"|shipment|support"
    r"|government|ministry|donation|gift|grant|order)\b"
)
# A verb whose goods follow "with": "will provide Ukraine with drones"; not "meets with".
_PROVIDES_WITH = Worded(r"provide/equip/supply/arm/furnish/support\s+(?:[\w'-]+\s+){1,4}?with")
# Contents in front of their verb's subject: "Inside are", "To that come", "In it you'll find"; not "there are".
_INVERTED = re.compile(
    r"(?:\b(?:inside|on board|on the list|at the heart of (?:it|the \w+)|into the \w+|foreseen|included|planned"
    r"|among (?:them|it|the \w+)|with it"
    r"|with them|to (?:that|this|these|it)"
    r"|(?:in|within|part of|on) (?:it|this|them|(?:the|this|its) (?:[\w-]+ ){0,3}(?:transport|package|aid|shipment"
    r"|consignment|delivery"
    r"|gift|donation|tranche|list|order))(?:,[^,]{0,60},)?)(?<=[\w,])"
    r"(?:\s+(?:also|as well|there))?\s*(?:(?:is|are|will be|would be|were)(?: counted| listed| included)?|come|comes"
    r"|go|goes"
    r"|(?:has|have) entered|you['’]ll find|we find|belongs?|stands?)\b|\bthere (?:is|are|will be)\b)"
)
# The words of which each of them has one.
_INVERTING = frozenset(
    ("there", "is", "are", "be", "were", "come", "comes", "go", "goes", "find", "belong", "belongs", "stand", "stands")
)
# What holds the goods behind it: "a donation of", "package, put at 5 million, has"; not "the delivery of justice".
_NOUN_OF = Worded(
    r"donation/delivery/gift/shipment/transfer/provision/package/consignment/drawdown/handover/introduction/acquisition\s+of\s(?!the\b)",
    r"package/tranche/donation/gift/shipment/consignment,[^,;]{3,60},\s(?:has|have|includes|contains|holds)\s",
    behind="",
)
_NOT = 10  # signs in front of a verb in which it is turned off: "does not include"
_DENIED_REACH = 40  # signs in front of a noun in which it is denied

_OTHER_SUMS = frozenset({"running", "recalled", "appropriation", "request"})


def tells_of_other_sums(amounts: Amounts, sentence: Sentence, left: int, right: int) -> bool:
    """Whether a stretch has a sum that is no package's: what it lists is of that sum."""
    monies = [one for one in amounts.monies[sentence.index] if left <= one.start < right]
    return any(amounts.verdicts[one].role in _OTHER_SUMS for one in monies)


def _tells_of_other_sums_only(amounts: Amounts, sentence: Sentence) -> bool:
    """Whether a sentence has sums, and none that may be a package's."""
    roles = {amounts.verdicts[one].role for one in amounts.monies[sentence.index]}
    return bool(roles) and roles <= _OTHER_SUMS


def contents_starts(
    findings: Findings, amounts: Amounts, sentence: Sentence, packages: list[Package], owned: frozenset[int]
) -> list[int]:
    """Where a list of the package's contents begins in a sentence: after a verb of containing with a fit subject, a
    verb by which the donor gives, or the package's sum."""
    if sentence.kind == "heading" or not findings.terms[sentence.index] or LEGAL.search(sentence):
        return []
    if _goes_on_about_old(findings, amounts, sentence):
        return []
    own = sentence.index in owned
    told = amounts.news[sentence.index] != "none"
    if is_civil(sentence):
        return []
    starts = list(_contained(findings, amounts, sentence, own=own, told=told))
    starts += _given(findings, sentence, packages, own=own or told)
    starts += goods_behind_sums(findings, sentence, packages)
    starts += goods_behind_shares(findings, amounts, sentence)
    starts += _provided(sentence, own=own or told)
    starts += _announced_goods(findings, sentence, own=own or told)
    if told:
        if not sentence.words.isdisjoint(_INVERTING):
            starts += [match.end() for match in _INVERTED.finditer(sentence.lower)]
        starts += _opened_by_colon(findings, sentence)
        starts += [
            match.end()
            for match in _NOUN_OF.finditer(sentence)
            if not is_denied(sentence, match.start() - _DENIED_REACH, match.start())
        ]
        if sentence.text.count(";") > 1 and (not starts or min(starts) > sentence.text.find(";")):
            starts += [term.start for term in findings.terms[sentence.index] if term.rank > 0][:1]
    if starts and not own and _is_of_another(findings, sentence, packages):
        return []
    return sorted(set(starts))


def _is_of_another(findings: Findings, sentence: Sentence, packages: list[Package]) -> bool:
    """Whether a sentence announces what somebody gives who has no package: "The UK announced it is donating tanks"."""
    if not all(package.donor_code for package in packages):
        return False
    ours = {code for one in packages for code in (one.donor_code or "").split("+")}
    return is_of_others(findings, sentence, ours | {one.recipient_code or "" for one in packages})


def _goes_on_about_old(findings: Findings, amounts: Amounts, sentence: Sentence) -> bool:
    """Whether a sentence is on a package that is no news: "That package included", behind another's or an old sum."""
    if not sentence.index or _THAT_ONE.match(sentence.lower) is None:
        return False
    before = findings.sentences[sentence.index - 1]
    return amounts.news[sentence.index] == "none" or _tells_of_other_sums_only(amounts, before)


# What goes on about the sum in the sentence in front: "That assistance included"; not "That is".
_THAT_ONE = re.compile(r"that (?:package|assistance|aid|tranche|shipment)\b")
# What is in a package, whatever was said of it before: "what Kyiv asked for is in the package, including".
_IS_IN = re.compile(r"\b(?:is|are) (?:also )?(?:in|part of) the (?:\w+ )?(?:package|shipment|tranche)\b")


def _contained(findings: Findings, amounts: Amounts, sentence: Sentence, *, own: bool, told: bool) -> Iterator[int]:
    for found in find_cues(sentence, "contents"):
        if _holds_parts(findings, sentence, found):
            continue
        left, _ = clause(sentence, found.start, found.end)
        subject = sentence.lower[0 : found.end]
        if BACKGROUND.search(sentence, left, found.end) and not _IS_IN.search(sentence.lower, left, found.start):
            continue
        if tells_of_other_sums(amounts, sentence, 0, found.end) or _tells_of_other_sums_only(amounts, sentence):
            continue
        goods = any(sentence.lower[term.end : found.start].isspace() for term in findings.terms[sentence.index])
        weak = found.cue.weight > 1 and (_GOES_ON.match(sentence.lower) or _WEAK.search(subject)) is not None
        fit = own or told or goods or weak or _SUBJECT.search(sentence, 0, found.end) is not None
        spoken_of = has_cue(sentence, "object", "military", 0, found.start)
        spoken_of = spoken_of or ((own or told) and has_cue(sentence, "announce", None, 0, found.start))
        told_of = found.cue.phrase == "included" and _WEAK.search(subject) is not None
        if (
            fit
            and not (
                is_denied(sentence, found.start - _NOT, found.start)
                and not sentence.lower.endswith("package would ", 0, found.start)
            )
            and (found.cue.weight > 1 or spoken_of or told_of)
        ):
            yield found.end


def _holds_parts(findings: Findings, sentence: Sentence, found: Found) -> bool:
    """Whether "including" only tells the parts of goods in front of it: "60 boats, including raiding boats"."""
    if found.cue.phrase != "including":
        return False
    before = [one for one in findings.terms[sentence.index] if one.rank > 1 and one.end <= found.start]
    return bool(before) and not sentence.lower[before[-1].end : found.start].strip(" ,")


def _given(findings: Findings, sentence: Sentence, packages: list[Package], *, own: bool) -> Iterator[int]:
    """Where the goods begin that a donor of the packages, or the package itself, gives, or that a recipient gets."""
    givings = find_givings(findings, sentence)
    if not givings:
        return
    donors = {code for package in packages for code in (package.donor_code or "").split("+")}
    recipients = {package.recipient_code for package in packages}
    done = own and _is_handover(findings) and not looks_back(sentence, 0, len(sentence.text))
    for giving in givings:
        left, _ = clause(sentence, giving.start, giving.end)
        left = 0 if sentence.lower.startswith(", which", left) else left
        if (
            is_asked_for(sentence, giving.start)
            or not (giving.kind == "decided" or done)
            or BACKGROUND.search(sentence, left, giving.end)
        ):
            continue
        giver = giver_of(findings, sentence, giving)
        subject = sentence.lower[: giving.end]
        ours = giver is not None and giver.place in donors | recipients
        if ours or (giver is None and own) or ((own or giver is None) and _OURS.search(subject) is not None):
            yield giving.goods


@once_a_document
def _is_handover(findings: Findings) -> bool:
    """Whether a text opens with what has been given already: "has donated", and not with what will be."""
    first = next((one for one in findings.sentences if one.kind != "heading"), None)
    if first is None or has_cue(first, "gives", "decided"):
        return False
    return has_cue(first, "gives", "finished")


def _announced_goods(findings: Findings, sentence: Sentence, *, own: bool) -> Iterator[int]:
    """Where goods stand right behind a verb that announces them: "We're also announcing anti-armor capabilities"."""
    if not own or "announce" not in sentence.phrases.cues:
        return
    for verb in find_cues(sentence, "announce"):
        if not verb.cue.phrase.startswith(_SAYING):
            continue
        first = next((one for one in findings.terms[sentence.index] if one.rank > 0 and one.start > verb.end), None)
        if first is None or _DETERMINED.fullmatch(sentence.lower, verb.end, first.start) is None:
            continue
        if not BACKGROUND.search(sentence, 0, first.start) and not has_cue(sentence, "recall"):
            yield verb.end


_SAYING = ("announc", "approv", "unveil", "authori", "pledg", "promis", "present")
# Between a verb of announcing and goods: " additional ", " a further 20 "; not " that ", " support with ".
_DETERMINED = re.compile(
    r"\s(?:(?:an?|the|additional|more|new|further|another|also|\d[\d,.]*|[a-z]+teen|two|three|four|five|six|ten)\s)*"
)


def _provided(sentence: Sentence, *, own: bool) -> Iterator[int]:
    """Where the goods begin that a donor provides somebody with."""
    for match in _PROVIDES_WITH.finditer(sentence):
        background = BACKGROUND.search(sentence, 0, match.end())
        if not background and (own or _SUBJECT.search(sentence, 0, match.start())):
            yield match.end()


# What makes a list one of wishes: "what Ukraine needs first:"; not "unneeded".
_NEEDS = re.compile(r"\b(?:needs?|wants?|lacks?|wish(?:es)?|ask(?:s|ed)? for|request(?:s|ed)?)\b")


def _opened_by_colon(findings: Findings, sentence: Sentence) -> Iterator[int]:
    """Where goods follow a colon: "for engineers and drivers: 12 pontoon bridges"."""
    at = sentence.text.find(": ")
    if at <= 0:
        return
    first = next((term for term in findings.terms[sentence.index] if term.start > at), None)
    near = first is not None and first.start - at <= LONGEST_MODIFIER and not _NEEDS.search(sentence.lower, 0, at)
    if near and first is not None and not is_denied(sentence, at, first.start):
        yield at + 1
