"""What stages keep in the case file: read back as written, gone when no run uses it, never taken where it is damaged."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.case.store import Store
from headwater.case.verify import breaks
from headwater.pipeline.case import add, rebuild, run
from headwater.settings import Settings


def test_what_is_kept_is_read_back(tmp_path: Path) -> None:
    with Store(tmp_path / "case.db") as store:
        store.kept["lineage/words"] = b"\x00one"
        store.kept["events/rows"] = b"two"
        store.kept["lineage/words"] = b"\x00three"
    with Store(tmp_path / "case.db") as store:
        assert dict(store.kept) == {"events/rows": b"two", "lineage/words": b"\x00three"}
        del store.kept["events/rows"]
        assert len(store.kept) == 1
        with pytest.raises(KeyError):
            del store.kept["events/rows"]
        assert store.kept.get("events/rows") is None


def test_a_case_in_memory_keeps_as_well() -> None:
    with Store(None) as store:
        store.kept["a"] = b"1"
        assert dict(store.kept) == {"a": b"1"}


NAMES = st.sampled_from([f"{room}/{name}" for room in ("events/rows", "events/told", "lineage") for name in "abc"])


@settings(max_examples=60)
@given(
    st.lists(st.tuples(st.sampled_from(["read", "put", "drop", "reopen"]), NAMES, st.binary(max_size=3)), max_size=30)
)
def test_entries_read_together_are_those_of_a_mapping(steps: list[tuple[str, str, bytes]]) -> None:
    with TemporaryDirectory() as folder:
        path, told = Path(folder) / "case.db", dict[str, bytes]()
        store = Store(path)
        for step, name, value in steps:
            if step == "put":
                store.kept[name] = told[name] = value
            elif step == "drop":
                assert store.kept.pop(name, None) == told.pop(name, None)
            elif step == "read":
                assert store.kept.get(name) == told.get(name)
            else:
                store.close()
                store = Store(path)
        assert dict(store.kept) == told
        store.close()


def test_what_stands_beside_an_entry_is_read_with_it(tmp_path: Path) -> None:
    with Store(tmp_path / "case.db") as store:
        store.kept.update({f"events/told/{number}": b"%d" % number for number in range(9)} | {"events/other/1": b"x"})
    with Store(tmp_path / "case.db") as store:
        queries: list[str] = []
        store.rows("SELECT 1")  # opened
        store._connection.set_trace_callback(queries.append)
        assert [store.kept.get(f"events/told/{number}") for number in range(10)] == [
            *(b"%d" % n for n in range(9)),
            None,
        ]
        assert len(queries) == 1
        assert store.kept.used == {f"events/told/{number}" for number in range(9)}


@pytest.fixture
def case(tmp_path: Path) -> Path:
    (tmp_path / "r").mkdir()
    for name in "ab":
        (tmp_path / "r" / f"{name}.txt").write_text(f"Fire in Port Ansel\n\nThe fire killed 12 people, {name} said.\n")
    run([tmp_path / "r"], tmp_path / "case", Settings(workers=1))
    return tmp_path / "case"


def put(case: Path, key: str, value: bytes, digest: str) -> None:
    with closing(sqlite3.connect(case / "case.db")) as connection, connection:
        connection.execute("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", (key, value, digest))


def test_what_is_damaged_is_told_and_not_taken(case: Path) -> None:
    put(case, "lineage/odd", b"words", "0" * 64)
    assert any("lineage/odd" in line for line in breaks(case))
    with Store(case / "case.db") as store:
        assert store.kept.get("lineage/odd") is None


def test_what_a_run_does_not_use_goes(case: Path, tmp_path: Path) -> None:
    with Store(case / "case.db") as store:
        store.kept["lineage/old"] = b"words"
    (tmp_path / "more.txt").write_text("Fire in Port Ansel\n\nThe fire killed 13 people.\n")
    add(case, [tmp_path / "more.txt"], workers=1)
    with Store(case / "case.db") as store:
        assert "lineage/old" not in list(store.kept)
    assert list(breaks(case)) == []


def test_a_case_made_anew_takes_nothing_that_was_kept(case: Path) -> None:
    with Store(case / "case.db") as store:
        store.kept["lineage/old"] = b"words"
        store.forget_derived()
        assert dict(store.kept) == {}
    rebuild(case, workers=1)
    assert list(breaks(case)) == []
