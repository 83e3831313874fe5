"""What verbs say, by themselves and with the words that complete them, from a language's `outcomes.toml`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec

__all__ = ["NOTHING", "Idiom", "Phrase", "Sense", "idioms", "members", "phrases", "sense_with", "senses"]

Words = tuple[str, ...]
Entry = Mapping[str, Any]

NOTHING = "none"
"""The outcome of a reading that says nothing of what befell anyone: it keeps the verb's other readings away."""


class Sense(msgspec.Struct, frozen=True, gc=False):
    """What a verb says: its outcome, of whom (`object`, `subject`, `either`, `undergone`), of which noun classes, and its doers'.

    `by` are the classes or groups of those who may do it, all where it is empty; among them `none` stands for nobody named,
    and `other` for a noun of no known class. `never` are groups, or nouns as they stand, it is not said of. Where a word of `unless` follows, the
    verb says something else. A sense that is `denied` holds of the verb's negation: of what has not been
    (`done`), or also of what never will be (`ever`); one that is `counted` only of those that a number
    counts, one that is `headed` never of a bare number.
    """

    outcome: str
    takes: str
    of: frozenset[str]
    agent: str | None
    tail: Words
    groups: frozenset[str] = frozenset()
    strict: bool = False
    by: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()
    denied: str = ""
    counted: bool = False
    headed: bool = False


class Idiom(msgspec.Struct, frozen=True, gc=False):
    """A verb with an object noun that says what befell the verb's subject."""

    sense: Sense
    objects: frozenset[str]


class Phrase(msgspec.Struct, frozen=True, gc=False):
    """A verb completed by a phrase: one of `heads` after one of `prepositions`."""

    sense: Sense
    prepositions: frozenset[str]
    heads: frozenset[str]


def senses(data: Entry) -> dict[str, tuple[Sense, ...]]:
    """The senses of verbs by lemma: those with longer tails and those of certain groups first."""
    found: dict[str, list[Sense]] = defaultdict(list)
    for entry in data.get("verb", ()):
        sense = sense_with(data, entry)
        for head, *tail in (lemma.split(" ") for lemma in entry["lemmas"]):
            found[head].append(sense(tuple(tail)))
    return {lemma: tuple(sorted(rows, key=_rank)) for lemma, rows in found.items()}


def _rank(sense: Sense) -> tuple[int, bool, bool, bool, bool]:
    return -len(sense.tail), not sense.denied, sense.outcome != NOTHING, not sense.groups, not sense.by


def sense_with(data: Entry, entry: Entry, takes: str = "object") -> Callable[[Words], Sense]:
    """What makes the sense of an entry with each of its tails, the entry's rows being read once.

    `takes` is whose outcome it tells where the entry does not say.
    """
    sets = data.get("sets", {})
    said: dict[str, Any] = {
        "outcome": entry["outcome"],
        "takes": entry.get("takes", takes),
        "of": frozenset(entry.get("of", ())),
        "agent": entry.get("agent"),
        "groups": members(entry.get("groups", ()), sets),
        "strict": entry.get("strict", False),
        "by": members(entry.get("by", ()), sets),
        "unless": frozenset(entry.get("unless", ())),
        "never": members(entry.get("never", ()), sets),
        "denied": entry.get("denied", ""),
        "counted": entry.get("counted", False),
        "headed": entry.get("headed", False),
    }
    return lambda tail: Sense(tail=tail, **said)


def members(names: Sequence[str], sets: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """The words of a row, in which `@name` stands for those of a named set."""
    return frozenset(word for name in names for word in (sets[name[1:]] if name.startswith("@") else (name,)))


def idioms(data: Entry) -> dict[str, tuple[Idiom, ...]]:
    """Verbs with object nouns, by the verb's lemma."""
    found: dict[str, list[Idiom]] = defaultdict(list)
    for entry in data.get("idiom", ()):
        idiom = Idiom(sense_with(data, entry, "subject")(()), members(entry["objects"], data.get("sets", {})))
        for verb in entry["verbs"]:
            found[verb].append(idiom)
    return {verb: tuple(rows) for verb, rows in found.items()}


def phrases(data: Entry) -> dict[str, tuple[Phrase, ...]]:
    """Verbs completed by a phrase, by the verb's lemma."""
    found: dict[str, list[Phrase]] = defaultdict(list)
    for entry in data.get("phrase", ()):
        heads = members(entry["heads"], data.get("sets", {}))
        phrase = Phrase(sense_with(data, entry)(()), frozenset(entry["prepositions"]), heads)
        for verb in entry["verbs"]:
            found[verb].append(phrase)
    return {verb: tuple(rows) for verb, rows in found.items()}
