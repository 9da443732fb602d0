"""The tables. Facts come in (sources, mentions, claims, judgements); records go out as versions.

A version holds from revision `valid_from` up to, not including, `valid_to`, which is FAR while it is current. So one
predicate reads any record as of any revision. In a version, `record` is what is served; the other columns are an
index of it, for filters and order.
"""

from datetime import date, datetime
from typing import Annotated, Any

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    Date,
    ForeignKey,
    Index,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Base, UTCDateTime, key_type

FAR = 2**63 - 1

Key = Annotated[str, mapped_column(key_type())]
RevisionKey = Annotated[int, mapped_column(BigInteger, ForeignKey("revision.number"), primary_key=True)]
RevisionNumber = Annotated[int, mapped_column(BigInteger, ForeignKey("revision.number"))]
Until = Annotated[int, mapped_column(BigInteger, default=FAR)]
Amount = Annotated[int, mapped_column(BigInteger)]
Object = Annotated[dict[str, Any], mapped_column(JSON)]
Moment = Annotated[datetime, mapped_column(UTCDateTime)]
Day = Annotated[date, mapped_column(Date)]


class Dataset(Base):
    """One row: which dataset this is, and the number of its last revision. Writers lock it."""

    __tablename__ = "dataset"
    __table_args__ = (CheckConstraint("id = 1", name="one_row"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    uid: Mapped[Key]
    revision: Mapped[int] = mapped_column(BigInteger)
    created_at: Mapped[Moment]


class Revision(Base):
    """One transaction that changed something; numbers have no gaps."""

    __tablename__ = "revision"

    number: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    at: Mapped[Moment]
    author: Mapped[str]
    reason: Mapped[str]


class Source(Base):
    """A stored text. It never changes: another text is another source."""

    __tablename__ = "source"

    id: Mapped[Key] = mapped_column(primary_key=True)
    sha256: Mapped[Key] = mapped_column(unique=True)
    length: Mapped[int]
    media_type: Mapped[str]
    text: Mapped[str] = mapped_column(Text)
    retrieved_at: Mapped[Moment]
    revision: Mapped[RevisionNumber]


class SourceVersion(Base):
    """What is known of a source at a time; later only what was missing is filled in."""

    __tablename__ = "source_version"

    source_id: Mapped[Key] = mapped_column(ForeignKey("source.id"), primary_key=True)
    valid_from: Mapped[RevisionKey]
    valid_to: Mapped[Until]
    title: Mapped[str | None]
    publisher: Mapped[str | None]
    url: Mapped[str | None]
    published_on: Mapped[Day | None]

    __table_args__ = (Index(None, "published_on", "source_id"), UniqueConstraint("source_id", "valid_to"))


class Mention(Base):
    """What one source says of one package, line item or coalition note."""

    __tablename__ = "mention"

    id: Mapped[Key] = mapped_column(primary_key=True)
    source_id: Mapped[Key] = mapped_column(ForeignKey("source.id"))
    kind: Mapped[Key]
    start: Mapped[int]
    end: Mapped[int]
    parent_id: Mapped[Key | None] = mapped_column(ForeignKey("mention.id"), index=True)

    __table_args__ = (
        Index(None, "source_id", "start"),
        CheckConstraint("kind IN ('package', 'line_item', 'coalition_note')", name="kind"),
    )


class Claim(Base):
    """One statement about one field of one mention, live from one revision to another.

    Quote, prefix, suffix, start and end are null together, where no words of the text carry the claim.
    """

    __tablename__ = "claim"

    id: Mapped[Key] = mapped_column(primary_key=True)
    valid_from: Mapped[RevisionKey]
    valid_to: Mapped[Until]
    mention_id: Mapped[Key] = mapped_column(ForeignKey("mention.id"), index=True)
    position: Mapped[int]
    field: Mapped[Key] = mapped_column(index=True)
    value: Mapped[Any] = mapped_column(JSON)
    quote: Mapped[str | None] = mapped_column(Text)
    prefix: Mapped[str | None]
    suffix: Mapped[str | None]
    start: Mapped[int | None]
    end: Mapped[int | None]
    method: Mapped[Key]
    rule: Mapped[Key]

    __table_args__ = (
        CheckConstraint("method IN ('stated', 'inferred', 'curated', 'corrected')", name="method"),
        CheckConstraint("(quote IS NULL) = (start IS NULL)", name="quote_has_start"),
        CheckConstraint('(quote IS NULL) = ("end" IS NULL)', name="quote_has_end"),
        UniqueConstraint("id", "valid_to"),
    )


class Judgement(Base):
    """What a person decided: a correction, merge, split, review or withdrawal. Never changed; undone by another."""

    __tablename__ = "judgement"

    id: Mapped[Key] = mapped_column(primary_key=True)
    revision: Mapped[RevisionNumber]
    kind: Mapped[Key]
    record: Mapped[Key]
    record_id: Mapped[Key] = mapped_column(index=True)
    decision: Mapped[Object]
    author: Mapped[str]
    reason: Mapped[str]
    undoes_id: Mapped[Key | None] = mapped_column(ForeignKey("judgement.id"))

    __table_args__ = (
        CheckConstraint("kind IN ('correct', 'merge', 'split', 'review', 'withdraw', 'undo')", name="kind"),
        CheckConstraint("(kind = 'undo') = (undoes_id IS NOT NULL)", name="undo_names_what"),
    )


class Slug(Base):
    """The name of a package, given once and never reused."""

    __tablename__ = "slug"

    slug: Mapped[Key] = mapped_column(primary_key=True)
    revision: Mapped[RevisionNumber]
    created_at: Mapped[Moment]


class Membership(Base):
    """Which package a package's mention belongs to, from one revision to another."""

    __tablename__ = "membership"

    mention_id: Mapped[Key] = mapped_column(ForeignKey("mention.id"), primary_key=True)
    valid_from: Mapped[RevisionKey]
    valid_to: Mapped[Until]
    slug: Mapped[Key] = mapped_column(ForeignKey("slug.slug"), index=True)

    __table_args__ = (UniqueConstraint("mention_id", "valid_to"),)


class Program(Base):
    """A program of the vocabulary that this version of the software carries."""

    __tablename__ = "program"

    code: Mapped[Key] = mapped_column(primary_key=True)
    name: Mapped[str]
    donor: Mapped[Key | None]
    authority: Mapped[str | None]
    mechanism: Mapped[Key | None]
    aliases: Mapped[list[str]] = mapped_column(JSON)


class PackageVersion(Base):
    """A package from one revision to another. `record` is its row in a list, `detail` what only the whole has."""

    __tablename__ = "package"

    slug: Mapped[Key] = mapped_column(ForeignKey("slug.slug"), primary_key=True)
    valid_from: Mapped[RevisionKey]
    valid_to: Mapped[Until]
    nature: Mapped[Key]
    donor: Mapped[Key | None]
    recipient: Mapped[Key | None]
    program: Mapped[Key | None] = mapped_column(ForeignKey("program.code"))
    mechanism: Mapped[Key | None]
    amount: Mapped[Amount | None]
    currency: Mapped[Key | None]
    amount_usd: Mapped[Amount | None]
    date: Mapped[Day | None]
    review: Mapped[Key]
    conflicts: Mapped[int]
    candidates: Mapped[int]
    content: Mapped[Key]  # a hash of the whole record with its items and notes: equal content is no new version
    record: Mapped[Object]
    detail: Mapped[Object]

    __table_args__ = (
        Index(None, "date", "slug"),
        Index(None, "amount_usd", "slug"),
        Index(None, "valid_from", "slug"),
        CheckConstraint("nature IN ('tranche', 'authority')", name="nature"),
        UniqueConstraint("slug", "valid_to"),
    )


class LineItemVersion(Base):
    """A line item from one revision to another."""

    __tablename__ = "line_item"

    id: Mapped[Key] = mapped_column(primary_key=True)
    valid_from: Mapped[RevisionKey]
    valid_to: Mapped[Until]
    mention_id: Mapped[Key] = mapped_column(ForeignKey("mention.id"), index=True)
    package: Mapped[Key] = mapped_column(ForeignKey("slug.slug"))
    position: Mapped[int]
    system: Mapped[Key | None] = mapped_column(index=True)
    category: Mapped[Key | None] = mapped_column(index=True)
    kind: Mapped[Key | None]
    specified: Mapped[bool]
    record: Mapped[Object]

    __table_args__ = (Index(None, "package", "position"), UniqueConstraint("id", "valid_to"))


class CoalitionNoteVersion(Base):
    """A coalition note from one revision to another; `package` is null where it belongs to none."""

    __tablename__ = "coalition_note"

    id: Mapped[Key] = mapped_column(primary_key=True)
    valid_from: Mapped[RevisionKey]
    valid_to: Mapped[Until]
    mention_id: Mapped[Key] = mapped_column(ForeignKey("mention.id"), index=True)
    package: Mapped[Key | None] = mapped_column(ForeignKey("slug.slug"))
    source_id: Mapped[Key] = mapped_column(ForeignKey("source.id"), index=True)
    position: Mapped[int]
    kind: Mapped[Key] = mapped_column(index=True)
    record: Mapped[Object]

    __table_args__ = (Index(None, "package", "position"), UniqueConstraint("id", "valid_to"))


class Facet(Base):
    """An index over the fields of records that hold several values: one row for each value that a filter may name."""

    __tablename__ = "facet"

    record: Mapped[Key] = mapped_column(primary_key=True)
    name: Mapped[Key] = mapped_column(primary_key=True)
    value: Mapped[Key] = mapped_column(primary_key=True)
    key: Mapped[Key] = mapped_column(primary_key=True)
    valid_from: Mapped[RevisionKey]
    valid_to: Mapped[Until]

    __table_args__ = (Index(None, "record", "key"), UniqueConstraint("record", "name", "value", "key", "valid_to"))
