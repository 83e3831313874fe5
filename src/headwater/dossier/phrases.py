"""A figure in its report's own words: what follows it in the text, or the whole phrase where it does not come first."""

from __future__ import annotations

from functools import cache

import regex

from headwater.dossier.hedging import hedge_span
from headwater.language import load
from headwater.language.numbers import lexicon
from headwater.language.openers import binding_words, clause_openers, joining_words, phrase_openers
from headwater.model import Figure, Hedge, Quote

__all__ = ["clause_around", "following", "phrase", "starts_plainly", "words_about"]

# Words after a figure up to the next sign of punctuation or number. A text that is set in lines of one width goes on in the next.
_GAP, _INITIALS = r"(?:[ \u00a0]{1,2}|-|\n)", r"(?:\p{Lu}\.){2,6}"
_WORD = rf"{_GAP}(?![Ii]ncluding\b)(?:{_INITIALS}|[\p{{L}}\p{{M}}’'/]{{1,24}})"
_AFTER = regex.compile(rf"(?:{_WORD}){{1,12}}")
_AFTER_WITH_NUMBERS = regex.compile(rf"(?:{_GAP}(?:{_INITIALS}|[\p{{L}}\p{{M}}\p{{Nd}}’'/–]{{1,24}})){{1,12}}")
_BEFORE = regex.compile(rf"(?:(?:{_INITIALS}|[\p{{L}}\p{{M}}’'-]{{1,24}})[ \u00a0\n]){{1,3}}$")
_NUMBER = regex.compile(r"[^.;:\n]{0,40}?\p{Nd}[\p{Nd},.]*\p{Nd}")
_BETWEEN = regex.compile(r"[ \n]")
_MOST, _LONGEST, _CUT = 7, 48, 6


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
    hedge = hedge_span(figure, text, load())
    if figure.hedge is Hedge.RANGE:
        before = _BEFORE.search(text, max(figure.sentence.start, start - 60), start)
        start = before.start() if before else start
    elif hedge is not None:
        start = min(start, hedge.start)
    if figure.hedge is Hedge.RANGE and figure.high is not None:
        second = _NUMBER.match(text, end, sentence_end)
        end = second.end() if second else end
    else:
        end = max(end + _tail(text, end, sentence_end), hedge.end if hedge is not None else 0)
    return text[start:end].strip()


def clause_around(words: Quote, text: str) -> str:
    """Words of a report with those about them: up to three before and a short phrase after, within one clause.

    >>> text = "On Monday the ferry Alba sank off the cape, it said."
    >>> clause_around(Quote.at(text, 25, 29), text)
    'the ferry Alba sank off the cape'
    >>> clause_around(Quote.at("She sank on 3 June.", 4, 8), "She sank on 3 June.")
    'She sank on 3 June'
    """
    before = _BEFORE.search(text, max(0, words.start - 60), words.start)
    after = _AFTER_WITH_NUMBERS.match(text, words.end)
    tail = _shortened(after.group().strip()) if after else ""
    start, end = before.start() if before else words.start, words.end
    if tail and tail.lower() not in _never_last():
        end = text.index(tail, words.end) + len(tail)
    return text[start:end]


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
    words = match.group()
    return len(words) - len(words.lstrip()) + len(_shortened(words.strip()))


def _shortened(words: str) -> str:
    """A short phrase whole; a long one up to where a further clause opens, else a phrase, never ending on such a word.

    Neither goes on into another count ("were hurt and two men"), nor begins by joining one ("and sank a boat" after "dozens").
    """
    parts = _BETWEEN.split(words)
    parts = parts[: _joins_a_count(parts)]
    if len(parts) <= _MOST and len(words) <= _LONGEST:
        return _ended(words, parts)
    for openers in (clause_openers(load()), phrase_openers(load())):
        cuts = [place for place in range(2, min(_CUT, len(parts) - 1) + 1) if parts[place].lower() in openers]
        kept = next((_ended(words, parts[:place]) for place in reversed(cuts)), "")
        if len(_BETWEEN.split(kept)) >= 2 and len(kept) <= _LONGEST:
            return kept
    return _ended(words, parts[: _CUT - 1])


def _joins_a_count(parts: list[str]) -> int:
    """Where a phrase joins what is no more of it: its first word, or the one before a number; else its end."""
    joining, numerals = joining_words(load()), lexicon(load()).numerals
    ahead = [*(word.lower() for word in parts[1:]), ""]
    places = (
        place
        for place, (word, after) in enumerate(zip(parts, ahead, strict=True))
        if word.lower() in joining and (place == 0 or after in numerals)
    )
    return next(places, len(parts))


def _ended(words: str, parts: list[str]) -> str:
    """As many of the words as these parts are, less those at their end on which no phrase ends."""
    kept = list(parts)
    while kept and (kept[-1].lower() in _never_last() or len(" ".join(kept)) > _LONGEST):
        kept.pop()
    return words[: len(" ".join(kept))]


@cache
def _never_last() -> frozenset[str]:
    return clause_openers(load()) | phrase_openers(load()) | binding_words(load())
