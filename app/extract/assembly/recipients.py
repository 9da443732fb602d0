"""Who gets something: in a sentence, of one of its sums, and of a package."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from app.extract.assembly.parties import NEVER, WELCOMES, Party, party_of
from app.extract.recognise import Findings, once_a_document, once_a_sentence
from app.extract.recognisers.actors import Actor
from app.extract.recognisers.money import Money
from app.extract.segments import Sentence
from app.extract.vocabulary import programs, publisher

# Words that a recipient follows: "aid for ", "to the people of ", "give ", "gift "; not "said ".
_GETS = re.compile(
    r"\b(?:to|for|give|gives|gave|giving|provide|provides|provided|providing|send|sends|sending|arm|arms|help|helps"
    r"|helping"
    r"|support|supports|supporting|supply|supplies|offer|offers|equip|equips|assist|hand|hands|back|backs|lets|allow"
    r"|enable"
    r"|gift|gifts|grant|grants|lend|lends|benefit|benefits|told|assured|informed|favou?r of|support of|behalf of"
    r"|benefit of)"
    r"(?:\s+(?:the|support|assistance to|the people of|the armed forces of|the government of|our|that)){0,2}\s*\Z"
)
# Words of aid in front of its recipient: "military aid for", "500 million in support to the"; not "goes to".
_AID_FOR = re.compile(
    r"\b(?:aid|assistance|support|help|package|packet|weapons|arms|funding|supplies|tanks|systems|equipment|drones"
    r"|tranche"
    r"|measures?|donation|gift|grant|delivery|materiel|material|goods|vehicles|boats|osa|\(osa\)|drawdown|shipment)"
    r"\s+(?:to|for)(?:\s+the(?: (?:people|armed forces|government|republic) of(?: the)?)?)?\s*\Z"
)
_AID_FOR_ENDS = ("to", "for", "the", "of")  # each of them ends with one
# A journey, which no aid goes on: "travels to", "arrived in"; not "to go to".
_TRAVELS = re.compile(
    r"\b(?:goes|travels?|travelled|went|flew|visit|returned|moving|notes|send you|answered|wired|way|according|thanks?)"
    r"\s+(?:on\s+)?to\s+(?:the\s+)?\Z"
)
# The forces of a country among organisations: "Ukrainian Armed Forces"; not "Secretary of State".
_FORCES = re.compile(r"forces|military|army|navy", re.IGNORECASE)
# Words after a recipient: "Ukraine to receive", "Kyiv will get"; not "Berlin will send".
_RECEIVES = re.compile(
    r"(?:['’]s\s+(?:[\w-]+\s+){1,3}|,\s+whose\s+(?:[\w-]+\s+){1,3})?\s*(?:to receive|(?:will|is to"
    r"|are to) (?:also )?(?:receive|get)|receives|gets|to get"
    r"|(?:,[^,]{1,20},\s*)?is (?:allotted|given|granted)|(?:will|is to) benefit|benefits|can obtain|to acquire"
    r"|will be (?:supported|equipped"
    r"|supplied|provided))\b"
)
# A recipient's own: "Ukraine's ability", "Taiwan's defense", "Somali National Army"; not "Germany's package".
_OWN = re.compile(
    r"(?:['’]s?)?\s+(?:(?:national|ground|air|naval|own|frontline|front-line)\s+)*(?:ability"
    r"|defen[cs]es?(?! (?:secretary|minister|ministry|department|industry))|armed forces"
    r"|military(?! (?:aid|supplies|equipment|assistance|support|help|package|materiel|material))"
    r"|forces?|security|fight|army|airspace|navy|troops|soldiers|defen[cs]e forces?|coast guard|air force|marines"
    r"|guard|medics"
    r"|self-defen[cs]e)\b",
    re.IGNORECASE,
)
# What is taken from a donor's forces: "from the stocks of the Swedish Armed Forces"; not "for the".
_STOCKS = re.compile(
    r"\b(?:stocks?|stores|inventory|inventories|supplies|shelves|stockpiles?|reserves|fleet|depots?|from|by|under"
    r"|with) (?:of )?(?:the )?\Z"
)


@once_a_sentence
def recipients_in(findings: Findings, sentence: Sentence) -> list[Actor]:
    """The places that get something in a sentence, the surest first."""
    if not findings.actors[sentence.index]:
        return []
    surest, sure, likely = [], [], []
    known = publisher(findings.document.publisher)
    home = known.country if known is not None and known.official else None
    for actor in findings.actors[sentence.index]:
        if actor.place is None or actor.place in _NO_RECIPIENTS or actor.form == "leader":
            continue
        if actor.form == "organisation" and not _FORCES.search(actor.name):
            continue
        before = sentence.lower[max(0, actor.start - 40) : actor.start]
        after = sentence.text[actor.end : actor.end + 40]
        if actor.form != "adjective" and before.rstrip().endswith(_AID_FOR_ENDS) and _AID_FOR.search(before):
            surest.append(actor)
        elif actor.form == "adjective" and not _OWN.match(after):
            continue
        elif _RECEIVES.match(after) or (_GETS.search(before) and not _TRAVELS.search(before)):
            sure.append(actor)
        elif _OWN.match(after) and not _STOCKS.search(before) and actor.place != home:
            likely.append(actor)
    return surest + sure + likely


def recipient_of(findings: Findings, sentences: Sequence[Sentence]) -> Party | None:
    """Who gets the package: as its own sentences say, else the only one that its program is for, else as the whole
    document says most often."""
    for sentence in sentences:
        found = recipients_in(findings, sentence)
        if found:
            return party_of(findings, str(found[0].place), found)
    for sentence in sentences:
        bound = _recipient_of_program(findings, sentence) or _recipient_of_section(findings, sentence)
        if bound is not None:
            return bound
    return _recipient_of_document(findings)


def _is_before(sentence: Sentence, actor: Actor, money: int) -> bool:
    """Whether a place stands right in front of the next sum, "to Georgia 2 million", which is then that one's."""
    return money < len(sentence.text) and sentence.text[actor.end : money].strip() in ("", "about", "some", "another")


