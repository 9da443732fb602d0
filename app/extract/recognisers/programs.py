"""Assistance programs and the sections of law that authorise them."""

import re
from typing import NamedTuple

from app.extract.segments import Sentence
from app.facts import Span

# A section of the Foreign Assistance Act: "506(a)(1)", "552(c)(2)"; not "614" or "506 boats".
# A pattern that begins with a figure is searched for faster than one that begins by looking back.
_SECTION = re.compile(r"(?P<section>(?:506|552|614|516|541)(?<!\w...)\([a-z]\)(?:\(\d\))?)")
# Sections that let stocks be drawn down; 614 only waives restrictions.
_DRAWDOWN = re.compile(r"506\(a\)|552\(c\)")


class ProgramFound(NamedTuple):
    """A program named at offsets in its sentence, by name (stated) or by a section of law (`authority`)."""

    span: Span
    sentence: int
    start: int
    code: str | None
    authority: str | None


def find_programs(sentence: Sentence) -> list[ProgramFound]:
    """The programs and sections of law that a sentence names, in order."""
    sections = sentence.figure >= 0 and "(" in sentence.text
    if not sentence.phrases.programs and not sections:
        return []
    found = [
        ProgramFound(sentence.at(start, end), sentence.index, start, code, None)
        for start, end, code, _ in sentence.phrases.programs
    ]
    for match in _SECTION.finditer(sentence.text) if sections else ():
        section = match["section"]
        code = "PDA" if _DRAWDOWN.match(section) else None
        span = sentence.at(match.start(), match.end())
        found.append(ProgramFound(span, sentence.index, match.start(), code, f"FAA {section}"))
    return sorted(found, key=lambda one: one.start)
