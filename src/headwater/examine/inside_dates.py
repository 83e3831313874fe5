"""Rules on the dates of one report."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from headwater.examine.account import Account
from headwater.examine.registry import Found, rule
from headwater.examine.wording import quoted
from headwater.grammar.edtf import day, days
from headwater.grammar.sentences import Sentence
from headwater.grammar.tokens import Kind
from headwater.language.sequence import later_phrases
from headwater.messages import say
from headwater.messages import weekday as weekday_words
from headwater.model import Anchor, Dating, FindingKind, Level

__all__ = ["date_order", "impossible_date", "weekday"]

MONTH = 31
"""Days in the longest span that is compared."""

SMALL = 3
"""Letters of the words that may stand between the words of sequence and the date that they govern ("Soon after, on 2 January")."""

CLAUSES = 3
"""The most clauses before a date whose heads are looked at."""

YEAR = len("2019")
NEVER = (date.min, date.max)


@rule(FindingKind.DATE_ORDER, Level.DOES_NOT_FIT, "inside", version=2)
def date_order(account: Account) -> Iterator[Found]:
    """Something told as later is dated earlier.

    Words such as "soon after" or "then" at the head of a sentence or clause put what follows after what was told before. Where the
    date that follows them is wholly before the date last told in the same or the previous sentence, the two do not fit.
    The report may have slipped in either date: the text does not say which.
    """
    precise = [dating for dating in account.datings if _is_precise(dating)]
    counted = [
        (a, c) for a, b, c in zip(precise, precise[1:], precise[2:], strict=False) if _counts_on(account, a, b, c)
    ]
    for earlier, later in (*pairwise(precise), *counted):
        (first, _), (_, second) = days(earlier.edtf) or NEVER, days(_in_year_of(earlier, later)) or NEVER
        if second < first and ((earlier, later) in counted or _told_in_order(account, earlier, later)):
            yield _out_of_order(account, earlier, later, first, second)


def _counts_on(account: Account, earlier: Dating, counted: Dating, later: Dating) -> bool:
    """Whether words between two dates count on from the first and name the second: "on 25 June. Three days later, on 22 June"."""
    (first, _), (then, _) = days(earlier.edtf) or NEVER, days(counted.edtf) or NEVER
    between = account.report.text[counted.end : later.start].replace(",", " ").split()
    before, here = account.sentence_at(earlier.start), account.sentence_at(later.start)
    near = before is not None and here is not None and here - before <= 1
    return counted.anchor is Anchor.EVENT and first < then and near and all(len(word) <= SMALL for word in between)


def _out_of_order(account: Account, earlier: Dating, later: Dating, first: date, second: date) -> Found:
    gap = (first - second).days
    return Found(
        text=say("finding.date_order", later=quoted(later.quote), earlier=quoted(earlier.quote), n=gap),
        arithmetic=say("sum.days", sum=f"{first.isoformat()} − {second.isoformat()}", n=gap),
        spans=[account.of(earlier), account.of(later)],
        datings=[earlier, later],
    )


def _told_in_order(account: Account, earlier: Dating, later: Dating) -> bool:
    """Whether two dates stand in one sentence or in two that follow each other, and words of sequence put the second after the first."""
    before, here = account.sentence_at(earlier.start), account.sentence_at(later.start)
    if before is None or here is None or here - before > 1:
        return False
    return _governed(account, account.sentences[here], earlier, later)


def _is_precise(dating: Dating) -> bool:
    """Whether a dating names a month or less: seasons and years are too wide to be out of order."""
    first, last = days(dating.edtf) or NEVER
    return (last - first).days <= MONTH


def _governed(account: Account, sentence: Sentence, earlier: Dating, later: Dating) -> bool:
    """Whether words of sequence head the last words before the later date, with only small words between ("Soon after, on …")."""
    before = account.between(sentence, earlier.end, later.start)
    heads = [0, *(at for at, token in enumerate(before, start=1) if token.kind == Kind.SIGN)]
    clauses = [tuple(token.lower for token in before[at:]) for at in heads[-CLAUSES:]]
    return any(_leads(clause, phrase) for clause in clauses for phrase in later_phrases(account.language))


def _leads(clause: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    rest = clause[len(phrase) :]
    return clause[: len(phrase)] == phrase and all(len(word) <= SMALL for word in rest)


def _in_year_of(earlier: Dating, later: Dating) -> str | None:
    """The later day in the year of the earlier, where its own words name no year: "on January 2" after "January 28, 1992"."""
    if later.anchor is Anchor.CALENDAR or day(later.edtf) is None:
        return later.edtf
    return f"{earlier.edtf}"[:YEAR] + f"{later.edtf}"[YEAR:]


@rule(FindingKind.IMPOSSIBLE_DATE, Level.DOES_NOT_FIT, "inside")
def impossible_date(account: Account) -> Iterator[Found]:
    """The report names a day that no calendar has, such as a thirtieth of February."""
    for expression in account.times:
        if not expression.possible:
            words = account.words(expression.start, expression.end)
            yield Found(text=say("finding.impossible_date", date=quoted(words.quote)), spans=[words])


@rule(FindingKind.WEEKDAY, Level.DOES_NOT_FIT, "inside")
def weekday(account: Account) -> Iterator[Found]:
    """The weekday named with a full date is not the weekday of that date.

    Checked in the Gregorian calendar for dates that name day, month and year themselves.
    """
    for expression in account.times:
        dated = day(expression.edtf)
        if expression.weekday is None or expression.anchor is not Anchor.CALENDAR or dated is None:
            continue
        if dated.weekday() != expression.weekday:
            words = account.words(expression.start, expression.end)
            told = dated + timedelta(days=expression.weekday - dated.weekday())
            yield Found(
                text=say("finding.weekday", date=quoted(words.quote), weekday=weekday_words(dated)),
                spans=[words],
                arithmetic=say("sum.not", sum=f"{dated.isoformat()}: {weekday_words(dated)}", told=weekday_words(told)),
            )
