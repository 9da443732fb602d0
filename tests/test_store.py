"""Writing: one revision a transaction, versions that begin and end only where something changed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from app.checks import run_checks
from app.facts import Claim, Reading
from app.ingest import store_reading, update_vocabulary
from app.models import (
    FAR,
    CoalitionNoteVersion,
    Dataset,
    LineItemVersion,
    PackageVersion,
    Program,
    Revision,
    Slug,
    SourceVersion,
)
from app.models import Claim as ClaimRow
from app.store import save_programs, save_source, writing
from tests.library import LIBRARY, Announcement, loose_note, store


def rows(engine: Engine, statement: Any) -> Sequence[Any]:
    with Session(engine) as session:
        return session.execute(statement).all()


def revision(engine: Engine) -> int:
    with Session(engine) as session:
        return session.scalars(select(Dataset.revision)).one()


def without(reading: Reading, *, kind: str) -> Reading:
    return replace(reading, mentions=tuple(mention for mention in reading.mentions if mention.kind != kind))


def test_a_new_reading_is_one_revision(engine: Engine) -> None:
    done = store(engine, LIBRARY[0].reading())
    assert (done.outcome, done.packages) == ("inserted", ("us-ua-pda-2023-01-06",))
    assert rows(engine, select(Revision.number, Revision.author, Revision.reason)) == [(1, "test", "a reading")]
    assert rows(engine, select(PackageVersion.valid_from, PackageVersion.valid_to)) == [(1, FAR)]
    assert len(rows(engine, select(LineItemVersion.id))) == 2
    assert len(rows(engine, select(CoalitionNoteVersion.id))) == 2
    assert list(run_checks(engine)) == []


def test_the_same_reading_again_is_no_revision(engine: Engine) -> None:
    store(engine, LIBRARY[0].reading())
    before = rows(engine, select(ClaimRow.id, ClaimRow.valid_from, ClaimRow.valid_to).order_by(ClaimRow.id))
    done = store(engine, LIBRARY[0].reading())
    assert done.outcome == "unchanged"
    assert revision(engine) == 1
    assert rows(engine, select(func.count()).select_from(Revision)) == [(1,)]
    assert rows(engine, select(ClaimRow.id, ClaimRow.valid_from, ClaimRow.valid_to).order_by(ClaimRow.id)) == before


def test_what_a_later_reading_no_longer_finds_ends(engine: Engine) -> None:
    reading = LIBRARY[0].reading()
    store(engine, reading)
    assert store(engine, without(reading, kind="line_item")).outcome == "updated"
    assert rows(engine, select(LineItemVersion.valid_from, LineItemVersion.valid_to)) == [(1, 2), (1, 2)]
    counts = select(PackageVersion.valid_from, PackageVersion.valid_to, PackageVersion.record)
    versions = [
        (start, end, record["line_item_count"]) for start, end, record in rows(engine, counts.order_by("valid_from"))
    ]
    assert versions == [(1, 2, 2), (2, FAR, 0)]
    assert rows(engine, select(ClaimRow.id).where(ClaimRow.valid_to == 2))
    assert list(run_checks(engine)) == []


def test_what_is_found_again_begins_anew_under_its_old_id(engine: Engine) -> None:
    reading = LIBRARY[0].reading()
    for one in (reading, without(reading, kind="line_item"), reading):
        store(engine, one)
    found = rows(engine, select(LineItemVersion.id, LineItemVersion.valid_from, LineItemVersion.valid_to))
    assert sorted((start, end) for _, start, end in found) == [(1, 2), (1, 2), (3, FAR), (3, FAR)]
    assert len({one for one, _, _ in found}) == 2
    assert list(run_checks(engine)) == []


def test_a_package_that_is_no_longer_found_ends_and_its_slug_stays_taken(engine: Engine) -> None:
    reading = LIBRARY[0].reading()
    store(engine, reading)
    store(engine, replace(reading, mentions=()))
    assert rows(engine, select(PackageVersion.valid_to)) == [(2,)]
    twin = replace(LIBRARY[0], headline="Another tranche of that day")
    assert store(engine, twin.reading()).packages == ("us-ua-pda-2023-01-06-2",)
    assert list(run_checks(engine)) == []


def test_equal_stems_are_numbered(engine: Engine) -> None:
    tranches = [Announcement(f"Tranche {number}", amount=400_000_000, program="PDA") for number in range(3)]
    slugs = [store(engine, tranche.reading()).packages[0] for tranche in tranches]
    assert slugs == ["us-ua-pda-400m", "us-ua-pda-400m-2", "us-ua-pda-400m-3"]


def test_a_slug_stays_when_the_date_becomes_known(engine: Engine) -> None:
    reading = Announcement("Aid", amount=62_500_000, announced="2023-05-09").reading()
    undated = [replace(m, claims=tuple(c for c in m.claims if c.field != "announced")) for m in reading.mentions]
    (slug,) = store(engine, replace(reading, mentions=tuple(undated))).packages
    assert slug == "us-ua-aid-62500k"
    assert store(engine, reading).packages == (slug,)
    assert rows(engine, select(PackageVersion.date).where(PackageVersion.valid_to == FAR)) == [(date(2023, 5, 9),)]


def test_only_missing_metadata_is_filled(engine: Engine) -> None:
    document = LIBRARY[2].reading().document
    for published, publisher in ((None, "A paper"), (date(2023, 6, 9), "Another"), (date(2024, 1, 1), None)):
        with writing(engine, author="test", reason="test") as writer:
            merged, _ = save_source(writer, replace(document, published_on=published, publisher=publisher))
    assert (merged.publisher, merged.published_on) == ("A paper", date(2023, 6, 9))
    versions = select(SourceVersion.valid_from, SourceVersion.publisher, SourceVersion.published_on)
    assert rows(engine, versions.order_by("valid_from")) == [(1, "A paper", None), (2, "A paper", date(2023, 6, 9))]


def test_a_rule_of_another_name_keeps_the_claims_id(engine: Engine) -> None:
    reading = LIBRARY[0].reading()
    store(engine, reading)
    package, *rest = reading.mentions
    renamed = replace(package, claims=tuple(claim._replace(rule="renamed") for claim in package.claims))
    before = rows(engine, select(ClaimRow.id).where(ClaimRow.valid_to == FAR).order_by(ClaimRow.id))
    store(engine, replace(reading, mentions=(renamed, *rest)))
    assert rows(engine, select(ClaimRow.id).where(ClaimRow.valid_to == FAR).order_by(ClaimRow.id)) == before


def test_two_rules_that_say_the_same_are_one_claim(engine: Engine) -> None:
    reading = LIBRARY[5].reading()
    package = reading.mentions[0]
    again = Claim("donor", package.claims[2].value, package.claims[2].span, "another rule")
    store(engine, replace(reading, mentions=(replace(package, claims=(*package.claims, again)),)))
    assert rows(engine, select(func.count()).where(ClaimRow.field == "donor")) == [(1,)]


def test_a_note_of_no_package_is_stored(engine: Engine) -> None:
    assert store(engine, loose_note()).packages == ()
    assert rows(engine, select(CoalitionNoteVersion.package, CoalitionNoteVersion.kind)) == [(None, "request")]


def test_a_transaction_that_fails_leaves_the_database_as_it_was(engine: Engine) -> None:
    def fail() -> None:
        with writing(engine, author="test", reason="test") as writer:
            save_source(writer, LIBRARY[0].reading().document)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert revision(engine) == 0
    assert rows(engine, select(Revision.number)) == rows(engine, select(Slug.slug)) == []


def test_programs_follow_the_vocabulary(engine: Engine) -> None:
    row: dict[str, object] = {
        "code": "X",
        "name": "Old",
        "donor": None,
        "authority": None,
        "mechanism": None,
        "aliases": [],
    }
    for one in (row, row | {"name": "New"}, row | {"name": "New"}):
        with writing(engine, author="test", reason="test") as writer:
            save_programs(writer, [one])
    assert rows(engine, select(Program.name).where(Program.code == "X")) == [("New",)]
    assert revision(engine) == 2


def test_a_package_that_is_found_again_has_its_slug_again(engine: Engine) -> None:
    reading = LIBRARY[0].reading()
    (slug,) = store(engine, reading).packages
    store(engine, replace(reading, mentions=()))
    assert store(engine, reading).packages == (slug,)
    versions = select(PackageVersion.valid_from, PackageVersion.valid_to).order_by(PackageVersion.valid_from)
    assert rows(engine, versions) == [(1, 2), (3, FAR)]
    assert list(run_checks(engine)) == []


def test_the_same_document_twice_in_one_revision_is_one_version(engine: Engine) -> None:
    reading = LIBRARY[2].reading()
    with writing(engine, author="test", reason="test") as writer:
        update_vocabulary(writer)
        for publisher in ("A paper", "Another paper"):
            document = replace(reading.document, publisher=publisher)
            store_reading(writer, "test", replace(reading, document=document))
    assert rows(engine, select(SourceVersion.publisher, SourceVersion.valid_from)) == [("A paper", 1)]
    assert list(run_checks(engine)) == []
