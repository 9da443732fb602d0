"""POST /v1/extractions: what `aidledger extract` prints, by HTTP, with no database behind it."""

import asyncio
import gzip
import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from typing import Any, get_args

import pytest
from fastapi import FastAPI
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine
from starlette.testclient import TestClient
from starlette.types import Message

from app.api import create_app
from app.api.uploads import ACCEPTED, AT_ONCE, KINDS
from app.extract.assembly import verdicts
from app.schemas.extractions import Extraction, Role
from app.schemas.meta import Problem
from app.settings import Settings
from tests.api.conftest import serve
from tests.extract.documents.pdf_files import paragraphs, pdf_of
from tests.library import SEED

PATH = "/v1/extractions"
ANNOUNCEMENTS = sorted((Path(__file__).parents[1] / "announcements").glob("*.txt"))
AIDLEDGER = Path(sys.executable).with_name("aidledger")
SENTENCE = (
    "Germany pledged €500 million of military aid to Ukraine on 9 May 2023, among it 20 Marder fighting vehicles."
)
PAGE = f"<html><head><title>Aid for Kyiv</title></head><body><article><p>{SENTENCE}</p></article></body></html>"


def application() -> FastAPI:
    """The application over a database that does not answer."""
    return create_app(create_engine("postgresql+psycopg://nobody:none@127.0.0.1:1/none"), Settings())


@pytest.fixture(scope="module")
def reader() -> Iterator[TestClient]:
    """A client of the application whose database is down."""
    with TestClient(application(), headers={"Accept-Encoding": "identity"}) as client:
        yield client


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with serve(application()) as found:
        yield found


def post(client: TestClient, body: bytes | str, media_type: str | None = "text/plain", **parameters: Any) -> Any:
    headers = {} if media_type is None else {"Content-Type": media_type}
    return client.post(PATH, content=body, headers=headers, params=parameters or None)


def problem(response: Any, status: int) -> dict[str, Any]:
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    assert response.headers["cache-control"] == "no-store"
    body: dict[str, Any] = response.json()
    Problem.model_validate(body)
    assert (body["status"], body["instance"]) == (status, PATH)
    return body


@pytest.mark.parametrize("explain", [False, True])
def test_the_answer_is_what_the_command_line_prints(reader: TestClient, explain: bool) -> None:
    known = {"published_on": "2023-05-09", "publisher": "A paper", "title": "A title", "url": "https://a.example/1"}
    options = ["--published", "2023-05-09", "--publisher", "A paper", "--title", "A title", "--url", known["url"]]
    command = [str(AIDLEDGER), "extract", *options, *(["--explain"] if explain else []), str(SEED)]
    printed = json.loads(subprocess.run(command, capture_output=True, check=True, timeout=60).stdout)
    response = post(reader, SEED.read_bytes(), **known, explain=str(explain).lower())
    assert response.status_code == 200
    answer = response.json()
    assert answer["id"] == answer["source"]["id"]
    assert answer | {"id": ""} == printed | {"id": ""}
    assert [*answer] == [*printed]
    assert answer["packages"][0]["announced"]["date"] == "2023-05-09"


def test_it_needs_no_database_and_is_not_stored_by_caches(reader: TestClient) -> None:
    assert reader.get("/v1/packages").status_code == 503
    response = post(reader, SENTENCE)
    assert (response.status_code, response.headers["cache-control"]) == (200, "no-store")
    assert response.headers["content-type"] == "application/json"
    assert "etag" not in response.headers


@pytest.mark.parametrize("path", [SEED, *ANNOUNCEMENTS[::6]], ids=lambda path: path.stem)
@pytest.mark.parametrize("explain", ["false", "true"])
def test_every_answer_has_the_documented_shape(reader: TestClient, path: Path, explain: str) -> None:
    answer = post(reader, path.read_bytes(), explain=explain).json()
    Extraction.model_validate(answer)
    assert ("explain" in answer) is (explain == "true")


def test_every_role_of_an_amount_is_documented() -> None:
    assert set(get_args(Role)) == set(get_args(verdicts.Role))


