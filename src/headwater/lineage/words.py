"""Words of many texts as arrays: a hash, a place and a mark for quotation each, without a loop over words.

A word is a run of letters, marks and digits in lower case; an apostrophe inside a word and a separator inside a digit
group are passed over, so that "1,200" and "1200" are one word. Hashes are multilinear over code points (Lemire and
Kaser, "Strongly universal string hashing is fast", 2014), mixed; they depend on nothing but the word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Hashes = NDArray[np.uint64]
    Places = NDArray[np.int32]
    Marks = NDArray[np.bool_]
    Codes = NDArray[np.uint16] | NDArray[np.uint32]

__all__ = ["Words", "mark_counts", "mix", "word_hash", "words"]

OTHER, MARK, LETTER, DIGIT, JOINER, SEPARATOR = range(6)
LONGEST = 64
"""Code points of a word that have a multiplier of their own; what comes after shares them."""

BESIDE = 2
"""Words on either side of a number that go with it."""

QUOTATION_WORDS = 150
"""Words after which a quotation that was never closed is taken to have ended."""


_OPENING, _CLOSING = "\u201c\u201e\u00ab", '"\u201d\u00bb\n'


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

    code, offsets = _code_points(texts)
    kinds = _classes(code)
    plain = (kinds == LETTER) | (kinds == DIGIT)
    inside = plain | _inner(kinds)
    # A line end follows every text, so that words begin and end in turn.
    turns = np.flatnonzero(inside[1:] != inside[:-1]) + 1
    turns = np.concatenate([[0], turns]) if len(inside) and inside[0] else turns
    starts, ends = turns[0::2], turns[1::2]
    hashes = _hashes(code, plain, starts)
    bounds = np.searchsorted(starts, offsets)
    base = np.repeat(offsets[:-1], np.diff(bounds))
    quoted = _quoted(code, kinds, starts)
    counts = mark_counts(kinds[starts] == DIGIT, bounds)
    return Words(hashes, (starts - base).astype(np.int32), (ends - base).astype(np.int32), quoted, counts, bounds)


def word_hash(word: str) -> int:
    """The hash of one word.

    >>> word_hash("Twelve") == word_hash("twelve")
    True
    """
    return int(words([word]).hashes[0])


def mix(values: Hashes) -> Hashes:
    """The values with all their bits spread over all others (the finaliser of SplitMix64)."""
    import numpy as np

    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def _code_points(texts: Sequence[str]) -> tuple[Codes, NDArray[np.int64]]:
    """All texts as code points, a line end after each, and where each text begins (with the end as the last)."""
    import numpy as np

    joined = "".join([*(part for text in texts for part in (text, "\n"))])
    # Half the memory to go through where no code point is beyond 65,535, which is nearly always.
    code = np.frombuffer(joined.encode("utf-16-le", "surrogatepass"), dtype=np.uint16)
    if len(code) != len(joined):
        code = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    lengths = np.fromiter((len(text) + 1 for text in texts), dtype=np.int64, count=len(texts))
    return code, np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(lengths)])


@cache
def _tables() -> tuple[NDArray[np.uint8], NDArray[np.uint64]]:
    """Kind and lower case of the first 65,536 code points."""
    import numpy as np

    kinds, lower = zip(*(_describe(point) for point in range(0x10000)), strict=True)
    return np.array(kinds, dtype=np.uint8), np.array(lower, dtype=np.uint64)


def _describe(point: int) -> tuple[int, int]:
    import unicodedata

    sign = chr(point)
    small = sign.lower()
    lower = ord(small) if len(small) == 1 else point
    if sign in "'\u2019":
        return JOINER, lower
    if sign in ",.\u066b\u066c\u00a0\u2009\u202f":
        return SEPARATOR, lower
    if sign in _OPENING + _CLOSING:
        return MARK, lower
    if sign.isdigit():
        return DIGIT, lower
    return (LETTER if sign.isalpha() or unicodedata.category(sign).startswith("M") else OTHER), lower


def _classes(code: Codes) -> NDArray[np.uint8]:
    """What each code point is."""
    import numpy as np

    table, _ = _tables()
    kinds: NDArray[np.uint8] = table[code & 0xFFFF] if code.dtype == np.uint32 else table[code]
    if code.dtype == np.uint16:
        return kinds
    far = np.flatnonzero(code > 0xFFFF)
    points, which = np.unique(code[far], return_inverse=True)
    kinds[far] = np.array([_describe(int(point))[0] for point in points], dtype=np.uint8)[which]
    return kinds


def _lowered(code: Codes) -> NDArray[np.uint64]:
    """Each code point in lower case."""
    import numpy as np

    _, small = _tables()
    lower: NDArray[np.uint64] = small[code & 0xFFFF] if code.dtype == np.uint32 else small[code]
    if code.dtype == np.uint16:
        return lower
    far = np.flatnonzero(code > 0xFFFF)
    points, which = np.unique(code[far], return_inverse=True)
    lower[far] = np.array([_describe(int(point))[1] for point in points], dtype=np.uint64)[which]
    return lower


def _inner(kinds: NDArray[np.uint8]) -> Marks:
    """Which code points are joiners between letters, or separators of digit groups."""
    import numpy as np

    found = np.zeros(len(kinds), dtype=np.bool_)
    padded = np.concatenate([kinds, np.zeros(5, dtype=np.uint8)])
    at = np.flatnonzero(kinds >= JOINER)
    joins = (padded[at] == JOINER) & (padded[at - 1] == LETTER) & (padded[at + 1] == LETTER)
    # A separator of digit groups has a digit before it and exactly three after it.
    three = (padded[at + 1] == DIGIT) & (padded[at + 2] == DIGIT) & (padded[at + 3] == DIGIT)
    group = (padded[at] == SEPARATOR) & (padded[at - 1] == DIGIT) & three & (padded[at + 4] != DIGIT)
    found[at] = joins | group
    return found


@cache
def _multipliers() -> Hashes:
    import numpy as np

    steps = np.arange(1, LONGEST + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    return mix(steps) | np.uint64(1)


def _hashes(code: Codes, counted: Marks, starts: NDArray[np.int64]) -> Hashes:
    """One hash a word, of those of its code points that count."""
    import numpy as np

    if not len(starts):
        return np.zeros(0, dtype=np.uint64)
    kept = np.flatnonzero(counted)
    firsts = np.searchsorted(kept, starts)
    lengths = np.diff(np.append(firsts, len(kept)))
    within = np.arange(len(kept)) - np.repeat(firsts, lengths)
    weighted = (_lowered(code[kept]) + np.uint64(1)) * _multipliers()[within & (LONGEST - 1)]
    return mix(np.add.reduceat(weighted, firsts) + lengths.astype(np.uint64))


def mark_counts(numbers: Marks, bounds: NDArray[np.int64]) -> Marks:
    """Which words are numbers or stand so near one, in the same text, that they go with it."""
    import numpy as np

    text = np.repeat(np.arange(len(bounds) - 1), np.diff(bounds))
    found = numbers.copy()
    at = np.flatnonzero(numbers)
    for step in range(1, BESIDE + 1):
        for moved in (at - step, at + step):
            inside = (moved >= 0) & (moved < len(numbers))
            here, there = at[inside], moved[inside]
            found[there[text[here] == text[there]]] = True
    return found


def _quoted(code: Codes, kinds: NDArray[np.uint8], starts: NDArray[np.int64]) -> Marks:
    """Whether each word stands in a quotation: the last mark before it opens one, not too many words ago.

    A straight mark opens where a space or a bracket is before it; a line end closes. Nothing is counted in pairs, so
    that a mark that got lost spoils one quotation and not the rest of the text.
    """
    import numpy as np

    marks = np.flatnonzero(kinds == MARK)
    signs, before = code[marks], code[np.maximum(marks - 1, 0)]
    straight = (signs == ord('"')) & np.isin(before, [ord(sign) for sign in " \n\t([\u2014\u2013-"])
    opens = straight | np.isin(signs, [ord(sign) for sign in _OPENING])
    lengths = np.diff(np.searchsorted(starts, np.append(marks, len(code))))
    first = len(starts) - int(lengths.sum())
    since = np.arange(len(starts) - first) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    quoted = np.zeros(len(starts), dtype=np.bool_)
    quoted[first:] = np.repeat(opens, lengths) & (since < QUOTATION_WORDS)
    return quoted
