"""Where a document lists what a package contains: entries of lists, and stretches of sentences."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from app.extract.assembly.amounts import Amounts
from app.extract.assembly.bounds import clause
from app.extract.assembly.giving import find_givings, giver_of, is_asked_for, is_denied, looks_back
from app.extract.assembly.lists import list_parts
from app.extract.assembly.news import PACKAGE, TELLING, is_civil
from app.extract.assembly.package import Package
from app.extract.assembly.parties import is_of_others
from app.extract.recognise import Findings, once_a_document
from app.extract.recognisers.cues import Found, find_cues, has_cue
from app.extract.recognisers.quantities import leading_quantity
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
_BACKGROUND = Worded(
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
# The wording of the law, which names no goods: "defense articles and services"; not "medical services".
_LEGAL = Worded("articles/commodities and services")
# A subject that stands for the donor or the package: "I have approved", "the package will provide"; not "they".
_OURS = re.compile(
    r"\b(?:i|we|we['’]re|i['’]m|it|this|package|tranche|drawdown|announcement|assistance|aid|measure|delivery"
    r"|shipment|support"
    r"|government|ministry|donation|gift|grant|order)\b"
)
# What joins a sum to its goods: "in ", "worth of "; not " to".
_SUM_OF = re.compile(r"(?:\s+more)?\s+(?:(?:worth\s+)?of|in|for|on|worth)\s+(?=\w)")
# What a sum further in front is for: ", for four boats"; not "forces".
_FOR = re.compile(r"[\s,]for\s")
_FIRST_WORDS = 24
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
# A verb that makes goods in front of it those of the package: "will be handed over", "are part of"; not "are expected".
_PASSIVE = re.compile(
    r"\s*(?:,[^,]{0,100},\s*)?\b(?:will (?:also |be also |now )?(?:be|come|go|follow|leave)\b(?! used)"
    r"|will (?:also )?be in the (?:[\w-]+ )?(?:package|tranche|shipment)"
    r"|can (?:also )?be (?:provided|supplied|given|delivered|bought|financed|funded)"
    r"|(?:has|have|had) been (?:purchased|bought|donated|delivered|given|handed|supplied|provided|shipped)|(?:is"
    r"|are) (?:also )?to (?:be|go|follow|come|reach|arrive)"
    r"|(?:is|are|was|were) (?:also )?(?:part of|the (?:heart|core|bulk) of|(?:also )?in (?:it|them"
    r"|the (?:[\w-]+ )?(?:package"
    r"|tranche|shipment))|included|offered"
    r"|provided|given"
    r"|foreseen|being"
    r"|on (?:the|its|their) way|added|purchased"
    r"|bought|ordered|procured|drawn|taken|shipped|counted|handed)|go(?:es)? (?:over|to)|belongs? to|come(?:s)?"
    r"|completes?|makes? up|rounds? off)\b"
)
# The words of which each of them has one.
_PASSIVE_WORDS = frozenset(
    (
        "will",
        "can",
        "has",
        "have",
        "had",
        "is",
        "are",
        "was",
        "were",
        "belong",
        "belongs",
        "go",
        "goes",
        "come",
        "comes",
        "complete",
        "completes",
    )
) | frozenset(("make", "makes", "round", "rounds"))
# A finite verb, in front of which no goods stand alone: "that Kyiv has been"; not "spare parts".
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|said|says|which|that|who|asked|told|can|may|could|should|must"
    r"|might|do|does|did|needs?|wants?|lacks?|sits?|stands?|arrives?|rolls?|flies"
    r"|waits?|showed|shows|saw|fired"
    r"|struck|attacked|shelled|destroyed|captured)\b"
)
# A clause inside a sentence: ", with which they mend what was given, "; not ", boats, ".
_RELATIVE = re.compile(r",\s(?:with |for |of |to )?(?:which|who|whose|that)\b[^,]{0,120},")
_RELATIVE_WORDS = frozenset(("which", "who", "whose", "that"))  # each of them has one
# What a sentence opens with and can do without: "In addition, ", "To that, ".
_OPENING = re.compile(
    r"[\s“\"']*(?:(?:funding for|money for|in addition|also|besides|moreover|further(?:more)?|and|plus|to (?:that"
    r"|this)|with (?:this|these|the|that) (?:money|funds?|funding|sum)|separately),?\s+)*"
)
# What makes words in front of goods more than their modifiers: "According to the ministry"; not "long-range".
_PREPOSITION = re.compile(r"\b(?:to|of|for|in|on|at|by|with|from|after|as|about|over)\b|,")
# What is passed on, of goods that were not named before: "told reporters that a further boat"; not "that the boat".
_TOLD_THAT = Worded(r"that (?=(?:an?|another|one|two|three|four|five|six|ten|some|\d[\d,]*) )")
# A definite subject, which was named before: "The vehicles"; not "Ten vehicles".
_DEFINITE = re.compile(r"(?:the|these|those|its|their|our|all|some of)\s")
# A part of a sentence without a verb that lists goods: "And bandages, tourniquets - "; not "They are there".
_LONGEST_MODIFIER = 40


_NOT = 10  # signs in front of a verb in which it is turned off: "does not include"
_DENIED_REACH = 40  # signs in front of a noun in which it is denied

_OTHER_SUMS = frozenset({"running", "recalled", "appropriation", "request"})


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a sentence that lists contents; `listed` says that it is an entry of a list with a lead."""

    sentence: Sentence
    start: int
    end: int
    listed: bool


