"""Numbers in words made one with numbers in digits: "twelve hundred", "1,200" and "1.2 thousand" are the same word.

Only the words that a language's `numbers.toml` lists are looked at; what they stand for is added up as its tables say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from headwater.language import load
from headwater.language.numbers import lexicon
from headwater.lineage.words import Words, mark_counts, words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from headwater.lineage.words import Marks

__all__ = ["unified"]

LONGEST = 12
"""Words that one number may have; a longer row of number words is several numbers."""


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """Number words by hash: what they add, what they multiply by, and the words that join them; `sieve` finds most others."""

    adds: Mapping[int, int]
    scales: Mapping[int, int]
    joins: frozenset[int]
    sieve: Marks


@cache
def _lexicon(language: str) -> _Lexicon:
    import numpy as np

    known = lexicon(load(language))

    def hashed(table: Mapping[str, Decimal]) -> dict[int, int]:
        names = sorted(table)
        return dict(zip(words([" ".join(names)]).hashes.tolist(), (int(table[name]) for name in names), strict=True))

    adds = hashed({**known.units, **known.tens})
    scales = hashed({name: value for name, value in known.scales.items() if value >= 100})
    joins = frozenset(words([" ".join(sorted(known.conjunctions))]).hashes.tolist())
    sieve = np.zeros(1 << 16, dtype=np.bool_)
    sieve[[value & 0xFFFF for value in (*adds, *scales)]] = True
    return _Lexicon(adds, scales, joins, sieve)


def unified(found: Words, texts: Sequence[str], language: str) -> Words:
    """The words with each number in words as one word in digits, from the first of its words to the last."""
    import numpy as np

    known = _lexicon(language)
    maybe = np.flatnonzero(known.sieve[(found.hashes & np.uint64(0xFFFF)).astype(np.int64)])
    hashes = found.hashes[maybe].tolist()
    at = [
        place
        for place, value in zip(maybe.tolist(), hashes, strict=True)
        if value in known.adds or value in known.scales
    ]
    spans = list(_numbers(at, found, texts, known))
    if not spans:
        return found
    return _replaced(found, spans)


def _numbers(at: Sequence[int], found: Words, texts: Sequence[str], known: _Lexicon) -> Iterator[tuple[int, int, int]]:
    """The numbers that begin at some number words: first word, the one after the last, and value."""
    import numpy as np

    ends = found.bounds[1:]
    done = -1
    for place in at:
        if place < done:
            continue
        text = int(np.searchsorted(ends, place, side="right"))
        stop = min(int(ends[text]), place + LONGEST)
        first, start = place, 0
        value = int(found.hashes[place])
        if value in known.scales:
            before = (
                _digits(found, texts[text], place - 1)
                if place > int(found.bounds[text]) and place - 1 >= done
                else None
            )
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


def _replaced(found: Words, spans: Sequence[tuple[int, int, int]]) -> Words:
    import numpy as np

    values = sorted({value for _, _, value in spans})
    of_value = dict(zip(values, words([" ".join(map(str, values))]).hashes.tolist(), strict=True))
    hashes, ends, numbers = found.hashes.copy(), found.ends.copy(), np.zeros(len(found.hashes), dtype=np.bool_)
    kept = np.ones(len(hashes), dtype=np.bool_)
    for first, stop, value in spans:
        hashes[first], ends[first] = of_value[value], found.ends[stop - 1]
        kept[first + 1 : stop] = False
        numbers[first] = value > 1
    before: NDArray[np.int64] = np.concatenate([[0], np.cumsum(kept)])
    bounds = before[found.bounds]
    counts = found.counts[kept] | mark_counts(numbers[kept], bounds)
    return Words(hashes[kept], found.starts[kept], ends[kept], found.quoted[kept], counts, bounds)
