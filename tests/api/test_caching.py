"""Strong ETags, 304, HEAD, CORS and compression."""

import gzip
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy.engine import Engine
from starlette.testclient import TestClient

from app.api import create_app
from app.settings import Settings
from tests.api.conftest import CountQueries
from tests.library import Announcement, store

PATHS = [
    "/v1/packages",
    "/v1/packages?donor=US&sort=amount",
    "/v1/packages/us-ua-pda-2023-01-06",
    "/v1/packages/us-ua-pda-2023-01-06/evidence",
    "/v1/line-items",
    "/v1/coalition-notes",
    "/v1/programs/PDA",
    "/v1/sources",
    "/v1/evidence",
    "/v1/meta",
]


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_has_a_strong_tag_of_its_revision_and_answers_304(
    client: TestClient, count_queries: CountQueries, path: str
) -> None:
    first = client.get(path)
    tag = first.headers["etag"]
    assert tag.startswith('"10-')
    with count_queries() as queries:
        again = client.get(path, headers={"If-None-Match": tag})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert len(queries) == 1, "a 304 reads the revision and no row"
    for condition in (f'"x", W/{tag}', f'{tag}, "y"'):
        assert client.get(path, headers={"If-None-Match": condition}).status_code == 304
    assert client.get(path, headers={"If-None-Match": '"10-0000000000000000"'}).status_code == 200


def test_a_condition_may_come_in_several_lines_or_be_a_star(client: TestClient) -> None:
    tag = client.get("/v1/packages").headers["etag"]
    lines = [("If-None-Match", '"x"'), ("If-None-Match", tag)]
    assert client.get("/v1/packages", headers=lines).status_code == 304
    assert client.get("/v1/packages", headers={"If-None-Match": "*"}).status_code == 304
    assert client.get("/v1/packages/none", headers={"If-None-Match": "*"}).status_code == 404


def test_the_tag_follows_the_coding_that_is_used(client: TestClient) -> None:
    lines = [("Accept-Encoding", "identity"), ("Accept-Encoding", "gzip")]
    both, gzipped = client.get("/v1/packages", headers=lines), client.get("/v1/packages", headers=lines[1:])
    assert both.headers["content-encoding"] == gzipped.headers["content-encoding"] == "gzip"
    assert both.headers["etag"] == gzipped.headers["etag"]


def test_many_requests_at_once_are_all_answered(client: TestClient) -> None:
    with ThreadPoolExecutor(80) as pool:
        answers = list(pool.map(lambda number: client.get(f"/v1/packages?limit={number + 1}"), range(200)))
    assert {answer.status_code for answer in answers} == {200}


def test_tags_differ_by_request_and_by_coding(client: TestClient) -> None:
    tags = [client.get(path).headers["etag"] for path in PATHS]
    codings = [client.get(PATHS[0], headers={"Accept-Encoding": one}).headers["etag"] for one in ("gzip", "br", "zstd")]
    assert len(set(tags + codings)) == len(tags) + 3


def test_the_order_of_parameters_does_not_matter_to_the_tag(client: TestClient) -> None:
    one, other = (client.get(f"/v1/packages?{query}") for query in ("donor=US&limit=3", "limit=3&donor=US"))
    assert one.headers["etag"] == other.headers["etag"]


@pytest.fixture
def writable(library_engine: Engine) -> Iterator[TestClient]:
    with TestClient(create_app(library_engine, Settings())) as client:
        yield client


def test_a_write_changes_the_tag_and_a_write_of_nothing_does_not(writable: TestClient, library_engine: Engine) -> None:
    before = writable.get("/v1/packages").headers["etag"]
    announcement = Announcement("One more", amount=1_000_000)
    store(library_engine, announcement.reading())
    after = writable.get("/v1/packages", headers={"If-None-Match": before})
    assert (after.status_code, after.json()["meta"]["total"]) == (200, 9)
    store(library_engine, announcement.reading())
    assert writable.get("/v1/packages").headers["etag"] == after.headers["etag"]


@pytest.mark.parametrize("path", [*PATHS, "/healthz", "/docs", "/", "/v1/packages/none", "/nothing"])
def test_head_is_get_without_its_body(client: TestClient, path: str) -> None:
    got, head = client.get(path), client.head(path)
    assert (head.status_code, head.content) == (got.status_code, b"")
    assert head.headers == got.headers


def test_any_page_may_read_and_see_links_and_tags(client: TestClient) -> None:
    response = client.get("/v1/packages?limit=1", headers={"Origin": "https://example.org"})
    assert response.headers["access-control-allow-origin"] == "*"
    assert {"Link", "ETag"} <= set(response.headers["access-control-expose-headers"].split(", "))
    asked = {"Origin": "https://example.org", "Access-Control-Request-Method": "GET"}
    preflight = client.options("/v1/packages", headers=asked | {"Access-Control-Request-Headers": "If-None-Match"})
    assert preflight.status_code == 200


def test_origins_can_be_named(library_engine: Engine) -> None:
    with TestClient(create_app(library_engine, Settings(cors_origins=["https://a.example"]))) as client:
        allowed, refused = (
            client.get("/healthz", headers={"Origin": origin}) for origin in ("https://a.example", "https://b.example")
        )
    assert allowed.headers["access-control-allow-origin"] == "https://a.example"
    assert "access-control-allow-origin" not in refused.headers


@pytest.mark.parametrize("coding", ["gzip", "br", "zstd"])
def test_long_answers_are_compressed(client: TestClient, coding: str) -> None:
    plain = client.get("/v1/packages")
    with client.stream("GET", "/v1/packages", headers={"Accept-Encoding": coding}) as packed:
        raw = b"".join(packed.iter_raw())
    assert packed.headers["content-encoding"] == coding
    assert "Accept-Encoding" in packed.headers["vary"]
    assert len(raw) < len(plain.content) / 2
    if coding == "gzip":
        assert gzip.decompress(raw) == plain.content