def find_stretches(findings: Findings, amounts: Amounts, packages: list[Package]) -> list[Stretch]:
    """The entries and stretches that list contents of the packages, in the order of the text."""
    found: list[Stretch] = []
    leads: dict[int, bool] = {}
    owned = frozenset(one.index for package in packages for one in package.sentences)
    for sentence in findings.sentences:
        lead = findings.layout.blocks[sentence.block].lead
        entry = sentence.kind == "item" and lead is not None and leads.get(lead, False)
        if not entry and not findings.terms[sentence.index] and not sentence.text.endswith(":"):
            continue
        starts = _contents_starts(findings, amounts, sentence, packages, owned)
        whole = (
            entry
            and amounts.news[sentence.index] != "none"
            and not findings.money[sentence.index]
            and not (starts and _FINITE.search(sentence.lower))
        )
        priced = _before_price(findings, sentence) if entry and findings.money[sentence.index] else None
        if priced is not None:
            found.append(Stretch(sentence, 0, priced, True))
            continue
        if whole:
            found.append(Stretch(sentence, _past_recipient(findings, sentence, 0), len(sentence.text), True))
            continue
        leads[sentence.block] = not entry and _is_lead(amounts, sentence, bool(starts))
        found += _prose_stretches(findings, sentence, starts)
        found += _subjects(findings, amounts, sentence)
    return found


def _before_price(findings: Findings, sentence: Sentence) -> int | None:
    """Where the price begins that an entry of a list ends with: "18 guns, SEK 2 million"; None for no such entry."""
    monies = [one for one in findings.money[sentence.index] if not one.conversion]
    named = (
        any(term.rank > 0 and term.start < monies[0].start for term in findings.terms[sentence.index])
        if monies
        else False
    )
    if len(monies) != 1 or not named or _PRICED.fullmatch(sentence.lower, monies[0].end) is None:
        return None
    before = _BEFORE_PRICE.search(sentence.lower, 0, monies[0].start)
    return before.start() if before is not None else None


# What stands between goods and their price in an entry: ", ", " for ", " – worth "; not " at a cost that exceeds ".
_BEFORE_PRICE = re.compile(r"(?:\s*[,:(–—-]|\s)\s*(?:for|worth|at|at a cost of|valued at|costing)?\s*\Z")
# What may follow the price: ")", "; and", "."
_PRICED = re.compile(r"[\s).;,]*(?:and)?\s*")


