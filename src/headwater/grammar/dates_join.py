"""A time of day and the day that stands beside it are one expression."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

import msgspec
from msgspec.structs import replace

from headwater.grammar.dates_reading import Told
from headwater.grammar.dates_tags import Alphabet
from headwater.model import Anchor

__all__ = ["Found", "join"]


class Found(msgspec.Struct, frozen=True, gc=False):
    """What a rule found over the tokens `[first, last)`, and what it comes to."""

    first: int
    last: int
    told: Told
    rule: str


class _Passage(Protocol):
    @property
    def alphabet(self) -> Alphabet: ...

    @property
    def letters(self) -> str: ...

    def sentence(self, token: int) -> int: ...


def join(passage: _Passage, found: Sequence[Found]) -> Iterator[Found]:
    """The expressions, those of clock and day beside each other as one; a clock alone takes a day of its own sentence."""
    joined: list[Found] = []
    for item in found:
        if joined and (whole := _joined(passage, joined[-1], item)):
            joined[-1] = whole
        else:
            joined.append(item)
    for place, item in enumerate(joined):
        yield _placed(passage, joined, place) if _is_clock(item.told) else item


def _is_clock(told: Told) -> bool:
    return told.kind == "time" and told.period is None and bool(told.clock or told.part)


def _is_day(told: Told) -> bool:
    return (
        told.kind in ("date", "time")
        and not told.clock
        and (told.period is None or told.period.unit == "D")
        and told.unit == "D"
    )


def _joined(passage: _Passage, one: Found, other: Found) -> Found | None:
    between = passage.letters[one.last : other.first]
    if len(between) > 2 or any(letter not in passage.alphabet.marks.glue for letter in between):
        return None
    if _is_clock(one.told) and _is_day(other.told):
        clock, day = one, other
    elif _is_day(one.told) and _is_clock(other.told) and not one.told.part:
        clock, day = other, one
    else:
        return None
    told = replace(day.told, kind="time", clock=clock.told.clock, part=clock.told.part or day.told.part)
    return Found(one.first, other.last, told, day.rule)


def _placed(passage: _Passage, joined: Sequence[Found], place: int) -> Found:
    item = joined[place]
    sentence = passage.sentence(item.first)
    for near in (*reversed(joined[max(0, place - 2) : place]), *joined[place + 1 : place + 2]):
        period = near.told.period
        if period and period.unit == "D" and near.told.kind == "date" and passage.sentence(near.first) == sentence:
            return replace(item, told=replace(item.told, period=period, anchor=Anchor.EVENT))
    return item
