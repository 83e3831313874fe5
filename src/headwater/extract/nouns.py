"""Noun groups: a number, its modifiers, and the head that says what is counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from headwater.extract.chunks import Chunk, Part
from headwater.extract.lexicons import Lexicons
from headwater.extract.plain_nouns import GOES_ON, MODIFIERS, TIGHT, WITHIN, completes, is_tied, parts
from headwater.extract.setting_heads import set_head
from headwater.extract.tag import Tag
from headwater.extract.verbhood import tells
from headwater.grammar.numbers import Number
from headwater.grammar.tokens import Token

__all__ = ["noun_group"]

_TWO = Decimal(2)
_DETERMINING = frozenset({Tag.DETERMINER, Tag.NO})
_PRONOUNS = frozenset({Tag.PRONOUN, Tag.NOBODY})
_PAST = frozenset({"past"})
_QUOTES = frozenset('"\u201c\u201d')
_SHORT_NAME = 3  # tokens of a short name with its brackets


def noun_group(
    tokens: Sequence[Token],
    lower: Sequence[str],
    kinds: Sequence[int],
    starts: Mapping[int, Number],
    index: int,
    lexicons: Lexicons,
) -> Chunk:
    """The noun group that begins at a token; it is never empty. Those of nouns alone, which are most, are made by `plain_group`.

    `lower` are the tokens in lower case; `kinds` their tags, and `Tag.END` behind the last one.
    """
    kind = kinds[index]
    if kind in _PRONOUNS:
        return _pronoun(tokens, kinds, index, lexicons)
    group = Chunk(Part.NOUN, index, index + 1, lower[index])
    here, last = index, len(tokens)
    while here < last:
        kind = kinds[here]
        if kind == Tag.NOUN and group.at < 0 and group.number is None:
            group.at, step = here, 1
            if lexicons.heads[tokens[here].lower].other:
                group.others = True
        elif kind == Tag.NOUN:
            step = _take_noun(group, tokens, kinds, here, lexicons)
        elif group.at >= 0 and (kind not in GOES_ON or (kind == Tag.SIGN and tokens[here].text not in WITHIN)):
            break
        elif kind in _DETERMINING:
            step = _take_determiner(group, tokens, here, kind, lexicons)
        elif kind == Tag.NUMBER:
            step = _take_number(group, tokens, kinds, starts, here, lexicons)
        else:
            step = _step(group, tokens, kinds, here, lexicons)
        if step == 0:
            break
        here += step
    group.last = here if here > index else index + 1
    group.counts = group.number is not None or group.negated
    set_head(group, tokens, lexicons)
    return group


def _pronoun(tokens: Sequence[Token], kinds: Sequence[int], index: int, lexicons: Lexicons) -> Chunk:
    negated = kinds[index] == Tag.NOBODY
    group = Chunk(Part.NOUN, index, index + 1, tokens[index].lower, pronoun=not negated)
    if negated:
        group.negated = group.counts = True
        group.kind = group.group = "person"
    return group


def _step(group: Chunk, tokens: Sequence[Token], kinds: Sequence[int], here: int, lexicons: Lexicons) -> int:
    """How many tokens from `here` on, none of them a noun, a determiner or a number, belong to the group; 0 where it ends."""
    kind = kinds[here]
    if kind == Tag.OWNS and group.at >= 0:
        group.at = -1
        return 1
    if kind == Tag.SIGN and tokens[here].text == "(" and _is_short_name(group, tokens, kinds, here, lexicons):
        return _SHORT_NAME
    if kind == Tag.SIGN and tokens[here].text in _QUOTES and _is_quoted_number(group, kinds, here):
        return 1
    if kind == Tag.SIGN and tokens[here].text in TIGHT and _is_tight(tokens, here):
        if tokens[here + 1].lower in lexicons.words("tied"):
            return _tied(group, tokens, here)
        return 2 if kinds[here + 1] in (Tag.NOUN, Tag.VERB, Tag.ADVERB) and _take_tight(group, tokens, here + 1) else 1
    if (
        kind in (Tag.VERB, Tag.ADVERB)
        and _modifies(group, tokens, kinds, here, lexicons)
        and not tells(tokens, here, lexicons)
    ):
        group.modifiers = (*group.modifiers[-MODIFIERS:], tokens[here].lower)
        return 1
    return 0


def _is_quoted_number(group: Chunk, kinds: Sequence[int], here: int) -> bool:
    """Whether a quotation ends between a number and its noun: `"more than a hundred" bodies`."""
    number = group.number
    return number is not None and group.at < 0 and number.last == here and kinds[here + 1 : here + 2] == [Tag.NOUN]


def _is_short_name(group: Chunk, tokens: Sequence[Token], kinds: Sequence[int], here: int, lexicons: Lexicons) -> bool:
    """Whether a bracket holds the short name of a body whose members a number counts: "two People's Front (PF) members"."""
    number, behind = group.number, here + _SHORT_NAME
    if number is None or number.best == 1 or group.at != here - 1 or kinds[behind : behind + 1] != [Tag.NOUN]:
        return False
    short, closes = tokens[here + 1].text, tokens[here + 2].text
    heads = lexicons.heads
    return (
        closes == ")"
        and short.isupper()
        and not heads[tokens[group.at].lower].plural
        and heads[tokens[behind].lower].plural
    )


def _is_tight(tokens: Sequence[Token], here: int) -> bool:
    return (
        0 < here < len(tokens) - 1
        and tokens[here - 1].end == tokens[here].start
        and tokens[here].end == tokens[here + 1].start
        and tokens[here + 1].text[0].isalnum()
    )


def _tied(group: Chunk, tokens: Sequence[Token], here: int) -> int:
    """How many tokens hang on a noun by hyphens, the first of them a small word: "two passers-by", "mothers-to-be"."""
    end = here + 2
    while group.at == here - 1 and end < len(tokens) - 1 and tokens[end].text in TIGHT and _is_tight(tokens, end):
        end += 2
    return end - here if group.at == here - 1 else 1


def _take_tight(group: Chunk, tokens: Sequence[Token], here: int) -> bool:
    if group.number is not None and group.number.last == here - 1 and group.at < 0:
        group.compounds = (*group.compounds, (group.number, tokens[here].lower))
        group.number = None
    group.at = here
    return True


def _take_number(
    group: Chunk,
    tokens: Sequence[Token],
    kinds: Sequence[int],
    starts: Mapping[int, Number],
    here: int,
    lexicons: Lexicons,
) -> int:
    number = starts.get(here)
    if number is None:
        return 1 if here == group.first else 0
    tight = here > group.first and tokens[here - 1].text in TIGHT
    if tight:
        if not tokens[here].text[0].isdigit() or not tokens[here - 2].text.isupper():
            return 0
        group.at = here
        return number.last - here
    if group.number is not None:
        # "AK 47 rifles": digits inside a name that is itself counted.
        named = group.at == here - 1 and tokens[here - 1].text.isupper() and len(tokens[here - 1].text) <= 3
        return number.last - here if named and tokens[here - 1].text != group.word else 0
    if group.at >= 0:
        noun = tokens[group.at].lower
        if not (noun in lexicons.frames.remaining or noun in lexicons.groups.others):
            return 0
        group.modifiers = (*group.modifiers, noun)
        group.at = -1
    group.number = number
    return number.last - here


def _take_determiner(group: Chunk, tokens: Sequence[Token], here: int, kind: int, lexicons: Lexicons) -> int:
    word = tokens[here].lower
    if kind == Tag.NO:
        if here != group.first:
            return 0
        group.negated = True
        return 1
    if group.at >= 0 or (group.number is not None and word not in lexicons.groups.others):
        return 0
    if word in lexicons.groups.others:
        group.others = True
    if not group.determiner:
        group.determiner = word
    if group.number is None and word in lexicons.words("both"):
        token = tokens[here]
        group.number = Number(token.start, token.end, here, here + 1, _TWO, _TWO, _TWO)
    return 1


def _take_noun(group: Chunk, tokens: Sequence[Token], kinds: Sequence[int], here: int, lexicons: Lexicons) -> int:
    heads, number, at = lexicons.heads, group.number, group.at
    head = heads[tokens[here].lower]
    completing = at < 0 and head.tail and head.listed and not head.plural
    if completing and number is not None and number.best != 1 and not _names_people(tokens, kinds, here, lexicons):
        return 0  # "taking three prisoner"
    if number is not None and _counts_nobody(group, tokens, kinds, here, lexicons):
        return 0
    if head.state and (at >= 0 or number is not None) and kinds[here + 1 : here + 2] != [Tag.NOUN]:
        return 0
    if at >= 0:
        held = heads[tokens[at].lower]
        paired = head.paired and heads.pair(tokens[at].lower, tokens[here].lower).listed
        if number is not None and held.countable is not None and not (head.listed or paired):
            return 0
        if parts(held, head) or (group.determiner and completes(tokens, group.first, held, head, lexicons)):
            return 0
        if not is_tied(tokens, at):
            group.modifiers = (*group.modifiers[-MODIFIERS:], tokens[at].lower)
    if head.other:
        group.others = True
    group.at = here
    return 1


def _names_people(tokens: Sequence[Token], kinds: Sequence[int], here: int, lexicons: Lexicons) -> bool:
    """Whether a noun for people follows that a token only tells apart: "three hostage takers"."""
    if kinds[here + 1] != Tag.NOUN:
        return False
    word, heads = tokens[here + 1].lower, lexicons.heads
    head = heads.pair(tokens[here].lower, word) if heads[word].paired else heads[word]
    return head.plural and head.kind == "person"


def _modifies(group: Chunk, tokens: Sequence[Token], kinds: Sequence[int], here: int, lexicons: Lexicons) -> bool:
    """Whether an adverb or a participle stands inside the group: "a badly wounded man", but "those taken hostage"."""
    if group.at >= 0 or (group.number is None and not group.determiner):
        return False
    if group.determiner in lexicons.words("pointing") and group.number is None:
        return False
    form = lexicons.outcomes.forms.get(tokens[here].lower) if kinds[here] == Tag.VERB else None
    if form is not None and form.kinds == _PAST:
        return False  # "70 fell ill"
    following = kinds[here + 1 : here + 3]
    if kinds[here] == Tag.ADVERB and following == [Tag.VERB, Tag.NOUN]:
        return True
    return following[:1] == [Tag.NOUN] and not _is_no_noun(tokens, kinds, here + 1, lexicons)


def _counts_nobody(group: Chunk, tokens: Sequence[Token], kinds: Sequence[int], here: int, lexicons: Lexicons) -> bool:
    """Whether a word behind a number is an adjective that says something of those counted, or the verb before one: "declared five unfit to live in"."""
    if _is_no_noun(tokens, kinds, here, lexicons):
        return True
    head = lexicons.heads[tokens[here].lower]
    if group.at >= 0 or head.kind or head.listed or head.tail or kinds[here + 1 : here + 2] != [Tag.NOUN]:
        return False
    return _is_no_noun(tokens, kinds, here + 1, lexicons)


def _is_no_noun(tokens: Sequence[Token], kinds: Sequence[int], here: int, lexicons: Lexicons) -> bool:
    """Whether an adjective that ends like no noun stands without one: "the whereabouts of 48 remained unknown"."""
    return tokens[here].lower in lexicons.words("no_nouns") and kinds[here + 1 : here + 2] != [Tag.NOUN]
