"""Decisions in plain words, from the catalogue."""

from __future__ import annotations

import json
from typing import Any

import pytest

from headwater.dossier.decided import decision_words, verdict_words
from headwater.dossier.wording import load_wording
from headwater.model import Action, Decision

ENGLISH = load_wording()
WORDS = {"document": "b.txt", "start": 9, "end": 11, "quote": "15", "prefix": "", "suffix": ""}


def told(action: Action, new: Any = None, old: Any = None, reason: str | None = None, quote: str = "12") -> str:
    as_text = (json.dumps(data) if data else None for data in (old, new))
    return decision_words(
        Decision(3, "", "Ines", "", action.value, "a.txt", 4, 6, quote, "", "", *as_text, reason), ENGLISH
    )


@pytest.mark.parametrize("action", [one for one in Action if one not in (Action.MERGE, Action.SPLIT)])
def test_every_decision_on_one_thing_has_words_of_its_own(action: Action) -> None:
    words = told(action, {"sequence": 7} if action is Action.UNDO else None)
    assert words != action.value
    assert ("a.txt" in words) is (action is not Action.UNDO)


def test_values_are_told_as_the_desk_names_them() -> None:
    old = {"high": "12", "hedge": "", "outcome": "killed", "speaker": []}
    new = {"high": None, "hedge": "at_least", "outcome": "damage_cost", "speaker": ["Ana Rell", "Radio Ostra"]}
    assert told(Action.CORRECT, new, old) == (
        "corrected “12” in a.txt: High 12 → open; Hedge plain → at least …; Outcome killed → damage; "
        "Speaker nobody named → Ana Rell, quoted by Radio Ostra"
    )


def test_several_are_joined_and_one_is_one() -> None:
    both = {"whole": "event", "with": [WORDS]}
    assert told(Action.MERGE, both) == "merged the events of “12” in a.txt and “15” in b.txt"
    assert told(Action.SPLIT, both) == "split “12” in a.txt and “15” in b.txt off as an event of their own"
    assert told(Action.SPLIT, {"whole": "measure", "with": []}) == "split “12” in a.txt off as a measure of its own"
    assert (
        told(Action.MERGE, {"whole": "figure", "with": [WORDS]}) == "moved “15” in b.txt to the event of “12” in a.txt"
    )


def test_what_people_write_stays_as_they_wrote_it() -> None:
    assert told(Action.NOTE, reason="see {both} *lists*", quote="12*") == (
        "noted on “12*” in a.txt. Reason: see {both} *lists*"
    )


def test_a_verdict_of_an_older_journal_is_its_own_words() -> None:
    assert verdict_words("slip", ENGLISH) == verdict_words("a slip in the report", ENGLISH)
