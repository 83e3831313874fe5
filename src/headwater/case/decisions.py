"""One report's figures and the decisions on them → the figures as people decided them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from headwater.case.anchors import Hold, place, place_of
from headwater.case.decided_values import READ, SCOPED, given, snapshot, values
from headwater.grammar.sentences import sentences
from headwater.language import available, load
from headwater.model import Action, Decision, Figure, Quote, Report, Span, Voice

__all__ = ["Decided", "Standing", "State", "decide"]

FIGURES = (Action.ACCEPT, Action.CORRECT, Action.REJECT, Action.ADD, Action.NOTE)
"""The decisions that are on figures."""


class State(StrEnum):
    """How a figure stands."""

    TO_CHECK = "to_check"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"
    ADDED = "added"


STATES = {
    Action.ACCEPT: State.ACCEPTED,
    Action.CORRECT: State.CORRECTED,
    Action.REJECT: State.REJECTED,
    Action.ADD: State.ADDED,
}


@dataclass(slots=True)
class Standing:
    """A figure as it stands: `key` is the id that it was read under, `read` how it was read (`None`: a person added it).

    `scope` holds what is set once events have been told apart; `on` the decisions on it, in order.
    """

    key: str
    figure: Figure
    read: Figure | None
    state: State = State.TO_CHECK
    scope: dict[str, Any] = field(default_factory=dict)
    on: list[Decision] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Decided:
    """The figures of one report as they stand, rejected ones among them, and the decisions whose words are not there."""

    standings: tuple[Standing, ...]
    orphans: tuple[Decision, ...]

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures that hold, in text order, each once; what is a part of a rejected figure is a part of none."""
        kept: dict[str, Figure] = {}
        for standing in sorted(self.standings, key=lambda standing: not standing.figure.decided):
            if standing.state is not State.REJECTED:
                kept.setdefault(standing.figure.id, standing.figure)
        moved = self.moved
        found = [_linked(figure, moved, kept) for figure in kept.values()]
        return tuple(sorted(found, key=lambda figure: (figure.start, figure.end, figure.id)))

    @property
    def moved(self) -> Mapping[str, str]:
        """The id that each figure has now, by the one it was read under."""
        return {standing.key: standing.figure.id for standing in self.standings}

    @property
    def scopes(self) -> Mapping[str, Mapping[str, Any]]:
        """What is to be set once events have been told apart, by the id that the figure has now."""
        return {standing.figure.id: standing.scope for standing in self.standings if standing.scope}


def _linked(figure: Figure, moved: Mapping[str, str], kept: Mapping[str, Figure]) -> Figure:
    """The figure with its whole and its equivalent under the ids that they have now, where they still hold."""
    links: dict[str, Any] = {}
    for name in ("part_of", "equivalent_to"):
        old = getattr(figure, name)
        new = moved.get(old, old)
        links[name] = new if new in kept and new != figure.id else None
    return replace(figure, **links)


def decide(report: Report, figures: Sequence[Figure], decisions: Iterable[Decision]) -> Decided:
    """The figures of a report as people decided them; pure.

    Decisions are applied in their order. Each is held to the figure on its words; where several stand on the same words,
    to the one that is most like what the decision was made on. What was accepted or corrected on words where nothing is
    read any more stays a figure. A decision whose words are gone is returned as an orphan.

    Args:
        report: with the text that the figures were read from.
        figures: as read, in text order.
        decisions: those that hold on this report (`journal.live`), in order; others than on figures are passed over.
    """
    desk = _Desk(report, [Standing(figure.id, figure, figure) for figure in figures])
    orphans = [decision for decision in decisions if decision.action in FIGURES and not desk.apply(decision)]
    return Decided(tuple(desk.standings), tuple(orphans))


