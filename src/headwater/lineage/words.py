"""Words of many texts as arrays: a hash, a place and a mark for quotation each, without a loop over words.

A word is a run of letters, marks and digits in lower case; an apostrophe inside a word and a separator inside a digit
group are passed over, so that "1,200" and "1200" are one word. Hashes depend on nothing but the word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from headwater.lineage.hashes import TAIL, hashed, mix
from headwater.lineage.signs import DIGIT, JOINER, LETTER, MARK, OPENING, SEPARATOR, code_points, described

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from headwater.lineage.hashes import Hashes
    from headwater.lineage.signs import Codes, Kinds

    Places = NDArray[np.int32]
    Marks = NDArray[np.bool_]

__all__ = ["Words", "mark_counts", "mix", "word_hash", "words"]

BESIDE = 2
"""Words on either side of a number that go with it."""

QUOTATION_WORDS = 150
"""Words after which a quotation that was never closed is taken to have ended."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of texts, end to end.

    `hashes` (uint64), `starts`, `ends` (int32, code points within the own text), `quoted` (bool, the word stands
    between quotation marks) and `counts` (bool, it is a number or goes with one) have one entry a word; the words of text
    `i` are `bounds[i]:bounds[i + 1]`.
    """

    hashes: Hashes
    starts: Places
    ends: Places
    quoted: Marks
    counts: Marks
    bounds: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.bounds) - 1

    def __iter__(self) -> Iterator[slice]:
        for start, end in zip(self.bounds[:-1].tolist(), self.bounds[1:].tolist(), strict=True):
            yield slice(start, end)


def words(texts: Sequence[str]) -> Words:
    """The words of the texts, in order; time and memory are linear in the texts' length.

    >>> found = words(["1,200 people; 1200 people"])
    >>> len(found.hashes), len(set(found.hashes.tolist()))
    (4, 2)
    """
    import numpy as np

    code, offsets = code_points(texts)
    kinds, lower = described(code)
    inner = _inner(kinds)
    inside = kinds >= LETTER
    inside[inner] = True
    # A line end follows every text, so that words begin and end in turn.
    turns = np.flatnonzero(inside[1:] != inside[:-1]) + 1
    turns = np.concatenate([[0], turns]) if len(inside) and inside[0] else turns
    starts, ends = turns[0::2], turns[1::2]
    bounds = np.searchsorted(starts, offsets)
    base = np.repeat(offsets[:-1], np.diff(bounds))
    counts = mark_counts(kinds[starts] == DIGIT, bounds)
    hashes = _hashes(lower, inner, starts, ends)
    quoted = _quoted(code, kinds, starts)
    return Words(hashes, (starts - base).astype(np.int32), (ends - base).astype(np.int32), quoted, counts, bounds)


def word_hash(word: str) -> int:
    """The hash of one word.

    >>> word_hash("Twelve") == word_hash("twelve")
    True
    """
    return int(words([word]).hashes[0])


def _inner(kinds: Kinds) -> NDArray[np.int64]:
    """Where a joiner stands between letters, or a separator between digit groups."""
    import numpy as np

    padded = np.concatenate([kinds, np.zeros(5, dtype=np.uint8)])
    at = np.flatnonzero((kinds == JOINER) | (kinds == SEPARATOR))
    joins = (padded[at] == JOINER) & (padded[at - 1] == LETTER) & (padded[at + 1] == LETTER)
    # A separator of digit groups has a digit before it and exactly three after it.
    three = (padded[at + 1] == DIGIT) & (padded[at + 2] == DIGIT) & (padded[at + 3] == DIGIT)
    group = (padded[at] == SEPARATOR) & (padded[at - 1] == DIGIT) & three & (padded[at + 4] != DIGIT)
    found: NDArray[np.int64] = at[joins | group]
    return found


def _hashes(
    lower: NDArray[np.uint16], inner: NDArray[np.int64], starts: NDArray[np.int64], ends: NDArray[np.int64]
) -> Hashes:
    """One hash a word, of its signs in lower case without those that stand between."""
    import numpy as np

    held = np.bincount(np.searchsorted(starts, inner) - 1, minlength=len(starts))
    signs = np.concatenate([np.delete(lower, inner), np.zeros(TAIL, dtype=np.uint16)])
    return hashed(signs, starts - (np.cumsum(held) - held), ends - starts - held)


def mark_counts(numbers: Marks, bounds: NDArray[np.int64]) -> Marks:
    """Which words are numbers or stand so near one, in the same text, that they go with it."""
    import numpy as np

    found = numbers.copy()
    at = np.flatnonzero(numbers)
    text = np.searchsorted(bounds, at, side="right")
    low, high = bounds[text - 1], bounds[text]
    for step in range(1, BESIDE + 1):
        found[np.maximum(at - step, low)] = True
        found[np.minimum(at + step, high - 1)] = True
    return found


def _quoted(code: Codes, kinds: Kinds, starts: NDArray[np.int64]) -> Marks:
    """Whether each word stands in a quotation: the last mark before it opens one, not too many words ago.

    A straight mark opens where a space or a bracket is before it; a line end closes. Nothing is counted in pairs, so
    that a mark that got lost spoils one quotation and not the rest of the text.
    """
    import numpy as np

    marks = np.flatnonzero(kinds == MARK)
    signs, before = code[marks], code[np.maximum(marks - 1, 0)]
    straight = (signs == ord('"')) & np.isin(before, [ord(sign) for sign in " \n\t([\u2014\u2013-"])
    opens = straight | np.isin(signs, [ord(sign) for sign in OPENING])
    begins = np.searchsorted(starts, np.append(marks, len(code)))
    sizes = np.minimum(np.diff(begins)[opens], QUOTATION_WORDS)
    quoted = np.zeros(len(starts), dtype=np.bool_)
    quoted[np.repeat(begins[:-1][opens] - (np.cumsum(sizes) - sizes), sizes) + np.arange(sizes.sum())] = True
    return quoted
