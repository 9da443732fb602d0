"""Who gives and who gets, read from the sentences that speak of a package."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from app.extract.recognise import Findings, once_a_document, once_a_sentence
from app.extract.recognisers.actors import Actor
from app.extract.recognisers.cues import find_cues
from app.extract.recognisers.money import Money
from app.extract.segments import Sentence
from app.extract.vocabulary import home_of, programs, publisher
from app.extract.worded import Worded
from app.facts import Method, Span

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
# Where a report was written, before its first words: "LISBON, Portugal (AP) — ", "Lisbon -- "; not "Spain - which".
_DATELINE = re.compile(r"[A-Z][\w .,]{0,40}(?:\([A-Z]\w+\)\s*[-—–]+|\s--|[A-Z]{3} —)\s?")
# The aggressor, which is neither donor nor recipient of what is read here.
_NEVER = frozenset({"RU"})
# First-person words of an official publisher: "my Administration", "I am announcing"; not "IV".
_FIRST_PERSON = re.compile(r"\b(?:I|we|We|my|our|Our)\b")


class Party(NamedTuple):
    code: str
    spans: tuple[Span, ...]
    method: Method


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


def donors_in(findings: Findings, sentence: Sentence, recipient: str | None, before: int | None = None) -> list[Actor]:
    """The places that act in a sentence, the subject of its verb of announcing first."""
    known = findings.actors[sentence.index]
    if not known:
        return []
    getting = {actor.start for actor in recipients_in(findings, sentence)}
    acting = [
        actor
        for actor in known
        if actor.place is not None
        and actor.place not in _NEVER
        and actor.place not in (recipient, "NATO")
        and actor.start not in getting
        and actor.code != "US-CONGRESS"
    ]
    dateline = _DATELINE.match(sentence.text) if acting and _has_dash(sentence.text) else None
    if dateline:
        acting = [one for one in acting if one.start >= dateline.end()]
    verbs = find_cues(sentence, "announce")
    limit = before if before is not None else verbs[0].start if verbs else len(sentence.text)
    return [one for one in acting if one.start < limit] + [one for one in acting if one.start >= limit]


def is_of_others(findings: Findings, sentence: Sentence, ours: set[str]) -> bool:
    """Whether all who act in front of a sentence's verb of announcing are others than those given."""
    verbs = find_cues(sentence, "announce")
    acting = [one for one in findings.actors[sentence.index] if verbs and one.end <= verbs[0].start and one.place]
    if not acting or _SUBJECT.search(sentence.lower, acting[-1].end, verbs[0].start):
        return False
    return all(one.place not in ours and one.form in ("name", "alias", "organisation") for one in acting)


# A subject of its own behind a place: "In talks with Spain, the ministry"; not "Spain, too,".
_SUBJECT = re.compile(r",\s(?:the|its|our|their|his|her|we|it|they|he|she|i)\b")


def _has_dash(text: str) -> bool:
    """Whether a text has what a dateline ends with: a dash of two signs, a long one, or one behind a bracket."""
    return "--" in text or "—" in text or "(" in text


def recipient_of(findings: Findings, sentences: Sequence[Sentence]) -> Party | None:
    """Who gets the package: as its own sentences say, else the only one that its program is for, else as the whole
    document says most often."""
    for sentence in sentences:
        found = recipients_in(findings, sentence)
        if found:
            return _party(findings, str(found[0].place), found)
    for sentence in sentences:
        bound = _recipient_of_program(findings, sentence) or _recipient_of_section(findings, sentence)
        if bound is not None:
            return bound
    return _recipient_of_document(findings)


def giver_of_sum(findings: Findings, money: Money) -> Party | None:
    """Who gives one of several sums of a sentence, each told with its donor: "Sweden pledges €3 million and Norway 2";
    None where they are told otherwise."""
    sentence = findings.sentences[money.sentence]
    monies = [one for one in findings.money[money.sentence] if not one.conversion]
    if len(monies) < 2 or money not in monies:
        return None
    givers = []
    before = 0
    for one in monies:
        near = [actor for actor in findings.actors[money.sentence] if before <= actor.start and actor.end <= one.start]
        giver = near[-1] if near and near[-1].place is not None else None
        if giver is None or _GIVES_SUM.fullmatch(sentence.lower, giver.end, one.start) is None:
            return None
        givers.append(giver)
        before = one.end
    giver = givers[monies.index(money)]
    verb = _GIVES_SUM.fullmatch(sentence.lower, givers[0].end, monies[0].start)
    several = len({one.place for one in givers}) > 1
    return _party(findings, str(giver.place), [giver]) if several and verb is not None and verb["verb"] else None


