"""Fingerprints of texts: hashed word grams with their positions, winnowed.

Winnowing keeps the least hash of every window of grams (Schleimer, Wilkerson and Aiken, "Winnowing", SIGMOD 2003): two
texts that share `gram + window - 1` words in a row are certain to share a fingerprint.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from headwater.lineage.hashes import mix
from headwater.lineage.words import Words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from headwater.lineage.hashes import Hashes
    from headwater.lineage.words import Marks

__all__ = ["Postings", "fingerprint"]


@dataclass(frozen=True, slots=True)
class Postings:
    """Fingerprints of texts: `hashes` (uint64), `texts` (int32, which text), `positions` (int32, word within its text)."""

    hashes: Hashes
    texts: NDArray[np.int32]
    positions: NDArray[np.int32]


def fingerprint(found: Words, gram: int, window: int) -> Postings:
    """The winnowed fingerprints of texts, by text and position; a gram that a text repeats may stand there more than once."""
    import numpy as np

    counts = np.diff(found.bounds)
    text = np.repeat(np.arange(len(found), dtype=np.int32), counts)
    position = np.arange(len(text)) - np.repeat(found.bounds[:-1], counts)
    left = np.repeat(counts, counts) - position
    grams = _grams(found.hashes, gram)
    kept = np.flatnonzero(_winnow(grams, left - gram + 1, position, window))
    return Postings(grams[kept], text[kept], position[kept].astype(np.int32))


def _grams(hashes: Hashes, gram: int) -> Hashes:
    """A hash for the gram that begins at each word; those that run over the end are of no meaning."""
    import numpy as np

    total = np.zeros(len(hashes), dtype=np.uint64)
    for step in range(min(gram, len(hashes))):
        # Word hashes are mixed already: odd factors, one a place, keep the order of words in the sum.
        factor = np.uint64((0x9E3779B97F4A7C15 * (2 * step + 1) | 1) & 0xFFFFFFFFFFFFFFFF)
        total[: len(hashes) - step] += hashes[step:] * factor
    return mix(total)


def _winnow(grams: Hashes, left: NDArray[np.int64], position: NDArray[np.int64], window: int) -> Marks:
    """Which grams are the least of a window; `left` counts the grams from here to the end of the text."""
    import numpy as np

    size = len(grams)
    least = grams.copy()
    for step in range(1, min(window, size)):
        least[: size - step] = np.minimum(least[: size - step], grams[step:])
    whole = left >= window
    kept = np.zeros(size, dtype=np.bool_)
    for step in range(min(window, size)):
        kept[step:] |= whole[: size - step] & (least[: size - step] == grams[step:])
    # A text too short for one window keeps all it has.
    short = (left > 0) & (left + position < window)
    result: Marks = (kept | short) & (left > 0)
    return result
