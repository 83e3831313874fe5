"""The dates that a page gives for itself: lines such as "Published: 3 March 2019" or "26 February 2025 09:12"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache

import msgspec
import regex
from msgspec.structs import replace

from headwater.grammar.dates import temporal
from headwater.grammar.sentences import sentence_of
from headwater.grammar.tokens import tokenize
from headwater.language import Language
from headwater.language.calendar import lexicon as calendar
from headwater.language.chrome import fold
from headwater.language.credits import CreditWords, lexicon
from headwater.language.happenings import lexicon as happenings
from headwater.model import DateBasis, KnownBy, TimeExpression

__all__ = ["PageDate", "byline_dates", "date_line", "date_prefix", "day", "days_in", "first"]

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_DIGIT = re.compile(r"\d")
# "Harrow Sound, 4th March, 1891." heads old reports, stop and all; any other line with a stop is a sentence.
_PLACED = regex.compile(r"\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)?, (?=[\d\p{Lu}])")
_LONGEST = 220
# A label with its day before an account's first words.
_LONGEST_LABELLED = 80
# Words beside a date that a line may hold and still be the date's: all but a label make it a sentence.
_SPARE = 4
_HANDLE = re.compile(r"@\w+")  # the name of an account stands beside that of whose it is
_ISSUE_OF = 2  # words: "Judgment of"
_SPARE_LABELLED = 14
# At the head of a text a line may name what is issued on its day, or who issues it: "Press release, 6 November 2017".
_HEAD = 300
_SPARE_AT_HEAD = 7


class PageDate(msgspec.Struct, frozen=True):
    """A day of the page's own, at `[start, end)`, empty where its figures may be either of two; `role` is `published`, `modified`, `dateline`, or null where the page does not say."""

    day: str
    role: str | None
    start: int
    end: int

    @property
    def known(self) -> KnownBy:
        """How the day is known."""
        basis = DateBasis.DATELINE if self.role == "dateline" else DateBasis.LINE
        return KnownBy(basis, self.start, self.end)


def day(edtf: str | None) -> str | None:
    """The EDTF day that an ISO date, with or without its time, is of; none for what is no day of the calendar.

    >>> day("2019-03-03T09:12:00+04:00"), day("2019-02-30"), day("2019-03")
    ('2019-03-03', None, None)
    """
    match = _DAY.match(edtf or "")
    if match is None:
        return None
    try:
        return date.fromisoformat(match.group()).isoformat()
    except ValueError:
        return None


def date_line(text: str, start: int, end: int, language: Language) -> tuple[PageDate, ...]:
    """The dates of a line that holds nothing but dates of the page, their labels and times, or that names who sends the text; else none."""
    found = _own_line(text, start, end, language) or _presented(text, start, end, language)
    return found or (_sent(text, end, language) if start == 0 else ())


def _own_line(text: str, start: int, end: int, language: Language) -> tuple[PageDate, ...]:
    if end - start > _LONGEST or not _DIGIT.search(text, start, end):
        return ()
    words = lexicon(language)
    labelled = _label(words).match(text, start, end) is not None
    stop = text.endswith(".", start, end) and not _PLACED.match(text, start, end)
    if stop and not labelled:
        return ()
    known = fold(text[start:end]) if start < _HEAD else ()
    issued = not words.issues.isdisjoint(known) and text[end - 1] not in ".?!"
    if text.find(":", start, end) >= 0 and not words.happened.isdisjoint(fold(text[start:end])[:3]):
        return ()  # "Incident date: 3 March 2019"
    most = _SPARE_AT_HEAD if issued or not words.bodies.isdisjoint(known) else _SPARE
    wordy = not labelled and _is_wordy(text[start:end], words, language, most)
    issue_of = len(known) > 1 and known[0] in words.issues and known[1] in words.of  # "Judgment of …"
    if wordy and not issue_of:
        return ()
    found = days_in(text, start, end, language)
    if not found:
        return ()
    if wordy:
        return _issue_of(text, start, end, found[0], words)
    dates = []
    spare: list[str] = []
    before = start
    for expression in found:
        role, rest = _read_beside(text[before : expression.start], words)
        dates.append(PageDate(day(expression.edtf) or "", role, expression.start, expression.end))
        spare += rest
        before = expression.end
    spare += _read_beside(text[before:end], words)[1]
    if issued and spare and (not labelled or known[0] in words.issues):
        if len(dates) == 1 and _closes(text, dates[0], end, language):
            return (replace(dates[0], role=None),)
        return _issue_of(text, start, end, found[0], words) if issue_of else ()
    if issued and known[0] in words.issues and text.startswith(",", start + len(known[0])):
        return (replace(dates[0], role=None),)  # "Update, 16 May 2024" names what is issued
    if labelled and dates[0].role is not None:
        return tuple(dates) if len(spare) <= _SPARE_LABELLED else ()
    return tuple(dates) if not stop and _may_stand_by(spare, words) else ()


