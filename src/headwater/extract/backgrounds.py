"""Which sentences tell of another event: by their dates, by phrases, by the names of long events."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from headwater.extract.settling import Settled
from headwater.grammar.dates import TimeExpression
from headwater.language import Language
from headwater.language.background import Background, lexicon

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["mark_backgrounds"]

Days = tuple[int, int]

_LEAD = 4
_NEAR = 16
_LAST_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def mark_backgrounds(
    rows: Sequence[Row], times: Sequence[TimeExpression], published: str | None, language: Language
) -> None:
    """Set `background` on the rows whose figures belong to another event than the report's own.

    The report's own event is that of its first sentences: their dates, the day of publication, their words.
    """
    words = lexicon(language)
    lead = {token.lower for row in rows[:_LEAD] for token in row.clause.tokens}
    dated = _by_row(rows, times)
    told = [days for found in dated[:_LEAD] for days in found]
    told += [days for days in [_days(published or "")] if days is not None]
    others = any(_tells_others(held, words) for row in rows for held in row.settled.values())
    for row, found in zip(rows, dated, strict=True):
        lower = [token.lower for token in row.clause.tokens]
        row.background = (
            (bool(found) and bool(told) and not any(_near(one, other) for one in found for other in told))
            or any(word in words.events and word not in lead for word in lower)
            or _has_phrase(lower, words)
            or (others and _is_standing(row, lower, words))
        )


def _by_row(rows: Sequence[Row], times: Sequence[TimeExpression]) -> list[list[Days]]:
    """The days that each row's dates name."""
    found: list[list[Days]] = [[] for _ in rows]
    at = 0
    for time in times:
        while at + 1 < len(rows) and rows[at].sentence.end <= time.start:
            at += 1
        days = _days(time.edtf or "") if time.kind == "date" else None
        if days is not None:
            found[at].append(days)
    return found


def _days(edtf: str) -> Days | None:
    """First and last day of an EDTF date or interval, as ordinals; `None` for what has no day.

    >>> _days("1999-03") == (date(1999, 3, 1).toordinal(), date(1999, 3, 31).toordinal())
    True
    """
    first, _, last = edtf.partition("/")
    one, other = _ends(first[:10]), _ends((last or first)[:10])
    return (one[0], other[1]) if one and other else None


def _ends(text: str) -> Days | None:
    pieces = text.split("-")
    if not all(piece.isascii() and piece.isdigit() for piece in pieces) or len(pieces[0]) != 4:
        return None
    year, *rest = (int(piece) for piece in pieces)
    try:
        if not rest:
            return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
        if len(rest) == 1:
            return date(year, rest[0], 1).toordinal(), date(year, rest[0], _LAST_DAYS[rest[0] - 1]).toordinal()
        day = date(year, rest[0], rest[1]).toordinal()
    except (ValueError, IndexError):
        return None
    return day, day


def _near(one: Days, other: Days) -> bool:
    return one[0] - _NEAR <= other[1] and other[0] - _NEAR <= one[1]


def _has_phrase(lower: Sequence[str], words: Background) -> bool:
    return any(
        tuple(lower[start : start + size]) in words.phrases
        for start, word in enumerate(lower)
        if word in words.openings
        for size in range(1, words.longest + 1)
    )


def _tells_others(held: Settled, words: Background) -> bool:
    return bool(held.outcomes) and held.chunk.counts and held.outcomes[0] not in words.standing


def _is_standing(row: Row, lower: Sequence[str], words: Background) -> bool:
    """Whether all that a row counts was so before the event: the refugees of a camp that was attacked."""
    outcomes = {outcome for held in row.settled.values() if held.chunk.counts for outcome in held.outcomes}
    return bool(outcomes) and outcomes <= words.standing and any(word in words.standing_words for word in lower)
