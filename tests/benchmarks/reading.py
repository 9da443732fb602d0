"""How fast documents are read on one core, beside spaCy's blank tokeniser and sentencizer alone on the same texts.

Run by `make bench`. Both are timed in turns in one run, by the time that the process itself spends, so that a busy
machine slows them alike; each round has texts that neither has seen.
"""

import gc
import time
from collections.abc import Callable, Iterable
from functools import partial
from statistics import median

from rich.console import Console

from app.extract import extract
from app.facts import Document
from tests.benchmarks.announcements import announcements, long_announcement

_DOCUMENTS = 200
_ROUNDS = 7
_LENGTHS = (2_000, 20_000, 200_000, 1_000_000)
_SIGNS = 200_000  # read of short texts together: one of them may be all news, or none


def main() -> None:
    """Prints documents a second of both, their ratio, and what a sign costs in texts of growing length."""
    console = Console(highlight=False, width=100)
    console.print(f"Reading made-up announcements of 300 words, {_ROUNDS} rounds of {_DOCUMENTS}, one core\n")
    first = seconds(partial(extract, Document(announcements(0, 1)[0])))
    console.print(f"{'the first document, with all that it loads':44}{first:8.2f} s")
    ours, floor = _speeds()
    console.print(f"{'aidledger: the whole reading':44}{ours:8.0f} documents/s")
    console.print(f"{'spaCy: blank tokeniser and sentencizer':44}{floor:8.0f} documents/s")
    console.print(f"{'ratio':44}{ours / floor:8.2f}")
    for length in _LENGTHS:
        documents = [Document(long_announcement(at, length)) for at in range(1, max(1, _SIGNS // length) + 1)]
        spent = min(seconds(partial(_all, extract, documents)) for _ in range(2))
        cost = spent / len(documents) / length * 1e6
        console.print(f"{f'a text of {length:,} signs':44}{cost:8.2f} µs a sign")


def seconds(work: Callable[[], object]) -> float:
    """The time that this process spends on the work."""
    gc.collect()
    started = time.process_time()
    work()
    return time.process_time() - started


def _speeds() -> tuple[float, float]:
    """Documents of 300 words a second, of our reading and of spaCy alone: the medians of the rounds."""
    import spacy

    language = spacy.blank("en")
    language.add_pipe("sentencizer")
    ours, floor = [], []
    for at in range(1, _ROUNDS + 1):
        texts = announcements(at, _DOCUMENTS)
        words = sum(len(text.split()) for text in texts)
        ours.append(words / 300 / seconds(partial(_all, extract, map(Document, texts))))
        floor.append(words / 300 / seconds(partial(_all, language, texts)))
    return median(ours), median(floor)


def _all(read: Callable[..., object], texts: Iterable[object]) -> None:
    for text in texts:
        read(text)


if __name__ == "__main__":
    main()