# Between a donor and its sum: " pledges ", " about ", "'s share is"; not " gets ".
_GIVES_SUM = re.compile(
    r"(?P<verb>\s(?:(?:will|is|has) )?(?:pledg(?:es?|ed|ing)|giv(?:es?|ing)|gave|contribut(?:es?|ed|ing)"
    r"|provid(?:es?|ed|ing)"
    r"|pays?|adds?|commits?|allocat(?:es?|ed|ing)|puts? (?:in|up))|['’]s (?:share|part|contribution) (?:is|will be"
    r"|amounts to))?"
    r"\s(?:(?:another|an additional|a further)\s)?"
)


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
        return _party(findings, str(near[0].place), near)
    places = [
        one for one in findings.actors[money.sentence] if before <= one.start < money.start and one.place is not None
    ]
    beside = [one for one in places if one in getting or one.end >= money.start - 1]
    return _party(findings, str(beside[-1].place), beside[-1:]) if beside else None


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
    headings = [one for one in findings.sentences[: sentence.index] if one.kind == "heading" and one.block > 0]
    if not headings or len(headings[-1].text.split()) > _SECTION_WORDS:
        return None
    places = [
        one for one in findings.actors[headings[-1].index] if one.form in ("name", "alias") and one.place not in _NEVER
    ]
    return Party(str(places[0].place), (places[0].span,), "inferred") if len(places) == 1 and places[0].place else None


def _most_told(findings: Findings) -> Party | None:
    """The place that an official page names most besides its own, two times at least."""
    known = publisher(findings.document.publisher)
    if known is None or not known.official:
        return None
    named = [
        one
        for group in findings.actors
        for one in group
        if one.place not in (None, known.country, *_NEVER, "EU", *_WELCOMES)
    ]
    counts = Counter(str(one.place) for one in named)
    code, count = counts.most_common(1)[0] if counts else ("", 0)
    spans = tuple(one.span for one in named if one.place == code)
    return Party(code, spans[:1], "inferred") if count > 1 else None


def _recipient_in_headings(findings: Findings) -> Party | None:
    """The last place of a heading, where nobody is said to get anything: "Standing with Ukraine"."""
    for sentence in findings.sentences:
        places = [one for one in findings.actors[sentence.index] if one.place not in (None, *_NEVER, *_WELCOMES)]
        if sentence.kind == "heading" and len(places) > 0 and _TOWARDS.search(sentence.lower[: places[-1].start]):
            return Party(str(places[-1].place), (places[-1].span,), "inferred")
    return None


# What leads to somebody: "with Ukraine", "partners in the Pacific"; not "by Ukraine".
_TOWARDS = re.compile(r"\b(?:with|behind|beside|for|to|and)\s+(?:the\s+)?\Z")


def _party(findings: Findings, code: str, actors: list[Actor]) -> Party:
    """A place with its span in the sentence, and the next one in the text as further evidence."""
    spans = [actor.span for actor in actors if actor.place == code][:1]
    for group in findings.actors:
        if len(spans) > 1:
            break
        spans += [one.span for one in group if one.place == code and one.span not in spans]
    return Party(code, tuple(spans[:2]), "stated")


def donors_of(
    findings: Findings, sentences: Sequence[Sentence], recipient: str | None, before: int | None = None
) -> list[Party]:
    """Who gives: the actors of the sentences, else the official publisher, else who is named most; several that stand
    in a row are one party where they give jointly. `before` is the offset of the verb whose subject is looked for."""
    known = publisher(findings.document.publisher)
    official = known.country if known is not None and known.official and known.country not in _WELCOMES else None
    if is_joint(findings):
        official = None
    signed = _signatories(findings)
    for sentence in sentences:
        if len(signed) > 1 and _FIRST_PERSON.search(sentence.text):
            codes = sorted({str(actor.place) for actor in signed})
            return [Party("+".join(codes), tuple(actor.span for actor in signed), "inferred")]
        row = _row_of_donors(findings, sentence, recipient, before, official)
        codes = [str(actor.place) for actor in row]
        if len(codes) > 1 and _JOINTLY.search(sentence):
            return [Party("+".join(sorted(set(codes))), tuple(actor.span for actor in row), "stated")]
        bound = _donor_of_program(findings, sentence)
        if official is None and bound is not None and bound.code not in codes and bound.code != recipient:
            return [bound]
        if row and (official is None or official in codes or before is not None):
            parties = [_party(findings, code, row) for code in dict.fromkeys(codes)]
            return parties if before is not None else parties[:1]
    if official is not None and official != recipient:
        first = next((one.span for group in findings.actors for one in group if one.place == official), None)
        return [Party(official, (first,) if first is not None else (), "inferred")]
    only = _donor_of_only_program(findings)
    if only is not None and only.code != recipient:
        return [only]
    return _most_named(findings, recipient) or _at_home(findings, sentences, recipient)


