"""Whether a sentence, or a document as a whole, speaks of military aid."""

from app.extract.recognise import Findings, once_a_document, once_a_sentence
from app.extract.recognisers.cues import find_cues, has_cue
from app.extract.segments import Sentence
from app.extract.worded import Worded

# What a document announces, by name: "a package of", "further materiel", "three assistance measures"; not "packaging".
PACKAGE = Worded(
    "package/packages/packet/packets/tranche/tranches/drawdown/drawdowns/donation/donations/gift/gifts/grant/grants",
    "consignment/consignments/shipment/shipments",
    "assistance measures?",
    "measure/measures/delivery/deliveries/contribution/contributions/offer/offers/batch/lot",
)
_ENOUGH = 2  # words of military aid more than of civil aid, by which a document speaks of arms


@once_a_sentence
def names_aid(findings: Findings, sentence: Sentence) -> bool:
    """Whether a sentence names military aid: by words, by goods, by a program; civil words alone name none."""
    objects = find_cues(sentence, "object")
    strong = {one.cue.kind for one in objects if one.cue.weight > 1} if objects else set()
    if "civil" in strong:
        return "military" in strong
    if sentence.text.endswith(":") and is_military(findings):
        return True
    if findings.programs[sentence.index] or (objects and any(one.cue.kind == "military" for one in objects)):
        return True
    if PACKAGE.search(sentence) or _names_goods(findings, sentence):
        return True
    given = bool(findings.money[sentence.index]) or has_cue(sentence, "gives", "decided")
    return given and is_military(findings)


def is_civil(sentence: Sentence) -> bool:
    """Whether a sentence speaks of civil aid and of no military aid beside it."""
    strong = {one.cue.kind for one in find_cues(sentence, "object") if one.cue.weight > 1}
    return strong == {"civil"}


def _names_goods(findings: Findings, sentence: Sentence) -> bool:
    terms = findings.terms[sentence.index]
    return bool(terms) and any(term.rank > 0 for term in terms)


@once_a_document
def is_military(findings: Findings) -> bool:
    """Whether a document as a whole speaks of military aid, so that one sentence need not say it again."""
    strong = 0
    for sentence in findings.sentences:
        for one in find_cues(sentence, "object") if "object" in sentence.phrases.cues else ():
            if one.cue.weight > 1:
                strong += 1 if one.cue.kind == "military" else -1
        for term in findings.terms[sentence.index]:
            strong += term.rank > 1 and term.category not in _CIVIL_GOODS
    if strong >= _ENOUGH:  # most documents on arms are known by their goods
        return True
    return strong + sum(_FORCES.search(one) is not None for one in findings.sentences) >= _ENOUGH


# Who is armed: "the defence minister", "the army"; not "the defence of the thesis".
_FORCES = Worded(
    "defense/defence (?:minister|ministry|secretary|forces?)",
    "minister/ministry/department of (?:national )?defen[cs]e",
    "armed forces",
    "front line",
    "army/navy/troops/soldiers/battlefield/frontline/pentagon/brigade",
)
# Categories of goods that are given to civilians too.
_CIVIL_GOODS = frozenset({"sustainment", "protective_medical", "engineering", "other"})


@once_a_sentence
def has_military_goods(findings: Findings, sentence: Sentence) -> bool:
    """Whether goods in a sentence are such as only forces are given, or it says that they are for forces."""
    if any(one.cue.kind == "military" and one.cue.weight > 1 for one in find_cues(sentence, "object")):
        return True
    return any(term.rank > 0 and term.category not in _CIVIL_GOODS for term in findings.terms[sentence.index])
