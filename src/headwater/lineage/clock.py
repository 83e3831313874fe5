"""How far published times can be trusted in a collection, and what they say for or against a descent.

A copy is published some time after what it draws on, by its own clock: the hours between the two follow an asymmetric
Laplace law, falling off slowly where the copy is later and quickly where it seems earlier. Both scales are estimated from
the collection itself, from what its texts say alone about who drew on whom; few families leave them at common values.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["CLOCKS", "COMMON", "Clock", "likeliest"]

BACKGROUND = 96.0
"""Hours over which unrelated times are spread, as a Laplace law."""

FLOOR = -9.0
CEILING = 5.0
"""Bounds of what a time may say: no time alone makes a descent certain or impossible."""


@dataclass(frozen=True, slots=True)
class Clock:
    """Scales, in hours: how long copies take (`after`), and how far clocks are off (`before`)."""

    after: float
    before: float

    def says(self, hours: float | None, within: float = 0.0) -> float:
        """The log of how much likelier these hours between parent and child are for a descent than for none.

        >>> Clock(24, 1).says(5) > 0 > Clock(24, 1).says(-5)
        True
        >>> Clock(24, 1).says(None)
        0.0
        """
        if hours is None:
            return 0.0
        after, before = self.after + within / 2, self.before + within / 2
        likely = -log(after + before) - (hours / after if hours >= 0 else -hours / before)
        spread = BACKGROUND + within
        return min(CEILING, max(FLOOR, likely + log(2 * spread) + abs(hours) / spread))

    def says_all(self, hours: NDArray[np.float64], within: NDArray[np.float64]) -> NDArray[np.float64]:
        """The same for many at once, nan where the hours are not known."""
        import numpy as np

        after, before = self.after + within / 2, self.before + within / 2
        likely = -np.log(after + before) - np.where(hours >= 0, hours / after, -hours / before)
        spread = BACKGROUND + within
        said = np.clip(likely + np.log(2 * spread) + np.abs(hours) / spread, FLOOR, CEILING)
        return np.where(np.isnan(hours), 0.0, said)

    def sure(self, hours: float | None, within: float = 0.0) -> float:
        """How sure it is that the later of two times is the later, from −1 (the other is) to 1."""
        if hours is None:
            return 0.0
        off = 1 - exp(-abs(hours) / (self.before + within / 2))
        return off if hours > 0 else -off


COMMON = Clock(24.0, 6.0)
"""What is taken to hold where a collection is too small to tell."""

_AFTERS = (2.0, 6.0, 18.0, 50.0, 150.0)
_BEFORES = (0.1, 0.5, 2.0, 6.0, 18.0, 50.0, 150.0)
CLOCKS = (COMMON, *(Clock(after, before) for after in _AFTERS for before in _BEFORES))
"""The clocks that a collection may have."""

CAUTION = 0.15
"""Weight of the common values against what each collection says (per squared log of their ratio)."""


def likeliest(fits: Sequence[float]) -> Clock:
    """The clock under which a collection's families are most likely, held to the common one where they are few.

    Args:
        fits: the log-likelihood of all families under each of `CLOCKS`.
    """
    told = zip(CLOCKS, fits, strict=True)
    return max(told, key=lambda one: (round(one[1] - _caution(one[0]), 4), -one[0].after, -one[0].before))[0]


def _caution(clock: Clock) -> float:
    apart: Sequence[float] = (log(clock.after / COMMON.after), log(clock.before / COMMON.before))
    return CAUTION * 10 * sum(value * value for value in apart)
