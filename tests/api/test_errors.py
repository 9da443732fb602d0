"""Errors are application/problem+json and say what to do; nothing that a client sends gives a 5xx."""

import base64
import json
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from app.schemas.meta import Problem


def problem(client: TestClient, path: str, status: int, **parameters: Any) -> dict[str, Any]:
    response = client.get(path, params=parameters or None)
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    body: dict[str, Any] = response.json()
    Problem.model_validate(body)
    assert body["status"] == status
    assert "etag" not in response.headers
    return body


@pytest.mark.parametrize(
    ("path", "parameters", "location", "nearest"),
    [
        ("/v1/packages", {"recipent": "UA"}, "recipent", "recipient"),
        ("/v1/packages", {"Donor": "US"}, "Donor", "donor"),
        ("/v1/packages", {"note-kind": "request"}, "note-kind", "note_kind"),
        ("/v1/packages", {"sort": "-dates"}, "sort", "-date"),
        ("/v1/packages", {"sort": "value"}, "sort", None),
        ("/v1/packages", {"limit": "0"}, "limit", 1),
        ("/v1/packages", {"limit": "5000"}, "limit", 1000),
        ("/v1/packages", {"limit": "many"}, "limit", None),
        ("/v1/packages", {"cursor": "nonsense"}, "cursor", "/v1/packages"),
        ("/v1/packages", {"mechanism": "procurment"}, "mechanism", "procurement"),
        ("/v1/packages", {"category": "air-defence"}, "category", "air_defense"),
        ("/v1/packages", {"program": "USIA"}, "program", "USAI"),
        ("/v1/packages", {"donor": "United States"}, "donor", None),
        ("/v1/packages", {"date_from": "yesterday"}, "date_from", None),
        ("/v1/packages", {"date_from": "1683590400"}, "date_from", None),
        ("/v1/packages", {"date_to": "2023-05-09T00:00:00Z"}, "date_to", None),
        ("/v1/packages", {"limit": "5.0"}, "limit", None),
        ("/v1/packages", {"limit": "1_0"}, "limit", None),
        ("/v1/packages", {"amount_min": "-1"}, "amount_min", 0),
        ("/v1/packages", {"amount_min": str(10**30)}, "amount_min", 10**15),
        ("/v1/packages", {"system": "a\x00b"}, "system", None),
        ("/v1/packages/x", {"q": "1"}, "q", None),
        ("/v1/line-items", {"categry": "fires"}, "categry", "category"),
        ("/v1/line-items", {"kind": "munitions"}, "kind", "munition"),
        ("/v1/coalition-notes", {"kind": "promises"}, "kind", "promise"),
        ("/v1/programs", {"limits": "2"}, "limits", "limit"),
        ("/v1/sources", {"curser": "2"}, "curser", "cursor"),
        ("/v1/evidence", {"fields": "value"}, "fields", "field"),
        ("/v1/meta", {"x": "1"}, "x", None),
    ],
)
def test_a_parameter_that_can_not_be_used_is_named_with_the_nearest_valid_one(
    client: TestClient, path: str, parameters: dict[str, str], location: str, nearest: Any
) -> None:
    body = problem(client, path, 422, **parameters)
    assert body["type"] == "urn:aidledger:problem:invalid-parameter"
    (error,) = body["errors"]
    assert (error["location"], error["nearest"]) == (location, nearest)
    assert location in body["detail"]
    if nearest is not None:
        assert str(nearest) in body["detail"]


def test_an_unknown_parameter_lists_those_that_there_are(client: TestClient) -> None:
    body = problem(client, "/v1/coalition-notes", 422, zzz="1")
    assert "there are limit, cursor, kind, actor, system, package" in body["detail"]


def test_every_wrong_parameter_is_named_at_once(client: TestClient) -> None:
    body = problem(client, "/v1/packages", 422, limit="0", sort="x", foo="1")
    assert sorted(error["location"] for error in body["errors"]) == ["foo", "limit", "sort"]


def test_a_parameter_given_twice_is_refused(client: TestClient) -> None:
    body = problem(client, "/v1/packages?limit=1&limit=2", 422)
    assert body["errors"][0]["location"] == "limit"


def test_thousands_of_wrong_parameters_get_a_short_answer(client: TestClient) -> None:
    query = "&".join(f"x{number}=1" for number in range(3000))
    response = client.get(f"/v1/packages?{query}")
    assert response.status_code == 422
    assert len(response.content) < 20_000


