"""A report read sentence by sentence, with what one sentence tells about the next."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from headwater.extract.aboard import add_aboard
from headwater.extract.accounted import share_accounts
from headwater.extract.added import find_added
from headwater.extract.after_some import find_after_some
from headwater.extract.ages import is_age
from headwater.extract.all_but import find_left
from headwater.extract.amending import amend
from headwater.extract.anew import add_to_tolls
from headwater.extract.backgrounds import mark_backgrounds
from headwater.extract.bracket_shares import place_brackets
from headwater.extract.buried import find_buried
from headwater.extract.by_kind import share_by_kind
from headwater.extract.cases import find_cases
from headwater.extract.changes import sole_count
from headwater.extract.chunking import chunk
from headwater.extract.chunks import Clause, Holds
from headwater.extract.columns import add_columns
from headwater.extract.completing import complete_wholes
from headwater.extract.counted_groups import name_more, name_things
from headwater.extract.counted_in import count_in
from headwater.extract.countings import counting
from headwater.extract.fates import add_fates
from headwater.extract.frames import read_frames
from headwater.extract.fronted import place_fronted
from headwater.extract.holding import find_captives
from headwater.extract.left_out import find_left_out
from headwater.extract.lexicons import Lexicons, lexicons
from headwater.extract.lists import read_items
from headwater.extract.minors import add_minors
from headwater.extract.reckoned import find_reckoned
from headwater.extract.repeats import find_repeats
from headwater.extract.reported import find_reported
from headwater.extract.series import read_series
from headwater.extract.settling import Settled
from headwater.extract.some_told import find_some
from headwater.extract.sums import add_sums
from headwater.extract.tables import read_tables
from headwater.extract.toll_names import named_count
from headwater.extract.tolls import Carried
from headwater.extract.unnumbered import may_count
from headwater.extract.wholes import find_wholes
from headwater.extract.with_others import find_with_others
from headwater.grammar.numbers import Number, may_hold, numbers
from headwater.grammar.sentences import Sentence
from headwater.grammar.tokens import Token
from headwater.language import Language
from headwater.model import BlockKind, Report, TimeExpression

__all__ = ["Row", "read_report"]


_HEADINGS = (BlockKind.TITLE, BlockKind.HEADING)


class Row(msgspec.Struct, eq=False):
    """A sentence as read: its numbers, its settled noun groups keyed by their first token, and its clause.

    `background` is the token from which it tells of another event, if any, `resumes` the one at which it comes back to its own; `introduces` says that it brings in a happening,
    `recalls` that it names one by its year. `counts`: a noun group of it gives a number or denies one, or is settled. A sentence that
    cannot count anyone is `passed`: it is cut into chunks only when its clause is asked for. One that is `silent`, with neither a number nor a
    word for what befell anyone, has no chunks.
    """

    sentence: Sentence
    lexicons: Lexicons
    numbers: Sequence[Number] = ()
    settled: dict[int, Settled] = msgspec.field(default_factory=dict)
    chunked: Clause | None = None
    counts: bool = False
    passed: bool = False
    silent: bool = False
    background: int | None = None
    resumes: int | None = None
    introduces: bool = False
    recalls: bool = False

    def tells_other(self, at: int) -> bool:
        """Whether a token stands where the sentence tells of another event."""
        return self.background is not None and self.background <= at and (self.resumes is None or at < self.resumes)

    @property
    def headline(self) -> bool:
        """Whether the sentence is a title or heading, where articles are left out."""
        return self.sentence.kind in _HEADINGS

    @property
    def clause(self) -> Clause:
        """The sentence in chunks, without any where it is silent."""
        if self.chunked is None:
            self.chunked = (
                Clause(self.sentence.tokens, []) if self.silent else chunk(self.sentence, self.numbers, self.lexicons)
            )
        return self.chunked

    @property
    def may_tell(self) -> bool:
        """Whether the sentence can be one that `tells`."""
        return bool(self.settled or self.numbers or self.passed)

    @property
    def tells(self) -> bool:
        """Whether the sentence has a number, or says of anyone what befell them, counted or not."""
        return bool(self.settled or self.numbers or (self.passed and read_frames(self.sentence, (), self.lexicons)[1]))


def read_report(
    report: Report,
    sentences: Sequence[Sentence],
    times: Sequence[TimeExpression],
    language: Language,
    bounds: str = "literal",
) -> list[Row]:
    """The rows of a report, in order; `times` are those of its text, `bounds` is as in the settings."""
    reader = _Reader(report.text, language, bounds, tuple((time.start, time.end) for time in times))
    words = reader.lexicons
    rows: list[Row] = []
    for sentence in sentences:
        rows.append(reader.row(sentence, rows[-1] if rows else None))
    counted = [row for row in rows if row.counts]
    find_left_out(rows, words)
    find_captives(rows, words)
    find_cases(rows, words)
    read_items(report.text, rows, words)
    read_series(rows, words)
    counts = counting(rows, words)
    add_sums(rows, counts, words)
    find_reported(rows, words)
    find_wholes(rows, words)
    find_repeats(counted, words)
    find_reported(rows, words)
    add_sums(rows, counts, words)
    find_after_some(counted, words)
    share_by_kind(counted, words)
    share_accounts(counted, words)
    add_fates(rows, counts, words)
    find_some(rows, words)
    find_buried(counted, words)
    find_left(counted, words)
    find_with_others(counted, words)
    count_in(counted, words)
    add_to_tolls(counted, words)
    find_reckoned(counted, words)
    find_added(rows, words)
    place_fronted(rows, words)
    complete_wholes(counted, words)
    amend(counted, words)
    add_columns(counted)
    for before, row in pairwise(rows):
        if before.settled and row.settled:
            name_more(row.clause, row.settled, before.settled, words)
        if before.counts and row.settled:
            name_things(row.clause, row.settled, before.clause, words)
    for row in counted:
        if row.settled:
            add_aboard(row.clause, row.settled, words)
            add_minors(row.clause, row.settled, words)
            place_brackets(row.clause, row.settled)
    if any(row.sentence.kind is BlockKind.TABLE for row in rows):
        read_tables(rows, words, language, times)
    _set(rows, words)
    mark_backgrounds(rows, times, report.published, language)
    return rows


def _set(rows: Sequence[Row], words: Lexicons) -> None:
    """Give groups the names that they go by in a report of its kind: the officers of one with police in it are police."""
    settled = [row for row in rows if row.settled]
    for setting in words.groups.settings:
        held = [
            one
            for row in settled
            if setting.never.isdisjoint(row.sentence.words)
            for one in row.settled.values()
            if one.group == setting.group
        ]
        if held and any(not setting.words.isdisjoint(row.sentence.words) for row in rows):
            for one in held:
                one.group = setting.name


def _carried(before: Row | None, sentence: Sentence, words: Lexicons) -> Carried:
    """What a sentence leaves to the next to count: what it names the count of, else what its own figures tell."""
    if before is None or words.frames.toll_names.isdisjoint(sentence.words):
        return Carried()
    sole = sole_count(before.settled)
    named = "" if words.naming.isdisjoint(before.sentence.words) else named_count(before.clause, words)
    return Carried(named, sole.group if named == sole.outcome else "") if named else sole


class _Reader:
    """Reads one sentence after another of a report; `taken` are the spans of its dates, `starts` where these begin."""

    def __init__(self, text: str, language: Language, bounds: str, taken: Sequence[tuple[int, int]]) -> None:
        self.text = text
        self.language = language
        self.bounds = bounds
        self.taken = taken
        self.starts = [start for start, _ in taken]
        self.lexicons = lexicons(language)

    def row(self, sentence: Sentence, before: Row | None) -> Row:
        """The sentence as read, behind the one before it."""
        tokens, words = sentence.tokens, self.lexicons
        found = self._numbers(sentence, tokens) if may_hold(self.text, sentence, self.language) else []
        row = Row(sentence, words, found)
        if not found:
            row.silent = not words.telling.may_tell(sentence)
            row.passed = not (row.silent or row.headline or may_count(sentence, words))
            if row.silent or row.passed:
                return row
        row.chunked, row.settled = read_frames(sentence, found, words, _carried(before, sentence, words))
        row.counts = bool(row.settled or row.chunked.holds & Holds.COUNT)
        return row

    def _numbers(self, sentence: Sentence, tokens: Sequence[Token]) -> list[Number]:
        low = bisect_left(self.starts, sentence.start)
        high = bisect_left(self.starts, sentence.end, low)
        found = numbers(tokens, self.language, self.taken[low:high], self.bounds, sentence.lower)
        return [number for number in found if not is_age(tokens, number, self.lexicons)]
