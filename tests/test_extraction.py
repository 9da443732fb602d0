"""One document's records with what `--explain` adds: each amount with its reason, each fact with its rule."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.extract import extract, vocabulary
from app.extraction import extraction
from app.facts import Claim, Document, Mention, Reading, Span, canonical
from tests.library import SEED

FOLDER = Path(__file__).parent / "announcements"
SEVERAL = (
    "Aid for two\n\n"
    "Germany announced on 9 May 2023 a package of $300 million in military aid to Ukraine with howitzers and 20 tanks. "
    "Germany has given $2 billion in military aid since 2022.\n\n"
    "The United States announced $25 million in military aid to Lebanon with patrol boats. "
    "Dozens of countries have coordinated military aid to Ukraine.\n"
)


def explained(text: str, **known: Any) -> dict[str, Any]:
    return extraction("x", extract(Document(text, **known)), explain=True)


def at(row: Any, path: str) -> Any:
    """What stands in a record at a path such as packages[0].line_items[2].category."""
    for name, index in re.findall(r"(\w+)(?:\[(\d+)\])?", path):
        row = row[name][int(index)] if index else row[name]
    return row


TEXTS = {"seed": SEED.read_text(encoding="utf-8"), "several": SEVERAL} | {
    path.stem: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.txt"))[::5]
}


@pytest.fixture(params=TEXTS)
def explanation(request: pytest.FixtureRequest) -> tuple[str, dict[str, Any]]:
    """A text and its extraction with explanations."""
    text = TEXTS[request.param]
    return text, explained(text, published_on=date(2024, 3, 1))


def test_an_explanation_changes_nothing_else(explanation: tuple[str, dict[str, Any]]) -> None:
    text, row = explanation
    plain = extraction("x", extract(Document(text, published_on=date(2024, 3, 1))))
    assert "explain" not in plain
    assert plain | {"explain": row["explain"]} == row
    assert list(row["explain"]) == ["amounts", "facts"]


def test_amounts_stand_in_the_order_of_the_text_with_their_words(explanation: tuple[str, dict[str, Any]]) -> None:
    text, row = explanation
    amounts = row["explain"]["amounts"]
    assert [one["start"] for one in amounts] == sorted(one["start"] for one in amounts)
    for one in amounts:
        assert set(one) == {"as_stated", "amount", "currency", "role", "reason", "start", "end"}
        assert text[one["start"] : one["end"]] == one["as_stated"]
        assert len(one["reason"]) > len("it is")


def test_every_fact_stands_under_its_path_with_its_rule(explanation: tuple[str, dict[str, Any]]) -> None:
    text, row = explanation
    for fact in row["explain"]["facts"]:
        assert set(fact) == {"field", "value", "quote", "start", "end", "method", "rule", "why", "wins"}
        assert fact["why"] == vocabulary.rules()[fact["rule"]]
        if fact["quote"] is not None:
            assert text[fact["start"] : fact["end"]] == fact["quote"]
        shown = at(row, fact["field"])
        if isinstance(fact["value"], dict) and shown is not None:
            shown = {name: shown[name] for name in fact["value"]}
        assert (canonical(shown) == canonical(fact["value"])) is fact["wins"], fact


def test_every_evidence_of_the_records_is_explained(explanation: tuple[str, dict[str, Any]]) -> None:
    _, row = explanation
    told = {(fact["start"], fact["end"], fact["rule"]) for fact in row["explain"]["facts"]}
    shown = set(evidence(row["packages"])) | set(evidence(row["coalition_notes"]))
    assert shown <= told


def evidence(node: Any) -> Any:
    """Every (start, end, rule) of a record, wherever it stands."""
    if isinstance(node, dict):
        if "rule" in node and "start" in node:
            yield node["start"], node["end"], node["rule"]
        for value in node.values():
            yield from evidence(value)
    elif isinstance(node, list):
        for value in node:
            yield from evidence(value)


def test_paths_have_the_index_of_the_package_and_of_the_note() -> None:
    row = explained(SEVERAL)
    fields = {fact["field"] for fact in row["explain"]["facts"]}
    assert len(row["packages"]) == 2
    assert {"packages[0].value", "packages[1].value", "packages[1].line_items[0].category"} <= fields
    assert {"coalition_notes[0].kind", "coalition_notes[0].actors[0]"} <= fields


def test_an_amount_that_is_left_says_why() -> None:
    roles = {one["as_stated"]: (one["role"], one["reason"]) for one in explained(SEVERAL)["explain"]["amounts"]}
    assert [roles[words][0] for words in ("$300 million", "$2 billion", "$25 million")] == ["value", "running", "value"]
    assert len({reason for _, reason in roles.values()}) > 1


def test_a_fact_without_words_has_null_for_its_place() -> None:
    row = explained(SEVERAL, title="What the page is called")
    (fact, *_) = [one for one in row["explain"]["facts"] if one["field"] == "packages[0].title"]
    assert (fact["quote"], fact["start"], fact["end"]) == (None, None, None)
    assert (fact["rule"], fact["wins"]) == ("title_of_document", True)


def test_a_claim_that_another_one_beats_does_not_win() -> None:
    document = Document("From stocks, or by contract.\n")
    claims = (
        Claim("mechanism", "procurement", Span(16, 27), "mechanism_of_program", "inferred"),
        Claim("mechanism", "drawdown", Span(0, 11), "mechanism_named"),
    )
    reading = Reading(document, (Mention(document.id, "package", Span(0, 11), None, claims),))
    row = extraction("x", reading, explain=True)
    assert row["packages"][0]["mechanism"] == "drawdown"
    assert [(one["value"], one["wins"]) for one in row["explain"]["facts"]] == [
        ("procurement", False),
        ("drawdown", True),
    ]
