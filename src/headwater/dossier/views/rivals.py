"""Who counts whom: of one event and outcome the counts of several who count, by whom they are of, each with its day and how it is known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from headwater.dossier.dates import date_words
from headwater.dossier.inline import Inline, Link, Piece, Said, Text
from headwater.dossier.labels import group_words, outcome_label
from headwater.dossier.lookup import Lookup
from headwater.dossier.numerals import unit_words, value_words
from headwater.dossier.phrases import phrase
from headwater.dossier.views.byreading import known_by
from headwater.model import Figure, Measure, Voice

__all__ = ["Counting", "Rivals", "rivals"]

_MOST = 24


@dataclass(frozen=True, slots=True)
class Counting:
    """One count: who gives it (with words that say how it is known), how many, and as of when; `count` leads to the words."""

    who: Inline
    count: Inline
    day: str


@dataclass(frozen=True, slots=True)
class Whom:
    """The counts of those whom one word names."""

    whom: Piece
    rows: tuple[Counting, ...]


@dataclass(frozen=True, slots=True)
class Rivals:
    """The counts of one event and outcome, by whom they are of."""

    title: str
    counted: tuple[Whom, ...]


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
    by_whom: dict[Piece, dict[tuple[str, ...], list[tuple[Measure, Figure]]]] = {}
    for measure, figure in family:
        key = _speaker(figure), _publisher(figure, lookup), value_words(figure, lookup.wording), _day(figure, lookup)
        by_whom.setdefault(_whom(measure, figure, lookup), {}).setdefault(key, []).append((measure, figure))
    measure, _ = family[0]
    event = lookup.event.get(measure.event or "")
    title = ": ".join(filter(None, (event.label if event else "", outcome_label(measure, lookup.wording))))
    counted = (Whom(whom, tuple(_counting(told, lookup) for told in alike.values())) for whom, alike in by_whom.items())
    return Rivals(title, tuple(counted))


def _publisher(figure: Figure, lookup: Lookup) -> str:
    """Who gives a count in the report's own voice; a communiqué's is its issuer's. Nobody where a speaker gives it."""
    return "" if figure.speaker else lookup.name(lookup.report[figure.document])


def _whom(measure: Measure, figure: Figure, lookup: Lookup) -> Piece:
    """Whom a figure counts: the group in plain words, or the report's own word for it where that is another."""
    plain = group_words(measure, lookup.wording)
    if figure.negated or not figure.noun or figure.noun.casefold() in (plain, figure.group):
        return Text(plain)
    return Said(figure.noun)


def _day(figure: Figure, lookup: Lookup) -> str:
    """The day that a count is given for, else that on which it was told."""
    locale = lookup.wording.locale
    if as_of := date_words(figure.as_of, locale):
        return as_of
    published = date_words(lookup.report[figure.document].published, locale)
    return lookup.wording.say("rivals.told", date=published) if published else ""


def _counting(told: list[tuple[Measure, Figure]], lookup: Lookup) -> Counting:
    measure, figure = told[0]
    if figure.negated:  # "no one was killed" says of whom
        words = f"“{phrase(figure, lookup.report[figure.document].text)}”"
    else:
        words = value_words(figure, lookup.wording) + unit_words(figure.unit, lookup.wording, figure.best)
    link = Link(words, lookup.addresses.to("cell", measure.id, figure.document))
    return Counting(
        who=(*_who(figure, lookup), *known_by([one for _, one in told])),
        count=(link, Text(" "), lookup.sigla(one.document for _, one in told)),
        day=_day(figure, lookup),
    )


def _who(figure: Figure, lookup: Lookup) -> Inline:
    if figure.speaker:
        return (Text(" → ".join(figure.speaker)),)
    if figure.voice is Voice.ATTRIBUTED:
        return (Text(lookup.wording.say("reading.unnamed")),)
    return lookup.wording.line("rivals.itself", name=_publisher(figure, lookup))
