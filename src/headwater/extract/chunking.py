"""From tokens to chunks: noun groups with their numbers, verb groups, and the signs between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from headwater.extract.chunks import SMALL, Chunk, Clause, Part
from headwater.extract.joining import join
from headwater.extract.lexicons import Lexicons
from headwater.extract.like_sums import name_sums
from headwater.extract.nouns import noun_group
from headwater.extract.plain_nouns import plain_group
from headwater.extract.tag import Tag
from headwater.extract.verbs import verb_group
from headwater.extract.words import tags
from headwater.grammar.numbers import Number
from headwater.grammar.sentences import Sentence
from headwater.grammar.tokens import Token, stand

__all__ = ["chunk"]

_SIGNS: dict[str, int] = {
    **dict.fromkeys(";.!?\u2014\u2013-|/*\u2022\u00b7", Part.STOP),
    ",": Part.COMMA,
    ":": Part.COLON,
    **dict.fromkeys("([", Part.OPEN),
    **dict.fromkeys(")]", Part.CLOSE),
}
_PARTS: dict[int, int] = {
    Tag.PREPOSITION: Part.PREPOSITION,
    Tag.CONJUNCTION: Part.CONJUNCTION,
    Tag.SUBORDINATOR: Part.SUBORDINATOR,
}
_NOUNISH = frozenset({Tag.NOUN, Tag.NUMBER, Tag.DETERMINER, Tag.NO, Tag.NOBODY, Tag.PRONOUN, Tag.OWNS})
_PLAIN = frozenset({Tag.NOUN, Tag.DETERMINER})  # what a plain noun group begins with
_VERBAL = frozenset({Tag.VERB, Tag.AUXILIARY})
_SIGN, _ADVERB = Tag.SIGN, Tag.ADVERB
_TWO_COMMAS = bytes((Part.COMMA, Part.COMMA))


def chunk(sentence: Sentence, numbers: Sequence[Number], lexicons: Lexicons) -> Clause:
    """A sentence's chunks in order; adverbs, quotation marks and other signs leave none."""
    tokens = sentence.tokens
    starts = {number.first: number for number in numbers}
    kinds = [*tags(sentence, starts, lexicons), Tag.END]
    found = _chunks(tokens, sentence.lower, kinds, starts, lexicons)
    if len(found) > 1 and found[0].part == Part.STOP and found[0].word == ".":
        del found[0]  # what is left of "2." before a numbered paragraph
    if len(found) > 1 and _numbers_paragraph(found[0], tokens):
        del found[0]
    if sentence.lower.count(",") > 1:
        found = _without_empty_insertions(found)
    joined = join(found, sentence, lexicons, bool(numbers))
    if len(numbers) > 1 and any(number.unit.isupper() for number in numbers):
        name_sums(joined)
    return Clause(tokens, joined, sentence.words)


def _numbers_paragraph(chunk: Chunk, tokens: Sequence[Token]) -> bool:
    """Whether digits behind a point open a sentence and count nothing: "1.2 Of the nineteen dead, eleven were"."""
    number = chunk.number
    broken = number is not None and number.best is not None and number.best % 1 != 0
    return broken and not chunk.head and tokens[chunk.last].text[:1].isupper()


def _without_empty_insertions(chunks: list[Chunk]) -> list[Chunk]:
    """The chunks without pairs of commas that hold none, behind those counted: "two brothers, aged 9 and 11, drowned"."""
    if _TWO_COMMAS not in bytes([chunk.part for chunk in chunks]):
        return chunks
    found: list[Chunk] = []
    for chunk in chunks:
        empty = chunk.part == Part.COMMA and len(found) > 1 and found[-1].part == Part.COMMA
        if empty and found[-2].part == Part.NOUN and (found[-2].counts or found[-2].determiner):
            found.pop()
        else:
            found.append(chunk)
    return found


def _chunks(
    tokens: Sequence[Token],
    lower: Sequence[str],
    kinds: Sequence[int],
    starts: Mapping[int, Number],
    lexicons: Lexicons,
) -> list[Chunk]:
    found: list[Chunk] = []
    index, last, opening = 0, len(tokens), lexicons.opening
    made: Chunk | None
    while index < last:
        word, kind = lower[index], kinds[index]
        # The commonest first, and those that need no more than their tag right here.
        if word in opening and (made := _opened(tokens, lower, kinds, index, lexicons)) is not None:
            pass
        elif kind in _NOUNISH:
            made = plain_group(tokens, lower, kinds, index, lexicons) if kind in _PLAIN else None
            if made is None:
                made = noun_group(tokens, lower, kinds, starts, index, lexicons)
        elif kind in _PARTS:
            made = SMALL[index, _PARTS[kind], word]
        elif kind == _SIGN:
            if word not in _SIGNS:
                index += 1
                continue
            made = SMALL[index, _SIGNS[word], word]
        elif kind in _VERBAL:
            made = verb_group(lower, kinds, index, lexicons)
        else:
            made = _at(tokens, lower, kinds, starts, index, found, lexicons) if kind != _ADVERB else None
            if made is None:
                index += 1
                continue
        found.append(made)
        index = made.last
    return found


