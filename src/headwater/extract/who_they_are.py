"""Parts of an earlier figure that are told only by who they are: "22 of them were women, and four were children"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from headwater.extract.antecedents import is_less, nearest
from headwater.extract.chunks import Chunk, Clause, Part
from headwater.extract.gapped import add_gapped
from headwater.extract.heads import THINGS
from headwater.extract.identities import is_exception, past_bracket, predicate
from headwater.extract.lexicons import Lexicons
from headwater.extract.settling import Settled
from headwater.extract.sharing_out import OPENERS, opens_with_number

if TYPE_CHECKING:
    from headwater.extract.reading import Row


__all__ = ["identity", "topic"]


def topic(row: Row | None, lexicons: Lexicons) -> str:
    """The outcome of those whom a sentence tells of without a number: "most of the dead were traders"."""
    for chunk in row.clause.chunks if row is not None else ():
        told = chunk.part == Part.NOUN and chunk.countable is not None and not chunk.counts
        if told and chunk.countable is not None and chunk.determiner in lexicons.words("the"):
            return chunk.countable.outcome
    return ""


def identity(
    row: Row,
    index: int,
    chunk: Chunk,
    earlier: Sequence[Settled],
    shared: Settled | None,
    above: Row | None,
    lexicons: Lexicons,
) -> Settled | None:
    """A part of an earlier figure, told only by who they are: "22 of them were women, and four were children"."""
    noun = predicate(row.clause, index, lexicons)
    if noun is None and earlier and earlier[-1].chunk.kind in THINGS:
        return _things(row, index, chunk, earlier[-1], lexicons)
    if noun is None or chunk.head or chunk.number is None or chunk.determiner in lexicons.words("both"):
        return None
    if is_exception(row.clause, chunk, lexicons):
        return None
    before = earlier[-1] if earlier and row.settled.get(earlier[-1].chunk.first) is earlier[-1] else None
    whole: Settled | None
    if before is not None and chunk.whole is None and _is_share(before):
        whole = before.whole
    elif _is_subject(row.clause, index) or (chunk.whole is not None and chunk.whole.pronoun):
        about = topic(above, lexicons) if chunk.whole is None else ""
        whole = nearest(Settled(chunk, []), earlier, row.clause, lexicons, about)
        opening = row.clause.at(1)
        if chunk.whole is None and opening is not None and opening.number is not None:
            anew = shared is None and opens_with_number(
                row.clause, lexicons
            )  # of 17 whom nothing told before, none are of 16
            whole = None if anew else shared or whole  # "Of the 41, twenty-three were children"
    else:
        return None
    if whole is None or not whole.outcomes or whole.chunk.kind not in ("person", ""):
        return None
    held = row.settled[chunk.first] = Settled(chunk, list(whole.outcomes), "partitive", whole, noun.group)
    add_gapped(row.clause, index, noun, held, row.settled)
    return held


def _things(row: Row, index: int, chunk: Chunk, before: Settled, lexicons: Lexicons) -> Settled | None:
    """Some of the things counted last, told by what they are: "Seven buildings collapsed. Three were homes, two shops"."""
    noun = predicate(row.clause, index, lexicons, THINGS) if index == 0 and _is_subject(row.clause, index) else None
    whole = before if before.whole is None else before.whole
    held = Settled(chunk, list(whole.outcomes), "partitive", group=noun.group if noun is not None else "")
    if noun is None or chunk.head or chunk.number is None or chunk.whole is not None:
        return None
    if not whole.outcomes or whole.chunk.kind not in THINGS or not is_less(held, whole):
        return None
    held.whole = whole
    row.settled[chunk.first] = held
    add_gapped(row.clause, index, noun, held, row.settled)
    return held


def _is_subject(clause: Clause, index: int) -> bool:
    """Whether a number alone is the subject of a clause that it opens: "14 dead, and six are children"."""
    copula, before = clause.at(past_bracket(clause, index + 1)), clause.at(index - 1)
    told = copula is not None and copula.part == Part.VERB and copula.copula and not copula.negated
    return told and (before is None or before.part in OPENERS)


def _is_share(held: Settled) -> bool:
    return held.rule == "partitive" or held.chunk.whole is not None
