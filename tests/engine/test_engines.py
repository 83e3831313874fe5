"""The same work gives the same results, in order, wherever it runs."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from engine_work import die_at_thirty, double, fail_at_thirty
from headwater.engine.here import Here
from headwater.engine.processes import Processes, engine_for
from headwater.errors import CaseError
from headwater.model.ports import Engine


@pytest.mark.parametrize("engine", [Here(), Processes(2)], ids=["here", "processes"])
@pytest.mark.parametrize("count", [0, 3, 60])
def test_results_come_in_the_order_of_the_items(engine: Engine, count: int) -> None:
    assert list(engine.map(double, range(count))) == [number * 2 for number in range(count)]


def test_few_items_are_under_way_at_a_time() -> None:
    taken = 0

    def items() -> Iterator[int]:
        nonlocal taken
        for number in range(10_000):
            taken += 1
            yield number

    results = Processes(2).map(double, items())
    assert next(results) == 0
    assert taken < 200
    results.close()  # type: ignore[attr-defined]


def test_an_error_in_a_worker_arrives_whole() -> None:
    with pytest.raises(CaseError) as caught:
        list(Processes(2).map(fail_at_thirty, range(60)))
    assert (caught.value.cause, caught.value.next_step) == ("thirty", "Leave it out.")


def test_an_item_that_kills_its_worker_costs_nothing_but_itself() -> None:
    assert list(Processes(2).map(die_at_thirty, range(60), lambda _: -1)) == [*range(30), -1, *range(31, 60)]


def test_an_item_that_kills_its_worker_is_told_where_nothing_may_stand_for_it() -> None:
    with pytest.raises(BrokenProcessPool):
        list(Processes(2).map(die_at_thirty, range(60)))


def test_one_worker_is_this_process() -> None:
    assert isinstance(engine_for(1), Here)
    assert isinstance(engine_for(2), Processes)


def test_a_script_without_a_main_guard_does_its_work_here(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "from headwater.engine.processes import Processes\nprint(sum(Processes(2).map(abs, range(60))))\n",
        encoding="utf-8",
    )
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False)
    assert done.stdout.strip().splitlines()[-1] == str(sum(range(60)))
