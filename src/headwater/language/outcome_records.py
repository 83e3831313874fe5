"""Records of what words tell of an outcome: states, nouns that count, nouns of what follows, tolls, damage, forms of verbs."""

from __future__ import annotations

import msgspec

__all__ = ["Countable", "Damage", "Form", "Nominal", "State", "Toll"]


class State(msgspec.Struct, frozen=True, gc=False):
    """Words that say the outcome of the noun before them, of these classes; one `beside` only where it is counted: "21 safe"."""

    words: tuple[str, ...]
    outcome: str
    of: frozenset[str]
    beside: bool


class Countable(msgspec.Struct, frozen=True, gc=False):
    """A noun that names an outcome by being counted; a `weak` one yields to any verb, a `fixed` one to none.

    It does so beside one of `verbs`, after one of `before`, or where one of `needs` stands before it or after its "of". Those whom a `heard` one counts
    may only be some who told of it: "she spoke to 12 survivors".
    """

    outcome: str
    group: str | None
    fixed: bool
    heard: bool
    verbs: frozenset[str]
    before: frozenset[str]
    needs: frozenset[str]


class Nominal(msgspec.Struct, frozen=True, gc=False):
    """A noun that names the outcome of those who come after it; a `strict` one never of a noun whose class is not known.

    One that is `counted` tells it only of those that a number counts.
    """

    outcome: str
    prepositions: frozenset[str]
    of: frozenset[str]
    verbs: frozenset[str]
    before: frozenset[str]
    needs: frozenset[str]
    groups: frozenset[str]
    strict: bool
    counted: bool


class Toll(msgspec.Struct, frozen=True, gc=False):
    """The name of a count whose value follows; `qualifiers` are words that must stand in its noun group."""

    outcome: str
    qualifiers: frozenset[str]


class Damage(msgspec.Struct, frozen=True, gc=False):
    """By what an amount of money is known as the cost of damage: names of damage, and words that make of a loss a firm's: before its name, or anywhere (`trade`).

    Of verbs all forms: those that tell what something `costs`, of `mending`, and those with which money goes `elsewhere`. `causes` are what
    may cost money, `bills` nouns whose amount follows "at".
    """

    names: frozenset[str]
    business: frozenset[str]
    trade: frozenset[str]
    causes: frozenset[str]
    bills: frozenset[str]
    costs: frozenset[str]
    mending: frozenset[str]
    elsewhere: frozenset[str]


class Form(msgspec.Struct, frozen=True, gc=False):
    """A form of a verb: its lemma and which form it is (`base`, `third`, `past`, `participle`, `ing`; `finite` for one more)."""

    lemma: str
    kinds: frozenset[str]
