"""Bytes to a document: text or Markdown with optional YAML front matter."""

import re
from datetime import date
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

# A day with or without a time behind it: "2024-03-01T10:00:00Z"; not "2024-03-011" or "March 1".
_DAY = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)(?:[Tt\s].*)?", re.DOTALL)
# What no database stores: NUL, and halves of surrogate pairs, which YAML and JSON can write as escapes.
_UNSTORABLE = re.compile(r"[\0\ud800-\udfff]")

_HEADLINE_LENGTH = 200
_NAMES = frozenset({"title", "publisher", "url", "published_on"})
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


class _FrontMatter(yaml.BaseLoader):
    """YAML whose scalars stay the words that were written, without aliases, which can stand for endless text."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("aliases are not read here")
        return super().compose_node(parent, index)

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode)]
        twice = next((key for at, key in enumerate(keys) if key in _NAMES and key in keys[:at]), None)
        if twice is not None:
            raise yaml.YAMLError(f"the key {twice!r} stands there twice")
        return super().construct_mapping(node, deep)


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
        title=_line(title, name) or _line(meta.get("title"), name) or _headline(text),
        publisher=_line(publisher, name) or _line(meta.get("publisher"), name),
        url=_line(url, name) or _line(meta.get("url"), name),
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
    text = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
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
        meta = yaml.load(source, Loader=_FrontMatter)
    # PyYAML lets ValueError through for escapes that name no character, and RecursionError for deep nesting.
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as error:
        reason = " ".join(str(error).split())[:200]
        raise DocumentError(
            f"{name} has front matter that is not valid YAML: {reason}. Correct or remove it."
        ) from None
    if meta is None or meta == "":
        return {}
    if not isinstance(meta, dict):
        raise DocumentError(f"{name} has front matter that is not a mapping. Write lines such as 'title: ...' in it.")
    return meta


def _line(value: object, name: str) -> str | None:
    """Metadata as one line of text; None for what is empty or no text. Raises DocumentError for unstorable signs."""
    if not isinstance(value, str) or value in _NULLS:
        return None
    if _UNSTORABLE.search(value):
        raise DocumentError(f"{name} has metadata with NUL or half a surrogate pair in it. Write it as plain text.")
    return " ".join(value.split()) or None


def _day(value: object, name: str) -> date | None:
    if value is None or (isinstance(value, str) and value.strip() in _NULLS):
        return None
    written = _DAY.fullmatch(value.strip()) if isinstance(value, str) else None
    try:
        return date.fromisoformat(written["day"] if written else "")
    except ValueError:
        words = repr(value[:40]) if isinstance(value, str) else "a list or mapping"
        raise DocumentError(f"{name} has a published_on that is no date: {words}. Write it as YYYY-MM-DD.") from None


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
