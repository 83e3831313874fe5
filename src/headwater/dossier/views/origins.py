"""Where readings come from: the interval of origins, what stands behind it, likely descent, and the passages shared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from headwater.dossier.addresses import anchor
from headwater.dossier.inline import Inline, Lemma, Letter, Link, Said, Sigla, Text
from headwater.dossier.labels import measure_label
from headwater.dossier.lookup import Lookup
from headwater.dossier.numerals import number_words
from headwater.dossier.svg.interval import draw_interval
from headwater.dossier.svg.stemma import NARROW, WIDE, Size, draw_stemma
from headwater.dossier.views.descent import Descended, descent_rows, edges_of, nodes_of
from headwater.dossier.views.named import named_line
from headwater.dossier.views.passages import Tie, ties
from headwater.dossier.views.readings import Given, given, most_repeated, reading_piece
from headwater.model import Measure, OriginCount

__all__ = ["OriginsView", "ReadingOrigins", "origin_lines", "origins_view", "reading_origins"]

_DRAWN = 40


@dataclass(frozen=True, slots=True)
class RootView:
    """One origin: its name, who goes back to it, and why that is thought."""

    label: str
    sigla: Sigla
    why: str


@dataclass(frozen=True, slots=True)
class ReadingOrigins:
    """The origins of one reading; `interval` is never a bare number."""

    anchor: str
    title: Inline
    label: str
    sigla: Sigla
    interval: Inline
    attributed: Inline
    bar: Markup
    roots: tuple[RootView, ...]
    href: str


@dataclass(frozen=True, slots=True)
class OriginsView:
    """Descent of the reports, and the origins of every reading that two or more of them give."""

    first: ReadingOrigins | None
    alike: tuple[tuple[ReadingOrigins, ...], ...]
    drawing: Markup
    narrow: Markup
    rows: tuple[Descended, ...]
    ties: tuple[Tie, ...]
    named: tuple[tuple[Letter, Said], ...]
    sequences: tuple[tuple[Letter, tuple[str, ...]], ...]
    count: int


def interval_line(count: OriginCount, lookup: Lookup) -> Inline:
    """The interval in words: "1 to 4 origins within this set: undetermined"."""
    number = (
        str(count.min) if count.min == count.max else lookup.wording.say("hedge.range", low=count.min, high=count.max)
    )
    message = "origins.determined" if count.determined else "origins.undetermined"
    return lookup.wording.line(message, n=count.max, number=Lemma(number))


def reading_origins(measure: Measure, one: Given, lookup: Lookup) -> ReadingOrigins | None:
    """The origins of one reading; `None` before lineage has run."""
    origins = one.reading.origins
    if origins is None:
        return None
    textual, attributed = origins.textual, origins.attributed
    title = lookup.wording.say("origins.interval", low=textual.min, high=textual.max)
    return ReadingOrigins(
        anchor=anchor("origins", one.first.id),
        title=(reading_piece(one, lookup, lemma=False),),
        label=measure_label(measure, lookup.wording, one.reading.best),
        sigla=lookup.sigla(one.documents),
        interval=interval_line(textual, lookup),
        attributed=named_line(attributed, lookup),
        # One number drawn alone would be a bare number.
        bar=draw_interval(textual.min, textual.max, title) if textual.max > textual.min else Markup(""),
        roots=tuple(RootView(root.label, lookup.sigla(root.documents), root.why) for root in textual.roots),
        href=lookup.addresses.to("origins", one.first.id),
    )


def origin_lines(readings: Sequence[Given], lookup: Lookup) -> tuple[Inline, ...]:
    """A line for each reading of a measure: its interval, and a link to the reasons."""
    lines: list[Inline] = []
    for one in readings:
        if one.reading.origins is not None:
            more = lookup.wording.say("origins.reasons")
            href = lookup.addresses.to("origins", one.first.id)
            lines.append(
                (
                    reading_piece(one, lookup, lemma=False),
                    Text(": "),
                    *interval_line(one.reading.origins.textual, lookup),
                )
                + ((Text(" "), Link(more, href)) if len(one.documents) > 1 else ())
            )
    return tuple(lines)


def sequences(lookup: Lookup) -> tuple[tuple[Letter, tuple[str, ...]], ...]:
    """The figures that two or more reports of the most repeated reading give, in the order of each report's text."""
    top = most_repeated(lookup.foreground, lookup)
    if top is None or len(top[1].documents) < 2 or len(top[1].documents) > _DRAWN:
        return ()
    documents = sorted(top[1].documents, key=lookup.place.__getitem__)
    givers: dict[tuple[str, Decimal], set[str]] = {}
    told: dict[str, list[tuple[str, Decimal]]] = {document: [] for document in documents}
    for document in documents:
        for figure in lookup.figures_of.get(document, ()):
            measure = lookup.measure_of.get(figure.id)
            if measure is not None and figure.best is not None and not figure.background:
                told[document].append((measure.id, figure.best))
                givers.setdefault((measure.id, figure.best), set()).add(document)
    kept = {
        document: [key for key in dict.fromkeys(told[document]) if len(givers[key]) > 1][:14] for document in documents
    }
    if max(map(len, kept.values())) < 3:
        return ()
    return tuple(
        (lookup.letter[document], tuple(number_words(best, lookup.wording) for _, best in kept[document]))
        for document in documents
    )


def _readings(lookup: Lookup) -> Iterator[ReadingOrigins]:
    for measure in lookup.contents.collation:
        for one in given(measure, lookup):
            if len(one.documents) > 1 and (view := reading_origins(measure, one, lookup)) is not None:
                yield view


def _alike(readings: Iterable[ReadingOrigins]) -> tuple[tuple[ReadingOrigins, ...], ...]:
    """Readings with the same reports, counts and reasons together, in the order of their first."""
    found: dict[tuple[object, ...], list[ReadingOrigins]] = {}
    for one in readings:
        found.setdefault((one.sigla, one.interval, one.attributed, one.roots), []).append(one)
    return tuple(tuple(group) for group in found.values())


def origins_view(lookup: Lookup) -> OriginsView | None:
    """The whole view; `None` where nothing is known of descent."""
    contents = lookup.contents
    if not (contents.links or contents.parents or any(r.origins for m in contents.collation for r in m.readings)):
        return None
    readings = list(_readings(lookup))
    named = tuple(
        (lookup.letter[report.document], Said(credit.quote)) for report in lookup.reports for credit in report.credits
    )
    return OriginsView(
        readings[0] if readings else None,
        _alike(readings[1:]),
        _drawn(WIDE, lookup),
        _drawn(NARROW, lookup),
        descent_rows(lookup),
        ties(lookup),
        tuple(dict.fromkeys(named)),
        sequences(lookup),
        len(lookup.reports),
    )


def _drawn(size: Size, lookup: Lookup) -> Markup:
    if len(lookup.reports) > _DRAWN:
        return Markup("")
    say = lookup.wording.say
    return draw_stemma(nodes_of(lookup), edges_of(lookup), say("origins.drawing"), say("origins.not_seen"), size)
