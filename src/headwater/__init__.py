"""Headwater reads reports on the same events and shows, for every figure, who says it and how many origins stand behind it.

>>> import headwater
>>> figure = headwater.extract("At least 24 people were killed.").figures[0]
>>> figure.quote, figure.outcome.value, figure.hedge.value
('24', 'killed', 'at_least')
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

# The room of this name is loaded first, so that the function below keeps the name for good: Python binds a submodule to
# its package once, when it is first imported (docs/decisions/0002).
import headwater.extract as _room  # noqa: F401
from headwater.version import __version__

if TYPE_CHECKING:
    from headwater.model import Contents, Extraction
    from headwater.settings import Settings

__all__ = ["__version__", "extract", "run"]


def extract(text: str, *, published: str | None = None, settings: Settings | None = None) -> Extraction:
    """The figures, attributions, statements and datings of one text; offsets are code points of the text as given.

    Args:
        text: a report's text.
        published: its day of publication in EDTF ("2019-03-05"), on which relative dates resolve.
        settings: options; the defaults where none are given.

    >>> [(figure.quote, figure.outcome.value) for figure in extract("Twelve people died and 30 were injured.").figures]
    [('Twelve', 'killed'), ('30', 'injured')]
    """
    from headwater.pipeline.texts import extract_text

    return extract_text(text, published=published, settings=settings)


def run(paths: Sequence[str | Path], output: str | Path | None = None, *, settings: Settings | None = None) -> Contents:
    """The case made of all reports under the paths (files and folders); written to the folder `output` where one is given.

    Raises:
        headwater.errors.HeadwaterError: no report can be read, or the folder cannot be written.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     _ = Path(folder, "post.txt").write_text("Twelve people died in the fire, the Harbour Post reports.")
    ...     case = run([folder])
    >>> [(measure.outcome.value, str(measure.readings[0].best)) for measure in case.collation]
    [('killed', '12')]
    """
    from headwater.pipeline.case import run as run_case

    return run_case(paths, None if output is None else Path(output), settings)
