"""What holds for every list: order, total, second page, query count, links, and the shape of its rows."""

from typing import Any

import pytest
from pydantic import BaseModel
from starlette.testclient import TestClient

from app.schemas import records
from tests.api.conftest import CountQueries
from tests.library import LIBRARY, loose_note

Row = dict[str, Any]
DATED = [
    "us-ua-usai-2023-06-09",
    "us-ua-aid-2023-06-09",
    "de-ua-aid-2023-05-13",
    "us-ua-pda-2023-02-03",
    "us-ua-pda-2023-01-06",
]
NEWEST = ["us-ua-aid-2023-06-09", "us-ua-usai-2023-06-09", *DATED[2:]]
UNDATED = ["gb-lb-aid-25m", "us-several-aid-undated", "us-ua-usai-275m"]
CLAIMS = sum(
    len(mention.claims)
    for reading in [announcement.reading() for announcement in LIBRARY] + [loose_note()]
    for mention in reading.mentions
)
LISTS: dict[str, tuple[type[BaseModel], int, int]] = {  # schema, rows, queries
    "/v1/packages": (records.PackageList, 8, 3),
    "/v1/line-items": (records.LineItemList, 6, 3),
    "/v1/coalition-notes": (records.CoalitionNoteList, 4, 3),
    "/v1/sources": (records.SourceList, 10, 4),
    "/v1/evidence": (records.EvidenceList, CLAIMS, 3),
}


def read(client: TestClient, path: str, **parameters: Any) -> dict[str, Any]:
    response = client.get(path, params=parameters or None)
    assert response.status_code == 200, response.text
    answer: dict[str, Any] = response.json()
    return answer


def follow(client: TestClient, path: str, **parameters: Any) -> list[Row]:
    """The rows of every page, from the first to the one whose next is null."""
    answer = read(client, path, **parameters)
    rows: list[Row] = answer["data"]
    while answer["page"]["next"] is not None:
        assert len(answer["data"]) == answer["page"]["limit"]
        answer = read(client, answer["page"]["next"])
        rows += answer["data"]
    assert answer["page"]["next_cursor"] is None
    return rows


@pytest.mark.parametrize("path", LISTS)
def test_a_list_answers_its_shape_and_total(client: TestClient, path: str) -> None:
    schema, total, _ = LISTS[path]
    answer = read(client, path, limit=1000)
    schema.model_validate(answer)
    assert answer["meta"]["total"] == len(answer["data"]) == total
    assert answer["meta"]["revision"] == len(LIBRARY) + 1
    assert answer["page"] == {"limit": 1000, "next_cursor": None, "next": None}


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize("limit", [1, 3])
def test_pages_together_are_the_whole_list(client: TestClient, path: str, limit: int) -> None:
    assert follow(client, path, limit=limit) == read(client, path, limit=1000)["data"]


@pytest.mark.parametrize("path", [*LISTS, "/v1/programs"])
def test_a_second_page_makes_as_many_queries_as_the_first(
    client: TestClient, count_queries: CountQueries, path: str
) -> None:
    expected = LISTS[path][2] if path in LISTS else 3
    with count_queries() as first:
        answer = read(client, path, limit=2)
    with count_queries() as second:
        read(client, answer["page"]["next"])
    assert (len(first), len(second)) == (expected, expected), first


@pytest.mark.parametrize("path", LISTS)
def test_pages_are_linked(client: TestClient, path: str) -> None:
    response = client.get(path, params={"limit": 2})
    following = response.json()["page"]["next"]
    assert response.links["next"]["url"] == following
    assert response.links["first"]["url"] == f"{path}?limit=2"
    last = client.get(path, params={"limit": 1000})
    assert "next" not in last.links


@pytest.mark.parametrize(
    ("sort", "slugs"),
    [
        (None, NEWEST + UNDATED),
        ("-date", NEWEST + UNDATED),
        ("date", ["us-ua-pda-2023-01-06", "us-ua-pda-2023-02-03", "de-ua-aid-2023-05-13", *NEWEST[:2], *UNDATED]),
    ],
)
def test_packages_sort_by_date_with_undated_ones_last(client: TestClient, sort: str | None, slugs: list[str]) -> None:
    parameters = {} if sort is None else {"sort": sort}
    assert [row["slug"] for row in follow(client, "/v1/packages", limit=2, **parameters)] == slugs


