"""Counts that come on top of one just told: "seven died at once; another three died in hospital", "we buried 14, and three more bodies were found"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from headwater.extract.anew import is_anew
from headwater.extract.antecedents import class_of
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
    """Give the rule `added` to those whom "another" or "more" sets beside a figure of their outcome in the same or the sentence before.

    Where the sentence tells the sum as well ("bringing the toll to ten"), they are a part of that, and stay so.
    """
    before: list[Settled] = []
    for row in rows:
        here: list[Settled] = []
        for held in row.settled.values():
            if not (held.outcomes and held.chunk.counts) or held.chunk.negated or held.whole is not None:
                continue
            more = is_anew(held, lexicons) and held.rule not in _TOLD
            if more and any(_is_base(one, held, lexicons) for one in (*before[-_FAR:], *here[-_FAR:])):
                held.rule = ADDED
            here.append(held)
        before = here


def _is_base(one: Settled, held: Settled, lexicons: Lexicons) -> bool:
    """Whether a figure counts the same of people, or of things of one class."""
    if one.outcomes != held.outcomes:
        return False
    classes = class_of(one.group or _PERSON, lexicons), class_of(held.group or _PERSON, lexicons)
    return classes[0] == classes[1] or _PERSON in classes
