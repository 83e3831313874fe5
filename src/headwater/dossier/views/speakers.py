"""Who is quoted for what, through whom: names as the reports give them, unnamed speakers never matched to names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from headwater.dossier.inline import Inline, Link, Piece, Said, Sigla, Text
from headwater.dossier.labels import measure_label
from headwater.dossier.lookup import Lookup
from headwater.dossier.numerals import value_words
from headwater.model import Attribution, Figure, Statement

__all__ = ["SpeakerView", "speakers_view"]

_FIGURES = 10


@dataclass(frozen=True, slots=True)
class SpeakerView:
    """One name: the reports that quote it, through whom, and what it is quoted for."""

    name: str
    sigla: Sigla
    through: tuple[str, ...]
    figures: tuple[Inline, ...]
    statements: tuple[tuple[Said, str, Sigla], ...]
    more: int


def _voiced(lookup: Lookup) -> Iterator[Figure | Statement]:
    """All that a report may give in another's voice."""
    yield from lookup.contents.figures
    yield from lookup.contents.statements


def speakers_view(lookup: Lookup) -> tuple[SpeakerView, ...]:
    """Speakers in alphabetical order; nothing where no report quotes anyone."""
    figures: dict[str, list[Figure]] = defaultdict(list)
    statements: dict[str, list[Statement]] = defaultdict(list)
    documents: dict[str, set[str]] = defaultdict(set)
    through: dict[str, set[str]] = defaultdict(set)
    for figure in lookup.contents.figures:
        if figure.speaker:
            figures[figure.speaker[0]].append(figure)
    for statement in lookup.contents.statements:
        if statement.speaker:
            statements[statement.speaker[0]].append(statement)
    saying: list[Attribution | Figure | Statement] = [*lookup.contents.attributions, *_voiced(lookup)]
    for said in saying:
        if said.speaker:
            documents[said.speaker[0]].add(said.document)
            through[said.speaker[0]].update(said.speaker[1:])
    names = sorted(documents, key=lambda name: (name.casefold(), name))
    return tuple(
        SpeakerView(
            name,
            lookup.sigla(documents[name]),
            tuple(sorted(through[name])),
            tuple(_figures(told, lookup) for told in _alike(figures[name], lookup))[:_FIGURES],
            tuple(
                (Said(one.quote), lookup.wording.say(f"statement.{one.kind.value}"), lookup.sigla([one.document]))
                for one in statements[name]
            ),
            max(0, len(_alike(figures[name], lookup)) - _FIGURES),
        )
        for name in names
    )


def _alike(figures: Sequence[Figure], lookup: Lookup) -> list[list[Figure]]:
    """Figures of one value and measure together, in the order of their first."""
    found: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        measure = lookup.measure_of.get(figure.id)
        found[value_words(figure, lookup.wording), measure.id if measure else figure.noun or ""].append(figure)
    return list(found.values())


def _figures(told: Sequence[Figure], lookup: Lookup) -> Inline:
    figure, value = told[0], value_words(told[0], lookup.wording)
    measure = lookup.measure_of.get(figure.id)
    label: list[Piece] = [Text(f"{value} {figure.noun} " if figure.noun else f"{value} ")]
    if measure is not None:
        href = lookup.addresses.to("cell", measure.id, figure.document)
        label = [Link(f"{value} {measure_label(measure, lookup.wording, figure.best)}", href), Text(" ")]
    return (*label, lookup.sigla(one.document for one in told))
