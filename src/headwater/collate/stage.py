"""Figures of all reports → measures and their readings."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from headwater.collate.regrouping import Group, regrouped
from headwater.collate.things import things
from headwater.language import Language
from headwater.language.collation import alike, named_by_outcome, whole_groups
from headwater.model import PRESENT, Figure, Measure, Outcome, Reading, Regrouping, Whole, identifier
from headwater.model.ports import Memory, forgetful

__all__ = ["VERSION", "collate"]

VERSION = "11"

_ORDER = {outcome: place for place, outcome in enumerate(Outcome)}


class Key(NamedTuple):
    """What figures have in common that measure the same thing."""

    event: str | None
    background: bool
    outcome: Outcome
    part: bool
    counted: str | None
    """The number of a part of which no group tells what it is, or of a count on top of another: another number may count others, and so may one out of those of another outcome."""
    group: str
    place: str | None
    period: str | None
    unit: str


class Value(NamedTuple):
    """What figures have in common that give one reading: bounds; of vague words, which bound nothing, the words."""

    best: Decimal | None
    low: Decimal | None
    high: Decimal | None
    words: str | None


Part = tuple[bool, str | None]
"""What is collated by itself: the figures told of one event that no report is on, so that all tell of it as background, or of one that some are on."""

Measures = tuple[Measure, ...]


def collate(
    figures: Iterable[Figure], language: Language, said: Sequence[Regrouping] = (), memory: Memory = forgetful
) -> Measures:
    """The measures of a case in the fixed order of outcomes, each with its readings, most reports first.

    Figures without an outcome are in no measure. Groups that stand for the whole population share a measure, and so do those that are one by two words; a part that is
    itself counted in persons ("20 of the 40 dead were on deck") is no reading of the whole, but a part of those who were there
    ("of the 187 aboard 14 are missing") is; nor is one of several parts that share out a group. What comes on top of another count is none of it either. Parts of other numbers may be other people ("nine were under 16", "eleven had no ticket"), and
    are no readings of each other; one of a named place is a count of that place. What one voice counts side by side is counted apart (`things`). What is only denied
    ("denied that 12 had died") is no reading: it stands beside them, also where there are none.

    Args:
        figures: of all reports, in any order.
        language: whose data say which groups stand for the whole population.
        said: what people merged and split, in order.
        memory: of earlier runs, for what is told of one event by the same reports; its marks tell of all their figures.
    """
    by_part: dict[Part, list[Figure]] = defaultdict(list)
    present: set[str] = set()
    told = list(figures)
    # What one report tells as background is what another may be on: both are counts of one event.
    on = {figure.event for figure in told if not figure.background and figure.event is not None}
    for figure in told:
        if figure.outcome is not None:
            by_part[figure.background and figure.event not in on, figure.event].append(figure)
        if figure.outcome in PRESENT:
            present.add(figure.id)
    of = _Parts(by_part, present, whole_groups(language), named_by_outcome(language), alike(language))
    ordered = sorted(by_part, key=lambda part: (part[0], part[1] or ""))
    moved = _moved(by_part, said)
    marks = {part: _mark(part, by_part[part], memory) for part in ordered if part not in moved}
    found = memory.each("measures", Measures, of.measures, marks)
    groups = regrouped([group for part in ordered if part in moved for group in of.groups(part)], said)
    for part in moved:
        own = (group for group in groups if (group.key.background, group.key.event) == part)
        found[part] = tuple(_measure(group.key, group.apart, group.figures) for group in own)
    return tuple(measure for part in ordered for measure in found[part])


def _moved(by_part: Mapping[Part, Sequence[Figure]], said: Sequence[Regrouping]) -> set[Part]:
    """The parts with figures that people merged or split."""
    names = {name for one in said if one.whole is Whole.MEASURE for name in one.figures}
    return (
        {part for part, inside in by_part.items() if any(figure.id in names for figure in inside)} if names else set()
    )


def _mark(part: Part, figures: Sequence[Figure], memory: Memory) -> str:
    documents = sorted({figure.document for figure in figures})
    return memory.mark(part, [(document, memory.marks.get(document, "")) for document in documents])


@dataclass(frozen=True, slots=True)
class _Parts:
    """The figures that have an outcome, by part; the ids of those told of all who were there; groups for the whole population; those that but name whom an outcome befell; names of groups that are one."""

    figures: Mapping[Part, Sequence[Figure]]
    present: Container[str]
    whole: frozenset[str]
    befallen: Mapping[str, frozenset[str]]
    names: Mapping[str, str]

    def measures(self, part: Part) -> Measures:
        """The measures of a part."""
        return tuple(_measure(group.key, group.apart, group.figures) for group in self.groups(part))

    def groups(self, part: Part) -> list[Group[Key]]:
        """The figures of a part, by what they measure."""
        by_key: dict[Key, list[Figure]] = defaultdict(list)
        ordered = sorted(self.figures[part], key=lambda one: (one.document, one.start, one.end, one.id))
        shared = _shared_out(ordered)
        by_id = {figure.id: figure for figure in ordered}
        for figure in ordered:
            if figure.outcome is not None:
                whole = by_id.get(figure.part_of or "")
                key = self._key(figure, figure.outcome, whole, figure.id in shared)
                by_key[key._replace(background=part[0])].append(figure)
        ranked = sorted(by_key, key=_Ranks(by_key).of)
        return [Group(key, found, at or None) for key in ranked for at, found in enumerate(things(by_key[key]))]

    def _key(self, figure: Figure, outcome: Outcome, whole: Figure | None, shared: bool) -> Key:
        group = figure.group or "person"
        group = "person" if group in self.whole or group in self.befallen.get(outcome, ()) else group
        of_people = figure.part_of is not None and figure.part_of not in self.present
        alike = whole is not None and (whole.outcome, whole.group) == (outcome, figure.group)
        part = figure.place is None and (shared or alike or (group == "person" and of_people))
        return Key(
            event=figure.event,
            background=figure.background,
            outcome=outcome,
            part=part,
            counted=_counted(figure, part, whole.outcome if whole is not None else None),
            group=self.names.get(group, group),
            place=figure.place,
            period=figure.period,
            unit=figure.unit,
        )


def _counted(figure: Figure, part: bool, of: Outcome | None) -> str | None:
    """The number that tells a part, or a count on top of another ("another three died"), apart from others of the kind; `None` for all else.

    Where the whole is `of` another outcome, that is told too: two of the dead who died at home are not two of the wounded who died.
    """
    told = next((value for value in (figure.best, figure.low, figure.high) if value is not None), None)
    if told is None or not (figure.is_added or part):
        return None
    return f"{told}" if of in (None, figure.outcome) else f"{told} {of}"


def _shared_out(figures: Iterable[Figure]) -> set[str]:
    """The figures that are parts of one whole beside another part of the same group: "14 were its own workers and five a contractor's"."""
    parts: dict[object, list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.part_of is not None and figure.outcome is not None:
            parts[figure.part_of, figure.outcome, figure.group].append(figure)
    return {one.id for found in parts.values() if len({one.best for one in found}) > 1 for one in found}


class _Ranks:
    """Where what is measured stands: each whole, right behind it what is part of it, each time's together; never by size."""

    def __init__(self, figures: Mapping[Key, Sequence[Figure]]) -> None:
        self._own = {key: _rank(key, found) for key, found in figures.items()}
        key_of = {figure.id: key for key, found in figures.items() for figure in found}
        self._wholes = {key: self._whole(key, found, key_of) for key, found in figures.items()}

    def of(self, key: Key) -> tuple[tuple[object, ...], ...]:
        """The ranks from the whole of all down to what is asked for."""
        line = [key]
        while (whole := self._wholes[line[-1]]) is not None and whole not in line:
            line.append(whole)
        return tuple(self._own[one] for one in reversed(line))

    def _whole(self, key: Key, figures: Sequence[Figure], key_of: Mapping[str, Key]) -> Key | None:
        """Of what most of the figures are parts, where that is measured by the same outcome."""
        wholes = Counter(key_of[one.part_of] for one in figures if one.part_of is not None and one.part_of in key_of)
        found = [whole for whole in wholes if whole != key and whole.outcome == key.outcome]
        return min(found, key=lambda whole: (-wholes[whole], self._own[whole]), default=None)


