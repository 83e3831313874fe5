"""Work that makes many records and no circles of them, without the search for such circles."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["standing", "unswept"]


@contextmanager
def unswept(stands: bool = False) -> Iterator[None]:
    """No search for circles of objects meanwhile: records are frozen and made of what was there before, so none can be in one.

    The search looks at all that is held, again and again while it grows: of many records a sixth of the time goes into it.

    Args:
        stands: searches after it leave out what is held by then as well, up to the end of `standing`.
    """
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            if stands:
                gc.freeze()
            gc.enable()


@contextmanager
def standing() -> Iterator[None]:
    """A stretch of work whose records stand until its end; from there on searches look at them again."""
    try:
        yield
    finally:
        gc.unfreeze()
