"""The days of a report's own account: those that its first sentences tell of."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import msgspec

from headwater.grammar.dates_period import Period
from headwater.grammar.edtf import of_edtf
from headwater.grammar.governing import Dated, since
from headwater.grammar.sentences import Sentence
from headwater.language.background import Background
from headwater.model import BlockKind

__all__ = ["HEADS", "LEAD", "Account", "Told", "account_of"]

#: Sentences that tell what the report is about, headings left out.
LEAD = 4

#: Days by which a time must lie before the account's for it to be another's.
NEAR = 16

#: Days before the account by which something new must lie to be another event.
NEW_NEAR = 3

#: Days before publication within which a report tells of something new.
NEW = 60

#: Days before the account within which a long story that ends in it may have begun: a siege, a captivity.
STORY = 400

#: Blocks that tell nothing of what the report is about.
HEADS = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.DATELINE, BlockKind.BYLINE, BlockKind.CREDIT})


class Told(msgspec.Struct, frozen=True):
    """Where the sentences begin that tell of another event by their words (`others`), that bring in a happening (`new`), and that name one by its year (`old`)."""

    others: Collection[int] = ()
    new: Collection[int] = ()
    old: Collection[int] = ()


class Account(msgspec.Struct, frozen=True):
    """The days that the first sentences tell of, the first of those that the report is on, and whether a sentence names that day."""

    told: tuple[tuple[int, int], ...]
    begins: int
    named: bool

    def holds(self, period: Period) -> bool:
        """Whether a time is near one of those days."""
        margin = _margin(period)
        first, last = period.first.toordinal() - margin, period.last.toordinal() + margin
        return any(first <= day[1] and day[0] <= last for day in self.told)

    def precedes(self, period: Period) -> bool:
        """Whether a time lies before the account, and is none that it begins with."""
        return period.last.toordinal() < self.begins - _margin(period) and not self.holds(period)

    def nears(self, period: Period) -> bool:
        """Whether a time before the account is no more than some months away, so that a long story may have begun then."""
        return period.first.toordinal() > self.begins - STORY

    def follows(self, period: Period) -> bool:
        """Whether a time lies before the account at all."""
        return self.named and period.last.toordinal() < self.begins - NEW_NEAR


def _margin(period: Period) -> int:
    """Days by which a time must lie apart: a year that is over is another, however near its end."""
    return 0 if period.unit == "Y" else NEAR


def account_of(
    told: Sequence[Dated],
    text: str,
    sentences: Sequence[Sentence],
    published: str | None,
    placed: Told,
    words: Background,
) -> Account | None:
    """The days that a report's first sentences tell of, publication among them; `None` where none can be placed.

    `told` are the text's times in order. The account begins with the earliest of those within weeks of publication.
    """
    body = [sentence for sentence in sentences if sentence.kind not in HEADS][:LEAD]
    body = [sentence for sentence in body if sentence.start not in placed.new]
    lead = [one for one in told if any(sentence.start <= one.dating.start < sentence.end for sentence in body)]
    lead = [one for one in lead if not since(text, one, words.since) or not _compares(text, one, words)]
    lead = _without_old(lead, body, placed) or lead
    periods = [one.period for one in lead]
    issued = of_edtf(published)
    if issued is not None:
        periods.append(issued)
    if not periods:
        return None
    days = tuple((period.first.toordinal(), period.last.toordinal()) for period in periods)
    recent = [first for first, last in days if issued is None or first >= issued.first.toordinal() - NEW]
    ongoing = [one.period.first.toordinal() for one in lead if since(text, one, words.since) and one.period.unit != "Y"]
    only = issued is not None and len(recent) == 1 < len(
        days
    )  # but the day of publication, the event lies further back
    begins = min([first for first, _ in days] if only else [*recent, *ongoing])
    return Account(days, begins, any(one.period.first.toordinal() == begins for one in lead))


def _without_old(lead: Sequence[Dated], body: Sequence[Sentence], placed: Told) -> list[Dated]:
    """The times of the first sentences but for those of happenings named by their year; none where there are no others."""
    kept = [sentence for sentence in body if sentence.start not in placed.old]
    return [one for one in lead if any(sentence.start <= one.dating.start < sentence.end for sentence in kept)]


def _compares(text: str, one: Dated, words: Background) -> bool:
    """Whether "since" closes a comparison: "the worst since 1998"."""
    before = text[max(0, one.dating.start - 60) : one.dating.start].lower().replace(",", " ").split()[-8:]
    return any(word in words.superlatives for word in before)