@pytest.mark.parametrize(
    ("media_type", "body", "stored"),
    [
        ("text/plain", SENTENCE, "text/plain"),
        ("TEXT/PLAIN; charset=UTF-8", SENTENCE, "text/plain"),
        ("text/markdown", f"# Aid for Kyiv\n\n{SENTENCE}", "text/markdown"),
        ("text/markdown;charset=utf-8", f"---\ntitle: Aid for Kyiv\n---\n{SENTENCE}", "text/markdown"),
        ("text/html", PAGE, "text/html"),
    ],
)
def test_each_kind_of_text_is_read(reader: TestClient, media_type: str, body: str, stored: str) -> None:
    answer = post(reader, body.encode(), media_type).json()
    assert answer["packages"][0]["value"]["as_stated"] == "€500 million"
    assert answer["source"]["media_type"] == stored
    assert answer["source"]["title"] == ("Aid for Kyiv" if "Aid for Kyiv" in body else None)


def test_a_pdf_is_read(reader: TestClient) -> None:
    lines = ("Aid", "Germany pledged 500 million euros of military aid to Ukraine on", "9 May 2023.")
    body = pdf_of([paragraphs(*lines)])
    answer = post(reader, body, "application/pdf; charset=binary").json()
    assert answer["packages"][0]["value"]["amount"] == 500_000_000
    assert answer["source"]["media_type"] == "application/pdf"


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("windows-1252", "cp1252"),
        ("iso-8859-1", "cp1252"),  # as browsers take it: the € of windows-1252 is in most texts that are sent so
        ('"utf-16"', "utf-16"),
        ("utf-16le", "utf-16-le"),
        ("iso-8859-15", "iso8859-15"),
        ("utf8", "utf-8-sig"),
        ("koi8-r", "utf-8-sig"),  # a byte order mark comes before what is sent beside it
    ],
)
@pytest.mark.parametrize("kind", ["text/plain", "text/html"])
def test_the_charset_of_the_content_type_is_respected(reader: TestClient, kind: str, label: str, codec: str) -> None:
    body = (PAGE if kind == "text/html" else SENTENCE).encode(codec)
    answer = post(reader, body, f"{kind}; charset={label}").json()
    assert answer["packages"][0]["value"]["as_stated"] == "€500 million"


@pytest.mark.parametrize(
    ("label", "body", "words"),
    [
        ("utf-8", SENTENCE.encode("cp1252"), "is not in 'utf-8'"),
        ("utf-16", b"a", "is not in 'utf-16'"),
        ("no-such-charset", b"Aid", "no encoding that is read"),
        ("unicode_escape", rb"Aid \ud800", "no encoding that is read"),
        ("utf-7", b"Aid", "no encoding that is read"),
    ],
)
def test_a_charset_that_is_not_true_or_not_known_is_refused(
    reader: TestClient, label: str, body: bytes, words: str
) -> None:
    told = problem(post(reader, body, f"text/plain; charset={label}"), 422)
    assert told["type"] == "urn:aidledger:problem:unreadable-document"
    assert words in told["detail"]


@pytest.mark.parametrize(
    "media_type",
    [None, "", "text/csv", "application/json", "application/x-www-form-urlencoded", "multipart/form-data", "nonsense"],
)
def test_another_kind_of_body_is_refused_with_those_that_are_read(reader: TestClient, media_type: str | None) -> None:
    response = post(reader, SENTENCE, media_type)
    told = problem(response, 415)
    assert told["type"] == "urn:aidledger:problem:unsupported-media-type"
    assert all(accepted in told["detail"] for accepted in ACCEPTED)
    assert response.headers["accept"] == ", ".join(ACCEPTED)


def test_a_compressed_body_is_refused(reader: TestClient) -> None:
    headers = {"Content-Type": "text/plain", "Content-Encoding": "gzip"}
    told = problem(reader.post(PATH, content=gzip.compress(SENTENCE.encode()), headers=headers), 415)
    assert "without Content-Encoding" in told["detail"]


