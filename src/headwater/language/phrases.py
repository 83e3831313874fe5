"""Rows of words that patterns of the language data are, and where they stand in a sentence."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import compress

import msgspec

from headwater.errors import LanguageDataError
from headwater.messages import told

__all__ = ["Phrase", "Phrases", "Rarest", "phrases", "standing"]

# Signs end a clause, and no gap runs over them.
_SIGNS = frozenset(' ,;:.!?"\u201c\u201d')


class Phrase(msgspec.Struct, frozen=True, gc=False):
    """A row of places: the words of which one stands there, or how many words at most stand between two; `others` are all places but the rarest."""

    row: tuple[frozenset[str] | int, ...]
    others: tuple[frozenset[str], ...]

    def end(self, words: Sequence[str], at: int, first: int = 0) -> int:
        """Behind which of the words the row ends that begins at one, the shortest gaps first; 0 where it does not stand there."""
        for number in range(first, len(self.row)):
            place = self.row[number]
            if isinstance(place, int):
                return self._behind_gap(words, at, place, number + 1)
            if at >= len(words) or words[at] not in place:
                return 0
            at += 1
        return at

    def _behind_gap(self, words: Sequence[str], at: int, longest: int, then: int) -> int:
        for here in range(at, min(at + longest, len(words)) + 1):
            end = self.end(words, here, then)
            if end or here == len(words) or not _SIGNS.isdisjoint(words[here]):
                return end
        return 0


Rarest = Mapping[str, tuple[tuple[int, Phrase], ...]]
"""For a word the patterns that it is one of the rarest place of, each with a number."""


def standing(rarest: Rarest, rare: frozenset[str], words: frozenset[str]) -> Iterator[tuple[int, Phrase]]:
    """The patterns of each of whose places a sentence of some words has one, with their numbers, in no order; `rare` are those of its words that `rarest` has.

    One comes more than once where its rarest place has several words that stand.
    """
    for word in rare:
        for number, phrase in rarest[word]:
            for place in phrase.others:
                if place.isdisjoint(words):
                    break
            else:
                yield number, phrase


@dataclass(frozen=True, eq=False)
class Phrases:
    """Patterns in the order they are tried in; `rarest` holds for a word those that it is one of the rarest place of, with their numbers."""

    rarest: Rarest

    @cached_property
    def rare(self) -> frozenset[str]:
        """The words of which a sentence has one where a pattern stands."""
        return frozenset(self.rarest)

    def may_stand(self, words: frozenset[str]) -> bool:
        """Whether a pattern is `possible`."""
        return next(standing(self.rarest, self.rare & words, words), None) is not None

    def possible(self, words: frozenset[str]) -> list[Phrase]:
        """The patterns of each of whose places a sentence of these words has one; much quicker than to look for them."""
        found = dict(standing(self.rarest, self.rare & words, words))
        return [found[number] for number in sorted(found)] if len(found) > 1 else list(found.values())

    def spans(self, words: Sequence[str], held: frozenset[str]) -> list[tuple[int, int]]:
        """Where patterns stand in a row of words, which `held` is the set of: from the left, the first that does, none over another."""
        tried = self.possible(held)
        found: list[tuple[int, int]] = []
        behind = 0
        for at in _beginning(words, tried) if tried else ():
            for phrase in tried if at >= behind else ():
                if end := phrase.end(words, at):
                    found.append((at, end))
                    behind = end
                    break
        return found


def _beginning(words: Sequence[str], tried: Sequence[Phrase]) -> Sequence[int]:
    """Where one of some patterns may begin, in order: at a word of its first place; anywhere where that is a gap."""
    found: set[int] = set()
    for phrase in tried:
        first = phrase.row[0]
        if isinstance(first, int):
            return range(len(words))
        found.update(compress(range(len(words)), map(first.__contains__, words)))
    return sorted(found)


def phrases(
    written: Iterable[str], sets: Mapping[str, Sequence[str]], common: Collection[str] = frozenset()
) -> Phrases:
    """The patterns as written: `a|b` is either word, `<name>` any of a named set, `*N` up to N words between; `common` words are in most sentences.

    Raises:
        LanguageDataError: a pattern names a set that there is not.
    """
    found: dict[str, list[tuple[int, Phrase]]] = {}
    for number, pattern in enumerate(written):
        row = tuple(
            int(item[1:]) if item.startswith("*") else frozenset(_words(item, sets)) for item in pattern.split()
        )
        places = [place for place in row if not isinstance(place, int)]
        rarest = min(places, key=lambda words: _frequency(words, common))
        phrase = Phrase(row, tuple(place for place in places if place is not rarest))
        for word in rarest:
            found.setdefault(word, []).append((number, phrase))
    return Phrases({word: tuple(numbered) for word, numbered in found.items()})


def _frequency(words: Collection[str], common: Collection[str]) -> float:
    """How often one of some words stands in a sentence, by their look: the longer a word the rarer, three times for each letter."""
    return sum([1 if word in common else 3.0 ** -len(word) for word in sorted(words)])


def _words(item: str, sets: Mapping[str, Sequence[str]]) -> list[str]:
    found: list[str] = []
    for part in item.split("|"):
        if part.startswith("<") and part[1:-1] not in sets:
            raise LanguageDataError(*told("language.set", name=part))
        found += sets[part[1:-1]] if part.startswith("<") else [part]
    return found
