"""What is said of a number by a verb that is left out: "nine survived, four did not", "four were killed, nine seriously hurt and two slightly"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from headwater.extract.chunks import Chunk, Clause, Part
from headwater.extract.lexicons import Lexicons
from headwater.extract.settling import Settled

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["find_left_out"]

_ENDS = (Part.STOP, Part.COMMA, Part.CONJUNCTION, Part.CLOSE)
_OPENS = (Part.STOP, Part.COMMA, Part.CONJUNCTION, Part.SUBORDINATOR)
_HURT, _DEAD = "injured", "killed"


def find_left_out(rows: Sequence[Row], lexicons: Lexicons) -> None:
    """Settle numbers of people whose verb stands before, with those whom it tells of.

    "Did not" denies the verb said last: of "nine survived; four did not" the four are dead. How badly tells of the wounded.
    """
    do, badly = lexicons.words("do"), lexicons.words("how_badly")
    above: Row | None = None
    for row in rows:
        if row.counts and not do.isdisjoint(row.sentence.words):
            _deny(row, above, lexicons)
        if row.settled and not badly.isdisjoint(row.sentence.words):
            _grade(row.clause, row.settled, lexicons)
        above = row


def _deny(row: Row, above: Row | None, lexicons: Lexicons) -> None:
    """Settle those of whom "did not" says what the verb before says of others, where what is not done tells an outcome."""
    clause = row.clause
    for index in clause.counting:
        chunk, verb = clause.chunks[index], clause.at(index + 1)
        if chunk.number is None or chunk.first in row.settled or verb is None or not _is_alone(clause, index + 1, verb):
            continue
        if verb.word not in lexicons.words("do") or not verb.negated:
            continue
        said = _last_verb(clause.chunks[:index]) or (_last_verb(above.clause.chunks) if above is not None else None)
        outcome = _undone(said, lexicons) if said is not None else ""
        if outcome:
            row.settled[chunk.first] = Settled(chunk, [outcome], "ellipsis", group=chunk.group)
            row.settled = dict(sorted(row.settled.items()))


def _is_alone(clause: Clause, index: int, verb: Chunk) -> bool:
    """Whether a verb group ends its clause, with nothing behind it."""
    return verb.part == Part.VERB and (clause.at(index + 1) is None or clause.part(index + 1) in _ENDS)


def _last_verb(chunks: Sequence[Chunk]) -> Chunk | None:
    return next((one for one in reversed(chunks) if one.part == Part.VERB), None)


def _undone(verb: Chunk, lexicons: Lexicons) -> str:
    """What befell people who did not do what a verb says; empty where it tells none, or is itself denied."""
    if verb.form is None or verb.negated or verb.unreal or verb.passive:
        return ""
    senses = lexicons.outcomes.senses.get(verb.form.lemma, ())
    return next((one.outcome for one in senses if one.denied == "done" and not one.tail and "person" in one.of), "")


def _grade(clause: Clause, settled: dict[int, Settled], lexicons: Lexicons) -> None:
    """Settle numbers alone behind a comma of which a word only says how badly: "were fatally hurt, nine seriously and thirteen slightly"."""
    last: Settled | None = None
    for index in clause.counting if len(clause.counting) > 1 else ():
        chunk = clause.chunks[index]
        held = settled.get(chunk.first)
        if held is not None:
            last = held
            continue
        if last is None or last.outcomes not in ([_HURT], [_DEAD]) or not _is_graded(clause, index, lexicons):
            continue
        last = settled[chunk.first] = Settled(chunk, [_HURT], "ellipsis", group=last.group)


def _is_graded(clause: Clause, index: int, lexicons: Lexicons) -> bool:
    """Whether a number alone stands between two signs, with nothing but a word for how badly."""
    chunk = clause.chunks[index]
    if chunk.number is None or chunk.head or chunk.whole is not None or clause.part(index - 1) not in _OPENS:
        return False
    if clause.at(index + 1) is not None and clause.part(index + 1) not in _ENDS:
        return False
    following = clause.tokens[chunk.last : chunk.last + 1]
    return any(token.lower in lexicons.words("how_badly") for token in following)
