"""What a document gives by itself: records as they are served, without what only a dataset can know."""

from typing import Any, Literal

from pydantic import ConfigDict, Field
from pydantic.json_schema import SkipJsonSchema

from app.schemas.examples import example
from app.schemas.records import (
    Amount,
    CoalitionNoteFacts,
    Currency,
    LineItemFacts,
    Method,
    PackageDetail,
    PackageFacts,
    Served,
    SourceReference,
)

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


class ExtractedSource(SourceReference):
    """The document that was read."""

    id: str = Field(description="The first 16 hex digits of sha256")
    media_type: str
    sha256: str = Field(description="Of the text in UTF-8, as it would be stored")
    length: int = Field(description="Code points of the text, which `start` and `end` count")


class ExtractedItem(LineItemFacts):
    """One kind of thing in a package of the same answer."""


class ExtractedPackage(PackageDetail, PackageFacts):
    """A package as this document alone has it: without slug, revision, conflicts, candidates and review."""

    line_items: list[ExtractedItem]


class ExtractedNote(CoalitionNoteFacts):
    """A sentence or clause on the coalition."""

    package_index: int | None = Field(
        description="Place in `packages` of the package that it speaks of; null where it belongs to none"
    )


class ExplainedAmount(Served):
    """An amount of money in the text: what it was taken for, and why."""

    as_stated: str = Field(description="The words of the text")
    amount: Amount
    currency: Currency
    role: Role = Field(
        description="value of a package, an authority among them; running, appropriation, request, announcement: a "
        "stated total; part of another amount; recalled: of an earlier package; civil: for no security assistance; "
        "conversion: another amount in another currency; none of these"
    )
    reason: str
    start: int
    end: int


class ExplainedFact(Served):
    """A claim on one field: the words, the rule that found it, and what the rule goes by."""

    field: str = Field(description="Path in this answer: packages[0].value, packages[0].line_items[2].category")
    value: Any
    quote: str | None = Field(description="null, as the next two, where no words of the text carry the claim")
    start: int | None
    end: int | None
    method: Method
    rule: str = Field(description="Name of the rule that read it")
    why: str = Field(description="What the rule goes by")
    wins: bool = Field(description="Whether the record says so; false where another claim comes before this one")


class Explanation(Served):
    """Why the records are what they are: amounts in the order of the text, facts in that of the records."""

    amounts: list[ExplainedAmount]
    facts: list[ExplainedFact]


class Extraction(Served):
    """The records that one document alone would make."""

    model_config = ConfigDict(extra="forbid", json_schema_extra=example("Extraction"))

    id: str = Field(description="The id that the document would have as a source")
    source: ExtractedSource
    packages: list[ExtractedPackage]
    coalition_notes: list[ExtractedNote] = Field(description="Notes of no package first")
    warnings: list[str] = Field(description="What could not be settled, in words")
    explain: Explanation | SkipJsonSchema[None] = Field(default=None, description="Only with explain=true")
