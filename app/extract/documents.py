"""Bytes to a document: text or Markdown with optional YAML front matter."""

import re
from datetime import date, datetime
from pathlib import PurePath
from typing import Any

import yaml

from app.errors import DocumentError
from app.facts import Document

# The opening line of front matter: "---\ntitle: x\n---\n" is one; "---- \n", a ruler of four, is not.
_FENCE = re.compile(r"---[ \t]*(?:\n|\Z)")
# The end of a sentence: "of Kyiv." has one; "of Kyiv" does not.
_SENTENCE_END = re.compile(r"[.!?:;,…][\"'”’)]*\Z")
# A Markdown heading: "## Aid for Kyiv" is one; "#Aid", a tag, is not.
_HEADING = re.compile(r"#{1,6}[ \t]+(?P<words>\S.*)")

_HEADLINE_LENGTH = 200


def read_document(
    data: bytes,
    name: str,
    *,
    title: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    published_on: date | None = None,
) -> Document:
    """The document in `data`; `name` decides the media type by its suffix and stands in front of every complaint.

    Arguments win over front matter. The stored text has LF and no byte order mark, no front matter, and is otherwise
    what was given. Raises DocumentError, and nothing else, for bytes that can't be read.
    """
    text, meta = _split(_decode(data, name), name)
    if not text.strip():
        raise DocumentError(
            f"{name} has front matter but no text after it. Put the announcement below the closing ---."
        )
    return Document(
        text=text,
        title=title or _text(meta, "title") or _headline(text),
        publisher=publisher or _text(meta, "publisher"),
        url=url or _text(meta, "url"),
        published_on=published_on or _day(meta.get("published_on"), name),
        media_type="text/markdown" if PurePath(name).suffix.lower() in {".md", ".markdown"} else "text/plain",
    )


def _decode(data: bytes, name: str) -> str:
    if not data:
        raise DocumentError(f"{name} is empty. Give a file with the text of an announcement.")
    if b"\0" in data:
        raise DocumentError(f"{name} holds NUL bytes, so it is no text. Save it as plain text in UTF-8.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DocumentError(
            f"{name} is not UTF-8 (byte {error.start} can't be read). Save it as UTF-8 and try again."
        ) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise DocumentError(f"{name} holds nothing but white space. Give a file with the text of an announcement.")
    return text


def _split(text: str, name: str) -> tuple[str, dict[str, Any]]:
    """The text behind the front matter, and the front matter; a lone ruler at the top opens none."""
    opening = _FENCE.match(text)
    if not opening:
        return text, {}
    at = opening.end()
    while at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end + 1
        if text[at:end].rstrip() == "---":
            return text[end:], _mapping(text[opening.end() : at], name)
        at = end
    return text, {}


def _mapping(source: str, name: str) -> dict[str, Any]:
    try:
        meta = yaml.safe_load(source)
    # PyYAML lets ValueError, and RecursionError for deep nesting, through for values that it can't build.
    except (yaml.YAMLError, ValueError, TypeError, AttributeError, RecursionError, OverflowError) as error:
        reason = " ".join(str(error).split())[:200]
        raise DocumentError(
            f"{name} has front matter that is not valid YAML: {reason}. Correct or remove it."
        ) from None
    if meta is None:
        return {}
    if not isinstance(meta, dict):
        raise DocumentError(f"{name} has front matter that is not a mapping. Write lines such as 'title: ...' in it.")
    return meta


def _text(meta: dict[str, Any], key: str) -> str | None:
    value = meta.get(key)
    return str(value).strip() or None if isinstance(value, (str, int, float)) else None


def _day(value: object, name: str) -> date | None:
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value).strip()[:10])
    except ValueError:
        raise DocumentError(
            f"{name} has a published_on that is no date: {str(value)[:40]!r}. Write it as YYYY-MM-DD."
        ) from None


def _headline(text: str) -> str | None:
    """The first line, where it looks like a headline: a blank line after it and no end of a sentence."""
    lines = text.lstrip("\n").split("\n", 2)
    first = lines[0].strip()
    heading = _HEADING.fullmatch(first)
    if heading:
        return heading["words"].rstrip("# ").strip() or None
    followed_by_blank = len(lines) > 1 and not lines[1].strip()
    if not first or len(first) > _HEADLINE_LENGTH or not followed_by_blank or _SENTENCE_END.search(first):
        return None
    return first
