"""Patterns of words that are only searched where one of their words stands."""

import re
import sys
from collections.abc import Iterator

from app.extract.segments import Sentence

# The words that a phrase begins with: "weigh/weighed" of "weigh/weighed up"; none of "(?:up)".
_HEAD = re.compile(r"[^\W\d_]+(?:/[^\W\d_]+)*")
# What may stand behind them, a sign that no word goes on with: " up", "['’]s"; not "s?", "(?:y|ies)".
_REST = re.compile(r"[ ,\[]|\\s|\(\?!|\Z")


class Worded:
    """A pattern of phrases, searched in sentences in lower case.

    A phrase begins with words of which any may stand there, "weigh/weighed", and goes on as a regular expression. Most
    sentences have none of the words that a pattern begins with, which a look at their words tells sooner than a search.
    `behind` is what follows each phrase.
    """

    def __init__(self, *phrases: str, behind: str = r"\b") -> None:
        words: set[str] = set()
        alternatives = []
        for phrase in phrases:
            head = _HEAD.match(phrase)
            if head is None or not _REST.match(phrase, head.end()):
                raise ValueError(f"A phrase begins with whole words, which {phrase!r} does not.")
            words.update(head.group().split("/"))
            alternatives.append(f"(?:{head.group().replace('/', '|')}){phrase[head.end() :]}")
        self._words = frozenset(words)
        self.pattern = re.compile(rf"\b(?:{'|'.join(alternatives)}){behind}")

    def search(self, sentence: Sentence, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first place in a sentence, or in a part of it, where one of the phrases stands."""
        if sentence.words.isdisjoint(self._words):
            return None
        return self.pattern.search(sentence.lower, start, end)

    def finditer(self, sentence: Sentence, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """All places in a sentence, or in a part of it, where one of the phrases stands."""
        if sentence.words.isdisjoint(self._words):
            return iter(())
        return self.pattern.finditer(sentence.lower, start, end)
