"""Counts that come on top of one just told: "seven died at once; another three died in hospital", "we buried 14, and three more bodies were found"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from headwater.extract.anew import is_anew
from headwater.extract.antecedents import class_of, is_less
from headwater.extract.chunks import Clause
from headwater.extract.lexicons import Lexicons
from headwater.extract.settling import Settled
from headwater.model.figure import ADDED

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["find_added"]

_PERSON = "person"
_FAR = 24  # figures of a sentence that are asked, so that one of thousands takes no longer for each
_TOLD = frozenset({"toll", "change", "table"})


def find_added(rows: Sequence[Row], lexicons: Lexicons) -> None:
    """Give the rule `added` to those whom "another" or "more" sets beside a figure of their outcome in the same or the sentence before, or a larger one farther back.

    So are new cases, also where a label says that they are, and those of a week, beside a larger count: "1,873 cases and 47 deaths since March. 16 deaths were recorded during the week".
    Where the sentence tells the sum as well ("bringing the toll to ten"), they are a part of that, and stay so.
    """
    before: list[Settled] = []
    earlier: list[Settled] = []
    for row in rows:
        if not row.settled:
            continue
        here: list[Settled] = []
        spell = _tells_spell(row, lexicons)
        for held in row.settled.values():
            if not (held.outcomes and held.chunk.counts) or held.chunk.negated or held.whole is not None:
                continue
            more = is_anew(held, lexicons) or _are_more(row.clause, held, lexicons)
            new = spell or _is_new(held, lexicons) or _labels_new(row, held, lexicons)
            if (more or new) and held.rule not in _TOLD:
                told = (*before[-_FAR:], *here[-_FAR:])
                on_top = more and any(_is_base(one, held, lexicons) for one in told)
                if (
                    on_top
                    or (more and _is_below(held, earlier[-_FAR:], lexicons))
                    or (new and _is_below(held, told, lexicons))
                    or (_labels_new(row, held, lexicons) and _is_below(held, earlier[-_FAR:], lexicons))
                ):
                    held.rule = ADDED
            here.append(held)
        before = here or before
        earlier += here


def _tells_spell(row: Row, lexicons: Lexicons) -> bool:
    """Whether a sentence counts over a short time that its report is of: "in week 14", "during the week"."""
    spells = lexicons.words("spell")
    if not row.counts or spells.isdisjoint(row.sentence.words):
        return False
    return any(two in spells and one in lexicons.words("spelling") for one, two in pairwise(row.sentence.lower))


def _are_more(clause: Clause, held: Settled, lexicons: Lexicons) -> bool:
    """Whether "more" stands alone behind a number: "eleven died at once and three more in hospital"; not "three more than in May"."""
    number = held.chunk.number
    if number is None:
        return False
    behind = [token.lower for token in clause.tokens[number.last : number.last + 2]]
    return not lexicons.words("anew").isdisjoint(behind[:1]) and lexicons.words("than").isdisjoint(behind[1:])


def _is_new(held: Settled, lexicons: Lexicons) -> bool:
    return not lexicons.words("new").isdisjoint(held.chunk.modifiers)


def _labels_new(row: Row, held: Settled, lexicons: Lexicons) -> bool:
    """Whether a label says that those behind it are new: "Cumulative deaths: 17", "New deaths: 2"."""
    return held.rule == "label" and row.sentence.lower[0] in lexicons.words("new")


def _is_below(held: Settled, told: Sequence[Settled], lexicons: Lexicons) -> bool:
    """Whether a larger count of the same stands before."""
    return any(_is_base(one, held, lexicons) and one.rule != ADDED and is_less(held, one) for one in told)


def _is_base(one: Settled, held: Settled, lexicons: Lexicons) -> bool:
    """Whether a figure counts the same of people, or of things of one class."""
    if one.outcomes != held.outcomes:
        return False
    classes = class_of(one.group or _PERSON, lexicons), class_of(held.group or _PERSON, lexicons)
    return classes[0] == classes[1] or _PERSON in classes
