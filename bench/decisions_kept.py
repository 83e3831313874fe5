"""A hundred decisions on a case, then runs with every setting changed: each is applied, or shown as orphaned with its words.

    python bench/decisions_kept.py [--reports FOLDER …] [--decisions 100]

Decisions are drawn at random over all that people can decide (accept, correct, reject, add, note, publisher, merge, split). By default
the reports are the `ecb` topics of `../shared`; only counts are printed.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
from collections import Counter
from pathlib import Path

from headwater.case.anchors import hold
from headwater.case.decided_groups import grouping
from headwater.case.decided_values import snapshot
from headwater.case.journal import Draft, Journal
from headwater.case.reading import decisions
from headwater.case.verify import breaks
from headwater.model import GROUPING, Action, Contents, Decision, Figure, Whole
from headwater.pipeline.case import rebuild, run
from headwater.settings import Settings

SHARED = Path(__file__).parents[2] / "shared" / "corpora" / "ecb"
CHANGES = (
    {"bounds": "acled"},
    {"gram": 3},
    {"window": 8},
    {"common": 20},
    {"seed": 7},
    {"workers": 2},
    {"max_bytes": 1_000_000},
)


def drafts(contents: Contents, count: int, chance: random.Random) -> list[Draft]:
    """Decisions on figures drawn from all reports."""
    texts = {report.document: report.text for report in contents.reports}
    figures = [figure for figure in contents.figures if figure.outcome]
    made = []
    for one in chance.sample(figures, count):
        action = chance.choice(("accept", "correct", "reject", "note", "add", "report", "merge", "split"))
        made.append(_draft(Action(action), one, figures, texts, chance))
    return made


def _draft(action: Action, one: Figure, figures: list[Figure], texts: dict[str, str], chance: random.Random) -> Draft:
    if action in GROUPING:
        alike = [other for other in figures if other.outcome == one.outcome and other is not one]
        others = [chance.choice(alike)] if action is Action.MERGE and alike else []
        whole = chance.choice(list(Whole))
        return grouping(action if others else Action.SPLIT, whole, [one, *others], texts, "drawn")
    if action is Action.REPORT:
        return Draft(
            action=action, document=one.document, new=json.dumps({"publisher": f"Publisher {chance.randrange(9)}"})
        )
    words = hold(texts[one.document], one.start, one.end)._asdict()
    new = {"group": f"g{chance.randrange(99)}"} if action in (Action.CORRECT, Action.ADD) else None
    old = None if action is Action.ADD else json.dumps(snapshot(one))
    more = {"best": "3", "low": "3", "high": "3", "outcome": "missing"} if action is Action.ADD else {}
    said = json.dumps({**more, **new}) if new else None
    return Draft(action=action, document=one.document, **words, old=old, new=said, reason="drawn")


def is_there(decision: Decision, contents: Contents) -> bool:
    """Whether what was decided on one figure shows in what a run made."""
    figures = [one for one in contents.figures if one.document == decision.document and one.quote == decision.quote]
    if decision.action in (Action.CORRECT, Action.ADD):
        group = json.loads(decision.new or "{}")["group"]
        return any(one.group == group and one.decided for one in figures)
    if decision.action == Action.ACCEPT:
        return any(one.decided for one in figures)
    if decision.action == Action.REPORT:
        publisher = json.loads(decision.new or "{}")["publisher"]
        return any(one.document == decision.document and one.publisher == publisher for one in contents.reports)
    return True


def main(reports: list[Path], count: int) -> int:
    """How many decisions were neither applied nor shown as orphaned."""
    chance, missing = random.Random(3), 0
    with tempfile.TemporaryDirectory(prefix="headwater-kept-") as name:
        case = Path(name) / "case"
        first = run(reports, case, Settings(workers=1))
        journal = Journal(case / "case.db")
        for draft in drafts(first, count, chance):
            journal.append(draft, "Ines", "2031-05-05T10:00:00Z")
        held = decisions(case)
        print(f"{len(first.reports)} reports, {len(held)} decisions: {dict(Counter(one.action for one in held))}")
        before = rebuild(case, workers=1, fresh=False)
        for change in ({}, *CHANGES):
            after = run(reports, case, Settings(**{"workers": 1, **change}))  # type: ignore[arg-type]
            orphans = {one.message.split()[1] for one in after.problems if one.slug == "orphaned_decision"}
            lost = [one for one in held if str(one.sequence) not in orphans and not is_there(one, after)]
            later = [one for one in lost if not is_there(one, before)]  # a later decision of the hundred took its place
            missing += len(lost) - len(later) + len(list(breaks(case)))
            print(
                f"{change or 'the same settings'}: {len(held) - len(orphans)} applied, {len(orphans)} orphaned, {len(lost) - len(later)} missing"
            )
    return missing


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=Path, nargs="*")
    parser.add_argument("--decisions", type=int, default=100)
    given = parser.parse_args()
    sys.exit(bool(main(given.reports or sorted(SHARED.glob("*/reports")), given.decisions)))
