"""What the reports on one event ask of the other main events of a case."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from headwater.events.mains import Main, same_place

__all__ = ["Asked", "Asking", "Neighbours"]


@dataclass(frozen=True, slots=True)
class Asked:
    """One question and its answer: the id of the main event that fell on days from `first` to `last`, ordinals, and took place there.

    Where `sentence` is given its place stands in that; else it is one with one of the `places`.
    """

    first: int
    last: int
    sentence: str | None
    places: tuple[str, ...]
    answer: str | None


class Neighbours:
    """The main events of a case, found by the days they fell on."""

    def __init__(self, mains: Sequence[Main]) -> None:
        dated = sorted((one.stretch, place) for place, one in enumerate(mains) if one.stretch and one.place is not None)
        self._mains = mains
        self._order = [place for _, place in dated]
        self._begins = [stretch[0] for stretch, _ in dated]
        self._longest = max((stretch[1] - stretch[0] for stretch, _ in dated), default=0)

    def find(self, but: str, first: int, last: int, sentence: str | None, places: Iterable[str]) -> str | None:
        """The first main event, but one, that fell on the days and took place where the sentence or the places say."""
        begin, end = bisect_left(self._begins, first - self._longest), bisect_right(self._begins, last)
        for at in sorted(self._order[begin:end]):
            one = self._mains[at]
            if one.place is None or one.event.id == but or not one.falls_on(first, last):
                continue
            if one.place in sentence if sentence is not None else any(same_place(one.place, name) for name in places):
                return one.event.id
        return None


class Asking:
    """Asks on behalf of one main event, and remembers what was asked: whoever would get the same answers finds the same."""

    def __init__(self, neighbours: Neighbours, own: str) -> None:
        self._neighbours = neighbours
        self._own = own
        self._answers: dict[Asked, Asked] = {}

    @property
    def asked(self) -> tuple[Asked, ...]:
        """All questions, in order, with their answers."""
        return tuple(self._answers.values())

    def is_named(self, sentence: str, first: int, last: int) -> bool:
        """Whether another main event fell on these days and its place stands in the sentence."""
        return self._ask(Asked(first, last, sentence, (), None)) is not None

    def one_at(self, places: Iterable[str], first: int, last: int) -> str | None:
        """The id of another main event that fell on these days at one of the places."""
        return self._ask(Asked(first, last, None, tuple(sorted(places)), None))

    def _ask(self, question: Asked) -> str | None:
        if question not in self._answers:
            self._answers[question] = Asked(
                question.first, question.last, question.sentence, question.places, self._find(question)
            )
        return self._answers[question].answer

    def would_answer(self, asked: Iterable[Asked]) -> bool:
        """Whether all questions would be answered so."""
        return all(self._find(one) == one.answer for one in asked)

    def _find(self, one: Asked) -> str | None:
        return self._neighbours.find(self._own, one.first, one.last, one.sentence, one.places)
