"""A file of texts → accounts in shards, and the rank of each, without holding the texts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any

from headwater.errors import InputError
from headwater.lineage.account import hours, precision
from headwater.lineage.known import Known
from headwater.lineage.store import Store
from headwater.messages import reason, told

__all__ = ["ACCOUNTS", "digest", "rows_of", "take_in"]

ACCOUNTS = 1000
"""Accounts in one shard of a large run."""

Row = dict[str, Any]


def digest(path: Path) -> str:
    """The sha256 of a file.

    Raises:
        InputError: there is no such file.
    """
    whole = sha256()
    try:
        with path.open("rb") as file:
            while block := file.read(1 << 20):
                whole.update(block)
    except OSError as error:
        raise InputError(*told("texts.unread", path=path, reason=reason(error))) from error
    return whole.hexdigest()


def rows_of(path: Path) -> Iterator[Row]:
    """The rows of a JSON Lines or Parquet file, in order.

    Raises:
        InputError: the file is not of its format, or a row is no object with an `id` and a `text`.
    """
    rows = _parquet(path) if path.suffix == ".parquet" else _lines(path)
    for number, row in enumerate(rows, 1):
        if not isinstance(row, dict) or not isinstance(row.get("text"), str) or row.get("id") is None:
            raise InputError(*told("texts.row", path=path, number=number))
        for field in ("publisher", "published"):
            if not isinstance(row.get(field), str | None):
                raise InputError(*told("texts.field", path=path, number=number, field=field))
        yield row


def _lines(path: Path) -> Iterator[Any]:
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            if line.strip():
                try:
                    yield json.loads(line.decode("utf-8-sig" if number == 1 else "utf-8"))
                except UnicodeDecodeError as error:
                    raise InputError(*told("texts.no_text", path=path)) from error
                except ValueError as error:
                    raise InputError(*told("texts.line", path=path, number=number, reason=error)) from error


def _parquet(path: Path) -> Iterator[Any]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(path)
    except pa.ArrowException as error:
        raise InputError(*told("texts.no_parquet", path=path)) from error
    wanted = [name for name in ("id", "publisher", "published", "text") if name in file.schema_arrow.names]
    for batch in file.iter_batches(batch_size=ACCOUNTS, columns=wanted):
        for row in batch.to_pylist():
            said = row.get("published")
            yield row | {"published": said.isoformat() if isinstance(said, date) else said}


def take_in(source: Path, store: Store, known: Mapping[str, Known]) -> int:
    """Write the accounts in shards, with the rank of each in (publisher, time, name) order; how many shards there are.

    The order of rows in the file decides which shard an account is in, and nothing else.

    Raises:
        InputError: there are no rows, or two have one id.
    """
    import numpy as np
    import pyarrow as pa

    names: list[str] = []
    publishers: list[str] = []
    times: list[float] = []
    within: list[float] = []
    shards = 0
    for batch in _batches(rows_of(source), ACCOUNTS):
        rows = [_told(row, known.get(str(row["id"]))) for row in batch]
        names += [row["id"] for row in rows]
        publishers += [row["publisher"] for row in rows]
        times += [np.nan if (moment := hours(row["published"])) is None else moment for row in rows]
        within += [precision(row["published"]) for row in rows]
        store.save(
            store.file("texts", shards),
            {
                "text": pa.array([row["text"] for row in rows], pa.string()),
                "id": pa.array([row["id"] for row in rows], pa.string()),
                "publisher": pa.array([row["publisher"] for row in rows], pa.string()),
                "published": pa.array([row["published"] for row in rows], pa.string()),
            },
        )
        shards += 1
    if not names:
        raise InputError(*told("texts.none", path=source))
    if len(set(names)) < len(names):
        raise InputError(*told("texts.ids", path=source))
    order = sorted(
        range(len(names)),
        key=lambda row: (
            publishers[row],
            np.isnan(times[row]),
            times[row] if times[row] == times[row] else 0.0,
            names[row],
        ),
    )
    ranks = np.empty(len(names), dtype=np.int32)
    ranks[order] = np.arange(len(names), dtype=np.int32)
    store.save_array("rank_of_row", ranks)
    store.save_array("row_of_rank", np.array(order, dtype=np.int32))
    store.save_array("times", np.array(times)[order] if order else np.zeros(0))
    store.save_array("within", np.array(within)[order] if order else np.zeros(0))
    numbers = {name: number for number, name in enumerate(sorted({name for name in publishers if name}))}
    store.save_array("house", np.array([numbers.get(publishers[row], -1) for row in order], dtype=np.int32))
    store.save(store.file("publishers"), {"name": pa.array(sorted(numbers), pa.string())})
    store.save(store.file("names"), {"name": [names[row] for row in order]})
    return shards


def _told(row: Row, given: Known | None) -> Row:
    published = row.get("published")
    told = {"id": str(row["id"]), "publisher": row.get("publisher") or "", "published": published, "text": row["text"]}
    if given is not None:
        told["publisher"] = given.publisher if given.publisher is not None else told["publisher"]
        told["published"] = given.published if given.published is not None else told["published"]
    return told


def _batches(rows: Iterable[Row], size: int) -> Iterator[list[Row]]:
    rest = iter(rows)
    while batch := list(islice(rest, size)):
        yield batch
