"""Query parameters. A parameter that a model does not name is refused."""

import re
from datetime import date
from typing import Annotated, Any, Literal

from fastapi import Query
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from app.extract import vocabulary
from app.schemas.records import Category, ItemKind, Mechanism, NoteKind

LARGEST_AMOUNT = 10**15
PackageSort = Literal["date", "-date", "amount", "-amount", "updated", "-updated"]


def _printable(value: str) -> str:
    # PostgreSQL's text has no NUL, and no record's key has a control character.
    if any(ord(letter) < ord(" ") for letter in value):
        raise PydanticCustomError("unprintable", "must have no control characters")
    return value


def _known_program(value: str) -> str:
    codes = [program.code for program in vocabulary.programs()]
    if value not in codes:
        raise PydanticCustomError("unknown_program", "no program of this code", {"choices": codes})
    return value


def _plain_day(value: Any) -> Any:
    # pydantic would take 0 for 1970-01-01, and a moment for its day.
    if isinstance(value, str) and not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise PydanticCustomError("no_day", "no day of the form YYYY-MM-DD")
    return value


def _digits(value: Any) -> Any:
    # pydantic would take 1_0 and 5.0 as well.
    if isinstance(value, str) and not re.fullmatch(r"-?[0-9]{1,40}", value):
        raise PydanticCustomError("no_integer", "no whole number")
    return value


def _upper(value: Any) -> Any:
    return value.upper() if isinstance(value, str) else value


Text = Annotated[str, AfterValidator(_printable), Field(max_length=200)]
Title = Annotated[str, AfterValidator(_printable), Field(max_length=1000)]
Address = Annotated[str, AfterValidator(_printable), Field(max_length=4000)]
Place = Annotated[str, BeforeValidator(_upper), Field(pattern=r"^[A-Z]{2,4}(\+[A-Z]{2,4})*$", examples=["US"])]
Code = Annotated[str, BeforeValidator(_upper), AfterValidator(_printable), Field(max_length=50)]
ProgramCode = Annotated[
    str, BeforeValidator(_upper), AfterValidator(_printable), AfterValidator(_known_program), Field(examples=["USAI"])
]
Day = Annotated[date, BeforeValidator(_plain_day), Field(examples=["2023-05-09"])]
Integer = Annotated[int, BeforeValidator(_digits)]
Money = Annotated[Integer, Field(ge=0, le=LARGEST_AMOUNT)]


class Parameters(BaseModel):
    """Parameters of an endpoint that has none."""

    model_config = ConfigDict(extra="forbid")


NoParameters = Annotated[Parameters, Query()]


class Paging(Parameters):
    limit: Integer = Field(default=50, ge=1, le=1000, description="Rows on a page")
    cursor: str | None = Field(default=None, max_length=2000, description="next_cursor of the page before")


class FilteredPaging(Paging):
    """A page with filters: whatever is given besides limit, cursor and sort."""

    def filters(self) -> dict[str, Any]:
        """The filters that were given, by name."""
        return self.model_dump(exclude_none=True, exclude={"limit", "cursor", "sort"})


class PackageParameters(FilteredPaging):
    donor: Place | None = Field(default=None, description="ISO 3166-1 alpha-2 code of the donor, or EU, NATO")
    recipient: Place | None = Field(default=None, description="Code of the recipient", examples=["UA"])
    program: ProgramCode | None = Field(default=None, description="Code of the program, as in /v1/programs")
    authority: Text | None = Field(default=None, description="Legal basis", examples=["FAA 506(a)(1)"])
    mechanism: Mechanism | None = Field(default=None, description="How the aid is provided")
    category: Category | None = Field(default=None, description="Packages with a line item of this category")
    system: Text | None = Field(default=None, description="Packages with a line item of this system")
    note_kind: NoteKind | None = Field(default=None, description="Packages with a coalition note of this kind")
    source: Text | None = Field(default=None, description="Packages that this source speaks of, by its id")
    review: Literal["extracted", "reviewed"] | None = Field(default=None, description="Whether a person reviewed it")
    nature: Literal["tranche", "authority", "any"] | None = Field(
        default=None, description="tranche where it is not given: authority is no package in itself"
    )
    has: Literal["conflict", "candidate", "no_value", "no_date"] | None = Field(
        default=None, description="Packages that need a look"
    )
    date_from: Day | None = Field(default=None, description="From this day on; undated packages are left out")
    date_to: Day | None = Field(default=None, description="Up to this day, included")
    amount_min: Money | None = Field(default=None, description="Least amount in US dollars")
    amount_max: Money | None = Field(default=None, description="Largest amount in US dollars")
    sort: PackageSort = Field(default="-date", description="Order, - for descending; nulls last, ties by slug")


class LineItemParameters(FilteredPaging):
    category: Category | None = Field(default=None, description="Category of the item")
    system: Text | None = Field(default=None, description="Designation of the system", examples=["HIMARS"])
    kind: ItemKind | None = Field(default=None, description="Kind of the item")
    specified: bool | None = Field(default=None, description="false: items that the text calls unspecified")
    package: Text | None = Field(default=None, description="Slug of the package")
    donor: Place | None = Field(default=None, description="Code of the package's donor")
    recipient: Place | None = Field(default=None, description="Code of the package's recipient")
    program: ProgramCode | None = Field(default=None, description="Code of the package's program")
    date_from: Day | None = Field(default=None, description="Packages from this day on")
    date_to: Day | None = Field(default=None, description="Packages up to this day, included")


class CoalitionNoteParameters(FilteredPaging):
    kind: NoteKind | None = Field(default=None, description="Kind of the note")
    actor: Text | None = Field(default=None, description="Code or name of an actor", examples=["UA"])
    system: Text | None = Field(default=None, description="A system that the note names", examples=["Patriot"])
    package: Text | None = Field(default=None, description="Slug of the package")


class EvidenceParameters(FilteredPaging):
    field: Text | None = Field(default=None, description="Name of the field, without its path", examples=["category"])
    source: Text | None = Field(default=None, description="Id of the source")
    package: Text | None = Field(default=None, description="Slug of the package")
    live: bool | None = Field(default=None, description="false: claims that a later reading no longer found")


class ExtractionParameters(Parameters):
    """What the caller knows of a document; it comes before what the document says of itself."""

    title: Title | None = Field(default=None, description="Title of the document")
    publisher: Text | None = Field(
        default=None,
        description="Who published it; an official publisher's day of publication is that of the announcement",
        examples=["White House"],
    )
    url: Address | None = Field(default=None, description="Address of the document; it is kept, and not fetched")
    published_on: Day | None = Field(
        default=None, description="Day of publication, from which weekdays and days without a year are counted"
    )
    explain: bool = Field(
        default=False, description="true: tell why each amount was taken or left, and the rule behind each fact"
    )
