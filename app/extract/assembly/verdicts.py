"""What amounts of money are taken for: the verdicts, and the values that packages get from them."""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from app.extract.recognisers.money import Money

Role = Literal[
    "value",
    "running",
    "appropriation",
    "request",
    "announcement",
    "part",
    "recalled",
    "civil",
    "conversion",
    "none",
]


class Verdict(NamedTuple):
    """What an amount was taken for, and why, in words for the reader of `--explain`."""

    role: Role
    reason: str


@dataclass(slots=True)
class Value:
    """One amount that a document gives as a package's value, with every place that states it, the best first.

    `is_of_donor` says that its currency is only known by who gives it.
    """

    amount: int
    currency: str
    evidence: list[Money] = field(default_factory=list)
    is_of_donor: bool = False

    @property
    def first(self) -> Money:
        return self.evidence[0]


def judge_all(verdicts: dict[Money, Verdict], value: Value, verdict: Verdict) -> None:
    """Gives one verdict on every place that states a value."""
    for money in value.evidence:
        verdicts[money] = verdict
