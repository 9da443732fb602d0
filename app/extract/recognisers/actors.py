"""Places, and the organisations and leaders that stand for them."""

from functools import cache
from typing import NamedTuple

from app.extract.phrases import Phrases
from app.extract.segments import Sentence
from app.extract.vocabulary import leaders, organisations, places
from app.facts import Span

# Between the parts of a matcher's key, which is one string; no cell of a vocabulary holds it.
_SEPARATOR = "\t"


class Actor(NamedTuple):
    """A place, organisation or leader at offsets in its sentence; `place` is the country or group it acts for."""

    span: Span
    start: int
    end: int
    form: str
    code: str | None
    name: str
    place: str | None


@cache
def _phrases() -> Phrases:
    entries: list[tuple[str, str]] = []
    for place in places():
        for form, phrases in (("name", (place.name,)), ("alias", place.aliases), ("adjective", place.adjectives)):
            entries += [(_SEPARATOR.join((form, place.code, place.name, place.code)), phrase) for phrase in phrases]
    for one in organisations():
        key = _SEPARATOR.join(("organisation", one.code, one.name, one.country or ""))
        entries += [(key, phrase) for phrase in (one.name, *one.aliases)]
    entries += [(_SEPARATOR.join(("leader", "", leader.name, leader.country)), leader.name) for leader in leaders()]
    return Phrases(entries)


def find_actors(sentence: Sentence) -> list[Actor]:
    """The actors that a sentence names, in order. A name in lower case ("polish", "us") is none."""
    found = []
    for hit in _phrases().find(sentence.text, sentence.lower):
        if sentence.text[hit.start].islower() and not sentence.text[hit.start : hit.end].startswith("the "):
            continue
        form, code, name, place = hit.key.split(_SEPARATOR)
        span = sentence.at(hit.start, hit.end)
        found.append(Actor(span, hit.start, hit.end, form, code or None, name, place or None))
    return found
