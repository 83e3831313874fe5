"""The objects of a verb: the noun group after it, and those coordinated with that."""

from __future__ import annotations

from headwater.extract.chunks import Chunk, Clause, Part
from headwater.extract.heads import CLIMB, ROW, THINGS, alike
from headwater.extract.lexicons import Lexicons

__all__ = ["before_verb", "coordinated", "object_index", "objects", "past_phrases"]

_UNLIKE = frozenset({"measure", "event", "money"})


def object_index(clause: Clause, verb: int) -> int:
    """Index of the noun group right after a verb, -1 where none is."""
    return verb + 1 if clause.part(verb + 1) == Part.NOUN else -1


def objects(clause: Clause, verb: int, lexicons: Lexicons) -> list[int]:
    """Indices of the noun groups that are the verb's objects, coordinated ones included."""
    first = object_index(clause, verb)
    return coordinated(clause, first, lexicons) if first >= 0 else []


def coordinated(clause: Clause, first: int, lexicons: Lexicons, *, shared: bool = False) -> list[int]:
    """A noun group and those that follow in its row, up to one that has a verb of its own; where what is said behind them is `shared`, that one too."""
    found = [first]
    here = past_phrases(clause, first, lexicons)
    while clause.part(here) in (Part.COMMA, Part.CONJUNCTION) and len(found) < ROW:
        joined = clause.part(here) == Part.CONJUNCTION
        while clause.part(here) in (Part.COMMA, Part.CONJUNCTION):
            joined = joined or clause.part(here) == Part.CONJUNCTION
            here += 1
        chunk = clause.at(here)
        if clause.chunks[here - 1].word in lexicons.words("contrast"):
            break  # "killed nobody, but a second blast"
        if chunk is None or chunk.part != Part.NOUN or not _joins(clause, found[0], chunk, joined, lexicons):
            break
        after = past_phrases(clause, here, lexicons)
        own = _own_predicate(clause, after, lexicons)
        if own and not shared:
            break
        found.append(here)
        here = after
        if own:
            break
    return found


def before_verb(clause: Clause, index: int, first: int, lexicons: Lexicons) -> list[int]:
    """Those who come after the noun group of an index and a preposition; where it is the subject of the verb behind them, that verb is none of the last one's own.

    "The bodies of a woman and her two children were found", but "after the death of a guard two others fled".
    """
    found = coordinated(clause, first, lexicons)
    link = past_phrases(clause, found[-1], lexicons)
    last, before = clause.at(link + 1), clause.chunks[found[-1]]
    if clause.part(link) != Part.CONJUNCTION or last is None or last.part != Part.NOUN or last.kind != before.kind:
        return found
    opens = index == 0 or clause.part(index - 1) in (Part.STOP, Part.COLON, Part.SUBORDINATOR)
    if clause.chunks[index].plural and clause.chunks[index - 1].word in lexicons.words("subordinating_preposition"):
        opens = True  # "after the bodies of a man and two women were found"
    verb = clause.at(past_phrases(clause, link + 1, lexicons))
    shared = (
        opens and verb is not None and verb.part == Part.VERB and not verb.bare and (last.counts or last.determiner)
    )
    return [*found, link + 1] if shared else found


def _joins(clause: Clause, first: int, chunk: Chunk, joined: bool, lexicons: Lexicons) -> bool:
    held = clause.chunks[first]
    manned = held.kind == "vehicle" and chunk.kind == "person" and chunk.determiner in lexicons.words("possessive")
    if joined and chunk.counts and manned:
        return True  # "freed the ship and its 22 crew"
    fits = alike(chunk, held) or (held.kind == "measure" and chunk.kind in THINGS)
    if joined and chunk.counts and held.counts and not {chunk.kind, held.kind} & _UNLIKE:
        return True
    if not chunk.counts:
        return fits and bool(chunk.determiner) and (joined or (chunk.kind == "person" and not held.counts))
    return fits and (joined or held.counts or chunk.kind == "person")


def _own_predicate(clause: Clause, after: int, lexicons: Lexicons) -> bool:
    chunk = clause.at(after)
    if chunk is None:
        return False
    hangs = chunk.infinitive or (chunk.bare and chunk.word.endswith(lexicons.frames.ing))  # "and a boy selling papers"
    return chunk.part == Part.STATE or (chunk.part == Part.VERB and not hangs)


def past_phrases(clause: Clause, noun: int, lexicons: Lexicons) -> int:
    """The index after a noun group and the prepositional phrases that hang on it."""
    here = noun + 1
    while (
        clause.part(here) == Part.PREPOSITION
        and clause.part(here + 1) == Part.NOUN
        and clause.chunks[here].word in lexicons.attaching
        and not clause.chunks[here + 1].counts
        and here - noun < 2 * CLIMB
    ):
        here += 2
    return here
