"""A stretch of a sentence that lists contents of a package, which the modules of assembly read goods from."""

from dataclasses import dataclass

from app.extract.segments import Sentence
from app.extract.worded import Worded

# The wording of the law, which names no goods: "defense articles and services"; not "medical services".
LEGAL = Worded("articles/commodities and services")
LONGEST_MODIFIER = 40  # signs of the words in front of goods that may say more of them


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a sentence that lists contents; `listed` says that it is an entry of a list with a lead."""

    sentence: Sentence
    start: int
    end: int
    listed: bool
