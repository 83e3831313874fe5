"""Events and measures with their figures, to be merged and split."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from headwater.case.decided_groups import grouping
from headwater.dossier.apart import words_apart
from headwater.dossier.labels import measure_label
from headwater.dossier.numerals import value_words
from headwater.dossier.wording import Wording
from headwater.model import Action, Figure, Whole
from headwater.pipeline.reviewing import Arrangement
from headwater.web.answers import Answer, Asked, Frame
from headwater.web.fields import FormError, clean

__all__ = ["MeasurePages"]

MOST_EVENTS = 8
"""Events beyond which they are shown one at a time."""
DOING = {
    "merge-measures": (Action.MERGE, Whole.MEASURE),
    "split-measure": (Action.SPLIT, Whole.MEASURE),
    "merge-events": (Action.MERGE, Whole.EVENT),
    "split-event": (Action.SPLIT, Whole.EVENT),
    "move-figures": (Action.MERGE, Whole.FIGURE),
}
"""What the buttons of the page do."""


@dataclass(frozen=True, slots=True)
class Chip:
    """A figure as one of those of a measure."""

    id: str
    siglum: str
    value: str
    words: str
    speaker: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A measure with its figures."""

    title: str
    words: str
    background: bool
    chips: tuple[Chip, ...]


class MeasurePages:
    """The page of measures."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.desk = frame.desk

    def measures(self, asked: Asked, status: int = 200, wrong: str = "") -> Answer:
        """The events of the case, each with its measures and their figures."""
        now, arranged = self.desk.now(), self.desk.arranged()
        chosen = {asked.query.get("event", ""), asked.query.get("beside", "")} - {""}
        listed = [
            (event.id, event.label or self.frame.say("event.unnamed"), len(event.documents))
            for event in arranged.events
        ]
        if not chosen and len(listed) > MOST_EVENTS:
            chosen = {max(listed, key=lambda one: one[2])[0]}
        ticked = {name.removeprefix("f-") for name in asked.form if name.startswith("f-")}
        texts = {document: report.text for document, report in now.reports.items()}
        apart = words_apart(arranged.measures, arranged.figures, texts, self.frame.wording)
        shown = [
            (name, words, _sigla(arranged, name), list(self._measures(arranged, name, apart)))
            for name, words, _ in listed
            if not chosen or name in chosen
        ]
        return self.frame.page(
            "measures.html", now, asked, status, listed=listed, shown=shown, chosen=chosen, ticked=ticked, wrong=wrong
        )

    def _measures(self, arranged: Arrangement, event: str, apart: Mapping[str, str]) -> Iterator[Shown]:
        for measure in arranged.measures:
            if measure.event == event:
                figures = [arranged.figures[name] for name in measure.figures]
                figures.sort(key=lambda figure: (figure.document, figure.start))
                chips = tuple(_chip(figure, arranged.sigla, self.frame.wording) for figure in figures)
                title, words = measure_label(measure, self.frame.wording), apart.get(measure.id, "")
                yield Shown(title, words, figures[0].background, chips)

    def regroup(self, asked: Asked) -> Answer:
        """Enter a merging or splitting of what the ticked figures belong to."""
        now, arranged = self.desk.now(), self.desk.arranged()
        figures = [
            arranged.figures[name.removeprefix("f-")]
            for name in asked.form
            if name.startswith("f-") and name.removeprefix("f-") in arranged.figures
        ]
        try:
            action, whole = self._doing(asked.form.get("do", ""), figures, arranged)
            if whole is Whole.FIGURE:
                figures = [_anchor(asked.form.get("to", ""), figures, arranged), *figures]
        except FormError as error:
            return self.measures(asked, 422, self.frame.wrong(error))
        texts = {document: report.text for document, report in now.reports.items()}
        draft = grouping(action, whole, figures, texts, clean(asked.form.get("reason", "")) or None)
        query = "&".join(
            f"{name}={asked.query[name]}" for name in ("event", "beside") if asked.query.get(name) in arranged.known
        )
        to = "/measures" + (f"?{query}" if query and whole is Whole.MEASURE else "")
        return self.frame.entered(draft, now, asked, to, "/journal")

    def _doing(self, name: str, figures: list[Figure], arranged: Arrangement) -> tuple[Action, Whole]:
        """What is to be done with the figures.

        Raises:
            FormError: it cannot be done with these.
        """
        if name not in DOING:
            raise FormError("measures.choose_what")
        action, whole = DOING[name]
        if not figures:
            raise FormError("measures.choose_figures")
        if action is Action.MERGE and whole is not Whole.FIGURE:
            homes = {
                arranged.measure_of.get(figure.id) if whole is Whole.MEASURE else figure.event for figure in figures
            }
            if len(homes) < 2:
                raise FormError(f"measures.one_{whole.value}")
            if whole is Whole.MEASURE and len({(figure.outcome, figure.unit) for figure in figures}) > 1:
                raise FormError("measures.one_outcome")
        return action, whole


def _anchor(event: str, figures: list[Figure], arranged: Arrangement) -> Figure:
    """The first figure of an event that others are to join: a decision holds on to words, not to an event's id.

    Raises:
        FormError: the event has none, or some of the others are on it.
    """
    here = [one for one in arranged.figures.values() if one.event == event and one.outcome is not None]
    if not here:
        raise FormError("measures.no_event")
    if any(one.event == event for one in figures):
        raise FormError("measures.there_already")
    return min(here, key=lambda one: (one.background, one.document, one.start, one.id))


def _chip(figure: Figure, sigla: Mapping[str, str], wording: Wording) -> Chip:
    words = figure.noun or ""
    return Chip(
        figure.id, sigla.get(figure.document, "?"), value_words(figure, wording), words, " > ".join(figure.speaker)
    )


def _sigla(arranged: Arrangement, event: str) -> str:
    """Which reports are on an event."""
    return " ".join(arranged.sigla.get(name, "?") for name, main in sorted(arranged.main.items()) if main == event)
