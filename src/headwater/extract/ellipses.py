"""Numbers that go on a row: "12 people were killed in the north and 10 in the port", "along with two guards"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import takewhile

from headwater.extract.antecedents import is_less
from headwater.extract.chunks import Chunk, Clause, Holds, Part
from headwater.extract.heads import THINGS
from headwater.extract.lexicons import Lexicons
from headwater.extract.named_places import place_at
from headwater.extract.settling import Settled

_DEAD = "killed"

__all__ = ["add_bracketed", "add_ellipses", "add_followed"]


def add_ellipses(clause: Clause, settled: dict[int, Settled], lexicons: Lexicons) -> None:
    """Read numbers that go on a row over places: "12 people were killed in the north and 10 in the port"."""
    last: Settled | None = None
    anyone: Settled | None = None
    at = 0
    for index in _that_may_go_on(clause, lexicons):
        chunk = clause.chunks[index]
        held = settled.get(chunk.first)
        if held is None and anyone is not None and _echoes(clause, index, chunk, lexicons):
            settled[chunk.first] = Settled(chunk, list(anyone.outcomes), "ellipsis", group=chunk.group)
            continue
        if held is None and _is_beside_uncounted(clause, index, settled):
            continue
        if held is None and anyone is not None and _accompanies(clause, index, chunk, anyone.chunk, lexicons):
            held = settled[chunk.first] = Settled(chunk, list(anyone.outcomes), "ellipsis", group=chunk.group)
        elif held is None and last is not None and _goes_on(clause, index, chunk, last, lexicons):
            group = last.group if last.chunk.kind != "person" else chunk.group  # people are named in the end
            held = settled[chunk.first] = Settled(chunk, list(last.outcomes), "ellipsis", group=group)
            held.place = place_at(clause, index + 1, lexicons)
            last.place = last.place or _first_place(clause, at, index, last, lexicons)
            if held.place and not last.place and _is_aside(clause, at, index, lexicons) and is_less(held, last):
                held.whole = last.whole or last
        elif last is not None and held is not None and _lay_there(clause, index, held, last, at, lexicons):
            held.outcomes, held.rule, held.whole = list(last.outcomes), "ellipsis", last.whole
        elif last is not None and held is not None and _were_found(clause, index, held, last, lexicons):
            held.outcomes, held.rule, held.place = (
                list(last.outcomes),
                "ellipsis",
                place_at(clause, index + 1, lexicons),
            )
            held.whole = last.whole or (
                last if _is_aside(clause, at, index, lexicons) and is_less(held, last) else None
            )
        elif (
            last is not None and held is not None and at == index - 2 and _is_share(clause, index, held, last, lexicons)
        ):
            held.place, held.whole = place_at(clause, index + 1, lexicons), last.whole or last
        anyone = held or anyone
        if held is not None and chunk.counts:
            last, at = held, index


def _lay_there(clause: Clause, index: int, held: Settled, last: Settled, at: int, lexicons: Lexicons) -> bool:
    """Whether the state of a number alone only says where it goes on from the last figure, at `at`: "40 died on the spot, 11 in the infirmary and ten in hospital"."""
    state = held.rule == "state" and held.outcomes == ["hospitalised"] and not held.chunk.head
    if not state or last.outcomes != [_DEAD] or clause.part(index - 1) not in (Part.COMMA, Part.CONJUNCTION):
        return False
    if clause.part(index + 2) == Part.VERB:
        return False  # "and nine in hospital are critical"
    return last.place is not None or _first_place(clause, at, index, last, lexicons) is not None


def _were_found(clause: Clause, index: int, held: Settled, last: Settled, lexicons: Lexicons) -> bool:
    """Whether a number alone at a place goes on from bodies, so that the verb which found them tells of no living: "recovered 17 bodies, 12 from the hold"."""
    dead = last.outcomes == [_DEAD] and last.rule in ("noun", "ellipsis")
    alone = not held.chunk.head and held.outcomes == ["rescued"] and held.rule == "complement"
    linked = clause.part(index - 1) in (Part.COMMA, Part.CONJUNCTION)
    link = clause.at(index + 1)
    return dead and alone and linked and link is not None and link.word in lexicons.words("places")


def _is_share(clause: Clause, index: int, held: Settled, last: Settled, lexicons: Lexicons) -> bool:
    """Whether a number alone with a place, right behind another count and a comma, is some of those: "arrested 112 men, 60 in Orra"."""
    alike = held.whole is None and held.outcomes == last.outcomes and not held.chunk.head and bool(last.chunk.head)
    if not alike or clause.part(index - 1) != Part.COMMA or not is_less(held, last):
        return False
    place = place_at(clause, index + 1, lexicons)
    return place is not None and _goes_on(clause, index, held.chunk, last, lexicons)


def _that_may_go_on(clause: Clause, lexicons: Lexicons) -> Sequence[int]:
    """The indices of the noun groups that may go on a row: the counted, and any behind "along with" or "as were"."""
    joined = clause.holds & Holds.JOINED or not lexicons.words("echoing").isdisjoint(clause.words)
    if joined:
        return [index for index, chunk in enumerate(clause.chunks) if chunk.part == Part.NOUN]
    return clause.counting if len(clause.counting) > 1 else ()


def _is_aside(clause: Clause, start: int, end: int, lexicons: Lexicons) -> bool:
    """Whether nothing but a comma joins a count to the one before it, which no place limits: "killed 89 last year, 31 in one landslip"."""
    between = clause.chunks[start + 1 : end - 1]
    placed = any(one.part == Part.PREPOSITION and one.word in lexicons.words("places") for one in between)
    return clause.part(end - 1) == Part.COMMA and not placed


def _first_place(clause: Clause, start: int, end: int, held: Settled, lexicons: Lexicons) -> tuple[int, int] | None:
    """The first place behind a count, and before the next one: in "37 died, 18 of them in Tarn and 19 in Selva" none is that of the 37.

    Where the dead were brought to is not where they died.
    """
    near = range(start, min(end, start + 24))
    brought = lexicons.words("infinitive") if held.outcomes == [_DEAD] else frozenset[str]()
    own = takewhile(lambda here: here == start or not clause.chunks[here].counts, near)
    places = (place_at(clause, here, lexicons) for here in own if clause.chunks[here].word not in brought)
    return next((place for place in places if place is not None), None)


def _echoes(clause: Clause, index: int, chunk: Chunk, lexicons: Lexicons) -> bool:
    """Whether an auxiliary alone says of counted ones what was said before: "the guard was shot, as were two drivers"."""
    verb, before = clause.at(index - 1), clause.at(index - 2)
    if verb is None or before is None or verb.part != Part.VERB or verb.negated or chunk.kind in ("measure", "money"):
        return False
    alone = clause.tokens[verb.last - 1].lower in lexicons.auxiliaries
    return alone and before.word in lexicons.words("echoing") and (chunk.number is not None or bool(chunk.determiner))


def _accompanies(clause: Clause, index: int, chunk: Chunk, before: Chunk, lexicons: Lexicons) -> bool:
    """Whether counted ones shared the lot of those before: "the mayor was shot, along with two guards"."""
    here = index
    while clause.part(here - 1) == Part.CONJUNCTION and _is_single(clause, here - 1):
        here -= 2  # "along with a church and two barns"
    link, following = clause.at(here - 1), clause.at(index + 1)
    if link is None or link.part != Part.CONJUNCTION or _is_single(clause, here - 1):
        return False
    if chunk.number is None and chunk.determiner not in lexicons.words("indefinite"):
        return False
    own = following is not None and following.part in (Part.VERB, Part.STATE)
    fits = chunk.kind == "person" or (chunk.kind in THINGS and before.kind in THINGS | {""})
    return fits and not own and clause.part(here - 2) in (Part.VERB, Part.COMMA, Part.NOUN)


def _is_single(clause: Clause, index: int) -> bool:
    """Whether a conjunction is a single word: "and", no "along with"."""
    link = clause.chunks[index]
    return link.last - link.first < 2


def _goes_on(clause: Clause, index: int, chunk: Chunk, last: Settled, lexicons: Lexicons) -> bool:
    if chunk.number is None:
        return False
    if (chunk.head and chunk.kind != last.chunk.kind) or chunk.whole is not None or chunk.kind in ("measure", "money"):
        return False
    if clause.part(index - 1) not in (Part.COMMA, Part.CONJUNCTION, Part.COLON):
        return False
    following = clause.at(index + 1)
    if following is None or following.part != Part.PREPOSITION or _is_all(clause, index, lexicons):
        return False
    cause = following.word in lexicons.words("of") and last.outcomes == [_DEAD]  # "ten died of burns, four of wounds"
    by = following.word in lexicons.words("by")
    return following.word in lexicons.words("places") or (
        (by or cause or _is_parallel(clause, index, last)) and not chunk.head
    )


def _is_beside_uncounted(clause: Clause, index: int, settled: Mapping[int, Settled]) -> bool:
    """Whether "and" joins a number to another of which nothing is told: "17 are lost of 162 passengers and a crew of nine"."""
    before = clause.at(index - 2)
    joined = clause.part(index - 1) == Part.CONJUNCTION and before is not None and before.number is not None
    return joined and before is not None and bool(before.head) and before.first not in settled


def _is_all(clause: Clause, index: int, lexicons: Lexicons) -> bool:
    """Whether "in all" stands behind a number: a sum of what was told, not more of the same."""
    first = clause.chunks[index].last
    return " ".join(token.lower for token in clause.tokens[first : first + 2]) in lexicons.words("in_all")


def _is_parallel(clause: Clause, index: int, last: Settled) -> bool:
    """Whether one preposition stands behind both counts: "three were jailed for nine years, one for six", "twelve came with burns and ten with cuts"."""
    link = clause.chunks[index + 1].word
    between = clause.chunks[clause.place(last.chunk.first) : index]
    verb = next((at for at, chunk in enumerate(between) if chunk.part == Part.VERB), len(between))
    return any(chunk.part == Part.PREPOSITION and chunk.word == link for chunk in between[verb:])


def add_followed(clause: Clause, settled: dict[int, Settled], lexicons: Lexicons) -> None:
    """Read counts behind names of places that follow one told with its place, or a share told of one: "in Arvan 131 died, followed by Selm with 64 and Tarsk with 17"."""
    words = clause.words
    if lexicons.words("accounting").isdisjoint(words) and lexicons.words("followed").isdisjoint(words):
        return
    last: Settled | None = None
    links = lexicons.words("with_what")
    for index in clause.counting:
        chunk = clause.chunks[index]
        held = settled.get(chunk.first)
        if held is not None and held.outcomes and not chunk.negated:
            last = held
        link, name = clause.at(index - 1), clause.at(index - 2)
        alone = chunk.number is not None and not (chunk.head or chunk.kind or chunk.whole)
        named = name is not None and name.part == Part.NOUN and not name.counts
        if held is None and last is not None and alone and named and link is not None and link.word in links:
            made = settled[chunk.first] = Settled(chunk, list(last.outcomes), "ellipsis", last.whole, last.group)
            if name is not None and not name.kind and clause.tokens[name.last - 1].text[:1].isupper():
                made.place = (name.first, name.last)


def add_bracketed(clause: Clause, settled: dict[int, Settled]) -> None:
    """Read counts in brackets behind names of places: "311 deaths in Marda, followed by Essen (102) and Corrow (73)"."""
    last: Settled | None = None
    found: list[tuple[Chunk, Chunk]] = []
    for index in clause.counting if clause.holds & 1 << Part.OPEN else ():
        chunk = clause.chunks[index]
        held = settled.get(chunk.first)
        if held is not None and held.outcomes and not chunk.negated:
            last = held if not found and held.rule != "part" else last
        elif held is None and _is_bracketed(clause, index):
            found.append((clause.chunks[index - 2], chunk))
    last = last or (_named_before(clause, found[0][1]) if found else None)
    if last is None or len(found) < 2:
        return
    for name, chunk in found:
        made = settled[chunk.first] = Settled(chunk, list(last.outcomes), "ellipsis", last.whole, last.group)
        made.place = (name.first, name.last)


def _named_before(clause: Clause, first: Chunk) -> Settled | None:
    """What a noun without a number says of all that is counted behind it: "deaths have been reported from Ardan (283), Timsa (190)"."""
    before = clause.chunks[: clause.place(first.first)]
    if any(one.number is not None for one in before):
        return None
    for noun in before:
        if noun.countable is not None and noun.countable.fixed and noun.plural:
            return Settled(noun, [noun.countable.outcome], "noun", group=noun.group or "person")
    return None


def _is_bracketed(clause: Clause, index: int) -> bool:
    """Whether a number alone stands in a bracket behind a name."""
    chunk, name = clause.chunks[index], clause.at(index - 2)
    if chunk.number is None or chunk.head or chunk.kind or name is None or name.part != Part.NOUN or name.counts:
        return False
    closed = clause.part(index - 1) == Part.OPEN and clause.part(index + 1) == Part.CLOSE
    return closed and not name.kind and clause.tokens[name.last - 1].text[:1].isupper()
