"""Statements of a text: words that deny, doubt, limit or withhold; they are no numbers, and never a 0."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence

from headwater.extract.enclosing import beginning_in, enclosing
from headwater.extract.withholders import withholder
from headwater.grammar.sentences import Sentence
from headwater.grammar.tokens import Token
from headwater.language import Language
from headwater.language.statements import StatementWords, lexicon
from headwater.model import Attribution, Figure, Statement, StatementKind

__all__ = ["statements"]

#: A relative clause begins no further behind the number it hangs on than so many code points.
HANGING = 60

_OF_MATTERS = frozenset({StatementKind.LIMITS, StatementKind.WITHHOLDS})
_MARKS = frozenset('"\u201c\u201d')
_BOUNDS = frozenset(',;:.!?()\u2014\u2013"\u201c\u201d')


def statements(
    text: str,
    sentences: Sequence[Sentence],
    attributions: Sequence[Attribution],
    figures: Sequence[Figure],
    denied: Container[str],
    language: Language,
    document: str,
) -> list[Statement]:
    """What is denied, doubted, limited or withheld, in text order: the clause that says so, a line each.

    `about` names the figures of the clause, of a denial those that `denied` holds the ids of; else those of the sentence before where
    the clause points back ("denied the claim"), else the outcomes that its words name.
    """
    words = lexicon(language)
    listed = {one.start for one in figures if one.id in denied}
    clauses = [(number, *clause) for number, one in enumerate(sentences) for clause in _clauses(one, listed, words)]
    around = enclosing((tokens[0].start for _, _, tokens in clauses), attributions)
    known = sorted(figures, key=lambda one: one.start)
    cues = sorted(attributions, key=lambda one: one.cue.start)
    # A claim noun alone ("reports that … were false") is the source of its own saying, and denies nothing.
    voiced = [one for one in cues if one.source != one.cue]
    found = []
    for number, kind, tokens in clauses:
        start, end = tokens[0].start, tokens[-1].end
        own = beginning_in(known, start, end, lambda one: one.start)
        if kind is StatementKind.DENIES:
            own = [one for one in own if one.id in denied]
        else:
            said = _said_besides(start, end, cues)
            own = [one for one in own if not any(first <= one.start < last for first, last in said)]
            own = own or _counted_before(text, sentences[number].start, start, known, words)
        about = _about(tokens, own, sentences[number - 1] if number else None, known, words)
        if kind in _OF_MATTERS and not about and words.matters.isdisjoint(token.lower for token in tokens):
            continue
        speaker = _speaker(start, end, around[start], voiced)
        if not speaker and kind is StatementKind.WITHHOLDS:
            speaker = withholder(sentences[number], start, language)
        found.append(Statement(document, start, end, text[start:end], kind, about, speaker))
    return sorted(found, key=lambda one: (one.start, one.end, one.kind.value))


def _counted_before(
    text: str, first: int, start: int, figures: Sequence[Figure], words: StatementWords
) -> list[Figure]:
    """The figure that a relative clause hangs on: "48 deaths that it has not been able to verify"; none where there is no such."""
    before = list(beginning_in(figures, max(first, start - HANGING), start, lambda one: one.start))
    *_, noun, opener = ["", "", *text[before[-1].end : start].lower().split()] if before else ("", "")
    hangs = opener in words.openers and noun != "" and (before[-1].noun or "").lower().endswith(noun)
    return before[-1:] if hangs else []


def _clauses(
    sentence: Sentence, listed: Container[int], words: StatementWords
) -> Iterator[tuple[StatementKind, Sequence[Token]]]:
    """Kind and tokens of each clause that matches; a clause has one statement, of the first kind that does."""
    kinds = words.asked(sentence.words)
    if not kinds:
        return
    tokens = sentence.tokens
    line = [token.lower for token in tokens]
    taken = bytearray(len(tokens))
    for kind in kinds:
        for start, stop in kind.spotted(line, sentence.words):
            if any(taken[start:stop]):
                continue
            first, last = _clause(tokens, start, stop, listed, words)
            taken[first:last] = b"\1" * (last - first)
            yield kind.kind, tokens[first:last]


def _clause(
    tokens: Sequence[Token], first: int, last: int, listed: Container[int], words: StatementWords
) -> tuple[int, int]:
    """The tokens from the sign or subordinator before a match to the sign after it; no sign is one before a number that is `listed`."""
    while first > 0 and not _bounds(tokens, first - 1) and not _opens(tokens, first - 1, words):
        first -= 1
    while last < len(tokens) and (
        tokens[last].text not in _BOUNDS or any(one.start in listed for one in tokens[last + 1 : last + 3])
    ):
        last += 1
    marks = sum(token.text in _MARKS for token in tokens[first:last])
    return first, last + (marks % 2 and last < len(tokens) and tokens[last].text in _MARKS)


def _bounds(tokens: Sequence[Token], at: int) -> bool:
    """Whether a sign ends a clause; within a time of day it does not: "16:45 The office denied it"."""
    if tokens[at].text not in _BOUNDS:
        return False
    around = tokens[at - 1].text[-1:] + tokens[at + 1].text[:1] if 0 < at < len(tokens) - 1 else ""
    return not (tokens[at].text == ":" and around.isdecimal())


def _opens(tokens: Sequence[Token], at: int, words: StatementWords) -> bool:
    """Whether a token opens a clause; behind what reports are called it goes on with one: "reports that 12 had died were false". The first is of it: "That was wrong"."""
    return at > 0 and tokens[at].lower in words.openers and tokens[at - 1].lower not in words.told


def _said_besides(start: int, end: int, cues: Sequence[Attribution]) -> list[tuple[int, int]]:
    """What the source of a clause's first cue goes on to say in it: "denied that 12 had died and said nobody had"."""
    own = beginning_in(cues, start, end, lambda one: one.cue.start)
    return [
        (one.content.start, one.content.end)
        for one in own[1:]
        if one.content is not None and one.source.start == own[0].source.start
    ]


def _about(
    tokens: Sequence[Token],
    own: Sequence[Figure],
    before: Sentence | None,
    figures: Sequence[Figure],
    words: StatementWords,
) -> tuple[str, ...]:
    said = [token.lower for token in tokens]
    outcomes = tuple(dict.fromkeys(words.outcomes[word] for word in said if word in words.outcomes))
    back = not own and not outcomes and before is not None and any(word in words.back for word in said)
    told = (
        beginning_in(figures, before.start, before.end, lambda one: one.start) if back and before is not None else own
    )
    return tuple(figure.id for figure in told if figure.outcome is not None) or outcomes


def _speaker(start: int, end: int, around: Sequence[Attribution], cues: Sequence[Attribution]) -> tuple[str, ...]:
    """The speakers of the innermost saying around the clause, or of a cue within it."""
    # What only begins within a saying is no longer its source's: "reports that the crew had left are false".
    whole = (one for one in around if one.content is not None and one.content.end >= end)
    inner = max(whole, key=lambda one: len(one.speaker), default=None)
    at = bisect_left(cues, start, key=lambda one: one.cue.start)
    if at < len(cues) and cues[at].cue.start < end and (inner is None or len(cues[at].speaker) >= len(inner.speaker)):
        return cues[at].speaker
    return inner.speaker if inner is not None else ()
