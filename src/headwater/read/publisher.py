"""Who publishes a page, told from its own words."""

from __future__ import annotations

import regex

from headwater.language.credits import CreditWords
from headwater.model import Block, BlockKind
from headwater.read.masthead import masthead

__all__ = ["beside_title", "host_name", "publisher_of"]

_RIGHTS = regex.compile(r"(?:copyright\s*+)?(?:©|\(c\)|copyright\b)", regex.IGNORECASE)
_NOT_NAME = regex.compile(
    r"\b(?:\d{4}(?:\s?[-–]\s?(?:\d{4}|\d{2}))?)\b|all rights reserved.*|copyright|©|\(c\)", regex.IGNORECASE
)
_ADDRESS = regex.compile(r"https?://(?:www\d?\.)?([\w.-]{4,80})(?::\d+)?(?:/\S*)?")
_PARTS = regex.compile(r"\.\s|\s?[|·•]\s?")
_BRACKET = regex.compile(r"\(([^()/\d\n]{2,40})\)")
_BESIDE_HOST = regex.compile(r"^(?:www\d?|m|amp|mobile)\.|:\d+$")
# What parts the name of a site from that of a page in a window's title, and how many letters of its heading have to stand there at the least.
_WINDOW = regex.compile(r"\s++[-–—:]++\s++|\s*+[|·•»]++\s*+")
_FEWEST = 12  # letters
_LONGEST = 60


def publisher_of(
    text: str, blocks: tuple[Block, ...], signed: str | None, words: CreditWords | None = None
) -> str | None:
    """The name that signs the end of the account, else beside ©, else the host it was saved from, else at its head (plain texts, for which words are given), else its dateline's agency.

    Null where the page does not say: it is not guessed at.
    """
    named = signed or _rights_holder(text, blocks) or _saved_from(text, blocks)
    return named or (masthead(text, blocks, words) if words is not None else None) or _agency(text, blocks)


def beside_title(window: str | None, heading: str | None, words: CreditWords) -> str | None:
    """The name that stands beside a page's heading in the title of its window; null where the title has no more than the heading.

    >>> from headwater.language import load
    >>> from headwater.language.credits import lexicon
    >>> beside_title("Dam breaks at Lorn | News | Varn Courier", "Dam breaks at Lorn", lexicon(load()))
    'Varn Courier'
    """
    parts: list[str] = [part for part in _WINDOW.split(window or "") if part]
    if len(parts) < 2 or not heading:
        return None
    whole, own = _letters(heading), _letters(window or "")
    beside = ((own[: len(whole)], parts[-1]), (_letters(parts[0]), parts[-1]), (_letters(parts[-1]), parts[0]))
    for title, name in beside:
        enough = len(title) >= min(len(whole), _FEWEST) > 0
        if enough and whole.startswith(title) and _is_name(name, words) and _letters(name) not in whole:
            return name
    return None


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words.casefold()))


def _is_name(name: str, words: CreditWords) -> bool:
    """Whether words may be a site's name: few, with a capital, without digits, and not those of a section."""
    parts = name.split()
    named = any(part[:1].isupper() for part in parts) and not any(map(str.isdigit, name))
    short = len(parts) <= 6 and len(name) <= _LONGEST
    return named and short and not words.sections.issuperset(part.lower() for part in parts)


def _rights_holder(text: str, blocks: tuple[Block, ...]) -> str | None:
    for block in blocks:
        line = text[block.start : block.end]
        if block.kind is BlockKind.CHROME and len(line) < 200 and _RIGHTS.search(line):
            beside = next(part for part in _PARTS.split(line) if _RIGHTS.search(part))
            name = " ".join(_NOT_NAME.sub(" ", beside).split()).strip(" .,;:|-–—·")
            if 2 <= len(name) <= _LONGEST and len(name.split()) <= 6 and name[0].isalnum():
                return name
    return None


def _saved_from(text: str, blocks: tuple[Block, ...]) -> str | None:
    """The host of an address that stands alone in the first or last line."""
    for block in (*blocks[:1], *blocks[-1:]):
        match = _ADDRESS.fullmatch(text, block.start, block.end)
        if match:
            return host_name(match.group(1))
    return None


def _agency(text: str, blocks: tuple[Block, ...]) -> str | None:
    """The agency in the dateline, where no other name stands on the page: its own text, as it was sent."""
    for block in blocks:
        if block.kind is BlockKind.CREDIT:
            return None
        match = _BRACKET.search(text, block.start, block.end) if block.kind is BlockKind.DATELINE else None
        if match and not match.group(1).islower():  # "(transcript)" is nobody
            return str(match.group(1))
    return None


def host_name(host: str) -> str | None:
    """A host without `www.` and port.

    >>> host_name("www.harbour.example:443")
    'harbour.example'
    """
    bare = _BESIDE_HOST.sub("", host.strip().lower())
    return bare if "." in bare.strip(".") else None
