"""Accounts → their words and fingerprints, a shard of them at a time."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from headwater.lineage.account import Account
from headwater.lineage.fingerprint import Postings, fingerprint
from headwater.lineage.numerals import unified
from headwater.lineage.words import Words, words
from headwater.settings import Settings

__all__ = ["read", "reading"]


def reading(settings: Settings) -> partial[tuple[Words, Postings]]:
    """The function that reads a shard of accounts, ready for an engine."""
    return partial(read, gram=settings.gram, window=settings.window, language=settings.language)


def read(accounts: Sequence[Account], gram: int, window: int, language: str) -> tuple[Words, Postings]:
    """Words and fingerprints of some accounts, in their order."""
    texts = [item.text for item in accounts]
    found = _marked(unified(words(texts), texts, language), accounts)
    return found, fingerprint(found, gram, window)


def _marked(found: Words, accounts: Sequence[Account]) -> Words:
    """The words without those left out, and those within quotation blocks marked."""
    import numpy as np

    if not any(item.left_out or item.quoted for item in accounts):
        return found
    kept = np.ones(len(found.hashes), dtype=np.bool_)
    quoted = found.quoted.copy()
    for here, item in zip(found, accounts, strict=True):
        starts = found.starts[here]
        for spans, marks, value in ((item.left_out, kept, False), (item.quoted, quoted, True)):
            for span in spans:
                first, last = np.searchsorted(starts, [span.start, span.end])
                marks[here.start + first : here.start + last] = value
    before = np.concatenate([[0], np.cumsum(kept)])
    return Words(
        hashes=found.hashes[kept],
        starts=found.starts[kept],
        ends=found.ends[kept],
        quoted=quoted[kept],
        counts=found.counts[kept],
        bounds=before[found.bounds],
    )
