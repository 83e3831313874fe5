"""What stages over many reports keep in the case file: bytes under a key of all that they rest on."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from headwater.case.store import Store

__all__ = ["Kept"]


class Kept(MutableMapping[str, bytes]):
    """The table `kept` as a mapping; what a run neither asks for nor puts there goes when its records are written.

    Each entry is written at once, and its hash with it: a run that was killed leaves whole ones, and one that is damaged is
    as if it had never been kept. Whoever asks for one entry asks for most of those beside it, whose keys are the same up to the
    last "/": they are read together, and held until they are asked for.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self.used: set[str] = set()
        self._ahead: dict[str, tuple[bytes, str]] = {}
        self._looked: set[str] = set()

    def __getitem__(self, key: str) -> bytes:
        value, digest = self._row(key)
        if sha256(value).hexdigest() != digest:
            raise KeyError(key)
        self.used.add(key)
        return value

    def _row(self, key: str) -> tuple[bytes, str]:
        beside, _, _ = key.rpartition("/")
        if beside not in self._looked:
            self._looked.add(beside)
            rows = self._store.rows(
                "SELECT key, value, sha256 FROM kept WHERE key > ? AND key < ?", (f"{beside}/", f"{beside}0")
            )
            self._ahead |= {name: (value, digest) for name, value, digest in rows}
        if key in self._ahead:
            return self._ahead.pop(key)
        # What is used was read before, or put there since.
        found = self._store.rows("SELECT value, sha256 FROM kept WHERE key = ?", (key,)) if key in self.used else ()
        if not found:
            raise KeyError(key)
        return found[0]

    def __setitem__(self, key: str, value: bytes) -> None:
        self.used.add(key)
        self._ahead.pop(key, None)
        with self._store.transaction() as connection:
            row = (key, value, sha256(value).hexdigest())
            connection.execute("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", row)

    def __contains__(self, key: object) -> bool:
        return bool(self._store.rows("SELECT 1 FROM kept WHERE key = ?", (key,)))

    def __delitem__(self, key: str) -> None:
        self.used.discard(key)
        self._ahead.pop(key, None)
        with self._store.transaction() as connection:
            if not connection.execute("DELETE FROM kept WHERE key = ?", (key,)).rowcount:
                raise KeyError(key)

    def __iter__(self) -> Iterator[str]:
        return iter([key for (key,) in self._store.rows("SELECT key FROM kept ORDER BY key")])

    def __len__(self) -> int:
        return int(self._store.rows("SELECT count(*) FROM kept")[0][0])
