"""The rule on reports that say nobody, or no casualties, and others that count some."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from headwater.examine.between_counts import as_of, who_counts_whom
from headwater.examine.comparison import Comparison
from headwater.examine.registry import Found, rule
from headwater.examine.times import comparable, fallen
from headwater.examine.voices import counts_of_all, voices
from headwater.examine.wording import amount, outcome_words
from headwater.language.collation import whole_groups
from headwater.language.inflection import lexicon
from headwater.messages import listing, say
from headwater.model import Figure, FindingKind, Level, Measure, Outcome

__all__ = ["none_and_some"]

SOME = (Outcome.KILLED, Outcome.INJURED)

NONE = {Outcome.CASUALTIES: "none.casualties", Outcome.KILLED: "none.killed", Outcome.INJURED: "none.injured"}
"""What a report says where it counts none, by the message for it."""


@rule(FindingKind.DIFFERS, Level.COUNTS_DIFFER, "between", version=2)
def none_and_some(case: Comparison) -> Iterator[Found]:
    """One report says that there were none, and another counts some.

    "No casualties" is held against people killed or injured, and "nobody was killed" against soldiers, children or others that were killed (against
    people killed, rule `differs` holds it). Both hold for the same day, of one scene and one side, and are not one speaker's; where two speakers are named,
    "nobody was killed" may also be said days after. "None" said of civilians alone, of a
    place, or by who counts casualties elsewhere in the same report, is held against nothing. One finding for each thing of which there is none.
    """
    for outcome in NONE:
        none = [figure for figure in _told(outcome, case) if figure.best == 0 and _of_all(figure, case)]
        some = [
            figure for other in SOME for figure in _told(other, case) if figure.low and _answers(outcome, figure, case)
        ]
        pairs = [(a, b) for a in none for b in some if _exclude(a, b, case)]
        if pairs:
            yield _found(say(NONE[outcome]), [a for a, _ in pairs], [b for _, b in pairs], case)


def _told(outcome: Outcome, case: Comparison) -> list[Figure]:
    """The counts of all that an outcome befell, of whatever group, one voice after the other."""
    of_all = (measure for measure in case.measures if measure.outcome is outcome and _is_whole(measure))
    said = (voice for measure in of_all for voice in voices(counts_of_all(case, measure), case))
    return [figure for voice in said for figure in voice]


def _is_whole(measure: Measure) -> bool:
    return (measure.unit, measure.place, measure.period) == ("count", None, None)


def _of_all(none: Figure, case: Comparison) -> bool:
    """Whether "none" is said of people at large, by a voice that counts no casualties elsewhere in the report: else it tells of several scenes."""
    return none.group in (None, "person") and not any(
        figure.outcome in NONE
        and not figure.negated
        and (figure.speaker == none.speaker or case.same_speaker(figure.speaker, none.speaker))
        for figure in case.account(none.document).figures
        if figure.event == none.event
    )


def _answers(outcome: Outcome, some: Figure, case: Comparison) -> bool:
    """Whether a count is of those of whom a report has none: of casualties all people are; else a group, as counts of all people are one measure."""
    if outcome is Outcome.CASUALTIES:
        return some.group in (None, "person")
    return some.outcome is outcome and some.group not in (None, "person", *whole_groups(case.language))


def _exclude(none: Figure, some: Figure, case: Comparison) -> bool:
    if case.same_speaker(none.speaker, some.speaker) or not case.same_thing(none, some):
        return False
    return comparable(none, some, case) or fallen(none, some, case)


def _found(said: str, none: Sequence[Figure], some: Sequence[Figure], case: Comparison) -> Found:
    figures = list({figure.id: figure for figure in (*none, *some)}.values())
    counts = listing(dict.fromkeys(_counted(figure, case) for figure in some))
    text = say("finding.none_and_some", none=said, counts=counts, as_of=as_of(figures, case))
    return Found(
        text=f"{text} {who}" if (who := who_counts_whom(figures, case)) else text,
        arithmetic=f"0 ≠ {'; 0 ≠ '.join(dict.fromkeys(amount(figure) for figure in some))}",
        spans=case.first_spans(figures),
        figures=figures,
    )


def _counted(figure: Figure, case: Comparison) -> str:
    """A count with whom it counts, where not all people, and what befell them: "12 killed", "10 soldiers killed"."""
    befell = outcome_words(figure.outcome or Outcome.OTHER)
    if figure.group not in (None, "person"):
        befell = say("measure.group", group=lexicon(case.language).plural(figure.group), outcome=befell)
    return say("count.befell", number=amount(figure), outcome=befell)
