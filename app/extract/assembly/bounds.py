"""The stretch of a sentence that an amount or a verb rules: as far as the next thought."""

import re

from app.extract.segments import Sentence

# Where another thought begins: ", bringing the total", "; and", ", which doubles"; not "drones, rifles".
_BREAK = re.compile(
    r"[;:—]|,\s+(?:bringing|brings|which|but|while|whereas|taking|raising|including|after|so|as|because|with|on top)\b"
    r"|\s(?:that brings|who|although|including|bringing)\s|\s-\s"
)


def clause(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """The stretch of a sentence that belongs to the words from start to end."""
    left, right = 0, len(sentence.text)
    for match in _BREAK.finditer(sentence.lower):
        if match.end() <= start:
            left = match.start()
        elif match.start() >= end:
            right = match.start()
            break
    return left, right
