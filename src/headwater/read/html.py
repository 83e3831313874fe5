"""HTML → a draft: Headwater's own serialisation of the page, its account told from its furniture."""

from __future__ import annotations

import re
from typing import Any

from lxml import html as parser

from headwater.messages import say
from headwater.model import Problem
from headwater.read.decoding import Decoded, decode
from headwater.read.draft import Draft, UnreadableError
from headwater.read.flat import serialise_flat
from headwater.read.htmlblocks import labelled
from headwater.read.mainpart import account_of
from headwater.read.metadata import metadata_of
from headwater.read.plain import page_language, replaced
from headwater.read.serialise import serialise
from headwater.settings import Settings

__all__ = ["read"]

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"<\?xml[^>]{0,100}?encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{2,40})", re.IGNORECASE)
_OWN = re.compile(rb'<meta name="generator" content="Headwater ')
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def read(document: str, data: bytes, settings: Settings) -> Draft:
    """The draft of a page: a block a line, list items indented two spaces a level with `• `, nothing left out.

    Raises:
        UnreadableError: the page holds no text, or is a dossier: its figures are those of the reports, counted twice.
    """
    if _OWN.search(data[:4096]):
        raise UnreadableError("own_page", say("problem.own_page"))
    decoded = _decoded(data)
    tree, is_whole = _tree(decoded.text)
    runs = (serialise(tree) if is_whole else serialise_flat(decoded.text)) if tree is not None else []
    if not runs:
        raise UnreadableError("empty", say("problem.empty_page"))
    about = metadata_of(tree)
    account = account_of(decoded.text if is_whole else None, runs)
    page = labelled(runs, account, about, page_language(settings.language))
    problems = (*replaced(document, decoded), *(() if is_whole else (_nested(document),)))
    return Draft(text=page.text, blocks=page.blocks, metadata=page.metadata, links=page.links, problems=problems)


def _nested(document: str) -> Problem:
    return Problem(document, "nested", say("problem.nested"))


def _decoded(data: bytes) -> Decoded:
    head = data[:4096]
    match = _CHARSET.search(head) or _XML.search(head)
    return decode(data, match.group(1).decode("ascii", "replace") if match else None)


def _tree(text: str) -> tuple[Any, bool]:
    """The page as a tree, and whether the parser went to its ground.

    Entities beyond HTML's own are not expanded, nothing is fetched, nothing is run.
    """
    settings = parser.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True, recover=True
    )
    body = _DECLARATION.sub("", text).replace("\0", "").encode("utf-8", "replace")
    if not body.strip():
        return None, True
    tree = parser.document_fromstring(body, parser=settings)
    return tree, not any("depth" in entry.message for entry in settings.error_log)
