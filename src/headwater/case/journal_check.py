"""Whether the journal is as it was written: every entry, in one unbroken chain."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from headwater.case.journal import GENESIS, decisions_in, digest
from headwater.messages import say

__all__ = ["KEPT", "journal_breaks", "journal_digest"]

KEPT = "journal:"
"""How the digest of the journal at the time of the last run begins; the number of its last entry follows."""


def journal_digest(connection: sqlite3.Connection) -> dict[str, str]:
    """The hash of the journal's last entry, by a name that says which one that is; empty where there is none.

    Kept by each run, so that entries missing from the journal's end show.
    """
    row = connection.execute("SELECT sequence, hash FROM journal ORDER BY sequence DESC LIMIT 1").fetchone()
    return {f"{KEPT}{row[0]}": row[1]} if row else {}


def journal_breaks(connection: sqlite3.Connection) -> Iterator[str]:
    """Where the chain of decisions does not hold, the first break first."""
    hashes = dict(connection.execute("SELECT sequence, hash FROM journal"))
    previous = GENESIS
    for number, decision in enumerate(decisions_in(connection), 1):
        if decision.sequence != number:
            yield say("break.no_decision", number=number)
            return
        if decision.previous != previous:
            yield say("break.follows", number=number, before=number - 1)
            return
        previous = digest(decision)
        if hashes[number] != previous:
            yield say("break.decision", number=number)
            return
    for name, last in connection.execute("SELECT name, sha256 FROM digests WHERE name LIKE ?", (f"{KEPT}%",)):
        sequence = int(name.removeprefix(KEPT))
        if hashes.get(sequence) != last:
            yield say("break.last", number=sequence)
