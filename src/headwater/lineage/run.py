"""A large run under way: where it works, on what engine, and whom it tells."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from headwater.lineage.shards import Job
from headwater.lineage.store import Store
from headwater.model.ports import Engine, Progress
from headwater.settings import Settings

__all__ = ["Run"]


@dataclass(frozen=True, slots=True)
class Run:
    """A run under way: where it works, on what engine, and whom it tells."""

    store: Store
    engine: Engine
    progress: Progress
    settings: Settings

    def job(self, number: int, texts: int, hashes: int = 0, pairs: int = 0) -> Job:
        """One shard of work."""
        options = self.settings
        return Job(
            str(self.store.folder),
            number,
            texts,
            hashes,
            pairs,
            options.gram,
            options.window,
            options.common,
            options.language,
        )

    def do(self, doing: str, function: Callable[[Any], int], jobs: Sequence[Any], finished: Sequence[bool]) -> None:
        """Do what is not finished, telling how far it is."""
        left = [job for job, done in zip(jobs, finished, strict=True) if not done]
        done = len(jobs) - len(left)
        self.progress(doing, done, len(jobs))
        for count, _ in enumerate(self.engine.map(function, left), done + 1):
            self.progress(doing, count, len(jobs))
