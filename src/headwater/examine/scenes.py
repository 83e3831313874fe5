"""Whether two figures are told of one scene: reports on one event also tell of others near it, of the same day and kind."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property

import regex

from headwater.examine.places import BEFORE, Places
from headwater.examine.sides import counts_the_rest
from headwater.language import Language
from headwater.language.happenings import lexicon
from headwater.language.stopwords import stopwords
from headwater.model import BlockKind, Figure, Report

__all__ = ["BESIDE", "FAR", "LEAST", "LESS", "Scenes", "less", "two_voices"]

LEAST = 0.1
"""The likeness of the words around two figures below which they are not held to be told of one scene."""

FAR = 10
"""How many times one number is another that is told of in the same report and is not held to be its rival."""

LESS = 4
"""How many times one report's number is another's and is not held to be its rival: the smaller is mostly of some of them, or of one day."""

BESIDE = 300
"""Code points between two sentences of one report that still tell of one scene."""

NEXT = 2
"""Code points between two sentences that follow each other in a paragraph."""

_AFTER = 150  # code points of a scene after a figure's sentence
# Words are weighed as if so many reports on other things stood beside, and each word in so many of them.
_OTHERS, _ELSEWHERE = 60, 4
_SHORT = 3
_WORD = regex.compile(r"[\p{L}\p{M}][\p{L}\p{M}'’-]++")
_APART = frozenset({BlockKind.CHROME, BlockKind.BYLINE, BlockKind.CREDIT, BlockKind.DATELINE})

Weights = Mapping[str, float]


class Scenes:
    """The scenes of a case: knows whether two figures of one measure are told of one."""

    def __init__(self, reports: Sequence[Report], language: Language) -> None:
        self._reports = {report.document: report for report in reports}
        self._common = stopwords(language) | lexicon(language).common
        self._language = language
        self._weights: dict[tuple[str, int], Weights] = {}
        self.places = Places(self._reports, language)

    def one(self, one: Figure, other: Figure) -> bool:
        """Whether two figures are told of one scene; the same in both directions.

        In one report, two speakers do in sentences close to each other, unless the later one leads to another place, each is set at a place of its own, or one counts the
        rest of something or less than a tenth of the other (but of the same noun in the next sentence). Between reports the words around the figures must be alike (the cosine of
        weighted words), and where both name places, the reports must have one of them in common, and one must not be a coast or a province
        that the other's place may lie in; and neither may be less than a
        quarter of the other, but nobody at all, where two speakers are not named for them. Where no telling words stand around a figure, the event alone decides.
        """
        if one.document == other.document:
            first, second = sorted((one, other), key=lambda figure: figure.start)
            if not (one.speaker and other.speaker):
                return False
            if one.sentence == other.sentence:
                return True
            gap = second.sentence.start - first.sentence.end
            far = less(one, other, FAR) and not (gap <= NEXT and one.noun and one.noun == other.noun)
            if self._is_rest(one) or self._is_rest(other) or far:
                return False
            near = gap <= BESIDE
            return near and not self.leads_away(second) and not self.places.apart(first, second)
        if less(one, other, LESS) and not two_voices(one, other):
            return False
        a, b = self._around(one), self._around(other)
        if not a or not b:
            return True
        likeness = math.fsum(weight * b.get(word, 0.0) for word, weight in a.items())
        return round(likeness, 4) >= LEAST and not self._places_apart(one, other)

    def moves(self, earlier: Figure, later: Figure) -> bool:
        """Whether a later count's sentence names a place that neither the earlier scene nor the head of its report does: it counts there alone."""
        if self.places.sentence(later).isupper() or self.places.sentence(earlier).isupper():
            return False
        own, text = self.places.own(later), self._reports[earlier.document].text
        known = self.places.of(earlier) | frozenset(self._telling(text[: self._opening(earlier.document)]))
        return bool(own) and own.isdisjoint(known)

    def leads_away(self, figure: Figure) -> bool:
        """Whether a figure's sentence names a place, or a part of its name, that its report has not named before."""
        text = self._reports[figure.document].text
        named = self.places.own(figure)
        before = frozenset(self._telling(text[: figure.sentence.start]))
        return not named <= before

    def _is_rest(self, figure: Figure) -> bool:
        return counts_the_rest(self._reports[figure.document].text, figure, self._language)

    def names_others(self, figure: Figure) -> bool:
        """Whether a figure's sentence brings in a name that its report has not named before; in capitals throughout none is told."""
        text = self._reports[figure.document].text
        sentence = self.places.sentence(figure)
        if sentence.isupper() or figure.sentence.start <= self._opening(figure.document):
            return False
        names = {
            match.group()
            for match in _WORD.finditer(sentence, len(sentence.split(" ", 1)[0]))
            if match.group()[0].isupper()
        }
        return any(name.lower() not in self._common and name not in text[: figure.sentence.start] for name in names)

    def _opening(self, document: str) -> int:
        """Where the first paragraph ends."""
        blocks = self._reports[document].blocks
        return next((block.end for block in blocks if block.kind is BlockKind.PARAGRAPH), 0)

    def _places_apart(self, one: Figure, other: Figure) -> bool:
        """Whether both scenes name places, none in common, and neither report knows any of the other's.

        It is enough that a sentence itself leads to a place that the other's report does not know; in capitals throughout no
        name is told from another word, so it is not.
        """
        if self.places.within(one, other):
            return True
        here, there = self.places.of(one), self.places.of(other)
        if not here or not there or not here.isdisjoint(there):
            return False
        if self._set_elsewhere(one, there) or self._set_elsewhere(other, here) or self.places.open_apart(one, other):
            return True
        if here.isdisjoint(self._words[other.document]) and there.isdisjoint(self._words[one.document]):
            return True
        return self._elsewhere(one, other, there) or self._elsewhere(other, one, here)

    def _set_elsewhere(self, figure: Figure, there: frozenset[str]) -> bool:
        """Whether a figure's sentence opens with a place ("In Porto Lume 3,200 people …") that neither its report's head nor the other scene names."""
        if self.places.sentence(figure).isupper():
            return False
        opens = self.places.opening(figure)
        head = frozenset(self._telling(self._reports[figure.document].text[: self._opening(figure.document)]))
        return bool(opens) and opens.isdisjoint(there) and opens.isdisjoint(head)

    def _elsewhere(self, figure: Figure, other: Figure, there: frozenset[str]) -> bool:
        """Whether a figure's own sentence names places that the other's report does not know, and none of the other's."""
        sentence = self.places.sentence(figure)
        if sentence.isupper():
            return False
        own = self.places.own(figure)
        return bool(own) and own.isdisjoint(self._words[other.document]) and there.isdisjoint(self._telling(sentence))

    def _around(self, figure: Figure) -> Weights:
        """The telling words around a figure with their weights, a vector of length one."""
        key = (figure.document, figure.sentence.start)
        if key not in self._weights:
            start, end = self._stretch(figure)
            counts = Counter(self._telling(self._reports[figure.document].text[start:end]))
            self._weights[key] = self._unit(counts)
        return self._weights[key]

    def _stretch(self, figure: Figure) -> tuple[int, int]:
        start = max(0, figure.sentence.start - BEFORE)
        # At the head of a report what is missing before a figure is taken from what follows.
        return start, figure.sentence.end + _AFTER + max(0, BEFORE - (figure.sentence.start - start))

    def _unit(self, counts: Mapping[str, int]) -> Weights:
        number = len(self._reports)
        weights = {}
        for word, count in counts.items():
            rare = math.log((number + _OTHERS) / (self._spread[word] + _ELSEWHERE))
            if rare > 0:
                weights[word] = (1 + math.log(count)) * rare
        length = math.sqrt(math.fsum(weight * weight for weight in weights.values()))
        return {word: weight / length for word, weight in weights.items()} if length else {}

    def _telling(self, text: str) -> list[str]:
        words = (match.group().lower() for match in _WORD.finditer(text))
        return [word for word in words if len(word) >= _SHORT and word not in self._common]

    @cached_property
    def _words(self) -> Mapping[str, frozenset[str]]:
        """The telling words of each report."""
        return {document: frozenset(self._telling(_account(report))) for document, report in self._reports.items()}

    @cached_property
    def _spread(self) -> Counter[str]:
        """In how many reports each word stands."""
        return Counter(word for words in self._words.values() for word in words)


def two_voices(one: Figure, other: Figure) -> bool:
    """Whether two who are named say the numbers, neither by a part of the other's name: rivals may count very differently."""
    if not (one.speaker and other.speaker):
        return False
    names = [frozenset(figure.speaker[0].casefold().split()) for figure in (one, other)]
    return not (names[0] <= names[1] or names[1] <= names[0])


def less(one: Figure, other: Figure, times: int) -> bool:
    """Whether one number is the other so many times and more, so that the smaller is likely of something smaller; none is of all."""
    values = sorted(figure.best for figure in (one, other) if figure.best is not None)
    return len(values) == 2 and 0 < values[0] * times <= values[1]


def _account(report: Report) -> str:
    return "\n".join(report.text[block.start : block.end] for block in report.blocks if block.kind not in _APART)
