"""What is taken out of a number by its own words: "N of the M", and the labels behind "of which": "of which hospitalised: 3"."""

from __future__ import annotations

from collections.abc import Mapping

from headwater.extract.chunks import Chunk, Clause, Part
from headwater.extract.identities import fits
from headwater.extract.lexicons import Lexicons
from headwater.extract.nominal import outcome_named, sense_of
from headwater.extract.settling import Settled

__all__ = ["name_share", "out_of", "take_by", "tell_whole"]

_INSERTED = 8
_PERSON = "person"
_LINKS = (Part.COMMA, Part.CONJUNCTION)
_NO_PARTICIPLE = frozenset({Part.VERB, Part.COMMA, Part.STOP, Part.CONJUNCTION, Part.RELATIVE})


def take_by(
    clause: Clause, marker: int, whole: Settled | None, settled: dict[int, Settled], lexicons: Lexicons
) -> None:
    """Link counts behind what they are by, or are, to the one before "of which": "Deaths: 31, of which by gunshot: 18, children: 13"."""
    at = marker + 1
    while whole is not None:
        label = clause.at(at)
        colon = at + 1 + (clause.part(at) == Part.PREPOSITION)
        part = clause.at(colon + 1)
        if (
            label is None
            or part is None
            or clause.part(colon) != Part.COLON
            or part.number is None
            or part.head
            or not fits(part, whole.chunk)
        ):
            return
        who = label.kind == _PERSON and not label.countable
        outcomes = [outcome_named(label, lexicons)] if label.bare else []
        held = settled.setdefault(part.first, Settled(part, list(whole.outcomes), "part", group=whole.group))
        held.outcomes = outcomes if any(outcomes) else held.outcomes
        held.group = label.group if who else held.group
        held.whole = held.whole or whole
        at = colon + 2 + (clause.part(colon + 2) in _LINKS)


def tell_whole(clause: Clause, index: int, settled: Mapping[int, Settled], lexicons: Lexicons) -> None:
    """Say of a whole what a participle behind it says of its part too: "26 of the 38 women abducted told of it"."""
    held = settled.get(clause.chunks[index].first)
    if clause.part(index + 1) == Part.CONJUNCTION and clause.part(index + 2) == Part.NOUN:
        index += 2  # "of the 38 women and girls abducted"
    told = clause.at(index + 1)
    if held is None or held.whole is None or held.whole.outcomes or told is None or not told.bare:
        return
    main = next((one for one in clause.chunks[index + 2 : index + _INSERTED] if one.part in _NO_PARTICIPLE), None)
    if main is not None and main.part == Part.VERB and held.outcomes == [outcome_named(told, lexicons)]:
        held.whole.outcomes = list(held.outcomes)


def out_of(
    chunk: Chunk,
    whole: Chunk,
    following: Chunk | None,
    settled: dict[int, Settled],
    lexicons: Lexicons,
    *,
    taken: bool,
) -> None:
    """Link "N of the M": both are figures; the whole takes the outcome of its noun, or of a state right behind it, where that names one.

    `taken`: N are counted, and share what befell M where that alone is said of them.
    """
    held = settled.get(chunk.first)
    above = settled.get(whole.first) if whole.first != chunk.first else None
    if above is None:
        outcomes = [whole.countable.outcome] if whole.countable is not None else []
        rule = "noun" if outcomes else "unattached"
        if not outcomes and whole.kind == _PERSON:
            senses = (sense_of(word, _PERSON, lexicons) for word in whole.modifiers)
            outcomes = [one for one in senses if one][:1]  # "23 of the 31 trapped miners"
            rule = "modifier" if outcomes else rule
        if not outcomes and following is not None and following.outcome and following.first == whole.last:
            outcomes, rule = [following.outcome], "state"  # "seven of the twelve dead"
        above = Settled(whole, outcomes, rule, group=whole.group)
        settled[whole.first] = above
    several = chunk.number is not None and chunk.number.best != 1  # "Keller, one of the six men killed"
    told = several and following is not None and following.bare and following.first == whole.last
    if (
        held is None and taken and above.outcomes and (told or not whole.head)
    ):  # "one of the nine (men) arrested is charged"
        held = settled[chunk.first] = Settled(chunk, list(above.outcomes), "partitive", group=above.group)
    if held is not None:
        held.whole = above


def name_share(clause: Clause, index: int, settled: Mapping[int, Settled], lexicons: Lexicons) -> None:
    """Give some of a number the group of those who are said to be so many of it: "women made up 31 of the 40 dead"."""
    at = index - 1 - (clause.part(index - 1) == Part.PREPOSITION)
    verb, who = clause.at(at), clause.at(at - 1)
    if verb is None or who is None or verb.part != Part.VERB or verb.negated or who.kind != _PERSON or who.counts:
        return
    held = settled.get(clause.chunks[index].first)
    share = clause.tokens[verb.last - 1].lower in lexicons.words("accounting") and who.plural and not who.countable
    if held is not None and share and (not held.chunk.head or held.chunk.countable is not None):
        held.group = who.group
