"""The seed article as the API serves it: the record, and every quote at its place."""

from typing import Any

from starlette.testclient import TestClient

from app.schemas import records
from app.schemas.meta import Meta
from tests.library import SEED

SLUG = "us-ua-usai-1200m"


def get(client: TestClient, path: str) -> Any:
    response = client.get(path)
    assert response.status_code == 200, response.text
    return response.json()


def test_the_record_holds_what_the_article_says(seed_client: TestClient) -> None:
    package = get(seed_client, f"/v1/packages/{SLUG}")
    records.Package.model_validate(package)
    assert (package["donor"]["code"], package["recipient"]["code"]) == ("US", "UA")
    assert package["program"] == {"code": "USAI", "name": "Ukraine Security Assistance Initiative"}
    assert package["mechanism"] == "procurement"
    assert package["value"] == {
        "amount": 1_200_000_000,
        "currency": "USD",
        "qualifier": "exact",
        "basis": "announced",
        "as_stated": "$1.2 billion",
        "amount_usd": 1_200_000_000,
        "fx": None,
    }
    assert package["announced"] == {"date": None, "edtf": None, "precision": "weekday", "as_stated": "Tuesday"}
    assert package["date"] == {"date": None, "basis": None}
    assert [one["name"] for one in package["announced_by"]] == ["Defense Department"]
    assert [(one["edtf"], one["kind"], one["as_stated"]) for one in package["dates"]] == [
        ("2022-02", "event", "February 2022")
    ]
    assert package["stated_totals"] == package["conflicts"] == package["candidates"] == []
    assert package["review"]["status"] == "extracted"


def test_the_items_stand_in_the_order_of_the_article(seed_client: TestClient) -> None:
    items = get(seed_client, f"/v1/packages/{SLUG}")["line_items"]
    assert [(item["description"], item["category"], item["kind"], item["specified"]) for item in items] == [
        ("air defense systems and munitions", "air_defense", "system", False),
        ("equipment to integrate Western systems with Ukraine's existing gear", "integration", "component", True),
        ("ammunition for counter-drone systems", "counter_uas", "munition", True),
        ("155 mm artillery rounds", "fires", "munition", True),
        ("commercial satellite imagery services", "c4isr", "service", True),
    ]
    assert [item["quantity"] for item in items] == [None] * 5
    assert [item["caliber"] for item in items] == [None, None, None, "155 mm", None]
    assert [item["position"] for item in items] == [0, 1, 2, 3, 4]


def test_what_was_asked_withheld_and_promised_is_in_the_notes_and_no_item(seed_client: TestClient) -> None:
    package = get(seed_client, f"/v1/packages/{SLUG}")
    notes = {note["kind"]: note for note in package["coalition_notes"]}
    assert list(notes) == ["leadership", "coordination", "request", "reluctance", "promise"]
    for kind in ("request", "reluctance"):
        assert [(item["system"], item["category"]) for item in notes[kind]["items"]] == [
            ("Patriot", "air_defense"),
            (None, "ground_maneuver"),
        ]
    assert [item["description"] for item in notes["promise"]["items"]] == ["advanced heavy tanks"]
    for item in package["line_items"]:
        assert "Patriot" not in item["description"]
        assert "tank" not in item["description"]
    assert notes["request"]["actors"] == [{"code": "UA", "name": "Ukraine"}]
    assert notes["leadership"]["actors"] == [{"code": "US", "name": "United States"}]


def test_purpose_delivery_and_stocks_are_stated(seed_client: TestClient) -> None:
    statements: dict[str, str] = {}
    for one in get(seed_client, f"/v1/packages/{SLUG}")["statements"]:
        statements[one["kind"]] = statements.get(one["kind"], "") + one["text"]
    assert "boosting its air defenses" in statements["purpose"]
    assert "additional artillery ammunition" in statements["purpose"]
    assert "take longer" in statements["delivery"]
    assert "avoids depleting" in statements["stocks"]


def quotes(node: Any) -> list[dict[str, Any]]:
    """Every object with a quote, however deep."""
    if isinstance(node, dict):
        own = [node] if node.get("quote") is not None else []
        return own + [quote for value in node.values() for quote in quotes(value)]
    if isinstance(node, list):
        return [quote for value in node for quote in quotes(value)]
    return []


