"""The seed article and annotated documents against what must be read from them, by the scorer beside the project."""

import json
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from app.settings import ROOT

SHARED = ROOT.parent / "shared"
SCORER = SHARED / "corpus" / "score.py"

pytestmark = pytest.mark.skipif(not SCORER.exists(), reason="the annotated documents in ../shared are not here")

# The least that must be read: F1 of packages, items and notes, then shares.
STATEMENTS = {"packages": 0.92, "line_items": 0.85, "coalition_notes": 0.75, "clean_negatives": 0.9}
REPORTS = {"packages": 0.92, "line_items": 0.85, "coalition_notes": 0.65, "clean_negatives": 0.85}
BOTH = {
    "program": 0.95,
    "mechanism": 0.95,
    "qualifier": 0.95,
    "announced_on": 0.95,
    "quantity": 0.95,
    "category": 0.92,
    "evidence": 1.0,
}


def score(folder: Path) -> dict[str, Any]:
    command = shlex.join([str(Path(sys.executable).with_name("aidledger")), "extract"])
    done = subprocess.run(
        [sys.executable, str(SCORER), "--json", "--command", command, str(folder)],
        capture_output=True,
        check=True,
        timeout=120,
    )
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def test_the_seed_article_is_read_without_a_fault() -> None:
    report = score(SHARED / "seeds")
    tallies = {name: report[name] for name in ("packages", "line_items", "coalition_notes")}
    assert {name: (row["precision"], row["recall"], row["n"]) for name, row in tallies.items()} == {
        "packages": (1.0, 1.0, 1),
        "line_items": (1.0, 1.0, 5),
        "coalition_notes": (1.0, 1.0, 5),
    }
    shares = {
        name: row["share"] for name, row in report.items() if isinstance(row, dict) and row.get("n") and "share" in row
    }
    assert {"program", "mechanism", "qualifier", "quantity", "category", "note_kind", "evidence"} == set(shares)
    assert set(shares.values()) == {1.0}


@pytest.mark.parametrize(("folder", "least"), [("dev", STATEMENTS), ("news", REPORTS)])
def test_annotated_documents_are_read_as_well_as_promised(folder: str, least: dict[str, float]) -> None:
    report = score(SHARED / "corpus" / folder)
    read = {name: report[name].get("f1", report[name].get("share")) for name in least | BOTH}
    assert {name: figure for name, figure in read.items() if figure < (least | BOTH)[name]} == {}
