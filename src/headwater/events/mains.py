"""The main events of a case, each with its place and its days."""

from __future__ import annotations

from dataclasses import dataclass

from headwater.events.stretches import Stretch
from headwater.model import Event

__all__ = ["Main", "same_place"]


@dataclass(frozen=True, slots=True)
class Main:
    """A main event with its place and its day or days."""

    event: Event
    place: str | None
    stretch: Stretch | None

    def falls_on(self, first: int, last: int) -> bool:
        """Whether it fell on one of the days from `first` to `last`, ordinals of the calendar."""
        return self.stretch is not None and first <= self.stretch[1] and self.stretch[0] <= last


def same_place(one: str, other: str) -> bool:
    """Whether one name of a place holds the other as whole words."""
    return f" {one} " in f" {other} " or f" {other} " in f" {one} "
