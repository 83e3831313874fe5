"""Who counts whom: of one event and outcome the counts of several who count, each with whom it is of, its day and how it is known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from headwater.dossier.inline import Inline, Link, Piece, Said, Text
from headwater.dossier.labels import group_words, outcome_label
from headwater.dossier.lookup import Lookup
from headwater.dossier.numerals import unit_words, value_words
from headwater.dossier.phrases import phrase
from headwater.dossier.views.byreading import who_counts
from headwater.model import Figure, Measure

__all__ = ["Counting", "Rivals", "rivals"]

_MOST = 24


@dataclass(frozen=True, slots=True)
class Counting:
    """One count: who gives it (with day and words that say how it is known), of whom, and how many; `count` leads to the words."""

    who: Inline
    whom: Piece
    count: Inline


@dataclass(frozen=True, slots=True)
class Rivals:
    """The counts of one event and outcome."""

    title: str
    rows: tuple[Counting, ...]


def rivals(lookup: Lookup) -> tuple[Rivals, ...]:
    """Event by event and outcome by outcome, in the order of the table: those that two or more count, a named one among them, and not alike."""
    families: dict[tuple[str | None, str, str], list[tuple[Measure, Figure]]] = {}
    for measure in lookup.foreground:
        family = families.setdefault((measure.event, measure.outcome.value, measure.unit), [])
        family += [(measure, figure) for figure in _wholes(measure, lookup)]
    told = (_rivals(family, lookup) for family in families.values() if _differ(family, lookup))
    return tuple(one for one, _ in zip(told, range(_MOST), strict=False))


def _wholes(measure: Measure, lookup: Lookup) -> Iterator[Figure]:
    """The figures of a measure that are no parts of others of its outcome, in the order of the page."""
    found = [lookup.figure[name] for one in measure.readings for name in one.figures if name in lookup.figure]
    found = [one for one in found if one.document in lookup.place and not _is_part(one, lookup)]
    yield from sorted(found, key=lambda one: (lookup.place[one.document], one.start))


def _is_part(figure: Figure, lookup: Lookup) -> bool:
    """Whether a figure counts some of those that another counts; the 14 missing of 187 aboard are all who are missing."""
    whole = lookup.figure.get(figure.part_of or "")
    return whole is not None and whole.outcome is figure.outcome


def _differ(family: list[tuple[Measure, Figure]], lookup: Lookup) -> bool:
    who = {_speaker(figure) for _, figure in family}
    return len(who) > 1 and who != {""} and len({value_words(figure, lookup.wording) for _, figure in family}) > 1


def _speaker(figure: Figure) -> str:
    return figure.speaker[0].casefold() if figure.speaker else ""


def _rivals(family: list[tuple[Measure, Figure]], lookup: Lookup) -> Rivals:
    alike: dict[tuple[str, ...], list[tuple[Measure, Figure]]] = {}
    for measure, figure in family:
        key = _speaker(figure), (figure.noun or measure.group).casefold(), value_words(figure, lookup.wording)
        alike.setdefault(key, []).append((measure, figure))
    measure, _ = family[0]
    event = lookup.event.get(measure.event or "")
    title = ": ".join(filter(None, (event.label if event else "", outcome_label(measure, lookup.wording))))
    return Rivals(title, tuple(_counting(told, lookup) for told in alike.values()))


def _counting(told: list[tuple[Measure, Figure]], lookup: Lookup) -> Counting:
    measure, figure = told[0]
    if figure.negated:  # "no one was killed" says of whom
        words = f"“{phrase(figure, lookup.report[figure.document].text)}”"
    else:
        words = value_words(figure, lookup.wording) + unit_words(figure.unit, lookup.wording, figure.best)
    link = Link(words, lookup.addresses.to("cell", measure.id, figure.document))
    return Counting(
        who=who_counts([one for _, one in told], lookup),
        whom=Said(figure.noun) if figure.noun and not figure.negated else Text(group_words(measure, lookup.wording)),
        count=(link, Text(" "), lookup.sigla(one.document for _, one in told)),
    )
