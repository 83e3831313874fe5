"""Statements of a text: words that deny, doubt, limit or withhold; they are no numbers, and never a 0."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from headwater.grammar.sentences import Sentence
from headwater.grammar.tokens import Kind, Token
from headwater.language import Language
from headwater.language.statements import StatementWords, lexicon
from headwater.model import Attribution, Figure, Statement, StatementKind

__all__ = ["statements"]

_BOUNDS = frozenset(',;:.!?()\u2014\u2013"\u201c\u201d')


def statements(
    text: str,
    sentences: Sequence[Sentence],
    attributions: Sequence[Attribution],
    figures: Sequence[Figure],
    language: Language,
    document: str,
) -> list[Statement]:
    """What is denied, doubted, limited or withheld, in text order: the clause that says so, a line each.

    `about` names the figures of the clause, else those of the sentence before where the clause points back ("denied the
    claim"), else the outcomes that its words name.
    """
    words = lexicon(language)
    found = []
    for number, sentence in enumerate(sentences):
        tokens = [token for token in sentence.tokens if token.kind is not Kind.BREAK]
        if not any(token.lower in words.triggers for token in tokens):
            continue
        for kind, first, last in _clauses(tokens, words):
            start, end = tokens[first].start, tokens[last - 1].end
            before = sentences[number - 1] if number else None
            about = _about(start, end, [token.lower for token in tokens[first:last]], before, figures, words)
            found.append(
                Statement(document, start, end, text[start:end], kind, about, _speaker(start, end, attributions))
            )
    return sorted(found, key=lambda one: (one.start, one.end, one.kind.value))


def _clauses(tokens: Sequence[Token], words: StatementWords) -> Iterator[tuple[StatementKind, int, int]]:
    """Kind and tokens `[first, last)` of each clause that matches; a clause has one statement, of the first kind that does."""
    line, places = _line(tokens)
    taken: list[tuple[int, int]] = []
    for kind, pattern, but in words.patterns:
        spared = [match.span() for match in but.finditer(line)] if but is not None else []
        for match in pattern.finditer(line):
            if any(start < match.end() and match.start() < end for start, end in spared):
                continue
            first, last = _clause(tokens, places[match.start()], places[match.end() - 1] + 1, words)
            if not any(first < end and start < last for start, end in taken):
                taken.append((first, last))
                yield kind, first, last


def _line(tokens: Sequence[Token]) -> tuple[str, list[int]]:
    """The words in lower case with single spaces, and the token that each character belongs to."""
    places: list[int] = []
    parts: list[str] = []
    for index, token in enumerate(tokens):
        parts.append(token.lower)
        places += [index] * (len(token.lower) + 1)
    return " ".join(parts), places


def _clause(tokens: Sequence[Token], first: int, last: int, words: StatementWords) -> tuple[int, int]:
    """The tokens from the sign or subordinator before a match to the sign after it."""
    while first > 0 and tokens[first - 1].text not in _BOUNDS and tokens[first - 1].lower not in words.openers:
        first -= 1
    while last < len(tokens) and tokens[last].text not in _BOUNDS:
        last += 1
    return first, last


def _about(
    start: int,
    end: int,
    said: Sequence[str],
    before: Sentence | None,
    figures: Sequence[Figure],
    words: StatementWords,
) -> tuple[str, ...]:
    own = tuple(figure.id for figure in figures if start <= figure.start < end and figure.outcome is not None)
    outcomes = tuple(dict.fromkeys(words.outcomes[word] for word in said if word in words.outcomes))
    if own or outcomes or before is None or not any(word in words.back for word in said):
        return own or outcomes
    return tuple(
        figure.id for figure in figures if before.start <= figure.start < before.end and figure.outcome is not None
    )


def _speaker(start: int, end: int, attributions: Sequence[Attribution]) -> tuple[str, ...]:
    """The speakers of the innermost saying around the clause, or of a cue within it."""
    around = [one for one in attributions if one.content and one.content.start <= start and end <= one.content.end]
    within = [one for one in attributions if start <= one.cue.start < end]
    inner = max(around, key=lambda one: len(one.speaker), default=None)
    if within and (inner is None or len(within[0].speaker) >= len(inner.speaker)):
        return within[0].speaker
    return inner.speaker if inner else ()