class _Desk:
    """The figures of one report while decisions are applied to them."""

    def __init__(self, report: Report, standings: list[Standing]) -> None:
        self.report = report
        self.standings = standings

    def apply(self, decision: Decision) -> bool:
        """Whether the decision found its words, and could be applied."""
        span = place_of(self.report.text, decision)
        if span is None:
            return False
        standing = self._on(span, decision)
        if standing is None and decision.action in (Action.REJECT, Action.NOTE):
            return True  # there is nothing left to reject, or to say anything of
        try:
            standing = standing or self._made(span, decision)
            self._set(standing, decision)
        except (ValueError, KeyError, AttributeError):
            return False
        standing.on.append(decision)
        return True

    def _on(self, span: Span, decision: Decision) -> Standing | None:
        """The figure that a decision is on: of those on its words, the one most like what the decision was made on."""
        here = [standing for standing in self.standings if standing.figure.span == span]
        old = decision.after if decision.action == Action.ADD else decision.before
        if decision.action == Action.ADD:
            here = [one for one in here if (one.figure.outcome or None) == (old.get("outcome") or None)]
        return max(here, key=lambda standing: _likeness(standing, old), default=None)

    def _made(self, span: Span, decision: Decision) -> Standing:
        """A figure where none is read; it takes the place of what is read across the same words."""
        report = self.report
        quote = span.of(report.text)
        name = Figure.identify(report.document, span.start, span.end, None, None)
        around = _sentence(report, span)
        figure = Figure(name, report.document, span.start, span.end, quote, around, None, None, None)
        figure = _identified(replace(figure, **values(given(decision), READ)))
        standing = Standing(figure.id, figure, None)
        self.standings = [one for one in self.standings if one.figure.decided or not one.figure.span.overlaps(span)]
        self.standings.append(standing)
        self.standings.sort(key=lambda one: (one.figure.start, one.figure.end, one.key))
        return standing

    def _set(self, standing: Standing, decision: Decision) -> None:
        action = Action(decision.action)
        if action is Action.NOTE:
            return
        data = given(decision)
        new = decision.after
        changed = values(data, READ) if action is not Action.REJECT else {}
        if "speaker" in new and "voice" not in new:
            changed["voice"] = Voice.ATTRIBUTED if changed["speaker"] else Voice.NARRATED
        if "part_of" in new:
            changed["part_of"] = self._whole(new["part_of"])
        if "basis" in new:
            changed["basis"] = self._basis(new["basis"])
        standing.figure = _identified(replace(standing.figure, **changed, decided=True))
        standing.scope |= values(new, SCOPED)
        standing.figure = replace(standing.figure, **standing.scope)
        standing.state = STATES[action] if standing.read or action is Action.REJECT else State.ADDED

    def _basis(self, data: Mapping[str, Any] | None) -> Quote | None:
        """The words that say how a number is known, where they stand now."""
        if not data:
            return None
        words = {name: data[name] for name in ("start", "quote", "prefix", "suffix")}
        span = place(self.report.text, Hold(**words, end=data["start"] + len(data["quote"])))
        return Quote.at(self.report.text, span.start, span.end) if span else None

    def _whole(self, data: Mapping[str, Any] | None) -> str | None:
        """The key of the figure on the words of a whole."""
        if not data:
            return None
        words = {name: data[name] for name in ("start", "quote", "prefix", "suffix")}
        span = place(self.report.text, Hold(**words, end=data["start"] + len(data["quote"])))
        here = [one for one in self.standings if one.figure.span == span]
        return max(here, key=lambda one: _likeness(one, data)).key if here else None


def _identified(figure: Figure) -> Figure:
    name = Figure.identify(figure.document, figure.start, figure.end, figure.outcome, figure.group)
    return replace(figure, id=name)


def _likeness(standing: Standing, old: Mapping[str, Any]) -> tuple[int, int, int]:
    """How like a figure is to what a decision was made on: outcome and group first, then all else."""
    now, read = snapshot(standing.figure), snapshot(standing.read or standing.figure)
    what = sum(now.get(name) == old.get(name) for name in ("outcome", "group"))
    was = sum(read.get(name) == old.get(name) for name in ("outcome", "group"))
    return what, was, sum(now.get(name) == old.get(name) for name in READ)


def _sentence(report: Report, span: Span) -> Span:
    """The sentence around a place; where there is none (page chrome, another language), its block, else the place."""
    code = report.language or "en"
    if code in available():
        for one in sentences(report.text, report.blocks, load(code)):
            if one.start <= span.start and span.end <= one.end:
                return Span(one.start, one.end)
    return next((block.span for block in report.blocks if block.span.holds(span)), span)
