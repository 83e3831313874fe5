"""Which words say what befell whom, from a language's `outcomes.toml`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import msgspec

from headwater.language.inflection import Inflection
from headwater.language.inflection import lexicon as inflection
from headwater.language.loading import Language
from headwater.language.outcome_records import Countable, Damage, Form, Nominal, State, Toll
from headwater.language.senses import Idiom, Phrase, Sense, idioms, members, phrases, senses
from headwater.language.tails import Tails, spelled, tails

__all__ = ["Outcomes", "lexicon"]

_KINDS = ("base", "third", "past", "participle", "ing")
_KINDS_OF_PAST = ("past", "participle", "ing")
_ALIVE = ("person", "household", "animal", "vehicle")


class Outcomes(msgspec.Struct, frozen=True):
    """The lexicon of outcomes, keyed by lower-case words; of verbs, by lemma. `plain` are the senses that no tail completes."""

    forms: Mapping[str, Form]
    senses: Mapping[str, tuple[Sense, ...]]
    plain: Mapping[str, tuple[Sense, ...]]
    tails: Tails
    idioms: Mapping[str, tuple[Idiom, ...]]
    phrases: Mapping[str, tuple[Phrase, ...]]
    states: tuple[State, ...]
    countables: Mapping[str, Countable]
    nominals: Mapping[str, tuple[Nominal, ...]]
    tolls: Mapping[str, tuple[Toll, ...]]
    joint: tuple[tuple[str, str, str], ...]
    tail_words: frozenset[str]
    state_words: Mapping[str, tuple[State, ...]]
    modifiers: Mapping[str, tuple[str, frozenset[str], frozenset[str]]]
    fatal: frozenset[str]
    damage: Damage
    in_tolls: Mapping[str, str]
    compound: tuple[str, frozenset[str], frozenset[str]]
    aboard: Mapping[str, frozenset[str]]


@cache
def lexicon(language: Language) -> Outcomes:
    """The language's words for outcomes."""
    data = language.section("outcomes")
    inflect = inflection(language)
    states, known = _states(data), senses(data)
    held = tails(known, data)
    return Outcomes(
        forms=_forms(data, inflect),
        senses=known,
        plain={
            lemma: plain for lemma, rows in known.items() if (plain := tuple([one for one in rows if not one.tail]))
        },
        tails=held,
        idioms=idioms(data),
        phrases=phrases(data),
        states=states,
        countables=_countables(data, inflect),
        nominals=_nominals(data, inflect),
        tolls=_tolls(data),
        tail_words=frozenset(
            words[0] for words, rows in held.rows.items() if len(words) == 1 and any(row.complement for _, row in rows)
        ),
        joint=tuple(tuple(row) for row in data.get("joint", {}).get("sets", ())),
        state_words=_by_first(states),
        modifiers={
            word: (entry["outcome"], frozenset(entry["of"]), frozenset(entry.get("groups", ())))
            for entry in data.get("modifier", ())
            for word in entry["words"]
        },
        fatal=frozenset(data.get("fatal", {}).get("words", ())),
        damage=_damage(data, inflect),
        compound=_compound(data.get("compound", {})),
        aboard=_aboard(data.get("aboard", {}), inflect),
        in_tolls=data.get("in_tolls", {}).get("words", {}),
    )


def _forms(data: Mapping[str, Any], inflect: Inflection) -> dict[str, Form]:
    lemmas = _first_words(data, past=False)
    for table in ("complement", "idiom", "phrase"):
        lemmas |= {verb.split(" ")[0] for entry in data.get(table, ()) for verb in entry["verbs"]}
    lemmas |= {
        verb for table in ("noun", "nominal") for entry in data.get(table, ()) for verb in entry.get("verbs", ())
    }
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for lemma in sorted(lemmas | _first_words(data, past=True)):
        forms = inflect.verb(lemma)
        for kind in _KINDS if lemma in lemmas else _KINDS_OF_PAST:
            found[getattr(forms, kind)][lemma].add(kind)
    for form, (lemma, *kinds) in inflect.further.items():
        if lemma in lemmas:
            found[form][lemma].update(kinds)
    return {word: _form(readings) for word, readings in found.items()}