def test_every_quote_equals_its_slice_of_the_served_text(seed_client: TestClient) -> None:
    text = None
    for path in (f"/v1/packages/{SLUG}", f"/v1/packages/{SLUG}/evidence", "/v1/coalition-notes", "/v1/line-items"):
        found = quotes(get(seed_client, path))
        assert found
        for quote in found:
            text = text or seed_client.get(f"/v1/sources/{quote['source']}/text").content.decode()
            start, end = quote["start"], quote["end"]
            assert text[start:end] == quote["quote"]
            assert text[max(0, start - 32) : start] == quote["prefix"]
            assert text[end : end + 32] == quote["suffix"]
    assert text == SEED.read_text(encoding="utf-8")


def test_every_field_has_evidence(seed_client: TestClient) -> None:
    package = get(seed_client, f"/v1/packages/{SLUG}")
    for field in ("title", "donor", "recipient", "program", "mechanism", "value", "announced", "announced_by"):
        assert package["evidence"][field], field
    for item in package["line_items"]:
        assert {"description", "category", "kind"} <= {one["field"] for one in item["evidence"]}


def test_evidence_names_the_path_of_each_field(seed_client: TestClient) -> None:
    package = get(seed_client, f"/v1/packages/{SLUG}")
    answer = get(seed_client, f"/v1/packages/{SLUG}/evidence")
    records.EvidenceList.model_validate(answer)
    for row in answer["data"]:
        node: Any = package
        for step in row["field"].replace("]", "").replace("[", ".").split("."):
            node = node[int(step)] if step.isdigit() else node[step]
        if isinstance(node, dict):
            node = {name: node[name] for name in row["value"]}
        assert node == row["value"], row["field"]


def test_the_rows_of_evidence_are_the_same_everywhere(seed_client: TestClient) -> None:
    of_package = get(seed_client, f"/v1/packages/{SLUG}/evidence")["data"]
    of_all = get(seed_client, "/v1/evidence?limit=1000")["data"]
    assert sorted(map(str, of_package)) == sorted(map(str, of_all))


def test_parts_are_served_alone_as_in_their_package(seed_client: TestClient) -> None:
    package = get(seed_client, f"/v1/packages/{SLUG}")
    for part in package["line_items"]:
        assert get(seed_client, f"/v1/line-items/{part['id']}") == part
    for part in package["coalition_notes"]:
        assert get(seed_client, f"/v1/coalition-notes/{part['id']}") == part
    assert get(seed_client, f"/v1/packages/{SLUG}/line-items")["data"] == package["line_items"]
    assert get(seed_client, f"/v1/packages/{SLUG}/coalition-notes")["data"] == package["coalition_notes"]


def test_the_row_of_a_list_is_the_record_without_its_lists(seed_client: TestClient) -> None:
    package = get(seed_client, f"/v1/packages/{SLUG}")
    (row,) = get(seed_client, "/v1/packages")["data"]
    assert row == {name: package[name] for name in row}
    lists = {"line_items", "coalition_notes", "statements", "dates", "stated_totals", "evidence"}
    assert set(package) - set(row) == lists


def test_the_source_and_program_are_served(seed_client: TestClient) -> None:
    (source,) = get(seed_client, "/v1/sources")["data"]
    records.Source.model_validate(source)
    assert source["packages"] == [SLUG]
    assert source["id"] == source["sha256"][:16]
    assert get(seed_client, f"/v1/sources/{source['id']}") == source
    program = get(seed_client, "/v1/programs/USAI")
    records.Program.model_validate(program)
    assert (program["packages"], program["amount_usd"]) == (1, 1_200_000_000)


def test_meta_counts_what_there_is_and_names_every_vocabulary(seed_client: TestClient) -> None:
    meta = get(seed_client, "/v1/meta")
    Meta.model_validate(meta)
    assert meta["counts"] | {"claims": 0} == {
        "packages": 1,
        "line_items": 5,
        "coalition_notes": 5,
        "sources": 1,
        "claims": 0,
    }
    assert meta["donors"] == [{"code": "US", "name": "United States", "packages": 1}]
    assert all(meta["vocabularies"].values())
