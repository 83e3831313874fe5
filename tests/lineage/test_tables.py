"""Tables of what is kept: read back row by row, written anew when little of them is used, and nothing where damaged."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.lineage import tables
from headwater.lineage.tables import Table, digest, keys_of, slices

FORM = {
    "row": {"size": "<i4", "parts": "*part"},
    "part": {"word": "<u8", "runs": "*run"},
    "run": {"value": "<f8"},
}
Rows = dict[bytes, tuple[int, list[tuple[int, list[float]]]]]


def put(table: Table, rows: Rows) -> None:
    parts = [part for _, row in rows.values() for part in row]
    table.add(
        {
            "row.key": keys_of(rows),
            "row.size": [size for size, _ in rows.values()],
            "row.parts": [len(row) for _, row in rows.values()],
            "part.word": [word for word, _ in parts],
            "part.runs": [len(runs) for _, runs in parts],
            "run.value": [value for _, runs in parts for value in runs],
        }
    )


def got(table: Table, keys: list[bytes]) -> Rows:
    found: Rows = {}
    parts, runs = table.bounds("row.parts"), table.bounds("part.runs")
    for key, row in zip(keys, table.find(keys_of(keys)).tolist(), strict=True):
        if row >= 0:
            inside = range(parts[row], parts[row + 1])
            told = [
                (int(table["part.word"][at]), table["run.value"][runs[at] : runs[at + 1]].tolist()) for at in inside
            ]
            found[key] = int(table["row.size"][row]), told
    return found


part = st.tuples(st.integers(0, 2**64 - 1), st.lists(st.floats(allow_nan=False), max_size=3))
row = st.tuples(st.integers(-5, 5), st.lists(part, max_size=3))


@given(st.lists(st.dictionaries(st.integers(0, 30).map(lambda n: digest(bytes([n]))), row, max_size=6), max_size=18))
def test_rows_of_many_runs_are_read_back(batches: list[Rows]) -> None:
    kept: dict[str, bytes] = {}
    known: Rows = {}
    for batch in batches:
        table = Table(kept, "t", FORM)
        assert got(table, list(known)) == known
        fresh = {key: value for key, value in batch.items() if key not in known}
        put(table, fresh)
        known |= fresh
        assert got(table, list(known)) == known
        table.save()
    assert len(kept) <= tables.MANY + 1


def test_what_is_not_used_goes_when_it_is_more_than_half() -> None:
    kept: dict[str, bytes] = {}
    rows: Rows = {digest(bytes([n])): (n, [(n, [0.5] * n)]) for n in range(10)}
    table = Table(kept, "t", FORM)
    put(table, rows)
    table.save()
    table = Table(kept, "t", FORM)
    some = dict(list(rows.items())[3:6])
    assert got(table, list(some)) == some
    table.save()
    table = Table(kept, "t", FORM)
    assert len(table) == 3
    assert got(table, list(rows)) == some


def test_a_damaged_segment_or_one_of_another_form_is_none() -> None:
    kept: dict[str, bytes] = {}
    rows: Rows = {digest(bytes([n])): (n, []) for n in range(3)}
    table = Table(kept, "t", FORM)
    put(table, rows)
    table.save()
    assert len(Table(kept, "t", {"row": {"size": "<i4"}})) == 0
    for damaged in (kept["t/0"][:-1], kept["t/0"][:30] + b"x" + kept["t/0"][31:], b"", b"words"):
        table = Table({"t/0": damaged}, "t", FORM)
        assert len(table) == 0
        put(table, rows)
        assert got(table, list(rows)) == rows


def test_a_large_table_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "LARGEST", 200)
    kept: dict[str, bytes] = {}
    rows: Rows = {digest(bytes([n])): (n, [(n, [1.5] * n)]) for n in range(10)}
    table = Table(kept, "t", FORM)
    put(table, rows)
    table.save()
    assert len(kept) > 2
    assert got(Table(kept, "t", FORM), list(rows)) == rows


def test_slices_may_repeat_and_change_order() -> None:
    assert slices(np.array([0, 2, 2, 5]), np.array([2, 0, 1, 2])).tolist() == [2, 3, 4, 0, 1, 2, 3, 4]
