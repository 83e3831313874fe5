"""Work in this process, one item after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

__all__ = ["Here"]

T = TypeVar("T")
R = TypeVar("R")


class Here:
    """An engine that does each item when its result is asked for.

    >>> list(Here().map(len, ["a", "bb"]))
    [1, 2]
    """

    def map(self, function: Callable[[T], R], items: Iterable[T], lost: Callable[[T], R] | None = None) -> Iterator[R]:
        """Yield `function(item)` for each item, in order; nothing is lost here, but where this process itself dies."""
        return map(function, items)