def _prose_stretches(findings: Findings, sentence: Sentence, starts: list[int]) -> Iterator[Stretch]:
    """A stretch for each start that no earlier one covers and that something is named behind, before the next start."""
    named = [term.start for term in findings.terms[sentence.index] if term.rank > 0]
    reached = 0
    for start, following in pairwise([*starts, len(sentence.text) + 1]):
        if start >= reached and any(start <= at < following for at in named):
            for begin, end in list_parts(sentence.text, start, findings.terms[sentence.index]):
                limit = _recipient_after(findings, sentence, begin)
                if begin < limit:
                    reached = min(end, limit)
                    yield Stretch(sentence, begin, reached, False)


def _is_lead(amounts: Amounts, sentence: Sentence, has_contents: bool) -> bool:
    if not has_contents and not sentence.text.endswith(":"):
        return False
    if _BACKGROUND.search(sentence) or _tells_of_other_sums(amounts, sentence, 0, len(sentence.text)):
        return False
    if has_contents:
        return True
    if not sentence.text.endswith(":"):
        return False
    told = amounts.news[sentence.index] in TELLING
    named = PACKAGE.search(sentence) is not None or has_cue(sentence, "gives")
    if _THE_FOLLOWING.search(sentence.lower):
        return True
    return has_cue(sentence, "contents") or " are:" in sentence.lower or (told and named)


# What opens a list of goods without naming them: "The following leaves the depots:"; not "the following steps:".
_THE_FOLLOWING = re.compile(
    r"\bthe following (?:leaves?|is|are|will|has|have|items?|equipment|goods|mat[eé]riel|weapons|systems|vehicles"
    r"|supplies)\b"
)


# What makes forces of a place the recipient: "to Zambia's army"; not "for Zambia's air defenses".
_OWN_FORCES = re.compile(r"['’]s (?:\w+ )?(?:armed forces|army|navy|military|air force|coast guard|forces|troops)\b")
# What leads to a recipient: "tanks to the " before Ukraine; not "due".
_TOWARDS = re.compile(r"\s(?:to|for|in)\s(?:the\s)?\Z")


def _recipient_after(findings: Findings, sentence: Sentence, start: int) -> int:
    """Where "to Ukraine" or "for the Taiwanese forces" ends a list; "for Ukraine's air defenses" does not."""
    for actor in findings.actors[sentence.index]:
        match = _TOWARDS.search(sentence.lower, start, actor.start)
        owns = sentence.lower.startswith("'s", actor.end) and not _OWN_FORCES.match(sentence.lower, actor.end)
        if match and actor.place is not None and not owns:
            return match.start()
    return len(sentence.text)


def _tells_of_other_sums(amounts: Amounts, sentence: Sentence, left: int, right: int) -> bool:
    """Whether a stretch has a sum that is no package's: what it lists is of that sum."""
    monies = [one for one in amounts.monies[sentence.index] if left <= one.start < right]
    return any(amounts.verdicts[one].role in _OTHER_SUMS for one in monies)


def _tells_of_other_sums_only(amounts: Amounts, sentence: Sentence) -> bool:
    """Whether a sentence has sums, and none that may be a package's."""
    roles = {amounts.verdicts[one].role for one in amounts.monies[sentence.index]}
    return bool(roles) and roles <= _OTHER_SUMS


