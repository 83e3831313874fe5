"""Whether a sentence without a number can count anyone: none of them, both, or one that is told of alone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from headwater.extract.implied import KINDS
from headwater.extract.lexicons import Lexicons
from headwater.extract.nounheads import Head
from headwater.extract.plain_nouns import parts
from headwater.extract.tag import Tag
from headwater.extract.words import settled_tags
from headwater.grammar.sentences import Sentence
from headwater.grammar.tokens import places

__all__ = ["may_count"]

# Bits of a word: whether it can be the one behind "a", or behind "the"; whether it ends every noun group; what it opens; whether
# it is one by itself; and whether it may be one with the word before it.
_ONE: Final = 1
_KNOWN: Final = 2
_ENDS: Final = 4
_SHIFT: Final = 3
_ALONE: Final = 32
_PAIRED: Final = 64
_PERSON = "person"
_TIGHT = frozenset("-\u2010\u2011")
_WITHIN = frozenset({Tag.NOUN, Tag.VERB, Tag.ADVERB, Tag.DETERMINER, Tag.NO, Tag.OWNS, Tag.OPEN})
_MOST = 1 << 15


def may_count(sentence: Sentence, lexicons: Lexicons) -> bool:
    """Whether the sentence denies that there were any, says "both", or can tell what befell a noun group that `implied_at` can take for one.

    Such a group opens with an article or its like, and goes on to a noun of one of the classes that are counted so.
    """
    if not lexicons.denying.isdisjoint(sentence.words):
        return True
    if not lexicons.telling.may_tell_of_one(sentence):
        return False
    known, lower, ended = _known(lexicons), sentence.lower, 0
    opening = known.opening
    # Behind no article only articles tell anything; what other words are, few need to be asked.
    for start in places(lower, opening):
        if start < ended:
            continue
        wanted = 0
        for at in range(start, len(lower)):
            bits = known[lower[at]]
            if bits:
                if bits & _PAIRED and wanted:
                    bits = _as_head(lexicons.heads.pair(lower[at - 1], lower[at]))
                if bits & _ALONE or (bits & wanted and not known.goes_on(lower, at)):
                    return True
                if bits & _ENDS:
                    ended = at
                    break
                wanted |= bits >> _SHIFT
        else:
            return False
    return False


class _Known(dict[str, int]):
    """The bits of each word met, worked out once; `opening` words are articles and their like."""

    def __init__(self, lexicons: Lexicons) -> None:
        super().__init__()
        self._lexicons = lexicons
        self._tags = settled_tags(lexicons)
        self.opening = lexicons.words("indefinite") | lexicons.words("definite")
        self._owning = lexicons.words("owning")
        # Nouns that are none where they tell a time or an age.
        self._apart = lexicons.timing.union(*map(lexicons.words, ("time_part", "time_edge", "aged")))

    def goes_on(self, lower: Sequence[str], at: int) -> bool:
        """Whether the noun group of a word goes on behind it, so that the word is not its head: with what it owns, or with a noun that is one wherever it stands."""
        following = lower[at + 1] if at + 1 < len(lower) else "."
        if following in self._owning:
            return True
        if self._tags[following] != Tag.NOUN or following in self._apart:
            return False
        head, other = self._lexicons.heads[lower[at]], self._lexicons.heads[following]
        return not (other.state or parts(head, other))

    def __missing__(self, word: str) -> int:
        if len(self) >= _MOST:
            self.clear()
        bits = self[word] = self._bits(word)
        return bits

    def _bits(self, word: str) -> int:
        words, others = self._lexicons.words, self._lexicons.groups.others
        opens = _ONE * (word in words("indefinite")) | _KNOWN * (word in words("definite"))
        if opens:
            return _ALONE if word in others else opens << _SHIFT
        if self._tags[word] not in _WITHIN and word not in _TIGHT:
            return _ENDS
        if word in others or word in words("nth"):
            return _ONE | _KNOWN  # "a third was hurt", "the fourth died"
        return _PAIRED * (word in self._lexicons.paired) | _as_head(self._lexicons.heads[word])


@cache
def _known(lexicons: Lexicons) -> _Known:
    return _Known(lexicons)


def _as_head(head: Head) -> int:
    """The bits of a head noun for its class."""
    if head.plural:
        return 0
    if head.kind == _PERSON or head.people or (head.countable is not None and head.countable.group):
        return _ONE | _KNOWN
    return _ONE if head.kind in KINDS else 0
