"""A figure in its report's own words: what follows it in the text, or the whole phrase where it does not come first."""

from __future__ import annotations

from functools import cache
from itertools import islice
from typing import NamedTuple

import regex

from headwater.dossier.hedging import hedge_span
from headwater.language import load
from headwater.language.hedges import lexicon as hedges
from headwater.language.numbers import lexicon
from headwater.language.openers import binding_words, clause_openers, joining_words, phrase_openers
from headwater.model import Figure, Hedge, Quote, Span

__all__ = ["clause_around", "following", "phrase", "starts_plainly", "words_about"]

# Words after a figure up to the next sign of punctuation or number. A text that is set in lines of one width goes on in the next.
_GAP, _INITIALS = r"(?:[ \u00a0]{1,2}|-|\n)", r"(?:\p{Lu}\.){2,6}"
_WORD = rf"{_GAP}(?![Ii]ncluding\b)(?:{_INITIALS}|[\p{{L}}\p{{M}}’'/]{{1,24}})"
_AFTER = regex.compile(rf"(?:{_WORD}){{1,12}}")
_AFTER_WITH_NUMBERS = regex.compile(
    rf"(?:{_GAP}(?:{_INITIALS}|\p{{Nd}}{{1,9}}[.:,]\p{{Nd}}{{1,9}}|[\p{{L}}\p{{M}}\p{{Nd}}’'/–]{{1,24}})){{1,12}}"
)
_BEFORE = regex.compile(rf"(?:(?:{_INITIALS}|[\p{{L}}\p{{M}}’'-]{{1,24}})[ \u00a0\n]){{1,3}}$")
_NUMBER = regex.compile(r"[^.;:\n]{0,40}?\p{Nd}[\p{Nd},.]*\p{Nd}")
_NEXT_COUNT = regex.compile(r"[ \u00a0]\p{Nd}")
_BETWEEN = regex.compile(r"[ \n]")
# A clause: the words of it that stand before a word, and whether it goes on at either end of what is taken of it.
_CLAUSE_WORD = rf"(?:{_INITIALS}|[\p{{L}}\p{{M}}\p{{Nd}}’'/–-]{{1,24}})"
_CLAUSE_BEFORE = regex.compile(rf"(?:{_CLAUSE_WORD}[ \u00a0\n]){{1,6}}$")
_FIRST = regex.compile(r"[^ \u00a0\n]+[ \u00a0\n]")
_GOES_ON_BEFORE, _GOES_ON = (
    regex.compile(r"[\p{L}\p{Nd}]['’\"”)]?[ \u00a0]?$"),
    regex.compile(r"[ \u00a0-]?[\"“‘(]?[\p{L}\p{Nd}]"),
)
_SPELLED = regex.compile(r"\p{L}+")
_FULL_LINE = 45
_WITHIN = 6  # words of a range behind its first number


class _Room(NamedTuple):
    """What a phrase may have: words and signs of a whole one, and the words that a longer one is cut to."""

    most: int
    longest: int
    cut: int


_PHRASE, _CLAUSE = _Room(7, 48, 6), _Room(10, 72, 10)


def starts_plainly(figure: Figure) -> bool:
    """Whether a figure stands in digits without a hedge, so that a cell can give it as a number and then its words."""
    return figure.quote[:1].isdigit() and figure.hedge is not Hedge.VAGUE and not figure.implied and not figure.negated


def following(figure: Figure, text: str) -> str:
    """The words that follow a figure in its sentence: "people were killed" after "12"; "" where none do."""
    end = max(figure.sentence.end, figure.end)
    match = _AFTER.match(text, figure.end, end)
    if match is None:
        return ""
    words = match.group().strip()
    return _shortened(_before_next_count(words) if _NEXT_COUNT.match(text, match.end(), end) else words)


def _before_next_count(words: str) -> str:
    """Words that lead to another number, up to what joins that to them: "people" of "people and wounding about" 40."""
    parts, joining = _BETWEEN.split(words), joining_words(load())
    last = next((place for place in range(len(parts) - 1, 0, -1) if parts[place].lower() in joining), len(parts))
    return words[: len(" ".join(parts[:last]))]


def phrase(figure: Figure, text: str) -> str:
    """The figure within its phrase, character for character: "from more than 600 to up to 2000"."""
    start, end = figure.start, figure.end
    sentence_end = max(figure.sentence.end, end)
    hedge = hedge_span(figure, text, load())
    if figure.hedge is Hedge.RANGE:
        start = _range_start(figure, text)
    elif hedge is not None:
        start = min(start, hedge.start)
    if figure.hedge is Hedge.RANGE and figure.high is not None:
        second = _NUMBER.match(text, end, sentence_end)
        end = second.end() if second else _spelled_end(text, end, sentence_end)
    else:
        end = max(end + _tail(text, end, sentence_end), hedge.end if hedge is not None else 0)
    return text[start:end].strip()


