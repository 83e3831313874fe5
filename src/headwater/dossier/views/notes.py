"""Notes of the first screen: what does not fit, where counts differ, and the same number in other words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from headwater.dossier.hedging import hedge_span
from headwater.dossier.inline import Said, Sigla
from headwater.dossier.lookup import Lookup
from headwater.dossier.marks import Mark, Run, runs
from headwater.dossier.numerals import number_words
from headwater.dossier.phrases import words_about
from headwater.language import load
from headwater.model import Finding, FindingKind, FindingSpan, Level

__all__ = ["Difference", "Misfit", "OtherWords", "differences", "misfits", "other_words", "quoted"]

_BEFORE, _AFTER, _APART = 60, 50, 320
_PARAGRAPH = 120  # code points over two lines and more that are no row of a list


@dataclass(frozen=True, slots=True)
class Misfit:
    """Words that do not fit, marked where they stand, and what is said of them."""

    quotes: tuple[tuple[Sigla, tuple[Run, ...]], ...]
    text: str
    href: str
    finding: str


@dataclass(frozen=True, slots=True)
class Difference:
    """Counts of several reports that exclude each other: who gives them, and which they are."""

    sigla: Sigla
    text: str
    href: str


@dataclass(frozen=True, slots=True)
class OtherWords:
    """One number, and the words that each report has for it."""

    number: str
    words: tuple[tuple[Said, Sigla], ...]
    href: str


def misfits(lookup: Lookup) -> tuple[Misfit, ...]:
    """What does not fit, in the order of the case."""
    return tuple(
        Misfit(
            quoted(finding, lookup),
            finding.text,
            _place(finding, lookup),
            lookup.addresses.to("finding", finding.id),
        )
        for finding in lookup.contents.findings
        if finding.level is Level.DOES_NOT_FIT
    )


def differences(lookup: Lookup) -> tuple[Difference, ...]:
    """Where counts differ, in the order of the case; the words stand among the findings."""
    return tuple(
        Difference(lookup.sigla(finding.documents), finding.text, lookup.addresses.to("finding", finding.id))
        for finding in lookup.contents.findings
        if finding.level is Level.COUNTS_DIFFER
    )


def _place(finding: Finding, lookup: Lookup) -> str:
    document = finding.spans[0].document if finding.spans else next(iter(finding.documents), "")
    return lookup.addresses.to("report", document) if document in lookup.report else ""


def quoted(finding: Finding, lookup: Lookup, kind: str = "misfit") -> tuple[tuple[Sigla, tuple[Run, ...]], ...]:
    """The words that a finding rests on, with some before and after; places near each other share one quotation."""
    clusters: list[list[FindingSpan]] = []
    for span in sorted(finding.spans, key=lambda span: (lookup.place.get(span.document, 0), span.start)):
        last = clusters[-1] if clusters else None
        if last and last[0].document == span.document and _share_quotation(last, span, lookup):
            last.append(span)
        elif span.document in lookup.report:
            clusters.append([span])
    return tuple((lookup.sigla([spans[0].document]), _runs(spans, kind, lookup)) for spans in clusters)


def _share_quotation(spans: Sequence[FindingSpan], span: FindingSpan, lookup: Lookup) -> bool:
    """Whether a place is near those before it, with no paragraph between them that has none."""
    between = lookup.report[span.document].text[spans[-1].end : span.start]
    return span.end - spans[0].start < _APART and (len(between) < _PARAGRAPH or between.count("\n") < 2)


def _runs(spans: list[FindingSpan], kind: str, lookup: Lookup) -> tuple[Run, ...]:
    text = lookup.report[spans[0].document].text
    first, last = min(span.start for span in spans), max(span.end for span in spans)
    start, end = _back(text, first), _forth(text, last)
    cut = runs(text, start, end, [*(Mark(span.start, span.end, kind) for span in spans), *_hedges(spans, lookup)])
    before = (Run("… "),) if start and text[start - 1] != "\n" else ()
    after = (
        (Run(" …"),) if end < len(text) and text[end : end + 1] not in ("\n", "") and text[end - 1] not in ".!?" else ()
    )
    return (*before, *cut, *after)


def _hedges(spans: Sequence[FindingSpan], lookup: Lookup) -> Iterator[Mark]:
    """The words that bound the figures which a finding rests on, where these stand near them."""
    document, hint = spans[0].document, lookup.wording.say("hint.hedge")
    meant = {(span.start, span.end) for span in spans}
    for figure in lookup.figures_between(document, spans[0].start, spans[-1].end):
        if (figure.start, figure.end) in meant:
            hedge = hedge_span(figure, lookup.report[document].text, load())
            if hedge is not None and spans[0].start - _BEFORE <= hedge.start:
                yield Mark(hedge.start, hedge.end, "hedge", hint)


def _back(text: str, place: int) -> int:
    """The start of a word some way before a place, not before its line."""
    line = text.rfind("\n", 0, place) + 1
    if place - line <= _BEFORE:
        # A bullet is the list's, not the sentence's.
        return line + len(text[line:place]) - len(text[line:place].lstrip(" •"))
    space = text.find(" ", place - _BEFORE, place)
    return space + 1 if space >= 0 else line


def _forth(text: str, place: int) -> int:
    line = text.find("\n", place)
    line = len(text) if line < 0 else line
    if line - place <= _AFTER:
        return line
    space = text.rfind(" ", place, place + _AFTER)
    return space if space > place else line


def other_words(lookup: Lookup) -> tuple[OtherWords, ...]:
    """Each number that stands in several words, with the reports that have each wording."""
    found = []
    for finding in lookup.contents.findings:
        figures = [lookup.figure[name] for name in finding.figures if name in lookup.figure]
        if finding.kind not in (FindingKind.SAME_NUMBER_OTHER_WORDS, FindingKind.NARROWER) or not figures:
            continue
        by_words: dict[str, list[str]] = defaultdict(list)
        seen: set[str] = set()
        for figure in sorted(figures, key=lambda figure: (lookup.place[figure.document], figure.start)):
            if figure.document not in seen:
                seen.add(figure.document)
                by_words[words_about(figure, lookup.report[figure.document].text)].append(figure.document)
        best = figures[0].best
        number = number_words(best, lookup.wording) if best is not None else figures[0].quote
        words = tuple((Said(words), lookup.sigla(documents)) for words, documents in by_words.items())
        found.append(OtherWords(number, words, lookup.addresses.to("finding", finding.id)))
    return tuple(found)
