"""What a careful reader of the corpora beside the project would say of descent; skipped where they are absent."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from headwater.collate.stage import collate
from headwater.engine.here import Here
from headwater.language import load
from headwater.lineage.origins import count
from headwater.lineage.stage import trace
from headwater.model import Figure, Hedge, Outcome, Relation, Report, Span
from headwater.settings import Settings

FOLDER = Path(__file__).parents[3] / "shared" / "corpora" / "khojaly"


@pytest.fixture(scope="module")
def case():
    if not FOLDER.is_dir():
        pytest.skip("../shared/corpora/khojaly is absent")
    reports = [
        Report(document=path.stem, sha256=path.stem, publisher=path.stem, text=path.read_text(encoding="utf-8"))
        for path in sorted((FOLDER / "reports").glob("*.txt"))
    ]
    texts = {report.document: report.text for report in reports}
    figures = {name: [] for name in texts}
    for line in (FOLDER / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        figures[row["document"]].append(as_figure(row, texts[row["document"]]))
    return reports, figures


def as_figure(row, text):
    start, end = row["start"], row["end"]
    begin = max(text.rfind("\n", 0, start), text.rfind(". ", 0, start) + 1) + 1
    stops = [stop for stop in (text.find("\n", end), text.find(". ", end)) if stop >= 0]
    best, low, high = (None if row[name] is None else Decimal(str(row[name])) for name in ("best", "low", "high"))
    name = Figure.identify(row["document"], start, end, Outcome(row["outcome"]), row["group"])
    place = Span(min(begin, start), max(end, min(stops, default=len(text))))
    return Figure(
        name,
        row["document"],
        start,
        end,
        row["quote"],
        place,
        best,
        low,
        high,
        Hedge(row["hedge"]),
        Outcome(row["outcome"]),
        row["group"],
        part_of=row["part_of"],
        place=row["place"],
        speaker=tuple(row["speaker"]),
    )


def test_four_share_a_figure_set_and_one_stands_apart(case):
    reports, figures = case
    descent = trace(reports, figures, Settings(), Here())
    apart = {report.document for report in reports} - {name for link in descent.links for name in (link.a, link.b)}
    assert len(apart) == 1
    assert len(descent.links) == 6
    assert all(any(piece.kind.value == "figure_set" for piece in link.evidence) for link in descent.links)
    assert sum(link.relation is Relation.SHARED_TEXT for link in descent.links) <= 1
    counts = [origin for origin in descent.origins if len(origin.documents) == 4]
    assert len(counts) == 1
    assert all(row.independent == 1.0 for row in descent.parents if row.document in apart)


def test_the_origins_of_their_total_are_undetermined(case):
    reports, figures = case
    descent = trace(reports, figures, Settings(), Here())
    measures = count(
        collate([one for rows in figures.values() for one in rows], load("en")), reports, figures, descent, Settings()
    )
    readings = [
        reading
        for measure in measures
        for reading in measure.readings
        if len(reading.documents) == 4
        and (measure.outcome, measure.group) == (Outcome.KILLED, "person")
        and reading.origins
    ]
    origins = readings[0].origins
    assert (origins.textual.min, origins.textual.max) == (1, 4)
    assert not origins.textual.determined
    assert all(root.why for root in origins.textual.roots)
