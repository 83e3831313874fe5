"""Work in spawned processes; results come out in the order of the items, and only a few are held at a time."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import TypeVar

from headwater.engine.here import Here
from headwater.model.ports import Engine

__all__ = ["Processes", "engine_for"]

T = TypeVar("T")
R = TypeVar("R")

SPAWN = multiprocessing.get_context("spawn")
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

    def map(self, function: Callable[[T], R], items: Iterable[T], lost: Callable[[T], R] | None = None) -> Iterator[R]:
        """Yield `function(item)` for each item, in order; an exception of the function is raised at its place.

        Where an item takes its worker down with it (a fault in native code), `lost(item)` stands in its place, and all
        others are done; without `lost`, `BrokenProcessPool` is raised.
        """
        rest = iter(items)
        # Few items are done here, whatever is set: the result is the same, and nobody waits for processes to start.
        first = list(islice(rest, WORTHWHILE))
        if len(first) < WORTHWHILE:
            yield from map(function, first)
            return
        source = _chain(first, rest)
        if not _workers_start():
            yield from map(function, source)
            return
        while unfinished := (yield from self._spread(function, source)):
            yield from _carefully(function, unfinished, lost)

    def _spread(self, function: Callable[[T], R], items: Iterator[T]) -> Generator[R, None, list[list[T]]]:
        """Yield results until all are done (an empty list is returned) or a worker dies (the batches under way are)."""
        waiting: deque[tuple[list[T], Future[list[R]]]] = deque()
        with ProcessPoolExecutor(self.workers, mp_context=SPAWN) as pool:
            try:
                while True:
                    while len(waiting) < self.workers * 4 and (batch := list(islice(items, self.batch))):
                        waiting.append((batch, _submitted(pool, function, batch)))
                    if not waiting:
                        return []
                    results = waiting[0][1].result()
                    waiting.popleft()
                    yield from results
            except BrokenProcessPool:
                return [batch for batch, _ in waiting]
            finally:
                for _, future in waiting:
                    future.cancel()


def _workers_start() -> bool:
    """Whether a spawned process can start at all: in a script without a `__main__` guard, or one read from standard input, none can."""
    try:
        with ProcessPoolExecutor(1, mp_context=SPAWN) as pool:
            return pool.submit(_work, abs, [-1]).result() == [1]
    except BrokenProcessPool:
        return False


def _carefully(function: Callable[[T], R], batches: Iterable[list[T]], lost: Callable[[T], R] | None) -> Iterator[R]:
    """The results of batches of which one killed its worker; that one is done item by item, each in a process of its own."""
    pending = deque(batches)
    while pending:
        with ProcessPoolExecutor(1, mp_context=SPAWN) as pool:
            try:
                while pending:
                    results = pool.submit(_work, function, pending[0]).result()
                    pending.popleft()
                    yield from results
            except BrokenProcessPool:
                pass
        if pending:
            for item in pending.popleft():
                yield _alone(function, item, lost)


def _alone(function: Callable[[T], R], item: T, lost: Callable[[T], R] | None) -> R:
    try:
        with ProcessPoolExecutor(1, mp_context=SPAWN) as pool:
            return pool.submit(function, item).result()
    except BrokenProcessPool:
        if lost is None:
            raise
        return lost(item)


def _submitted(pool: ProcessPoolExecutor, function: Callable[[T], R], batch: list[T]) -> Future[list[R]]:
    try:
        return pool.submit(_work, function, batch)
    except BrokenProcessPool as error:  # a worker died between two submissions: told when the result is asked for
        future: Future[list[R]] = Future()
        future.set_exception(error)
        return future


def _chain(first: list[T], rest: Iterator[T]) -> Iterator[T]:
    yield from first
    yield from rest


def _work(function: Callable[[T], R], batch: list[T]) -> list[R]:
    return [function(item) for item in batch]


def engine_for(workers: int) -> Engine:
    """The engine for a number of workers; 0 takes one a core that this process may use."""
    count = workers or len(os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else range(os.cpu_count() or 1))
    return Here() if count == 1 else Processes(count)
