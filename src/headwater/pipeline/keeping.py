"""What stages over many reports keep from run to run, under keys of the code that made it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping
from functools import cache
from hashlib import sha256
from pathlib import Path

from headwater.language import available, load
from headwater.model.ports import Keeping
from headwater.version import __version__

__all__ = ["Aside", "StageKeeping", "code_of"]

BELOW = ("messages", "model", "language", "grammar")
"""Rooms that every stage rests on."""


@cache
def code_of(*rooms: str) -> str:
    """A hash of the code of some rooms, with weights and words beside it, and of those below: what a changed rule would make or say otherwise is never taken over."""
    root = Path(__file__).parents[1]
    whole = sha256()
    for room in (*BELOW, *rooms):
        for path in sorted(path for kind in ("*.py", "*.json", "*.po") for path in (root / room).rglob(kind)):
            whole.update(path.read_bytes())
    return whole.hexdigest()


class Aside(MutableMapping[str, bytes]):
    """What is kept elsewhere, as long as that can be read, and what was put here; whatever was asked for stays in memory."""

    def __init__(self, beneath: Keeping) -> None:
        self._beneath: Mapping[str, bytes] = beneath
        self._own: dict[str, bytes] = {}

    def close(self) -> None:
        """Read no more from beneath."""
        self._beneath = {}

    def __getitem__(self, key: str) -> bytes:
        if key not in self._own:
            self._own[key] = self._beneath[key]
        return self._own[key]

    def __setitem__(self, key: str, value: bytes) -> None:
        self._own[key] = value

    def __delitem__(self, key: str) -> None:
        del self._own[key]

    def __iter__(self) -> Iterator[str]:
        return iter({**dict.fromkeys(self._beneath), **dict.fromkeys(self._own)})

    def __len__(self) -> int:
        return sum(1 for _ in self)


class StageKeeping(MutableMapping[str, bytes]):
    """What is kept, as one stage sees it: only what the same version, code and language data of it have made."""

    def __init__(self, kept: Keeping, stage: str) -> None:
        self._kept = kept
        data = [load(code).digest for code in available()]
        made_with = sha256("\0".join([__version__, code_of(stage), *data]).encode()).hexdigest()
        self._prefix = f"{stage}/{made_with[:16]}/"

    def __getitem__(self, key: str) -> bytes:
        return self._kept[self._prefix + key]

    def __setitem__(self, key: str, value: bytes) -> None:
        self._kept[self._prefix + key] = value

    def __delitem__(self, key: str) -> None:
        del self._kept[self._prefix + key]

    def __iter__(self) -> Iterator[str]:
        size = len(self._prefix)
        return (key[size:] for key in self._kept if key.startswith(self._prefix))

    def __len__(self) -> int:
        return sum(1 for _ in self)
