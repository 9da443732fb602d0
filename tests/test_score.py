"""The seed article against what must be read from it, by the scorer that lies beside the project."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from app.settings import ROOT

SHARED = ROOT.parent / "shared"
SCORER = SHARED / "corpus" / "score.py"


@pytest.mark.skipif(not SCORER.exists(), reason="the annotated documents in ../shared are not here")
def test_the_seed_article_is_read_without_a_fault() -> None:
    command = f"{Path(sys.executable).with_name('aidledger')} extract"
    done = subprocess.run(
        [sys.executable, str(SCORER), "--json", "--command", command, str(SHARED / "seeds")],
        capture_output=True,
        check=True,
        timeout=60,
    )
    report = json.loads(done.stdout)
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
