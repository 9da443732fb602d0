"""Records as they are served. The fields and their meaning are the API's contract."""

from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from app.schemas.examples import example

Category = Literal[
    "air_defense",
    "counter_uas",
    "fires",
    "ground_maneuver",
    "aircraft",
    "uas",
    "anti_armor",
    "small_arms",
    "maritime",
    "c4isr",
    "engineering",
    "protective_medical",
    "sustainment",
    "integration",
    "munitions",
    "other",
]
ItemKind = Literal["system", "munition", "component", "service", "training", "supply"]
Mechanism = Literal["drawdown", "procurement", "financing"]
Nature = Literal["tranche", "authority"]
NoteKind = Literal["leadership", "coordination", "contribution", "request", "reluctance", "promise", "condition"]
Qualifier = Literal["exact", "up_to", "more_than", "approximately"]
Method = Literal["stated", "inferred", "curated", "corrected"]
Precision = Literal["day", "month", "year", "weekday", "none"]

CategoryField = Annotated[Category, Field(description="What the item is for; the meanings are in /v1/meta")]
QualifierField = Annotated[Qualifier, Field(description="How exactly the amount is stated")]
Currency = Annotated[str, Field(description="ISO 4217 code")]
Amount = Annotated[int, Field(description="Whole units of the currency")]
AsStated = Annotated[str | None, Field(description="The words of the text; null where no words carry it")]


