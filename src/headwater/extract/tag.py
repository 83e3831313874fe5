"""The classes of words where they stand."""

from __future__ import annotations

from enum import IntEnum

__all__ = ["NUMBER", "OPENS", "Tag"]

NUMBER = "0"
"""Stands for the word of a number that follows."""


class Tag(IntEnum):
    """The class of a word where it stands."""

    NOUN = 0
    NUMBER = 1
    DETERMINER = 2
    NO = 3
    NOBODY = 4
    PRONOUN = 5
    VERB = 6
    AUXILIARY = 7
    TO = 8
    NOT = 9
    ADVERB = 10
    PREPOSITION = 11
    CONJUNCTION = 12
    RELATIVE = 13
    SUBORDINATOR = 14
    OWNS = 15
    SIGN = 16


OPENS = frozenset({Tag.DETERMINER, Tag.NUMBER, Tag.NO, Tag.OWNS})
"""After these a noun group goes on."""
