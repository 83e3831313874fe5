"""Measures that only their reports' words tell apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from headwater.dossier.labels import group_words
from headwater.dossier.phrases import following
from headwater.dossier.wording import Wording
from headwater.model import Figure, Measure

__all__ = ["words_apart"]


def words_apart(
    measures: Iterable[Measure], figures: Mapping[str, Figure], texts: Mapping[str, str], wording: Wording
) -> dict[str, str]:
    """The words that tell measures of one event, outcome, group and scope apart, by id: "children lost both parents".

    So too of a part that its label tells nothing of, being of people like its whole: of 15 dead, 3 "died in hospital".

    Args:
        measures: of the case.
        figures: by id.
        texts: of the reports, by document.
        wording: names groups, which stand in a measure's label and are left out here.
    """
    alike: dict[tuple[object, ...], list[tuple[Measure, Figure]]] = defaultdict(list)
    for one in measures:
        first = next((figures[name] for name in one.figures if name in figures), None)
        if first is not None and first.document in texts:
            scope = one.event, one.outcome, one.group, one.place, one.period, one.unit, first.part_of is not None
            alike[scope].append((one, first))
    return {
        one.id: words
        for group in alike.values()
        for one, first in group
        if len(group) > 1 or _is_part_alike(one, first, figures)
        if (words := _behind(first, texts[first.document], group_words(one, wording)))
    }


def _is_part_alike(measure: Measure, figure: Figure, figures: Mapping[str, Figure]) -> bool:
    """Whether a count of people is a part of one that goes by the same label."""
    whole = figures.get(figure.part_of) if figure.part_of is not None else None
    return (
        whole is not None and measure.group == "person" and (whole.outcome, whole.group) == (figure.outcome, "person")
    )


def _behind(figure: Figure, text: str, group: str) -> str:
    """What follows a figure, less the group that the label names: "lost both parents"."""
    words = following(figure, text)
    return words[len(group) + 1 :] if words.casefold().startswith(f"{group.casefold()} ") else words
