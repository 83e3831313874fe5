"""What rules between reports look at: the accounts of one event side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from headwater.examine.account import Account
from headwater.examine.floors import is_floor, is_given_before
from headwater.examine.scenes import Scenes
from headwater.examine.sides import goes_on, names_own_forces, one_side, side, side_named
from headwater.examine.speakers import Speakers
from headwater.language import Language
from headwater.model import (
    PRESENT,
    Agreement,
    Event,
    Figure,
    FindingSpan,
    Measure,
    Outcome,
    Reading,
    agreement,
)

__all__ = ["Comparison"]


@dataclass(frozen=True)
class Comparison:
    """The reports that tell of one event, side by side, and what their figures measure alike; or, for rules on events, all of a case.

    `event` is the id of the event, `None` for what belongs to none and for a whole case. `events` hold at least those that the
    figures belong to. What is rare among words is told from these reports alone, so that no other event has a say in it.
    """

    accounts: Sequence[Account]
    measures: Sequence[Measure]
    events: Sequence[Event]
    language: Language
    event: str | None = None
    _by_document: dict[str, Account] = field(init=False, repr=False)
    _by_figure: dict[str, Figure] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_document", {account.document: account for account in self.accounts})
        every = {figure.id: figure for account in self.accounts for figure in account.figures}
        object.__setattr__(self, "_by_figure", every)

    @property
    def on_event(self) -> Sequence[Account]:
        """The accounts of the reports that are on the event, without those that tell of it as background."""
        return [account for account in self.accounts if account.report.main_event == self.event]

    def account(self, document: str) -> Account:
        """The account of a document."""
        return self._by_document[document]

    def figures(self, holder: Measure | Reading) -> list[Figure]:
        """The figures of a reading or of all readings of a measure, in (document, place) order."""
        readings = holder.readings if isinstance(holder, Measure) else (holder,)
        found = [self._by_figure[name] for reading in readings for name in reading.figures]
        return sorted(found, key=lambda figure: (figure.document, figure.start, figure.end))

    def is_part(self, figure: Figure) -> bool:
        """Whether a figure is a part of a count of what befell people ("150 of those taken hostage").

        A part of those who were there ("of the 187 on board, 151 were rescued") counts all that its own outcome befell.
        """
        whole = self.whole(figure)
        return figure.part_of is not None and (whole is None or whole.outcome not in PRESENT)

    def whole(self, figure: Figure) -> Figure | None:
        """The figure that a figure is told as a part of."""
        return self._by_figure.get(figure.part_of or "")

    def of(self, figure: Figure) -> FindingSpan:
        """The words of a figure."""
        return FindingSpan(figure.document, figure.start, figure.end, figure.quote)

    def first_mentions(self, figures: Iterable[Figure]) -> list[Figure]:
        """The first mention of each value, for each outcome and report."""
        first: dict[tuple[object, ...], Figure] = {}
        for figure in figures:
            first.setdefault((figure.document, figure.outcome, figure.best, figure.low, figure.high), figure)
        return list(first.values())

    def first_spans(self, figures: Iterable[Figure]) -> list[FindingSpan]:
        """The words of the first mentions."""
        return [self.of(figure) for figure in self.first_mentions(figures)]

    @cached_property
    def event_spans(self) -> Mapping[str, str | None]:
        """The EDTF span of each event, by id."""
        return {event.id: event.span for event in self.events}

    @cached_property
    def scenes(self) -> Scenes:
        """Which figures are told of one scene."""
        return Scenes([account.report for account in self.accounts], self.language)

    def same_thing(self, one: Figure, other: Figure) -> bool:
        """Whether two figures of one measure are told of one scene and one side; never what two parties to a clash each count in their own voice."""
        if one.document != other.document and self._is_partys(one) and self._is_partys(other):
            return False
        return one_side(self.side(one), self.side(other)) and self.scenes.one(one, other)

    def tells_apart(self, whole: Figure, other: Figure) -> bool:
        """Whether a report that gives a count tells a part of it by the name of the place that another figure counts: lines such as "Gant: 7" below "29 dead"."""
        places = self.scenes.places
        place = places.of(other) - places.own(whole)
        if not place or whole.document == other.document:
            return False
        figures = self.account(whole.document).figures
        parts = [one for one in figures if one.part_of == whole.id and one.sentence != whole.sentence]
        return any(not place.isdisjoint(places.words(part)) for part in parts)

    def side(self, figure: Figure) -> frozenset[str] | None:
        """The words of the side that a figure counts; empty where it counts all, `None` where that is left open."""
        if figure.id not in self._sides:
            self._sides[figure.id] = self._side(figure)
        return self._sides[figure.id]

    def _is_partys(self, figure: Figure) -> bool:
        """Whether a figure is told of no group and no side by a party's own report ("our gunners"): it then mostly counts its own, and so do its parts."""
        figure = self.whole(figure) or figure
        plain = not figure.speaker and figure.group in (None, "person") and not self.side(figure)
        if plain and figure.document not in self._parties:
            self._parties[figure.document] = names_own_forces(self.account(figure.document).report.text, self.language)
        return plain and self._parties[figure.document]

    @cached_property
    def _parties(self) -> dict[str, bool]:
        """Whether reports asked for so far are of a party to a clash."""
        return {}

    def _side(self, figure: Figure) -> frozenset[str] | None:
        account = self.account(figure.document)
        voice = figure.speaker[0] if figure.speaker else account.report.publisher or ""
        found = side(account.report.text, figure, self.language, voice)
        before = account.before(figure) if found == frozenset() else None
        return self.side(before) if before and goes_on(account.report.text, before, figure) else found

    def side_named(self, figure: Figure) -> str:
        """The words that name the side that a figure counts, as its report gives them; none where it counts all."""
        return side_named(self.account(figure.document).report.text, figure, self.language)

    @cached_property
    def _sides(self) -> dict[str, frozenset[str] | None]:
        """The sides asked for so far, by figure."""
        return {}

    def is_floor(self, figure: Figure) -> bool:
        """Whether a figure counts those whom its speaker saw or took in, so that there may have been more."""
        if figure.id not in self._floors:
            self._floors[figure.id] = is_floor(self.account(figure.document).report.text, figure, self.language)
        return self._floors[figure.id]

    def is_given_before(self, figure: Figure) -> bool:
        """Whether a report tells a figure as the count before, that another has taken the place of."""
        return is_given_before(self.account(figure.document).report.text, figure, self.language)

    @cached_property
    def _floors(self) -> dict[str, bool]:
        """The floors asked for so far, by figure."""
        return {}

    @cached_property
    def counts(self) -> dict[str, list[Figure]]:
        """What counts all there were (`voices.counts_of_all`), by measure, as far as it was asked for: several rules ask."""
        return {}

    def also_gives(self, figure: Figure, other: Figure) -> bool:
        """Whether the report that gives a figure in its own voice so gives another's number too, of the same outcome or of none."""
        return not figure.speaker and any(
            near.best == other.best and not near.speaker and near.outcome in (None, Outcome.OTHER, figure.outcome)
            for near in self.account(figure.document).figures
        )

    def exclude(self, one: Figure, other: Figure) -> bool:
        """Whether two counts of one measure cannot both hold."""
        return agreement(*(replace(a, high=None) if self.is_floor(a) else a for a in (one, other))) is Agreement.DIFFERS

    @cached_property
    def speakers(self) -> Speakers:
        """Which of the speakers that figures are given to are one."""
        return Speakers((said for account in self.accounts for said in account.attributions), self.language)

    def speaker_of(self, figure: Figure) -> Sequence[str]:
        """Who says a figure; of one in the report's own voice, who is named in the report for the same count, as a headline repeats the text."""
        near = self.account(figure.document).figures_of_kind(figure.outcome, figure.best)
        return figure.speaker or next((one.speaker for one in near if one.speaker and one.group == figure.group), ())

    def says(self, speaker: Sequence[str], count: Figure) -> bool:
        """Whether a speaker is named somewhere for the number of a count, of the same outcome."""
        near = (one for account in self.accounts for one in account.figures_of_kind(count.outcome, count.best))
        return any(self.same_speaker(one.speaker, speaker) for one in near)

    def same_speaker(self, one: Sequence[str], other: Sequence[str]) -> bool:
        """Whether two chains of speakers begin with one speaker; a report's own voice is nobody's."""
        return bool(one and other) and self.speakers.same(one[0], other[0])
