"""The journal of decisions, for the terminal."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from headwater.cli.words import say, words
from headwater.dossier.decided import decision_words
from headwater.model import Action, Decision
from headwater.model.wire import dump_line

__all__ = ["decision_lines", "json_lines"]


def decision_lines(entries: Sequence[Decision], held: Collection[int]) -> Iterator[str]:
    """A line a decision: its number, when, who, and what; `held` are the numbers of those not undone."""
    for decision in entries:
        undone = decision.action != Action.UNDO and decision.sequence not in held
        mark = f" {say('journal.undone')}" if undone else ""
        what = decision_words(decision, words())
        yield f"{decision.sequence:>5}  {decision.decided_at}  {decision.reviewer}  {what}{mark}"
    yield say("journal.count", n=len(entries))


def json_lines(entries: Iterable[Decision]) -> Iterator[str]:
    """A JSON object a decision, fields as in the journal."""
    return (dump_line(decision).rstrip("\n") for decision in entries)
