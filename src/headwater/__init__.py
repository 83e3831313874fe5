"""Headwater reads reports on the same events and shows, for every figure, who says it and how many origins stand behind it.

>>> import headwater
>>> figure = headwater.extract("At least 24 people were killed.").figures[0]
>>> figure.quote, figure.outcome.value, figure.hedge.value
('24', 'killed', 'at_least')
"""

from __future__ import annotations

from headwater import extract as _room  # noqa: F401  (the room is loaded first, so that the function below keeps its name)

__version__ = "0.1.0"
