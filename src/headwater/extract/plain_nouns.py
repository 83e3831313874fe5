"""Noun groups of nouns alone, or behind one determiner: "prison guards", "the northern command"."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.extract.chunks import Chunk, Part
from headwater.extract.lexicons import Lexicons
from headwater.extract.nounheads import Head
from headwater.extract.setting_heads import set_head
from headwater.extract.tag import Tag
from headwater.grammar.tokens import Token

__all__ = ["GOES_ON", "MODIFIERS", "TIGHT", "WITHIN", "completes", "is_tied", "parts", "plain_group"]

#: Signs that tie a word to the one before it.
TIGHT = frozenset("-\u2010\u2011")
#: Signs that may stand within a noun group.
WITHIN = TIGHT | frozenset('"\u201c\u201d(')
#: Behind its noun a group ends at all else.
GOES_ON = frozenset({Tag.NUMBER, Tag.OWNS, Tag.SIGN})
MODIFIERS = 12
"""The most words before a noun that are kept: a row of a thousand nouns is no noun group, and must not take a million steps."""
_PERSON = "person"
_VERB_NEAR = 8
_NOUN, _SIGN = Tag.NOUN, Tag.SIGN
_GROUP = Part.NOUN


def plain_group(
    tokens: Sequence[Token], lower: Sequence[str], kinds: Sequence[int], index: int, lexicons: Lexicons
) -> Chunk | None:
    """The group of nouns alone or behind one determiner that begins at a token, as four of five are; `None` where more may belong to it."""
    heads, first, determiner = lexicons.heads, index, ""
    if kinds[index] != _NOUN:
        first, determiner = index + 1, lower[index]
        if kinds[first] != _NOUN or determiner in lexicons.counting_determiners:
            return None
    head, here = heads[lower[first]], first + 1
    others = head.other
    while kinds[here] == _NOUN:
        following = heads[lower[here]]
        if (following.state and kinds[here + 1] != _NOUN) or parts(head, following):
            break
        if determiner and completes(tokens, index, head, following, lexicons):
            break
        head = following
        others = others or head.other
        here += 1
    kind = kinds[here]
    if kind in GOES_ON and (kind != _SIGN or lower[here] in WITHIN):
        return None
    at = here - 1
    before: tuple[str, ...] = ()
    if at > first:
        before = tuple(lower[max(first + is_tied(tokens, first), at - 1 - MODIFIERS) : at])
    word, noun = lower[index], lower[at]
    if head.plain:
        return Chunk(
            _GROUP, index, here, word, None, at, noun, head.kind, head.group, head.plural, determiner, before, others
        )
    group = Chunk(_GROUP, index, here, word, None, at, "", "", "", False, determiner, before, others)
    set_head(group, tokens, lexicons)
    return group


def parts(held: Head, head: Head) -> bool:
    """Whether a group ends between two nouns: behind a plural, before what may complete a verb or no list has."""
    return held.listed and held.plural and (head.tail or not head.listed)


def completes(tokens: Sequence[Token], first: int, held: Head, head: Head, lexicons: Lexicons) -> bool:
    """Whether a word behind the noun of a group that begins at a token completes the verb before it: "took a guard hostage"."""
    if not head.tail or head.plural or held.kind != _PERSON:
        return False
    holding = lexicons.words("holding")
    return any(token.lower in holding for token in tokens[max(0, first - _VERB_NEAR) : first])


def is_tied(tokens: Sequence[Token], here: int) -> bool:
    """Whether a hyphen ties a token to the one before it."""
    return here > 0 and tokens[here - 1].text in TIGHT and tokens[here - 1].end == tokens[here].start