def _at(
    tokens: Sequence[Token],
    lower: Sequence[str],
    kinds: Sequence[int],
    starts: Mapping[int, Number],
    index: int,
    found: Sequence[Chunk],
    lexicons: Lexicons,
) -> Chunk | None:
    """The chunk of an infinitive marker, a negating or a relative word; `None` where it leaves none."""
    word, kind = lower[index], kinds[index]
    if kind != Tag.RELATIVE and _opens_verb(kinds, index):
        return verb_group(lower, kinds, index, lexicons)
    if kind == Tag.TO:
        return SMALL[index, Part.PREPOSITION, word]
    if kind == Tag.RELATIVE:
        if found and _taken_out(tokens, index, found, lexicons):
            return Chunk(Part.NOUN, index, index + 1, word, pronoun=True)
        return SMALL[index, Part.RELATIVE, word]
    if _is_none(index, starts):
        return _none(tokens, lower, kinds, starts, index, lexicons)
    if word in lexicons.words("preposition"):
        return SMALL[index, Part.PREPOSITION, word]
    return None


def _is_none(index: int, starts: Mapping[int, Number]) -> bool:
    """Whether a negating word stands before a single "one": "not one"."""
    number = starts.get(index + 1)
    return number is not None and number.best == 1 and number.last == index + 2


def _none(
    tokens: Sequence[Token],
    lower: Sequence[str],
    kinds: Sequence[int],
    starts: Mapping[int, Number],
    index: int,
    lexicons: Lexicons,
) -> Chunk:
    """The noun group that counts none: "not one of the prisoners"."""
    group = noun_group(tokens, lower, kinds, starts, index + 1, lexicons)
    group.first, group.number, group.negated = index, None, True
    return group


def _opened(
    tokens: Sequence[Token], lower: Sequence[str], kinds: Sequence[int], index: int, lexicons: Lexicons
) -> Chunk | None:
    """The chunk that a word opens by what it is, whatever its tag: a part's marker, a conjunction of several words, a state."""
    word = lower[index]
    # One of some words must follow; the empty one is among them where none must.
    following = lower[index + 1] if index + 1 < len(lower) else ""
    second = lexicons.opening[word]
    if following not in second and "" not in second:
        return None
    marker = _marker(tokens, kinds, index, lexicons)
    if marker:
        return Chunk(Part.PARTS, index, index + marker, word)
    joining = _joining(tokens, index, lexicons)
    if joining:
        return Chunk(Part.CONJUNCTION, index, index + joining, word)
    return _state(tokens, kinds, index, following, lexicons)


def _taken_out(tokens: Sequence[Token], index: int, found: Sequence[Chunk], lexicons: Lexicons) -> bool:
    """Whether a relative word is that of "two of whom"."""
    if len(found) < 2 or tokens[index - 1].lower not in lexicons.words("of"):
        return False
    return found[-2].part == Part.NOUN and found[-2].counts


def _opens_verb(kinds: Sequence[int], index: int) -> bool:
    for kind in kinds[index + 1 : index + 4]:
        if kind in _VERBAL:
            return True
        if kind not in (Tag.ADVERB, Tag.NOT):
            return False
    return False


def _joining(tokens: Sequence[Token], index: int, lexicons: Lexicons) -> int:
    for words in lexicons.frames.joining.get(tokens[index].lower, ()) if index else ():
        if _goes_on(tokens, index, words):
            return len(words)
    return 0


def _marker(tokens: Sequence[Token], kinds: Sequence[int], index: int, lexicons: Lexicons) -> int:
    word = tokens[index].lower
    if index and word in lexicons.words("of") and kinds[index - 1] in (Tag.NUMBER, Tag.DETERMINER, Tag.NOBODY):
        return 0
    for words in lexicons.frames.part_markers.get(word, ()):
        if _goes_on(tokens, index, words):
            return len(words)
    return 0


def _goes_on(tokens: Sequence[Token], index: int, words: Sequence[str]) -> bool:
    """Whether words whose first stands at a token do so: most that begin like it already differ in the second."""
    if len(words) == 1:
        return True
    return index + 1 < len(tokens) and tokens[index + 1].lower == words[1] and stand(tokens, index, words)


def _state(
    tokens: Sequence[Token], kinds: Sequence[int], index: int, following: str, lexicons: Lexicons
) -> Chunk | None:
    opened = lexicons.states.get(tokens[index].lower)
    if opened is None or (index and kinds[index - 1] in (Tag.DETERMINER, Tag.NO)):
        return None
    for state in opened.get(following, opened[""]):
        end = index + len(state.words)
        if _goes_on(tokens, index, state.words):
            modifies = end < len(tokens) and kinds[end] == Tag.NOUN and len(state.words) == 1 and index > 0
            if not modifies or kinds[index - 1] == Tag.NOUN:
                return Chunk(Part.STATE, index, end, state.words[0], state=state)
    return None
