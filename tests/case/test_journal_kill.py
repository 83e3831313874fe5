"""Whatever kills the process that decides: what was acknowledged is in the journal (`bench/kill_test.py` does it at length)."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from headwater.case.journal import Journal
from headwater.case.journal_check import journal_breaks
from headwater.case.store import Store
from kill_test import APPEND


def test_every_acknowledged_decision_outlasts_a_kill(tmp_path: Path) -> None:
    Store(tmp_path / "case.db").close()
    chance = random.Random(7)
    acknowledged: list[int] = []
    for _ in range(4):
        process = subprocess.Popen([sys.executable, "-c", APPEND, str(tmp_path)], stdout=subprocess.PIPE, text=True)
        assert process.stdout
        acknowledged.append(int(process.stdout.readline()))
        time.sleep(chance.uniform(0, 0.15))
        process.kill()
        rest = process.communicate()[0]
        acknowledged += [int(line) for line in rest.split("\n")[:-1]]
    held = [entry.sequence for entry in Journal(tmp_path / "case.db").entries()]
    assert held == list(range(1, len(held) + 1))
    assert set(acknowledged) <= set(held)
    assert len(held) - len(acknowledged) <= 4  # at most one a kill was written and not yet told
    connection = sqlite3.connect(tmp_path / "case.db")
    assert list(journal_breaks(connection)) == []
    connection.close()
