"""What is read from the annotated documents beside the project, to the last fact, so that no change goes unseen.

No word of them is kept: a fact stands here by its values and its place. After a change of the rules that is meant,
`AIDLEDGER_WRITE_GOLDEN=1 make test ARGS="-k golden"` writes them anew, and the difference shows in review.
"""

import json
import os
from collections.abc import Iterator
from datetime import date
from difflib import unified_diff
from pathlib import Path
from typing import Any

import pytest

from app.extract import extract
from app.extract.documents import read_document
from app.facts import Json, Mention, Reading
from app.settings import ROOT

GOLDEN = Path(__file__).with_name("golden.json")
SHARED = ROOT.parent / "shared"
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
DOCUMENTS = [*SEEDS, *sorted((SHARED / "corpus").glob("*/*.txt"))]


def read(path: Path) -> Reading:
    """The reading of a document with what the scorer tells of it: title, publisher and the day of its publication."""
    beside = path.with_suffix(".json")
    told = json.loads(beside.read_text(encoding="utf-8")) if beside.exists() else {}
    known = told.get("source", told)
    day = known.get("updated_on") or known.get("published_on")
    document = read_document(
        path.read_bytes(),
        path.name,
        title=known.get("title"),
        publisher=known.get("publisher"),
        published_on=date.fromisoformat(day) if day else None,
    )
    return extract(document)


def facts(reading: Reading) -> list[str]:
    """A line for each package, total and item, and for each note, in the order of the reading."""
    packages = {one.id: number for number, one in enumerate(one for one in reading.mentions if one.kind == "package")}
    lines: list[str] = []
    for mention in reading.mentions:
        owner = "-" if mention.parent is None else packages[mention.parent]
        if mention.kind == "package":
            lines += package_lines(mention, packages[mention.id])
        elif mention.kind == "line_item":
            told = " ".join(plain(first(mention, name)) for name in ("quantity", "category", "system", "kind"))
            lines.append(f"item {mention.anchor.start}-{mention.anchor.end} of {owner}: {told}")
        else:
            kind = plain(first(mention, "kind"))
            lines.append(f"note {mention.anchor.start}-{mention.anchor.end} of {owner}: {kind}")
    return lines


def package_lines(mention: Mention, number: int) -> Iterator[str]:
    told = [code(first(mention, name)) for name in ("donor", "recipient", "program")]
    told += [plain(first(mention, name)) for name in ("mechanism", "nature")]
    announced = first(mention, "announced")
    when = f"{plain(announced['edtf'])} {announced['precision']}" if announced else "-"
    yield f"package {number}: {' '.join(told)}, {amount(first(mention, 'value'))}, {when}"
    for total in (claim.value for claim in mention.on("stated_totals")):
        yield f"total of {number}: {total['kind']} {amount(total)}"


def first(mention: Mention, name: str) -> Json:
    return next((claim.value for claim in mention.on(name)), None)


def plain(value: Json) -> str:
    return "-" if value is None else str(value)


def code(value: Json) -> str:
    return "-" if value is None else str(value["code"])


def amount(value: Json) -> str:
    return "-" if value is None else f"{value['qualifier']} {value['amount']} {value['currency']}"


@pytest.mark.skipif(not (SHARED / "corpus").is_dir(), reason="the annotated documents in ../shared are not here")
def test_the_annotated_documents_are_read_as_before() -> None:
    found = {path.stem: facts(read(path)) for path in DOCUMENTS}
    if os.environ.get("AIDLEDGER_WRITE_GOLDEN"):
        GOLDEN.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    golden = json.loads(GOLDEN.read_text(encoding="utf-8"))
    assert differences(golden, found) == []


def differences(golden: dict[str, Any], found: dict[str, Any]) -> list[str]:
    """The lines that are gone (-) and that came (+), below the name of their document."""
    lines: list[str] = []
    for name in sorted(golden.keys() | found.keys()):
        told = list(unified_diff(golden.get(name, []), found.get(name, []), lineterm="", n=0))
        lines += [name, *(line for line in told if not line.startswith(("---", "+++", "@@")))] if told else []
    return lines


def test_a_difference_names_the_document_and_both_readings() -> None:
    golden = {"a": ["package 0: US UA", "note 1-2 of 0: request"], "b": [], "gone": ["item 3-4 of 0: 5"]}
    found = {"a": ["package 0: US LB", "note 1-2 of 0: request"], "b": [], "new": ["item 6-7 of 0: 8"]}
    assert differences(golden, found) == [
        *("a", "-package 0: US UA", "+package 0: US LB"),
        *("gone", "-item 3-4 of 0: 5"),
        *("new", "+item 6-7 of 0: 8"),
    ]
    assert differences(golden, golden) == []


def test_the_first_document_has_its_facts_in_lines() -> None:
    lines = facts(read(SEEDS[0]))
    assert lines[0] == "package 0: US UA USAI procurement tranche, exact 1200000000 USD, - weekday"
    assert [line.split(":")[0].split()[0] for line in lines].count("item") == 5
    assert [line.split(":")[0].split()[0] for line in lines].count("note") == 5
