"""Scores telling events apart: all reports of the four ECB+ topics and `khojaly` in one folder, B-cubed against the five topics.

usage: nice .venv/bin/python bench/events.py [--figures]

Also each topic alone, each pair of topics, and, with `--figures`, claim and full F1 of the figures before and after.
"""

from __future__ import annotations

import argparse
import itertools
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from headwater.events.stage import tell_apart
from headwater.extract.stage import extract
from headwater.language import load
from headwater.model import Extraction, Report
from headwater.model.wire import dump_line
from headwater.pipeline.case import run
from headwater.settings import Settings

SHARED = Path(__file__).parent.parent.parent / "shared"
TOPICS = ("12_ecbplus", "18_ecbplus", "22_ecbplus", "41_ecbplus", "khojaly")


def folder(topic: str) -> Path:
    return SHARED / "corpora" / ("ecb" if topic != "khojaly" else "") / topic


def read() -> tuple[dict[str, str], list[Report], dict[str, Extraction]]:
    """The topic of each document, the reports, and what was extracted, as a case gives them before events are told apart."""
    topics: dict[str, str] = {}
    reports: list[Report] = []
    said: dict[str, Extraction] = {}
    language = load()
    for topic in TOPICS:
        contents = run([folder(topic) / "reports"], None)
        for report in contents.reports:
            name = f"{topic}/{report.document}"
            topics[name] = topic
            reports.append(replace(report, document=name, main_event=None))
            said[name] = extract(reports[-1], language, Settings())
    return topics, reports, said


def b_cubed(groups: Iterable[Sequence[str]], topics: Mapping[str, str]) -> tuple[float, float, float]:
    """Precision, recall and F1, each document weighing the same."""
    groups = [list(group) for group in groups]
    documents = [document for group in groups for document in group]
    sizes = {topic: sum(topics[document] == topic for document in documents) for topic in set(topics.values())}
    precision = recall = 0.0
    for group in groups:
        for document in group:
            same = sum(topics[other] == topics[document] for other in group)
            precision += same / len(group)
            recall += same / sizes[topics[document]]
    precision, recall = precision / len(documents), recall / len(documents)
    return precision, recall, 2 * precision * recall / (precision + recall)


def grouped(main: Mapping[str, str | None]) -> list[list[str]]:
    found: dict[str | None, list[str]] = {}
    for document, event in main.items():
        found.setdefault(event, []).append(document)
    return list(found.values())


def score(
    chosen: Sequence[str], topics: Mapping[str, str], reports: Sequence[Report], said: Mapping[str, Extraction]
) -> str:
    some = [report for report in reports if topics[report.document] in chosen]
    begun = time.perf_counter()
    telling = tell_apart(some, said)
    spent = time.perf_counter() - begun
    precision, recall, f1 = b_cubed(grouped(telling.main), topics)
    return f"P {precision:.3f}  R {recall:.3f}  B-cubed F1 {f1:.3f}  ({len(some)} reports, {spent:.2f} s)  {'+'.join(chosen)}"


def together(topics: Mapping[str, str], reports: Sequence[Report], said: Mapping[str, Extraction]) -> float:
    """B-cubed F1 of all reports in one folder."""
    return b_cubed(grouped(tell_apart(reports, said).main), topics)[2]


def figures(topic: str, topics: Mapping[str, str], said: Mapping[str, Extraction]) -> str:
    rows = [dump_line(one) for name, extraction in said.items() if topics[name] == topic for one in extraction.figures]
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
        file.writelines(rows)
        file.flush()
        gold = folder(topic) / "gold.jsonl"
        command = [sys.executable, str(SHARED / "tools/score_figures.py"), str(gold), file.name, "--json"]
        got = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return f"claim_f1 {got['claim_f1']:.3f}  full_f1 {got['full_f1']:.3f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--figures", action="store_true", help="score the figures before and after as well")
    arguments = parser.parse_args()
    if not SHARED.is_dir():
        sys.exit(f"{SHARED} is absent: nothing measured")
    topics, reports, said = read()
    print(score(TOPICS, topics, reports, said))
    for topic in TOPICS:
        print(score((topic,), topics, reports, said))
    for pair in itertools.combinations(TOPICS, 2):
        print(score(pair, topics, reports, said))
    telling = tell_apart(reports, said)
    for event in telling.events:
        print(f"  {event.label or '(no place, no day)'}: {len(event.documents)} reports; {', '.join(event.words)}")
    if arguments.figures:
        for topic in TOPICS:
            print(
                f"{topic}: extracted {figures(topic, topics, said)}; told apart {figures(topic, topics, telling.extractions)}"
            )


if __name__ == "__main__":
    main()
