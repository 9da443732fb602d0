"""Clauses of sentences: where one ends and the next begins, and what one can do without."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from app.extract.segments import Sentence

# Where one clause ends and another begins: ", but Kyiv", " and has forged", " that its friends have"; not "and drones".
# It begins with one sign of a few, so that the search passes over all others at once, and is searched in lower case,
# where each of its words is tried by its first letter.
_JOINT = re.compile(
    r"[\s,;:—](?:(?<=[;—])\s*|(?<=:)\s(?=[\"“])"
    r"|(?<=,)\s+(?:(?:but|and|yet|while|whereas|although|though|so|which|who)\s+"
    r"|(?=(?:provided (?:that|they|it|the|its|their|none|no|he|she)|unless|something|subject to"
    r"|on (?:the )?condition|on the understanding)\s)"
    r"|(?P<resumes>)(?=(?:(?:now|also|later|then)\s+)?(?:(?:has|have|had|will|is|are|was|were)\s"
    r"|\w+ed\s+(?:its|his|her|their|that)\s))"
    r"|(?:and\s+)?(?:in|to|of|for|with|from|by)\s+which\s+)"
    r"|(?<=\s)(?:(?:but|while|whereas|although)\s+|[;—]\s*"
    r"|(?:in|to|of|for|with|from|by)\s+which\s+"
    r"|and\s+(?:(?:in|to|of|for|with|from|by)\s+which\s+"
    r"|(?=(?:has|have|had|is|are|was|were|will|said|says|it|they|he|she|we|now)\s))"
    r"|that(?<!\bfear\sthat)(?<!\bfears\sthat)(?<!\bfeared\sthat)\s+(?=(?:its|their|his|her|our|the|some|many|other|most)?\s?"
    r"(?:[\w'-]+\s+){0,5}(?:has|have|had|were|was|will|would|could|cannot|must)\s)))"
)
# Adjuncts that a clause can do without: " after Russia's invasion", ", such as tanks"; not "look after".
_SUCH_AS = ("such as", "including", "like")
_TIMES = ("after", "since", "before", "during", "amid", "following")
_TRAILING = re.compile(rf"(?:,?\s+(?:{'|'.join(_SUCH_AS)})\s|\s+(?:{'|'.join(_TIMES)})\s(?!all\b)).*\Z", re.DOTALL)
# The words of which each of them has one.
_TRAILING_WORDS = frozenset(words.split()[0] for words in (*_SUCH_AS, *_TIMES))
# What a clause begins with and can do without: "However, ", "In addition, "; not "How".
_OPENING = re.compile(
    r"(?:however|meanwhile|in addition(?! to)|since then|but|and|though|still|nevertheless|also|yet|that),?\s+",
    re.IGNORECASE,
)
# A clause without a subject, which is its sentence's: "has forged a coalition", "asked for"; not "allies have".
_BEGINS_WITH_VERB = re.compile(
    r"(?:has|have|had|is|are|was|were|will|said|says"
    r"|[a-z]\w{2,}ed(?= (?:that|to|its|his|her|their|the|an?|for|on)\b))\s"
)


# What opens a clause within a clause: ", which ", ", who "; not ", and ".
_RELATIVE = re.compile(r"\bwh(?:ich|o)\s+\Z")


class Clause(NamedTuple):
    """A part of a sentence, by its offsets there."""

    start: int
    end: int


def clauses_of(sentence: Sentence) -> list[Clause]:
    """The clauses of a sentence in order, each without the words that join it to its neighbours."""
    found, at = [], 0
    for joint in _joints(sentence):
        found.append(Clause(at, joint.start()))
        at = joint.end()
    found.append(Clause(at, len(sentence.text)))
    return [one for one in found if one.start < one.end]


def _joints(sentence: Sentence) -> Iterator[re.Match[str]]:
    """What joins clauses; a comma before a verb only where it ends a clause within the main one."""
    inside = False
    for joint in _JOINT.finditer(sentence.lower):
        if joint["resumes"] is not None and not inside:
            continue
        inside = _RELATIVE.search(joint.group()) is not None
        yield joint


def tidy_clause(sentence: Sentence, within: Clause, first: int, last: int) -> Clause:
    """A clause around the words from `first` to `last`, without its adverb in front, its adjuncts and its marks."""
    start, end = within
    opening = _OPENING.match(sentence.text, start, max(start, min(end, first)))
    if opening:
        start = opening.end()
    trails = not sentence.words.isdisjoint(_TRAILING_WORDS)
    trailing = _TRAILING.search(sentence.text, last, max(end, last)) if trails else None
    if trailing:
        end = trailing.start()
    while end > start and sentence.text[end - 1] in " .,;:!?—–":
        end -= 1
    return Clause(start, max(end, last))


def clause_around(clauses: list[Clause], first: int, last: int) -> Clause:
    """The clauses of a sentence that the words from `first` to `last` stand in, as one."""
    start = max((one.start for one in clauses if one.start <= first), default=first)
    return Clause(start, min((one.end for one in clauses if one.end >= last), default=last))


def has_no_subject(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause begins with its verb, and so shares the subject of the one before it."""
    return _BEGINS_WITH_VERB.match(sentence.text, clause.start) is not None
