"""Who is quoted for what, through whom: names as the reports give them, unnamed speakers never matched to names."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from headwater.dossier.inline import Inline, Link, Piece, Said, Sigla, Text
from headwater.dossier.labels import measure_label
from headwater.dossier.lookup import Lookup
from headwater.dossier.numerals import value_words
from headwater.dossier.phrases import phrase
from headwater.dossier.views.rivals import Rivals, rivals
from headwater.model import Attribution, Figure, Statement

__all__ = ["SpeakerView", "SpeakersView", "speakers_view"]

_FIGURES, _WORDS = 10, 12
_QUOTED = re.compile(r'["“«„]([^"“”«»„]+)')


@dataclass(frozen=True, slots=True)
class SpeakerView:
    """One name: the reports that quote it, through whom, and what it is quoted for.

    `words` is how the first saying begins, where no figure and no statement is given in its name.
    """

    name: str
    sigla: Sigla
    through: tuple[str, ...]
    figures: tuple[Inline, ...]
    statements: tuple[tuple[Said, str, Sigla], ...]
    more: int
    words: Said | None


@dataclass(frozen=True, slots=True)
class SpeakersView:
    """Who counts whom where counts differ, then all names."""

    rivals: tuple[Rivals, ...]
    names: tuple[SpeakerView, ...]


def speakers_view(lookup: Lookup) -> SpeakersView | None:
    """Speakers in alphabetical order, spellings that differ in capitals together; `None` where no report quotes anyone."""
    heard: dict[str, _Heard] = defaultdict(_Heard)
    for attribution in lookup.contents.attributions:
        if one := _speaking(attribution, heard):
            one.contents += [attribution.content.quote] if attribution.content else []
    for figure in (one for one in lookup.contents.figures if not one.denied):
        if one := _speaking(figure, heard):
            one.figures.append(figure)
    for statement in lookup.contents.statements:
        if one := _speaking(statement, heard):
            one.statements.append(statement)
    names = tuple(_view(heard[key], lookup) for key in sorted(heard))
    return SpeakersView(rivals(lookup), names) if names else None


@dataclass
class _Heard:
    """All that is said in one name."""

    spellings: Counter[str] = field(default_factory=Counter)
    documents: set[str] = field(default_factory=set)
    through: set[str] = field(default_factory=set)
    contents: list[str] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)


def _speaking(said: Attribution | Figure | Statement, heard: dict[str, _Heard]) -> _Heard | None:
    """The entry of who says it first, with report and chain noted; `None` where no one is named."""
    if not said.speaker:
        return None
    one = heard[said.speaker[0].casefold()]
    one.spellings[said.speaker[0]] += 1
    one.documents.add(said.document)
    one.through.update(said.speaker[1:])
    return one


def _view(one: _Heard, lookup: Lookup) -> SpeakerView:
    figures = _alike(one.figures, lookup)
    silent = not (one.figures or one.statements)
    return SpeakerView(
        min(one.spellings, key=lambda name: (-one.spellings[name], name)),
        lookup.sigla(one.documents),
        tuple(sorted(one.through)),
        tuple(_figures(told, lookup) for told in figures[:_FIGURES]),
        tuple(
            (Said(said.quote), lookup.wording.say(f"statement.{said.kind.value}"), lookup.sigla([said.document]))
            for said in one.statements
        ),
        max(0, len(figures) - _FIGURES),
        _opening(one.contents[0]) if silent and one.contents else None,
    )


def _opening(words: str) -> Said:
    """How a saying begins, in one line; of one in quotation marks what stands within the first.

    >>> _opening("“The sea took it,” she said, “all of it.”")
    Said(text='The sea took it')
    """
    quoted = _QUOTED.match(words)
    parts = (quoted.group(1).rstrip(" ,") if quoted else words).split()
    return Said(" ".join(parts[:_WORDS]) + (" …" if len(parts) > _WORDS else ""))


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
    label: Piece = Said(phrase(figure, lookup.report[figure.document].text))
    if measure is not None:
        href = lookup.addresses.to("cell", measure.id, figure.document)
        label = Link(f"{value} {measure_label(measure, lookup.wording, figure.best)}", href)
    return (label, Text(" "), lookup.sigla(one.document for one in told))
