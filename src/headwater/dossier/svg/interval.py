"""An interval of whole numbers drawn as a bar with end ticks, no point inside it."""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup

from headwater.dossier.svg.canvas import Canvas

__all__ = ["draw_interval"]

_MOST = 12


@lru_cache(maxsize=1_000)
def draw_interval(low: int, high: int, title: str) -> Markup:
    """A bar from `low` to `high` with every whole number between, or with its ends alone where there are many."""
    canvas = Canvas(368.0, title)
    left, right = 20.0, 348.0
    step = (right - left) / (high - low) if high > low else 0.0
    numbers = range(low, high + 1) if high - low <= _MOST else (low, high)
    if high > low:
        canvas.line(left, 16.0, right, 16.0, "beam")
    for number in numbers:
        x = left + step * (number - low)
        end = number in (low, high)
        canvas.line(x, 9.0 if end else 13.0, x, 23.0 if end else 19.0, "tick" if end else "gap")
        canvas.text(x, 42.0, str(number), "label", "middle")
    return canvas.drawn(48.0)
