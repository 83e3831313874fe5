"""Hashes of words, many at once: four signs are taken in with one multiplication, as xxHash takes in a text's bytes.

Each step turns different states into different states (an odd factor, then a fold of the high bits onto the low), so that
words of up to four letters never share a hash, and others do as seldom as 64 bits allow.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Hashes = NDArray[np.uint64]

__all__ = ["TAIL", "hashed", "mix"]

LONGEST = 64
"""Signs of a word that are taken in so; a longer run of signs is hashed by itself."""

TAIL = 3
"""Signs, of any value, that must follow the last word."""

_FACTOR = 0x9E3779B97F4A7C15
_MASKS = (0, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFFFFFF, 0xFFFFFFFFFFFFFFFF)


def mix(values: Hashes) -> Hashes:
    """The values with all their bits spread over all others (the finaliser of SplitMix64)."""
    import numpy as np

    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def hashed(signs: NDArray[np.uint16], starts: NDArray[np.int64], lengths: NDArray[np.int64]) -> Hashes:
    """One hash for each run of signs, 64 bits, the same wherever the run stands.

    Args:
        signs: of all texts, with `TAIL` more at the end.
        starts: where each run begins.
        lengths: of each run, at least one.
    """
    import numpy as np

    fours = np.ndarray((len(signs) - TAIL,), dtype="<u8", buffer=signs.tobytes(), strides=(2,))
    masks, factor, fold = np.array(_MASKS, dtype=np.uint64), np.uint64(_FACTOR), np.uint64(32)
    found = lengths.astype(np.uint64)
    left, at, which = lengths, starts, None
    for _ in range(0, LONGEST, 4):
        if not len(at):
            break
        taken = fours.take(at) & masks.take(np.minimum(left, 4))
        state = (taken ^ (found if which is None else found[which])) * factor
        state ^= state >> fold
        if which is None:
            found = state
        else:
            found[which] = state
        more = np.flatnonzero(left > 4)
        which = more if which is None else which[more]
        left, at = left[more] - 4, at[more] + 4
    for word, place, size in zip(
        (which if which is not None else at).tolist(), at.tolist(), left.tolist(), strict=True
    ):
        found[word] ^= np.uint64(_tail(signs[place : place + size].tobytes()))
    return mix(found)


def _tail(signs: bytes) -> int:
    from xxhash import xxh3_64_intdigest

    return int(xxh3_64_intdigest(signs))
