"""Numbers that go on a row: "12 people were killed in the north and 10 in the port", "along with two guards"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import takewhile

from headwater.extract.antecedents import is_less
from headwater.extract.chunks import Chunk, Clause, Holds, Part
from headwater.extract.heads import THINGS
from headwater.extract.lexicons import Lexicons
from headwater.extract.settling import Settled

_DEAD = "killed"
_SOURCES = frozenset({"place", "building", "vehicle"})

__all__ = ["add_bracketed", "add_ellipses", "add_followed", "add_places", "named_place", "place_behind", "place_parts"]


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
            held = settled[chunk.first] = Settled(chunk, list(last.outcomes), "ellipsis", group=last.group)
            held.place = _place(clause, index + 1, lexicons)
            last.place = last.place or _first_place(clause, at, index, last, lexicons)
            if held.place and not last.place and _is_aside(clause, at, index, lexicons) and is_less(held, last):
                held.whole = last.whole or last
        elif last is not None and held is not None and _lay_there(clause, index, held, last, at, lexicons):
            held.outcomes, held.rule, held.whole = list(last.outcomes), "ellipsis", last.whole
        elif (
            last is not None and held is not None and at == index - 2 and _is_share(clause, index, held, last, lexicons)
        ):
            held.place, held.whole = _place(clause, index + 1, lexicons), last.whole or last
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


def _is_share(clause: Clause, index: int, held: Settled, last: Settled, lexicons: Lexicons) -> bool:
    """Whether a number alone with a place, right behind another count and a comma, is some of those: "arrested 112 men, 60 in Orra"."""
    alike = held.whole is None and held.outcomes == last.outcomes and not held.chunk.head and bool(last.chunk.head)
    if not alike or clause.part(index - 1) != Part.COMMA or not is_less(held, last):
        return False
    place = _place(clause, index + 1, lexicons)
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
    places = (_place(clause, here, lexicons) for here in own if clause.chunks[here].word not in brought)
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


def _place(clause: Clause, index: int, lexicons: Lexicons) -> tuple[int, int] | None:
    """The tokens of the noun group after a preposition of place."""
    link, noun = clause.at(index), clause.at(index + 1)
    if link is None or link.part != Part.PREPOSITION or link.word not in lexicons.words("places"):
        return None
    if noun is None or noun.part != Part.NOUN or noun.counts or noun.pronoun or noun.kind == "person":
        return None
    if not noun.head or noun.head in lexicons.words("no_places"):
        return None  # "on the part of the weavers", "on that of the townsmen"
    if noun.kind == "measure" and named_place(clause, noun) is None:
        return None  # "Market Square" is one all the same
    if link.word in lexicons.words("source") and noun.kind not in _SOURCES and named_place(clause, noun) is None:
        return None  # "two from burns and one from blood loss"
    # "In 1938" is no place, nor is what a date leaves behind: "in Friday's quake".
    return (noun.first, noun.last) if clause.tokens[noun.first].text[:1].isalpha() else None


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
    return following.word in lexicons.words("places") or ((by or cause) and not chunk.head)


def _is_beside_uncounted(clause: Clause, index: int, settled: Mapping[int, Settled]) -> bool:
    """Whether "and" joins a number to another of which nothing is told: "17 are lost of 162 passengers and a crew of nine"."""
    before = clause.at(index - 2)
    joined = clause.part(index - 1) == Part.CONJUNCTION and before is not None and before.number is not None
    return joined and before is not None and bool(before.head) and before.first not in settled


def _is_all(clause: Clause, index: int, lexicons: Lexicons) -> bool:
    """Whether "in all" stands behind a number: a sum of what was told, not more of the same."""
    first = clause.chunks[index].last
    return " ".join(token.lower for token in clause.tokens[first : first + 2]) in lexicons.words("in_all")


def add_places(clause: Clause, settled: Mapping[int, Settled], lexicons: Lexicons) -> None:
    """Give figures of one outcome that a sentence spreads over places their places: "killed 12 in Orra, eight in Tenn"."""
    spread: dict[str, list[tuple[Settled, tuple[int, int]]]] = {}
    for index in clause.counting if len(clause.counting) > 1 else ():
        held = settled.get(clause.chunks[index].first)
        place = _place(clause, index + 1, lexicons) if held is not None and held.outcomes else None
        if held is not None and place is not None:
            spread.setdefault(held.outcomes[0], []).append((held, place))
    for row in spread.values():
        for held, place in row if len(row) > 1 else ():
            held.place = held.place or place


def place_parts(clause: Clause, settled: Mapping[int, Settled], lexicons: Lexicons) -> None:
    """Give a part the name of the place that stands behind it: "27 died, 16 of them in Upper Lorn province"."""
    for index in clause.counting if len(settled) > 1 else ():
        held = settled.get(clause.chunks[index].first)
        if held is not None and held.whole is not None and held.outcomes and held.place is None:
            held.place = place_behind(clause, index, lexicons)


def place_behind(clause: Clause, index: int, lexicons: Lexicons) -> tuple[int, int] | None:
    """The name of the place that stands right behind a number, or behind its "were": "16 of them in Upper Lorn", "nineteen were from Varn"."""
    verb = clause.at(index + 1)
    index += verb is not None and verb.part == Part.VERB and verb.copula and not (verb.negated or verb.unreal)
    place = _place(clause, index + 1, lexicons)
    return named_place(clause, clause.chunks[index + 2]) if place is not None else None


def named_place(clause: Clause, noun: Chunk) -> tuple[int, int] | None:
    """The words with a capital at the head of a noun group, behind an article; `None` where it has none, or all words of the sentence have one."""
    first, last = noun.first, noun.last
    written = [token.text[:1].isupper() for token in clause.tokens[first:last]]
    start = 0 if written[0] else 1
    end = next((at for at in range(start, len(written)) if not written[at]), len(written))
    plain = any(token.text[:1].islower() for token in (*clause.tokens[: max(first - 2, 1)], *clause.tokens[last:]))
    return (first + start, first + end) if start < end and plain else None


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
    if last is None or len(found) < 2:
        return
    for name, chunk in found:
        made = settled[chunk.first] = Settled(chunk, list(last.outcomes), "ellipsis", last.whole, last.group)
        made.place = (name.first, name.last)


def _is_bracketed(clause: Clause, index: int) -> bool:
    """Whether a number alone stands in a bracket behind a name."""
    chunk, name = clause.chunks[index], clause.at(index - 2)
    if chunk.number is None or chunk.head or chunk.kind or name is None or name.part != Part.NOUN or name.counts:
        return False
    closed = clause.part(index - 1) == Part.OPEN and clause.part(index + 1) == Part.CLOSE
    return closed and not name.kind and clause.tokens[name.last - 1].text[:1].isupper()
