"""A decision in plain words: what was decided, without who and when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from headwater.dossier.wording import Wording
from headwater.model import GROUPING, Action, Entry, Hedge

__all__ = ["change_words", "decision_words", "field_words", "hedge_words", "verdict_words"]


def decision_words(decision: Entry, wording: Wording) -> str:
    """What was decided, and the reason given for it.

    >>> from headwater.dossier.wording import load_wording
    >>> from headwater.model import Decision
    >>> one = Decision(3, "", "Ines", "", "correct", "a.txt", 4, 6, "12", "", "", '{"high":"12"}', '{"high":null}', "no limit")
    >>> decision_words(one, load_wording())
    'corrected “12” in a.txt: High 12 → open. Reason: no limit'
    """
    said = _grouping(decision, wording) if decision.action in GROUPING else _plain(decision, wording)
    if changes := change_words(decision, wording):
        said = wording.say("decision.changes", said=said, changes="; ".join(changes))
    return wording.say("decision.reason", said=said, reason=decision.reason) if decision.reason else said


def _plain(decision: Entry, wording: Wording) -> str:
    words = " ".join((decision.quote or "").split())
    number = decision.after.get("sequence")
    return wording.say(
        f"decision.{Action(decision.action).value}", quote=words, document=decision.document, number=number
    )


def _grouping(decision: Entry, wording: Wording) -> str:
    """What was merged or split: "merged the measures of “12” in a.txt and “15” in b.txt"."""
    said = [
        wording.say("decision.words", quote=" ".join(str(one["quote"]).split()), document=one["document"])
        for one in decision.anchors
    ]
    whole = decision.after.get("whole", "measure")
    if whole == "figure":
        return wording.say("decision.move", listed=_listed(said[1:], wording), event=said[0])
    listed = _listed(said, wording)
    return wording.say(f"decision.{Action(decision.action).value}_{whole}", listed=listed, n=len(said))


def _listed(said: Sequence[str], wording: Wording) -> str:
    """The things in a row: "a, b and c"."""
    row = said[0] if said else ""
    for place, one in enumerate(said[1:], 2):
        row = wording.say("list.last" if place == len(said) else "list.next", before=row, item=one)
    return row


def change_words(decision: Entry, wording: Wording) -> list[str]:
    """Each value that a decision sets, with the one before where it is known: "High 12 → open"."""
    if decision.action not in (Action.CORRECT, Action.ADD, Action.REPORT, Action.SETTLE):
        return []
    before, say = decision.before, partial(value_words, wording=wording)
    return [
        f"{field_words(name, wording)} "
        + (f"{say(name, before[name])} → " if name in before else "")
        + say(name, value)
        for name, value in decision.after.items()
        if value or decision.action != Action.ADD  # what a missed figure leaves open needs no words
    ]


def field_words(name: str, wording: Wording) -> str:
    """What the desk calls a field."""
    message = f"field.{name}"
    return wording.say(message) if wording.has(message) else name.replace("_", " ")


def value_words(name: str, value: Any, wording: Wording) -> str:
    """A value as a person reads it: bounds that are absent are open, flags are yes or no.

    >>> from headwater.dossier.wording import load_wording
    >>> value_words("high", None, load_wording()), value_words("implied", True, load_wording())
    ('open', 'yes')
    >>> value_words("speaker", ["Ana Rell", "Radio Ostra"], load_wording())
    'Ana Rell, quoted by Radio Ostra'
    """
    if isinstance(value, bool):
        return wording.say("value.yes" if value else "value.no")
    if isinstance(value, list):
        chain = str(value[0]) if value else wording.say("value.nobody")
        for one in value[1:]:
            chain = wording.say("value.chain", first=chain, then=one)
        return chain
    if isinstance(value, Mapping):
        return f"“{value.get('quote', '')}”"
    if value is None:
        return wording.say("value.open" if name in ("low", "high", "best") else "value.nothing")
    return _named(name, str(value), wording)


def _named(name: str, value: str, wording: Wording) -> str:
    """A value that is one of a list, as the list has it; any other as it stands."""
    if name == "verdict":
        return verdict_words(value, wording)
    if name == "hedge" and value in {one.value for one in Hedge}:
        return hedge_words(Hedge(value), wording)
    message = f"outcome.{value}"
    return wording.say(message) if name == "outcome" and wording.has(message) else value


def verdict_words(verdict: str, wording: Wording) -> str:
    """What a person said of a finding; journals of before 0.2 hold the words themselves."""
    message = f"verdict.{verdict}"
    return wording.say(message) if wording.has(message) else verdict


def hedge_words(hedge: Hedge, wording: Wording) -> str:
    """A hedge without its number: "at least …"."""
    if hedge in (Hedge.PLAIN, Hedge.VAGUE):
        return wording.say(f"hedge.{hedge.name.lower()}_alone")
    return wording.say(f"hedge.{hedge.value}", number="…", low="…", high="…")
