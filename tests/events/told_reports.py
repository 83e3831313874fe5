"""Reports of the tests' own writing, read as far as telling events apart needs them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from headwater.events.telling import Telling
from headwater.grammar.datings import datings
from headwater.grammar.sentences import sentences
from headwater.language import load
from headwater.model import Block, BlockKind, Extraction, Figure, Outcome, Report, Span

ENGLISH = load("en")

Tell = Callable[[Sequence[Report]], Telling]


def report(document: str, published: str | None, text: str) -> Report:
    """A report whose first line is its title; the other lines are paragraphs."""
    blocks, start = [], 0
    for place, line in enumerate(text.split("\n")):
        blocks.append(Block(start, start + len(line), BlockKind.PARAGRAPH if place else BlockKind.TITLE))
        start += len(line) + 1
    return Report(document=document, sha256="", published=published, blocks=tuple(blocks), text=text)


def extraction(given: Report, numbers: Sequence[str] = ()) -> Extraction:
    """Datings as extraction has them, and a figure of the killed for each number named."""
    found = tuple(sentences(given.text, given.blocks, ENGLISH))
    figures = []
    for number in numbers:
        start = given.text.index(number)
        sentence = next(one for one in found if one.start <= start < one.end)
        value = Decimal(number)
        figures.append(
            Figure(
                id=Figure.identify(given.document, start, start + len(number), Outcome.KILLED, "person"),
                document=given.document,
                start=start,
                end=start + len(number),
                quote=number,
                sentence=Span(sentence.start, sentence.end),
                best=value,
                low=value,
                high=value,
                outcome=Outcome.KILLED,
                group="person",
            )
        )
    told = datings(given.document, given.text, found, ENGLISH, given.published)
    return Extraction(figures=tuple(figures), datings=told)
