"""What a page states of itself: title, publisher, address and day of publication. Nothing is guessed.

A day counts only where the page says that it is the one of publication; the days of a change, of a file or of an
address do not.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TITLES = ("og:title", "dcterms.title", "dc.title", "citation_title", "twitter:title")
_PUBLISHERS = ("og:site_name", "dcterms.publisher", "dc.publisher", "publisher", "application-name")
_ADDRESSES = ("og:url", "twitter:url")
_DAYS = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "dcterms.issued",
    "dcterms.date.issued",
    "dc.date.issued",
    "citation_publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "publication-date",
)
_DAY_CLASSES = frozenset({"published", "entry-date", "dt-published"})
_ARTICLES = frozenset(
    {
        *("Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle"),
        *("BlogPosting", "LiveBlogPosting", "Report", "GovernmentReport", "PressRelease", "WebPage"),
    }
)
# A day as a page writes it: "2023-05-09", "20230509", "2023-05-09T10:00:00.000+0200"; not "05/09/2023".
_DAY = re.compile(
    r"(?P<year>\d{4})(?P<dash>-?)(?P<month>\d\d)(?P=dash)(?P<day>\d\d)"
    r"(?:[T ](?P<time>\d\d:\d\d(?::\d\d)?)(?:\.\d+)?\s?(?P<offset>Z|[+-]\d\d:?\d\d)?)?"
)
# What stands between the title of a page and the name of its site: " | ", " - ", " — "; not the hyphen of "anti-tank".
_SEPARATOR = re.compile(r"\s+[|–—·:»-]\s+")

_EARLIEST = date(1991, 8, 6)  # the first page of the web; clocks that are not set say 1970
_LONGEST = 500  # signs of a title or name
_LONGEST_ADDRESS = 2000
_DEEPEST = 6  # levels of structured data: a page's article stands on the first or second


@dataclass(frozen=True, slots=True)
class PageMetadata:
    title: str | None
    publisher: str | None
    url: str | None
    published_on: date | None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Stated:
    """A day, and the moment that it was taken from where that is known to the second and with its offset."""

    day: date
    moment: datetime | None


def read_metadata(page: "HtmlElement") -> PageMetadata:
    """What the page states in its metadata: meta elements, JSON-LD, the canonical link, <time> and its headline."""
    metas = _metas(page)
    articles = list(_articles(page))
    url = _address(page, metas)
    publisher = _first(metas, _PUBLISHERS) or _publisher(articles)
    if publisher is None and url is not None:
        publisher = (urlsplit(url).hostname or "").removeprefix("www.") or None
    published_on, warnings = _day(metas, articles, page)
    return PageMetadata(_title(page, metas, publisher), publisher, url, published_on, warnings)


def _metas(page: "HtmlElement") -> dict[str, list[str]]:
    metas: dict[str, list[str]] = {}
    for element in page.iter("meta"):
        key = element.get("property") or element.get("name") or element.get("itemprop")
        words = _spaced(element.get("content") or "")
        if key and words:
            metas.setdefault(key.strip().lower(), []).append(words)
    return metas


def _first(metas: dict[str, list[str]], keys: tuple[str, ...]) -> str | None:
    """The first that is a name: no address, no account."""
    named = (words for key in keys for words in metas.get(key, ()))
    return next((words for words in named if _is_name(words)), None)


def _is_name(words: str) -> bool:
    return len(words) <= _LONGEST and not words.lower().startswith(("http://", "https://", "//", "@"))


def _title(page: "HtmlElement", metas: dict[str, list[str]], publisher: str | None) -> str | None:
    headlines = [_spaced(element.text_content()) for element in page.iter("h1")]
    only = headlines[0] if len(headlines) == 1 and len(headlines[0]) <= _LONGEST else None
    named = next((_spaced(element.text_content()) for element in page.xpath("//head/title")), "")
    title = _first(metas, _TITLES) or only or (named if len(named) <= _LONGEST else None)
    if not title:
        return None
    parts = _SEPARATOR.split(title)
    last = parts[-1].casefold()
    if len(parts) > 1 and publisher is not None and last == publisher.casefold():
        return title[: title.casefold().rindex(last)].rstrip(" \u00a0|–—·:»-") or None
    return title


def _address(page: "HtmlElement", metas: dict[str, list[str]]) -> str | None:
    links = (
        link.get("href") or "" for link in page.iter("link") if "canonical" in (link.get("rel") or "").lower().split()
    )
    for address in (*links, *(words for key in _ADDRESSES for words in metas.get(key, ()))):
        if address.strip().lower().startswith(("http://", "https://")) and len(address) <= _LONGEST_ADDRESS:
            return address.strip()
    return None


def _articles(page: "HtmlElement") -> Iterator[dict[str, Any]]:
    """The articles and pages that the JSON-LD of a page describes, not those that they mention."""
    for script in page.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            described = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _described(described, 0)


def _described(node: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(node, list):
        for one in node:
            yield from _described(one, depth + 1)
    elif isinstance(node, dict):
        kinds = node.get("@type")
        if _ARTICLES & {kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)}:
            yield node
        yield from _described(node.get("@graph"), depth + 1)
        yield from _described(node.get("mainEntity"), depth + 1)


def _publisher(articles: list[dict[str, Any]]) -> str | None:
    for article in articles:
        publisher = article.get("publisher")
        name = publisher.get("name") if isinstance(publisher, dict) else publisher
        if isinstance(name, str) and _spaced(name) and _is_name(_spaced(name)):
            return _spaced(name)
    return None


def _day(
    metas: dict[str, list[str]], articles: list[dict[str, Any]], page: "HtmlElement"
) -> tuple[date | None, tuple[str, ...]]:
    """The day of publication; none where the page states several, of which a warning tells."""
    said = [words for key in _DAYS for words in metas.get(key, ())]
    said += [article["datePublished"] for article in articles if isinstance(article.get("datePublished"), str)]
    said += [element.get("datetime") or "" for element in page.iter("time") if _says_publication(element)]
    stated = [one for one in map(_read_day, said) if one is not None and one.day >= _EARLIEST]
    days = sorted({one.day for one in stated})
    if len(days) < 2:
        return (days[0] if days else None), ()
    moments = {one.moment for one in stated}
    if len(moments) == 1 and None not in moments:  # one moment, in the time of the place and in that of Greenwich
        local = {one.day for one in stated if one.moment is not None and one.moment.utcoffset()}
        if len(local) == 1:
            return local.pop(), ()
    shown = ", ".join(str(day) for day in days[:3])
    return None, (f"The page states several days of publication ({shown}), so none was taken.",)


def _says_publication(element: "HtmlElement") -> bool:
    classes = frozenset((element.get("class") or "").split())
    return (
        element.get("itemprop") == "datePublished" or element.get("pubdate") is not None or bool(classes & _DAY_CLASSES)
    )


def _read_day(words: str) -> _Stated | None:
    written = _DAY.fullmatch(words.strip()[:40])
    if written is None:
        return None
    day = f"{written['year']}-{written['month']}-{written['day']}"
    try:
        moment = datetime.fromisoformat(f"{day}T{written['time']}{written['offset']}") if written["offset"] else None
        return _Stated(date.fromisoformat(day), moment)
    except ValueError:
        return None


def _spaced(words: str) -> str:
    return " ".join(words.replace("\0", "").split())
