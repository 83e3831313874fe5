"""The journal: what people decided on a case, append-only, each entry with the hash of the one before."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass, fields
from hashlib import sha256
from pathlib import Path

from headwater.case.faults import fault
from headwater.errors import CaseError
from headwater.messages import told
from headwater.model import Action, Decision, Entry

__all__ = ["GENESIS", "ConflictError", "Draft", "Journal", "decisions_in", "digest", "live"]

GENESIS = "0" * 64
"""What the first entry has for the hash of the entry before."""

_COLUMNS = ", ".join(f'"{field.name}"' for field in fields(Decision))
PATIENCE = 30.0
"""Seconds that an entry waits for a run that is writing the case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft(Entry):
    """A decision on its way into the journal; fields as in `model.Decision`."""

    action: Action
    document: str | None = None
    start: int | None = None
    end: int | None = None
    quote: str | None = None
    prefix: str | None = None
    suffix: str | None = None
    old: str | None = None
    new: str | None = None
    reason: str | None = None


class ConflictError(Exception):
    """Others decided on the same thing since the page was made: `theirs`, oldest first."""

    def __init__(self, theirs: tuple[Decision, ...]) -> None:
        super().__init__(f"{len(theirs)} later entries concern the same thing")
        self.theirs = theirs


def digest(decision: Decision) -> str:
    """The sha256 over a decision as canonical JSON: keys sorted, ASCII, no spaces."""
    text = json.dumps(asdict(decision), sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return sha256(text.encode("ascii")).hexdigest()


def decisions_in(connection: sqlite3.Connection, after: int = 0) -> Iterator[Decision]:
    """The decisions that an open case file holds, in order, from the one behind `after` on."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM journal WHERE sequence > ? ORDER BY sequence", (after,))
    return (Decision(*row) for row in rows)


def live(decisions: Iterable[Decision]) -> list[Decision]:
    """The decisions that hold: all but those that were undone, and the undoings themselves; in order.

    An undoing can itself be undone.
    """
    undone: set[int] = set()
    held = []
    for decision in sorted(decisions, key=lambda decision: -decision.sequence):
        if decision.sequence in undone:
            continue
        if decision.action == Action.UNDO:
            undone.add(int(decision.after.get("sequence", 0)))
        else:
            held.append(decision)
    return held[::-1]


class Journal:
    """The journal of the case file at a path; safe to use from several threads and processes.

    Each call opens the file anew. An entry that `append` has returned is on the disk.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def entries(self, after: int = 0) -> tuple[Decision, ...]:
        """The decisions behind sequence number `after`, in order."""
        with self._open() as connection:
            return tuple(decisions_in(connection, after))

    def head(self) -> int:
        """The sequence number of the last decision, 0 where there is none."""
        with self._open() as connection:
            return int(connection.execute("SELECT coalesce(max(sequence), 0) FROM journal").fetchone()[0])

    def append(
        self,
        draft: Draft,
        reviewer: str,
        at: str,
        seen: int | None = None,
        concerns: Callable[[Decision], bool] | None = None,
    ) -> Decision:
        """The decision, once it is on the disk.

        Args:
            draft: what was decided.
            reviewer: who decided it.
            at: when, in UTC, as ISO 8601; the caller's clock.
            seen: the last entry that the reviewer knew of; later ones are asked about.
            concerns: whether an entry is on the same thing.

        Raises:
            ConflictError: an entry behind `seen` is on the same thing. Where the last such entry is this very decision, it is
                returned instead, so that a form that was sent twice is entered once.
            CaseError: the case file cannot be written.
        """
        with self._open() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                found = self._entered(connection, draft, reviewer, at, seen, concerns)
            except BaseException:
                if connection.in_transaction:  # of a full disk SQLite itself takes it back
                    connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")
            return found

    @staticmethod
    def _entered(
        connection: sqlite3.Connection,
        draft: Draft,
        reviewer: str,
        at: str,
        seen: int | None,
        concerns: Callable[[Decision], bool] | None,
    ) -> Decision:
        if seen is not None and concerns is not None:
            theirs = tuple(filter(concerns, decisions_in(connection, seen)))
            if theirs and _same(theirs[-1], draft, reviewer):
                return theirs[-1]
            if theirs:
                raise ConflictError(theirs)
        row = connection.execute("SELECT sequence, hash FROM journal ORDER BY sequence DESC LIMIT 1").fetchone()
        sequence, previous = row or (0, GENESIS)
        decision = Decision(sequence + 1, previous, reviewer, at, **asdict(draft) | {"action": draft.action.value})
        values = (*asdict(decision).values(), digest(decision))
        connection.execute(f"INSERT INTO journal VALUES ({', '.join('?' * len(values))})", values)
        return decision

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        if not self.path.is_file():
            raise CaseError(*told("case.none", case=self.path.parent, file="case.db"))
        try:
            with closing(sqlite3.connect(self.path, timeout=PATIENCE, isolation_level=None)) as connection:
                # Unlike a run, which can be run again, a decision must outlast a power cut.
                connection.execute("PRAGMA synchronous = FULL")
                yield connection
        except sqlite3.Error as error:
            raise fault(self.path, error) from error


def _same(decision: Decision, draft: Draft, reviewer: str) -> bool:
    given = asdict(draft) | {"action": draft.action.value}
    return decision.reviewer == reviewer and all(getattr(decision, name) == value for name, value in given.items())
