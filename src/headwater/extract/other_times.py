"""Which figures are told with a time before that of the report's own account, and so belong to another event."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from headwater.grammar.dates_period import Period
from headwater.grammar.edtf import of_edtf
from headwater.grammar.governing import Dated, dated, governing, in_sentence, reaches, since
from headwater.grammar.sentences import Sentence
from headwater.language import Language
from headwater.language.background import Background, lexicon
from headwater.language.happenings import Happenings
from headwater.language.happenings import lexicon as happenings
from headwater.model import BlockKind, Dating, Figure

__all__ = ["in_their_times"]

#: Sentences that tell what the report is about, headings left out.
LEAD = 4
#: Days by which a time must lie before the account's for it to be another's.
NEAR = 16
#: Days before publication within which a report tells of something new.
NEW = 60
_HEADS = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.DATELINE, BlockKind.BYLINE, BlockKind.CREDIT})


def in_their_times(
    figures: Sequence[Figure],
    datings: Sequence[Dating],
    text: str,
    sentences: Sequence[Sentence],
    published: str | None,
    language: Language,
    others: Collection[int] = (),
) -> list[Figure]:
    """The figures, `background` set where a time of their clause lies before the account, and unset where their own is of the account.

    The account begins with the earliest of the times in its first sentences that are of the weeks before publication; where none
    is, with the earliest. `others` are where sentences begin that tell of another event by their words. A time after that is no other event: what a court finds years later is of the event told.
    """
    words, known = lexicon(language), happenings(language)
    placed = _by_dates(_of_title(figures, sentences), datings, text, sentences, published, words, known)
    return _going_back(placed, sentences, {*others}, words, known)


def _by_dates(
    figures: Sequence[Figure],
    datings: Sequence[Dating],
    text: str,
    sentences: Sequence[Sentence],
    published: str | None,
    words: Background,
    known: Happenings,
) -> list[Figure]:
    told = dated(datings)
    account = _account(told, text, sentences, published, words)
    if account is None:
        return list(figures)
    found = []
    for figure in figures:
        own = governing(text, figure, told, known.relative)
        if not figure.background and any(
            account.precedes(one.period) and reaches(text, one, figure, words) for one in in_sentence(figure, told)
        ):
            figure = replace(figure, background=own is None or not account.holds(own.period))
        found.append(figure)
    return found


def _going_back(
    figures: Sequence[Figure], sentences: Sequence[Sentence], others: set[int], words: Background, known: Happenings
) -> list[Figure]:
    """The figures, those told as background too whose sentence goes on about that of the one before: "nobody died in that siege"."""
    following = {one.start: (before.start, one) for before, one in pairwise(sentences)}
    others |= {figure.sentence.start for figure in figures if figure.background}
    found = []
    for figure in figures:
        before, sentence = following.get(figure.sentence.start, (-1, None))
        if sentence is not None and not figure.background and before in others:
            pairs = pairwise([token.lower for token in sentence.tokens])
            if any(first in words.back and known.noun(word) is not None for first, word in pairs):
                figure = replace(figure, background=True)
        found.append(figure)
    return found


def _of_title(figures: Sequence[Figure], sentences: Sequence[Sentence]) -> list[Figure]:
    """The figures, those of the first sentences that repeat one of the title told as the account's own."""
    if not sentences:
        return list(figures)
    title, lead = sentences[0].end, sentences[min(LEAD, len(sentences) - 1)].end
    told = {(one.best, one.outcome) for one in figures if one.start < title and not one.background}
    return [
        replace(one, background=False) if one.start < lead and (one.best, one.outcome) in told else one
        for one in figures
    ]


@dataclass(frozen=True, slots=True)
class _Account:
    """The days that the first sentences tell of, and the first of those that the report is on."""

    told: tuple[tuple[int, int], ...]
    begins: int

    def holds(self, period: Period) -> bool:
        """Whether a time is near one of those days."""
        first, last = period.first.toordinal() - NEAR, period.last.toordinal() + NEAR
        return any(first <= day[1] and day[0] <= last for day in self.told)

    def precedes(self, period: Period) -> bool:
        """Whether a time lies before the account, and is none that it begins with."""
        return period.last.toordinal() < self.begins - NEAR and not self.holds(period)


def _account(
    told: Sequence[Dated], text: str, sentences: Sequence[Sentence], published: str | None, words: Background
) -> _Account | None:
    body = [sentence for sentence in sentences if sentence.kind not in _HEADS][:LEAD]
    lead = [one for one in told if any(sentence.start <= one.dating.start < sentence.end for sentence in body)]
    lead = [one for one in lead if not since(text, one, words.since) or not _compares(text, one, words)]
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
    return _Account(days, min([first for first, _ in days] if only else [*recent, *ongoing]))


def _compares(text: str, one: Dated, words: Background) -> bool:
    """Whether "since" closes a comparison: "the worst since 1998"."""
    before = text[max(0, one.dating.start - 60) : one.dating.start].lower().replace(",", " ").split()[-8:]
    return any(word in words.superlatives for word in before)
