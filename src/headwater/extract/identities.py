"""Who a part of a figure are: "two of them were children", "18 of them women", "three of them, all boys"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from headwater.extract.chunks import Chunk, Clause, Part
from headwater.extract.gapped import add_gapped
from headwater.extract.heads import THINGS
from headwater.extract.lexicons import Lexicons
from headwater.extract.settling import Settled
from headwater.grammar.numbers import Number

__all__ = [
    "PEOPLE",
    "add_identities",
    "are_others",
    "are_row",
    "called",
    "fits",
    "is_exception",
    "past_bracket",
    "predicate",
]

_PERSON = "person"
_AGED = 3
_BRACKET = 5
PEOPLE = frozenset({_PERSON})
"""The kind of those who are people."""
_PLAIN = frozenset({_PERSON, ""})
_ANY = PEOPLE | THINGS


def add_identities(clause: Clause, settled: dict[int, Settled], lexicons: Lexicons) -> None:
    """Read who a part of a figure are: "two of them were children", "six people, two of them children"."""
    last: Settled | None = None
    for index in clause.counting:
        chunk = clause.chunks[index]
        held = settled.get(chunk.first)
        above = settled.get(chunk.whole.first) if chunk.whole is not None and chunk.number is not None else None
        if above is not None and above.outcomes:
            last = above
        if (
            chunk.number is not None
            and (not chunk.head or chunk.whole is not None)
            and not is_exception(clause, chunk, lexicons)
        ):
            things = held is not None and held.whole is not None and held.whole.chunk.kind in THINGS
            noun = predicate(clause, index, lexicons, _ANY if things or chunk.whole is not None else PEOPLE)
            hangs = _hangs(clause, index, chunk, lexicons) and not _is_of_other(clause, index, settled)
            told = hangs or (noun is not None and chunk.whole is not None)
            if (
                held is None
                and last is not None
                and told
                and (chunk.whole is not None or fits(chunk, last.chunk))
                and chunk.determiner not in lexicons.words("both")
            ):
                held = settled[chunk.first] = Settled(chunk, list(last.outcomes), "part", last, last.group)
            if held is not None and _are_of_them(chunk):
                held.group = chunk.group
            if held is not None and noun is not None and (chunk.whole is not None or held.whole is not None):
                held.group = called(noun, held.group, lexicons)
                if held.whole is not None:
                    add_gapped(clause, index, noun, held, settled)
        last = held if held is not None and chunk.counts and held.outcomes and held.rule != "part" else last


def _are_of_them(chunk: Chunk) -> bool:
    """Whether it is told of whom some "of them" are: "174 deaths, 52 of them of children"."""
    pointed = chunk.whole is not None and chunk.whole.pronoun
    return pointed and chunk.kind == _PERSON and chunk.group not in _PLAIN


def _is_of_other(clause: Clause, index: int, settled: Mapping[int, Settled]) -> bool:
    """Whether "of them" stands right behind the comma of counted people of whom nothing is told: "91 widows and 261 children, 38 of them unborn"."""
    chunk, before = clause.chunks[index], clause.at(index - 2)
    pointed = chunk.whole is not None and chunk.whole.pronoun and clause.part(index - 1) == Part.COMMA
    if not pointed or before is None or before.number is None or before.kind != _PERSON:
        return False
    return before.first not in settled


def is_exception(clause: Clause, chunk: Chunk, lexicons: Lexicons) -> bool:
    """Whether a number is of those of whom just this is not said: "all but two of them women"."""
    if chunk.first < 2 or clause.tokens[chunk.first - 1].lower not in lexicons.words("exception"):
        return False
    return clause.tokens[chunk.first - 2].lower in lexicons.words("all")


def called(noun: Chunk, group: str, lexicons: Lexicons) -> str:
    """The group of those of whom a noun says who they are: children of whom it is said that they are male stay children."""
    if noun.head in lexicons.words("of_a_sex") and group not in _PLAIN:
        return group
    return noun.group


def are_others(group: str, members: Sequence[str], lexicons: Lexicons) -> bool:
    """Whether groups are of another sex or age than the one before them, and so no parts of it: "eight women, five men and three infants"."""
    sexes = lexicons.groups.sexes
    return group in sexes and all(one in sexes and one != group for one in members)


def are_row(whole: str, members: Sequence[str], lexicons: Lexicons) -> bool:
    """Whether others go on a row of counts behind men under arms: "nine soldiers, six civilians and three children", for no civilian is a soldier."""
    return whole in lexicons.words("under_arms") and not lexicons.words("not_under_arms").isdisjoint(members)


def predicate(clause: Clause, index: int, lexicons: Lexicons, kinds: frozenset[str] = PEOPLE) -> Chunk | None:
    """The noun of one of the kinds that says who or what the counted ones are, after "were" or in apposition."""
    here = past_bracket(clause, index + 1)
    if clause.part(here) == Part.COMMA:
        return _apposed(clause, here, clause.chunks[index].number, lexicons)
    if clause.part(here) == Part.VERB and clause.chunks[here].bare and clause.chunks[index].whole is not None:
        here += 1  # "two of the nine people killed were children"
    following = clause.at(here)
    if following is not None and following.part == Part.VERB and following.copula and not following.unreal:
        here += 1
        following = clause.at(here)
    if following is not None and following.determiner in lexicons.words("pointing") and not following.head:
        of = clause.at(here + 1)
        following = (
            clause.at(here + 2) if of is not None and of.word in lexicons.words("of") else None
        )  # "those of men"
    if following is None or following.part != Part.NOUN or following.counts or following.kind not in kinds:
        return None
    number = clause.chunks[index].number
    if number is not None and number.best == 1:
        return following if following.determiner in lexicons.words("articles") and not following.plural else None
    alike = following.plural or following.head in lexicons.words("of_a_sex")
    return following if alike and not following.determiner else None


def past_bracket(clause: Clause, at: int) -> int:
    """The index behind a short bracket: "16 of the dead (40 per cent) were women"."""
    if clause.part(at) != Part.OPEN:
        return at
    return next((here + 1 for here in range(at + 1, at + _BRACKET) if clause.part(here) == Part.CLOSE), at)


def _apposed(clause: Clause, comma: int, number: Number | None, lexicons: Lexicons) -> Chunk | None:
    """Who all of a part are, or its only one, between commas: "three of them, all women, were let go", "one of them, a student, died"."""
    noun, ends = clause.at(comma + 1), clause.part(comma + 2) in (Part.COMMA, Part.STOP, Part.CLOSE)
    if noun is None or not ends or noun.part != Part.NOUN:
        return None
    if number is not None and number.best == 1 and noun.determiner in lexicons.words("articles"):
        return noun if noun.kind == _PERSON and not noun.plural else None  # "one of them, a student, is in hospital"
    if noun.determiner not in lexicons.words("all"):
        return None
    return noun if noun.plural and noun.kind == _PERSON and not noun.counts else None


def _hangs(clause: Clause, index: int, chunk: Chunk, lexicons: Lexicons) -> bool:
    """Whether a number is an afterthought to the figure before it: "12 were hurt, three of them badly"."""
    joined = clause.part(index - 1) == Part.CONJUNCTION and _is_of_age(clause, index, lexicons)
    if clause.part(index - 1) not in (Part.COMMA, Part.OPEN) and not joined:
        return False
    token = clause.tokens[chunk.last] if chunk.last < len(clause.tokens) else None
    adverb = token is not None and token.lower.endswith(lexicons.frames.adverb_endings)
    ends = clause.part(index + 1) in (Part.COMMA, Part.CLOSE, Part.STOP, Part.NOUN)
    where = clause.part(index + 1) == Part.PREPOSITION  # "212 arrested, 148 of those in Valmont itself"
    if where and not chunk.head and _is_of_age(clause, index, lexicons):
        return True
    if where and not chunk.head and (_is_with(clause, index, lexicons) or _is_past_help(clause, index, lexicons)):
        return True
    whole = chunk.whole
    those = whole is not None and (whole.pronoun or (not whole.head and whole.determiner in lexicons.words("pointing")))
    return (ends and (adverb or those)) or (where and those)


def _is_of_age(clause: Clause, index: int, lexicons: Lexicons) -> bool:
    """Whether the age of those of a number alone stands right behind it: "eleven of them women and four under the age of ten"."""
    chunk = clause.chunks[index]
    behind = [token.lower for token in clause.tokens[chunk.last : chunk.last + _AGED]]
    if chunk.head or not behind or behind[0] not in lexicons.words("age_bounds"):
        return False
    return not lexicons.words("ages").isdisjoint(behind)


def _is_with(clause: Clause, index: int, lexicons: Lexicons) -> bool:
    """Whether a number alone and what its people have end the clause: "22 were brought in, nine with stab wounds", "71 were treated, twelve for burns"."""
    noun = clause.at(index + 2)
    ends = clause.part(index + 3) in (Part.COMMA, Part.CLOSE, Part.STOP, Part.CONJUNCTION)
    return (
        clause.chunks[index + 1].word in lexicons.words("with_what")
        and noun is not None
        and noun.part == Part.NOUN
        and not (noun.counts or noun.pronoun)
        and ends
    )


def _is_past_help(clause: Clause, index: int, lexicons: Lexicons) -> bool:
    """Whether a phrase behind a number alone says how badly it befell them: "40 schools were damaged, 11 beyond repair"."""
    link, noun = clause.chunks[index + 1], clause.at(index + 2)
    plain = noun is not None and noun.part == Part.NOUN and not (noun.counts or noun.determiner or noun.pronoun)
    return plain and link.word in lexicons.words("past_help")


def fits(part: Chunk, whole: Chunk) -> bool:
    """Whether a number can be a part of another: it is no larger, as far as both are known."""
    one = part.number.best if part.number else None
    all_ = whole.number.best if whole.number else None
    return one is None or all_ is None or one <= all_
