"""The examples of the OpenAPI page: what the API answers for the seed article (see tests/api/test_examples.py)."""

import json
from pathlib import Path
from typing import Any

_EXAMPLES: dict[str, Any] = json.loads(Path(__file__).with_name("examples.json").read_text(encoding="utf-8"))


def example(name: str) -> dict[str, Any]:
    """The example of a schema, as pydantic's json_schema_extra."""
    return {"examples": [_EXAMPLES[name]]} if name in _EXAMPLES else {}
