"""Progress on the terminal: what is being done, and how far it is."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from headwater.model.ports import Progress, silent

__all__ = ["shown"]


@contextmanager
def shown() -> Iterator[Progress]:
    """A function to tell progress to; it is drawn on standard error where that is a terminal, and wiped at the end."""
    if not sys.stderr.isatty():
        yield silent
        return
    from headwater.cli.bars import drawn  # what draws is loaded only where it can be seen

    with drawn() as tell:
        yield tell