@pytest.mark.parametrize(
    ("media_type", "body", "words"),
    [
        ("text/plain", b"", "is empty"),
        ("text/plain", b" \n\n", "nothing but white space"),
        ("text/plain", b"aid\0aid", "NUL bytes"),
        ("text/markdown", b"---\ntitle: [\n---\nAid", "front matter that is not valid YAML"),
        ("application/pdf", b"no PDF", "none"),
    ],
)
def test_a_document_that_can_not_be_read_is_told_in_words(
    reader: TestClient, media_type: str, body: bytes, words: str
) -> None:
    told = problem(post(reader, body, media_type), 422)
    assert told["type"] == "urn:aidledger:problem:unreadable-document"
    assert words in told["detail"]


@pytest.mark.parametrize(
    ("query", "location", "nearest"),
    [
        ("titel=x", "titel", "title"),
        ("published-on=2023-05-09", "published-on", "published_on"),
        ("name=x", "name", None),
        ("published_on=Tuesday", "published_on", None),
        ("published_on=2023-02-30", "published_on", None),
        ("published_on=1683590400", "published_on", None),
        ("explain=maybe", "explain", None),
        ("title=a%00b", "title", None),
        ("title=a&title=b", "title", None),
    ],
)
def test_a_parameter_that_can_not_be_used_is_named_before_the_body_is_read(
    reader: TestClient, query: str, location: str, nearest: str | None
) -> None:
    told = problem(reader.post(f"{PATH}?{query}", content=b"", headers={"Content-Type": "text/plain"}), 422)
    assert told["type"] == "urn:aidledger:problem:invalid-parameter"
    (error,) = told["errors"]
    assert (error["location"], error["nearest"]) == (location, nearest)


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE"])
def test_only_post_works(reader: TestClient, method: str) -> None:
    response = reader.request(method, PATH)
    assert (response.status_code, response.headers["allow"]) == (405, "POST")


def test_a_text_with_more_signs_than_are_read_is_too_large(reader: TestClient) -> None:
    told = problem(post(reader, "Aid. " * 500_000), 413)
    assert told["type"] == "urn:aidledger:problem:document-too-large"
    assert "2,000,000" in told["detail"]


def test_a_document_that_says_that_it_is_too_large_is_refused_before_it_is_sent(address: str) -> None:
    with closing(HTTPConnection(address.removeprefix("http://"), timeout=10)) as connection:
        connection.putrequest("POST", PATH)
        connection.putheader("Content-Type", "application/pdf")
        connection.putheader("Content-Length", str(KINDS["application/pdf"].most + 1))
        connection.endheaders()
        response = connection.getresponse()
        told = json.loads(response.read())
    assert (response.status, told["type"]) == (413, "urn:aidledger:problem:document-too-large")
    assert "at most 50 MB" in told["detail"]


def test_a_chunked_document_is_read(address: str) -> None:
    text = SEED.read_bytes()
    pieces = (text[at : at + 100] for at in range(0, len(text), 100))
    with closing(HTTPConnection(address.removeprefix("http://"), timeout=30)) as connection:
        connection.request("POST", PATH, body=pieces, headers={"Content-Type": "text/plain"}, encode_chunked=True)
        response = connection.getresponse()
        answer = json.loads(response.read())
    assert response.status == 200
    assert answer["packages"][0]["value"]["amount"] == 1_200_000_000


def test_a_chunked_document_without_an_end_is_refused_at_the_limit(address: str) -> None:
    host, _, port = address.removeprefix("http://").partition(":")
    chunk = b"10000\r\n" + b"a" * 0x10000 + b"\r\n"
    sent = 0
    with socket.create_connection((host, int(port)), timeout=30) as connection:
        connection.sendall(
            f"POST {PATH} HTTP/1.1\r\nHost: {host}\r\nContent-Type: text/plain\r\n"
            "Transfer-Encoding: chunked\r\n\r\n".encode()
        )
        while sent < KINDS["text/plain"].most + len(chunk):
            connection.sendall(chunk)
            sent += 0x10000
        assert connection.recv(12) == b"HTTP/1.1 413"


async def call(app: FastAPI, receive: Any) -> list[Message]:
    """What the application sends for a body that comes from `receive`."""
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    headers = [(b"content-type", b"text/plain"), (b"host", b"test")]
    scope: dict[str, Any] = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "POST",
        "path": PATH,
    }
    scope |= {"raw_path": PATH.encode(), "query_string": b"", "headers": headers, "scheme": "http", "root_path": ""}
    await app(scope, receive, send)
    return sent


