"""Words as signs of a string, which is what `rapidfuzz` reads fastest."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from headwater.lineage.hashes import Hashes

    Marks = NDArray[np.bool_]

__all__ = ["WORN", "WORN_THERE", "written"]

WORN, WORN_THERE = "\x01", "\x02"
"""Signs for boilerplate: one in the first of two reports, another in the second, so that they never agree."""

_SIGNS, _FIRST, _HALVES, _GAP = 0xF6FE, 0x100, 0xD800, 0x800


def written(hashes: Hashes, worn: Marks | None) -> str:
    """A sign for each word, out of some sixty thousand by its hash: sixteen bits hold it, and halves of pairs are left out.

    Two words share a sign once in sixty thousand; within two passages that are compared this hardly ever matters.
    """
    import numpy as np

    signs = ((hashes >> np.uint64(48)).astype(np.uint32) * np.uint32(_SIGNS) >> np.uint32(16)) + np.uint32(_FIRST)
    signs += (signs >= _HALVES) * np.uint32(_GAP)
    if worn is not None:
        signs[worn] = ord(WORN)
    return signs.astype(np.uint16).tobytes().decode("utf-16-le")
