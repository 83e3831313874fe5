"""How one figure was read, for the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from headwater.extract.explain import explain
from headwater.model import Figure, Hedge, Report, Voice

__all__ = ["show_figure"]

BOUNDS = {
    Hedge.PLAIN: "given plainly",
    Hedge.AT_LEAST: "a lower bound: this many or more",
    Hedge.MORE_THAN: "a lower bound: more than this many",
    Hedge.ABOUT: "about this many: no bound is given",
    Hedge.NEARLY: "an upper bound: nearly this many",
    Hedge.UP_TO: "an upper bound: no more than this many",
    Hedge.RANGE: "a range: from the one number to the other",
    Hedge.VAGUE: "a vague word: it bounds nothing",
}


def show_figure(figure: Figure, report: Report, console: Console) -> None:
    """Print a figure in its sentence, with what was read of it and by which rule."""
    console.print(_sentence(figure, report))
    console.print(
        Text.assemble(
            ("  ", ""), (f"{report.publisher or report.document}, code points {figure.start} to {figure.end}", "dim")
        )
    )
    console.print()
    for name, words in _told(figure):
        console.print(Text.assemble((f"  {name:<10}", "dim"), words))
    console.print()
    console.print(Text.assemble((f"Rule {figure.rule}: ", "bold"), explain(figure.rule)))


def _sentence(figure: Figure, report: Report) -> Text:
    start, end = figure.sentence.start, figure.sentence.end
    line = Text("“")
    line.append(
        " ".join(report.text[start : figure.start].split())
        + " " * (figure.start > start and report.text[figure.start - 1].isspace())
    )
    line.append(figure.quote, style="bold underline")
    line.append(report.text[figure.end : end].replace("\n", " ") + "”")
    return line


def _told(figure: Figure) -> Iterator[tuple[str, str]]:
    numbers = (
        f"{name} {value:,}"
        for name, value in (("best", figure.best), ("low", figure.low), ("high", figure.high))
        if value is not None
    )
    yield "value", f"{', '.join(numbers) or 'no number'} ({BOUNDS[figure.hedge]})"
    yield (
        "outcome",
        figure.outcome.value.replace("_", " ") if figure.outcome else "none: the number could not be attached",
    )
    noun = f"(“{figure.noun}”)" if figure.noun else ""
    unit = "" if figure.unit == "count" else figure.unit
    if what := " ".join(filter(None, (figure.group, noun, unit))):
        yield "of", what
    if figure.part_of:
        yield "part of", figure.part_of
    if figure.place or figure.period or figure.as_of:
        yield "limits", ", ".join(filter(None, (figure.place, figure.period, figure.as_of and f"as of {figure.as_of}")))
    voice = {Voice.NARRATED: "the report's own voice", Voice.WE: "“we”"}.get(figure.voice, "a speaker")
    yield "said by", " ← ".join(figure.speaker) or voice
    yield "event", "one told as background" if figure.background else "the report's main one"
    marks = [name for name in ("negated", "implied", "spread", "decided") if getattr(figure, name)]
    if marks:
        yield "marks", ", ".join(marks)
