"""The rule on a count that one report lacks where all others of its list have it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from headwater.examine.comparison import Comparison
from headwater.examine.registry import Found, rule
from headwater.examine.voices import counts_of_all
from headwater.examine.wording import amount, measured, outcome_words
from headwater.grammar.edtf import days
from headwater.grammar.tokens import tokenize
from headwater.language import Language
from headwater.language.outcomes import lexicon
from headwater.messages import listing, say
from headwater.model import Figure, FindingKind, Level, Measure, Outcome

__all__ = ["left_out"]

GIVERS = 3
"""Reports that must give a count before a report without it is told of, and how many there are to each one without."""

LIST = 2
"""Other main counts that a report must give itself, so that its list is plainly one of what befell people."""


@dataclass(frozen=True, slots=True)
class Given:
    """What the reports on one event count of all people: each measure, and the first figure of each report that gives it."""

    measures: Sequence[Measure]
    first: Mapping[str, Mapping[str, Figure]]

    def of(self, document: str, without: Measure) -> list[Figure]:
        """The figures that a report gives of other outcomes than a measure's."""
        others = (measure for measure in self.measures if measure.outcome is not without.outcome)
        return [self.first[measure.id][document] for measure in others if document in self.first[measure.id]]


@rule(FindingKind.LEFT_OUT, Level.NOTE, "between")
def left_out(case: Comparison) -> Iterator[Found]:
    """A count that the other reports on an event give is not in a report that gives the rest of their list.

    Told of is a report that gives two other main counts of the event or more, has no word at all for this outcome and none of the numbers
    that the others give, and was published on the day of the earliest of them or later; three reports or more give the count
    to each one without it. It may have had a reason: the count was not known, or was told another day. One finding a measure.
    """
    for given in _lists(case):
        for measure in given.measures:
            givers = given.first[measure.id]
            lacking = [document for document in _on_event(given) if document not in givers]
            if len(givers) < max(GIVERS, GIVERS * len(lacking)):
                continue
            told = {name: others for name in lacking if (others := given.of(name, measure)) and len(others) >= LIST}
            silent = [name for name in told if _says_nothing(name, measure, givers, case)]
            if silent and len(silent) == len(lacking):
                yield _gap(measure, givers, {name: told[name] for name in silent}, case)


def _lists(case: Comparison) -> Iterator[Given]:
    """For each event the measures of all people that its reports give."""
    by_event: dict[str, list[Measure]] = defaultdict(list)
    for measure in case.measures:
        whole = (
            measure.group == "person" and measure.place is None and measure.period is None and measure.unit == "count"
        )
        if measure.event and whole and measure.outcome is not Outcome.OTHER:
            by_event[measure.event].append(measure)
    for measures in by_event.values():
        first: dict[str, dict[str, Figure]] = {}
        for measure in measures:
            figures = [
                figure for figure in counts_of_all(case, measure) if not figure.background and not figure.negated
            ]
            first[measure.id] = {figure.document: figure for figure in reversed(figures)}
        yield Given(measures, first)


def _on_event(given: Given) -> list[str]:
    return sorted({document for figures in given.first.values() for document in figures})


def _says_nothing(document: str, measure: Measure, givers: Mapping[str, Figure], case: Comparison) -> bool:
    """Whether a report knows neither the outcome nor the numbers, though it came no earlier than the first that gives them."""
    account = case.account(document)
    if any(figure.outcome is measure.outcome for figure in account.figures):
        return False
    words = {
        token.lower
        for block in account.report.body()
        for token in tokenize(account.report.text, block.start, block.end)
    }
    numbers = {word.lower() for figure in givers.values() for word in (figure.quote, f"{figure.best}")}
    return words.isdisjoint(_words_of(measure.outcome, case.language) | numbers) and _is_late(document, givers, case)


def _is_late(document: str, givers: Mapping[str, Figure], case: Comparison) -> bool:
    own = days(case.account(document).report.published)
    others = [days(case.account(name).report.published) for name in givers]
    known = [one[0] for one in others if one]
    return own is not None and bool(known) and own[1] >= min(known)


@cache
def _words_of(outcome: Outcome, language: Language) -> frozenset[str]:
    """All single words by which the language tells of an outcome."""
    words = lexicon(language)
    verbs = {
        form
        for form, of in words.forms.items()
        if any(sense.outcome == outcome for sense in words.senses.get(of.lemma, ()))
    }
    states = {state.words[-1] for state in words.states if state.outcome == outcome}
    nouns = {word for word, noun in words.countables.items() if noun.outcome == outcome}
    acts = {word for word, senses in words.nominals.items() if any(sense.outcome == outcome for sense in senses)}
    return frozenset(verbs | states | nouns | acts)


def _gap(
    measure: Measure, givers: Mapping[str, Figure], silent: Mapping[str, Sequence[Figure]], case: Comparison
) -> Found:
    values = listing(dict.fromkeys(amount(figure) for _, figure in sorted(givers.items())))
    rest = listing(
        dict.fromkeys(
            outcome_words(figure.outcome) for others in silent.values() for figure in others if figure.outcome
        )
    )
    name = measured(measure, case.language)
    return Found(
        text=say("finding.left_out", measure=name, n=len(givers), values=values, rest=rest),
        spans=[
            *(case.of(figure) for _, figure in sorted(givers.items())),
            *(case.of(figure) for _, others in sorted(silent.items()) for figure in others),
        ],
        figures=[figure for _, figure in sorted(givers.items())],
    )
