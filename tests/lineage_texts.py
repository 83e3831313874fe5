"""Invented reports for the tests of lineage: texts with words that follow each other as in prose, and copies of them."""

from __future__ import annotations

import random

from headwater.lineage.account import Account, told
from headwater.model import Report

PLACES = "harbour quay ferry bridge market valley mill orchard school station tower chapel canal depot ridge".split()
VERBS = "reached crossed left closed opened watched called repaired counted carried sheltered answered".split()
NOUNS = "crew family teacher driver nurse farmer sailor engineer neighbour volunteer warden clerk".split()
SMALL = "the a by near from with after before while under across beyond".split()


def prose(seed: int, words: int = 220, *, plain: bool = False) -> str:
    """A text that shares no run of words with one of another seed but by chance; `plain` has no digits in it."""
    chance = random.Random(seed)
    names = [
        "".join(chance.choices("bdfgklmnprstv", k=1) + chance.choices("aeiou", k=1)) * 2 + ("" if plain else str(seed))
        for _ in range(30)
    ]
    found: list[str] = []
    while len(found) < words:
        sentence = [
            chance.choice(pool)
            for pool in (SMALL, NOUNS, VERBS, SMALL, PLACES, SMALL, names, NOUNS, names, VERBS, PLACES)
        ]
        chance.shuffle(sentence)
        found += [*sentence[:-1], sentence[-1] + "."]
    return " ".join(found[:words])


def reworded(text: str, seed: int, share: float = 0.1) -> str:
    """The text with a share of its words exchanged for others."""
    chance = random.Random(seed)
    return " ".join(f"other{chance.randrange(10_000)}" if chance.random() < share else word for word in text.split(" "))


def item(name: str, text: str, published: str | None = "2021-05-01T10:00", publisher: str | None = None) -> Account:
    """An account; without a publisher, each its own."""
    return told(name, publisher or f"outlet of {name}", published, text)


def report(name: str, text: str, published: str | None = "2021-05-01T10:00", publisher: str | None = None) -> Report:
    """A report; without a publisher, each its own."""
    return Report(
        document=name, sha256=name, publisher=publisher or f"outlet of {name}", published=published, text=text
    )
