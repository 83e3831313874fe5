"""Rows of the terminal's collation: what they are called, and in which order they stand."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from io import StringIO

from rich.console import Console

from headwater.cli.collating import label
from headwater.cli.terminal import show
from headwater.model import Contents, Event, Figure, Manifest, Measure, Outcome, Problem, Reading, Report, Span

MANIFEST = Manifest(schema=1, headwater="0", language_data="", settings={}, inputs={}, stages={})
TEXT = "40 died, 12 of them children; 9 on Tuesday. Of 30 aboard 20 lived. 15 were seized, 3 are missing."


def figure(
    quote: str, outcome: Outcome | None, group: str = "person", part_of: str | None = None, text: str = TEXT
) -> Figure:
    start = text.index(quote)
    number, end = Decimal(quote), start + len(quote)
    return Figure(
        id=Figure.identify("a.txt", start, end, outcome, group),
        document="a.txt",
        start=start,
        end=end,
        quote=quote,
        sentence=Span(0, len(text)),
        best=number,
        low=number,
        high=number,
        outcome=outcome,
        group=group,
        part_of=part_of,
    )


def measure(one: Figure, period: str | None = None) -> Measure:
    reading = Reading(best=one.best, low=one.low, high=one.high, figures=(one.id,), documents=("a.txt",))
    assert one.outcome is not None
    return Measure(f"m{one.quote}", "e", one.outcome, one.group or "person", None, period, "count", (reading,))


KILLED, ABOARD, HELD = figure("40", Outcome.KILLED), figure("30", None), figure("15", Outcome.CAPTURED)
CHILDREN = figure("12", Outcome.KILLED, "child", KILLED.id)
LIVED, GONE = figure("20", Outcome.RESCUED, part_of=ABOARD.id), figure("3", Outcome.MISSING, part_of=HELD.id)
DAY = figure("9", Outcome.KILLED)
FIGURES = {one.id: one for one in (KILLED, ABOARD, HELD, CHILDREN, LIVED, GONE, DAY)}


def test_a_part_is_told_as_one_of_the_row_above_only_where_that_is_its_whole() -> None:
    assert label(measure(CHILDREN), FIGURES) == "  of them: children"
    assert label(measure(LIVED), FIGURES) == "rescued, freed"
    assert label(measure(GONE), FIGURES) == "missing, among those captured"


def test_rows_stand_as_the_collation_orders_them() -> None:
    shown = Console(file=StringIO(), width=100)
    contents = Contents(
        manifest=MANIFEST,
        reports=(Report(document="a.txt", sha256="", siglum="A", text=TEXT),),
        figures=tuple(FIGURES.values()),
        collation=(measure(KILLED), measure(CHILDREN), measure(DAY, "2019-03-05")),
    )
    show(contents, shown)
    lines = [line.strip().split("  ")[0] for line in shown.file.getvalue().splitlines()]  # type: ignore[attr-defined]
    rows = [line for line in lines if "killed" in line or "of them" in line]
    assert rows == ["killed", "of them: children", "killed, 5 Mar 2019"]


def test_rows_of_one_name_are_told_apart_by_the_reports_words() -> None:
    text = "The raid left 22 dead at the wall. The guard said that 19 died on the road.\n"
    ends = {"22": figure("22", Outcome.KILLED, text=text), "19": figure("19", Outcome.KILLED, text=text)}
    rows = [replace(measure(one), period=None) for one in ends.values()]
    contents = Contents(
        manifest=MANIFEST,
        reports=(Report(document="a.txt", sha256="", siglum="A", text=text),),
        figures=tuple(ends.values()),
        collation=tuple(rows),
    )
    shown = Console(file=StringIO(), width=80)
    show(contents, shown)
    assert "killed “dead at the wall”" in shown.file.getvalue()
    assert "killed “died on the road”" in shown.file.getvalue()


def test_what_went_wrong_with_many_files_is_told_once() -> None:
    problems = tuple(Problem(f"{name}.png", "format", "Files in .png are not read.") for name in "abcde")
    shown = Console(file=StringIO(), width=80)
    show(Contents(manifest=MANIFEST, problems=problems), shown)
    told = shown.file.getvalue()
    assert "Problems (5)" in told
    assert "a.png, b.png, c.png and 2 more (format): Files in .png are not read." in told


def test_events_are_named_over_their_rows_the_main_one_first_and_background_last() -> None:
    shown = Console(file=StringIO(), width=100)
    gone = replace(figure("3", Outcome.MISSING), background=True)
    figures = (KILLED, HELD, gone)
    contents = Contents(
        manifest=MANIFEST,
        reports=tuple(
            Report(document=name, sha256="", siglum=name[0].upper(), text=TEXT, main_event=event)
            for name, event in (("a.txt", "late"), ("b.txt", "late"), ("c.txt", "early"))
        ),
        figures=figures,
        events=(
            Event("early", "Corran, 2 May 2019", span="2019-05-02", documents=("c.txt",)),
            Event("late", "Tavel, 9 May 2019", span="2019-05-09", documents=("a.txt", "b.txt")),
            Event("old", "1971", span="1971", documents=("a.txt",)),
        ),
        collation=(
            replace(measure(gone), event="old"),
            replace(measure(HELD), event="early"),
            replace(measure(KILLED), event="late"),
        ),
    )
    show(contents, shown)
    words = ("Tavel, 9 May 2019", "killed", "Corran, 2 May 2019", "captured", "1971, told as background", "missing")
    lines = shown.file.getvalue().splitlines()  # type: ignore[attr-defined]
    places = [next(n for n, line in enumerate(lines) if line.strip().startswith(word)) for word in words]
    assert places == sorted(places)


def told(contents: Contents) -> str:
    shown = Console(file=StringIO(), width=80)
    show(contents, shown)
    return str(shown.file.getvalue())  # type: ignore[attr-defined]


def test_reports_without_figures_and_files_without_reports_are_told_in_words() -> None:
    report = Report(document="a.txt", sha256="", siglum="A", text=TEXT)
    assert "No number was found" in told(Contents(manifest=MANIFEST, reports=(report,)))
    unattached = told(Contents(manifest=MANIFEST, reports=(report,), figures=(ABOARD,)))
    assert "None of the numbers in these reports" in unattached
    assert "not a zero" not in unattached
    broken = told(
        Contents(manifest=MANIFEST, problems=(Problem("scan.pdf", "no_text", "The PDF holds pictures only."),))
    )
    assert "No file could be read" in broken
    assert "scan.pdf (no_text): The PDF holds pictures only." in broken
    assert "all other reports" not in broken


def test_of_very_many_measures_those_that_several_reports_give_are_shown() -> None:
    one = measure(KILLED)
    alone = [replace(one, id=f"m{place}", period=f"2019-03-{place % 28 + 1:02}") for place in range(90)]
    both = replace(measure(HELD), readings=(replace(measure(HELD).readings[0], documents=("a.txt", "b.txt")),))
    contents = Contents(
        manifest=MANIFEST,
        reports=tuple(
            Report(document=name, sha256="", siglum=name[0].upper(), text=TEXT) for name in ("a.txt", "b.txt")
        ),
        figures=tuple(FIGURES.values()),
        collation=(*alone, both),
    )
    shown = told(contents)
    assert "captured, taken hostage" in shown
    assert "killed" not in shown
    assert "90 more are in collation.jsonl" in " ".join(shown.split())


def test_a_long_name_of_a_file_goes_on_under_its_beginning() -> None:
    report = Report(document="a-very-long-" * 6 + ".txt", sha256="", siglum="A", publisher="Post " * 9, text=TEXT)
    lines = told(Contents(manifest=MANIFEST, reports=(report,))).splitlines()
    assert lines[1].startswith("  A  Post")
    assert lines[2].startswith("     ")
