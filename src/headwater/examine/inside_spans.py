"""Rules on the lengths of time that one report gives."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

import regex

from headwater.examine.account import Account
from headwater.examine.days import days
from headwater.examine.registry import Found, rule
from headwater.examine.wording import day_words
from headwater.grammar.dates import TimeExpression
from headwater.grammar.sentences import Sentence
from headwater.language.sequence import until_words
from headwater.model import Anchor, FindingKind, Level

__all__ = ["anniversary", "duration"]

NEAR = 60
"""Code points within which a date stands beside the length of time that leads to it ("33 years since the flood of 4 March 1990")."""

_DAYS = regex.compile(r"P(\d+)D")


@rule(FindingKind.ANNIVERSARY, Level.DOES_NOT_FIT, "inside")
def anniversary(account: Account) -> Iterator[Found]:
    """The years said to have passed since a date are not the years between that date and the report's publication.

    A report may round to the anniversary that is close, before or after it: a difference of one year is no finding where the date
    names no day, or where the anniversary has not come yet.
    """
    published = days(account.report.published)
    for passed, since in _passed_since(account):
        counted, then = days(passed.edtf), days(since.edtf)
        if published is None or counted is None or then is None:
            continue
        told, actual = published[0].year - counted[0].year, published[0].year - then[0].year
        if told not in _allowed(actual, then, published[0]):
            spans = [account.words(passed.start, passed.end), account.words(since.start, since.end)]
            yield Found(
                text=f"The report counts {told} years since “{spans[1].quote}”; to {published[0].year} it is {actual}.",
                arithmetic=f"{published[0].year} − {then[0].year} = {actual}, not {told}",
                spans=spans,
            )


def _passed_since(account: Account) -> Iterator[tuple[TimeExpression, TimeExpression]]:
    """Lengths of time that lead back from publication, each with the calendar date that follows close in its sentence."""
    for found in account.times_by_sentence.values():
        for passed, since in pairwise(found):
            leads_back = passed.rule in ("since", "anniversary") and passed.anchor is Anchor.PUBLISHED
            if leads_back and since.anchor is Anchor.CALENDAR and since.start - passed.end <= NEAR:
                yield passed, since


def _allowed(actual: int, then: tuple[date, date], published: date) -> set[int]:
    to_come = (published.month, published.day) < (then[1].month, then[1].day)
    return {actual, actual - 1} if to_come or then[0] != then[1] else {actual}


@rule(FindingKind.DURATION, Level.DOES_NOT_FIT, "inside")
def duration(account: Account) -> Iterator[Found]:
    """A number of days given beside a first and a last day is not the number of days between them.

    Both ways of counting fit: with the first day and without it.
    """
    for number, found in account.times_by_sentence.items():
        sentence = account.sentences[number]
        for first, last, length in zip(found, found[1:], found[2:], strict=False):
            told = _DAYS.fullmatch(length.value or "")
            if told and _spanned(account, sentence, first, last) and length.start - last.end <= NEAR:
                yield from _compared(account, first, last, length, int(told[1]))


def _spanned(account: Account, sentence: Sentence, first: TimeExpression, last: TimeExpression) -> bool:
    between = [token.lower for token in sentence.tokens if first.end <= token.start and token.end <= last.start]
    return len(between) == 1 and between[0] in until_words(account.language)


def _compared(
    account: Account, first: TimeExpression, last: TimeExpression, length: TimeExpression, told: int
) -> Iterator[Found]:
    start, end = days(first.edtf), days(last.edtf)
    if start is None or end is None or start[0] != start[1] or end[0] != end[1] or end[0] < start[0]:
        return
    actual = (end[0] - start[0]).days
    if told not in (actual, actual + 1):
        yield Found(
            text=f"From {day_words(start)} to {day_words(end)} it is {actual} days, or {actual + 1} with the first; the report says {told}.",
            arithmetic=f"{end[0].isoformat()} − {start[0].isoformat()} = {actual} days",
            spans=[account.words(time.start, time.end) for time in (first, last, length)],
        )
