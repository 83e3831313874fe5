"""The classes of words where they stand."""

from __future__ import annotations

from typing import Final

import msgspec

__all__ = ["NUMBER", "OPENS", "Tag"]

NUMBER = "0"
"""Stands for the word of a number that follows."""


class _Tags(msgspec.Struct, frozen=True):
    """The class of a word where it stands.

    Plain constants, as `Kind` is.
    """

    NOUN: int = 0
    NUMBER: int = 1
    DETERMINER: int = 2
    NO: int = 3
    NOBODY: int = 4
    PRONOUN: int = 5
    VERB: int = 6
    AUXILIARY: int = 7
    TO: int = 8
    NOT: int = 9
    ADVERB: int = 10
    PREPOSITION: int = 11
    CONJUNCTION: int = 12
    RELATIVE: int = 13
    SUBORDINATOR: int = 14
    OWNS: int = 15
    SIGN: int = 16
    END: int = 17  # behind the last word of a sentence
    OPEN: int = -1  # of a word whose neighbours tell it


Tag: Final = _Tags()


OPENS = frozenset({Tag.DETERMINER, Tag.NUMBER, Tag.NO, Tag.OWNS})
"""After these a noun group goes on."""
