"""A publisher's boilerplate: which words of a report are worn, from where the worn grams begin."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from headwater.lineage.join import Worn

    Ranks = NDArray[np.int32]
    Places = NDArray[np.int64]
    Marks = NDArray[np.bool_]

__all__ = ["WornIndex", "marked"]


class WornIndex(Mapping[int, "Ranks"]):
    """The words where boilerplate begins, by report, found in two sorted arrays that may lie on disk."""

    def __init__(self, reports: Ranks, positions: Ranks) -> None:
        self._reports, self._positions = reports, positions
        self._known: set[int] | None = None

    @classmethod
    def of(cls, worn: Worn) -> WornIndex:
        """The index of worn grams in any order."""
        import numpy as np

        order = np.lexsort((worn.positions, worn.reports))
        return cls(worn.reports[order], worn.positions[order])

    @classmethod
    def none(cls) -> WornIndex:
        """No boilerplate."""
        import numpy as np

        return cls(np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.int32))

    @property
    def reports(self) -> Ranks:
        """The reports, one entry a gram."""
        return self._reports

    @property
    def positions(self) -> Ranks:
        """The words where grams begin, as `reports`."""
        return self._positions

    def __contains__(self, rank: object) -> bool:
        if self._known is None:
            self._known = set(iter(self))
        return rank in self._known

    def __getitem__(self, rank: int) -> Ranks:
        import numpy as np

        first, last = np.searchsorted(self._reports, [rank, rank + 1])
        if first == last:
            raise KeyError(rank)
        return self._positions[first:last]

    def __iter__(self) -> Iterator[int]:
        import numpy as np

        return iter(np.unique(self._reports).tolist())

    def __len__(self) -> int:
        import numpy as np

        return len(np.unique(self._reports))


def marked(begins: Places, ends: Places, gram: int, window: int, size: int) -> Marks:
    """Which of `size` words are worn, from the words where worn grams begin, in order, and the end of the report of each."""
    import numpy as np

    following = np.append(begins[1:], size + gram + window)
    # Winnowing passes over at most `window - 1` grams, so that what lies between two near ones is worn as well.
    near = (following - begins <= gram + window) & (following < ends)
    sizes = np.minimum(np.where(near, following, begins + gram), ends) - begins
    marks = np.zeros(size, dtype=np.bool_)
    marks[np.repeat(begins - (np.cumsum(sizes) - sizes), sizes) + np.arange(sizes.sum())] = True
    return marks
