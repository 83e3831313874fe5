"""Parts that the words do not call parts: counts that add up to an earlier one, and what became of some just counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING

import msgspec

from headwater.extract.anew import counts_more, is_anew
from headwater.extract.antecedents import value
from headwater.extract.chunks import Part
from headwater.extract.countings import Counting
from headwater.extract.identities import are_others, are_row, predicate
from headwater.extract.lexicons import Lexicons
from headwater.extract.named_places import place_behind
from headwater.extract.settling import Settled

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["add_fates", "add_sums"]

_MOST = 4
_SEVERAL = 3  # numbers alone that add up to those before are theirs, whatever befell each
_BACK = 20
_FAR = 64
_KIND = "person"
_CLOSE = 4
_NEXT = 2
_LASTING = frozenset({"captured", "detained", "missing"})  # of 210 arrested, 140 were let go and 70 are in custody
_NAMED = ("part", "among", "partitive")
_DEAD, _IN_HOSPITAL, _HURT, _BURIED = "killed", "hospitalised", "injured", "trapped"


class _Count(msgspec.Struct):
    """A count of people: the row it stands in, whether it opens it, whether its words say just so many, and whether it is a number alone that something is said of."""

    row: int
    opens: bool
    exact: bool
    alone: bool
    value: Decimal
    held: Settled


def add_sums(rows: Sequence[Row], counting: Sequence[Counting], lexicons: Lexicons) -> None:
    """Link two to four counts of one or two sentences that add up to an earlier count: "five died; three men and two women".

    The earlier one tells the same, or something that those in it came out of in several ways ("17 hostages: 16 were freed,
    one was killed"); parts that are linked to it already are added in.
    """
    counts = list(_counts(counting))
    changed: set[int] = set()
    at = 0
    while at < len(counts):
        linked = _linked_from(counts, at, lexicons)
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


def add_fates(rows: Sequence[Row], counting: Sequence[Counting], lexicons: Lexicons) -> None:
    """Link a bare number that says what became of some of those just counted: "eight were arrested; five were released"."""
    before: _Count | None = None
    for count in _counts(counting):
        if _is_contrasted(count.held, rows[count.row], lexicons):
            before = None
            continue
        if before is not None and count.held.whole is None:
            if _is_fate(count, before, rows[count.row], lexicons) or _is_graver(
                count, before, rows[count.row], lexicons
            ):
                _link(count.held, before.held.whole or before.held)
            elif before.held.whole is not None and _goes_on(count, before, rows[count.row], lexicons):
                _link(count.held, before.held.whole)
        elif count.held.whole is not None and count.held.whole.whole is not None and _is_rest(count.held, lexicons):
            _link(count.held, count.held.whole.whole)
        before = count


def _is_contrasted(held: Settled, row: Row, lexicons: Lexicons) -> bool:
    """Whether a count is set against those before it, and is none of theirs: "40 casualties, against three dead on their own side"."""
    first = held.chunk.first
    return first > 0 and row.clause.tokens[first - 1].lower in lexicons.words("contrasting")


def _is_rest(held: Settled, lexicons: Lexicons) -> bool:
    """Whether a figure is that of those whom others leave: of 16 taken, "nine were freed, and the other seven are still held"."""
    return not lexicons.frames.remaining.isdisjoint(held.chunk.modifiers) or held.chunk.others


def _is_graver(count: _Count, before: _Count, row: Row, lexicons: Lexicons) -> bool:
    """Whether a number alone that opens a sentence says of some just counted how badly: "19 were injured. Four were seriously injured."."""
    held, whole = count.held, before.held
    next_ = count.alone and count.opens and count.row == before.row + 1 and count.value < before.value
    if not next_ or not held.outcomes or held.outcomes != whole.outcomes or held.chunk.others:
        return False
    behind = {token.lower for token in row.clause.tokens[held.chunk.last : held.chunk.last + _CLOSE]}
    return not behind.isdisjoint(lexicons.words("grave"))


def _goes_on(count: _Count, before: _Count, row: Row, lexicons: Lexicons) -> bool:
    """Whether a number alone goes on about those that the one before it was taken out of: "six of them died at once, four on the road"."""
    held, whole = count.held, before.held.whole
    if whole is None or before.row != count.row or not count.alone or not held.outcomes or before.held.rule == "among":
        return False
    if before.held.chunk.head or (before.held.chunk.whole is not None and not before.held.chunk.whole.pronoun):
        return False
    if counts_more(row.clause, held.chunk, lexicons):
        return False
    near = islice(reversed(row.settled.values()), _FAR)
    taken = sum((value(other) or Decimal(0) for other in near if other.whole is whole), Decimal(0))
    all_ = value(whole)
    fates = lexicons.frames.fates.get(whole.outcomes[0] if whole.outcomes else "affected", frozenset())
    return all_ is not None and taken + count.value <= all_ and held.outcomes[0] in fates | {*whole.outcomes}


def _counts(counting: Sequence[Counting]) -> Iterator[_Count]:
    for one in counting:
        settled, begins = one.row.settled, one.begins
        for first in sorted({*one.numbered, *settled}):
            known = settled.get(first)
            chunk = known.chunk if known is not None else one.numbered[first]
            number = chunk.number
            if number is None or number.best is None or number.unit != "count" or chunk.kind not in (_KIND, ""):
                continue
            held = known or Settled(chunk, [], "unattached", group=chunk.group)
            exact = number.low == number.best == number.high
            opens = first == begins
            yield _Count(one.index, opens, exact, first in one.alone, number.best, held)


def _linked_from(counts: Sequence[_Count], start: int, lexicons: Lexicons) -> int:
    """How many counts from a place on were linked to a whole before them; none where they add up to nothing."""
    parts: list[_Count] = []
    total = Decimal(0)
    if _is_shared_out(counts, start):
        return 0
    for passed, count in enumerate(counts[start : start + _BACK], 1):
        if any(count.held.whole is part.held for part in parts):
            continue  # "31 people, among them nine children, died at once; seven others …"
        anew = count.held.rule == "toll" and count.held.place is None  # "the dead now number nine" are all of them
        told = count.held.whole is not None or _is_of_whom(count.held, lexicons)
        free = not told and (count.held.outcomes or count.alone) and count.exact and not anew
        furthest = counts[start].row + (passed == len(parts) + 1)
        if not free or count.row > furthest or len(parts) == _MOST:
            break
        parts.append(count)
        total += count.value
        before = counts[start - 1] if start and len(parts) == 1 else None
        goes_on = before is not None and before.row == count.row and _is_taken_out(before.held)
        whole = _adding_up(counts, start, parts, total, lexicons) if goes_on or len(parts) > 1 else None
        if whole is not None:
            for part in parts:
                _link(part.held, whole)
            return passed
    return 0


def _is_shared_out(counts: Sequence[_Count], start: int) -> bool:
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


def _adding_up(
    counts: Sequence[_Count], start: int, parts: Sequence[_Count], total: Decimal, lexicons: Lexicons
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
        told = [part.held for part in parts if part.held.outcomes and not _is_where(part.held, other.held)]
        if not told and not other.held.outcomes:
            continue
        # "Of 23, 15 were men and eight women; 19 came from Orra and four from Sim" shares them out twice, and some only named before are no share.
        several = len(parts) >= _SEVERAL and not other.held.outcomes and all(part.alone for part in parts)
        again = total == other.value and (taken == total or all(one.held.rule in _NAMED for one in of_it))
        if (whole or again) and (several or _splits(other.held, told, lexicons)):
            return other.held
    return None


def _is_more(held: Settled, lexicons: Lexicons) -> bool:
    """Whether "more" or "another" sets those of a figure beside others: "17 more bodies"."""
    return is_anew(held, lexicons) and not held.chunk.others


def _is_named_otherwise(part: Settled, whole: Settled) -> bool:
    """Whether a part has a noun of its own, and the whole another: "four men" are none of the "19 patients" of another page."""
    return bool(part.chunk.head and whole.chunk.head) and whole.group not in (part.group, _KIND)


def _is_where(part: Settled, whole: Settled) -> bool:
    """Whether the state of a number alone only says where: of five who died, "three at the scene and two in hospital"."""
    return (
        part.rule == "state" and part.outcomes == [_IN_HOSPITAL] and whole.outcomes == [_DEAD] and not part.chunk.head
    )


def _splits(whole: Settled, parts: Sequence[Settled], lexicons: Lexicons) -> bool:
    """Whether a count can be made up of others by what befell them."""
    outcomes = {part.outcomes[0] for part in parts}
    if any(part.chunk.others for part in parts) and not whole.outcomes:
        return False
    if whole.outcomes == [_DEAD] and _BURIED in outcomes and len(parts) >= _SEVERAL:
        outcomes.discard(_BURIED)  # "54 died: 31 by lightning, 15 drowned and eight were buried by falling houses"
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


def _is_fate(count: _Count, before: _Count, row: Row, lexicons: Lexicons) -> bool:
    held, whole = count.held, before.held
    if held.chunk.head or held.chunk.others or held.chunk.whole is not None or not held.outcomes or not whole.outcomes:
        return False
    if held.rule == "label":
        return False
    if count.row == before.row and held.outcomes[0] in lexicons.frames.beside.get(whole.outcomes[0], frozenset()):
        near = _is_undergone(
            held, row, lexicons
        )  # "60 people were kidnapped and 17 killed" tells of two things that were done
    else:
        near = count.row == before.row or (count.row == before.row + 1 and count.opens)
    return (
        near
        and count.value < before.value
        and held.outcomes[0] in lexicons.frames.fates.get(whole.outcomes[0], frozenset())
    )


def _is_undergone(held: Settled, row: Row, lexicons: Lexicons) -> bool:
    """Whether a number is the subject of a verb that tells what they came to, and nobody did: "eight lost their lives", "two died"."""
    if held.rule == "idiom":
        return True
    verb = row.clause.at(row.clause.place(held.chunk.first) + 1)
    if verb is None or verb.part != Part.VERB or verb.form is None:
        return False
    senses = lexicons.outcomes.senses.get(verb.form.lemma, ())
    return any(sense.takes == "subject" and sense.outcome == held.outcomes[0] for sense in senses)


def _link(part: Settled, whole: Settled) -> None:
    part.whole = whole
    lost = whole.outcomes == [_DEAD] and part.outcomes in ([_HURT], [_BURIED])  # of the dead, "six had burns"
    alike = not part.outcomes or lost or _is_where(part, whole)
    part.outcomes = list(whole.outcomes) if alike else part.outcomes
    if not part.chunk.head and whole.group and part.group in ("", _KIND):
        part.group = whole.group  # "three of them, all women" stay women
