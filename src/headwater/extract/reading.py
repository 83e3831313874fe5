"""A report read sentence by sentence, with what one sentence tells about the next."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from headwater.extract.aboard import add_aboard
from headwater.extract.ages import is_age
from headwater.extract.backgrounds import mark_backgrounds
from headwater.extract.changes import sole_count
from headwater.extract.chunks import Clause
from headwater.extract.completing import complete_wholes
from headwater.extract.frames import read_frames
from headwater.extract.lexicons import Lexicons, lexicons
from headwater.extract.lists import read_items
from headwater.extract.parts import name_more
from headwater.extract.repeats import find_repeats
from headwater.extract.reported import find_reported
from headwater.extract.series import read_series
from headwater.extract.settling import Settled
from headwater.extract.sums import add_fates, add_sums, add_to_tolls
from headwater.extract.tolls import Carried, named_count
from headwater.extract.wholes import find_wholes
from headwater.grammar.numbers import Number, numbers
from headwater.grammar.sentences import Sentence
from headwater.grammar.tokens import Token
from headwater.language import Language
from headwater.model import BlockKind, Report, TimeExpression

__all__ = ["Row", "read_report"]


@dataclass(slots=True)
class Row:
    """A sentence as read: its clause, its settled noun groups and its numbers.

    `background` is the token from which it tells of another event, if any; `introduces` says that it brings in a happening,
    `recalls` that it names one by its year.
    """

    sentence: Sentence
    clause: Clause
    settled: dict[int, Settled]
    numbers: list[Number] = field(default_factory=list)
    background: int | None = None
    introduces: bool = False
    recalls: bool = False

    @property
    def headline(self) -> bool:
        """Whether the sentence is a title or heading, where articles are left out."""
        return self.sentence.kind in (BlockKind.TITLE, BlockKind.HEADING)


def read_report(
    report: Report,
    sentences: Sequence[Sentence],
    times: Sequence[TimeExpression],
    language: Language,
    bounds: str = "literal",
) -> list[Row]:
    """The rows of a report, in order; `times` are those of its text, `bounds` is as in the settings."""
    reader = _Reader(language, bounds, tuple((time.start, time.end) for time in times))
    words = reader.lexicons
    rows: list[Row] = []
    for sentence in sentences:
        before = rows[-1] if rows else None
        rows.append(reader.row(sentence, _carried(before, words) if before else Carried()))
    read_items(report.text, rows, words)
    read_series(rows, words)
    add_sums(rows, words)
    find_reported(rows, words)
    find_wholes(rows, words)
    find_repeats(rows, words)
    find_reported(rows, words)
    add_sums(rows, words)
    add_fates(rows, words)
    add_to_tolls(rows, words)
    complete_wholes(rows, words)
    for before, row in pairwise(rows):
        if before.settled and row.settled:
            name_more(row.clause, row.settled, before.settled, words)
    for row in rows:
        if row.settled:
            add_aboard(row.clause, row.settled, words)
    mark_backgrounds(rows, times, report.published, language)
    return rows


def _carried(before: Row, words: Lexicons) -> Carried:
    """What a sentence leaves to the next to count: what it names the count of, else what its own figures tell."""
    sole = sole_count(before.settled)
    named = named_count(before.clause, words)
    return Carried(named, sole.group if named == sole.outcome else "") if named else sole


class _Reader:
    """Reads one sentence after another of a report; `taken` are the spans of its dates."""

    def __init__(self, language: Language, bounds: str, taken: Sequence[tuple[int, int]]) -> None:
        self.language = language
        self.bounds = bounds
        self.taken = taken
        self.lexicons = lexicons(language)

    def row(self, sentence: Sentence, carried: Carried) -> Row:
        """The sentence as read; one that can hold no figure is left in one piece."""
        tokens = sentence.tokens
        found = self._numbers(sentence, tokens)
        if not found and not self.lexicons.telling.may_tell(sentence.words):
            return Row(sentence, Clause(tokens, []), {})
        clause, settled = read_frames(tokens, found, self.lexicons, carried)
        return Row(sentence, clause, settled, found)

    def _numbers(self, sentence: Sentence, tokens: Sequence[Token]) -> list[Number]:
        low = bisect_left(self.taken, (sentence.start, 0))
        high = bisect_left(self.taken, (sentence.end, 0))
        found = numbers(tokens, self.language, self.taken[low:high], self.bounds)
        return [number for number in found if not is_age(tokens, number, self.lexicons)]