def _first_words(data: Mapping[str, Any], *, past: bool) -> set[str]:
    """The verbs of the table of verbs, those read in all their forms or those whose other forms are rather nouns ("the repair")."""
    rows = (entry for entry in data.get("verb", ()) if entry.get("past", False) is past)
    return {lemma.split(" ")[0] for entry in rows for lemma in entry["lemmas"]}


def _form(readings: Mapping[str, set[str]]) -> Form:
    # A word that is a form of two verbs ("found") goes with the one it is the base of last: "found" is find.
    lemma = min(readings, key=lambda name: ("base" in readings[name], name))
    return Form(lemma, frozenset(readings[lemma]))


def _states(data: Mapping[str, Any]) -> tuple[State, ...]:
    rows = [
        State(
            tuple(phrase.split(" ")), entry["outcome"], frozenset(entry.get("of", _ALIVE)), entry.get("beside", False)
        )
        for entry in data.get("state", ())
        for word in entry["words"]
        for phrase in spelled(word)
    ]
    return tuple(sorted(rows, key=lambda row: -len(row.words)))


def _by_first(states: Sequence[State]) -> dict[str, tuple[State, ...]]:
    found: dict[str, list[State]] = defaultdict(list)
    for row in states:
        found[row.words[0]].append(row)
    return {first: tuple(found[first]) for first in sorted(found)}


def _countables(data: Mapping[str, Any], inflect: Inflection) -> dict[str, Countable]:
    found = {}
    for entry in data.get("noun", ()):
        noun = Countable(
            entry["outcome"],
            entry.get("group"),
            entry.get("fixed", False),
            entry.get("heard", False),
            frozenset(entry.get("verbs", ())),
            frozenset(entry.get("before", ())),
            members(entry.get("with", ()), data.get("sets", {})),
        )
        for word in entry["words"]:
            found[word] = noun
            if entry.get("plural", True):
                found[inflect.plural(word)] = noun
    return found


def _nominals(data: Mapping[str, Any], inflect: Inflection) -> dict[str, tuple[Nominal, ...]]:
    found: dict[str, list[Nominal]] = defaultdict(list)
    for entry in data.get("nominal", ()):
        of, verbs, before, needs = (frozenset(entry.get(key, ())) for key in ("of", "verbs", "before", "needs"))
        noun = Nominal(
            outcome=entry["outcome"],
            prepositions=frozenset(entry.get("prepositions", ("of",))),
            of=of,
            verbs=verbs,
            before=before,
            needs=needs,
            groups=members(entry.get("groups", ()), data.get("sets", {})),
            strict=entry.get("strict", False),
            counted=entry.get("counted", False),
        )
        for word in entry["words"]:
            for form in dict.fromkeys((word, inflect.plural(word))):
                found[form].append(noun)
    return {word: tuple(rows) for word, rows in found.items()}


def _compound(data: Mapping[str, Any]) -> tuple[str, frozenset[str], frozenset[str]]:
    return data.get("outcome", ""), frozenset(data.get("words", ())), frozenset(data.get("of", ()))


def _damage(data: Mapping[str, Any], inflect: Inflection) -> Damage:
    entry, sets = data.get("damage", {}), data.get("sets", {})
    nouns = (members(entry.get(key, ()), sets) for key in ("names", "business", "trade", "causes", "bills"))
    return Damage(*nouns, *(_all_forms(entry.get(key, ()), inflect) for key in ("costs", "mending", "elsewhere")))


def _all_forms(lemmas: Sequence[str], inflect: Inflection) -> frozenset[str]:
    forms = [inflect.verb(lemma) for lemma in lemmas]
    return frozenset(word for row in forms for word in (row.base, row.third, row.past, row.participle, row.ing))


def _aboard(data: Mapping[str, Any], inflect: Inflection) -> dict[str, frozenset[str]]:
    return {
        "verbs": _all_forms(data.get("verbs", ()), inflect),
        "prepositions": frozenset(data.get("prepositions", ())),
        "outcomes": frozenset(data.get("outcomes", ())),
    }


def _tolls(data: Mapping[str, Any]) -> dict[str, tuple[Toll, ...]]:
    found: dict[str, list[Toll]] = defaultdict(list)
    for entry in data.get("toll", ()):
        for head in entry["heads"]:
            found[head].append(Toll(entry["outcome"], frozenset(entry.get("with", ()))))
    return {head: tuple(sorted(rows, key=lambda row: -len(row.qualifiers))) for head, rows in found.items()}
