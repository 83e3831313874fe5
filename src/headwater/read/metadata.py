"""What a page's head says of it: title, publisher, author, dates, from JSON-LD, meta elements and marked-up times."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from headwater.model import DateBasis, KnownBy
from headwater.read.draft import Metadata
from headwater.read.pagedates import day
from headwater.read.publisher import host_name

__all__ = ["metadata_of"]

_TITLE = ("og:title", "twitter:title", "dc.title", "citation_title", "headline", "parsely-title")
_PUBLISHER = ("og:site_name", "dc.publisher", "citation_publisher", "application-name", "publisher")
_AUTHOR = (
    "author",
    "article:author",
    "byl",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dc.creator.1",
    "citation_author",
    "twitter:creator:name",
)
_PUBLISHED = (
    "article:published_time", "og:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.created", "pubdate", "publishdate", "publish-date", "publish_date",
    "parsely-pub-date", "sailthru.date", "citation_publication_date", "citation_date", "article.published", "published-date", "cxenseparse:recs:publishtime", "originalpublicationdate",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "lastmod",
    "last-modified",
    "dc.date.modified",
    "dcterms.modified",
    "article.updated",
    "updated-date",
)
_HTTP = re.compile(r"^https?://([^/?#\s]+)", re.IGNORECASE)
_ARTICLES = ("article", "report", "posting", "webpage", "creativework")
_MOST_LD = 500_000


def metadata_of(tree: Any) -> Metadata:
    """All that the page says of itself outside of its text; dates that are no day of the calendar are left out.

    JSON-LD is taken before meta elements, these before times marked up in the page, these before what htmldate infers.
    """
    said = _metas(tree)
    linked = _linked_data(tree)
    host = _host(tree, said)
    published = _day(linked.get("datePublished")) or _first_day(said, _PUBLISHED) or _marked_time(tree, "datePublished")
    modified = _day(linked.get("dateModified")) or _first_day(said, _MODIFIED) or _marked_time(tree, "dateModified")
    inferred = None if published else _inferred_day(tree)
    window = _clean(tree.findtext(".//title"))
    return Metadata(
        title=_first(said, _TITLE) or _text(linked.get("headline")) or window,
        publisher=_first(said, _PUBLISHER[:1]) or _name(linked.get("publisher")) or _first(said, _PUBLISHER[1:]),
        author=_name(linked.get("author")) or _person(_first(said, _AUTHOR)),
        published=published or inferred,
        modified=modified,
        published_by=_known(published, DateBasis.METADATA) or _known(inferred, DateBasis.INFERRED),
        modified_by=_known(modified, DateBasis.METADATA),
        language=_language(tree),
        host=host,
        window=window,
    )


def _known(day: str | None, basis: DateBasis) -> KnownBy | None:
    return KnownBy(basis) if day else None


def _metas(tree: Any) -> dict[str, str]:
    """The contents of meta elements by lower-case name or property, the first of each."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        content = _clean(meta.get("content"))
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _first(said: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    return next((said[name] for name in names if name in said), None)


def _first_day(said: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    return next((found for name in names if (found := _day(said.get(name)))), None)


def _day(value: object) -> str | None:
    """An ISO day, also where it is written without hyphens or with slashes, year first."""
    if not isinstance(value, str):
        return None
    match = re.match(r"\s*(\d{4})[-/.]?(\d\d)[-/.]?(\d\d)(?!\d)", value)
    return day("-".join(match.groups())) if match else None


def _linked_data(tree: Any) -> dict[str, Any]:
    """The JSON-LD object that describes the page's article, or an empty one."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "") or not script.text or len(script.text) > _MOST_LD:
            continue
        try:
            data = json.loads(script.text, strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _objects(data):
            kinds = item.get("@type")
            names = " ".join(
                kinds if isinstance(kinds, list) and all(isinstance(k, str) for k in kinds) else [str(kinds)]
            )
            if names.lower().endswith(_ARTICLES) and (item.get("headline") or item.get("datePublished")):
                return item
    return {}


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    for item in data if isinstance(data, list) else [data]:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            yield from (one for one in graph if isinstance(one, dict)) if isinstance(graph, list) else ()


def _text(value: object) -> str | None:
    return _clean(value) if isinstance(value, str) else None


def _name(value: object) -> str | None:
    """The name of a JSON-LD person or organisation, or the names of several."""
    if isinstance(value, list):
        names = [name for item in value[:10] if (name := _name(item))]
        return ", ".join(dict.fromkeys(names)) or None
    if isinstance(value, dict):
        return _name(value.get("name"))
    return _person(_text(value))


def _person(name: str | None) -> str | None:
    """A name without "By"; addresses and accounts are no names."""
    if name is None or _HTTP.match(name) or name.startswith("@") or "@" in name:
        return None
    return re.sub(r"^by\s+", "", name, flags=re.IGNORECASE)[:200] or None


def _marked_time(tree: Any, prop: str) -> str | None:
    for node in tree.iter("time", "meta", "span", "abbr"):
        if node.get("itemprop") == prop or (
            prop == "datePublished" and node.tag == "time" and node.get("pubdate") is not None
        ):
            found = _day(node.get("datetime") or node.get("content") or node.get("title"))
            if found:
                return found
    return None


def _inferred_day(tree: Any) -> str | None:
    from htmldate import find_date

    try:
        # The bounds are fixed: by default htmldate takes today, and the same page would be read in two ways.
        found = find_date(
            tree, extensive_search=False, original_date=True, min_date="1991-01-01", max_date="2100-01-01"
        )
    except Exception:  # A page it stumbles over has no date that way.
        return None
    return day(found)


def _language(tree: Any) -> str | None:
    code = re.match(r"[a-zA-Z]{2,3}", tree.get("lang") or "")
    return code.group().lower() if code else None


def _host(tree: Any, said: Mapping[str, str]) -> str | None:
    addresses = [link.get("href") or "" for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    for address in (*addresses, said.get("og:url", ""), said.get("twitter:url", "")):
        match = _HTTP.match(address.strip())
        if match:
            return host_name(match.group(1))
    return None


def _clean(text: object) -> str | None:
    return (" ".join(text.split())[:500] or None) if isinstance(text, str) else None
