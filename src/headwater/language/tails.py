"""Words that complete a verb, so that both together say what befell whom: "taken hostage", "driven from the villages"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Any

import msgspec

from headwater.language.senses import Sense, sense_with

__all__ = ["Tailed", "Tails", "spelled", "tails"]

Words = tuple[str, ...]
_NONE: frozenset[str] = frozenset()
_CHOICE = re.compile(r"\(([^()]*)\)")


class Tailed(msgspec.Struct, frozen=True, gc=False):
    """A sense that holds where the verb's tail of so many words follows; `complement` where the tail tells of the verb's object.

    The sense of a complement does not hold the tail: tails of one length share it, for there are thousands.
    """

    sense: Sense
    complement: bool
    size: int


class Tails(msgspec.Struct, frozen=True, eq=False):
    """Tails by their words, each with the lemmas that it completes; a grid of verbs and tails is kept as one row a tail.

    `lengths` are those of the tails that begin with a word, the longest first; `openings` the words that the tails of each verb begin with, `longest` the
    words of the longest tail.
    """

    rows: Mapping[Words, Sequence[tuple[frozenset[str], Tailed]]]
    lengths: Mapping[str, tuple[int, ...]]
    openings: Mapping[str, frozenset[str]]
    longest: int

    def at(self, lemma: str, words: Sequence[str]) -> list[Tailed]:
        """The tails of a verb that the words begin with: a verb of several words first, then the longer."""
        found: list[Tailed] = []
        if not words or words[0] not in self.openings.get(lemma, _NONE):
            return found
        for size in self.lengths[words[0]]:
            if size <= len(words):
                found += [held for lemmas, held in self.rows.get(tuple(words[:size]), ()) if lemma in lemmas]
        return sorted(found, key=_is_complement) if len(found) > 1 else found


def _is_complement(held: Tailed) -> bool:
    return held.complement


def tails(senses: Mapping[str, Sequence[Sense]], data: Mapping[str, Any]) -> Tails:
    """The tails of the verbs' own senses, and those that a language's `complement` tables list."""
    rows: dict[Words, list[tuple[frozenset[str], Tailed]]] = defaultdict(list)
    for lemma, held in senses.items():
        for sense in held:
            if sense.tail:
                rows[sense.tail].append((frozenset({lemma}), Tailed(sense, False, len(sense.tail))))
    for entry in data.get("complement", ()):
        sense = sense_with(data, entry)(())
        endings = [tuple(tail.split(" ")) for row in entry["tails"] for tail in spelled(row)]
        for particles, lemmas in _by_particles(entry["verbs"]):
            sizes = {len(particles) + len(tail) for tail in endings}
            held_by_size = {size: (lemmas, Tailed(sense, True, size)) for size in sizes}
            for tail in endings:
                words = (*particles, *tail)
                rows[words].append(held_by_size[len(words)])
    lengths: dict[str, set[int]] = defaultdict(set)
    for words in rows:
        lengths[words[0]].add(len(words))
    longest_first = {word: tuple(sorted(held, reverse=True)) for word, held in lengths.items()}
    return Tails(dict(rows), longest_first, _openings(rows), max(map(len, rows), default=0))


def _openings(rows: Mapping[Words, Sequence[tuple[frozenset[str], Tailed]]]) -> dict[str, frozenset[str]]:
    """The words that the tails of each verb begin with: most verbs share a set of tails with others."""
    shared: dict[frozenset[str], set[str]] = defaultdict(set)
    for words, held in rows.items():
        for lemmas, _ in held:
            shared[lemmas].add(words[0])
    found: dict[str, frozenset[str]] = {}
    for lemmas, openings in shared.items():
        for lemma in lemmas:
            found[lemma] = found.get(lemma, frozenset()) | openings
    return found


def _by_particles(verbs: Sequence[str]) -> list[tuple[Words, frozenset[str]]]:
    found: dict[Words, set[str]] = defaultdict(set)
    for verb, *particles in (verb.split(" ") for verb in verbs):
        found[tuple(particles)].add(verb)
    return [(particles, frozenset(lemmas)) for particles, lemmas in found.items()]


def spelled(phrase: str) -> Iterator[str]:
    """All that a phrase with choices in brackets stands for.

    >>> list(spelled("to (a|the|) (clinic|hospital)"))[1:5]
    ['to a hospital', 'to the clinic', 'to the hospital', 'to clinic']
    """
    pieces = _CHOICE.split(phrase)
    choices = [piece.split("|") if at % 2 else [piece] for at, piece in enumerate(pieces)]
    for chosen in product(*choices):
        yield " ".join("".join(chosen).split())
