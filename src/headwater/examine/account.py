"""What rules inside a report look at: the report, with all that its text says."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from headwater.grammar.edtf import day
from headwater.grammar.sentences import Sentence, sentences
from headwater.grammar.tokens import Token
from headwater.language import Language
from headwater.model import (
    Anchor,
    Attribution,
    BlockKind,
    Dating,
    Extraction,
    Figure,
    FindingSpan,
    Outcome,
    Report,
    Span,
    Statement,
    TimeExpression,
)

__all__ = ["Account"]


@dataclass(frozen=True)
class Account:
    """One report and all that its text says."""

    report: Report
    extraction: Extraction
    language: Language

    @property
    def document(self) -> str:
        """The report's name."""
        return self.report.document

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Its figures, in text order, without those that are only denied."""
        return tuple([figure for figure in self.extraction.figures if not figure.denied])

    @cached_property
    def added(self) -> tuple[Figure, ...]:
        """Those of its figures that come on top of others, in text order."""
        return tuple([figure for figure in self.figures if figure.is_added])

    @property
    def datings(self) -> tuple[Dating, ...]:
        """Its dated words, in text order."""
        return self.extraction.datings

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Its denials, doubts, limits and withholdings."""
        return self.extraction.statements

    @property
    def attributions(self) -> tuple[Attribution, ...]:
        """Who says what in it."""
        return self.extraction.attributions

    @cached_property
    def written_after(self) -> date | None:
        """The last day that it names with its year, before which it was not written."""
        told = (day(dating.edtf) for dating in self.datings if dating.anchor is Anchor.CALENDAR)
        return max((one for one in told if one), default=None)

    @property
    def head(self) -> int:
        """Where its first paragraph begins."""
        kinds = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTATION)
        return next((block.start for block in self.report.blocks if block.kind in kinds), 0)

    @cached_property
    def by_id(self) -> Mapping[str, Figure]:
        """Its figures by id, those that are only denied too."""
        return {figure.id: figure for figure in self.extraction.figures}

    def figures_of(self, sentence: Span) -> Sequence[Figure]:
        """Its figures in a sentence."""
        first = bisect_left(self.figures, sentence.start, key=lambda figure: figure.start)
        last = bisect_left(self.figures, sentence.end, lo=first, key=lambda figure: figure.start)
        return self.figures[first:last]

    def before(self, figure: Figure) -> Figure | None:
        """The figure that stands last before another one; `None` where it is the first."""
        at = bisect_left(self.figures, figure.start, key=lambda one: one.start)
        return self.figures[at - 1] if at else None

    def figures_of_kind(self, outcome: Outcome | None, best: Decimal | None) -> Sequence[Figure]:
        """Its figures of one outcome and number, in text order."""
        return self._by_kind.get((outcome, best), ())

    @cached_property
    def _by_kind(self) -> Mapping[tuple[Outcome | None, Decimal | None], Sequence[Figure]]:
        found: dict[tuple[Outcome | None, Decimal | None], list[Figure]] = {}
        for figure in self.figures:
            found.setdefault((figure.outcome, figure.best), []).append(figure)
        return found

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences with their tokens."""
        return tuple(sentences(self.report.text, self.report.blocks, self.language))

    @property
    def times(self) -> tuple[TimeExpression, ...]:
        """Its time expressions, in text order, those that are no datings included; none where nothing about them is worth a look."""
        return self.extraction.times

    def sentence_at(self, place: int) -> int | None:
        """The number of the sentence that a place of the text stands in, or after; none where all come later."""
        number = bisect_right(self._starts, place) - 1
        return number if number >= 0 else None

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def times_by_sentence(self) -> Mapping[int, Sequence[TimeExpression]]:
        """Its time expressions by the number of their sentence."""
        found: dict[int, list[TimeExpression]] = {}
        for time in self.times:
            number = self.sentence_at(time.start)
            if number is not None:
                found.setdefault(number, []).append(time)
        return found

    def between(self, sentence: Sentence, start: int, end: int) -> Sequence[Token]:
        """The tokens of a sentence that stand between two places of the text."""
        first = bisect_left(sentence.tokens, start, key=lambda token: token.start)
        return sentence.tokens[first : bisect_right(sentence.tokens, end, lo=first, key=lambda token: token.end)]

    def words(self, start: int, end: int) -> FindingSpan:
        """Words of the report, as a finding shows them."""
        return FindingSpan(self.document, start, end, self.report.text[start:end])

    def of(self, item: Figure | Dating | Statement) -> FindingSpan:
        """The words of a figure, a dating or a statement."""
        return FindingSpan(self.document, item.start, item.end, item.quote)
