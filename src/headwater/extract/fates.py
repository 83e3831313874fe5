"""What became of some just counted, told by a bare number: "eight were arrested; five were released"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING

from headwater.extract.anew import counts_more
from headwater.extract.antecedents import value
from headwater.extract.chunks import Part
from headwater.extract.countings import Counting
from headwater.extract.counts_in_order import Count, counts_of, link
from headwater.extract.lexicons import Lexicons
from headwater.extract.settling import Settled

if TYPE_CHECKING:
    from headwater.extract.reading import Row


__all__ = ["add_fates"]

_FAR = 64
_CLOSE = 4
_TOLD = ("passive", "idiom", "complement")


def add_fates(rows: Sequence[Row], counting: Sequence[Counting], lexicons: Lexicons) -> None:
    """Link a bare number that says what became of some of those just counted: "eight were arrested; five were released"."""
    before: Count | None = None
    for count in counts_of(counting):
        if _is_contrasted(count.held, rows[count.row], lexicons):
            before = None
            continue
        if before is not None and count.held.whole is None:
            row = rows[count.row]
            if _befell(count, before, row, lexicons):
                count.held.whole = before.held
                count.held.group = before.held.group if count.held.group in ("", "person") else count.held.group
            elif _is_fate(count, before, row, lexicons) or _is_graver(count, before, row, lexicons):
                link(count.held, before.held.whole or before.held)
            elif before.held.whole is not None and _goes_on(count, before, row, lexicons):
                link(count.held, before.held.whole)
        elif count.held.whole is not None and count.held.whole.whole is not None and _is_rest(count.held, lexicons):
            link(count.held, count.held.whole.whole)
        before = count


def _befell(count: Count, before: Count, row: Row, lexicons: Lexicons) -> bool:
    """Whether a number alone opens a sentence with what befell some people of whom the one before it ends: "Ninety workers were underground. Sixty-eight were saved"."""
    held, whole = count.held, before.held
    next_ = count.alone and count.opens and count.row == before.row + 1 and count.value < before.value
    if not next_ or whole.outcomes or whole.whole is not None or not whole.chunk.head or whole.chunk.kind != "person":
        return False
    if not held.outcomes or held.rule not in _TOLD or counts_more(row.clause, held.chunk, lexicons):
        return False
    return held.outcomes[0] in lexicons.frames.fates.get("all", frozenset())


def _is_contrasted(held: Settled, row: Row, lexicons: Lexicons) -> bool:
    """Whether a count is set against those before it, and is none of theirs: "40 casualties, against three dead on their own side"."""
    first = held.chunk.first
    return first > 0 and row.clause.tokens[first - 1].lower in lexicons.words("contrasting")


def _is_rest(held: Settled, lexicons: Lexicons) -> bool:
    """Whether a figure is that of those whom others leave: of 16 taken, "nine were freed, and the other seven are still held"."""
    return not lexicons.frames.remaining.isdisjoint(held.chunk.modifiers) or held.chunk.others


def _is_graver(count: Count, before: Count, row: Row, lexicons: Lexicons) -> bool:
    """Whether a number alone that opens a sentence says of some just counted how badly: "19 were injured. Four were seriously injured."."""
    held, whole = count.held, before.held
    next_ = count.alone and count.opens and count.row == before.row + 1 and count.value < before.value
    if not next_ or not held.outcomes or held.outcomes != whole.outcomes or held.chunk.others:
        return False
    behind = {token.lower for token in row.clause.tokens[held.chunk.last : held.chunk.last + _CLOSE]}
    return not behind.isdisjoint(lexicons.words("grave"))


def _goes_on(count: Count, before: Count, row: Row, lexicons: Lexicons) -> bool:
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


def _is_fate(count: Count, before: Count, row: Row, lexicons: Lexicons) -> bool:
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
