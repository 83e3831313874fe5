"""The classes of words where they stand."""

from __future__ import annotations

from typing import Final

__all__ = ["NUMBER", "OPENS", "Tag"]

NUMBER = "0"
"""Stands for the word of a number that follows."""


class Tag:
    """The class of a word where it stands.

    Plain constants, as `Kind` is.
    """

    NOUN: Final = 0
    NUMBER: Final = 1
    DETERMINER: Final = 2
    NO: Final = 3
    NOBODY: Final = 4
    PRONOUN: Final = 5
    VERB: Final = 6
    AUXILIARY: Final = 7
    TO: Final = 8
    NOT: Final = 9
    ADVERB: Final = 10
    PREPOSITION: Final = 11
    CONJUNCTION: Final = 12
    RELATIVE: Final = 13
    SUBORDINATOR: Final = 14
    OWNS: Final = 15
    SIGN: Final = 16


OPENS = frozenset({Tag.DETERMINER, Tag.NUMBER, Tag.NO, Tag.OWNS})
"""After these a noun group goes on."""
