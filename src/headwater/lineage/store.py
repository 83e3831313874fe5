"""The work folder of a large run: every finished shard is a file, so that a run that stopped goes on where it was.

Files are written under another name and renamed when they are whole; what exists under its own name is finished.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from headwater.lineage.words import Words

__all__ = ["Store", "write_whole"]


@dataclass(frozen=True, slots=True)
class Store:
    """A work folder; its name alone crosses process borders."""

    folder: Path

    def begin(self, plan: Mapping[str, Any]) -> None:
        """Keep what a run of the same plan has finished; clear away what another run left."""
        path = self.folder / "plan.json"
        said = json.dumps(plan, sort_keys=True)
        if not path.exists() or path.read_text(encoding="utf-8") != said:
            shutil.rmtree(self.folder, ignore_errors=True)
            self.folder.mkdir(parents=True)
            write_whole(path, said)

    def file(self, kind: str, *parts: int) -> Path:
        """Where a shard of a kind lies."""
        place = self.folder / kind
        place.mkdir(exist_ok=True)
        return place / ("-".join(f"{part:06d}" for part in parts) + ".parquet")

    def save(self, path: Path, columns: Mapping[str, Any]) -> None:
        """Write a table as Parquet."""
        import pyarrow as pa
        import pyarrow.parquet as pq

        parts = path.with_name(f"{path.name}.{os.getpid()}.part")
        pq.write_table(pa.table(dict(columns)), parts, compression="zstd")
        os.replace(parts, path)

    def load(self, path: Path, columns: list[str] | None = None) -> Any:
        """Read a table."""
        import pyarrow.parquet as pq

        return pq.read_table(path, columns=columns, memory_map=True)

    def stacked(self, kind: str, number: int, count: int, columns: Sequence[str]) -> list[Any]:
        """The columns of the `count` tables of a kind that have a first number, end to end."""
        import pyarrow as pa

        whole = pa.concat_tables([self.load(self.file(kind, number, other)) for other in range(count)])
        return [whole[name].to_numpy() for name in columns]

    def publishers(self) -> list[str]:
        """The publishers of the run's texts."""
        found: list[str] = self.load(self.file("publishers"))["name"].to_pylist()
        return found

    def save_array(self, name: str, values: Any) -> None:
        """Write an array so that it can be read in place."""
        import numpy as np

        parts = self.folder / f"{name}.{os.getpid()}.part.npy"
        parts.parent.mkdir(exist_ok=True)
        np.save(parts, values)
        os.replace(parts, self.folder / f"{name}.npy")

    def array(self, name: str) -> Any:
        """An array, read in place: pages come from disk as they are needed."""
        import numpy as np

        return np.load(self.folder / f"{name}.npy", mmap_mode="r")

    def has(self, name: str) -> bool:
        """Whether an array was written."""
        return (self.folder / f"{name}.npy").exists()

    def save_words(self, number: int, found: Words) -> None:
        """Write the words of a shard."""
        for column in found.__slots__:
            self.save_array(f"words/{number:06d}-{column}", getattr(found, column))

    def words(self, number: int) -> Words:
        """The words of a shard, read in place."""
        return self._words(f"words/{number:06d}")

    def all_words(self) -> Words:
        """The words of all shards, end to end, read in place."""
        return self._words("all-words")

    def join_words(self, count: int) -> None:
        """Put the words of all shards end to end: a process may hold few files, and opening one takes its time."""
        import numpy as np

        shards = [len(self.array(f"words/{number:06d}-hashes")) for number in range(count)]
        begins = np.cumsum([0, *shards])
        for column in ("hashes", "starts", "ends", "quoted", "counts"):
            parts = self.folder / f"all-words-{column}.part.npy"
            kind = self.array(f"words/000000-{column}").dtype
            whole = np.lib.format.open_memmap(parts, mode="w+", dtype=kind, shape=(int(begins[-1]),))
            for number, begin in enumerate(begins[:-1].tolist()):
                whole[begin : begin + shards[number]] = self.array(f"words/{number:06d}-{column}")
            whole.flush()
            os.replace(parts, self.folder / f"all-words-{column}.npy")
        bounds = [self.array(f"words/{number:06d}-bounds")[:-1] + begins[number] for number in range(count)]
        self.save_array("all-words-bounds", np.concatenate([*bounds, begins[-1:]]))

    def _words(self, name: str) -> Words:
        from headwater.lineage.words import Words

        return Words(**{column: self.array(f"{name}-{column}") for column in Words.__slots__})


def write_whole(path: Path, text: str) -> None:
    """Write a text file so that it is whole or not there."""
    parts = path.with_name(f"{path.name}.{os.getpid()}.part")
    parts.write_text(text, encoding="utf-8")
    os.replace(parts, path)
