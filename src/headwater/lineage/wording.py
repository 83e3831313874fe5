"""Accounts → their words and fingerprints, made here or taken over from what an earlier run kept of the same texts."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

from headwater.lineage.account import Account
from headwater.lineage.fingerprint import Postings
from headwater.lineage.reading import reading
from headwater.lineage.shelf import SHARD, Shelf
from headwater.lineage.tables import Form, Table, digest, keys_of, slices
from headwater.lineage.words import Words
from headwater.model import Span
from headwater.model.ports import Engine, Keeping
from headwater.settings import Settings

if TYPE_CHECKING:
    from headwater.lineage.join import Ranks
    from headwater.lineage.tables import Keys, Rows

__all__ = ["Wording", "name_of", "worded"]

MANY = 160
"""Shards from which an engine's processes are worth their start."""

FORM: Form = {
    "row": {"words": "*word", "prints": "*print"},
    "word": {"hash": "<u8", "start": "<i4", "end": "<i4", "quoted": "?", "counts": "?"},
    "print": {"hash": "<u8", "at": "<i4"},
}


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of accounts by rank, and their fingerprints: `postings.texts` are ranks. `keys` tell the texts apart."""

    shelf: Shelf
    postings: Postings
    keys: Keys


def name_of(table: str, settings: Settings) -> str:
    """The name of a table for some settings."""
    told = repr((settings.gram, settings.window, settings.common, settings.language, settings.seed))
    return f"{table}-{digest(told.encode()).hex()[:12]}"


def worded(accounts: Sequence[Account], settings: Settings, engine: Engine | None, kept: Keeping | None) -> Wording:
    """The words and fingerprints of accounts in rank order; without an engine they are made here."""
    import numpy as np

    keys = keys_of(map(_key, accounts))
    table = Table(kept, name_of("words", settings), FORM)
    rows = table.find(keys)
    fresh = np.flatnonzero(rows < 0)
    new = [accounts[rank] for rank in fresh.tolist()]
    parts = _read([new[start : start + SHARD] for start in range(0, len(new), SHARD)], settings, engine)
    old = np.flatnonzero(rows >= 0)
    shards, places, within = _shelved(table, rows, fresh, old, parts)
    postings = _postings(table, rows, fresh, old, parts)
    if kept is not None:
        _add(table, keys[fresh], parts)
        table.save()
    shelf = Shelf(shards, places, within, gram=settings.gram, window=settings.window)
    return Wording(shelf, postings, keys)


def _key(item: Account) -> bytes:
    spans = repr((_plain(item.left_out), _plain(item.quoted))) if item.left_out or item.quoted else ""
    return digest(item.text.encode("utf-8", "surrogatepass"), spans.encode())


def _plain(spans: Sequence[Span]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans]


def _read(
    shards: Sequence[Sequence[Account]], settings: Settings, engine: Engine | None
) -> list[tuple[Words, Postings]]:
    """Words and fingerprints of each shard: in threads, which start at once and share arrays, unless there are many.

    The arrays' work lets go of Python's lock; what comes out is the same wherever it was done.
    """
    read = reading(settings)
    if engine is not None and len(shards) > MANY:
        return list(engine.map(read, shards))
    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(read, shards))


def _shelved(
    table: Table, rows: Rows, fresh: Rows, old: Rows, parts: Sequence[tuple[Words, Postings]]
) -> tuple[list[Words], Ranks, Ranks]:
    """The shards of words, those of earlier runs as one, and where each rank's are."""
    import numpy as np

    places, within = np.zeros(len(rows), dtype=np.int32), np.zeros(len(rows), dtype=np.int32)
    shards = [words for words, _ in parts]
    if len(old):
        hashes, starts, ends = table["word.hash"], table["word.start"], table["word.end"]
        bounds = table.bounds("row.words")
        shards.append(Words(hashes, starts, ends, table["word.quoted"], table["word.counts"], bounds))
        places[old], within[old] = len(parts), rows[old]
    number = np.arange(len(fresh), dtype=np.int32)
    places[fresh], within[fresh] = number // SHARD, number % SHARD
    return shards, places, within


def _postings(table: Table, rows: Rows, fresh: Rows, old: Rows, parts: Sequence[tuple[Words, Postings]]) -> Postings:
    """All fingerprints, those of a report together."""
    import numpy as np

    ranks = [fresh[part.texts + number * SHARD].astype(np.int32) for number, (_, part) in enumerate(parts)]
    hashes, positions = [part.hashes for _, part in parts], [part.positions for _, part in parts]
    if len(old):
        bounds = table.bounds("row.prints")
        at = slices(bounds, rows[old])
        hashes.append(table["print.hash"][at])
        positions.append(table["print.at"][at])
        ranks.append(np.repeat(old, np.diff(bounds)[rows[old]]).astype(np.int32))
    none = np.zeros(0, dtype=np.int32)
    return Postings(
        np.concatenate([none.astype(np.uint64), *hashes]),
        np.concatenate([none, *ranks]),
        np.concatenate([none, *positions]),
    )


def _add(table: Table, keys: Keys, parts: Sequence[tuple[Words, Postings]]) -> None:
    """Note down what was made."""
    import numpy as np

    if not len(keys):
        return
    texts = [words for words, _ in parts]
    prints = [part for _, part in parts]
    table.add(
        {
            "row.key": keys,
            "row.words": np.concatenate([np.diff(words.bounds) for words in texts]),
            "row.prints": np.concatenate([np.bincount(part.texts, minlength=len(words)) for words, part in parts]),
            "word.hash": np.concatenate([words.hashes for words in texts]),
            "word.start": np.concatenate([words.starts for words in texts]),
            "word.end": np.concatenate([words.ends for words in texts]),
            "word.quoted": np.concatenate([words.quoted for words in texts]),
            "word.counts": np.concatenate([words.counts for words in texts]),
            "print.hash": np.concatenate([part.hashes for part in prints]),
            "print.at": np.concatenate([part.positions for part in prints]),
        }
    )