@pytest.mark.parametrize("sort", ["amount", "-amount"])
def test_packages_sort_by_amount_with_unvalued_ones_last(client: TestClient, sort: str) -> None:
    rows = follow(client, "/v1/packages", limit=2, sort=sort)
    amounts = [(row["value"] or {}).get("amount_usd") for row in rows]
    known = [amount for amount in amounts if amount is not None]
    assert known == sorted(known, reverse=sort == "-amount")
    assert amounts == known + [None] * 3
    ties = [row["slug"] for row in rows if (row["value"] or {}).get("amount_usd") == 400_000_000]
    assert ties == ["us-ua-pda-2023-01-06", "us-ua-pda-2023-02-03"]


@pytest.mark.parametrize("sort", ["updated", "-updated"])
def test_packages_sort_by_their_last_change(client: TestClient, sort: str) -> None:
    revisions = [row["revision"] for row in follow(client, "/v1/packages", limit=3, sort=sort)]
    assert revisions == sorted(revisions, reverse=sort == "-updated")
    assert len(revisions) == 8


def test_line_items_come_by_package_in_the_order_of_its_text(client: TestClient) -> None:
    rows = follow(client, "/v1/line-items", limit=2)
    assert [row["description"] for row in rows] == [
        "howitzers",
        "NASAMS batteries",
        "more HIMARS launchers",
        "HIMARS launchers",
        "patrol boats",
        "rifles",
    ]


def test_notes_come_by_package_and_those_of_none_last(client: TestClient) -> None:
    rows = follow(client, "/v1/coalition-notes", limit=1)
    assert [(row["package"], row["kind"]) for row in rows] == [
        ("us-ua-pda-2023-02-03", "coordination"),
        ("us-ua-pda-2023-01-06", "leadership"),
        ("us-ua-pda-2023-01-06", "request"),
        (None, "request"),
    ]


def test_sources_come_by_publication_with_undated_ones_last(client: TestClient) -> None:
    rows = follow(client, "/v1/sources", limit=3)
    assert [row["published_on"] for row in rows] == ["2023-02-03", "2023-01-06", *[None] * 8]
    ids = [row["id"] for row in rows[2:]]
    assert ids == sorted(ids)
    assert rows[0]["packages"] == ["us-ua-pda-2023-02-03"]


def test_programs_come_by_code_with_their_sums(client: TestClient) -> None:
    rows = follow(client, "/v1/programs", limit=5)
    codes = [row["code"] for row in rows]
    assert codes == sorted(codes)
    sums = {row["code"]: (row["packages"], row["amount_usd"]) for row in rows}
    assert sums["PDA"] == (2, 800_000_000)  # the allowance for later is no tranche
    assert sums["USAI"] == (2, 2_375_000_000)
    assert read(client, "/v1/programs")["meta"]["total"] == len(rows)


def test_evidence_comes_by_source_in_the_order_of_its_text(client: TestClient) -> None:
    rows = follow(client, "/v1/evidence", limit=10)
    assert [row["source"] for row in rows] == sorted(row["source"] for row in rows)
    assert all(row["live"] for row in rows)


PACKAGE_FILTERS: list[tuple[dict[str, Any], set[str]]] = [
    ({"donor": "DE"}, {"de-ua-aid-2023-05-13"}),
    ({"donor": "gb"}, {"gb-lb-aid-25m"}),
    ({"recipient": "LB"}, {"gb-lb-aid-25m"}),
    ({"program": "pda"}, {"us-ua-pda-2023-01-06", "us-ua-pda-2023-02-03"}),
    ({"authority": "FAA 614(a)(1)"}, {"us-ua-pda-2023-02-03"}),
    ({"mechanism": "procurement"}, {"us-ua-usai-2023-06-09"}),
    ({"category": "air_defense"}, {"us-ua-usai-2023-06-09"}),
    ({"system": "HIMARS"}, {"us-ua-pda-2023-01-06", "us-ua-pda-2023-02-03"}),
    ({"note_kind": "request"}, {"us-ua-pda-2023-01-06"}),
    ({"review": "reviewed"}, set()),
    ({"nature": "authority"}, {"us-ua-pda-2024-09-26"}),
    ({"nature": "any", "program": "PDA", "date_from": "2023-02-03"}, {"us-ua-pda-2023-02-03", "us-ua-pda-2024-09-26"}),
    ({"has": "no_value"}, {"us-ua-aid-2023-06-09", "us-several-aid-undated"}),
    ({"has": "no_date"}, set(UNDATED)),
    ({"has": "conflict"}, set()),
    ({"has": "candidate"}, set()),
    ({"date_from": "2023-06-09"}, set(DATED[:2])),
    ({"date_to": "2023-01-06"}, {"us-ua-pda-2023-01-06"}),
    ({"amount_min": 500_000_000}, {"us-ua-usai-2023-06-09", "de-ua-aid-2023-05-13"}),
    ({"amount_max": 275_000_000}, {"us-ua-usai-275m"}),
    ({"donor": "US", "system": "HIMARS", "date_to": "2023-01-31"}, {"us-ua-pda-2023-01-06"}),
]


