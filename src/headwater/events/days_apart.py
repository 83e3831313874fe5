"""What likeness is multiplied with by the days that reports tell of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from headwater.events.profile import Profile

__all__ = ["FOLLOWED", "MOST", "OTHER", "Told"]

MOST = 1.5
"""The largest factor: both tell of the same day for their event."""

OTHER = 0.25
"""The factor of reports whose days differ, but not by much: two events of one kind."""

FOLLOWED = 2
"""Days within which a report may follow up another: such are dated by their own news."""

_CONFLICT = 0.45
_NEAR, _APART, _LATER = 1, 3, 60  # days; what is told long after is seldom dated by its own day

_PAIRS = 1 << 17  # pairs whose times are laid out at once

_UNKNOWN = 1 << 40  # a day of publication that nobody knows is before no other

Places = NDArray[np.int64]
"""Places of reports among those given, of any shape."""


def _earliest(profile: Profile) -> int:
    """The first day on which a report's event may have fallen, where it is sure of its day; else one that none is before."""
    days = profile.days
    if not days.narrated or days.main is None:
        return 0
    told = [first for first, last in days.spans if (first, last) != (days.published, days.published)]
    return min([days.main[0], *told])


@dataclass(frozen=True, slots=True)
class Told:
    """The likeliest day of each report, and all times, by report, on which its event may have fallen; the day of publication, and the first of all those times where the report is sure of a day."""

    first: NDArray[np.int64]
    last: NDArray[np.int64]
    known: NDArray[np.bool_]
    bounds: NDArray[np.int64]
    begins: NDArray[np.int64]
    ends: NDArray[np.int64]
    published: NDArray[np.int64]
    earliest: NDArray[np.int64]

    @classmethod
    def of(cls, profiles: Sequence[Profile]) -> Told:
        """What profiles tell of days."""
        mains = [profile.days.main or profile.days.listed for profile in profiles]
        spans = [sorted(set(profile.days.likely)) for profile in profiles]
        every = [span for told in spans for span in told]
        return cls(
            np.array([main[0] if main else 0 for main in mains], dtype=np.int64),
            np.array([main[1] if main else 0 for main in mains], dtype=np.int64),
            np.array([main is not None for main in mains], dtype=np.bool_),
            np.cumsum([0, *map(len, spans)]),
            np.array([begin for begin, _ in every], dtype=np.int64),
            np.array([end for _, end in every], dtype=np.int64),
            np.array([_UNKNOWN if (day := one.days.published) is None else day for one in profiles], dtype=np.int64),
            np.array([_earliest(one) for one in profiles], dtype=np.int64),
        )

    def gaps(self, one: Places, other: Places) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
        """Days between the likeliest days of each two reports, below 1 where they overlap, and whether both are known."""
        gaps = np.maximum(self.first[one] - self.last[other], self.first[other] - self.last[one])
        return gaps, self.known[one] & self.known[other]

    def factors(self, one: Places, other: Places) -> NDArray[np.float64]:
        """More than one where both tell of the same day, less where their days exclude each other and neither event may have fallen on the other's."""
        gaps, both = self.gaps(one, other)
        found = np.where(both & (gaps <= _NEAR), MOST, 1.0)
        apart = np.flatnonzero(both & (gaps > _APART))
        for start in range(0, len(apart), _PAIRS):
            far = apart[start : start + _PAIRS]
            unknown = far[~(self._may_have_been(one[far], other[far]) | self._may_have_been(other[far], one[far]))]
            found[unknown] = np.where(gaps[unknown] <= _LATER, OTHER, _CONFLICT)
        found[self._before(one, other) | self._before(other, one)] = OTHER
        return found

    def _before(self, one: Places, other: Places) -> NDArray[np.bool_]:
        """Whether one report was published before all days on which the event of the other may have fallen: it can tell nothing of that."""
        return self.published[one] < self.earliest[other] - _NEAR

    def _may_have_been(self, one: Places, other: Places) -> NDArray[np.bool_]:
        """Whether each report's event may have fallen on a time that holds the other's likeliest day."""
        sizes = self.bounds[one + 1] - self.bounds[one]
        starts = np.repeat(self.bounds[one] - np.cumsum(sizes) + sizes, sizes)
        spans = starts + np.arange(len(starts))
        pairs = np.repeat(np.arange(len(one)), sizes)
        days = other[pairs]
        held = (self.first[days] >= self.begins[spans] - _NEAR) & (self.last[days] <= self.ends[spans] + _NEAR)
        return np.bincount(pairs[held], minlength=len(one)) > 0
