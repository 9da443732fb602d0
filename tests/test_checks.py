"""Each invariant, broken by hand, is found and named."""

import pytest
from sqlalchemy import text
from sqlalchemy.engine import Engine

from app.checks import run_checks

BROKEN = [
    ("UPDATE source SET text = replace(text, 'Ukraine', 'Utopia')", "its id, hash or length is not that of its text"),
    ("UPDATE claim SET quote = 'nothing' WHERE field = 'value'", "its quote does not stand at"),
    ("UPDATE claim SET prefix = '' WHERE field = 'value'", "its quote does not stand at"),
    ("UPDATE claim SET field = 'other' WHERE field = 'value'", "its id is not the hash"),
    ("UPDATE dataset SET revision = 99", "but the dataset's is 99"),
    ("UPDATE package SET valid_to = 1 WHERE valid_from = 1", "a version from 1 to 1"),
    ("UPDATE line_item SET valid_to = 98 WHERE position = 0", "to 98 in a dataset of revision"),
    ("UPDATE claim SET valid_to = 10", "no live claim stands behind it"),
    ("UPDATE membership SET valid_to = 10", "no live claim stands behind it"),
    ("UPDATE package SET valid_to = 10 WHERE slug = 'us-ua-pda-2023-01-06'", "but it has no current version"),
    ("UPDATE package SET amount = 1 WHERE amount IS NOT NULL", "its columns say"),
    ("UPDATE line_item SET category = 'other'", "its columns do not say what its record says"),
    ("UPDATE package SET donor = 'XX'", "its donor is not what its claims say"),
    ("UPDATE package SET content = 'x'", "its content is not what its claims say"),
    ("UPDATE package SET detail = '{}'", "its detail is not what its claims say"),
    ("UPDATE package SET record = 'x'", "a stored value can't be read"),
    ("UPDATE coalition_note SET kind = 'promise'", "its kind is not what its claims say"),
    (
        "UPDATE line_item SET record = CAST(replace(CAST(record AS TEXT), 'boats', 'goats') AS {json})",
        "its record is not what its claims say",
    ),
    ("UPDATE line_item SET position = 7", "its position is not what its claims say"),
    ("DELETE FROM line_item", "its claims are live, but it has no current version"),
    ("UPDATE package SET valid_to = 10", "its claims are live, but it has no current version"),
    ("DELETE FROM membership", "a live package's mention belongs to no package"),
    ("UPDATE source_version SET valid_to = 10", "nothing is known of it now"),
    ("UPDATE facet SET value = 'XX' WHERE name = 'actor' AND value = 'UA'", "its facets do not say"),
    ("UPDATE facet SET value = 'other' WHERE record = 'package' AND value = 'maritime'", "its facets do not say"),
]


def test_a_sound_dataset_is_clean(library_engine: Engine) -> None:
    assert list(run_checks(library_engine)) == []


@pytest.mark.parametrize(("damage", "words"), BROKEN)
def test_damage_is_named(library_engine: Engine, damage: str, words: str) -> None:
    on_sqlite = library_engine.dialect.name == "sqlite"
    if not on_sqlite and damage == "UPDATE package SET record = 'x'":
        return  # PostgreSQL takes only JSON into a column of JSON
    with library_engine.begin() as connection:
        connection.execute(text(damage.replace("{json}", "TEXT" if on_sqlite else "JSON")))
    found = list(run_checks(library_engine))
    assert any(words in line for line in found), found


def test_overlapping_versions_are_named(library_engine: Engine) -> None:
    with library_engine.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO source_version SELECT source_id, valid_from + 1, valid_from + 2, title, publisher, url, "
                "published_on FROM source_version WHERE valid_from = 1"
            )
        )
    assert any("versions overlap at revision 2" in line for line in run_checks(library_engine))


def test_a_gap_between_versions_is_named(library_engine: Engine) -> None:
    with library_engine.begin() as connection:
        connection.execute(text("UPDATE source_version SET valid_to = 3 WHERE valid_from = 1"))
        connection.execute(
            text(
                "INSERT INTO source_version SELECT source_id, 5, 9223372036854775807, title, publisher, url, "
                "published_on FROM source_version WHERE valid_from = 1"
            )
        )
    assert any("no version from revision 3 to 5" in line for line in run_checks(library_engine))


def test_a_broken_foreign_key_is_named_on_sqlite(library_engine: Engine) -> None:
    if library_engine.dialect.name != "sqlite":
        return  # PostgreSQL lets nobody break one
    with library_engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        connection.exec_driver_sql("DELETE FROM mention WHERE kind = 'line_item'")
        connection.exec_driver_sql("BEGIN")
    assert any("is not there" in line for line in run_checks(library_engine))
