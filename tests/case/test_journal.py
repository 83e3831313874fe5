"""The journal keeps every decision, in order, whoever writes at the same time, and every change to it shows."""

from __future__ import annotations

import json
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from headwater.case.journal import GENESIS, ConflictError, Draft, Journal, digest, live
from headwater.case.journal_check import journal_breaks
from headwater.case.store import Store
from headwater.errors import CaseError
from headwater.model import Action, Decision

NOW = "2031-05-04T10:00:00Z"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    Store(tmp_path / "case.db").close()
    return tmp_path / "case.db"


def note(number: int = 1, reason: str = "looked up") -> Draft:
    return Draft(action=Action.NOTE, document="a.txt", start=number, end=number + 2, quote="12", reason=reason)


def undo(sequence: int) -> Draft:
    return Draft(action=Action.UNDO, new=json.dumps({"sequence": sequence}))


def broken(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    try:
        return list(journal_breaks(connection))
    finally:
        connection.close()


def test_entries_come_back_in_order_each_with_the_hash_of_the_one_before(path: Path) -> None:
    journal = Journal(path)
    first, second = (journal.append(note(number), "Ines", NOW) for number in (1, 2))
    assert journal.entries() == (first, second)
    assert (first.sequence, second.sequence) == (1, 2)
    assert first.previous == GENESIS
    assert second.previous == digest(first)
    assert journal.entries(after=1) == (second,)
    assert journal.head() == 2
    assert broken(path) == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET reason = 'other' WHERE sequence = 1",
        "DELETE FROM journal WHERE sequence = 2",
        "INSERT OR REPLACE INTO journal SELECT * FROM journal WHERE sequence = 1",
        'INSERT INTO journal SELECT 9, previous, reviewer, decided_at, action, document, start, "end", quote, prefix, suffix,'
        " old, new, reason, 'h' FROM journal WHERE sequence = 1",
    ],
)
def test_the_tables_refuse_every_change_but_the_next_entry(path: Path, statement: str) -> None:
    journal = Journal(path)
    before = [journal.append(note(number), "Ines", NOW) for number in (1, 2)]
    connection = sqlite3.connect(path)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        connection.execute(statement)
    connection.close()
    assert list(journal.entries()) == before


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE journal SET reason = 'other' WHERE sequence = 2", "decision 2 is not as it was written"),
        ("UPDATE journal SET reviewer = 'Jun' WHERE sequence = 1", "decision 1 is not as it was written"),
        ("DELETE FROM journal WHERE sequence = 2", "no decision 2"),
        ("UPDATE journal SET previous = 'x' WHERE sequence = 3", "decision 3 does not follow on decision 2"),
        ("DELETE FROM journal WHERE sequence = 3", "decision 3 is missing"),
    ],
)
def test_whoever_gets_round_the_triggers_is_found_out(path: Path, statement: str, named: str) -> None:
    journal = Journal(path)
    for number in (1, 2, 3):
        journal.append(note(number), "Ines", NOW)
    connection = sqlite3.connect(path)
    last = connection.execute("SELECT hash FROM journal WHERE sequence = 3").fetchone()[0]
    connection.execute("INSERT INTO digests VALUES ('journal:3', ?)", (last,))
    for (trigger,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {trigger}")
    connection.execute(statement)
    connection.commit()
    connection.close()
    assert named in broken(path)[0]


def test_what_was_undone_does_not_hold_until_the_undoing_is_undone(path: Path) -> None:
    journal = Journal(path)
    for draft in (note(1), note(2), undo(1)):
        journal.append(draft, "Ines", NOW)
    assert [decision.sequence for decision in live(journal.entries())] == [2]
    journal.append(undo(3), "Jun", NOW)
    assert [decision.sequence for decision in live(journal.entries())] == [1, 2]


def test_a_decision_on_what_others_decided_meanwhile_is_refused_with_theirs(path: Path) -> None:
    journal = Journal(path)

    def same(decision: Decision) -> bool:
        return decision.start == 1

    theirs = journal.append(note(1, "by Ines"), "Ines", NOW, 0, same)
    with pytest.raises(ConflictError) as caught:
        journal.append(note(1, "by Jun"), "Jun", NOW, 0, same)
    assert caught.value.theirs == (theirs,)
    assert journal.append(note(1, "by Jun"), "Jun", NOW, 1, same).sequence == 2
    assert journal.append(note(5), "Jun", NOW, 0, lambda decision: decision.start == 5).sequence == 3


def test_a_form_that_is_sent_twice_is_entered_once(path: Path) -> None:
    journal = Journal(path)
    once = journal.append(note(1), "Ines", NOW, 0, lambda decision: decision.start == 1)
    again = journal.append(note(1), "Ines", "2031-05-04T10:00:09Z", 0, lambda decision: decision.start == 1)
    assert again == once
    assert journal.head() == 1


def test_many_writers_at_once_lose_and_double_nothing(path: Path) -> None:
    def write(writer: int) -> list[int]:
        journal = Journal(path)
        return [journal.append(note(number, f"{writer}/{number}"), f"r{writer}", NOW).sequence for number in range(10)]

    with ThreadPoolExecutor(8) as pool:
        acknowledged = [sequence for listed in pool.map(write, range(8)) for sequence in listed]
    assert sorted(acknowledged) == list(range(1, 81))
    assert len({entry.reason for entry in Journal(path).entries()}) == 80
    assert broken(path) == []


def test_a_folder_without_a_case_is_told(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="no case"):
        Journal(tmp_path / "case.db").head()
    assert not (tmp_path / "case.db").exists()
