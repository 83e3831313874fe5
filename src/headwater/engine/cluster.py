"""Work on a Dask cluster: the same functions by address, results in the order of the items."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from types import TracebackType
from typing import Any, TypeVar

from headwater.errors import ExtensionMissingError, SettingError
from headwater.messages import told

__all__ = ["Cluster", "cluster_at"]

T = TypeVar("T")
R = TypeVar("R")

UNDER_WAY = 4
"""Items a worker that are handed out ahead, so that none waits and memory does not grow with their number."""


class Cluster:
    """An engine on a cluster; used as a context it closes what it opened.

    A worker that is lost costs the items it had: the scheduler hands them to others, and since each item is a pure function
    of what it was given the result is the same.
    """

    def __init__(self, client: Any, owned: Any = None) -> None:
        self.client = client
        self._owned = owned

    def __enter__(self) -> Cluster:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the cluster, and stop it where it was started here."""
        self.client.close()
        if self._owned is not None:
            self._owned.close()

    def map(self, function: Callable[[T], R], items: Iterable[T], lost: Callable[[T], R] | None = None) -> Iterator[R]:
        """Yield `function(item)` for each item, in order; an exception of the function is raised at its place.

        Where an item has taken worker after worker down with it, `lost(item)` stands in its place.
        """
        rest = iter(items)
        waiting: deque[tuple[Any, T]] = deque()
        try:
            while True:
                workers = max(1, len(self.client.scheduler_info(n_workers=-1)["workers"]))
                for item in islice(rest, max(0, workers * UNDER_WAY - len(waiting))):
                    waiting.append((self.client.submit(function, item, pure=False), item))
                if not waiting:
                    return
                future, item = waiting.popleft()
                yield _result(future, item, lost)
        finally:
            for future, _ in waiting:
                future.cancel()


def _result(future: Any, item: T, lost: Callable[[T], R] | None) -> R:
    from distributed.scheduler import KilledWorker

    try:
        found: R = future.result()
    except KilledWorker:
        if lost is None:
            raise
        return lost(item)
    return found


def cluster_at(address: str) -> Cluster:
    """The cluster at an address: `tcp://host:8786`, or `local:2` for two worker processes started here.

    Raises:
        ExtensionMissingError: `distributed` is not installed.
        SettingError: the address is of neither form.
    """
    try:
        import distributed
    except ImportError as error:
        raise ExtensionMissingError(*told("cluster.missing")) from error
    # `distributed` has no types.
    library: Any = distributed
    if address.startswith("local:") and address[6:].isdigit() and int(address[6:]) > 0:
        owned = library.LocalCluster(
            n_workers=int(address[6:]), threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50
        )
        return Cluster(library.Client(owned), owned)
    if "://" in address:
        return Cluster(library.Client(address, timeout=20))
    raise SettingError(*told("cluster.address", address=repr(address)))
