"""Which sentences tell of another event: by their dates, by phrases, by the names of long events."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from headwater.extract.account_days import HEADS, LEAD
from headwater.extract.background_dates import adds_up, dates_by_row, days_of, in_other_year, years_in
from headwater.extract.introducing import introduces, recalls
from headwater.extract.settling import Settled
from headwater.grammar.sentences import Sentence
from headwater.language import Language
from headwater.language.background import Background, lexicon
from headwater.language.happenings import lexicon as happenings
from headwater.model import TimeExpression

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["mark_backgrounds"]


def mark_backgrounds(
    rows: Sequence[Row], times: Sequence[TimeExpression], published: str | None, language: Language
) -> None:
    """Set `background` on the rows whose figures belong to another event than the report's own; a row without any has none.

    The report's own event is that of its first sentences: their dates, the day of publication, their words. A sentence among
    them that brings in another happening, behind the first that counts anyone, is none of those.
    """
    words, known = lexicon(language), happenings(language)
    own = next((at for at, row in enumerate(rows) if not row.headline and _tells_any(row)), 0)
    dated = dates_by_row(rows, times, words)
    asked = _asked(rows)
    for at in asked:
        row = rows[at]
        if at > own and dated[at].timed:
            row.introduces = introduces(row, words, known)
            row.recalls = not row.introduces and recalls(row, words, known)
    first = [at for at, row in enumerate(rows[:LEAD]) if not row.introduces]
    lead = frozenset[str]().union(*(row.sentence.words for row in rows[:LEAD]))
    told = [days for at in first for days in dated[at].days]
    told += [days for days in [days_of(published)] if days is not None]
    years = {date.fromordinal(day).year for days in told for day in days}
    years.update(*(years_in(rows[at].sentence.words) for at in first))
    # Of a report on the refugees themselves, they are what it tells; its first words name no happening.
    others = any(_tells_others(held, words) for row in rows for held in row.settled.values()) and any(
        known.noun(word) is not None for row in rows[: own + 1] for word in row.sentence.words
    )
    of_a_day = any(found.daily for found in dated[:LEAD])
    for at in asked:
        row, found = rows[at], dated[at]
        if not row.may_tell:
            continue
        apart = (
            at > own
            and any(word not in lead for word in found.names)
            and (row.introduces or (at >= LEAD and not _is_apart(row.sentence, words)))
        )
        yearly = at >= 1 and not (found.days and told) and in_other_year(row, years, words)
        sums = (at >= 1 and _sums_up(row.sentence, words)) or (
            at >= LEAD and of_a_day and adds_up(found, row.sentence, lead, words)
        )
        whole = apart or yearly or sums or (others and _is_standing(row, words))
        begins = 0 if whole or _is_of_event(row.sentence, lead, words) else _from(row.sentence, words)
        if begins is None and at > own:
            begins = _ago(row.sentence, words)
        row.background = begins if begins is not None and row.tells else None


def _asked(rows: Sequence[Row]) -> list[int]:
    """The rows whose event matters: those that count, those that one that counts stands behind, and the first of the report."""
    body = 0
    found = []
    counts = [bool(row.counts or row.numbers) for row in rows]
    for at, (row, beside) in enumerate(zip(rows, [*counts[1:], False], strict=True)):
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


def _from(sentence: Sentence, words: Background) -> int | None:
    """The token from which a sentence tells of another event by a phrase; `None` where it does not.

    What stands before "the deadliest since" and before "weeks after a" is of the report's own.
    """
    if words.telling.isdisjoint(sentence.words):
        return None
    lower = sentence.lower
    openings = words.openings
    for start, word in [(at, word) for at, word in enumerate(lower) if word in words.begins]:
        for size in openings.get(word, ()):
            if tuple(lower[start : start + size]) in words.phrases:
                return _gone_on(lower, start, words) if word in words.superlatives else _clause(lower, start)
        if word in words.following_openings and _is_following(lower, start, words):
            return start
    return None


def _ago(sentence: Sentence, words: Background) -> int | None:
    """Where the clause begins that tells of a time years back: "a fire three years ago killed two"."""
    if words.ago.isdisjoint(sentence.words) or words.ago_units.isdisjoint(sentence.words):
        return None
    lower = sentence.lower
    ago = (at for at, word in enumerate(lower) if word in words.ago and lower[at - 1] in words.ago_units)
    return next((_clause(lower, at) for at in ago), None)


def _gone_on(lower: Sequence[str], start: int, words: Background) -> int | None:
    """Where a comparison goes on about what it is made with: "the deadliest in a decade, since a fire killed nine"; else `None`."""
    opens = words.since | words.resuming
    return next((at for at in range(start + 1, len(lower)) if lower[at] in opens and lower[at] != "in"), None)


def _clause(lower: Sequence[str], start: int) -> int:
    """Where the clause of a phrase begins: behind the last semicolon before it."""
    return next((at + 1 for at in range(start - 1, -1, -1) if lower[at] == ";"), 0)


def _is_following(lower: Sequence[str], start: int, words: Background) -> bool:
    """Whether a phrase such as "weeks after" stands before something new: "weeks after a bomb killed 30"."""
    return " ".join(lower[start : start + 2]) in words.following and not words.introducing.isdisjoint(
        lower[start + 2 : start + 3]
    )


def _sums_up(sentence: Sentence, words: Background) -> bool:
    """Whether a sentence counts all that happened in a year: "have drowned this year"."""
    if words.sums["helpers"].isdisjoint(sentence.words) or words.sums["times"].isdisjoint(sentence.words):
        return False
    pairs = pairwise(sentence.lower)
    return any(before in words.sums["pointing"] and word in words.sums["times"] for before, word in pairs)


def _is_of_event(sentence: Sentence, lead: frozenset[str], words: Background) -> bool:
    """Whether a sentence names a long event that the report's first sentences do not."""
    named = (words.events & sentence.words) - lead
    lower = sentence.lower if named else ()
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


def _tells_others(held: Settled, words: Background) -> bool:
    return bool(held.outcomes) and held.chunk.counts and held.outcomes[0] not in words.standing


def _is_standing(row: Row, words: Background) -> bool:
    """Whether all that a row counts was so before the event: the refugees of a camp that was attacked."""
    outcomes = {outcome for held in row.settled.values() if held.chunk.counts for outcome in held.outcomes}
    return bool(outcomes) and outcomes <= words.standing and not words.standing_words.isdisjoint(row.sentence.words)
