"""In short: how far the reports agree, who is said to have counted, the reading that stands apart, who is heard."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from headwater.dossier.inline import Inline, Sigla, Text, plain
from headwater.dossier.labels import measure_label
from headwater.dossier.lookup import Lookup
from headwater.dossier.views.readings import Given, given, most_repeated, reading_piece
from headwater.model import CreditRelation, Figure, Measure

__all__ = ["LONGEST", "in_short"]

LONGEST = 25
"""Words of a sentence, its sigla aside."""

_NAMED = 3
_ALIKE = 0.6
_SHARE = 0.4
_SUPPLY = (CreditRelation.SOURCE, CreditRelation.AGENCY, CreditRelation.REPORTS)


def in_short(measures: Sequence[Measure], telling: Collection[str], lookup: Lookup) -> tuple[Inline, ...]:
    """Up to four sentences of at most 25 words; one whose evidence is missing is left out, not filled.

    A sentence that would be longer gives way to a shorter one that says less, never to none.

    Args:
        measures: those of the main event.
        telling: the reports, by document, that tell of it.
        lookup: the case.
    """
    sentences = (
        _agree(measures, telling, lookup),
        _counted(measures, lookup),
        _apart(measures, lookup),
        _supplied(telling, lookup),
    )
    return tuple(line for line in sentences if line)


def _words(line: Inline) -> int:
    """The words of a sentence; sigla are references, not words."""
    return sum(len(plain((piece,)).split()) for piece in line if not isinstance(piece, Sigla))


def _agree(measures: Sequence[Measure], telling: Collection[str], lookup: Lookup) -> Inline:
    """How many reports give nearly one list, else on how many counts those who give them agree."""
    alike = _one_list(measures, lookup)
    count = len(telling)
    # Two of many that agree do not tell how far the reports agree.
    if count > 2 and len(alike) >= max(2, _SHARE * count):
        message = "short.all_alike" if len(alike) == count else "short.alike"
        return lookup.wording.line(
            message, some=lookup.count(len(alike)), all=lookup.count(count, capital=False), sigla=lookup.sigla(alike)
        )
    shared = [measure for measure in measures if len(_telling(measure, lookup)) > 1]
    if not shared:
        return ()
    same = sum(len(measure.readings) == 1 and not measure.denied for measure in shared)
    if len(shared) == 1:
        return lookup.wording.line("short.row_same" if same else "short.row_differs")
    message = {0: "short.rows_none", len(shared): "short.rows_all"}.get(same, "short.rows")
    return lookup.wording.line(message, all=lookup.count(len(shared)), same=lookup.count(same, capital=False))


def _telling(measure: Measure, lookup: Lookup) -> set[str]:
    """The reports that give a reading of a measure, or deny one."""
    return {lookup.figure[name].document for name in measure.figures if name in lookup.figure}


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
    spelt: dict[str, str] = {}
    for figure in figures:
        if figure.speaker:
            name = spelt.setdefault(figure.speaker[0].casefold(), figure.speaker[0])
            by_speaker[name].append(figure.document)
    if not by_speaker:
        return lookup.wording.line("short.nobody")
    top = most_repeated(measures, lookup)
    if top is not None and len(top[1].documents) > 1 and not any(figure.speaker for figure in top[1].figures):
        reading = (reading_piece(top[1], lookup, lemma=False),)
        brief = lookup.wording.line("short.nobody_for", reading=reading)
        return _shortest(by_speaker, lookup, "short.nobody_but", brief, reading=reading)
    return _shortest(by_speaker, lookup, "short.speakers", _many(by_speaker, lookup, "short.speakers_many"))


def _shortest(
    found: Mapping[str, Sequence[str]], lookup: Lookup, message: str, brief: Inline, **values: object
) -> Inline:
    """A sentence that lists as many names as its 25 words hold, those of most reports first; where not one fits, `brief`."""
    order = sorted(found, key=lambda name: (-len(set(found[name])), name))
    for most in range(min(_NAMED, len(order)), 0, -1):
        line = lookup.wording.line(message, names=_listed(order, most, found, lookup), **values)
        if _words(line) <= LONGEST:
            return line
    return brief


def _many(found: Mapping[str, Sequence[str]], lookup: Lookup, message: str) -> Inline:
    return lookup.wording.line(message, n=len(found), count=lookup.count(len(found), capital=False))


def _listed(order: Sequence[str], most: int, found: Mapping[str, Sequence[str]], lookup: Lookup) -> Inline:
    items: list[Inline] = [(Text(f"{name} "), lookup.sigla(found[name])) for name in order[:most]]
    rest = len(order) - most
    if rest:
        items.append(lookup.wording.line("short.more", n=rest, count=lookup.count(rest, capital=False)))
    line = items[0]
    for number, item in enumerate(items[1:], 2):
        line = lookup.wording.line("list.last" if number == len(items) else "list.next", before=line, item=item)
    return line


def _figures(measures: Sequence[Measure], lookup: Lookup) -> Iterator[Figure]:
    for measure in measures:
        for one in measure.readings:
            yield from (lookup.figure[name] for name in one.figures if name in lookup.figure)


def _apart(measures: Sequence[Measure], lookup: Lookup) -> Inline:
    """The reading that stands apart from one that more reports give, in its own words, each with its reports."""
    rivals = [rival for measure in measures if (rival := _rival(measure, lookup)) is not None]
    if not rivals:
        return ()
    # Those that exclude each other come before those that leave room, then what most reports give.
    measure, first, last = max(rivals, key=lambda rival: (_exclude(rival[1], rival[2]), len(rival[1].documents)))
    label = measure_label(measure, lookup.wording)
    values = {
        "n": len(last.documents),
        "label": label[:1].upper() + label[1:],
        "count": lookup.count(len(last.documents), capital=False),
        "other": (reading_piece(last, lookup, lemma=False),),
        "sigla": lookup.sigla(last.documents),
        "first": (reading_piece(first, lookup, lemma=False),),
        "first_sigla": lookup.sigla(first.documents),
    }
    count = len(first.documents)
    for message, capital in (("short.apart", False), ("short.apart_brief", True)):
        line = lookup.wording.line(message, **values, first_count=lookup.count(count, capital=capital))
        if _words(line) <= LONGEST:
            return line
    return lookup.wording.line("short.apart_counted", **values)


def _rival(measure: Measure, lookup: Lookup) -> tuple[Measure, Given, Given] | None:
    """What two or more reports give of a measure, and what as many give, else the reading that fewest others give; one of them may give both where no number fits both."""
    first, *others = given(measure, lookup) or (None,)
    if first is None or len(first.documents) < 2:
        return None
    said = reading_piece(first, lookup, lemma=False)
    told = [one for one in others if reading_piece(one, lookup, lemma=False) != said]
    as_many = next((one for one in told if len(one.documents) == len(first.documents) and _exclude(first, one)), None)
    if as_many is not None:
        return measure, first, as_many  # beside it no reading of fewer stands apart
    own = set(first.documents)
    apart = [
        one for one in told if own.isdisjoint(one.documents) or (_exclude(first, one) and set(one.documents) - own)
    ]
    if not apart:
        return None
    return measure, first, max(reversed(apart), key=lambda one: (_exclude(first, one), -len(one.documents)))


def _exclude(one: Given, other: Given) -> bool:
    """Whether no number fits both readings."""
    if None in (one.low, other.low):
        return False
    above = one.high is not None and other.low is not None and other.low > one.high
    below = other.high is not None and one.low is not None and one.low > other.high
    return above or below


def _supplied(telling: Collection[str], lookup: Lookup) -> Inline:
    """Who supplied text, as the reports' credit lines have it."""
    where: dict[str, list[str]] = defaultdict(list)
    for report in (one for one in lookup.reports if one.document in telling):
        for credit in report.credits:
            if credit.relation in _SUPPLY and credit.agent.casefold() != lookup.name(report).casefold():
                where[credit.agent].append(report.document)
    return _shortest(where, lookup, "short.suppliers", _many(where, lookup, "short.suppliers_many")) if where else ()
