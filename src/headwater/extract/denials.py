"""Numbers inside what is denied: "denied that 12 had been killed" is no count of 12."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Sequence

import msgspec

from headwater.extract.enclosing import beginning_in
from headwater.grammar.sentences import Sentence
from headwater.grammar.tokens import Token
from headwater.language import Language
from headwater.language.denials import DenialWords, lexicon
from headwater.model import Attribution, Figure

__all__ = ["denials"]

_NEAR = 60  # code points between a figure and what says that it is false
_TURN = 2  # tokens behind what was thought, within which it is told what was so
_OPENING = 8
_BOUNDS = frozenset(',;:.!?()\u2014\u2013"\u201c\u201d')


def denials(
    sentences: Sequence[Sentence], figures: Sequence[Figure], attributions: Sequence[Attribution], language: Language
) -> dict[str, bool]:
    """The figures that stand in what somebody is said to deny, by id, each with whether it is nobody's count.

    "Denied that 12 had died" leaves nobody who counts 12; "denied the rebels' claim that 12 had died" leaves the rebels. What a denial
    grants is not in it ("denied that the man who shot 12 had fled", "denied a part in the deaths of 12"), nor is what is said besides
    ("denied that 12 had died, saying three had"). Figures come in the order of the text, attributions in that of their cues.
    """
    words = lexicon(language)
    found: dict[str, bool] = {}
    if words is None or not figures:
        return found
    starts = [figure.start for figure in figures]
    for sentence, following in zip(sentences, [*sentences[1:], None], strict=True):
        first = bisect_left(starts, sentence.start)
        last = bisect_left(starts, sentence.end, first)
        if first == last:
            continue
        inside, numbers = figures[first:last], {one.start for one in figures[first:last]}
        if words.may_open(sentence.words):
            for denied in _denied(sentence, numbers, words):
                found |= _of(denied, inside, sentence.tokens, attributions, words)
        if words.may_turn(sentence.words, following.words if following is not None else frozenset()):
            for denied in _supposed(sentence, following, numbers, words):
                found |= {one.id: True for one in inside if denied.start <= one.start < denied.end}
    return found


class Denied(msgspec.Struct, frozen=True):
    """What is denied: the text from `start` on, of which the words before `inside` only lead to it, up to `end`."""

    start: int
    inside: int
    end: int


def _denied(sentence: Sentence, numbers: Container[int], words: DenialWords) -> Iterator[Denied]:
    tokens, held = sentence.tokens, sentence.words
    line = [token.lower for token in tokens]
    for start, stop in words.opens.spotted(line, held):
        # The last of the words is their own "that", and the first but one the "as" of "rejected as false".
        if stop < len(tokens) and not any(token.lower in words.breaks for token in tokens[start + 2 : stop - 1]):
            # "Contrary to reports of 12 deaths, three died": what stands before the subject ends at the comma.
            listing = start > 0 and tokens[start].lower not in words.fronts
            end = _end(tokens, stop, numbers, words, listing=listing)
            yield Denied(tokens[start + 1].start, tokens[stop].start, end)
    closing = sorted(tokens[start].start for start, _ in words.closes.spotted(line, held))
    for start, stop in words.hearsay.spotted(line, held):
        end = _end(tokens, stop, numbers, words)
        if bisect_right(closing, tokens[stop - 1].end) < bisect_left(closing, end):
            yield Denied(tokens[start].start, tokens[stop].start, end)
    for start, stop in words.figures.spotted(line, held) if closing else ():
        end = _end(tokens, stop, (), words)
        near = bisect_right(closing, tokens[stop - 1].end)
        if near == len(closing) or closing[near] - end > _NEAR:
            continue
        first, last = (bisect_left(tokens, at, key=lambda token: token.start) for at in (end, closing[near]))
        parted = any(token.text in _BOUNDS for token in tokens[first:last])
        if not parted:  # "the figure of 58 (that goes round) is false"
            yield Denied(tokens[start].start, tokens[stop].start, end)


def _supposed(
    sentence: Sentence, following: Sentence | None, numbers: Container[int], words: DenialWords
) -> Iterator[Denied]:
    """What was only thought at first, where it is told right behind it what was so: "it was first thought that 12 had died; in fact nobody was hurt"."""
    tokens = sentence.tokens
    line = [token.lower for token in tokens]
    for start, stop in words.supposed.spotted(line, sentence.words):
        stop += stop < len(tokens) and tokens[stop].lower in words.that
        end = _end(tokens, stop, numbers, words)
        at = bisect_left(tokens, end, key=lambda token: token.start)
        here = any(at <= first <= at + _TURN for first, _ in words.turned.spotted(line, sentence.words))
        if here or (following is not None and tokens[-1].start <= end and _turns(following, words)):
            yield Denied(tokens[start].start, tokens[min(stop, len(tokens) - 1)].start, end)


def _turns(sentence: Sentence, words: DenialWords) -> bool:
    """Whether a sentence opens with what turned out to be so."""
    line = [token.lower for token in sentence.tokens[:_OPENING]]
    return any(first <= _TURN for first, _ in words.turned.spotted(line, sentence.words))


def _end(tokens: Sequence[Token], at: int, numbers: Container[int], words: DenialWords, *, listing: bool = True) -> int:
    """Where a clause ends in the text: before a sign, a comma in a list of numbers aside where it may be `listing` some, or a word that opens another clause."""
    while at < len(tokens):
        token, before = tokens[at], tokens[at - 1].lower
        listing = listing and token.lower not in words.verbs
        listed = listing and token.text == "," and any(one.start in numbers for one in tokens[at + 1 : at + 3])
        goes_on = token.lower in words.that and before in words.joins
        goes_on = goes_on or (token.lower in words.over and at + 1 < len(tokens) and tokens[at + 1].start in numbers)
        if (token.text in _BOUNDS and not listed) or (token.lower in words.breaks and not goes_on):
            return token.start
        at += 1
    return tokens[-1].end


def _of(
    denied: Denied, figures: Sequence[Figure], tokens: Sequence[Token], cues: Sequence[Attribution], words: DenialWords
) -> Iterator[tuple[str, bool]]:
    """The figures of a sentence that stand in what is denied, each with whether it is nobody's count."""
    first = bisect_left(figures, denied.start, key=lambda figure: figure.start)
    for figure in figures[first : bisect_left(figures, denied.end, first, key=lambda figure: figure.start)]:
        at = bisect_right(tokens, figure.start, key=lambda token: token.start) - 1
        granted = figure.start != denied.inside and tokens[at - 1].lower in words.granted
        # "Denied having spoken of 12 dead", "denied giving a figure of 12": the number is what is said.
        granted = granted and tokens[at - 2].lower not in words.said
        if not granted:
            # A claim noun alone ("reports that …", "rumours going round that …") is the source of its own saying, and nobody's.
            said = [
                one for one in beginning_in(cues, denied.start, figure.start, _cue) if one.source.start != one.cue.start
            ]
            if all(one.cue.start < denied.inside for one in said):
                # In "denied having said that …" it is the denier who is said to have said it.
                own = beginning_in(cues, tokens[0].start, denied.start, _cue)[-1:]
                taken_back = _takes_back_own(denied, tokens, words)
                yield figure.id, taken_back or all(_is_deniers(one, own, denied) for one in said)


def _is_deniers(one: Attribution, own: Sequence[Attribution], denied: Denied) -> bool:
    """Whether a saying in what is denied is the denier's: "denied having said", "denied it had given a figure"."""
    unnamed = one.source.start < denied.start < one.cue.start
    return unnamed or any(one.speaker[:1] == denier.speaker[:1] for denier in own)


def _takes_back_own(denied: Denied, tokens: Sequence[Token], words: DenialWords) -> bool:
    """Whether it is their own report that somebody takes back: "withdrew its report that 12 had died"."""
    at = bisect_left(tokens, denied.start, key=lambda token: token.start)
    return tokens[at].lower in words.own and tokens[at - 1].lower in words.retract


def _cue(one: Attribution) -> int:
    return one.cue.start
