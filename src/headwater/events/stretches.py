"""Stretches of days."""

from __future__ import annotations

__all__ = ["Stretch"]

Stretch = tuple[int, int]
"""The first and last day, as ordinals of the calendar."""
