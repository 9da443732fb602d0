"""Text and Markdown, with optional YAML front matter: the text is stored as it was, without the front matter."""

import re
from typing import Any

import yaml

from app.errors import DocumentError
from app.extract.documents.kinds import text_media_type
from app.extract.documents.metadata import read_day, read_line
from app.facts import Document

# The opening line of front matter: "---\ntitle: x\n---\n" is one; "---- \n", a ruler of four, is not.
_FENCE = re.compile(r"---[ \t]*(?:\n|\Z)")
# The end of a sentence: "of Kyiv." has one; "of Kyiv" does not.
_SENTENCE_END = re.compile(r"[.!?:;,…][\"'”’)]*\Z")
# A Markdown heading: "## Aid for Kyiv" is one; "#Aid", a tag, is not.
_HEADING = re.compile(r"#{1,6}[ \t]+(?P<words>\S.*)")

_HEADLINE_LENGTH = 200
_NAMES = frozenset({"title", "publisher", "url", "published_on"})


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


def read_text(text: str, name: str) -> Document:
    """A text as a document, with what its front matter says of it."""
    text = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise DocumentError(f"{name} holds nothing but white space. Give a file with the text of an announcement.")
    text, meta = _split(text, name)
    if not text.strip():
        raise DocumentError(
            f"{name} has front matter but no text after it. Put the announcement below the closing ---."
        )
    return Document(
        text=text,
        title=read_line(meta.get("title"), name) or headline(text),
        publisher=read_line(meta.get("publisher"), name),
        url=read_line(meta.get("url"), name),
        published_on=read_day(meta.get("published_on"), name),
        media_type=text_media_type(name),
    )


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


def headline(text: str) -> str | None:
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