def _rank(key: Key, figures: Sequence[Figure]) -> tuple[object, ...]:
    return (
        key.background,
        key.event or "",
        _ORDER[key.outcome],
        key.place is not None,
        key.period or "",
        key.group != "person",
        key.group != "person" and not any(figure.part_of for figure in figures),
        key.part,
        key.counted is not None,
        (figures[0].document, figures[0].start) if key.counted else ("", 0),
        key.group,
        key.place or "",
        key.unit,
    )


def _measure(key: Key, apart: int | str | None, figures: Sequence[Figure]) -> Measure:
    by_value: dict[Value, list[Figure]] = defaultdict(list)
    for figure in (one for one in figures if not one.denied):
        words = figure.quote.casefold() if (figure.best, figure.low, figure.high) == (None, None, None) else None
        by_value[Value(figure.best, figure.low, figure.high, words)].append(figure)
    readings = [_reading(value, group) for value, group in by_value.items()]
    # Most reports first, then by first report, and as that tells them: the order says nothing else.
    readings.sort(key=lambda reading: (-len(reading.documents), reading.documents))
    return Measure(
        id=identifier("m", *key, apart),
        event=key.event,
        outcome=key.outcome,
        group=key.group,
        place=key.place,
        period=key.period,
        unit=key.unit,
        readings=tuple(readings),
        denied=tuple(figure.id for figure in figures if figure.denied),
    )


def _reading(value: Value, figures: Sequence[Figure]) -> Reading:
    # A headline seldom names the day that the text below it gives: a reading holds for the one day that any of its figures names.
    days = {figure.as_of for figure in figures if figure.as_of}
    return Reading(
        best=value.best,
        low=value.low,
        high=value.high,
        as_of=days.pop() if len(days) == 1 else None,
        figures=tuple(figure.id for figure in figures),
        documents=tuple(dict.fromkeys(figure.document for figure in figures)),
        speakers=tuple(sorted({figure.speaker[0] for figure in figures if figure.speaker})),
    )
