"""Lines that name an author."""

from __future__ import annotations

import re
from functools import cache

from headwater.language.chrome import fold
from headwater.language.credits import CreditWords

__all__ = ["CAPITALISED", "byline"]

CAPITALISED = re.compile(r"[^\W\d_]+(?:[.'’-][^\W\d_]+)*")
"""A word as names are made of; whether it is capitalised is seen from its first letter."""


def byline(line: str, words: CreditWords) -> str | None:
    """The author that a line names, if it is a byline.

    >>> from headwater.language import load
    >>> from headwater.language.credits import lexicon
    >>> byline("By Anna Rossi, Staff Writer", lexicon(load())), byline("By Tuesday the water had risen.", lexicon(load()))
    ('Anna Rossi', None)
    """
    if len(line) > 120 or not line.strip():
        return None
    if line.split(None, 1)[0].strip(":").lower() not in _firsts(words):
        return None
    folded = fold(line)
    phrase = next((phrase for phrase in words.byline if folded[: len(phrase)] == phrase), None)
    if phrase is None or not len(phrase) < len(folded) <= 14:
        return None
    rest = _after(line, len(phrase))
    names = CAPITALISED.findall(rest)
    if not names or not all(name[0].isupper() or name.lower() in words.staff for name in names):
        return None
    if names[0].lower() in words.no_agents or "#" in fold(rest)[:2] or rest.endswith(("?", "!")):
        return None
    rest = _without_day(rest, words)
    return re.split(r"\s*(?:[,|(•·–—]|\s-\s|\d)", rest, maxsplit=1)[0].strip(" .") or None


def _without_day(rest: str, words: CreditWords) -> str:
    """What stands before the month of a day written in letters: "Newsroom October 5, 2030"."""
    known = rest.split()
    at = next((at for at, word in enumerate(known[1:], 1) if word.lower().strip(",.") in words.no_agents), None)
    return " ".join(known[:at]) if at and any(map(str.isdigit, "".join(known[at:]))) else rest


@cache
def _firsts(words: CreditWords) -> frozenset[str]:
    return frozenset(phrase[0] for phrase in words.byline)


def _after(line: str, words: int) -> str:
    match = re.match(rf"\W*(?:\w+\W+){{{words}}}", line)
    return line[match.end() :] if match else ""
