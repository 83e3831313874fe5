"""What tells the words of two reports, their boilerplate and their publishers apart: keys under which what they share is kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from headwater.lineage.hashes import mix
from headwater.lineage.shelf import Shelf
from headwater.lineage.worn import WornIndex

if TYPE_CHECKING:
    import numpy as np

    from headwater.lineage.hashes import Hashes
    from headwater.lineage.join import Ranks
    from headwater.lineage.tables import Keys

__all__ = ["Texts", "factor"]


@dataclass(frozen=True, slots=True)
class Texts:
    """What tells the words of reports apart: a key for each by rank, and a hash of its boilerplate, 0 where it has none."""

    shelf: Shelf
    keys: Keys
    worn: Hashes

    @classmethod
    def of(cls, shelf: Shelf, keys: Keys) -> Texts:
        """The same, once boilerplate is known."""
        return cls(shelf, keys, _worn(shelf.worn, len(keys)))

    def pair_keys(self, a: Ranks, b: Ranks) -> Keys:
        """A key for each two reports: of their words, and of whether one publisher has both."""
        import numpy as np

        houses = self.shelf.houses
        one = (houses[a] == houses[b]) & (houses[a] >= 0) if houses is not None else np.zeros(len(a), dtype=np.bool_)
        halves = []
        for half in (0, 1):
            first, second, third, fourth, fifth = (factor(10 * half + number) for number in range(5))
            mixed = self.keys[a, half] * first + self.keys[b, half] * second
            mixed += self.worn[a] * third + self.worn[b] * fourth + one.astype(np.uint64) * fifth
            halves.append(mix(mixed))
        return np.stack(halves, axis=1)


def _worn(worn: WornIndex, count: int) -> Hashes:
    import numpy as np

    found = np.zeros(count, dtype=np.uint64)
    np.add.at(found, worn.reports, mix((worn.positions.astype(np.uint64) + np.uint64(1)) * factor(99)))
    return found


def factor(number: int) -> np.uint64:
    """An odd number of 64 bits for each small one, to tell the parts of a key apart by their places."""
    import numpy as np

    return np.uint64((0x9E3779B97F4A7C15 * (2 * number + 3) | 1) & 0xFFFFFFFFFFFFFFFF)
