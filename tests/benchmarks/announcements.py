"""Made-up announcements for measuring: prose with amounts, items and notes among plain background, from a seed.

The mixture is that of real announcements: in 300 words two or three amounts, a dozen nouns of equipment, a note or two.
"""

import random
import re
from collections.abc import Iterator

_NEWS = [
    "{speaker} announced on {weekday} a new ${amount} million security assistance package for {getter}.",
    "{Giver} will send {getter} military aid worth ${amount} million, {speaker_low} said on {weekday}.",
    "In a statement on {month} {day}, {speaker_low} said that {giver} was giving {getter} arms for ${amount} million.",
    "The latest tranche is drawn from existing stocks under a presidential drawdown.",
    "The money comes from the Ukraine Security Assistance Initiative, which lets officials buy from industry.",
]
_CONTENTS = [
    "The package includes {goods}, {goods}, {goods} and {goods}.",
    "It also features {goods}; {goods}; and {goods}.",
    "The delivery, due by {month}, contains {goods} as well as {goods}.",
]
_NOTES = [
    "{Giver} has led a broad coalition of countries that arm {getter}, and its allies pledged {goods} of their own.",
    "Officials in {city} had long hesitated to send {goods}, which {getter} has repeatedly asked for.",
    "The contact group will meet in {city} to coordinate deliveries with more than {n} partner nations.",
    "{Giver} agreed to hand over {goods} on condition that they are not used to strike across the border.",
]
_TOTALS = [
    "That brings the total since February 2022 to more than ${billions} billion, according to {speaker_low}.",
    "Congress has yet to act on a request for another ${billions} billion in supplemental funding.",
    "{Giver} had already committed €{billions} billion in military support earlier this year.",
]
_BACKGROUND = [
    "{Who} in {name} {did} {thing} {where}, and in {name} {who} {did} {thing} {when}.",
    "{Who} from {name} {did} {thing} {when}, said {person}, who {did} {thing} {where} with {person}.",
    "“{Who} {did} {thing} {when},” {person} said {where}. “{Who} of {name} {did} nothing of the kind.”",
    "{Where}, {who} {did} {thing}; {who} in {name} {did} {thing} {when}, though {person} had {did} {thing}.",
    "{person}, {age}, {did} {thing} {where} (in {name}, {who} {did} {thing} {when}).",
    "According to {person}, {who} {did} {thing} {where} in {name} after a visit by the U.S. ambassador.",
    "{When}, {person} of {name} told reporters in {city} that {who} {did} {thing} {where}.",
]
# Of a hundred sentences this many are of each sort: most of an article is no announcement.
_MIXTURE = [(_NEWS, 6), (_CONTENTS, 14), (_NOTES, 8), (_TOTALS, 6), (_BACKGROUND, 66)]

