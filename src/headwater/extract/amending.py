"""What the words beside a part say of it that its whole does not: partly destroyed, dead in hospital."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from headwater.extract.antecedents import is_less
from headwater.extract.chunks import Clause, Part
from headwater.extract.lexicons import Lexicons
from headwater.extract.settling import Settled

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["amend"]

_NEAR = 12
_DESTROYED, _DAMAGED = ["destroyed"], ["damaged"]
_ANY = "building"  # the group of a number alone whose words tell of no people
_DEAD, _IN_HOSPITAL = ["killed"], ["hospitalised"]


def amend(rows: Sequence[Row], lexicons: Lexicons) -> None:
    """Settle anew the numbers alone whose own words say something else than they were read as.

    "No civilian was harmed by our action" tells of nobody's doing but the speaker's, and counts none of the hurt.
    "Residents saw the bodies of three" is of those counted last. "We mourn three martyrs" counts a side's own dead by its word for them.
    Of 51 dead, "38 died in the hall, the remainder in hospital": those are some of them.
    "27 had been swept away", where no house is counted before, may tell of people.
    "1,412 completely destroyed, 265 partially": those are damaged, and no part. "Twelve died, three of them in hospital": those are dead.
    """
    partly, rest = lexicons.words("partly"), lexicons.words("the_rest")
    before: list[Settled] = []
    for row in rows:
        if row.counts:
            if not rest.isdisjoint(row.sentence.words):
                _leave_rest(row, before[-_NEAR:], lexicons)
            _name_bodies(row, before[-1:])
            before += [held for held in row.settled.values() if held.outcomes and held.chunk.counts]
        told = not partly.isdisjoint(row.sentence.words)
        for held in row.settled.values() if row.counts else ():
            whole = held.whole
            if held.outcomes == _DESTROYED and held.group == _ANY and _is_swept(row.clause, held, lexicons):
                held.outcomes, held.rule, held.group = [], "unattached", held.chunk.group
            if held.rule == "noun" and held.chunk.head and _are_own(row.clause, held, lexicons):
                held.group = lexicons.groups.inflect.singular(held.chunk.head)
            if held.chunk.negated and held.outcomes and _is_own_doing(row.clause, held, lexicons):
                held.outcomes, held.rule = [], "unattached"
            if whole is None:
                continue
            if whole.outcomes == _DEAD and held.outcomes == _IN_HOSPITAL and held.rule == "state":
                held.outcomes = list(_DEAD)
            elif told and whole.outcomes == held.outcomes == _DESTROYED and _is_partly(row, held, lexicons):
                held.whole, held.outcomes, held.group, held.rule = None, list(_DAMAGED), whole.group, "ellipsis"


def _name_bodies(row: Row, last: Sequence[Settled]) -> None:
    """Take the bodies of a number alone for those of the group that was counted last: "15 raiders were killed. Residents saw the bodies of three."."""
    held = next((one for one in row.settled.values() if one.outcomes and one.chunk.counts), None)
    if held is None or held.whole is not None or held.chunk.head or held.rule != "nominal" or held.outcomes != _DEAD:
        return
    for one in last:
        if one.outcomes == _DEAD and one.chunk.head and one.whole is None and is_less(held, one):
            held.group = one.group


def _are_own(clause: Clause, held: Settled, lexicons: Lexicons) -> bool:
    """Whether those who speak mourn some by a word that tells of their death: "we mourn three martyrs"."""
    at = clause.place(held.chunk.first)
    verb, who = clause.at(at - 1), clause.at(at - 2)
    ours = who is not None and who.word in lexicons.words("speaking_we")
    return ours and verb is not None and verb.word in lexicons.words("mourning")


def _leave_rest(row: Row, before: Sequence[Settled], lexicons: Lexicons) -> None:
    """Link the first number of a sentence that tells what became of the rest as well to the whole it can only be taken out of: "38 died in the hall, the remainder in hospital"."""
    held = next((one for one in row.settled.values() if one.outcomes and one.chunk.counts), None)
    if held is None or held.whole is not None or held.chunk.negated:
        return
    behind = [token.lower for token in row.clause.tokens[held.chunk.last :]]
    if any(pair[0] in lexicons.words("the") and pair[1] in lexicons.words("the_rest") for pair in pairwise(behind)):
        larger = (one for one in reversed(before) if one.outcomes == held.outcomes and is_less(held, one))
        held.whole = next((one for one in larger if one.whole is None), None)


def _is_partly(row: Row, held: Settled, lexicons: Lexicons) -> bool:
    """Whether a number alone is followed by a word for "in part" that ends its clause."""
    chunk = held.chunk
    behind = [token.lower for token in row.clause.tokens[chunk.last : chunk.last + 2]]
    return not chunk.head and behind[:1] != [] and behind[0] in lexicons.words("partly") and not behind[-1].isalpha()


def _is_swept(clause: Clause, held: Settled, lexicons: Lexicons) -> bool:
    """Whether a number alone tells of what water takes, people or houses: "27 had been swept away"."""
    at = clause.place(held.chunk.first)
    verb = clause.at(at + 1)
    return not held.chunk.head and verb is not None and verb.word in lexicons.words("swept")


def _is_own_doing(clause: Clause, held: Settled, lexicons: Lexicons) -> bool:
    """Whether a count of none is limited to what one side says that it did: "no civilian was harmed by our action", "no woman or child was killed by us", "our strikes hurt nobody"."""
    at = clause.place(held.chunk.first)
    before, verb, owned = clause.at(at - 2), clause.at(at - 1), lexicons.words("possessive")
    by = False
    for here in range(at + 1, min(at + _NEAR, len(clause.chunks) - 1)):
        link, who = clause.chunks[here], clause.chunks[here + 1]
        if link.part in (Part.STOP, Part.COMMA):
            break
        by = by or (link.word in lexicons.words("by") and (who.determiner in owned or who.word in lexicons.words("us")))
    own = verb is not None and verb.part == Part.VERB and before is not None and before.determiner in owned
    return by or own