def _contents_starts(
    findings: Findings, amounts: Amounts, sentence: Sentence, packages: list[Package], owned: frozenset[int]
) -> list[int]:
    """Where a list of the package's contents begins in a sentence: after a verb of containing with a fit subject, a
    verb by which the donor gives, or the package's sum."""
    if sentence.kind == "heading" or not findings.terms[sentence.index] or _LEGAL.search(sentence):
        return []
    if _goes_on_about_old(findings, amounts, sentence):
        return []
    own = sentence.index in owned
    told = amounts.news[sentence.index] != "none"
    if is_civil(sentence):
        return []
    starts = list(_contained(findings, amounts, sentence, own=own, told=told))
    starts += _given(findings, sentence, packages, own=own or told)
    starts += _behind_sums(findings, sentence, packages)
    starts += _behind_shares(findings, amounts, sentence)
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
        if _BACKGROUND.search(sentence, left, found.end) and not _IS_IN.search(sentence.lower, left, found.start):
            continue
        if _tells_of_other_sums(amounts, sentence, 0, found.end) or _tells_of_other_sums_only(amounts, sentence):
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
            or _BACKGROUND.search(sentence, left, giving.end)
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


def _begins_with_goods(findings: Findings, sentence: Sentence, at: int) -> bool:
    return any(0 <= term.start - at <= _FIRST_WORDS and term.rank > 0 for term in findings.terms[sentence.index])


def _behind_sums(findings: Findings, sentence: Sentence, packages: list[Package]) -> Iterator[int]:
    """Where goods follow a package's sum: "$300 million in ammunition and drones"."""
    if not findings.money[sentence.index]:
        return
    for package in packages:
        for money in package.value.evidence if package.value is not None else ():
            here = money.sentence == sentence.index and not package.memorandum
            joint = _SUM_OF.match(sentence.text, money.end) if here else None
            if joint is not None:
                yield joint.end()
            later = _FOR.search(sentence.text, money.end) if here else None
            if later is not None and (
                leading_quantity(sentence.text, later.end()) or _begins_with_goods(findings, sentence, later.end())
            ):
                yield later.end()


def _behind_shares(findings: Findings, amounts: Amounts, sentence: Sentence) -> Iterator[int]:
    """Where the goods begin that a share of a package's sum is for: "€3 million of it go to vehicles"."""
    for money in findings.money[sentence.index]:
        if amounts.verdicts[money].role != "part":
            continue
        spent = _SPENT_ON.search(sentence.lower, money.end, money.end + _SPENT_REACH)
        first = next((one for one in findings.terms[sentence.index] if spent and one.start >= spent.end()), None)
        if spent is not None and first is not None and first.start - spent.end() <= _LONGEST_MODIFIER:
            yield spent.end()


# What a sum is for, behind it: " of it go to ", " will buy ", " are for "; not " of it went into force".
_SPENT_ON = re.compile(
    r"(?:[^.;,$€£]|,[^,]{0,50}\b(?:said|says|according to)\b[^,]{0,40},){0,50}?\b(?:(?:go|goes|going|spent) (?:to"
    r"|towards?|for|on)|(?:is|are|was|will be) (?:for|to (?:buy|procure"
    r"|purchase|fund))|will (?:buy|fund|pay for|procure|purchase|finance|cover)|to (?:buy|procure|purchase|fund)"
    r"|funds?|buys?|covers?|pays? for|finances?)\s"
)
_SPENT_REACH = 90


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
        if not _BACKGROUND.search(sentence, 0, first.start) and not has_cue(sentence, "recall"):
            yield verb.end


_SAYING = ("announc", "approv", "unveil", "authori", "pledg", "promis", "present")
# Between a verb of announcing and goods: " additional ", " a further 20 "; not " that ", " support with ".
_DETERMINED = re.compile(
    r"\s(?:(?:an?|the|additional|more|new|further|another|also|\d[\d,.]*|[a-z]+teen|two|three|four|five|six|ten)\s)*"
)


def _provided(sentence: Sentence, *, own: bool) -> Iterator[int]:
    """Where the goods begin that a donor provides somebody with."""
    for match in _PROVIDES_WITH.finditer(sentence):
        background = _BACKGROUND.search(sentence, 0, match.end())
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
    near = first is not None and first.start - at <= _LONGEST_MODIFIER and not _NEEDS.search(sentence.lower, 0, at)
    if near and first is not None and not is_denied(sentence, at, first.start):
        yield at + 1


