"""Rules on the lengths of time that one report gives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import regex

from headwater.examine.account import Account
from headwater.examine.registry import Found, rule
from headwater.examine.wording import day_words, quoted
from headwater.grammar.edtf import Days, day, days
from headwater.grammar.sentences import Sentence
from headwater.language.sequence import during_words, until_words
from headwater.messages import say
from headwater.model import Anchor, FindingKind, Level, TimeExpression

__all__ = ["anniversary", "duration"]

NEAR = 60
"""Code points within which a date stands beside the length of time that leads to it ("33 years since the flood of 4 March 1990")."""

YEAR = 365.25
"""Days of a year."""

BETWEEN = frozenset({"", ",", "(", "–", "—"})
"""What may stand between a day and how long ago it was."""

_DAYS = regex.compile(r"P(\d+)D")


@rule(FindingKind.ANNIVERSARY, Level.DOES_NOT_FIT, "inside", version=2)
def anniversary(account: Account) -> Iterator[Found]:
    """The years said to have passed since a date are not the years between that date and the report's publication.

    A report may round to the anniversary that is close, before or after it: a difference of one year is no finding where the date
    names no day, or where the anniversary has not come yet. "Four years ago" beside a day is held to be wrong from a whole year on.
    """
    published = day(account.report.published)
    if published is None:
        return
    for passed, since in _passed_since(account):
        counted, then = days(passed.edtf), days(since.edtf)
        if counted is not None and then is not None:
            yield from _not_so_long(account, published, (passed, since), counted, then)
    for passed, since in _dated_ago(account):
        counted, then = days(passed.edtf), days(since.edtf)
        if counted is not None and then is not None and _a_year_off(published, counted, then):
            yield from _not_so_long(account, published, (passed, since), counted, then)


def _not_so_long(
    account: Account, published: date, told: tuple[TimeExpression, TimeExpression], counted: Days, then: Days
) -> Iterator[Found]:
    (begun, _), (first, last) = counted, then
    years, actual = published.year - begun.year, published.year - first.year
    to_come = (published.month, published.day) < (last.month, last.day)
    if years != actual and not (years == actual - 1 and (to_come or first != last)):
        passed, since = (account.words(time.start, time.end) for time in told)
        yield Found(
            text=say("finding.anniversary", years=years, since=quoted(since.quote), year=published.year, actual=actual),
            arithmetic=say("sum.not", sum=f"{published.year} − {first.year} = {actual}", told=years),
            spans=[passed, since],
        )


def _passed_since(account: Account) -> Iterator[tuple[TimeExpression, TimeExpression]]:
    """Lengths of time that lead back from publication, each with the calendar date that follows close in its sentence."""
    for found in account.times_by_sentence.values():
        for passed, since in pairwise(found):
            leads_back = passed.rule in ("since", "anniversary") and passed.anchor is Anchor.PUBLISHED
            if leads_back and since.anchor is Anchor.CALENDAR and since.start - passed.end <= NEAR:
                yield passed, since


def _dated_ago(account: Account) -> Iterator[tuple[TimeExpression, TimeExpression]]:
    """Calendar days with how many years ago they were right behind them: "on 8 September 1996, four years ago"."""
    for found in account.times_by_sentence.values():
        for since, passed in pairwise(found):
            ago = passed.rule == "ago" and passed.anchor is Anchor.PUBLISHED and passed.granularity == "year"
            beside = account.report.text[since.end : passed.start].strip() in BETWEEN
            if ago and beside and since.anchor is Anchor.CALENDAR and day(since.edtf):
                yield passed, since


def _a_year_off(published: date, counted: Days, then: Days) -> bool:
    """Whether years said to have passed are a year or more away from those between two days, reckoned to the day."""
    told, passed = published.year - counted[0].year, (published - then[0]).days / YEAR
    return abs(passed - told) >= 1


@rule(FindingKind.DURATION, Level.DOES_NOT_FIT, "inside", version=2)
def duration(account: Account) -> Iterator[Found]:
    """A number of days given beside a first and a last day is not the number of days between them.

    The number stands behind the two days, or before them behind a word such as "for". Both ways of counting fit: with the first day
    and without it.
    """
    for number, found in account.times_by_sentence.items():
        sentence = account.sentences[number]
        spans = list(_spans(account, sentence, found))
        for length in found:
            told = _DAYS.fullmatch(length.value or "")
            for span in spans if told else ():
                if told and _belongs(account, sentence, length, span):
                    yield from _compared(account, span, length, int(told[1]))


@dataclass(frozen=True, slots=True)
class Span:
    """A run of days with its words: a first and a last day, or both as one expression ("14 to 16 August")."""

    first: date
    last: date
    times: tuple[TimeExpression, ...]


def _spans(account: Account, sentence: Sentence, found: Sequence[TimeExpression]) -> Iterator[Span]:
    for one in found:
        run = days(one.edtf) if "/" in f"{one.edtf}" and one.granularity == "day" and one.kind == "date" else None
        if run is not None:
            yield Span(*run, (one,))
    for first, last in pairwise(found):
        start, end = day(first.edtf), day(last.edtf)
        if start and end and start <= end and _spanned(account, sentence, first, last):
            yield Span(start, end, (first, last))


def _belongs(account: Account, sentence: Sentence, length: TimeExpression, span: Span) -> bool:
    """Whether a length of time is that of a run of days: right behind it, or before it as how long something went on."""
    start, end = span.times[0].start, span.times[-1].end
    if end <= length.start:
        return length.start - end <= NEAR
    before = account.between(sentence, sentence.start, length.start)[-1:]
    leads = any(token.lower in during_words(account.language) for token in before)
    return leads and 0 <= start - length.end <= NEAR


def _spanned(account: Account, sentence: Sentence, first: TimeExpression, last: TimeExpression) -> bool:
    between = tuple(token.lower for token in account.between(sentence, first.end, last.start))
    return between in {(word,) for word in until_words(account.language)}


def _compared(account: Account, span: Span, length: TimeExpression, told: int) -> Iterator[Found]:
    actual = (span.last - span.first).days
    if told not in (actual, actual + 1):
        days_told = day_words((span.first, span.last))
        yield Found(
            text=say("finding.duration", days=days_told, n=actual, with_first=actual + 1, told=told),
            arithmetic=say("sum.days", sum=f"{span.last.isoformat()} − {span.first.isoformat()}", n=actual),
            spans=[account.words(time.start, time.end) for time in (*span.times, length)],
        )
