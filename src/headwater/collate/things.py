"""What one voice counts side by side is not one thing: "25 children lost both parents, 130 children lost one"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from headwater.model import Agreement, Figure, agreement

__all__ = ["things"]

BESIDE = 250
"""Code points within which two numbers stand side by side, as in a sentence or a list; a headline is told again further off."""

Value = tuple[Decimal | None, Decimal | None, Decimal | None]


def things(figures: Sequence[Figure]) -> list[list[Figure]]:
    """The figures of one outcome, group and scope, by the things that they count; most often all count one.

    Where two reports or more, each in one voice and side by side, give the same two numbers that exclude each other, they count two
    things: one report alone may be setting rival counts beside each other without saying whose they are. The two numbers go
    apart in every report, and so does any further number, as nothing says which of the two it counts.
    """
    by_value: dict[Value, list[Figure]] = defaultdict(list)
    for figure in figures:
        by_value[_value(figure)].append(figure)
    apart = _counted_apart(figures)
    if not apart:
        return [list(figures)]
    parts = [found for value, found in by_value.items() if value in apart]
    rest = [found for value, found in by_value.items() if value not in apart]
    for found in rest:
        _home(found, parts).extend(found)
    return [sorted(part, key=lambda figure: (figure.document, figure.start, figure.end, figure.id)) for part in parts]


def _counted_apart(figures: Sequence[Figure]) -> set[Value]:
    by_voice: dict[tuple[str, tuple[str, ...]], list[Figure]] = defaultdict(list)
    for figure in (one for one in figures if not one.denied):
        by_voice[figure.document, figure.speaker].append(figure)
    pairs: dict[tuple[Value, Value], set[str]] = defaultdict(set)
    for (document, _), said in by_voice.items():
        for one, other in _beside(sorted(said, key=lambda figure: figure.start)):
            if one.as_of == other.as_of and agreement(one, other) is Agreement.DIFFERS:
                pairs[_value(one), _value(other)].add(document)
    return {
        value
        for (one, other), found in pairs.items()
        if len(found | pairs.get((other, one), set())) > 1
        for value in (one, other)
    }


def _value(figure: Figure) -> Value:
    return figure.best, figure.low, figure.high


def _beside(figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    for number, one in enumerate(figures):
        for other in figures[number + 1 :]:
            if other.start - one.start > BESIDE:
                break
            yield one, other


def _home(found: Sequence[Figure], parts: list[list[Figure]]) -> list[Figure]:
    """The thing that a further number belongs to: the one of the same number in other bounds, else one of its own."""
    for part in parts:
        if found[0].best is not None and found[0].best == part[0].best:
            return part
    parts.append([])
    return parts[-1]
