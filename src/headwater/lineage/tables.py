"""What lineage keeps from run to run: tables of arrays, a row under a key of all that it rests on.

A table is a row of segments. What a run makes anew goes into a segment of its own; where too much of the table is no longer
used, or segments are many, all that is used is written anew as one. Each segment has a digest: one that is damaged is none.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from headwater.model.ports import Keeping

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Keys = NDArray[np.uint64]
    Rows = NDArray[np.int64]

__all__ = ["Form", "Table", "bounds_of", "digest", "keys_of", "slices"]

MANY = 12
"""Segments from which a table is written anew as one."""

LARGEST = 200_000_000
"""Bytes of a segment, about; SQLite holds no value of more than a thousand million."""

Form = Mapping[str, Mapping[str, str]]
"""The levels of a table, from the first, `row`, down: the columns of each, with their types.

A column of type `*level` counts the entries of that level which belong to each entry of this one.
"""


def digest(*parts: bytes) -> bytes:
    """Sixteen bytes that tell some parts, of any length, from others."""
    return _digesting()(b"".join([len(part).to_bytes(8, "little") + part for part in parts]))


@cache
def _digesting() -> Callable[[bytes | memoryview], bytes]:
    from xxhash import xxh3_128_digest

    return xxh3_128_digest


def keys_of(digests: Iterable[bytes]) -> Keys:
    """Digests as keys, a row of two halves each."""
    import numpy as np

    return np.frombuffer(b"".join(digests), dtype="<u8").reshape(-1, 2)


def bounds_of(counts: NDArray[Any]) -> Rows:
    """Where the entries that are counted begin, with the end as the last."""
    import numpy as np

    found: Rows = np.concatenate([[0], np.cumsum(counts, dtype=np.int64)])
    return found


def slices(bounds: Rows, rows: NDArray[Any]) -> Rows:
    """The places of all entries of some rows, row after row, by where each row's entries begin and end."""
    import numpy as np

    starts = bounds[rows]
    sizes = bounds[rows + 1] - starts
    found: Rows = np.repeat(starts - (np.cumsum(sizes) - sizes), sizes) + np.arange(int(sizes.sum()))
    return found


class Table:
    """The rows of one kind, those of earlier runs and those that this run adds.

    Args:
        kept: where segments are kept; nothing is, where there is no such place.
        name: of the table: with another name for other settings.
        form: of its columns; `row` has `key` besides those that are named.
    """

    def __init__(self, kept: Keeping | None, name: str, form: Form) -> None:
        self._kept, self._name, self._form = kept, name, form
        self._segments: list[dict[str, NDArray[Any]]] = []
        self._damaged = False
        while kept is not None and (data := kept.get(f"{name}/{len(self._segments)}")) is not None:
            segment = _read(data, form)
            self._damaged |= segment is None
            self._segments.append(segment or self._empty())
        self._held = len(self._segments)
        self._columns: dict[str, NDArray[Any]] = {}
        self._order: Rows | None = None
        self._used: list[Rows] = []

    def _empty(self) -> dict[str, NDArray[Any]]:
        import numpy as np

        return {name: np.zeros(shape, dtype) for name, dtype, shape in _columns(self._form)}

    def __len__(self) -> int:
        return sum([len(segment["row.key"]) for segment in self._segments])

    def __getitem__(self, name: str) -> NDArray[Any]:
        """A column, `level.name`; those of segments are put end to end when it is asked for: few are, after each addition."""
        import numpy as np

        found = self._columns.get(name)
        if found is None:
            parts = [segment[name] for segment in self._segments or [self._empty()]]
            found = self._columns[name] = parts[0] if len(parts) == 1 else np.concatenate(parts)
        return found

    def bounds(self, name: str) -> Rows:
        """Where the entries that a column counts begin for each entry."""
        return bounds_of(self[name])

    def find(self, keys: Keys) -> Rows:
        """The row under each key, -1 where there is none."""
        import numpy as np

        held = self["row.key"]
        if not len(held) or not len(keys):
            return np.full(len(keys), -1, dtype=np.int64)
        if self._order is None:
            self._order = np.argsort(held[:, 0], kind="stable")
        ordered = held[self._order, 0]
        place = self._order[np.minimum(np.searchsorted(ordered, keys[:, 0]), len(held) - 1)]
        found: Rows = np.where((held[place] == keys).all(axis=1), place, -1)
        self._used.append(found[found >= 0])
        return found

    def add(self, columns: Mapping[str, Sequence[Any] | NDArray[Any]]) -> Rows:
        """Take in new rows; where they are now."""
        import numpy as np

        first = len(self)
        made = {
            name: np.asarray(columns[name], dtype=dtype).reshape(-1, *shape[1:])
            for name, dtype, shape in _columns(self._form)
        }
        rows = np.arange(first, first + len(made["row.key"]))
        if len(rows):
            self._segments.append(made)
            self._columns, self._order = {}, None
            self._used.append(rows)
        return rows

    def save(self) -> None:
        """Keep what is used of the rows for the next run."""
        import numpy as np

        if self._kept is None:
            return
        marks = np.zeros(len(self), dtype=np.bool_)
        for rows in self._used:
            marks[rows] = True
        used = np.flatnonzero(marks)
        new = self._segments[self._held :]
        if self._damaged or len(used) * 2 < len(self) or len(self._segments) > MANY:
            new, begin = (
                [_taken({name: self[name] for name, *_ in _columns(self._form)}, self._form, used)]
                if len(used)
                else [],
                0,
            )
        else:
            begin = self._held
        number = begin
        for segment in new:
            for piece in _pieces(segment, self._form):
                self._kept[f"{self._name}/{number}"] = _written(piece)
                number += 1
        for old in range(number, self._held):
            self._kept.pop(f"{self._name}/{old}", None)


