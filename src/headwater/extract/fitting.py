"""Whether a sense can be said of a noun group."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.extract.chunks import Chunk
from headwater.language.senses import Sense

__all__ = ["fitting"]

_UNCOUNTED = ("measure", "event")


def fitting(target: Chunk, senses: Sequence[Sense]) -> Sense | None:
    """The first of a verb's senses that can be said of a noun group, `None` where none can.

    A noun of an unknown class fits what is not `strict`; a number alone stands for people as well as for things, and so fits the
    groups that have people among them.
    """
    for sense in senses:
        if (sense.counted and not target.counts) or (sense.never and _is_never(sense, target)):
            continue
        if not target.kind:
            if not sense.headed and _takes_unknown(sense, target):
                return sense
        elif _takes(sense, target):
            return sense if sense.of or target.kind not in _UNCOUNTED else None
    return None


def _is_never(sense: Sense, target: Chunk) -> bool:
    return target.group in sense.never or target.head in sense.never


def _takes(sense: Sense, target: Chunk) -> bool:
    return (not sense.groups or target.group in sense.groups) and (not sense.of or _kind(target) in sense.of)


def _kind(target: Chunk) -> str:
    """The class that a sense must take: land is a place."""
    return "place" if target.kind == "area" else target.kind


def _takes_unknown(sense: Sense, target: Chunk) -> bool:
    if target.head:
        return target.group in sense.groups if sense.groups else not sense.strict
    return not sense.groups or (not sense.strict and target.group in sense.groups)
