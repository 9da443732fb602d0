"""A package in the making, which the modules of assembly fill with claims."""

from dataclasses import dataclass, field

from app.extract.assembly.parties import Party
from app.extract.assembly.verdicts import Value
from app.extract.segments import Sentence
from app.facts import Claim, Method, Span


@dataclass(slots=True)
class Package:
    """A package in the making: where it is anchored, the sentences that speak of it, and its claims so far."""

    anchor: Span
    value: Value | None
    sentences: list[Sentence]
    donor: Party | None = None
    recipient: Party | None = None
    memorandum: bool = False
    claims: list[Claim] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def claim(self, name: str, value: object, span: Span | None, rule: str, method: Method = "stated") -> None:
        self.claims.append(Claim(name, value, span, rule, method))

    @property
    def donor_code(self) -> str | None:
        return self.donor.code if self.donor else None

    @property
    def recipient_code(self) -> str | None:
        return self.recipient.code if self.recipient else None

    @property
    def is_authority(self) -> bool:
        return any(claim.field == "nature" and claim.value == "authority" for claim in self.claims)
