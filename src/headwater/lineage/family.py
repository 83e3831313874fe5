"""A family: reports joined by shared text, and what each of them shares with each.

Coverage is kept as an integer a pair, one bit a word: that of report `c` by `p` has a bit for each word of `c` that `p` has too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["Family"]


@dataclass(frozen=True, slots=True)
class Family:
    """Reports that share text.

    `ranks`, word counts, hours of publication and how many hours these leave open go together; `covered` and `spans`
    hold coverage, and the words from each passage's first to its last, by (of, by), places in `ranks`. `given` has the
    parents that a person gave, None for a report that has none; `credits` the (named, naming) pairs, and `thirds` the reports
    that name the same third as one that they share text with. `told` has the (named, naming) pairs that share no text, with
    how much of the credit each has.
    """

    ranks: tuple[int, ...]
    sizes: tuple[int, ...]
    times: tuple[float | None, ...]
    within: tuple[float, ...]
    covered: Mapping[tuple[int, int], int]
    spans: Mapping[tuple[int, int], int]
    given: Mapping[int, int | None] = field(default_factory=dict)
    credits: frozenset[tuple[int, int]] = frozenset()
    thirds: frozenset[int] = frozenset()
    told: Mapping[tuple[int, int], float] = field(default_factory=dict)

    def neighbours(self) -> list[list[int]]:
        """For each report the places of those that share text with it, in order."""
        found: list[list[int]] = [[] for _ in self.ranks]
        for of, by in self.covered:
            found[of].append(by)
        return [sorted(places) for places in found]

    def later(self, one: int, other: int) -> float | None:
        """Hours by which `other` was published after `one`; None where a time is not known."""
        before, after = self.times[one], self.times[other]
        return None if before is None or after is None else after - before

    def open(self, one: int, other: int) -> float:
        """Hours that the two times leave open."""
        return max(self.within[one], self.within[other])

    def apart(self, of: int, by: int, third: int) -> int:
        """Words of `of`, a bit each, that `by` has too and `third` has not."""
        return self.covered.get((of, by), 0) & ~self.covered.get((of, third), 0)
