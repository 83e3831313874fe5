"""The protocols by which rooms get what they may not import: where work runs, and who is told how far it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, Sequence
from typing import Protocol, TypeVar, runtime_checkable

from headwater.model.extraction import Extraction
from headwater.model.report import Report

__all__ = ["Engine", "Extractor", "Keeping", "Memory", "Progress", "forgetful", "silent"]

T = TypeVar("T")
R = TypeVar("R")

Keeping = MutableMapping[str, bytes]
"""What a stage over many reports keeps from run to run: bytes under keys that tell all that they rest on.

Whatever is missing in it is made anew: the result is the same with an empty one, a full one, or one of other reports.
"""


class Memory(Protocol):
    """What a stage over many reports remembers from run to run: records under all that they follow from."""

    marks: Mapping[str, str]
    """For each document a hash of all that the stage is given of it."""

    def mark(self, *parts: object) -> str:
        """A hash of records and plain values, such as `marks` are."""
        ...

    def made(
        self,
        name: str,
        kind: type[R],
        make: Callable[[], R],
        *rests_on: object,
        holds: Callable[[R], bool] | None = None,
    ) -> R:
        """What is remembered under a name and all that it rests on; where nothing is, or it no longer holds, what `make` makes."""
        ...

    def each(self, name: str, kind: type[R], make: Callable[[T], R], marks: Mapping[T, str]) -> dict[T, R]:
        """What is remembered of each of many things, resting on its mark alone; where nothing is, what `make` makes of it."""
        ...


class _Forgetful:
    marks: Mapping[str, str] = {}

    def mark(self, *parts: object) -> str:
        return ""

    def made(
        self,
        name: str,
        kind: type[R],
        make: Callable[[], R],
        *rests_on: object,
        holds: Callable[[R], bool] | None = None,
    ) -> R:
        return make()

    def each(self, name: str, kind: type[R], make: Callable[[T], R], marks: Mapping[T, str]) -> dict[T, R]:
        return {one: make(one) for one in marks}


forgetful: Memory = _Forgetful()
"""The memory of a stage that makes everything anew."""


@runtime_checkable
class Engine(Protocol):
    """Where work runs: in this process, in processes, or on a cluster; results come out in the order of the items."""

    def map(self, function: Callable[[T], R], items: Iterable[T], lost: Callable[[T], R] | None = None) -> Iterator[R]:
        """Yield `function(item)` for each item, in order, with a bounded number under way.

        Where an item takes its worker down with it, `lost(item)` stands in its place.

        `function` must be importable by name or a `functools.partial` of such; it must not depend on state.
        """
        ...


class Extractor(Protocol):
    """Makes figures, attributions, statements and datings of bare reports, and tells their blocks and credits; pure."""

    def __call__(self, reports: Sequence[Report]) -> Iterator[tuple[Report, Extraction]]:
        """Each report, in order, with blocks and credits, and all that its text says."""
        ...


class Progress(Protocol):
    """Is told how far a stage is: what is being done (the id of a message, such as `progress.reports`), how much of it is done, and how much there is (None: unknown)."""

    def __call__(self, doing: str, done: int, total: int | None) -> None:
        """Tell."""
        ...


def silent(doing: str, done: int, total: int | None) -> None:
    """The progress of whoever does not want to be told."""