def recipient_of_sum(findings: Findings, money: Money) -> Party | None:
    """Who gets one of several sums of a sentence: the recipient right behind it, or the last place in front of it and
    behind the sum before; None where the sentence has one sum or names nobody there."""
    monies = [one for one in findings.money[money.sentence] if not one.conversion]
    if len(monies) < 2 or money not in monies:
        return None
    sentence = findings.sentences[money.sentence]
    at = monies.index(money)
    before = monies[at - 1].end if at else 0
    behind = monies[at + 1].start if at + 1 < len(monies) else len(sentence.text)
    getting = recipients_in(findings, sentence)
    near = [one for one in getting if money.end <= one.start < behind and not _is_before(sentence, one, behind)]
    if near:
        return party_of(findings, str(near[0].place), near)
    places = [
        one for one in findings.actors[money.sentence] if before <= one.start < money.start and one.place is not None
    ]
    beside = [one for one in places if one in getting or one.end >= money.start - 1]
    return party_of(findings, str(beside[-1].place), beside[-1:]) if beside else None


@once_a_document
def _recipient_of_document(findings: Findings) -> Party | None:
    getting = [one for sentence in findings.sentences for one in recipients_in(findings, sentence) if one.place != "EU"]
    if not getting:
        programs_named = [_recipient_of_program(findings, one) for one in findings.sentences]
        fixed = next((one for one in programs_named if one is not None), None)
        return fixed or _recipient_in_headings(findings) or _of_contact_group(findings) or _most_told(findings)
    code, _ = Counter(str(one.place) for one in getting).most_common(1)[0]
    return Party(code, tuple(one.span for one in getting if one.place == code)[:2], "inferred")


def _of_contact_group(findings: Findings) -> Party | None:
    """Ukraine, where its contact group meets: what is announced there is for it."""
    spans = [one.span for group in findings.actors for one in group if one.code == "UDCG"]
    return Party("UA", tuple(spans[:1]), "inferred") if spans else None


def _recipient_of_program(findings: Findings, sentence: Sentence) -> Party | None:
    """The only one that a program is for: Ukraine of the Ukraine Security Assistance Initiative."""
    for found in findings.programs[sentence.index]:
        known = next((one for one in programs() if one.code == found.code), None)
        if known is not None and known.recipient is not None:
            return Party(known.recipient, (found.span,), "inferred")
    return None


def _recipient_of_section(findings: Findings, sentence: Sentence) -> Party | None:
    """The place that heads the section of a fact sheet which a sentence stands in."""
    headings = _headings(findings)
    at = bisect_left(headings, sentence.index)
    if not at or len(findings.sentences[headings[at - 1]].text.split()) > _SECTION_WORDS:
        return None
    named = findings.actors[headings[at - 1]]
    places = [one for one in named if one.form in ("name", "alias") and one.place not in NEVER]
    return Party(str(places[0].place), (places[0].span,), "inferred") if len(places) == 1 and places[0].place else None


@once_a_document
def _headings(findings: Findings) -> list[int]:
    """The numbers of the headings below the title."""
    return [one.index for one in findings.sentences if one.kind == "heading" and one.block > 0]


def _most_told(findings: Findings) -> Party | None:
    """The place that an official page names most besides its own, two times at least."""
    known = publisher(findings.document.publisher)
    if known is None or not known.official:
        return None
    named = [
        one
        for group in findings.actors
        for one in group
        if one.place not in (None, known.country, *NEVER, "EU", *WELCOMES)
    ]
    counts = Counter(str(one.place) for one in named)
    code, count = counts.most_common(1)[0] if counts else ("", 0)
    if len(counts) == 1 and _ON.search(findings.document.text, max(0, named[0].span.start - 20), named[0].span.start):
        count += 1  # the only one, as what the text is on
    spans = tuple(one.span for one in named if one.place == code)
    return Party(code, spans[:1], "inferred") if count > 1 else None


# What a text is on: "a couple of things on Ukraine"; not "spoke with Ukraine".
_ON = re.compile(r"\b(?:on|about|regarding|to)\s(?:the\s)?\Z")


def _recipient_in_headings(findings: Findings) -> Party | None:
    """The last place of a heading, where nobody is said to get anything: "Standing with Ukraine"."""
    for sentence in findings.sentences:
        places = [one for one in findings.actors[sentence.index] if one.place not in (None, *NEVER, *WELCOMES)]
        if sentence.kind == "heading" and len(places) > 0 and _TOWARDS.search(sentence.lower[: places[-1].start]):
            return Party(str(places[-1].place), (places[-1].span,), "inferred")
    return None


# What leads to somebody: "with Ukraine", "partners in the Pacific"; not "by Ukraine".
_TOWARDS = re.compile(r"\b(?:with|behind|beside|for|to|and)\s+(?:the\s+)?\Z")
_SECTION_WORDS = 4
_NO_RECIPIENTS = NEVER | WELCOMES
