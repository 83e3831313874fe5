"""What an event is called in the case: its place and day, and the words the reports have for it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date

from babel.dates import format_date

from headwater.events.profile import Profile
from headwater.events.stretches import Stretch
from headwater.grammar.dates_period import Period
from headwater.grammar.edtf import of_edtf

__all__ = ["day_of_event", "label", "place_of_event", "span_of", "words_of_event"]

_WORDS = 8


def day_of_event(profiles: Sequence[Profile]) -> Stretch | None:
    """The day or run of days that most reports tell of, the likelier ones counting more; `None` where none tells any.

    A run of days gathers the votes of the days within it, so that "the night of the 4th to the 5th" wins over either. What a
    report has told of cannot have come later: days after the first of the reports was published are what follows up.
    """
    votes = _votes(profiles)
    first = min((one.days.published for one in profiles if one.days.published and one.days.told), default=None)
    votes = {span: vote for span, vote in votes.items() if first is None or span[0] <= first} or votes
    if not votes:
        return None
    total = {span: votes[span] + sum(_within(span, other) * votes[other] for other in votes) / 2 for span in votes}
    return min(total, key=lambda span: (-round(total[span], 4), span))


def _votes(profiles: Sequence[Profile]) -> dict[Stretch, float]:
    votes: defaultdict[Stretch, float] = defaultdict(float)
    for profile in profiles:
        most = profile.days.told[0][1] if profile.days.told else 1.0
        for span, score in profile.days.told:
            # A report that tells but when something was said, found or published votes with no more weight than that has.
            votes[span] += (0.5 + 0.5 * score / most) * min(1.0, most)
    return votes


def _within(span: Stretch, other: Stretch) -> bool:
    return span != other and span[0] <= other[0] and other[1] <= span[1] and span[1] - span[0] < 4


def place_of_event(profiles: Sequence[Profile]) -> str | None:
    """The name of a place that most reports give where the event took place; `None` where none does."""
    votes: defaultdict[str, float] = defaultdict(float)
    for profile in profiles:
        most = max(profile.places.values(), default=1)
        for name, weight in profile.places.items():
            votes[name] += 0.25 + 0.75 * weight / most
    if not votes:
        return None
    best = min(votes, key=lambda name: (-round(votes[name], 4), name))
    longer = [name for name in votes if f" {best} " in f" {name} " and name != best and votes[name] * 2 >= votes[best]]
    return min(longer, key=lambda name: (-round(votes[name], 4), name)) if longer else best


def words_of_event(profiles: Sequence[Profile]) -> tuple[str, ...]:
    """The nouns that reports call the event by, those of most reports first."""
    reports = Counter(word for profile in profiles for word in profile.calls)
    return tuple(sorted(reports, key=lambda word: (-reports[word], word))[:_WORDS])


def span_of(stretch: Stretch | None) -> str | None:
    """The EDTF of a day or run of days."""
    if stretch is None:
        return None
    first, last = date.fromordinal(stretch[0]), date.fromordinal(stretch[1])
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def label(place: str | None, span: str | None, language: str) -> str:
    """Place and date in words; empty where neither is known.

    >>> label("Harrow Sound", "2019-03-04", "en"), label("Varn", "2019-03-04/2019-03-05", "en"), label(None, "1987", "en")
    ('Harrow Sound, 4 March 2019', 'Varn, 4–5 March 2019', '1987')
    """
    period = of_edtf(span)
    said = [place, None if period is None else _date(period, span or "", language)]
    return ", ".join(part for part in said if part)


def _date(period: Period, span: str, language: str) -> str:
    if "/" in span:
        return _run(period, language)
    if period.unit == "D":
        return format_date(period.first, "d MMMM y", locale=language)
    if period.unit == "M":
        return format_date(period.first, "MMMM y", locale=language)
    return format_date(period.first, "y", locale=language) if period.unit == "Y" else span


def _run(period: Period, language: str) -> str:
    if period.unit in ("Y", "RY"):
        return f"{period.first.year}–{period.last.year}"
    form = "MMMM y" if period.unit in ("M", "RM") else "d MMMM y"
    last = format_date(period.last, form, locale=language)
    if form == "d MMMM y" and (period.first.year, period.first.month) == (period.last.year, period.last.month):
        return f"{period.first.day}–{last}"
    return f"{format_date(period.first, form, locale=language)} – {last}"
