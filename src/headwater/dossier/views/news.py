"""What is new since the case was last written: reports, readings, findings, later counts, origins that moved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from headwater.dossier.inline import Inline, Link, Piece, Text
from headwater.dossier.journal import News
from headwater.dossier.labels import measure_label
from headwater.dossier.lookup import Lookup
from headwater.dossier.views.readings import Given, given, reading_piece
from headwater.model import Measure

__all__ = ["news_lines"]

_MOST = 5


def news_lines(news: News | None, lookup: Lookup) -> tuple[Inline, ...]:
    """A line for each kind of thing that is new, each thing linked; of many the first five, and how many more."""
    if news is None:
        return ()
    told: tuple[tuple[str, list[Inline]], ...] = (
        ("news.reports", [(lookup.sigla([document]),) for document in news.documents if document in lookup.place]),
        ("news.readings", list(_readings(news.readings, lookup))),
        ("news.superseded", list(_findings(news.superseded, lookup))),
        ("news.moved", list(_readings(news.moved, lookup))),
        ("news.findings", list(_findings(news.findings, lookup))),
    )
    return tuple(_line(message, things, lookup) for message, things in told if things)


def _line(message: str, things: list[Inline], lookup: Lookup) -> Inline:
    pieces: list[Piece] = []
    for number, thing in enumerate(things[:_MOST]):
        pieces += [Text("; " if number else ""), *thing]
    if len(things) > _MOST:
        pieces.append(Text(" " + lookup.wording.say("summary.more", n=len(things) - _MOST)))
    return lookup.wording.line(message, n=len(things), things=tuple(pieces))


def _readings(keys: Iterable[tuple[str, int]], lookup: Lookup) -> Iterator[Inline]:
    measures = {measure.id: measure for measure in lookup.contents.collation}
    for name, place in keys:
        measure = measures.get(name)
        one = _given(measure, place, lookup) if measure is not None else None
        if measure is not None and one is not None:
            label = measure_label(measure, lookup.wording, one.reading.best)
            href = lookup.addresses.to("measure", measure.id)
            yield (
                reading_piece(one, lookup, lemma=False),
                Text(" "),
                Link(label, href),
                Text(" "),
                lookup.sigla(one.documents),
            )


def _given(measure: Measure, place: int, lookup: Lookup) -> Given | None:
    wanted = measure.readings[place] if place < len(measure.readings) else None
    return next((one for one in given(measure, lookup) if one.reading is wanted), None)


def _findings(names: Iterable[str], lookup: Lookup) -> Iterator[Inline]:
    findings = {finding.id: finding for finding in lookup.contents.findings}
    for name in names:
        if name in findings:
            yield (Link(findings[name].text, lookup.addresses.to("finding", name)),)
