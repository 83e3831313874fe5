"""Numbers that a report gives only to say who denies them: "denied that 12 had died", "rejected reports of 40 arrests"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from headwater.grammar.sentences import Sentence
from headwater.language import Language
from headwater.language.statements import StatementWords, lexicon
from headwater.model import Figure, Statement, StatementKind, Voice

__all__ = ["denied"]

_NEAR = 6


def denied(
    figures: Sequence[Figure], statements: Sequence[Statement], sentences: Sequence[Sentence], language: Language
) -> list[Figure]:
    """The figures, those that a statement denies marked `denied`; the denier is not their speaker.

    A number is denied where it stands in what the denial names as said: behind "that", or behind "of" and a word for reports, with no
    relative clause between. What the denial gives as from somebody else ("denied the union's claim that 40 were held") is that one's
    count, and stays a reading.
    """
    words = lexicon(language)
    known = {figure.id: figure for figure in figures}
    marked = {
        figure.id: statement.speaker
        for statement in statements
        if statement.kind is StatementKind.DENIES
        for figure in _denied_by(statement, known, sentences, words)
    }
    return [_marked(one, marked[one.id]) if one.id in marked else one for one in figures]


def _marked(figure: Figure, denier: tuple[str, ...]) -> Figure:
    if figure.speaker[:1] == denier[:1]:
        return replace(figure, denied=True, speaker=(), voice=Voice.NARRATED)
    return replace(figure, denied=True)


def _denied_by(
    statement: Statement, known: dict[str, Figure], sentences: Sequence[Sentence], words: StatementWords
) -> Iterator[Figure]:
    at = bisect_left(sentences, statement.start, key=lambda sentence: sentence.end)
    said = sentences[at].tokens if at < len(sentences) else ()
    for name in statement.about:
        figure = known.get(name)
        if figure is None or figure.outcome is None or not statement.start <= figure.start < statement.end:
            continue
        before = [token.lower for token in said if token.end <= figure.start]
        nobodys = not figure.speaker or figure.speaker[0].casefold() in words.claimed  # "reports of 12 deaths"
        if (nobodys or figure.speaker[:1] == statement.speaker[:1]) and _is_named(before, words):
            yield figure


def _is_named(before: Sequence[str], words: StatementWords) -> bool:
    """Whether the words before a number name what follows as said, and deny it, with no relative clause between."""
    for at in range(len(before) - 1, 0, -1):
        word, reported = before[at], before[at - 1] in words.claimed
        if word in words.relative:
            return False
        if word in words.that or (word in words.of and reported):
            denies = not words.denying.isdisjoint(before[max(0, at - _NEAR) : at])
            return denies or (reported and word in words.that)  # "reports that 12 died are false"
    return False