def _sent(text: str, end: int, language: Language) -> tuple[PageDate, ...]:
    """The day that ends the first line where that names a body that sends what follows: "From the Residents' Committee to the court, 2 February 2030"."""
    if end > _LONGEST or not _DIGIT.search(text, 0, end):
        return ()
    words, known = lexicon(language), fold(text[:end])
    if not _opens(known, words.senders) or text[end - 1] in ".?!" or words.bodies.isdisjoint(known):
        return ()
    found = days_in(text, 0, end, language)
    closes = len(found) == 1 and found[0].end == end and text[: found[0].start].rstrip().endswith(",")
    return tuple(PageDate(day(one.edtf) or "", None, one.start, one.end) for one in found) if closes else ()


def _opens(known: tuple[str, ...], phrases: Sequence[tuple[str, ...]]) -> bool:
    """Whether words begin with one of some phrases."""
    return any(known[: len(phrase)] == phrase for phrase in phrases)


def _presented(text: str, start: int, end: int, language: Language) -> tuple[PageDate, ...]:
    """The day that ends a line at the head of a text which names to whom it was given: "Presented to the Chamber, 3 July 1911"."""
    if not 0 < start < _HEAD or end - start > _LONGEST_LABELLED or not _DIGIT.search(text, start, end):
        return ()
    known = fold(text[start:end])
    if not _opens(known, lexicon(language).presented):
        return ()
    found = days_in(text, start, end, language)
    return tuple(PageDate(day(one.edtf) or "", None, one.start, one.end) for one in found[:1] if one.end == end)


def _issue_of(text: str, start: int, end: int, first: TimeExpression, words: CreditWords) -> tuple[PageDate, ...]:
    """The first date of a line, right behind what it names as issued and "of": "Judgment of 3 June 2030 in the matter of …"; else none."""
    beside = len(fold(text[start : first.start])) == _ISSUE_OF
    goes_on = not words.leading.isdisjoint(fold(text[first.end : end])[:1])
    return (PageDate(day(first.edtf) or "", None, first.start, first.end),) if beside and goes_on else ()


def byline_dates(text: str, start: int, end: int, language: Language) -> tuple[PageDate, ...]:
    """The days that stand in a line with the author: "By Anna Rossi, 3 March 2019", "By Anna Rossi | Updated 4 March 2019"."""
    if not _DIGIT.search(text, start, end):
        return ()
    words, dates, before = lexicon(language), [], start
    for expression in days_in(text, start, end, language):
        role, _ = _read_beside(text[before : expression.start], words)
        dates.append(PageDate(day(expression.edtf) or "", role, expression.start, expression.end))
        before = expression.end
    return tuple(dates)


def _may_stand_by(spare: Sequence[str], words: CreditWords) -> bool:
    """Whether the words beside a date in its line are a few with a capital, such as a place, or the name of an outlet or body."""
    if words.is_body(spare):
        return len(spare) <= _SPARE_AT_HEAD
    return len(spare) <= _SPARE and all(word[0].isupper() for word in spare)


def _closes(text: str, found: PageDate, end: int, language: Language) -> bool:
    """Whether a date ends a line, a clock apart, and no word leads from what it says to the date ("the fire of 3 March 1947")."""
    words = lexicon(language)
    before = _uncounted(fold(text[max(0, found.start - _LONGEST) : found.start]), words)
    if len(before) > 1 and before[-2] in words.issues:  # "Statement of 4 March 2015"
        before = before[:-1]
    behind = fold(text[found.end : end])
    about = next((at for at, word in enumerate(before) if word in words.about), len(before))
    named = next((at for at in range(about, len(before)) if happenings(language).noun(before[at])), len(before))
    if not words.leading.isdisjoint(before[named + 1 :]):
        return False  # "Report on the explosion in Lorn, 3 March 1913"
    return words.leading.isdisjoint(before[-1:]) and words.clock.union(words.issues).issuperset(behind)