_POOLS = {
    "giver": "Norway|Canada|the United States|Germany|Denmark|the Netherlands|Sweden|the United Kingdom",
    "getter": "Ukraine|Taiwan|Moldova|the Philippines|Lebanon|Estonia",
    "speaker": "The Defense Department|The defence ministry|A spokeswoman|The foreign minister|The Pentagon",
    "city": "Oslo|Ottawa|Washington|Berlin|Kyiv|Copenhagen|Brussels|Warsaw",
    "weekday": "Monday|Tuesday|Wednesday|Thursday|Friday",
    "month": "January|February|March|April|May|June|July|August|Sept.|October|Nov.|Dec.",
    "goods": "{n} howitzers|{n},000 rounds of 155mm artillery ammunition|two NASAMS batteries|additional HIMARS rockets"
    "|{n} armored vehicles|Javelin anti-tank missiles|radars and counter-drone systems|{n} patrol boats"
    "|cold-weather gear and body armor|spare parts, training and maintenance|unspecified air defense equipment"
    "|more than {n} uncrewed aerial systems|satellite communications terminals|demolition charges",
    "who": "the mayor|farmers|two engineers|a retired teacher|the harbour master|students|railway workers|a baker"
    "|the bishop|nurses|a think tank|shopkeepers|the governor's aide|truckers|a choir|miners|the librarian|fishermen",
    "did": "reopened|counted|described|repaired|questioned|left behind|photographed|sold|carried|argued about"
    "|remembered|painted|measured|searched for|gave up|celebrated|postponed|inspected|buried|rebuilt|waited for",
    "thing": "the old bridge|a year's harvest|the school roof|bread and candles|the tram line|the evening train"
    "|the grain silo|broken windows|a wedding|letters from abroad|the power station|the river crossing|apple trees"
    "|their savings|the town archive|the price of gas|a long queue|snow fences|the ferry timetable|the village well",
    "where": "near the market|on the western bank|outside the theatre|at the edge of town|under the viaduct"
    "|by the lake|in the valley|behind the post office|across the border|along the canal|in a crowded hall",
    "when": "before dawn|last spring|in a snowstorm|for the third time|without a word|after the flood"
    "|by candlelight|at 9 a.m.|years ago|in the meantime|against all advice|as the sirens fell silent",
    "syllable": "ba|be|da|der|do|el|fa|gor|ha|hol|in|ka|kes|la|len|ma|mer|mo|na|nov|or|pa|per|ra|rin|ro|sa|ta|vik",
}
_NUMBERS = {"amount": (20, 900), "billions": (2, 40), "day": (1, 29), "n": (2, 90), "age": (19, 90)}
# A place to fill: "{city}"; not "{}".
_SLOT = re.compile(r"\{(\w+)\}")


def announcements(seed: int, number: int, words: int = 300) -> list[str]:
    """Texts of about so many words each, always the same for a seed, each with a headline and paragraphs."""
    return [_announcement(random.Random(f"{seed} {at}"), words) for at in range(number)]


def long_announcement(seed: int, length: int) -> str:
    """One text of so many code points: one announcement that goes on and on."""
    return _announcement(random.Random(seed), length // 5)[:length]


def _announcement(chance: random.Random, words: int) -> str:
    fixed = {name: _word(chance, name) for name in ("giver", "getter", "speaker", "amount")}
    fixed["speaker_low"] = fixed["speaker"][0].lower() + fixed["speaker"][1:]
    paragraphs = [_filled(chance, "{Giver} unveils ${amount} million package for {getter}", fixed)]
    sentences = _sentences(chance, fixed)
    written = 0
    while written < words:
        paragraph = " ".join(next(sentences) for _ in range(chance.randint(1, 3)))
        paragraphs.append(paragraph)
        written += len(paragraph.split())
    return "\n\n".join(paragraphs) + "\n"


def _sentences(chance: random.Random, fixed: dict[str, str]) -> Iterator[str]:
    yield _filled(chance, _NEWS[0], fixed)
    while True:
        (templates,) = chance.choices([sort for sort, _ in _MIXTURE], [weight for _, weight in _MIXTURE])
        yield _filled(chance, chance.choice(templates), fixed)


def _filled(chance: random.Random, template: str, fixed: dict[str, str]) -> str:
    def fill(slot: re.Match[str]) -> str:
        name = slot[1].lower()
        words = fixed.get(name) or _filled(chance, _word(chance, name), fixed)
        return words[0].upper() + words[1:] if slot[1][0].isupper() else words

    return _SLOT.sub(fill, template)


def _word(chance: random.Random, slot: str) -> str:
    if slot in _NUMBERS:
        return str(chance.randrange(*_NUMBERS[slot]))
    if slot == "person":
        return f"{_word(chance, 'name')} {_word(chance, 'name')}"
    if slot == "name":
        return "".join(_word(chance, "syllable") for _ in range(chance.randint(2, 4))).capitalize()
    return chance.choice(_POOLS[slot].split("|"))