@pytest.mark.parametrize(("filters", "slugs"), PACKAGE_FILTERS, ids=str)
def test_a_filter_leaves_the_packages_that_it_names(
    client: TestClient, count_queries: CountQueries, filters: dict[str, Any], slugs: set[str]
) -> None:
    with count_queries() as queries:
        answer = read(client, "/v1/packages", **filters)
    assert {row["slug"] for row in answer["data"]} == slugs
    assert answer["meta"]["total"] == len(slugs)
    assert len(queries) == 3


def test_packages_of_a_source_are_found(client: TestClient) -> None:
    source = read(client, "/v1/packages", donor="DE")["data"][0]["sources"][0]["id"]
    assert [row["slug"] for row in read(client, "/v1/packages", source=source)["data"]] == ["de-ua-aid-2023-05-13"]


@pytest.mark.parametrize(
    ("filters", "total"),
    [
        ({"category": "fires"}, 3),
        ({"system": "HIMARS"}, 2),
        ({"kind": "munition"}, 0),
        ({"specified": "true"}, 6),
        ({"specified": "false"}, 0),
        ({"package": "us-ua-usai-275m"}, 1),
        ({"donor": "US", "recipient": "UA"}, 6),
        ({"program": "USAI"}, 3),
        ({"date_from": "2023-02-01", "date_to": "2023-02-28"}, 1),
    ],
    ids=str,
)
def test_a_filter_leaves_the_line_items_that_it_names(client: TestClient, filters: dict[str, Any], total: int) -> None:
    answer = read(client, "/v1/line-items", **filters)
    assert (answer["meta"]["total"], len(answer["data"])) == (total, total)


@pytest.mark.parametrize(
    ("filters", "total"),
    [
        ({"kind": "request"}, 2),
        ({"actor": "DE"}, 2),
        ({"actor": "Germany"}, 2),
        ({"system": "Abrams"}, 1),
        ({"package": "us-ua-pda-2023-01-06"}, 2),
        ({"kind": "request", "package": "us-ua-pda-2023-01-06"}, 1),
    ],
    ids=str,
)
def test_a_filter_leaves_the_notes_that_it_names(client: TestClient, filters: dict[str, Any], total: int) -> None:
    answer = read(client, "/v1/coalition-notes", **filters)
    assert (answer["meta"]["total"], len(answer["data"])) == (total, total)


@pytest.mark.parametrize(
    ("filters", "total"),
    [
        ({"field": "system"}, 3),
        ({"package": "us-ua-aid-2023-06-09"}, 6),
        ({"live": "false"}, 0),
        ({"field": "value", "package": "us-ua-usai-275m"}, 1),
    ],
    ids=str,
)
def test_a_filter_leaves_the_claims_that_it_names(client: TestClient, filters: dict[str, Any], total: int) -> None:
    answer = read(client, "/v1/evidence", **filters)
    assert (answer["meta"]["total"], len(answer["data"])) == (total, total)


def test_a_list_of_one_package_stands_on_one_page(client: TestClient, count_queries: CountQueries) -> None:
    slug = "us-ua-pda-2023-01-06"
    for part, schema, total in (
        ("line-items", records.LineItemList, 2),
        ("coalition-notes", records.CoalitionNoteList, 2),
        ("evidence", records.EvidenceList, 22),
    ):
        with count_queries() as queries:
            answer = read(client, f"/v1/packages/{slug}/{part}")
        assert len(queries) == 3
        schema.model_validate(answer)
        assert (answer["meta"]["total"], len(answer["data"]), answer["page"]["next"]) == (total, total, None)
