"""Numbers in words made one with numbers in digits: "twelve hundred", "1,200" and "1.2 thousand" are the same word.

Only the words that a language's `numbers.toml` lists are looked at; what they stand for is added up as its tables say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from headwater.language import load
from headwater.language.numbers import lexicon
from headwater.lineage.words import Words, mark_counts, words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from headwater.lineage.hashes import Hashes
    from headwater.lineage.words import Marks

__all__ = ["unified"]

LONGEST = 12
"""Words that one number may have; a longer row of number words is several numbers."""


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """Number words by hash: what they add, what they multiply by, and the words that join them.

    `sieve` finds most others by sixteen bits of their hash. `names` are the hashes of all that add or multiply, sorted;
    `values` and `digits` what those that add stand for, and its hash in digits; `adding` tells them from the others.
    """

    adds: Mapping[int, int]
    scales: Mapping[int, int]
    joins: frozenset[int]
    sieve: Marks
    names: Hashes
    values: NDArray[np.int64]
    digits: Hashes
    adding: Marks


@cache
def _lexicon(language: str) -> _Lexicon:
    import numpy as np

    known = lexicon(load(language))

    def hashed(table: Mapping[str, Decimal]) -> dict[int, int]:
        names = sorted(table)
        return dict(zip(_hashes(names), (int(table[name]) for name in names), strict=True))

    adds = hashed({**known.units, **known.tens})
    scales = hashed({name: value for name, value in known.scales.items() if value >= 100})
    joins = frozenset(_hashes(sorted(known.conjunctions)))
    sieve = np.zeros(1 << 16, dtype=np.bool_)
    sieve[[value & 0xFFFF for value in (*adds, *scales)]] = True
    names = sorted({**scales, **adds})
    values = [adds.get(name, 0) for name in names]
    digits = _hashes(map(str, values))
    adding = [name in adds for name in names]
    return _Lexicon(
        adds,
        scales,
        joins,
        sieve,
        np.array(names, dtype=np.uint64),
        np.array(values, dtype=np.int64),
        np.array(digits, dtype=np.uint64),
        np.array(adding, dtype=np.bool_),
    )


def _hashes(names: Iterable[str]) -> list[int]:
    found: list[int] = words([" ".join(names)]).hashes.tolist()
    return found


def unified(found: Words, texts: Sequence[str], language: str) -> Words:
    """The words with each number in words as one word in digits, from the first of its words to the last."""
    import numpy as np

    known = _lexicon(language)
    maybe = np.flatnonzero(known.sieve.take((found.hashes & np.uint64(0xFFFF)).astype(np.uint16)))
    which = np.minimum(np.searchsorted(known.names, found.hashes[maybe]), len(known.names) - 1)
    sure = known.names[which] == found.hashes[maybe]
    at, which = maybe[sure], which[sure]
    if not len(at):
        return found
    # A word with no other number word near is a number by itself, as most are.
    near = np.diff(at) <= APART
    lone = known.adding[which] & ~np.append(False, near) & ~np.append(near, False)
    rows = np.array(list(_numbers(at[~lone].tolist(), found, texts, known)), dtype=np.int64).reshape(-1, 3)
    hashes, numbers = found.hashes.copy(), np.zeros(len(found.hashes), dtype=np.bool_)
    hashes[at[lone]] = known.digits[which[lone]]
    numbers[at[lone]] = known.values[which[lone]] > 1
    hashes[rows[:, 0]] = _hashes(map(str, rows[:, 2].tolist()))
    numbers[rows[:, 0]] = rows[:, 2] > 1
    counts = found.counts | mark_counts(numbers, found.bounds)
    return _put_together(replace(found, hashes=hashes, counts=counts), numbers, rows)


APART = 2
"""Words by which two number words may lie apart and still be of one number: there may be one that joins them."""


def _numbers(at: Sequence[int], found: Words, texts: Sequence[str], known: _Lexicon) -> Iterator[tuple[int, int, int]]:
    """The numbers that begin at some number words: first word, the one after the last, and value."""
    import numpy as np

    done = -1
    rows = np.searchsorted(found.bounds, at, side="right") - 1
    for place, text in zip(at, rows.tolist(), strict=True):
        if place < done:
            continue
        stop = min(int(found.bounds[text + 1]), place + LONGEST)
        first, start = place, 0
        if int(found.hashes[place]) in known.scales:
            begins = max(int(found.bounds[text]), done)
            before = _digits(found, texts[text], place - 1) if place > begins else None
            if before is None:
                continue
            first, start = place - 1, before
        done, total = _sum(found.hashes[place:stop].tolist(), start, known)
        done += place
        yield first, done, total


def _digits(found: Words, text: str, place: int) -> int | None:
    """The value of a whole number in digits."""
    word = text[found.starts[place] : found.ends[place]]
    plain = "".join(sign for sign in word if sign.isdecimal())
    return int(plain) if found.counts[place] and word[0].isdecimal() and 0 < len(plain) < 10 else None


def _sum(row: Sequence[int], start: int, known: _Lexicon) -> tuple[int, int]:
    """How many of the words make one number, and its value ("two hundred and six thousand")."""
    total, current, last, used, place = 0, start, 0 if start else 10**18, 0, 0
    while place < len(row):
        joined = row[place] in known.joins and used == place and place + 1 < len(row) and last >= 100
        word = row[place + joined]
        if word in known.adds and known.adds[word] and _fits(known.adds[word], last):
            last = known.adds[word]
            current += last
        elif word in known.scales and current:
            last = known.scales[word]
            if last == 100:
                current *= last
            else:
                total, current = total + current * last, 0
        elif word in known.adds and not used and not start:
            return 1, known.adds[word]
        else:
            break
        place += 1 + joined
        used = place
    return max(used, 1), total + current


def _fits(value: int, last: int) -> bool:
    """Whether a value can follow another within one number: a unit after a ten, anything after a scale."""
    return last >= 100 or (last >= 20 and value < 10)


def _put_together(found: Words, numbers: Marks, rows: NDArray[np.int64]) -> Words:
    """The words with those of each row (first, one after the last) made one."""
    import numpy as np

    if (rows[:, 1] - rows[:, 0] <= 1).all():
        return found
    kept, ends = np.ones(len(found.hashes), dtype=np.bool_), found.ends.copy()
    for first, stop, _ in rows.tolist():
        ends[first] = found.ends[stop - 1]
        kept[first + 1 : stop] = False
    bounds: NDArray[np.int64] = np.concatenate([[0], np.cumsum(kept)])[found.bounds]
    counts = found.counts[kept] | mark_counts(numbers[kept], bounds)
    return Words(found.hashes[kept], found.starts[kept], ends[kept], found.quoted[kept], counts, bounds)