def test_no_more_than_the_limit_is_taken_from_an_endless_body() -> None:
    taken, chunk = 0, b"a" * 1_000_000

    async def receive() -> Message:
        nonlocal taken
        taken += len(chunk)
        return {"type": "http.request", "body": chunk, "more_body": True}

    sent = asyncio.run(call(application(), receive))
    assert sent[0]["status"] == 413
    assert taken <= KINDS["text/plain"].most + len(chunk)


def test_a_client_that_goes_away_is_no_defect_of_the_server(caplog: pytest.LogCaptureFixture) -> None:
    messages: list[Message] = [
        {"type": "http.request", "body": b"Aid", "more_body": True},
        {"type": "http.disconnect"},
    ]

    async def receive() -> Message:
        return messages.pop(0) if len(messages) > 1 else messages[0]

    sent = asyncio.run(call(application(), receive))
    assert sent[0]["status"] == 422
    assert not caplog.records


def ask(host: str, method: str, path: str, body: bytes | None = None) -> int:
    """The status of one request on a connection of its own."""
    with closing(HTTPConnection(host, timeout=60)) as connection:
        connection.request(method, path, body=body, headers={"Content-Type": "text/plain"} if body else {})
        response = connection.getresponse()
        response.read()
        return response.status


def test_others_are_answered_while_long_documents_are_read(address: str) -> None:
    host = address.removeprefix("http://")
    text = (SEED.read_bytes() + b"\n\n") * 200
    with ThreadPoolExecutor(AT_ONCE + 2) as pool:
        reading = [pool.submit(ask, host, "POST", PATH, text) for _ in range(AT_ONCE + 2)]
        time.sleep(0.2)
        assert ask(host, "GET", "/healthz") == 200
        assert not any(one.done() for one in reading), "it answered while they were read"
        assert [one.result() for one in reading] == [200] * (AT_ONCE + 2)


def test_documents_that_are_refused_leave_room_for_the_next(reader: TestClient) -> None:
    for _ in range(AT_ONCE + 1):
        problem(post(reader, b"aid\0aid"), 422)
    assert post(reader, SENTENCE).status_code == 200


def test_many_documents_at_once_are_each_read_as_alone(reader: TestClient) -> None:
    texts = [path.read_bytes() for path in ANNOUNCEMENTS[:12]]
    alone = [post(reader, text).json() for text in texts]
    with ThreadPoolExecutor(12) as pool:
        assert list(pool.map(lambda text: post(reader, text).json(), texts)) == alone


def test_a_page_of_another_origin_may_post(reader: TestClient) -> None:
    origin = {"Origin": "https://example.org"}
    asked = origin | {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}
    preflight = reader.options(PATH, headers=asked)
    assert preflight.status_code == 200
    assert "POST" in preflight.headers["access-control-allow-methods"]
    assert preflight.headers["access-control-allow-headers"] == "content-type"
    response = reader.post(PATH, content=SENTENCE, headers=origin | {"Content-Type": "text/plain"})
    assert (response.status_code, response.headers["access-control-allow-origin"]) == (200, "*")


def test_the_server_starts_without_spacy() -> None:
    code = (
        "import sys\n"
        "from starlette.testclient import TestClient\n"
        "from app.api import create_app\n"
        "from sqlalchemy import create_engine\n"
        "with TestClient(create_app(create_engine('postgresql+psycopg://x@127.0.0.1:1/x'))) as client:\n"
        "    assert client.get('/healthz').status_code == 200\n"
        "    assert 'spacy' not in sys.modules\n"
        "    client.post('/v1/extractions', content=b'Aid for Kyiv.', headers={'Content-Type': 'text/plain'})\n"
        "    assert 'spacy' in sys.modules\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr.decode()


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.sampled_from(ACCEPTED),
    st.sampled_from(["", "; charset=utf-8", "; charset=utf-16", "; charset=windows-1252", "; charset", ";;="]),
)
def test_no_body_gives_a_server_error(reader: TestClient, body: bytes, media_type: str, charset: str) -> None:
    assert post(reader, body, media_type + charset).status_code in (200, 422)
