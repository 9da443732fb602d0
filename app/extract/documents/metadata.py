"""What is known of a document, as one line of text or one day."""

import re
from datetime import date

from app.errors import DocumentError

# A day with or without a time behind it: "2024-03-01T10:00:00Z"; not "2024-03-011" or "March 1".
_DAY = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)(?:[Tt\s].*)?", re.DOTALL)
# What no database stores: NUL, and halves of surrogate pairs, which YAML and JSON can write as escapes.
_UNSTORABLE = re.compile(r"[\0\ud800-\udfff]")

NULLS = frozenset({"", "~", "null", "Null", "NULL"})


def read_line(value: object, name: str) -> str | None:
    """Metadata as one line of text; None for what is empty or no text. Raises DocumentError for unstorable signs."""
    if not isinstance(value, str) or value in NULLS:
        return None
    if _UNSTORABLE.search(value):
        raise DocumentError(f"{name} has metadata with NUL or half a surrogate pair in it. Write it as plain text.")
    return " ".join(value.split()) or None


def read_day(value: object, name: str) -> date | None:
    if value is None or (isinstance(value, str) and value.strip() in NULLS):
        return None
    written = _DAY.fullmatch(value.strip()) if isinstance(value, str) else None
    try:
        return date.fromisoformat(written["day"] if written else "")
    except ValueError:
        words = repr(value[:40]) if isinstance(value, str) else "a list or mapping"
        raise DocumentError(f"{name} has a published_on that is no date: {words}. Write it as YYYY-MM-DD.") from None
