"""What the API says of itself: the dataset, its vocabularies, its health and its problems."""

from datetime import datetime
from typing import Any

from pydantic import ConfigDict, Field

from app.schemas.examples import example
from app.schemas.records import Served


class Counts(Served):
    packages: int
    line_items: int
    coalition_notes: int
    sources: int
    claims: int


class PlaceCount(Served):
    code: str
    name: str
    packages: int


class Term(Served):
    code: str
    meaning: str


class ProgramTerm(Served):
    code: str
    name: str
    donor: str | None


class SystemTerm(Served):
    designation: str
    category: str
    kind: str


class Vocabularies(Served):
    """Every value that a filter can name, for drop-downs."""

    programs: list[ProgramTerm]
    categories: list[Term]
    note_kinds: list[Term]
    systems: list[SystemTerm]
    item_kinds: list[str]
    mechanisms: list[str]
    natures: list[str]
    qualifiers: list[str]
    methods: list[str]
    precisions: list[str]


class Meta(Served):
    """The dataset: which it is, what it holds, and the vocabularies of its fields."""

    model_config = ConfigDict(extra="forbid", json_schema_extra=example("Meta"))

    uid: str = Field(description="Identifies the dataset; a restored copy has another")
    version: str = Field(description="Version of the software")
    revision: int = Field(description="Number of the last change; revisions have no gaps")
    updated_at: datetime | None = Field(description="When it was made; null for an empty dataset")
    counts: Counts
    donors: list[PlaceCount] = Field(description="Who gives, in the data")
    recipients: list[PlaceCount] = Field(description="Who receives, in the data")
    vocabularies: Vocabularies


class Health(Served):
    """The process answers."""

    status: str = Field(examples=["ok"])


class ProblemDetail(Served):
    """One thing that was wrong."""

    location: str = Field(description="The parameter")
    message: str
    nearest: Any = Field(default=None, description="The nearest valid name or value, where there is one")


class Problem(Served):
    """An error (RFC 9457): what was wrong, where, and what to do."""

    model_config = ConfigDict(extra="forbid", json_schema_extra=example("Problem"))

    type: str = Field(description="Stable name of the kind of problem")
    title: str
    status: int
    detail: str = Field(description="What was wrong and what to do")
    instance: str | None = Field(default=None, description="The path that was asked for")
    errors: list[ProblemDetail] | None = Field(default=None, description="One for each parameter that was wrong")
