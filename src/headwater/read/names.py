"""Names as they stand in running text: capitalised words, with what may join them."""

from __future__ import annotations

from functools import cache

import regex

__all__ = ["name_at", "name_before"]

_CAP = r"(?:\p{Lu}[\p{L}\p{M}\p{Nd}]*+(?:[.'’&-][\p{L}\p{Nd}]++)*+)"
_JOIN = r"(?:of|de|da|del|di|la|le|al|el|van|von|for|and|&|the)"
_LONGEST = 120


@cache
def _name() -> regex.Pattern[str]:
    """A name with its article; compiled when one is first looked for, since a bare text asks for none."""
    return regex.compile(
        rf"(?:[Tt]he\s)?({_CAP}(?:\s(?:{_JOIN}\s){{0,2}}{_CAP}){{0,6}}(?:\s\(\p{{Lu}}[\p{{Lu}}.]{{1,7}}\))?)"
    )


def name_at(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The place of the name that begins at `start`, its article left out; none where no name begins there.

    >>> text = "told the Varn Gazette that"
    >>> text[slice(*name_at(text, 5, len(text)))]
    'Varn Gazette'
    """
    match = _name().match(text, start, min(end, start + _LONGEST))
    return match.span(1) if match else None


def name_before(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The place of the name that ends at `end` and has nothing but its article between it and the last comma before.

    >>> text = "It sank, the Varn Gazette reported."
    >>> text[slice(*name_before(text, 0, 25))]
    'Varn Gazette'
    """
    comma = text.rfind(",", max(start, end - _LONGEST), end)
    if comma < 0:
        return None
    at = comma + 1
    while at < end and (text[at].isspace() or text[at] in "\"'”’»"):
        at += 1
    match = _name().fullmatch(text, at, end)
    return match.span(1) if match else None
