"""Events as people merged and split them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from headwater.events.profile import Profile
from headwater.events.telling import Telling
from headwater.model import Event, Extraction, Figure, Regrouping, Whole, identifier

__all__ = ["reassigned", "regathered"]

Groups = list[tuple[Profile, ...]]


def regathered(groups: Groups, first: Telling, said: Sequence[Regrouping]) -> Groups:
    """The groups of reports on one event, merged and split as people said.

    Args:
        groups: as gathered by what reports are about.
        first: the events told apart with these groups: which figures are on their report's main event.
        said: what people said; what is on figures told as background is passed over (`reassigned`).
    """
    figures = _figures(first)
    for one in said:
        if one.whole is not Whole.EVENT:
            continue
        meant = {figures[name].document for name in one.figures if name in figures and not figures[name].background}
        if one.apart:
            groups = _split(groups, meant)
        elif len(meant) > 1:
            groups = _merged(groups, meant)
    return sorted(groups, key=lambda group: group[0].document)


def _split(groups: Groups, documents: set[str]) -> Groups:
    own = tuple(one for group in groups for one in group if one.document in documents)
    rest = [tuple(one for one in group if one.document not in documents) for group in groups]
    return [group for group in (*rest, _ordered(own)) if group]


def _merged(groups: Groups, documents: set[str]) -> Groups:
    meant = [group for group in groups if any(one.document in documents for one in group)]
    return [*(group for group in groups if group not in meant), _ordered(one for group in meant for one in group)]


def _ordered(profiles: Iterable[Profile]) -> tuple[Profile, ...]:
    return tuple(sorted(profiles, key=lambda one: one.document))


def reassigned(telling: Telling, said: Sequence[Regrouping]) -> Telling:
    """The events with single figures moved as people said, and those told as background: to another event, or to one of their own."""
    for one in said:
        figures = _figures(telling)
        meant = [figures[name] for name in one.figures if name in figures and figures[name].event]
        if one.whole is Whole.FIGURE and meant:
            telling = _joined(telling, meant[0], meant[1:])
            continue
        past = [figure for figure in meant if figure.background]
        if one.whole is not Whole.EVENT or not past:
            continue
        if one.apart:
            telling = _own(telling, past)
        elif target := next((figure.event for figure in meant if not figure.background), past[0].event):
            telling = _moved(telling, {figure.event: target for figure in past if figure.event}, {})
    return telling


def _figures(telling: Telling) -> dict[str, Figure]:
    return {figure.id: figure for one in telling.extractions.values() for figure in one.figures}


def _own(telling: Telling, figures: Sequence[Figure]) -> Telling:
    """The events with one more, for some figures that were told as background of others."""
    label = next((event.label for event in telling.events if event.id == figures[0].event), "")
    documents = tuple(sorted({figure.document for figure in figures}))
    event = Event(identifier("e", "apart", figures[0].id), label, documents=documents)
    moved = _moved(telling, {}, {figure.id: event.id for figure in figures})
    return replace(moved, events=_sorted([*moved.events, event]))


def _joined(telling: Telling, first: Figure, others: Sequence[Figure]) -> Telling:
    """The telling with figures on the event of another figure; an event told as background then is told by their reports as well."""
    moved = _moved(telling, {}, {figure.id: str(first.event) for figure in others})
    if first.event in set(telling.main.values()):
        return moved
    more = {figure.document for figure in others}
    listed = (
        replace(event, documents=tuple(sorted({*event.documents, *more}))) if event.id == first.event else event
        for event in moved.events
    )
    return replace(moved, events=_sorted(listed))


def _moved(telling: Telling, events: Mapping[str, str], figures: Mapping[str, str]) -> Telling:
    """The telling with whole events, or single figures, become part of others; events left without figures go."""
    told = {
        document: replace(one, figures=tuple(_of(figure, events, figures, telling.main) for figure in one.figures))
        for document, one in telling.extractions.items()
    }
    told = {document: _redated(one, events) for document, one in told.items()}
    left = [event for event in telling.events if events.get(event.id, event.id) == event.id]
    more: dict[str, set[str]] = {}
    for event in telling.events:
        more.setdefault(events.get(event.id, event.id), set()).update(event.documents)
    mains = set(telling.main.values())
    listed = [event if event.id in mains else replace(event, documents=tuple(sorted(more[event.id]))) for event in left]
    return Telling(_sorted(listed), telling.main, told)


def _of(
    figure: Figure, events: Mapping[str, str], figures: Mapping[str, str], main: Mapping[str, str | None]
) -> Figure:
    event = figures.get(figure.id) or events.get(figure.event or "", figure.event)
    return figure if event == figure.event else replace(figure, event=event, background=event != main[figure.document])


def _redated(extraction: Extraction, events: Mapping[str, str]) -> Extraction:
    datings = tuple(replace(one, event=events.get(one.event or "", one.event)) for one in extraction.datings)
    return replace(extraction, datings=datings)


def _sorted(events: Iterable[Event]) -> tuple[Event, ...]:
    return tuple(sorted(events, key=lambda event: (event.span or "~", event.label, event.id)))
