"""A report read sentence by sentence, with what one sentence tells about the next."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from headwater.extract.aboard import add_aboard
from headwater.extract.ages import is_age
from headwater.extract.backgrounds import mark_backgrounds
from headwater.extract.chunks import Clause
from headwater.extract.frames import read_frames
from headwater.extract.lexicons import Lexicons
from headwater.extract.lists import read_items
from headwater.extract.repeats import find_repeats
from headwater.extract.settling import Settled
from headwater.extract.tolls import named_count
from headwater.extract.wholes import complete_wholes, find_wholes
from headwater.grammar.dates import TimeExpression
from headwater.grammar.numbers import Number, numbers
from headwater.grammar.sentences import Sentence
from headwater.grammar.tokens import Kind
from headwater.language import Language
from headwater.model import BlockKind, Report

__all__ = ["Row", "read_report"]


@dataclass(slots=True)
class Row:
    """A sentence as read: its clause, its settled noun groups and its numbers."""

    sentence: Sentence
    clause: Clause
    settled: dict[int, Settled]
    numbers: list[Number] = field(default_factory=list)
    background: bool = False
    ordinals: frozenset[str] = frozenset()

    @property
    def headline(self) -> bool:
        """Whether the sentence is a title or heading, where articles are left out."""
        return self.sentence.kind in (BlockKind.TITLE, BlockKind.HEADING)


def read_report(
    report: Report,
    sentences: Sequence[Sentence],
    times: Sequence[TimeExpression],
    language: Language,
    lexicons: Lexicons,
) -> list[Row]:
    """The rows of a report, in order."""
    taken = tuple((time.start, time.end) for time in times)
    rows: list[Row] = []
    for sentence in sentences:
        carried = named_count(rows[-1].clause, lexicons) if rows else ""
        rows.append(_row(sentence, language, lexicons, taken, carried))
    read_items(report.text, rows, lexicons)
    find_wholes(rows, lexicons)
    find_repeats(rows, lexicons)
    complete_wholes(rows, lexicons)
    for row in rows:
        add_aboard(row.clause, row.settled, lexicons)
    mark_backgrounds(rows, times, report.published, language)
    return rows


def _row(
    sentence: Sentence, language: Language, lexicons: Lexicons, taken: Sequence[tuple[int, int]], carried: str
) -> Row:
    tokens = tuple(token for token in sentence.tokens if token.kind is not Kind.BREAK)
    low = bisect_left(taken, (sentence.start, 0))
    high = bisect_left(taken, (sentence.end, 0))
    found = [number for number in numbers(tokens, language, taken[low:high]) if not is_age(tokens, number)]
    if not found and not _promises(tokens, lexicons):
        return Row(sentence, Clause(tokens, []), {})
    clause, settled = read_frames(tokens, found, lexicons, carried)
    return Row(sentence, clause, settled, found, ordinals=lexicons.groups.others)


def _promises(tokens: Sequence[object], lexicons: Lexicons) -> bool:
    """Whether a sentence without a number can hold an implied figure, or one of none."""
    outcomes = lexicons.outcomes
    for token in tokens:
        word = token.lower  # type: ignore[attr-defined]
        if (
            word in lexicons.frames.toll_names
            or word in outcomes.forms
            or word in outcomes.countables
            or word in outcomes.state_words
        ):
            return True
    return False
