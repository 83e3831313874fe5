"""The time that figures are given for before they are told: "Figures as of 12 May: 14 dead", "Weekly update, 5-11 May"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from headwater.grammar.governing import Dated
from headwater.language.happenings import Happenings
from headwater.model import Figure

__all__ = ["Standing", "in_standing", "standings"]

#: Code points that such words are no longer than.
_LONGEST = 60
#: What closes them, beside the end of a bracket.
_CLOSING = frozenset((":", ".", "\n", "\u2014", "\u2013"))
_DAYS = timedelta(days=6)


@dataclass(frozen=True, slots=True)
class Standing:
    """What figures in a stretch of the text stand for, `[start, end)`: `as_of` a time, or counted over a `period`."""

    start: int
    end: int
    as_of: str | None = None
    period: str | None = None


def standings(text: str, told: Sequence[Dated], known: Happenings) -> list[Standing]:
    """The stretches of a text whose figures are given for a time named before them, up to the next empty line.

    Before the time stand only words such as "figures as of", with one of counts among them, and behind it the line, the sentence or a colon ends.
    """
    return [one for dated in told if (one := _standing(text, dated, known)) is not None]


def _standing(text: str, one: Dated, known: Happenings) -> Standing | None:
    first = max(0, one.dating.start - _LONGEST)
    before = text[first : one.dating.start]
    opened = max(before.rfind("\n"), before.rfind(". ")) + 1
    if opened == 0 and first > 0:
        return None
    words = before[opened:].lower().replace(",", " ").replace("(", " ").split()
    if known.standing.isdisjoint(words) or not known.standing.union(known.standing_beside).issuperset(words):
        return None
    behind = text[one.dating.end : one.dating.end + 2]
    bracketed = behind == "),"
    if not bracketed and behind.lstrip(")")[:1] not in _CLOSING:
        return None
    start = one.dating.end + 1
    while text[start : start + 1].isspace():  # a heading by itself is told of what follows it
        start += 1
    end = text.find(". " if bracketed else "\n\n", start)
    weekly = known.week_ending.issuperset(words[-1:])
    period, as_of = _time(one, weekly=weekly)
    return Standing(start, len(text) if end < 0 else end, as_of, period)


def _time(one: Dated, *, weekly: bool) -> tuple[str | None, str | None]:
    """The period or the as-of that a time is."""
    if one.period.unit == "D" and weekly:
        last = one.period.last
        return f"{(last - _DAYS).isoformat()}/{last.isoformat()}", None
    if one.period.unit == "D":
        edtf = f"{one.dating.edtf}"
        return None, edtf if "T" in edtf else one.period.first.isoformat()
    return f"{one.dating.edtf}", None


def in_standing(
    text: str, figure: Figure, standing: Sequence[Standing], told: Sequence[Dated], known: Happenings
) -> Figure:
    """The figure with the time that it is given for, where its sentence names none before it and compares it with nothing."""
    if figure.period is not None or figure.as_of is not None or figure.outcome is None or figure.background:
        return figure
    for one in standing:
        if one.start <= figure.start < one.end:
            first = max(one.start, figure.sentence.start)
            last = figure.sentence.end if first > one.start else figure.start
            own = any(first <= other.dating.start < last for other in told)
            apart = not known.standing_apart.isdisjoint(text[first : figure.start].lower().replace(",", " ").split())
            return figure if own or apart else replace(figure, period=one.period, as_of=one.as_of)
    return figure
