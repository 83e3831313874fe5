"""Cardinal numbers in words: "twenty-five", "one hundred and six", "three hundred thousand"."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from headwater.grammar.row import Row
from headwater.language.numbers import NumberLexicon

__all__ = ["Cardinal", "cardinal", "scales"]

_ONE, _HUNDRED, _THOUSAND = Decimal(1), Decimal(100), Decimal(1000)
_MOST = Decimal(10) ** 18


class Cardinal(msgspec.Struct):
    """A number that grows word by word.

    `group` is what stands below the last scale, `room` what the next word has to stay under, `ceiling` the last scale.
    """

    last: int
    total: Decimal = Decimal(0)
    group: Decimal | None = None
    room: Decimal = _THOUSAND
    ceiling: Decimal = _MOST
    scale: Decimal = _ONE

    @property
    def value(self) -> Decimal:
        """What the words taken so far come to."""
        return self.total + (self.group or 0)

    @property
    def open(self) -> bool:
        """Whether "and" may follow: behind a hundred or a larger scale."""
        return self.scale >= _HUNDRED and (self.group is None or self.room == _HUNDRED)

    def take(self, word: str, words: NumberLexicon) -> bool:
        """Whether the word goes on with the number; if so, it is added."""
        if (value := words.units.get(word)) is not None:
            return self._add(value, _ONE)
        if (value := words.tens.get(word)) is not None:
            return self._add(value, Decimal(10))
        return (value := words.scales.get(word)) is not None and self._multiply(value)

    def _add(self, value: Decimal, room: Decimal) -> bool:
        fits = self.value == 0 if value == 0 else value < self.room and (self.group is None or self.group > 0)
        if not fits or self.ceiling == 0 or (value == 0 and self.group is not None):
            return False
        self.group, self.room = (self.group or Decimal(0)) + value, room if value else Decimal(0)
        return True

    def _multiply(self, by: Decimal) -> bool:
        if by >= self.ceiling or (self.group is None and self.total) or self.group == 0:
            return False
        base = self.group or _ONE
        if by == _HUNDRED:
            if base >= _HUNDRED:
                return False
            self.group, self.room = base * by, _HUNDRED
        else:
            self.total, self.group, self.room = self.total + base * by, None, min(by, _THOUSAND)
            self.ceiling = by if by > _HUNDRED else Decimal(0)
        self.scale = by
        return True


def cardinal(row: Row, index: int, words: NumberLexicon) -> Cardinal | None:
    """The cardinal whose words begin at a token, `last` being where they end."""
    found = Cardinal(index)
    at = index
    while found.take(row.at(at).lower, words):
        found.last = at = at + 1
        if row.hyphen(at) or (
            found.open and row.at(at).lower in words.conjunctions and _small(row.at(at + 1).lower, words)
        ):
            at += 1
    return found if found.last > index else None


def _small(word: str, words: NumberLexicon) -> bool:
    return words.units.get(word, 0) > 0 or word in words.tens


def scales(row: Row, index: int, words: NumberLexicon) -> tuple[int, Decimal]:
    """Where the scale words from a token on end ("hundred thousand", "-million"), and their product."""
    product = _ONE
    while True:
        at = index + 1 if row.hyphen(index) else index
        value = words.scales.get(row.at(at).lower) or words.vague.get(row.at(at).lower)
        if value is None or product * value > _MOST:
            return index, product
        product, index = product * value, at + 1
