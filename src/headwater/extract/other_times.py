"""Which figures are told with a time before that of the report's own account, and so belong to another event."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from headwater.extract.account_days import HEADS, LEAD, Account, Told, account_of
from headwater.extract.going_back import going_back
from headwater.grammar.governing import Dated, dated, governing, in_sentence, reaches
from headwater.grammar.sentences import Sentence
from headwater.language import Language
from headwater.language.background import Background, lexicon
from headwater.language.calendar import month_names
from headwater.language.groups import lexicon as groups
from headwater.language.happenings import Happenings
from headwater.language.happenings import lexicon as happenings
from headwater.model import Dating, Figure
from headwater.model.changing import changed

__all__ = ["in_their_times"]

_SHORT = 3
_FRONT = 4
_SCENES = frozenset({"building", "vehicle", "place"})


def in_their_times(
    figures: Sequence[Figure],
    datings: Sequence[Dating],
    text: str,
    sentences: Sequence[Sentence],
    published: str | None,
    language: Language,
    told: Told,
) -> list[Figure]:
    """The figures, `background` set where a time of their clause lies before the account, and unset where their own is of the account.

    The account begins with the earliest of the times in its first sentences that are of the weeks before publication; where none
    is, with the earliest. A time after that is no other event: what a court finds years later is of the event told. Where a sentence
    brings in another happening, a day before the account is enough, and in a report without times any time of its own.
    """
    words, known = lexicon(language), happenings(language)
    times = dated(datings)
    account = account_of(times, text, sentences, published, told, words)
    starts = [sentence.start for sentence in sentences]
    others = {*told.others, *_earlier(times, sentences, account, told)}
    titled = _of_title(figures, sentences)
    placed = _by_dates(titled, datings, times, text, account, _Story(sentences, told, language), language)
    if account is None:
        later = _later(times, sentences)
        others |= {sentences[bisect_right(starts, one.dating.start) - 1].start for one in later}
        placed = _by_years(placed, later, text, known, words)
    return going_back(placed, text, sentences, others, words, known)


def _earlier(
    times: Sequence[Dated], sentences: Sequence[Sentence], account: Account | None, told: Told
) -> Iterator[int]:
    """Where sentences begin that bring in or name a happening of a time before the account, whether they count anyone or not."""
    if account is None or not (told.new or told.old):
        return
    starts = [sentence.start for sentence in sentences]
    for one in times:
        start = starts[bisect_right(starts, one.dating.start) - 1] if starts else 0
        if (start in told.new or start in told.old) and account.precedes(one.period):
            yield start


def _by_dates(
    figures: Sequence[Figure],
    datings: Sequence[Dating],
    told: Sequence[Dated],
    text: str,
    account: Account | None,
    story: _Story,
    language: Language,
) -> list[Figure]:
    words, known, months = lexicon(language), happenings(language), month_names(language)
    new = story.placed.new
    starts = [dating.start for dating in datings]
    found = []
    for figure in figures:
        if figure.background:
            pass
        elif account is not None:
            own = governing(text, figure, told, known)
            if _is_before(figure, own, told, account, text, story, words):
                another = own is None or not account.holds(own.period) or _is_new(figure, own, account, new)
                figure = changed(figure, background=another)
        elif figure.sentence.start in new:
            here = datings[bisect_left(starts, figure.sentence.start) : bisect_left(starts, figure.sentence.end)]
            figure = changed(figure, background=any(_is_absolute(figure, one, months) for one in here))
        found.append(figure)
    return found


def _later(times: Sequence[Dated], sentences: Sequence[Sentence]) -> list[Dated]:
    """The times behind a report's first sentences."""
    body = [sentence for sentence in sentences if sentence.kind not in HEADS]
    return [one for one in times if len(body) > LEAD and one.dating.start >= body[LEAD].start]


def _by_years(
    figures: list[Figure], later: Sequence[Dated], text: str, known: Happenings, words: Background
) -> list[Figure]:
    """The figures of a report whose first sentences cannot be placed in time: those with a later time that can are another event's."""
    if not later:
        return figures
    found = []
    for figure in figures:
        own = None if figure.background else governing(text, figure, later, known)
        before = (one for one in in_sentence(figure, later) if one.dating.end <= figure.start)
        placed = own is not None or (
            not figure.background and any(reaches(text, one, figure, words, known) for one in before)
        )
        found.append(changed(figure, background=True) if placed else figure)
    return found


def _is_before(
    figure: Figure,
    own: Dated | None,
    told: Sequence[Dated],
    account: Account,
    text: str,
    story: _Story,
    words: Background,
) -> bool:
    if _is_new(figure, own, account, story.placed.new):
        return True
    return any(
        account.precedes(one.period)
        and reaches(text, one, figure, words, story.known)
        and not (account.nears(one.period) and story.goes_on(figure.sentence.start))
        for one in in_sentence(figure, told)
    )


def _is_new(figure: Figure, own: Dated | None, account: Account, new: Collection[int]) -> bool:
    """Whether a figure is of a happening that its sentence brings in, of a day before the account."""
    return own is not None and figure.sentence.start in new and account.follows(own.period)


def _is_absolute(figure: Figure, dating: Dating, months: Collection[str]) -> bool:
    """Whether a time names a month or a year, or a day at the head of the sentence: in a report without times "on Tuesday" may be any day of its own."""
    words = dating.quote.lower().replace(".", "").split()
    day = any(word.isdigit() for word in words)
    opens = dating.start - figure.sentence.start <= _FRONT
    return dating.edtf is not None or (any(word in months for word in words) and (opens or not day))


def _of_title(figures: Sequence[Figure], sentences: Sequence[Sentence]) -> list[Figure]:
    """The figures, those of the first sentences that repeat one of the title told as the account's own."""
    if not sentences or not any(one.background for one in figures):
        return list(figures)
    title, lead = sentences[0].end, sentences[min(LEAD, len(sentences) - 1)].end
    told = {(one.best, one.outcome) for one in figures if one.start < title and not one.background}
    return [
        changed(one, background=False)
        if one.background and one.start < lead and (one.best, one.outcome) in told
        else one
        for one in figures
    ]


class _Story:
    """The nouns of a report's first sentences, and which sentences take up two or more of them as known, a scene among them.

    "When the gunmen stormed the embassy on 6 February", in a report on how they left it.
    """

    def __init__(self, sentences: Sequence[Sentence], placed: Told, language: Language) -> None:
        self.placed = placed
        self.known = happenings(language)
        self._sentences = sentences
        self._language = language

    @cached_property
    def _lead(self) -> set[str]:
        """The longer words of the title and the first sentences; few reports have a time before the account that asks for them."""
        body = [sentence for sentence in self._sentences if sentence.kind not in HEADS][:LEAD]
        first = (*self._sentences[:1], *body)
        return {token.lower for one in first for token in one.tokens if len(token.text) > _SHORT}

    def goes_on(self, start: int) -> bool:
        """Whether the sentence that begins at a place goes on about them; none does that brings in a happening or recalls one."""
        if start in self.placed.new or start in self.placed.old:
            return False
        words, known = lexicon(self._language), self.known
        nouns = groups(self._language).nouns
        at = bisect_left(self._sentences, start, key=lambda one: one.start)
        lower = self._sentences[at].lower if at < len(self._sentences) else []
        taken = {word for before, word in pairwise(lower) if before in words.taking_up and word in self._lead}
        scene = any(known.noun(word) or (word in nouns and nouns[word].kind in _SCENES) for word in taken)
        return scene and len(taken) > 1
