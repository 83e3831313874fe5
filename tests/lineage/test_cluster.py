import json
import os
import signal

import pytest

from headwater.engine.cluster import Cluster, cluster_at
from headwater.engine.here import Here
from headwater.errors import SettingError
from headwater.lineage import intake
from headwater.lineage.collection import lineage
from headwater.model.ports import Engine
from headwater.settings import Settings
from lineage_texts import prose, reworded
from lineage_work import Task, fail_at_three, square_but_die_once

NAMES = ("links.jsonl", "parents.jsonl", "origins.jsonl")


@pytest.fixture(scope="module")
def cluster():
    pytest.importorskip("distributed", reason="the extension for clusters is not installed")
    with cluster_at("local:2") as found:
        yield found


def test_a_cluster_is_an_engine_that_keeps_the_order(cluster):
    assert isinstance(cluster, Engine)
    assert list(cluster.map(abs, range(-20, 0))) == list(range(20, 0, -1))


def test_a_lost_worker_costs_its_items_only(cluster, tmp_path):
    tasks = [Task(str(tmp_path), number) for number in range(30)]
    assert list(cluster.map(square_but_die_once, tasks)) == [number * number for number in range(30)]
    assert (tmp_path / "died").exists()


def test_an_exception_is_raised_at_its_place(cluster):
    results = cluster.map(fail_at_three, range(6))
    assert [next(results) for _ in range(3)] == [0, 1, 2]
    with pytest.raises(ValueError, match="three"):
        next(results)


def test_lineage_is_the_same_on_a_cluster(cluster, tmp_path):
    source = tmp_path / "texts.jsonl"
    rows = [
        {
            "id": f"{n}-{copy}",
            "publisher": f"p{n % 4}",
            "published": f"2021-05-0{1 + copy}",
            "text": reworded(prose(n, 80), n + copy, 0.1 * copy),
        }
        for n in range(12)
        for copy in range(3)
    ]
    source.write_text("".join(json.dumps(row) + "\n" for row in rows))
    lineage(source, tmp_path / "here", Settings(), Here())
    lineage(source, tmp_path / "there", Settings(), cluster)
    for name in NAMES:
        assert (tmp_path / "here" / name).read_bytes() == (tmp_path / "there" / name).read_bytes()
    assert (tmp_path / "here" / "links.jsonl").stat().st_size > 0


class Killing:
    """A cluster one of whose worker processes is killed once the first item of a step with several is done."""

    def __init__(self, cluster):
        self.cluster = cluster
        self.killed = []

    def map(self, function, items, lost=None):
        items = list(items)
        for count, result in enumerate(self.cluster.map(function, items, lost)):
            if count == 0 and len(items) > 1 and not self.killed:
                self.killed.append(next(iter(self.cluster.client.run(os.getpid).values())))
                os.kill(self.killed[0], signal.SIGKILL)
            yield result


@pytest.mark.slow
def test_a_worker_killed_midway_changes_nothing(cluster, tmp_path):
    source = tmp_path / "texts.jsonl"
    rows = [
        {"id": f"t{n}", "publisher": f"p{n % 40}", "text": reworded(prose(n // 2, 40), n, 0.1 * (n % 2))}
        for n in range(2 * intake.ACCOUNTS + 100)
    ]
    source.write_text("".join(json.dumps(row) + "\n" for row in rows))
    engine = Killing(cluster)
    lineage(source, tmp_path / "there", Settings(), engine)
    assert len(engine.killed) == 1
    lineage(source, tmp_path / "here", Settings(), Here())
    for name in NAMES:
        assert (tmp_path / "here" / name).read_bytes() == (tmp_path / "there" / name).read_bytes()
    assert (tmp_path / "here" / "links.jsonl").stat().st_size > 0


@pytest.mark.parametrize("address", ["local", "local:0", "local:two", "somewhere"])
def test_an_address_of_no_known_form_is_told_of(address):
    with pytest.raises(SettingError):
        cluster_at(address)
    assert Cluster.map
