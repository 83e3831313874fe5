"""A figure in its report's own words: what follows it in the text, or the whole phrase where it does not come first."""

from __future__ import annotations

import regex

from headwater.language import load
from headwater.language.stopwords import stopwords
from headwater.model import Figure, Hedge

__all__ = ["following", "phrase", "starts_plainly", "words_about"]

# Words after a figure up to the next sign of punctuation, line end or number: five at most, and at most 42 letters.
_AFTER = regex.compile(r"(?:[ \u00a0-]{1,2}(?![Ii]ncluding\b)[\p{L}\p{M}’'/-]{1,24}){1,5}")
_BEFORE = regex.compile(r"(?:[\p{L}\p{M}’'-]{1,24}[ \u00a0]){1,3}$")
_NUMBER = regex.compile(r"[^.;:\n]{0,40}?\p{Nd}[\p{Nd},.]*\p{Nd}")
_LONGEST = 42


def starts_plainly(figure: Figure) -> bool:
    """Whether a figure stands in digits without a hedge, so that a cell can give it as a number and then its words."""
    return figure.quote[:1].isdigit() and figure.hedge is not Hedge.VAGUE and not figure.implied and not figure.negated


def following(figure: Figure, text: str) -> str:
    """The words that follow a figure in its sentence: "people were killed" after "12"; "" where none do."""
    end = max(figure.sentence.end, figure.end)
    match = _AFTER.match(text, figure.end, end)
    return _shortened(match.group().strip()) if match else ""


def phrase(figure: Figure, text: str) -> str:
    """The figure within its phrase, character for character: "from more than 600 to up to 2000"."""
    start, end = figure.start, figure.end
    sentence_end = max(figure.sentence.end, end)
    if figure.hedge is not Hedge.PLAIN or figure.negated:
        before = _BEFORE.search(text, max(figure.sentence.start, start - 60), start)
        start = before.start() if before else start
    if figure.hedge is Hedge.RANGE and figure.high is not None:
        second = _NUMBER.match(text, end, sentence_end)
        end = second.end() if second else end
    else:
        end += len(text[end:sentence_end]) and _tail(text, end, sentence_end)
    return text[start:end].strip()


def words_about(figure: Figure, text: str) -> str:
    """The words that say what befell whom: those after the number, or those before it where none follow.

    >>> from headwater.model import Span
    >>> text = "He gave word of the treatment of 85 in hospital."
    >>> words_about(Figure("f", "a", 33, 35, "85", Span(0, 48), None, None, None), text)
    'in hospital'
    """
    after = following(figure, text)
    if after.count(" ") >= 1:
        return after
    before = _BEFORE.search(text, max(figure.sentence.start, figure.start - 60), figure.start)
    start = before.start() if before else figure.start
    return text[start : figure.end + text[figure.end : figure.sentence.end].find(after) + len(after)].strip()


def _tail(text: str, start: int, end: int) -> int:
    match = _AFTER.match(text, start, end)
    if match is None:
        return 0
    kept = _shortened(match.group().rstrip())
    return len(kept)


def _shortened(words: str) -> str:
    """At most so many letters, and no trailing words that only lead on ("people were injured and")."""
    kept = _cut(words).split(" ")
    while len(kept) > 1 and kept[-1].strip(",").lower() in stopwords(load()):
        kept.pop()
    return " ".join(kept)


def _cut(words: str) -> str:
    if len(words) <= _LONGEST:
        return words
    return words[: words.rfind(" ", 0, _LONGEST)] if " " in words[:_LONGEST] else words[:_LONGEST]
