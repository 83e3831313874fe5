"""Work in spawned processes; results come out in the order of the items, and only a few are held at a time."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TypeVar

from headwater.engine.here import Here
from headwater.model.ports import Engine

__all__ = ["Processes", "engine_for"]

T = TypeVar("T")
R = TypeVar("R")

WORTHWHILE = 24
"""Documents below which starting processes costs more than it saves (a spawned worker takes about half a second to import)."""


class Processes:
    """An engine of `workers` spawned processes.

    Spawned, not forked: a fork copies whatever threads and locks the caller has, and the result may then depend on them.
    At most four batches a worker are under way, so memory does not grow with the number of items.
    """

    def __init__(self, workers: int, batch: int = 4, worthwhile: int = WORTHWHILE) -> None:
        self.workers = workers
        self.batch = batch
        self.worthwhile = worthwhile

    def map(self, function: Callable[[T], R], items: Iterable[T], lost: Callable[[T], R] | None = None) -> Iterator[R]:
        """Yield `function(item)` for each item, in order; an exception of the function is raised at its place.

        Where an item takes its worker down with it (a fault in native code), `lost(item)` stands in its place, and all
        others are done; without `lost`, `BrokenProcessPool` is raised.
        """
        rest = iter(items)
        # Few items are done here, whatever is set: the result is the same, and nobody waits for processes to start.
        first = list(islice(rest, self.worthwhile))
        if len(first) < self.worthwhile:
            yield from map(function, first)
            return
        source = _chain(first, rest)
        # Loaded only now: of what a start takes, the library of processes is a twentieth.
        from headwater.engine.pools import carefully, spread, workers_start

        if not workers_start():
            yield from map(function, source)
            return
        while unfinished := (yield from spread(function, source, self.workers, self.batch)):
            yield from carefully(function, unfinished, lost)


def _chain(first: list[T], rest: Iterator[T]) -> Iterator[T]:
    yield from first
    yield from rest


def engine_for(workers: int, batch: int = 4, worthwhile: int = WORTHWHILE) -> Engine:
    """The engine for a number of workers; 0 takes one a core that this process may use.

    Args:
        workers: processes.
        batch: items that a process is given at a time.
        worthwhile: items below which no process is started.
    """
    count = workers or len(os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else range(os.cpu_count() or 1))
    return Here() if count == 1 else Processes(count, batch, worthwhile)
