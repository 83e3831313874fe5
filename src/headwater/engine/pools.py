"""Pools of spawned processes: work spread over one, and what is done where a worker dies."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import TypeVar

__all__ = ["carefully", "spread", "workers_start"]

T = TypeVar("T")
R = TypeVar("R")

SPAWN = multiprocessing.get_context("spawn")


def spread(
    function: Callable[[T], R], items: Iterator[T], workers: int, size: int
) -> Generator[R, None, list[list[T]]]:
    """Yield results until all are done (an empty list is returned) or a worker dies (the batches under way are)."""
    waiting: deque[tuple[list[T], Future[list[R]]]] = deque()
    with ProcessPoolExecutor(workers, mp_context=SPAWN) as pool:
        try:
            while True:
                while len(waiting) < workers * 4 and (batch := list(islice(items, size))):
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


def workers_start() -> bool:
    """Whether a spawned process can start at all: in a script without a `__main__` guard, or one read from standard input, none can."""
    try:
        with ProcessPoolExecutor(1, mp_context=SPAWN) as pool:
            return pool.submit(_work, abs, [-1]).result() == [1]
    except BrokenProcessPool:
        return False


def carefully(function: Callable[[T], R], batches: Iterable[list[T]], lost: Callable[[T], R] | None) -> Iterator[R]:
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


def _work(function: Callable[[T], R], batch: list[T]) -> list[R]:
    return [function(item) for item in batch]
