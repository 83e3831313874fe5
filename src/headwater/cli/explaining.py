"""How one figure was read, for the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from headwater.cli.words import say
from headwater.extract.explain import explain
from headwater.grammar.cells import heading_over, headings
from headwater.model import Figure, Report

__all__ = ["show_figure"]


def show_figure(figure: Figure, report: Report, console: Console) -> None:
    """Print a figure in its sentence, with what was read of it and by which rule."""
    console.print(_sentence(figure, report))
    name = report.publisher or report.document
    console.print(Text("  " + say("explain.place", report=name, start=figure.start, end=figure.end), "dim"))
    console.print()
    heading = heading_over(headings(report.text, report.blocks), figure.start)
    column = [("column", f"“{report.text[heading.start : heading.end]}”")] if heading is not None else []
    for name, words in (*column, *_told(figure)):
        console.print(Text.assemble((f"  {say(f'explain.{name}'):<10}", "dim"), words))
    console.print()
    console.print(Text.assemble((f"{say('explain.rule', rule=figure.rule)} ", "bold"), explain(figure.rule)))


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
    """What was read of a figure, by the name of each of its sides."""
    yield (
        "value",
        say("explain.numbers", numbers=_numbers(figure), bounds=say(f"bounds.{figure.hedge.value or 'plain'}")),
    )
    yield "outcome", say(f"outcome.{figure.outcome.value}" if figure.outcome else "explain.unattached")
    noun = say("explain.noun", noun=figure.noun) if figure.noun else ""
    unit = "" if figure.unit == "count" else figure.unit
    if what := " ".join(filter(None, (figure.group, noun, unit))):
        yield "of", what
    if figure.part_of:
        yield "part_of", figure.part_of
    as_of = say("evidence.as_of", date=figure.as_of) if figure.as_of else ""
    if limits := ", ".join(filter(None, (figure.place, figure.period, as_of))):
        yield "limits", limits
    yield "said_by", " ← ".join(figure.speaker) or say(f"explain.{figure.voice.value}")
    yield "event", say("explain.background" if figure.background else "explain.main")
    marks = [say(f"field.{name}") for name in ("negated", "denied", "implied", "spread") if getattr(figure, name)]
    if figure.decided:
        marks.append(say("cell.decided"))
    if marks:
        yield "marks", ", ".join(marks)


def _numbers(figure: Figure) -> str:
    numbers = (("best", figure.best), ("low", figure.low), ("high", figure.high))
    told = [say(f"explain.{name}", number=f"{value:,}") for name, value in numbers if value is not None]
    return ", ".join(told) or say("explain.no_number")
