"""Plain text → a draft: the file decoded and nothing else changed, its lines labelled."""

from __future__ import annotations

import re

from headwater.model import Block, BlockKind, Problem
from headwater.read.decoding import decode
from headwater.read.draft import Draft, UnreadableError
from headwater.settings import Settings

__all__ = ["blocks", "read"]

_LINE = re.compile(r"\S[^\n]*(?<=\S)")
_ITEM = re.compile(r"(?:[•‣▪◦●∙·*–—-]|\(?\d{1,2}[.)])\s+\S")


def read(document: str, data: bytes, settings: Settings) -> Draft:
    """The draft of a text file.

    Raises:
        UnreadableError: the bytes are no text, or hold no words.
    """
    decoded = decode(data)
    if not decoded.text.strip():
        raise UnreadableError("empty", "The file holds no text; save it again, or leave it out.")
    wrong = (Problem(document, "encoding", "Some characters could not be decoded; save the file as UTF-8."),)
    return Draft(text=decoded.text, blocks=blocks(decoded.text), problems=() if decoded.encoding else wrong)


def blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a bare text, offsets into it exactly as given."""
    found = []
    for match in _LINE.finditer(text):
        kind = BlockKind.ITEM if _ITEM.match(text, match.start()) else BlockKind.PARAGRAPH
        found.append(Block(match.start(), match.end(), kind))
    return tuple(found)