class Served(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Evidence(Served):
    """The words that a fact was read from: a quote with its context and its place in the stored text."""

    model_config = ConfigDict(extra="forbid", json_schema_extra=example("Evidence"))

    source: str = Field(description="Id of the source; its text is at /v1/sources/{id}/text")
    quote: str = Field(description="The words; text[start:end], always")
    prefix: str = Field(description="Up to 32 code points before the quote")
    suffix: str = Field(description="Up to 32 code points after the quote")
    start: int = Field(description="Where the quote starts, in Unicode code points of the stored text")
    end: int = Field(description="Where it ends: the first code point that is not part of it")
    method: Method = Field(
        description="stated by the words, inferred from them, curated by a register, corrected by a person"
    )
    rule: str = Field(description="Name of the rule that read it")


class PartEvidence(Evidence):
    """Evidence of a line item or note, with the field that it carries."""

    field: str = Field(description="The field of this object that the words carry")


class Party(Served):
    """A donor or recipient."""

    code: str = Field(description="ISO 3166-1 alpha-2, or EU, NATO; joint donors joined by +")
    name: str


class Actor(Served):
    """Who announces or does something."""

    code: str | None = Field(description="Code of the place or organisation; null where it has none")
    name: str


class ProgramReference(Served):
    code: str = Field(description="Code of the program, as in /v1/programs")
    name: str


class Fx(Served):
    """The rate at which an amount was converted."""

    rate: str = Field(description="US dollars for one unit of the currency, as a decimal")
    date: date
    source: str


class Value(Served):
    """What a package is worth, as announced."""

    amount: Amount
    currency: Currency
    qualifier: QualifierField
    basis: Literal["announced", "authorized"]
    as_stated: AsStated
    amount_usd: int | None = Field(description="Whole US dollars, rounded once at the rate of the package's date")
    fx: Fx | None = Field(description="The rate; null for USD, or where no rate is known")


class Announced(Served):
    """When a package was announced. `date` is null where the source does not settle it."""

    date: date | None
    edtf: str | None = Field(description="The date in EDTF: 2023-05-09, 2023-05, 2023; null for a weekday alone")
    precision: Precision
    as_stated: AsStated


class Authorization(Served):
    """The ceiling that a memorandum set."""

    date: date | None
    amount: Amount
    currency: Currency
    qualifier: QualifierField
    authority: str | None = Field(description="Legal basis")


class PackageDate(Served):
    """The date that sorting, periods and date filters use."""

    date: date | None
    basis: Literal["announced", "authorized"] | None


class Statement(Served):
    """What a source says of the package's purpose, delivery or effect."""

    kind: Literal["purpose", "delivery", "stocks", "policy"]
    text: str
    evidence: list[Evidence]


class DatedEvent(Served):
    """A date that the text names beside the announcement."""

    kind: Literal["event", "delivery", "other"]
    label: str = Field(description="What happens then, in the words of the text")
    edtf: str
    as_stated: AsStated
    evidence: list[Evidence]


class StatedTotal(Served):
    """A sum that a source states over several packages. Never the value of this one."""

    kind: Literal["announcement", "running", "appropriation", "request"]
    amount: Amount
    currency: Currency
    qualifier: QualifierField
    since: str | None
    scope: str | None
    as_stated: AsStated
    evidence: list[Evidence]


class SourceReference(Served):
    id: str
    title: str | None
    publisher: str | None
    url: str | None
    published_on: date | None


class ConflictingClaim(Served):
    value: Any
    wins: bool
    evidence: list[Evidence]


class Conflict(Served):
    """A field on which claims disagree, and the rule that made the winner."""

    field: str
    rule: str
    claims: list[ConflictingClaim]


class Candidate(Served):
    slug: str
    why: str


class Review(Served):
    status: Literal["extracted", "reviewed"]
    by: str | None
    at: datetime | None


class PackageKey(Served):
    slug: str = Field(description="Name of the package; given once, never reused")


class PackageFacts(Served):
    """What documents say of a package, apart from what only the dataset knows."""

    title: str
    nature: Nature = Field(description="authority: an allowance that later tranches draw on, no package in itself")
    donor: Party | None
    recipient: Party | None = Field(description="null for several, unnamed recipients")
    program: ProgramReference | None = Field(description="null where the text does not say")
    authority: list[str] = Field(description="Legal basis, where stated")
    mechanism: Mechanism | None = Field(
        description="drawdown: from existing stocks; procurement: bought from industry or partners; "
        "financing: grants and loans to buy"
    )
    value: Value | None = Field(description="null where none is stated")
    announced: Announced
    authorization: Authorization | None
    date: PackageDate
    announced_by: list[Actor]
    line_item_count: int
    sources: list[SourceReference]


# Fields stand in the order of the bases from the last to the first: the slug first.
class PackageRow(PackageFacts, PackageKey):
    """A package in a list: the record without its lists of items, notes, statements, dates, totals and evidence."""

    model_config = ConfigDict(extra="forbid", json_schema_extra=example("PackageRow"))

    coalition_note_count: int
    conflicts: list[Conflict]
    candidates: list[Candidate] = Field(description="Packages that may be the same and were not joined")
    review: Review
    revision: int = Field(description="The revision in which this record last changed")
    created_at: datetime
    updated_at: datetime


class LineItemFacts(Served):
    """One kind of thing in a package."""

    id: str
    position: int = Field(description="Its place in the package's list, from 0, in the order of the text")
    description: str = Field(description="The item as the text names it, without its quantity")
    system: str | None = Field(description="Designation, where one is known: HIMARS, NASAMS")
    category: CategoryField
    kind: ItemKind
    caliber: str | None
    quantity: int | None = Field(description="null where none is stated")
    quantity_qualifier: Qualifier | None
    unit: str | None
    specified: bool = Field(description="false where the text says that it is unspecified")
    evidence: list[PartEvidence]


class LineItem(LineItemFacts):
    """One kind of thing in a package."""

    model_config = ConfigDict(extra="forbid", json_schema_extra=example("LineItem"))

    package: str = Field(description="Slug of its package")


class NoteItem(Served):
    description: str
    system: str | None
    category: CategoryField


class CoalitionNoteFacts(Served):
    """A sentence or clause on the coalition behind a package."""

    id: str
    source: str
    kind: NoteKind
    text: str
    actors: list[Actor]
    items: list[NoteItem] = Field(description="What was asked for, held back or promised; no items of the package")
    evidence: list[PartEvidence]


class CoalitionNote(CoalitionNoteFacts):
    """A sentence or clause on the coalition behind a package."""

    model_config = ConfigDict(extra="forbid", json_schema_extra=example("CoalitionNote"))

    package: str | None = Field(description="Slug of the package that it speaks of, if it speaks of one")


class PackageDetail(Served):
    """What only the whole record of a package has."""

    statements: list[Statement]
    dates: list[DatedEvent]
    stated_totals: list[StatedTotal]
    evidence: dict[str, list[Evidence]] = Field(description="For each of the package's own fields, its evidence")


class Package(PackageDetail, PackageRow):
    """A package whole: one tranche of aid under one program, each fact with the words it was read from."""

    model_config = ConfigDict(extra="forbid", json_schema_extra=example("Package"))

    line_items: list[LineItem]
    coalition_notes: list[CoalitionNote]


class Program(Served):
    """A program of assistance."""

    model_config = ConfigDict(extra="forbid", json_schema_extra=example("Program"))

    code: str
    name: str
    donor: str | None
    authority: str | None = Field(description="Legal basis")
    mechanism: Mechanism | None
    aliases: list[str]
    packages: int = Field(description="How many tranches the dataset has")
    amount_usd: int = Field(description="Their stated sum in US dollars, ceilings and hedged amounts included")


class Source(Served):
    """A document that records were read from."""

    model_config = ConfigDict(extra="forbid", json_schema_extra=example("Source"))

    id: str = Field(description="The first 16 hex digits of sha256")
    title: str | None
    publisher: str | None
    url: str | None
    published_on: date | None
    retrieved_at: datetime
    media_type: str
    sha256: str = Field(description="Of the stored text in UTF-8")
    length: int = Field(description="Code points of the stored text")
    packages: list[str] = Field(description="Slugs of the packages that it speaks of")


class EvidenceRow(Served):
    """A claim: one statement about one field, and the words that it was read from."""

    model_config = ConfigDict(extra="forbid", json_schema_extra=example("EvidenceRow"))

    field: str = Field(description="Path of the field in the package's record: value, line_items[0].category")
    value: Any
    source: str
    quote: str | None = Field(description="null, as the next four, where no words of a text carry the claim")
    prefix: str | None
    suffix: str | None
    start: int | None
    end: int | None
    method: Method
    rule: str
    live: bool = Field(description="false for a claim that a later reading no longer found")
    package: str | None = Field(description="Slug of the package")
    record: Literal["package", "line_item", "coalition_note"]
    id: str = Field(description="Slug of the package, or id of the line item or note, that the claim is about")


class ListMeta(Served):
    total: int = Field(description="How many rows the filters leave, over all pages")
    revision: int = Field(description="The dataset's revision that this answer shows")


class PageLinks(Served):
    limit: int
    next_cursor: str | None = Field(description="null on the last page")
    next: str | None = Field(description="Path of the next page; null on the last one")


class PackageList(Served):
    """A page of packages."""

    data: list[PackageRow]
    meta: ListMeta
    page: PageLinks


class LineItemList(Served):
    """A page of line items."""

    data: list[LineItem]
    meta: ListMeta
    page: PageLinks


class CoalitionNoteList(Served):
    """A page of coalition notes."""

    data: list[CoalitionNote]
    meta: ListMeta
    page: PageLinks


class ProgramList(Served):
    """A page of programs."""

    data: list[Program]
    meta: ListMeta
    page: PageLinks


class SourceList(Served):
    """A page of sources."""

    data: list[Source]
    meta: ListMeta
    page: PageLinks


class EvidenceList(Served):
    """A page of claims."""

    data: list[EvidenceRow]
    meta: ListMeta
    page: PageLinks
