"""The words of one report as columns, so that those of ten thousand are weighed without a look at each."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass

import numpy as np

__all__ = ["Terms"]


@dataclass(frozen=True, slots=True)
class Terms:
    """Of each word, in one order, a hash of eight bytes, how often it stands (four bytes), and whether it is a name (one byte).

    Words of one hash would be taken for one word: among a million different words of a case that happens with a probability of
    one in forty million.
    """

    hashes: bytes = b""
    counts: bytes = b""
    names: bytes = b""

    def __len__(self) -> int:
        return len(self.names)

    @classmethod
    def of(cls, words: Mapping[str, int], names: Container[str]) -> Terms:
        """The columns of counted words."""
        from xxhash import xxh3_64_intdigest

        hashes = [xxh3_64_intdigest(word.encode("utf-8", "surrogatepass")) for word in words]
        return cls(
            np.array(hashes, dtype="<u8").tobytes(),
            np.array(list(words.values()), dtype="<u4").tobytes(),
            bytes(word in names for word in words),
        )

    def hold(self, name: str) -> bool:
        """Whether every word of a name is among them, however it is written."""
        from xxhash import xxh3_64_intdigest

        hashes = np.frombuffer(self.hashes, dtype="<u8")
        return all((hashes == xxh3_64_intdigest(word.encode())).any() for word in name.lower().split())
