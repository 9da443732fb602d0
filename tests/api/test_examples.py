"""The examples of the OpenAPI page are real answers.

After a change of the answers, `AIDLEDGER_WRITE_EXAMPLES=1 make test ARGS="-k examples"` writes them anew.
"""

import json
import os
from typing import Any

from starlette.testclient import TestClient

from app.settings import ROOT
from tests.library import SEED

PATH = ROOT / "app" / "schemas" / "examples.json"
MOMENT = "2026-01-05T09:00:00.000000Z"
STAMPED = ("created_at", "updated_at", "retrieved_at")


def settled(node: Any) -> Any:
    """The answer with what differs from one database to another made the same."""
    if isinstance(node, dict):
        node = {name: MOMENT if name in STAMPED else settled(value) for name, value in node.items()}
        return node | ({"uid": "0" * 32, "version": "0.1.0"} if "uid" in node else {})
    return [settled(value) for value in node] if isinstance(node, list) else node


def answers(client: TestClient) -> dict[str, Any]:
    package = client.get("/v1/packages/us-ua-usai-1200m").json()
    meta = client.get("/v1/meta").json()
    meta["vocabularies"] = {name: terms[:1] for name, terms in meta["vocabularies"].items()}
    return {
        "Package": package
        | {"line_items": package["line_items"][:1], "coalition_notes": package["coalition_notes"][:1]},
        "PackageRow": client.get("/v1/packages").json()["data"][0],
        "LineItem": package["line_items"][0],
        "CoalitionNote": package["coalition_notes"][2],
        "Evidence": package["evidence"]["value"][0],
        "Program": client.get("/v1/programs/USAI").json(),
        "Source": client.get("/v1/sources").json()["data"][0],
        "EvidenceRow": client.get("/v1/packages/us-ua-usai-1200m/evidence").json()["data"][0],
        "Meta": meta,
        "Extraction": extraction(client),
        "Problem": client.get("/v1/packages?recipent=UA").json(),
    }


def extraction(client: TestClient) -> dict[str, Any]:
    """The seed article read with explanations, with one of each of its lists."""
    headers = {"Content-Type": "text/plain"}
    row: dict[str, Any] = client.post("/v1/extractions?explain=true", content=SEED.read_bytes(), headers=headers).json()
    (package,) = row["packages"]
    short = {name: package[name][:1] for name in ("line_items", "statements", "dates", "stated_totals")}
    facts = [
        fact for fact in row["explain"]["facts"] if fact["field"] in ("packages[0].value", "packages[0].announced")
    ]
    return row | {
        "packages": [package | short],
        "coalition_notes": row["coalition_notes"][:1],
        "explain": row["explain"] | {"facts": facts},
    }


def test_the_examples_are_what_the_api_answers(seed_client: TestClient) -> None:
    real = settled(answers(seed_client))
    if os.environ.get("AIDLEDGER_WRITE_EXAMPLES"):
        PATH.write_text(json.dumps(real, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert json.loads(PATH.read_text(encoding="utf-8")) == real
