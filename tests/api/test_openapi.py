"""The OpenAPI document and its pages."""

import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy.engine import Engine
from starlette.testclient import TestClient

from app.api import create_app
from app.settings import Settings
from tests.api.conftest import serve

METHODS = {"get", "post", "put", "patch", "delete"}


@pytest.fixture(scope="session")
def document(seed_client: TestClient) -> dict[str, Any]:
    answer: dict[str, Any] = seed_client.get("/openapi.json").json()
    return answer


def operations(document: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for path, item in document["paths"].items():
        for method, operation in item.items():
            assert method in METHODS
            yield path, operation


def test_operations_have_short_names_and_descriptions(document: dict[str, Any]) -> None:
    names = [operation["operationId"] for _, operation in operations(document)]
    assert len(set(names)) == len(names)
    assert all(name.split("_")[0] in ("list", "get", "extract") and len(name) <= 30 for name in names)
    for _, operation in operations(document):
        assert operation["summary"]
        assert operation["description"]
        assert operation["tags"]


def test_every_parameter_is_described(document: dict[str, Any]) -> None:
    for path, operation in operations(document):
        for parameter in operation.get("parameters", ()):
            assert parameter.get("description"), f"{path} {parameter['name']}"
            assert "anyOf" not in parameter["schema"], "a parameter that is left out is not null"


def test_errors_are_declared_as_problems(document: dict[str, Any]) -> None:
    for path, operation in operations(document):
        if "requestBody" in operation:
            assert {"200", "413", "415", "422"} == set(operation["responses"]), path
        elif path.startswith("/v1"):
            assert {"200", "304", "422", "503"} <= set(operation["responses"]), path
            assert ("404" in operation["responses"]) == ("{" in path)
        for status, response in operation["responses"].items():
            if status >= "4":
                (media_type,) = response["content"]
                assert media_type == "application/problem+json"
                assert response["content"][media_type]["schema"]["$ref"].endswith("/Problem")


def test_every_schema_is_described_and_records_have_examples(document: dict[str, Any]) -> None:
    schemas = document["components"]["schemas"]
    for name in (
        "Package",
        "PackageRow",
        "LineItem",
        "CoalitionNote",
        "Program",
        "Source",
        "EvidenceRow",
        "Meta",
        "Extraction",
    ):
        assert schemas[name]["examples"], name
        assert schemas[name]["description"], name
    assert schemas["Problem"]["examples"]


@pytest.fixture
def address(seeded_engine: Engine) -> Iterator[str]:
    """The address of the application on a real port."""
    with serve(create_app(seeded_engine, Settings())) as found:
        yield found


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium; where there is none the test is skipped, but fails where CI=true."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        assert not os.environ.get("CI"), "no Chromium, which .ci/run should have installed"
        pytest.skip("no Chromium on this machine: install Debian's package chromium")
    return found


@pytest.mark.parametrize(
    ("path", "words"),
    [("/docs", "/v1/packages/{slug}/evidence"), ("/redoc", "List packages"), ("/", "/v1/coalition-notes")],
)
def test_a_page_is_whole_in_a_browser_and_asks_no_other_host(
    address: str, chromium: str, path: str, words: str
) -> None:
    from playwright.sync_api import sync_playwright

    asked: list[str] = []
    complaints: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--headless", "--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(address + path)
        page.get_by_text(words).filter(visible=True).first.wait_for(timeout=20_000)
        browser.close()
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
    assert complaints == []
