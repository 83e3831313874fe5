"""Work for the tests of lineage on a cluster: must be importable by name in its worker processes."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import NamedTuple


class Task(NamedTuple):
    """A number, and the folder where one worker says that it died."""

    folder: str
    number: int


def square_but_die_once(task: Task) -> int:
    """The square; the first worker to meet number seven dies before it can answer."""
    mark = Path(task.folder) / "died"
    if task.number == 7 and not mark.exists():
        mark.touch()
        os._exit(1)
    time.sleep(0.01)
    return task.number * task.number


def fail_at_three(number: int) -> int:
    """The number, but for three."""
    if number == 3:
        raise ValueError("three")
    return number