def _columns(form: Form) -> Iterable[tuple[str, str, tuple[int, ...]]]:
    """The names, types, and shapes with no entry, of all columns."""
    yield "row.key", "<u8", (0, 2)
    for level, columns in form.items():
        for name, dtype in columns.items():
            yield f"{level}.{name}", "<i4" if dtype.startswith("*") else dtype, (0,)


def _taken(columns: Mapping[str, NDArray[Any]], form: Form, rows: Rows) -> dict[str, NDArray[Any]]:
    """Some rows of columns, with all that belongs to them."""
    found = {"row.key": columns["row.key"][rows]}
    places = {"row": rows}
    for level, names in form.items():
        for name, dtype in names.items():
            found[f"{level}.{name}"] = columns[f"{level}.{name}"][places[level]]
            if dtype.startswith("*"):
                places[dtype[1:]] = slices(bounds_of(columns[f"{level}.{name}"]), places[level])
    return found


def _pieces(segment: dict[str, NDArray[Any]], form: Form) -> Iterable[dict[str, NDArray[Any]]]:
    import numpy as np

    count = len(segment["row.key"])
    many = 1 + sum(column.nbytes for column in segment.values()) // LARGEST
    if many == 1:
        yield segment
        return
    step = -(-count // many)
    for start in range(0, count, step):
        yield _taken(segment, form, np.arange(start, min(count, start + step)))


def _written(segment: Mapping[str, NDArray[Any]]) -> bytes:
    names = json.dumps([[name, len(column)] for name, column in segment.items()]).encode()
    body = b"".join([len(names).to_bytes(4, "little"), names, *(column.tobytes() for column in segment.values())])
    return _digesting()(body) + body


def _read(data: bytes, form: Form) -> dict[str, NDArray[Any]] | None:
    """The columns of a segment; None where it is damaged, or of another form."""
    import numpy as np

    if len(data) < 20 or _digesting()(memoryview(data)[16:]) != data[:16]:
        return None
    size = int.from_bytes(data[16:20], "little")
    named, at, found = dict(json.loads(data[20 : 20 + size])), 20 + size, {}
    if list(named) != [name for name, *_ in _columns(form)]:
        return None
    for name, dtype, shape in _columns(form):
        whole = np.dtype(dtype).itemsize * int(np.prod(shape[1:], dtype=np.int64)) * named[name]
        found[name] = np.frombuffer(data, dtype, whole // np.dtype(dtype).itemsize, at).reshape(-1, *shape[1:])
        at += whole
    return found
