"""The tags that a run of digits has by its shape: what of a date or a time of day it can be."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain

__all__ = ["Tags", "digit_shapes", "digit_tags"]

Tags = frozenset[str]


def digit_tags(text: str) -> Tags:
    """The tags of a run of digits, by its shape.

    >>> sorted(digit_tags("1994"))
    ['DIGIT', 'MODERN', 'NUM', 'YEAR4']
    >>> sorted(digit_tags("1,994"))
    ['NUM']
    """
    if not text.isascii():
        return frozenset({"NUM"} if text.isdecimal() else {"OTHER"})
    if text.isdigit():
        return _plain(text)
    parts = re.split(r"[.,]", text)
    if len(parts) == 3 and "," not in text and len(parts[0]) <= 2 and len(parts[1]) <= 2 and len(parts[2]) in (2, 4):
        return frozenset({"DOTTED"})
    if len(parts) == 2 and "," in text and len(parts[0]) <= 2 and len(parts[1]) == 4 and 0 < int(parts[0]) <= 31:
        return frozenset({"DAYYEAR"})
    if len(parts) == 2 and "." in text and len(parts[0]) <= 2 and len(parts[1]) == 2 and _shows(*parts):
        return frozenset({"CLOCKDOT", "NUM"})
    return frozenset({"NUM"})


def _shows(hour: str, minute: str) -> bool:
    return hour.isdigit() and minute.isdigit() and int(hour) <= 24 and int(minute) < 60


def _plain(text: str) -> Tags:
    tags = {"NUM", "DIGIT"}
    if len(text) <= 2:
        number = int(text)
        tags |= {"DAYNUM"} if 1 <= number <= 31 else {"DAYBAD"} if number < 40 else set()
        tags |= {"MONTHNUM"} if 1 <= number <= 12 else set()
        tags |= {"HOUR"} if number <= 24 else set()
        if len(text) == 2:
            tags |= {"YEAR2"} | ({"MINUTE"} if number < 60 else set()) | ({"TENYEAR"} if number % 10 == 0 else set())
    elif len(text) == 4:
        number = int(text)
        tags |= {"CLOCK4"} if number < 2400 and number % 100 < 60 else set()
        tags |= {"CLOCKZERO"} if text[0] == "0" and "CLOCK4" in tags else set()
        tags |= {"YEAR4"} if 1000 <= number < 2200 else set()
        tags |= {"MODERN"} if 1800 <= number < 2050 and number % 100 else set()
        tags |= {"ROUND"} if 1000 <= number < 2200 and number % 100 == 0 else set()
        tags |= {"DECADENUM"} if 1000 <= number < 2200 and number % 10 == 0 else set()
    return frozenset(tags)


def digit_shapes() -> Iterable[Tags]:
    """All sets of tags that digits can have."""
    spelled = chain((f"{n}" for n in range(100)), (f"{n:02}" for n in range(10)), (f"{n:04}" for n in range(2400)))
    return {
        digit_tags(text) for text in chain(spelled, ("1", "100", "9999", "4.3.2019", "4,2019", "9.25", "1,000", "٣"))
    }
