"""The rule on "no casualties" in one report and the dead or injured that another counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from headwater.examine.account import Comparison
from headwater.examine.between_counts import as_of, who_counts_whom
from headwater.examine.registry import Found, rule
from headwater.examine.times import comparable
from headwater.examine.voices import counts_of_all, voices
from headwater.examine.wording import amount, listing, outcome_words
from headwater.model import Figure, FindingKind, Level, Outcome

__all__ = ["none_and_some"]

SOME = (Outcome.KILLED, Outcome.INJURED)


@rule(FindingKind.DIFFERS, Level.COUNTS_DIFFER, "between")
def none_and_some(case: Comparison) -> Iterator[Found]:
    """There were no casualties in one report, and another counts people killed or injured.

    Both hold for the same day, of one scene and one side, and are not one speaker's. "No casualties" said of civilians alone, of a
    place, or by who counts casualties elsewhere in the same report, is held against nothing. One finding an event.
    """
    none = [figure for figure in _told(Outcome.CASUALTIES, case) if figure.best == 0 and not _counts_some(figure, case)]
    some = [figure for outcome in SOME for figure in _told(outcome, case) if figure.low is not None and figure.low > 0]
    pairs = [(a, b) for a in none for b in some if _exclude(a, b, case)]
    if pairs:
        yield _found([a for a, _ in pairs], [b for _, b in pairs], case)


def _told(outcome: Outcome, case: Comparison) -> list[Figure]:
    """The counts of all people that an outcome befell, one voice after the other."""
    of_all = (
        measure
        for measure in case.measures
        if measure.outcome is outcome and (measure.group, measure.place, measure.period) == ("person", None, None)
    )
    said = (voice for measure in of_all for voice in voices(counts_of_all(case, measure), case))
    return [figure for voice in said for figure in voice if figure.group in (None, "person")]


def _counts_some(none: Figure, case: Comparison) -> bool:
    """Whether the voice that says so counts casualties elsewhere in the report: it tells of several scenes."""
    return any(
        figure.outcome in (*SOME, Outcome.CASUALTIES) and not figure.negated and figure.speaker[:1] == none.speaker[:1]
        for figure in case.account(none.document).figures
        if figure.event == none.event
    )


def _exclude(none: Figure, some: Figure, case: Comparison) -> bool:
    one_voice = case.same_speaker(none.speaker, some.speaker)
    return not one_voice and comparable(none, some, case) and case.same_thing(none, some)


def _found(none: Sequence[Figure], some: Sequence[Figure], case: Comparison) -> Found:
    figures = list({figure.id: figure for figure in (*none, *some)}.values())
    counts = list(
        dict.fromkeys(f"{amount(figure)} {outcome_words(figure.outcome or Outcome.OTHER)}" for figure in some)
    )
    said = f"No casualties, but {listing(counts)} ({as_of(figures, case)})."
    return Found(
        text=f"{said} {who}" if (who := who_counts_whom(figures, case)) else said,
        arithmetic=f"0 ≠ {'; 0 ≠ '.join(dict.fromkeys(amount(figure) for figure in some))}",
        spans=case.first_spans(figures),
        figures=figures,
    )
