"""A party to a package, and who is never one."""

from typing import NamedTuple

from app.extract.recognise import Findings
from app.extract.recognisers.actors import Actor
from app.facts import Method, Span

# The aggressor, which is neither donor nor recipient of what is read here.
NEVER = frozenset({"RU"})
# Organisations that welcome what their members give.
WELCOMES = frozenset({"NATO", "UDCG"})


class Party(NamedTuple):
    """Who gives or gets: its code, several joined by "+", with the spans that name it."""

    code: str
    spans: tuple[Span, ...]
    method: Method


def party_of(findings: Findings, code: str, actors: list[Actor]) -> Party:
    """A place with its span in the sentence, and the next one in the text as further evidence."""
    spans = [actor.span for actor in actors if actor.place == code][:1]
    for group in findings.actors:
        if len(spans) > 1:
            break
        spans += [one.span for one in group if one.place == code and one.span not in spans]
    return Party(code, tuple(spans[:2]), "stated")
