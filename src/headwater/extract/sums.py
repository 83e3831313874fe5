"""Parts that the words do not call parts: counts that add up to an earlier one."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from headwater.extract.anew import is_anew
from headwater.extract.countings import Counting
from headwater.extract.counts_in_order import Count, counts_of, is_where, link
from headwater.extract.identities import are_others, are_row, predicate
from headwater.extract.lexicons import Lexicons
from headwater.extract.named_places import place_behind
from headwater.extract.settling import Settled

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["add_sums"]

_MOST = 4
_SEVERAL = 3  # numbers alone that add up to those before are theirs, whatever befell each
_BACK = 20
_KIND = "person"
_NEXT = 2
_LASTING = frozenset(
    {"captured", "detained", "missing", "trapped"}
)  # of 210 arrested, 140 were let go and 70 are in custody
_NAMED = ("part", "among", "partitive")
_DEAD, _IN_HOSPITAL, _HURT, _BURIED, _HIT = "killed", "hospitalised", "injured", "trapped", "affected"
_CASUALTIES, _LOST = "casualties", {"missing", "captured"}


def add_sums(rows: Sequence[Row], counting: Sequence[Counting], lexicons: Lexicons) -> None:
    """Link two to four counts of one or two sentences that add up to an earlier count: "five died; three men and two women".

    The earlier one tells the same, or something that those in it came out of in several ways ("17 hostages: 16 were freed,
    one was killed"); parts that are linked to it already are added in.
    """
    counts = list(counts_of(counting))
    changed: set[int] = set()
    at = 0
    while at < len(counts):
        linked = _linked_from(counts, at, rows, lexicons)
        changed |= {count.row for count in counts[at : at + linked] if _keep(rows[count.row], count.held, lexicons)}
        at += linked or 1
    for index in changed:
        rows[index].settled = dict(sorted(rows[index].settled.items()))


def _keep(row: Row, held: Settled, lexicons: Lexicons) -> bool:
    """Keep a number alone that arithmetic has made a part, behind all others of its row; whether it was not kept yet.

    Who they are or where may follow: "seven were women", "four were from Orra".
    """
    if held.chunk.first in row.settled:
        return False
    held.rule = "part"
    index = row.clause.place(held.chunk.first)
    held.place = place_behind(row.clause, index, lexicons)
    who = predicate(row.clause, index, lexicons)
    held.group = who.group if who is not None else held.group
    row.settled[held.chunk.first] = held
    return True


def _linked_from(counts: Sequence[Count], start: int, rows: Sequence[Row], lexicons: Lexicons) -> int:
    """How many counts from a place on were linked to a whole before them; none where they add up to nothing."""
    parts: list[Count] = []
    total = Decimal(0)
    if _is_shared_out(counts, start):
        return 0
    for passed, count in enumerate(counts[start : start + _BACK], 1):
        if any(count.held.whole is part.held for part in parts):
            continue  # "31 people, among them nine children, died at once; seven others …"
        anew = count.held.rule == "toll" and count.held.place is None  # "the dead now number nine" are all of them
        told = (
            count.held.whole is not None
            or _is_of_whom(count.held, lexicons)
            or _is_of_one(count, parts, rows, lexicons)
        )
        free = not told and (count.held.outcomes or count.alone) and count.exact and not anew
        furthest = counts[start].row + (passed == len(parts) + 1)
        if not free or count.row > furthest or len(parts) == _MOST:
            break
        parts.append(count)
        total += count.value
        before = counts[start - 1] if start and len(parts) == 1 else None
        goes_on = before is not None and before.row == count.row and _is_taken_out(before.held)
        whole = _adding_up(counts, start, parts, total, lexicons) if goes_on or len(parts) > 1 else None
        if whole is not None and not _are_said_apart(parts, rows, lexicons):
            for part in parts:
                link(part.held, whole)
            return passed
    return 0


def _are_said_apart(parts: Sequence[Count], rows: Sequence[Row], lexicons: Lexicons) -> bool:
    """Whether counts of people at large stand in sentences that each say so: "the ministry confirmed two deaths. Doctors said they had received five bodies" shares out no seven."""
    at = {part.row for part in parts}
    own = all(part.held.chunk.head and part.held.group == _KIND for part in parts)
    report = lexicons.frames.report
    return len(at) > 1 and own and not any(report.isdisjoint(rows[row].sentence.words) for row in at)


def _is_shared_out(counts: Sequence[Count], start: int) -> bool:
    """Whether the numbers alone behind a count in its sentence add up to it: "19 were handed over, 12 by one side and seven by the other"."""
    total, whole = Decimal(0), counts[start]
    for at, count in enumerate(counts[start + 1 : start + 1 + _MOST]):
        if count.row != whole.row or not count.exact or count.held.chunk.head:
            return False
        total += count.value
        if at and total == whole.value:
            return True
    return False


def _is_taken_out(held: Settled) -> bool:
    """Whether a figure is a part by its own words: "twenty of these"."""
    return held.whole is not None and held.chunk.whole is not None


def _is_of_whom(held: Settled, lexicons: Lexicons) -> bool:
    """Whether a relative pronoun ties a figure to the one right before it: "31 injured, nine of whom needed surgery"."""
    whole = held.chunk.whole
    return whole is not None and whole.word in lexicons.words("relative")


def _is_of_one(count: Count, parts: Sequence[Count], rows: Sequence[Row], lexicons: Lexicons) -> bool:
    """Whether a figure is taken by name out of one before it: "nine were wounded. Two of the wounded" are no eleven, nor is "Of the wounded, two"."""
    some, clause = count.held.chunk.whole, rows[count.row].clause
    opening = clause.at(0)
    if some is None and opening is not None and opening.word in lexicons.words("of"):
        some = clause.at(1)
    named = some.countable if some is not None and not some.counts else None
    return named is not None and any(
        named.outcome in part.held.outcomes and part.held.chunk.whole is None and part.row < count.row for part in parts
    )


def _adding_up(
    counts: Sequence[Count], start: int, parts: Sequence[Count], total: Decimal, lexicons: Lexicons
) -> Settled | None:
    before = counts[max(0, start - _BACK) : start]
    for other in reversed(before):
        if other.value < total or other.held.whole is not None or not other.exact:
            continue
        groups = [part.held.group for part in parts]
        if are_others(other.held.group, groups, lexicons) or are_row(other.held.group, groups, lexicons):
            continue
        if any(_is_more(part.held, lexicons) for part in parts) and not {*groups} <= {other.held.group, _KIND, ""}:
            continue  # three of the crew and "17 more bodies" are none of the 20 men among the dead
        of_it = [count for count in before if count.held.whole is other.held]
        if len(parts) == 1 and not (of_it and of_it[-1].row == parts[0].row and parts[0].alone):
            continue  # "twenty of these were from Orra and 18 from Dorn"
        taken = sum((count.value for count in of_it), Decimal(0))
        # Others who are told of further on are none of its rest.
        whole = total + taken == other.value and (not of_it or parts[0].row - of_it[-1].row <= _NEXT)
        if parts[0].row - other.row > _NEXT and all(_is_named_otherwise(part.held, other.held) for part in parts):
            continue
        told = [part.held for part in parts if part.held.outcomes and not is_where(part.held, other.held)]
        if not told and not other.held.outcomes:
            continue
        # "Of 23, 15 were men and eight women; 19 came from Orra and four from Sim" shares them out twice, and some only named before are no share.
        several = len(parts) >= _SEVERAL and not other.held.outcomes and all(part.alone for part in parts)
        again = total == other.value and (taken == total or all(one.held.rule in _NAMED for one in of_it))
        if (whole or again) and (several or _splits(other.held, told, len(parts), lexicons)):
            return other.held
    return None


def _is_more(held: Settled, lexicons: Lexicons) -> bool:
    """Whether "more" or "another" sets those of a figure beside others: "17 more bodies"."""
    return is_anew(held, lexicons) and not held.chunk.others


def _is_named_otherwise(part: Settled, whole: Settled) -> bool:
    """Whether a part has a noun of its own, and the whole another: "four men" are none of the "19 patients" of another page."""
    return bool(part.chunk.head and whole.chunk.head) and whole.group not in (part.group, _KIND)


def _splits(whole: Settled, parts: Sequence[Settled], number: int, lexicons: Lexicons) -> bool:
    """Whether a count can be made up of a number of others by what befell those of whom that is told."""
    outcomes = {part.outcomes[0] for part in parts}
    if any(part.chunk.others for part in parts) and not whole.outcomes:
        return False
    if whole.outcomes == [_DEAD] and _DEAD in outcomes and number >= _SEVERAL:
        outcomes -= {_BURIED, _HIT}  # "54 died: 31 were shot, 15 drowned and eight were buried by falling houses"
    if whole.outcomes == [_HURT] and whole.rule == "active" and number >= _SEVERAL and _DEAD in outcomes:
        return outcomes <= lexicons.frames.fates.get(
            "all", frozenset()
        )  # "fell on fifteen pupils. Four died, eight were hurt and three escaped"
    if whole.outcomes == [_CASUALTIES]:
        outcomes -= _LOST  # "312 casualties, 87 killed, 201 wounded and 24 missing"
    if whole.outcomes:
        named = lexicons.frames.fates.get(whole.outcomes[0], frozenset())
        if whole.outcomes == [_IN_HOSPITAL] and all(part.rule == "idiom" and not part.chunk.head for part in parts):
            named |= {_HURT}  # "treated 97: 61 had breathed smoke and 36 had burns"
        lasting = outcomes <= named | {whole.outcomes[0]} if whole.outcomes[0] in _LASTING else outcomes <= named
        return lasting or outcomes == {whole.outcomes[0]}
    # Of people without an outcome, only some who were looked for: a gang that "killed one and hurt two" is no three of them.
    return outcomes <= lexicons.frames.fates.get("all", frozenset()) and bool(
        outcomes & lexicons.frames.fates.get("search", frozenset())
    )
