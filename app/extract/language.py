"""spaCy's blank English pipeline and its phrase matchers, loaded at the first document and kept.

spaCy takes a second to import, so nothing here imports it before it is needed.
"""

import re
import warnings
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


_LONGEST = 2000  # code points; laws and lists in one sentence reach some hundreds
# A run of signs that is no word: an embedded image, a ruler of 300 dashes; not an address of usual length.
_NO_WORD = re.compile(r"\S{200,}")


_SPACES = str.maketrans("\n\t\u00a0\u202f", "    ")


class Hit(NamedTuple):
    """A phrase found in a text: its offsets in that text, and the key of the vocabulary's entry."""

    start: int
    end: int
    key: str


@cache
def pipeline() -> "Language":
    """A tokeniser and a rule-based sentence splitter; no statistical model."""
    with warnings.catch_warnings():
        # spaCy's own imports use names that their libraries have deprecated; nothing that a caller could change.
        warnings.simplefilter("ignore")
        import spacy

        language = spacy.blank("en")
        language.add_pipe("sentencizer")
    language.max_length = 10**9
    return language


class Phrases:
    """Finds the phrases of a vocabulary, the longest first and none inside another.

    A phrase in capitals (US, NATO, PDA) is matched with its case, all others without.
    """

    def __init__(self, entries: Iterable[tuple[str, str]]) -> None:
        from spacy.matcher import PhraseMatcher

        language = pipeline()
        self._exact = PhraseMatcher(language.vocab, attr="ORTH")
        self._any_case = PhraseMatcher(language.vocab, attr="LOWER")
        for key, phrase in entries:
            matcher = self._exact if phrase.isupper() else self._any_case
            matcher.add(key, [language.make_doc(phrase)])

    def find(self, doc: "Doc") -> list[Hit]:
        """The matches in order, as offsets into the doc's text."""
        strings = doc.vocab.strings
        found = [(start, end, strings[key]) for key, start, end in (*self._exact(doc), *self._any_case(doc))]
        found.sort(key=lambda hit: (hit[0] - hit[1], hit[0], hit[2]))
        taken: set[int] = set()
        hits: list[Hit] = []
        for start, end, key in found:
            if taken.isdisjoint(range(start, end)):
                taken.update(range(start, end))
                last = doc[end - 1]
                hits.append(Hit(doc[start].idx, last.idx + len(last.text), key))
        return sorted(hits)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The offsets of each sentence of a paragraph, without the white space around it.

    What runs on for longer than any sentence does is cut between words, so that no text takes more than linear time.
    """
    doc: Any = pipeline()(_masked(text))
    for sentence in doc.sents:
        start, end = sentence.start_char, sentence.end_char
        while start < end:
            cut = end if end - start <= _LONGEST else text.rfind(" ", start + 1, start + _LONGEST)
            cut = cut if cut > start else start + _LONGEST
            words = text[start:cut]
            if words.strip():
                yield start + len(words) - len(words.lstrip()), start + len(words.rstrip())
            start = cut


def tokens(text: str) -> "Doc":
    """The tokens of a sentence, at its offsets."""
    return pipeline().make_doc(_masked(text))


def _masked(text: str) -> str:
    """The text as spaCy is to see it, of the same length.

    Plain spaces stand for all that separate words, for spaCy makes a token of any other. Letters stand for runs that
    are no word, for it takes quadratic time to peel their marks; the last sign stays, as it may end a sentence.
    """
    return _NO_WORD.sub(lambda run: "x" * (len(run.group()) - 1) + run.group()[-1], text.translate(_SPACES))
