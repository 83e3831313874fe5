"""In short: how far the reports agree, who is said to have counted, the reading that stands apart, who is heard."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from headwater.dossier.inline import Inline, Text
from headwater.dossier.lookup import Lookup
from headwater.dossier.views.readings import Given, given, most_repeated, reading_piece
from headwater.model import CreditRelation, Figure, Measure

__all__ = ["in_short"]

_NAMED = 3
_ALIKE = 0.6
_SUPPLY = (CreditRelation.SOURCE, CreditRelation.AGENCY, CreditRelation.REPORTS)


def in_short(measures: Sequence[Measure], lookup: Lookup) -> tuple[Inline, ...]:
    """Up to four sentences; one whose evidence is missing is left out, not filled.

    Args:
        measures: those of the main event.
        lookup: the case.
    """
    return tuple(
        line
        for line in (_agree(measures, lookup), _counted(measures, lookup), _apart(measures, lookup), _heard(lookup))
        if line
    )


def _agree(measures: Sequence[Measure], lookup: Lookup) -> Inline:
    """How many reports give nearly one list, else in how many rows they give one value."""
    alike = _one_list(measures, lookup)
    count = len(lookup.reports)
    if len(alike) >= 2 and count > 2:
        message = "short.all_alike" if len(alike) == count else "short.alike"
        return lookup.wording.line(
            message, some=lookup.count(len(alike)), all=lookup.count(count, capital=False), sigla=lookup.sigla(alike)
        )
    shared = [measure for measure in measures if len({d for one in measure.readings for d in one.documents}) > 1]
    if not shared:
        return ()
    same = sum(len(measure.readings) == 1 for measure in shared)
    return lookup.wording.line(
        "short.rows",
        n=len(shared),
        all=lookup.count(len(shared), capital=False),
        same=lookup.count(same, capital=False),
    )


def _one_list(measures: Sequence[Measure], lookup: Lookup) -> list[str]:
    """The reports that give nearly the list of figures that one of them gives, as many as there are."""
    values: dict[str, set[tuple[str, object]]] = defaultdict(set)
    for measure in measures:
        for one in measure.readings:
            if one.best is not None:
                for document in one.documents:
                    values[document].add((measure.id, one.best))
    best: list[str] = []
    for document in (document for document in lookup.place if len(values[document]) > 1):
        mine = values[document]
        near = [
            other
            for other in lookup.place
            if len(mine & values[other]) > 1 and len(mine & values[other]) >= _ALIKE * len(mine | values[other])
        ]
        best = near if len(near) > len(best) else best
    return best


def _counted(measures: Sequence[Measure], lookup: Lookup) -> Inline:
    """Whom the reports name for figures, or that none says who counted."""
    figures = list(_figures(measures, lookup))
    if not figures:
        return ()
    by_speaker: dict[str, list[str]] = defaultdict(list)
    for figure in figures:
        if figure.speaker:
            by_speaker[figure.speaker[0]].append(figure.document)
    if not by_speaker:
        return lookup.wording.line("short.nobody")
    order = sorted(by_speaker, key=lambda name: (-len(set(by_speaker[name])), name))
    names: list[object] = []
    for number, name in enumerate(order[:_NAMED]):
        names += [Text(", ")] if number else []
        names += [Text(f"{name} "), lookup.sigla(by_speaker[name])]
    rest = len(order) - _NAMED
    more = lookup.wording.line("short.more", n=rest, count=lookup.count(rest, capital=False)) if rest > 0 else ()
    top = most_repeated(measures, lookup)
    if top is not None and len(top[1].documents) > 1 and not any(figure.speaker for figure in top[1].figures):
        reading = (reading_piece(top[1], lookup, lemma=False),)
        return lookup.wording.line("short.nobody_but", reading=reading, names=tuple(names), more=more)
    return lookup.wording.line("short.speakers", names=tuple(names), more=more)


def _figures(measures: Sequence[Measure], lookup: Lookup) -> Iterator[Figure]:
    for measure in measures:
        for one in measure.readings:
            yield from (lookup.figure[name] for name in one.figures if name in lookup.figure)


def _apart(measures: Sequence[Measure], lookup: Lookup) -> Inline:
    """The reading of the most repeated measure that stands apart, in its own words: the one that fewest reports give."""
    rivals: list[tuple[Given, Given]] = []
    for measure in measures:
        readings = given(measure, lookup)
        apart = [one for one in readings[1:] if not set(one.documents) & set(readings[0].documents)]
        if apart:
            rivals.append((readings[0], min(reversed(apart), key=lambda one: len(one.documents))))
    if not rivals:
        return ()
    first, last = max(rivals, key=lambda rival: len(rival[0].documents))
    return lookup.wording.line(
        "short.apart",
        n=len(last.documents),
        other=(reading_piece(last, lookup, lemma=False),),
        sigla=lookup.sigla(last.documents),
        first=(reading_piece(first, lookup, lemma=False),),
        first_sigla=lookup.sigla(first.documents),
    )


def _heard(lookup: Lookup) -> Inline:
    """Who supplied text, as the reports' credit lines have it."""
    suppliers: Counter[str] = Counter()
    where: dict[str, list[str]] = defaultdict(list)
    for report in lookup.reports:
        for credit in report.credits:
            if credit.relation in _SUPPLY and credit.agent.casefold() != lookup.name(report).casefold():
                suppliers[credit.agent] += 1
                where[credit.agent].append(report.document)
    if not suppliers:
        return ()
    order = sorted(suppliers, key=lambda name: (-len(set(where[name])), name))[:_NAMED]
    names: list[object] = []
    for number, name in enumerate(order):
        names += [Text(", ")] if number else []
        names += [Text(f"{name} "), lookup.sigla(where[name])]
    return lookup.wording.line(
        "short.suppliers", n=len(suppliers), count=lookup.count(len(suppliers)), names=tuple(names)
    )
