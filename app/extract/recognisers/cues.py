"""Cue phrases of the vocabulary, found in sentences by their words."""

from app.extract.phrases import Found
from app.extract.segments import Sentence

__all__ = ["Found", "find_cues", "has_cue"]


def find_cues(sentence: Sentence, group: str, start: int = 0, end: int | None = None) -> list[Found]:
    """The cues of a group in a sentence, or in a part of it, in order: the longest at a place, none inside another.

    The list is not to be changed: it may be the one that the sentence keeps.
    """
    candidates = sentence.phrases.cues.get(group)
    if candidates is None:
        return []
    stop = len(sentence.text) if end is None else end
    if len(candidates) == 1:
        only = candidates[0]
        return candidates if only.start >= start and only.end <= stop else []
    kept: list[Found] = []
    for found in candidates:
        if found.start >= start and found.end <= stop:
            kept.append(found)
            start = found.end
    return kept


def has_cue(sentence: Sentence, group: str, kind: str | None = None, start: int = 0, end: int | None = None) -> bool:
    if group not in sentence.phrases.cues:
        return False
    found = find_cues(sentence, group, start, end)
    return bool(found) if kind is None else any(one.cue.kind == kind for one in found)
