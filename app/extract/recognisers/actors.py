"""Places, and the organisations and leaders that stand for them."""

from typing import NamedTuple

from app.extract.segments import Sentence
from app.facts import Span


class Actor(NamedTuple):
    """A place, organisation or leader at offsets in its sentence; `place` is the country or group it acts for."""

    span: Span
    start: int
    end: int
    form: str
    code: str | None
    name: str
    place: str | None


def find_actors(sentence: Sentence) -> list[Actor]:
    """The actors that a sentence names, in order. A name in lower case ("polish", "us") is none."""
    return [
        tuple.__new__(Actor, (sentence.at(start, end), start, end, *known))  # faster than calling the kind
        for start, end, known, _ in sentence.phrases.actors
        if not sentence.text[start].islower() or sentence.text.startswith("the ", start)
    ]