# What holds the goods behind it: "Other capabilities include"; not "inclusive".
_HOLDING = Worded("include/includes/contain/contains/consist/consists/cover/covers")


def _subjects(findings: Findings, amounts: Amounts, sentence: Sentence) -> Iterator[Stretch]:
    """Goods in front of a verb that makes them the package's: "Ten tanks will be handed over"; or without a verb."""
    if has_cue(sentence, "recall") or (sentence.kind == "item" and _FINITE.search(sentence.lower) is None):
        return
    if amounts.news[sentence.index] == "none" or sentence.kind == "heading" or _LEGAL.search(sentence):
        return
    terms = [term for term in findings.terms[sentence.index] if term.rank > 0]
    if not terms:
        return
    acting = [one.start for one in findings.actors[sentence.index] if one.form in ("name", "alias")]
    opening = _OPENING.match(sentence.lower)
    told_that = _TOLD_THAT.search(sentence)
    start = _past_recipient(findings, sentence, opening.end() if opening else 0)
    start = told_that.end() if told_that is not None else start
    if _DEFINITE.match(sentence.lower, start) or not _is_near(sentence, start, terms[0].start, acting):
        return
    finite = _finite_verb(sentence, start)
    if finite is not None and terms[0].start > finite.start():
        return
    passive = not sentence.words.isdisjoint(_PASSIVE_WORDS)
    verb = _PASSIVE.search(sentence.lower, terms[0].end) if passive else None
    if finite is None and verb is None:
        if not find_cues(sentence, "announce"):
            yield from _parts(findings, sentence, start, len(sentence.text))
        return
    first = verb if finite is None else finite
    if verb is None or first is None or verb.start() > first.start():
        return
    if not is_denied(sentence, first.start(), verb.end() + 20):
        yield from _parts(findings, sentence, start, verb.start())


def _is_near(sentence: Sentence, start: int, goods: int, acting: list[int]) -> bool:
    """Whether nothing but a number or modifiers, and none of those who act, stands between a start and its goods."""
    if _HOLDING.search(sentence, start, goods) or any(start <= one < goods for one in acting):
        return False
    if leading_quantity(sentence.text, start) is not None:
        return True
    return goods - start <= _LONGEST_MODIFIER and not _PREPOSITION.search(sentence.lower, start, goods)


def _finite_verb(sentence: Sentence, start: int) -> re.Match[str] | None:
    """The first finite verb of a sentence that stands in no clause inside it."""
    words = sentence.lower
    if not sentence.words.isdisjoint(_RELATIVE_WORDS):
        words = _RELATIVE.sub(lambda found: "x" * len(found.group()), words)
    return _FINITE.search(words, start)


def _past_recipient(findings: Findings, sentence: Sentence, start: int) -> int:
    """Where a sentence goes on behind a recipient that it opens with: "To Chad's navy boats", "For Fiji, radars"."""
    first = next((one for one in findings.actors[sentence.index] if one.start >= start), None)
    if first is None or sentence.lower[start : first.start] not in _TO_RECIPIENT:
        return start
    match = _BEHIND_RECIPIENT.match(sentence.text, first.end)
    return match.end() if match else start


# What leads to a recipient that opens a sentence.
_TO_RECIPIENT = frozenset(("to ", "for ", "to the ", "for the "))
# What is the recipient's and no goods: "'s navy ", ", "; not "'s boats".
_BEHIND_RECIPIENT = re.compile(
    r"(?:['’]s)?(?:\s+(?:army|navy|forces|armed forces|military|coast guard|air force))?,?\s+", re.IGNORECASE
)


def _parts(findings: Findings, sentence: Sentence, start: int, end: int) -> Iterator[Stretch]:
    for begin, stop in list_parts(sentence.text, start, findings.terms[sentence.index]):
        if begin < end:
            yield Stretch(sentence, begin, min(stop, end), False)
