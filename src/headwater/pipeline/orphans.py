"""Decisions that no longer find their words: told as problems of the case, never dropped."""

from __future__ import annotations

from collections.abc import Iterable

from headwater.dossier.decided import decision_words
from headwater.dossier.wording import Wording, load_wording
from headwater.model import Decision, Problem

__all__ = ["ORPHANED", "orphaned"]

ORPHANED = "orphaned_decision"
"""The slug of the problem that such a decision is."""


def orphaned(decisions: Iterable[Decision]) -> tuple[Problem, ...]:
    """A problem for each decision, with the words that it held on to and those around them."""
    wording = load_wording()
    return tuple(_problem(decision, wording) for decision in decisions)


def _problem(decision: Decision, wording: Wording) -> Problem:
    words = f"{decision.prefix or ''}{decision.quote or ''}{decision.suffix or ''}"
    message = wording.say(
        "decision.orphaned",
        number=decision.sequence,
        reviewer=decision.reviewer,
        said=decision_words(decision, wording),
        around=wording.say("decision.around", words=" ".join(words.split())) if words else "",
    )
    return Problem(decision.document or "", ORPHANED, message)