@once_a_document
def is_joint(findings: Findings) -> bool:
    """Whether a text is a joint statement, as its headline says."""
    return bool(findings.sentences) and _JOINTLY.search(findings.sentences[0]) is not None


def _signatories(findings: Findings) -> list[Actor]:
    """Who a joint statement is by, as its headline says: "Joint statement by Denmark, Norway and Sweden"."""
    if not is_joint(findings):
        return []
    headline = findings.sentences[0]
    by = headline.lower.find(" by ")
    return [one for one in findings.actors[0] if by >= 0 and one.start > by and one.place not in (None, *_NEVER)]


def home_of_text(findings: Findings) -> frozenset[str] | None:
    """The countries that an official or a joint text speaks for; None for a report."""
    signed = _signatories(findings)
    if len(signed) > 1:
        return frozenset(str(actor.place) for actor in signed)
    known = publisher(findings.document.publisher)
    return frozenset({known.country}) if known is not None and known.official and known.country else None


def _row_of_donors(
    findings: Findings, sentence: Sentence, recipient: str | None, before: int | None, official: str | None
) -> list[Actor]:
    """The subject of a sentence's news with those that stand in one row with it: "Denmark, Norway and Sweden"."""
    acting = donors_in(findings, sentence, recipient, before)
    if acting and official and _FIRST_PERSON.search(sentence.text) and not _JOINTLY.search(sentence):
        acting = [actor for actor in acting if actor.place == official] or acting
    if before is not None:
        acting = [one for one in acting if one.start < before]
    if not acting:
        return []
    at = len(acting) - 1 if before is not None else 0
    first = last = at
    while first > 0 and _ROW.fullmatch(sentence.text, acting[first - 1].end, acting[first].start):
        first -= 1
    while last + 1 < len(acting) and _ROW.fullmatch(sentence.text, acting[last].end, acting[last + 1].start):
        last += 1
    return acting[first : last + 1]


# One gift of several donors: "will jointly donate", "a common donation"; not "will join".
_JOINTLY = Worded("jointly/together/joint/common", "share/shared equally", "our (?:two|three|four|five) countries")
# What stands between the actors of a row: "and the", ","; not "and its ally".
_ROW = re.compile(r"\s*(?:,|and|, and)\s+(?:the\s+)?")
_SECTION_WORDS = 4

# Organisations that welcome what their members give.
_WELCOMES = frozenset({"NATO", "UDCG"})
_NO_RECIPIENTS = _NEVER | _WELCOMES


# What turns a program off: "not under", "rather than"; not "note".
_TURNED_OFF = re.compile(r"\b(?:not|rather than|instead of|unlike)\b[^.;,]{0,30}\Z")


def _donor_of_program(findings: Findings, sentence: Sentence) -> Party | None:
    """The one that gives under a program, where only one does: Japan under Official Security Assistance."""
    for found in findings.programs[sentence.index]:
        known = next((one for one in programs() if one.code == found.code), None)
        if _TURNED_OFF.search(sentence.lower[: found.start]):
            continue
        if known is not None and not known.pooled and known.donor not in _WELCOMES and "+" not in known.donor:
            return Party(known.donor, (found.span,), "inferred")
    return None


@once_a_document
def _donor_of_only_program(findings: Findings) -> Party | None:
    """The donor that every program of a document has."""
    found = [party for sentence in findings.sentences for party in [_donor_of_program(findings, sentence)] if party]
    return found[0] if found and len({party.code for party in found}) == 1 else None


def _most_named(findings: Findings, recipient: str | None) -> list[Party]:
    counts = _acting(findings).copy()
    if recipient is not None:
        counts.pop(recipient, None)
    if not counts:
        return []
    code, _ = counts.most_common(1)[0]
    spans = [one.span for group in findings.actors for one in group if one.place == code][:1]
    return [Party(code, tuple(spans), "inferred")]


def _at_home(findings: Findings, sentences: Sequence[Sentence], recipient: str | None) -> list[Party]:
    """The publisher's own country, where a body acts of which the text need not say whose it is: "Parliament"."""
    home = home_of(findings.document.publisher)
    if home is None or home == recipient:
        return []
    return [Party(home, (), "inferred")] if any(_BODY.search(one) for one in sentences) else []


# A body that a text at home names without its country: "Parliament on Wednesday approved"; not "parliamentary".
_BODY = Worded("parliament/government/cabinet/ministers/ministry/president/premier", "council of ministers")


@once_a_document
def _acting(findings: Findings) -> Counter[str]:
    """How often each place acts in a document."""
    return Counter(str(one.place) for sentence in findings.sentences for one in donors_in(findings, sentence, None))
