"""Parts that the words do not call parts: counts that add up to an earlier one, and what became of some just counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from headwater.extract.chunks import Part
from headwater.extract.lexicons import Lexicons
from headwater.extract.settling import Settled

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["add_fates", "add_sums", "add_to_tolls"]

_MOST = 4
_BACK = 12
_KIND = "person"


@dataclass(slots=True)
class _Count:
    """A count of people: the row it stands in, whether it opens it, and whether its words say just so many."""

    row: int
    opens: bool
    exact: bool
    value: Decimal
    held: Settled


def add_sums(rows: Sequence[Row], lexicons: Lexicons) -> None:
    """Link two to four counts of one or two sentences that add up to an earlier count: "five died; three men and two women".

    The earlier one tells the same, or something that those in it came out of in several ways ("17 hostages: 16 were freed,
    one was killed"); parts that are linked to it already are added in.
    """
    counts = list(_counts(rows))
    at = 0
    while at < len(counts):
        at += _linked_from(counts, at, lexicons) or 1


def add_fates(rows: Sequence[Row], lexicons: Lexicons) -> None:
    """Link a bare number that says what became of some of those just counted: "eight were arrested; five were released"."""
    before: _Count | None = None
    for count in _counts(rows):
        if before is not None and count.held.whole is None and _is_fate(count, before, lexicons):
            _link(count.held, before.held.whole or before.held)
        before = count


def add_to_tolls(rows: Sequence[Row], lexicons: Lexicons) -> None:
    """Link those who are counted anew to the toll that their sentence gives: "the toll rose to 19 after two more died"."""
    for row in rows:
        tolls = [held for held in row.settled.values() if held.rule == "toll" and held.chunk.counts][:_MOST]
        for held in row.settled.values() if tolls else ():
            if held.whole is None and _is_anew(held, lexicons):
                held.whole = next((toll for toll in tolls if _adds(held, toll)), None)


def _is_anew(held: Settled, lexicons: Lexicons) -> bool:
    return held.chunk.others or not lexicons.words("anew").isdisjoint((held.chunk.determiner, *held.chunk.modifiers))


def _adds(held: Settled, toll: Settled) -> bool:
    one, all_ = held.chunk.number, toll.chunk.number
    if held is toll or held.outcomes != toll.outcomes or one is None or all_ is None:
        return False
    return one.best is not None and all_.best is not None and one.best < all_.best


def _counts(rows: Sequence[Row]) -> Iterator[_Count]:
    for index, row in enumerate(rows):
        chunks = {chunk.first: chunk for chunk in row.clause.chunks if chunk.part == Part.NOUN and chunk.head}
        chunks |= {first: held.chunk for first, held in row.settled.items()}
        opening = row.clause.chunks[0].first if row.clause.chunks else 0
        for first, chunk in sorted(chunks.items()):
            number = chunk.number
            if number is None or number.best is None or number.unit != "count" or chunk.kind not in (_KIND, ""):
                continue
            held = row.settled.get(first) or Settled(chunk, [], "unattached", group=chunk.group)
            exact = number.low == number.best == number.high
            yield _Count(index, first == opening, exact, number.best, held)


def _linked_from(counts: Sequence[_Count], start: int, lexicons: Lexicons) -> int:
    """How many counts from a place on were linked to a whole before them; none where they add up to nothing."""
    parts: list[_Count] = []
    total = Decimal(0)
    for count in counts[start : start + _MOST]:
        free = count.held.whole is None and count.held.outcomes and count.exact
        if not free or count.row > counts[start].row + 1:
            break
        parts.append(count)
        total += count.value
        whole = _adding_up(counts, start, parts, total, lexicons) if len(parts) > 1 else None
        if whole is not None:
            for part in parts:
                _link(part.held, whole)
            return len(parts)
    return 0


def _adding_up(
    counts: Sequence[_Count], start: int, parts: Sequence[_Count], total: Decimal, lexicons: Lexicons
) -> Settled | None:
    before = counts[max(0, start - _BACK) : start]
    for other in reversed(before):
        if other.value < total or other.held.whole is not None or not other.exact:
            continue
        taken = sum((count.value for count in before if count.held.whole is other.held), Decimal(0))
        if total + taken == other.value and _splits(other.held, [part.held for part in parts], lexicons):
            return other.held
    return None


def _splits(whole: Settled, parts: Sequence[Settled], lexicons: Lexicons) -> bool:
    """Whether a count can be made up of others by what befell them."""
    outcomes = {part.outcomes[0] for part in parts}
    if any(part.chunk.others for part in parts) and not whole.outcomes:
        return False
    if whole.outcomes:
        named = lexicons.frames.fates.get(whole.outcomes[0], frozenset())
        return outcomes == {whole.outcomes[0]} or outcomes <= named
    # Of people without an outcome, only some who were looked for: a gang that "killed one and hurt two" is no three of them.
    return outcomes <= lexicons.frames.fates.get("all", frozenset()) and bool(
        outcomes & lexicons.frames.fates.get("search", frozenset())
    )


def _is_fate(count: _Count, before: _Count, lexicons: Lexicons) -> bool:
    held, whole = count.held, before.held
    if held.chunk.head or held.chunk.others or held.chunk.whole is not None or not held.outcomes or not whole.outcomes:
        return False
    if held.rule == "label":
        return False
    near = count.row == before.row or (count.row == before.row + 1 and count.opens)
    return (
        near
        and count.value < before.value
        and held.outcomes[0] in lexicons.frames.fates.get(whole.outcomes[0], frozenset())
    )


def _link(part: Settled, whole: Settled) -> None:
    part.whole = whole
    if not part.chunk.head and whole.group:
        part.group = whole.group