@pytest.mark.parametrize(
    ("path", "values"),
    [
        ("/v1/line-items", ["line-items", None, "a", 2**40, "x"]),
        ("/v1/coalition-notes", ["coalition-notes", None, None, "a", 2**40, "x"]),
        ("/v1/evidence", ["evidence", "a", 2**40, "b", 1, 1, "x"]),
        ("/v1/packages", ["-date", "2023-13-01", "x"]),
        ("/v1/packages", ["-date", None, "\ud800"]),
    ],
)
def test_a_cursor_that_no_column_can_hold_is_refused(client: TestClient, path: str, values: list[Any]) -> None:
    cursor = base64.urlsafe_b64encode(json.dumps(values).encode()).decode().rstrip("=")
    assert problem(client, path, 422, cursor=cursor)["errors"][0]["location"] == "cursor"


def test_a_cursor_of_another_sort_or_list_is_refused(client: TestClient) -> None:
    cursor = client.get("/v1/packages?limit=1").json()["page"]["next_cursor"]
    for path in (f"/v1/packages?sort=date&cursor={cursor}", f"/v1/sources?cursor={cursor}"):
        body = problem(client, path, 422)
        first = path.split("cursor=")[0].rstrip("?&")
        assert body["detail"].endswith(f"leave cursor out for the first page: {first}.")
        assert client.get(body["errors"][0]["nearest"]).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/v1/packages/no-such-package",
        "/v1/packages/no-such-package/line-items",
        "/v1/packages/no-such-package/coalition-notes",
        "/v1/packages/no-such-package/evidence",
        "/v1/line-items/0000000000000000",
        "/v1/coalition-notes/0000000000000000",
        "/v1/programs/NONE",
        "/v1/sources/0000000000000000",
        "/v1/sources/0000000000000000/text",
    ],
)
def test_a_record_that_there_is_not_is_404_and_names_the_list(client: TestClient, path: str) -> None:
    body = problem(client, path, 404)
    assert "/" + "/".join(path.split("/")[1:3]) in body["detail"]
    assert body["instance"] == path


def test_an_unknown_path_is_404_and_names_the_nearest(client: TestClient) -> None:
    body = problem(client, "/v1/package", 404)
    assert "Nearest: /v1/packages." in body["detail"]
    assert "/docs lists every path" in problem(client, "/zzzzzzzzzzzz", 404)["detail"]


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize("path", ["/v1/packages", "/v1/packages/x", "/healthz", "/"])
def test_a_method_that_does_not_work_is_405_and_says_which_do(client: TestClient, method: str, path: str) -> None:
    response = client.request(method, path)
    assert response.status_code == 405
    assert response.headers["content-type"] == "application/problem+json"
    assert response.headers["allow"] == "GET, HEAD"
    assert "It answers GET, HEAD." in response.json()["detail"]


PATHS = ["/v1/packages", "/v1/line-items", "/v1/coalition-notes", "/v1/programs", "/v1/sources", "/v1/evidence"]
NAMES = ["limit", "cursor", "sort", "donor", "program", "system", "date_from", "amount_min", "live", "actor", "source"]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(PATHS), st.dictionaries(st.sampled_from(NAMES), st.text(max_size=20), max_size=3))
def test_no_parameter_gives_a_server_error(client: TestClient, path: str, parameters: dict[str, str]) -> None:
    assert client.get(path, params=parameters or None).status_code in (200, 422)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(["packages", "line-items", "programs", "sources"]), st.text(min_size=1, max_size=20))
def test_no_path_gives_a_server_error(client: TestClient, resource: str, name: str) -> None:
    assert client.get(f"/v1/{resource}/{quote(name, safe='')}").status_code in (200, 404, 422)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8), lambda inner: st.lists(inner, max_size=4)
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(["-date", "amount", "updated"]), st.lists(JSON, max_size=3))
def test_no_made_up_cursor_gives_a_server_error(client: TestClient, sort: str, values: list[Any]) -> None:
    cursor = base64.urlsafe_b64encode(json.dumps([sort, *values]).encode()).decode().rstrip("=")
    assert client.get("/v1/packages", params={"sort": sort, "cursor": cursor}).status_code in (200, 422)
