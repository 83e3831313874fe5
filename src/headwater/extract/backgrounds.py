"""Which sentences tell of another event: by their dates, by phrases, by the names of long events."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from headwater.grammar.dates import TimeExpression
from headwater.grammar.tokens import Token
from headwater.language import Language
from headwater.language.background import Background, lexicon

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["mark_backgrounds"]

_LEAD = 4


def mark_backgrounds(
    rows: Sequence[Row], times: Sequence[TimeExpression], published: str | None, language: Language
) -> None:
    """Set `background` on the rows whose figures belong to another event than the report's own."""
    words = lexicon(language)
    lead = {token.lower for row in rows[:_LEAD] for token in row.clause.tokens}
    years = _by_row(rows, times)
    told = {year for found in years[:_LEAD] for year in found}
    told |= {published[:4]} if published else set()
    for row, found in zip(rows, years, strict=True):
        row.background = _is_other(row.clause.tokens, found, told, lead, words)


def _by_row(rows: Sequence[Row], times: Sequence[TimeExpression]) -> list[set[str]]:
    """The years that each row's dates name."""
    found: list[set[str]] = [set() for _ in rows]
    at = 0
    for time in times:
        while at + 1 < len(rows) and rows[at].sentence.end <= time.start:
            at += 1
        if time.edtf and time.kind == "date" and time.edtf[:4].isdigit():
            found[at].add(time.edtf[:4])
    return found


def _is_other(tokens: Sequence[Token], years: set[str], told: set[str], lead: set[str], words: Background) -> bool:
    if years and told and not years & told:
        return True
    lower = [token.lower for token in tokens]
    if any(word in words.events and word not in lead for word in lower):
        return True
    return any(
        tuple(lower[start : start + size]) in words.phrases
        for start in range(len(lower))
        for size in range(1, words.longest + 1)
    )
