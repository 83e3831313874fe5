"""Which sentences tell of another event: by their dates, by phrases, by the names of long events."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from headwater.extract.account_days import HEADS, LEAD
from headwater.extract.back_there import mark_back_there
from headwater.extract.background_dates import (
    Dates,
    adds_up,
    dates_by_row,
    days_of,
    in_other_year,
    names_year,
)
from headwater.extract.elsewhere import goes_elsewhere
from headwater.extract.following import is_following, resumes
from headwater.extract.introducing import introduces, recalls
from headwater.extract.opening_told import Opening
from headwater.extract.own_event import OwnEvent
from headwater.extract.told_apart import begins_apart
from headwater.grammar.sentences import Sentence
from headwater.grammar.tokens import places
from headwater.language import Language
from headwater.language.background import Background, lexicon
from headwater.language.happenings import Happenings
from headwater.language.happenings import lexicon as happenings
from headwater.model import TimeExpression

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["mark_backgrounds"]

_HEDGED = 3  # tokens before the verb of what a year has cost within which its clause opens
_SINCE = 4  # words behind "since", and the letters of one that may name what began
_ASIDE = 12  # tokens behind "since" within which a comma closes what it names
_FREED, _TAKEN = "rescued", frozenset({"captured", "detained"})


def mark_backgrounds(
    rows: Sequence[Row], times: Sequence[TimeExpression], published: str | None, language: Language
) -> None:
    """Set `background` on the rows whose figures belong to another event than the report's own; a row without any has none.

    The report's own event is that of its first sentences: their dates, the day of publication, their words. A sentence among
    them that brings in another happening, behind the first that counts anyone, is none of those.
    """
    words, known = lexicon(language), happenings(language)
    own = next((at for at, row in enumerate(rows) if row.settled and not row.headline and _tells_any(row)), 0)
    dated = dates_by_row(rows, times, words)
    asked = _asked(rows)
    for at in asked:
        row = rows[at]
        if at > own and dated[at].timed:
            row.introduces = introduces(row, words, known)
            row.recalls = not row.introduces and recalls(row, words, known)
    opening = Opening(rows, dated, own, published, words, known)
    first = next((at for at, row in enumerate(rows[:own]) if _befalls_any(row)), own)
    event = OwnEvent(rows, dated, first, days_of(published), words, known)
    for at in asked:
        row = rows[at]
        if row.may_tell:
            begins = _begins(row, at, dated[at], opening, words)
            if begins is None and at >= LEAD and _goes_on_since(row, dated[at - 1], opening, words):
                begins = 0
            if begins is None:
                begins = begins_apart(event, at)
            row.background = begins if begins is not None and row.tells else None
            row.resumes = resumes(row, row.background, words) if row.background is not None else None
        if row.background is None and at > own and goes_elsewhere(rows, at, words):
            row.background = 0
    mark_back_there(rows, words, known)


def _begins(row: Row, at: int, found: Dates, opening: Opening, words: Background) -> int | None:
    """The token from which a row tells of another event; `None` where it does not."""
    sentence = row.sentence
    dated = found.names or found.since or names_year(sentence.words)
    if not dated and words.marks.isdisjoint(sentence.words):
        return None
    apart = (
        at > opening.own
        and any(word not in opening.words for word in found.names)
        and (row.introduces or (at >= LEAD and not _is_apart(sentence, words)))
    )
    if apart or (at and _is_of_year(row, found, opening, words)):
        return 0
    sums = _sums_up(row, words, opening.known)
    if sums or (sums is not None and at):
        return sums
    one = found.since and (opening.of_a_day or _counts_events(row))
    if at >= LEAD and one and adds_up(found, sentence, opening.words, words):
        return 0
    if at >= LEAD and not found.since and _sums_events(row, opening, words):
        return 0
    if (_is_standing(row, words) and opening.of_others) or _is_of_event(sentence, opening, words):
        return 0
    begins = None if at == opening.own and _frees(row) else _from(row, words, opening.known)
    return _ago(sentence, words) if begins is None and at > opening.own else begins


def _frees(row: Row) -> bool:
    """Whether a row tells how some are free who were taken, whenever that was: "freed 38 of the 53 pupils seized last month"."""
    outcomes = {outcome for held in row.settled.values() for outcome in held.outcomes}
    return _FREED in outcomes and not outcomes.isdisjoint(_TAKEN)


def _goes_on_since(row: Row, before: Dates, opening: Opening, words: Background) -> bool:
    """Whether a row counts on from a time that the one before it names, and no first sentence: "under siege since July. 900 have died since then"."""
    if not before.since or not words.since_then or words.sums["helpers"].isdisjoint(row.sentence.words):
        return False
    line = " ".join(row.sentence.lower)
    then = any(phrase in line for phrase in words.since_then)
    return then and any(last not in opening.words for last in before.since)


def _sums_events(row: Row, opening: Opening, words: Background) -> bool:
    """Whether a row counts events since another began: "since the beginning of the campaign there have been 40 raids"."""
    lower = row.sentence.lower
    if words.since.isdisjoint(row.sentence.words) or words.sums["helpers"].isdisjoint(row.sentence.words):
        return False
    at = next(at for at, word in enumerate(lower) if word in words.since)
    began = lower[at + 1 : at + 1 + _SINCE]
    if words.sums["beginning"].isdisjoint(began) or not _counts_events(row):
        return False
    return opening.words.isdisjoint(word for word in began if len(word) >= _SINCE)


def _counts_events(row: Row) -> bool:
    """Whether a row counts several events: "nine floods"."""
    counted = (row.clause.chunks[at] for at in row.clause.counting)
    return any(one.kind == "event" and one.number is not None and (one.number.low or 0) > 1 for one in counted)


def _is_of_year(row: Row, found: Dates, opening: Opening, words: Background) -> bool:
    """Whether a row names a year alone, and none that the first sentences tell of."""
    if not names_year(row.sentence.words) or (found.days and opening.told):
        return False
    return in_other_year(row, opening.years, words, opening.known)


def _asked(rows: Sequence[Row]) -> list[int]:
    """The rows whose event matters: those that count, those that one that counts stands behind, and the first of the report."""
    body = 0
    found = []
    counts = [bool(row.counts or row.numbers) for row in rows]
    for at, (row, beside) in enumerate(zip(rows, [*counts[1:], False], strict=False)):
        if counts[at] or beside or body < LEAD:
            found.append(at)
        if body < LEAD:
            body += row.sentence.kind not in HEADS
    return found


def _is_apart(sentence: Sentence, words: Background) -> bool:
    """Whether a word stands in a sentence that opens another clause for a later time; "have since been freed" has none."""
    if words.apart.isdisjoint(sentence.words):
        return False
    lower = sentence.lower
    helpers = words.sums["helpers"]
    return any(word in words.apart and (not at or lower[at - 1] not in helpers) for at, word in enumerate(lower))


def _tells_any(row: Row) -> bool:
    """Whether a row counts anyone with an outcome."""
    return bool(row.settled) and any(held.outcomes and held.chunk.counts for held in row.settled.values())


def _befalls_any(row: Row) -> bool:
    """Whether a row of the body says what befell anyone, counted or not."""
    return not row.headline and any(held.outcomes for held in row.settled.values())


def _from(row: Row, words: Background, known: Happenings) -> int | None:
    """The token from which a sentence tells of another event by a phrase; `None` where it does not.

    What stands before "the deadliest since" and before "weeks after a" is of the report's own.
    """
    if words.telling.isdisjoint(row.sentence.words):
        return None
    lower = row.sentence.lower
    openings = words.openings
    for start in places(lower, words.begins):
        word = lower[start]
        if start and lower[start - 1] in words.sharing:
            continue
        told = any(tuple(lower[start : start + size]) in words.phrases for size in openings.get(word, ()))
        if told and not _is_of_several(lower, start, words):
            tellers = lower[max(0, start - 2) : start]
            if words.sums["tellers"].isdisjoint(tellers):
                return (
                    _gone_on(row, start, words, known) if word in words.superlatives else _clause(lower, start, words)
                )
        if word in words.following_openings and is_following(row, start, words, known):
            return start
    return None


def _is_of_several(lower: Sequence[str], start: int, words: Background) -> bool:
    """Whether a phrase behind a comma tells of the last of several times just counted: "hit three times, the last time while"."""
    return lower[start - 1] == "," and not words.sums["several"].isdisjoint(lower[:start])


def _ago(sentence: Sentence, words: Background) -> int | None:
    """Where the clause begins that tells of a time years back: "a fire three years ago killed two"."""
    if words.ago.isdisjoint(sentence.words) or words.ago_units.isdisjoint(sentence.words):
        return None
    lower = sentence.lower
    ago = (at for at, word in enumerate(lower) if word in words.ago and lower[at - 1] in words.ago_units)
    return next((_clause(lower, at, words) for at in ago), None)


def _gone_on(row: Row, start: int, words: Background, known: Happenings) -> int | None:
    """Where a comparison goes on about what it is made with: "the deadliest in a decade, since a fire killed nine"; else `None`."""
    lower, opens = row.sentence.lower, words.since | words.resuming
    at = next((at for at in range(start + 1, len(lower)) if lower[at] in opens and lower[at] != "in"), None)
    return None if at is None or _is_aside(row, at, words, known) else at


def _is_aside(row: Row, at: int, words: Background, known: Happenings) -> bool:
    """Whether what "since" names counts nobody and a comma closes it, behind which nothing is told of it: "the raid, the deadliest since 2014, left 12 dead"."""
    lower = row.sentence.lower
    comma = next((here for here in range(at + 1, min(at + _ASIDE, len(lower))) if lower[here] == ","), 0)
    if lower[at] not in words.since or not comma or any(at < one.first < comma for one in row.numbers):
        return False
    after = lower[comma + 1 : comma + 3]
    told = any(word in known.relative and not word.endswith(row.lexicons.frames.ing) for word in after)
    return not told and words.resuming.isdisjoint(after[:1])


def _clause(lower: Sequence[str], start: int, words: Background) -> int:
    """Where the clause of a phrase begins: behind the last semicolon before it, or with what a count is compared with."""
    for at in range(start - 1, -1, -1):
        if lower[at] == ";":
            return at + 1
        if lower[at] in words.than and "," in lower[:at]:
            return at  # "killed 12, three more than last month's"
        if at and lower[at] in words.comparing and lower[at - 1] == ",":
            return at
    return 0


def _sums_up(row: Row, words: Background, known: Happenings) -> int | None:
    """The token from which a sentence counts all that happened in a year: "have drowned this year"; `None` where it does not.

    A relative clause behind counts of its own begins there: "killed 12 in the latest of attacks that have killed hundreds this year".
    """
    lower, sums = row.sentence.lower, words.sums
    if sums["helpers"].isdisjoint(row.sentence.words) or sums["times"].isdisjoint(row.sentence.words):
        return None
    pairs = enumerate(pairwise(lower))
    at = next((at for at, (one, other) in pairs if one in sums["pointing"] and other in sums["times"]), None)
    # "The events of this month have cost" is of the event; "in nine months of this year" is not.
    if at is None or (at > 1 and lower[at - 1] in sums["of"] and lower[at - 2] not in sums["units"]):
        return None
    helper = next((here for here in range(at - 1, 0, -1) if lower[here] in sums["helpers"]), 0)
    opens = next((here for here in range(helper - 1, max(0, helper - _HEDGED), -1) if lower[here] in known.relative), 0)
    return opens if any(one.first < opens for one in row.numbers) else 0


def _is_of_event(sentence: Sentence, opening: Opening, words: Background) -> bool:
    """Whether a sentence names a long event that the report's first sentences do not."""
    if words.events.isdisjoint(sentence.words):
        return False
    named = (words.events & sentence.words) - opening.words
    lower = sentence.lower
    return any(
        word in named and _opened(lower, here, words) and not _quoted(lower, here) for here, word in enumerate(lower)
    )


def _quoted(lower: Sequence[str], at: int) -> bool:
    """Whether a word stands within quotation marks."""
    before = lower[:at]
    return (before.count('"') % 2 == 1) or before.count("\u201c") > before.count("\u201d")


def _opened(lower: Sequence[str], at: int, words: Background) -> bool:
    """Whether the name of a long event tells when or by what, and is not the aim or the trade of someone."""
    return any(word in words.event_openers for word in lower[max(0, at - 3) : at])


def _is_standing(row: Row, words: Background) -> bool:
    """Whether all that a row counts was so before the event: the refugees of a camp that was attacked, those to whom it is home."""
    named = not words.standing_words.isdisjoint(row.sentence.words)
    if not named:
        told = [phrase for phrase in words.standing_phrases if row.sentence.words.issuperset(phrase)]
        if not told or not any(pair in told for pair in pairwise(row.sentence.lower)):
            return False
    outcomes = {outcome for held in row.settled.values() if held.chunk.counts for outcome in held.outcomes}
    return bool(outcomes) and outcomes <= words.standing
