"""Work in spawned processes; results come out in the order of the items, and only a few are held at a time."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from typing import TypeVar

from headwater.engine.here import Here
from headwater.model.ports import Engine

__all__ = ["Processes", "engine_for"]

T = TypeVar("T")
R = TypeVar("R")

WORTHWHILE = 24
"""Items below which starting processes costs more than it saves (a spawned worker takes about half a second to import)."""


class Processes:
    """An engine of `workers` spawned processes.

    Spawned, not forked: a fork copies whatever threads and locks the caller has, and the result may then depend on them.
    At most four batches a worker are under way, so memory does not grow with the number of items.
    """

    def __init__(self, workers: int, batch: int = 4) -> None:
        self.workers = workers
        self.batch = batch

    def map(self, function: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
        """Yield `function(item)` for each item, in order; an exception of the function is raised at its place."""
        rest = iter(items)
        # Few items are done here, whatever is set: the result is the same, and nobody waits for processes to start.
        first = list(islice(rest, WORTHWHILE))
        if len(first) < WORTHWHILE:
            yield from map(function, first)
            return
        yield from self._spread(function, _chain(first, rest))

    def _spread(self, function: Callable[[T], R], items: Iterator[T]) -> Iterator[R]:
        context = multiprocessing.get_context("spawn")
        waiting: deque[Future[list[R]]] = deque()
        with ProcessPoolExecutor(self.workers, mp_context=context) as pool:
            try:
                while True:
                    while len(waiting) < self.workers * 4 and (batch := list(islice(items, self.batch))):
                        waiting.append(pool.submit(_work, function, batch))
                    if not waiting:
                        return
                    yield from waiting.popleft().result()
            finally:
                for future in waiting:
                    future.cancel()


def _chain(first: list[T], rest: Iterator[T]) -> Iterator[T]:
    yield from first
    yield from rest


def _work(function: Callable[[T], R], batch: list[T]) -> list[R]:
    return [function(item) for item in batch]


def engine_for(workers: int) -> Engine:
    """The engine for a number of workers; 0 takes one a core that this process may use."""
    count = workers or len(os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else range(os.cpu_count() or 1))
    return Here() if count == 1 else Processes(count)