def _uncounted(before: tuple[str, ...], words: CreditWords) -> tuple[str, ...]:
    """The words before a date without those that make it a day up to which the page counts: "Situation Report No. 3 (as of 14 April 2031)"."""
    return next((before[: -len(phrase)] for phrase in words.counted if before[-len(phrase) :] == phrase), before)


def _is_wordy(line: str, words: CreditWords, language: Language, most: int) -> bool:
    """Whether too many words of a line tell no time for it to be a date alone; quick, and asked first."""
    times = calendar(language).words
    plain = [word for word in line.lower().split() if word.isalpha() and word not in words.clock and word not in times]
    return len(plain) > most


def days_in(text: str, start: int, end: int, language: Language) -> list[TimeExpression]:
    """The time expressions of a stretch of text that name one day with its year, or in figures either of two."""
    tokens = tuple(tokenize(text, start, end, breaks=False))
    if not tokens:
        return []
    sentence = sentence_of(start, end, tokens)
    return [item for item in temporal([sentence], language, None) if _is_day(item)]


def date_prefix(text: str, start: int, end: int, language: Language) -> tuple[int, PageDate] | None:
    """Where a labelled date ends that a page put before an account's first words, and the date."""
    near = min(end, start + _LONGEST_LABELLED)
    dashed = text.find("-", start, near) >= 0 and _DAY.search(text, start, near)
    match = _prefix(lexicon(language)).match(text, start, end) if dashed else None
    found = day(match["day"]) if match else None
    if match is None or found is None:
        return None
    return match.end("day"), PageDate(found, _role(fold(match["label"]), lexicon(language)), *match.span("day"))


def _is_day(item: TimeExpression) -> bool:
    if item.edtf is None:
        return item.rule == "numeric" and item.possible  # either of two days: a page's own date all the same
    return item.kind in ("date", "time") and "/" not in item.edtf and day(item.edtf) is not None


def _read_beside(between: str, words: CreditWords) -> tuple[str | None, list[str]]:
    """What words before a date call it, and those that are neither label nor clock."""
    folded = _uncounted(fold(_HANDLE.sub(" ", between)), words)
    role: str | None = None
    spare = []
    shown = _shown(between)
    at = 0
    while at < len(folded):
        label = next((phrase for phrase in _labels(words) if folded[at : at + len(phrase)] == phrase), None)
        if label:
            role = _role(label, words) if label not in _weak(words) else role
            at += len(label)
            continue
        if folded[at] not in words.clock:
            spare.append(shown.get(folded[at], folded[at]))
        at += 1
    return role, spare


def _shown(text: str) -> dict[str, str]:
    return {word.lower(): word for word in re.findall(r"[^\W_]+", text)}


def _role(label: Sequence[str], words: CreditWords) -> str | None:
    if tuple(label) in words.modified:
        return "modified"
    return "published" if tuple(label) in words.published else None


@cache
def _labels(words: CreditWords) -> tuple[tuple[str, ...], ...]:
    return tuple(sorted((*words.published, *words.modified), key=lambda phrase: (-len(phrase), phrase)))


@cache
def _weak(words: CreditWords) -> frozenset[tuple[str, ...]]:
    """Labels that are words of any sentence as well: those that a line's clock may hold too."""
    return frozenset(phrase for phrase in _labels(words) if len(phrase) == 1 and phrase[0] in words.clock)


def _alternatives(words: CreditWords) -> str:
    return "|".join(
        r"\W{1,2}".join(map(regex.escape, phrase)) for phrase in _labels(words) if phrase not in _weak(words)
    )


@cache
def _label(words: CreditWords) -> regex.Pattern[str]:
    return regex.compile(rf"(?:{_alternatives(words)})\b", regex.IGNORECASE)


@cache
def _prefix(words: CreditWords) -> regex.Pattern[str]:
    label = _alternatives(words)
    return regex.compile(rf"(?P<label>{label})\s?+:?\s*+(?P<day>\d{{4}}-\d\d-\d\d)(?=\s)", regex.IGNORECASE)


def first(dates: Iterable[PageDate], *roles: str | None) -> PageDate | None:
    """The first of the dates that has the first of the roles that any has; those that may be either of two days are passed over."""
    listed = [date for date in dates if date.day]
    return next((date for role in roles for date in listed if date.role == role), None)
