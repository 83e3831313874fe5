"""Rules on the dates of one report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from headwater.examine.account import Account
from headwater.examine.days import days
from headwater.examine.registry import Found, rule
from headwater.examine.wording import weekday_words
from headwater.grammar.sentences import Sentence
from headwater.grammar.tokens import Kind
from headwater.language.sequence import later_phrases
from headwater.model import Anchor, Dating, FindingKind, Level

__all__ = ["date_order", "impossible_date", "weekday"]

MONTH = 31
"""Days in the longest span that is compared."""

DAY = len("2019-03-05")

REACH = 4
"""Tokens that may stand between the words of sequence and the date that they govern ("Soon after, on January 2")."""


@rule(FindingKind.DATE_ORDER, Level.DOES_NOT_FIT, "inside")
def date_order(account: Account) -> Iterator[Found]:
    """Something told as later is dated earlier.

    Words such as "soon after" or "then" at the head of a sentence or clause put what follows after what was told before. Where the
    date that follows them is wholly before the date last told in the same or the previous sentence, the two do not fit.
    The report may have slipped in either date: the text does not say which.
    """
    for earlier, later in _told_in_order(account):
        first, second = days(earlier.edtf), days(_in_year_of(earlier, later).edtf)
        if first and second and second[1] < first[0]:
            yield _out_of_order(account, earlier, later, first[0], second[1])


def _out_of_order(account: Account, earlier: Dating, later: Dating, first: date, second: date) -> Found:
    gap = (first - second).days
    return Found(
        text=f"“{later.quote}” is told as later than “{earlier.quote}”, but is {gap} {'day' if gap == 1 else 'days'} before it.",
        arithmetic=f"{first.isoformat()} − {second.isoformat()} = {gap} days",
        spans=[account.of(earlier), account.of(later)],
        datings=[earlier, later],
    )


def _told_in_order(account: Account) -> Iterator[tuple[Dating, Dating]]:
    """Pairs of dates close to each other of which words of sequence put the second after the first."""
    last: tuple[int, Dating] | None = None
    for dating in account.datings:
        number = account.sentence_at(dating.start)
        if number is None or not _is_precise(dating):
            continue
        if last and number - last[0] <= 1 and _governed(account, account.sentences[number], last[1], dating):
            yield last[1], dating
        last = number, dating


def _is_precise(dating: Dating) -> bool:
    """Whether a dating names a month or less: seasons and years are too wide to be out of order."""
    span = days(dating.edtf)
    return span is not None and (span[1] - span[0]).days <= MONTH


def _governed(account: Account, sentence: Sentence, earlier: Dating, later: Dating) -> bool:
    """Whether words of sequence stand close before the later date, with no other date between."""
    before = [token for token in sentence.tokens if earlier.end <= token.start and token.end <= later.start]
    words = [token.lower for token in before]
    for phrase in later_phrases(account.language):
        for at in range(len(words) - len(phrase) + 1):
            gap = before[at + len(phrase) :]
            close = len(gap) <= REACH and all(token.kind is Kind.SIGN or len(token.text) <= 3 for token in gap)
            if tuple(words[at : at + len(phrase)]) == phrase and close and _heads(before, at):
                return True
    return False


def _heads(before: Sequence[object], at: int) -> bool:
    # "Soon after" heads its clause where nothing or only a sign stands before it; "two days later" has its number before it.
    return at == 0 or getattr(before[at - 1], "kind", None) is Kind.SIGN


def _in_year_of(earlier: Dating, later: Dating) -> Dating:
    """The later dating in the year of the earlier, where its own words name no year: "on January 2" after "January 28, 1992"."""
    if later.anchor is Anchor.CALENDAR or not earlier.edtf or not later.edtf or len(later.edtf) < DAY:
        return later
    return replace(later, edtf=earlier.edtf[:4] + later.edtf[4:10])


@rule(FindingKind.IMPOSSIBLE_DATE, Level.DOES_NOT_FIT, "inside")
def impossible_date(account: Account) -> Iterator[Found]:
    """The report names a day that no calendar has, such as a thirtieth of February."""
    for expression in account.times:
        if not expression.possible:
            words = account.words(expression.start, expression.end)
            yield Found(text=f"“{words.quote}” is a day that no calendar has.", spans=[words])


@rule(FindingKind.WEEKDAY, Level.DOES_NOT_FIT, "inside")
def weekday(account: Account) -> Iterator[Found]:
    """The weekday named with a full date is not the weekday of that date.

    Checked in the Gregorian calendar for dates that name day, month and year themselves.
    """
    for expression in account.times:
        span = days(expression.edtf)
        if expression.weekday is None or expression.anchor is not Anchor.CALENDAR or span is None or span[0] != span[1]:
            continue
        if span[0].weekday() != expression.weekday:
            words = account.words(expression.start, expression.end)
            told = span[0] + timedelta(days=expression.weekday - span[0].weekday())
            yield Found(
                text=f"“{words.quote}”: that day was a {weekday_words(span[0])}.",
                spans=[words],
                arithmetic=f"{span[0].isoformat()}: {weekday_words(span[0])}, not {weekday_words(told)}",
            )
