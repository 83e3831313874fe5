"""One answer for each noun group, out of all that the rules found."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from headwater.extract.chunks import Chunk, Mark
from headwater.extract.lexicons import Lexicons
from headwater.language.senses import NOTHING
from headwater.model.record import record

__all__ = ["NOTHING_GIVEN", "Given", "Settled", "settle"]

# "The death of four students who had been kidnapped" tells two outcomes.
_TWICE = {"nominal": "passive"}
_WEAKEST = "affected"
_DEAD, _SAVED = "killed", ("rescued", "hospitalised")
_BODIES = frozenset({"state", "nominal"})
_BROUGHT, _HURT = "hospitalised", "injured"
_TAKEN_ALIVE = {("captured", "complement"), ("rescued", "state")}
_FREED = {"captured", "rescued"}  # "the guards taken hostage were freed"
_HELD = frozenset({"trapped"})
_MOVED = "displaced"
_BEFORE_DEATH = frozenset({"killed", "displaced", "missing", "trapped", "hospitalised"})  # what befell the dead before
_UNCOUNTED = frozenset({"measure", "event", "money"})


@record()
class Given:
    """What stands apart from a number that it is told with: where, over what time and as of when (EDTF); empty where nothing does."""

    place: str = ""
    period: str = ""
    as_of: str = ""


#: Nothing stands apart from the number.
NOTHING_GIVEN = Given()


class Settled(msgspec.Struct):
    """A noun group with its outcomes, the rule that read them, and the group it is a part of; `given` is from the headings of a table, `row` the number of its sentence where wholes were looked for there."""

    chunk: Chunk
    outcomes: list[str] = msgspec.field(default_factory=list)
    rule: str = ""
    whole: Settled | None = None
    group: str = ""
    place: tuple[int, int] | None = None
    equivalent: Settled | None = None
    spread: bool = False
    given: Given = NOTHING_GIVEN
    row: int = -1


def settle(marks: Iterable[Mark], lexicons: Lexicons) -> dict[int, Settled]:
    """The settled noun groups, keyed by their first token; strong marks go before weak ones, the first before others."""
    by_chunk: dict[int, list[Mark]] = {}
    for mark in marks:
        if mark.chunk.kind in _UNCOUNTED or _is_broken(mark.chunk):
            continue
        by_chunk.setdefault(mark.chunk.first, []).append(mark)
    # A sense that says nothing keeps the others away behind a label too: "Admitted to university: 12".
    told = {first: rows for first, rows in by_chunk.items() if all(row.outcome != NOTHING for row in rows)}
    return {first: _one(rows, lexicons) for first, rows in sorted(told.items())}


def _is_broken(chunk: Chunk) -> bool:
    """Whether digits behind a point leave no count of anyone: "1.1 Fatalities: 61" numbers a paragraph."""
    number = chunk.number
    return number is not None and number.best is not None and number.best > 1 and number.best % 1 != 0


def _one(rows: list[Mark], lexicons: Lexicons) -> Settled:
    chunk = rows[0].chunk
    if len(rows) == 1:
        return Settled(chunk, [rows[0].outcome], rows[0].rule, group=chunk.group, spread=rows[0].spread)
    fixed = [row for row in rows if row.rule == "noun" and not row.weak]
    kept = fixed or [row for row in rows if not row.weak] or rows[:1]
    telling = [row for row in kept if row.outcome != _WEAKEST] or kept
    if any(row.rule in _BODIES and row.outcome == _DEAD for row in telling):
        telling = [row for row in telling if row.outcome not in _SAVED]  # "brought in 24 dead", "pulled out 24 bodies"
    outcomes = list(dict.fromkeys(row.outcome for row in telling))
    if _MOVED in outcomes and any(row.outcome == _HURT for row in rows):
        outcomes = [
            _HURT,
            *(one for one in outcomes if one not in (_HURT, _MOVED)),
        ]  # "evacuated 12 wounded": they are moved because they are hurt
    alone = chunk.number is None and not (chunk.plural or chunk.negated)
    for one, other, both in lexicons.outcomes.joint if not chunk.negated else ():
        if one in outcomes and other in outcomes and (both != other or _are_told_alike(telling, one, other)):
            outcomes = [one if alone else both]  # "a boy was knocked down and killed"
    if {(row.outcome, row.rule) for row in telling} >= _TAKEN_ALIVE:
        outcomes = [one for one in outcomes if one != _SAVED[0]]  # "took nine alive"
    if _SAVED[0] in outcomes and not _HELD.isdisjoint(outcomes):
        outcomes = [outcome for outcome in outcomes if outcome not in _HELD]  # "who had been trapped was freed"
    if _BROUGHT in outcomes and _HURT in outcomes and len({row.rule for row in telling}) > 1:
        outcomes.remove(_BROUGHT)  # "the hospital took in 38 wounded"
    for _, other, both in lexicons.outcomes.joint:
        if both in outcomes and (both != other or len(outcomes) == 1):
            outcomes = [both]
    if len(outcomes) > 1 and not chunk.negated:
        outcomes, telling = _told_first(outcomes, telling)
    outcomes = outcomes[:2]
    return Settled(chunk, outcomes, telling[0].rule, group=chunk.group, spread=telling[0].spread)


def _told_first(outcomes: list[str], telling: list[Mark]) -> tuple[list[str], list[Mark]]:
    """Of several outcomes those that are told as the first is, with what tells them; of the dead, that they died, whatever befell them before.

    "Forty people, who were sleeping in tents, were killed". Of those freed that they were taken stays.
    """
    if _DEAD in outcomes and set(outcomes) <= _BEFORE_DEATH:
        return [_DEAD], [row for row in telling if row.outcome == _DEAD]
    if set(outcomes) == _FREED:
        return outcomes, telling
    telling = sorted(telling, key=lambda row: row.rule != "nominal")
    alike = [row.outcome for row in telling if row.rule in (telling[0].rule, _TWICE.get(telling[0].rule))]
    return list(dict.fromkeys(alike)), telling


def _are_told_alike(telling: Iterable[Mark], one: str, other: str) -> bool:
    """Whether two outcomes are told in one way: "were damaged or destroyed", and not "brought down 40 houses that had been cracked"."""
    return len({row.rule for row in telling if row.outcome in (one, other)}) == 1
