"""The period that a figure counts over and the time it stands for, where the words say so."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from headwater.events.days import Stretch
from headwater.events.governing import Dated, in_sentence
from headwater.grammar.dates_period import Period
from headwater.language.cues import Cues
from headwater.language.happenings import Happenings
from headwater.model import Figure

__all__ = ["scoped"]

_DAYS = ("D", "RD")
_BESIDE = 4  # code points between a verb and its day: "said on Tuesday"
_SAYS = frozenset({"say", "tell", "find"})


def scoped(
    text: str, figure: Figure, told: Sequence[Dated], main: Stretch | None, known: Happenings, cues: Cues
) -> Figure:
    """The figure with `period` ("since September", "in one day") and `as_of` ("as of Monday", "said on Tuesday") set."""
    period, as_of = figure.period, figure.as_of
    for one in in_sentence(figure, told):
        before = text[max(figure.sentence.start, one.dating.start - 12) : one.dating.start].lower().rstrip()
        if period is None and before.endswith(known.since) and not _holds(one.period, main):
            period = f"{one.period.first.isoformat() if one.period.unit in _DAYS else one.dating.edtf}/.."
        elif as_of is None and one.period.unit == "D" and _stands_for(one, before, main, known, cues):
            as_of = one.period.first.isoformat()
    if period is None and known.single and _single(text, figure, known):
        period = _day_before(figure, told)
    return replace(figure, period=period, as_of=as_of) if (period, as_of) != (figure.period, figure.as_of) else figure


def _stands_for(one: Dated, before: str, main: Stretch | None, known: Happenings, cues: Cues) -> bool:
    """Whether the time is the one that a count stands for: "as of Monday", "said on Tuesday"."""
    if _holds(one.period, main):
        return False
    return before.endswith(known.as_of) or _said_then(one, cues)


def _said_then(one: Dated, cues: Cues) -> bool:
    about = one.dating.about
    if about is None or not 0 < one.dating.start - about.end <= _BESIDE:
        return False
    return any(not verb.takes.isdisjoint(_SAYS) for verb in cues.verbs.get(about.quote.lower().split()[-1], ()))


def _holds(period: Period, main: Stretch | None) -> bool:
    return main is not None and period.first.toordinal() <= main[1] and main[0] <= period.last.toordinal()


def _single(text: str, figure: Figure, known: Happenings) -> bool:
    sentence = text[figure.sentence.start : figure.sentence.end].lower()
    return len(sentence) < 2000 and any(phrase in sentence for phrase in known.single)


def _day_before(figure: Figure, told: Sequence[Dated]) -> str | None:
    """The last single day told before the figure's sentence."""
    at = bisect_left(told, figure.sentence.start, key=lambda one: one.dating.start)
    days = [one.period for one in told[max(0, at - 6) : at] if one.period.unit == "D"]
    return days[-1].first.isoformat() if days else None