def _range_start(figure: Figure, text: str) -> int:
    """Where the words of a range begin: with "between" or "from", where these stand within three words before its first number."""
    before = _BEFORE.search(text, max(figure.sentence.start, figure.start - 60), figure.start)
    opens = hedges(load()).openers
    found = (
        [word.start() for word in _FIRST.finditer(before.group()) if word.group().strip().lower() in opens]
        if before
        else []
    )
    return before.start() + found[-1] if before and found else figure.start


def _spelled_end(text: str, start: int, last: int) -> int:
    """Where the second number of a range ends that is written in words: "between eight and ten"; `start` where none stands within six words."""
    numerals, end = lexicon(load()).numerals, start
    for word in islice(_SPELLED.finditer(text, start, last), _WITHIN):
        if word.group().lower() in numerals:
            end = word.end()
        elif end > start:
            break
    return end


def clause_around(words: Quote, text: str, dated: Span | None = None, low: int = 0) -> str:
    """Words of a report with those about them, within one clause; "…" where the clause goes on and is cut.

    None stand before `low`, where their block begins. Words that date them and begin in the clause are in it to their end.

    >>> text = "On Monday the ferry Alba sank off the cape, it said."
    >>> clause_around(Quote.at(text, 25, 29), text)
    'On Monday the ferry Alba sank off the cape'
    >>> text = "She sank on 3 June, 1954, with all hands."
    >>> clause_around(Quote.at(text, 4, 8), text, Span(12, 24))
    'She sank on 3 June, 1954'
    """
    start, cut = _clause_start(text, words.start, low)
    after = _AFTER_WITH_NUMBERS.match(text, words.end)
    tail = _shortened(after.group().strip(), _CLAUSE) if after else ""
    end = words.end
    if tail and tail.lower() not in _never_last():
        end = text.index(tail, words.end) + len(tail)
    if dated is not None and start <= dated.start < end:
        end = max(end, dated.end)
    return f"{'… ' if cut else ''}{text[start:end]}{' …' if _GOES_ON.match(text, end) else ''}"


def _clause_start(text: str, at: int, low: int) -> tuple[int, bool]:
    """Where the clause begins that a place is in, and whether there is more of it before: no further back than six words.

    A clause begins after a word that opens or joins one, and on a new line where the line before is no full one.
    """
    before = _CLAUSE_BEFORE.search(text, max(low, at - 90), at)
    if before is None:
        return at, bool(_GOES_ON_BEFORE.search(text, low, at))
    openers = clause_openers(load())
    found = [
        place.end()
        for place in _FIRST.finditer(before.group())
        if place.group().strip().lower() in openers or _ends_short_line(text, before.start() + place.end())
    ]
    start = before.start() + max(found, default=0)
    return start, not found and bool(_GOES_ON_BEFORE.search(text, low, start))


def _ends_short_line(text: str, at: int) -> bool:
    """Whether a line ends before a place that is too short to be one of a text set in lines of one width."""
    return text[at - 1] == "\n" and at - 1 - (text.rfind("\n", 0, at - 1) + 1) < _FULL_LINE


def cut_name(name: str, longest: int) -> str:
    """A name as long as there is room for, cut behind a word that may end it.

    >>> cut_name("General Staff of the Armed Forces", 20), cut_name("Varn Gazette", 20)
    ('General Staff …', 'Varn Gazette')
    """
    if len(name) <= longest:
        return name
    words = name[: longest - 1].split()[:-1]
    while words and words[-1].lower() in _never_last():
        words.pop()
    whole = " ".join(words)
    return f"{whole if 2 * len(whole) >= longest else name[: longest - 2].rstrip()} …"


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


def _shortened(words: str, room: _Room = _PHRASE) -> str:
    """A short phrase whole; a long one up to where a further clause opens, else a phrase, never ending on such a word.

    Neither goes on into another count ("were hurt and two men"), nor begins by joining one ("and sank a boat" after "dozens").
    """
    parts = _BETWEEN.split(words)
    parts = parts[: _joins_a_count(parts)]
    if len(parts) <= room.most and len(words) <= room.longest:
        return _ended(words, parts, room)
    for openers in (clause_openers(load()), phrase_openers(load())):
        cuts = [place for place in range(2, min(room.cut, len(parts) - 1) + 1) if parts[place].lower() in openers]
        kept = next((_ended(words, parts[:place], room) for place in reversed(cuts)), "")
        if len(_BETWEEN.split(kept)) >= 2 and len(kept) <= room.longest:
            return kept
    return _ended(words, parts[: room.cut - 1], room)


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


def _ended(words: str, parts: list[str], room: _Room) -> str:
    """As many of the words as these parts are, less those at their end on which no phrase ends."""
    kept = list(parts)
    while kept and (kept[-1].lower() in _never_last() or len(" ".join(kept)) > room.longest):
        kept.pop()
    return words[: len(" ".join(kept))]


@cache
def _never_last() -> frozenset[str]:
    return clause_openers(load()) | phrase_openers(load()) | binding_words(load())
