"""Which stops end a sentence: most show it by the words on both sides; the rest are asked of nupunkt."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

import nupunkt
import regex

from headwater.language.abbreviations import AbbreviationLexicon

__all__ = ["ends"]

# What the library and the expressions below look at: a stop that nothing of the same word follows, or a capital. Where none stands before the
# last signs of a part, it is one sentence, which most lines of lists and wire copy are.
_STOP = re.compile(r"[.!?\u2026](?![\da-z,.-]|[\s\"'\u201d\u2019)\]]*\Z)")
# What follows most stops: closing marks, white space, and a word or number, which an opening mark may stand at. Here a sentence
# can end at one place only, where the white space does.
_BEHIND = re.compile(r"([\"'\u201d\u2019)\]]*+)\s++(?=[\"'\u201c\u2018(\[]*\w)")
# A full stop with no space behind it, as pages that were glued together have it: "rose to 25.Police said"; a capital word with
# two letters behind the stop is a name from the web: "Courier.Vm reports".
_GLUED = regex.compile(r"[.!?](?<=[\p{Ll}\d]{2}.)(?<!\p{Lu}\p{L}{1,30}\.(?=\p{Lu}\p{Ll}\s))(?=\p{Lu}\p{Ll}++\s)")
# A stop behind a plain word, before a capital: the library takes some of these words for shortened ones.
_PLAIN = regex.compile(r"[.!?](?<=(?<!\p{L})\p{Ll}{4,}.)[\"'”’)\]]*+\s++(?=[\"'“‘(\[]?\p{Lu})")
_LAST_WORD = regex.compile(r"[\p{L}.]{1,12}\Z")
_CHUNK = re.compile(r"\S++")
_LAST_CHUNK = re.compile(r"\S++\Z")
_OPENING = '("[\u201c'
_SIGNS = ".!?\u2026"
_COUNTING = "ivxlc"
_LONGEST = 24  # letters of a word that are looked at before a stop
_LEAD = 16  # characters the library wants before a stop, to see that a line does not begin with it
# It looks among them for stops and line ends. Where they have neither, what it says of the words behind them is the same as behind any such.
_PLAIN_LEAD = re.compile(rf"[^.!?\u2026\n]{{{_LEAD - 1}}} ")
_ANY_LEAD = "they came to see "


def ends(part: str, stops: AbbreviationLexicon) -> list[int]:
    """Where the sentences of a part end, each where the next begins; the last ends with it.

    Shortened titles end none, stops with no space behind them may, and quotation marks that stand by themselves (`he said . " They
    left`) go with what they open or close.
    """
    cuts = _cuts(part, stops)
    if cuts and '"' in part:
        cuts = _with_marks(part, cuts)
    return [*cuts, len(part)]


def _with_marks(part: str, cuts: Sequence[int]) -> list[int]:
    """The cuts, those within a quotation moved in front of the mark that opens it."""
    found: list[int] = []
    at = marks = 0
    for cut in cuts:
        marks += part.count('"', at, cut)
        at = cut
        found.append(_before_opening(part, cut) if marks % 2 else cut)
    return found


def _cuts(part: str, stops: AbbreviationLexicon) -> list[int]:
    """Where one sentence ends and the next begins, in order."""
    cuts: list[int] = []
    glued: list[int] = []
    doubtful: list[int] = []
    for match in _STOP.finditer(part):
        at = match.start()
        if part[at + 1].isalpha():
            if _GLUED.match(part, at):
                glued.append(at + 1)
            continue
        behind = _BEHIND.match(part, at + 1)
        told = _told(part, at, behind, stops) if behind else None
        if told is None:
            doubtful.append(at)
        elif behind and told:
            cuts.append(behind.end())
    if doubtful or glued:
        cuts = sorted({*cuts, *glued, *_asked(part, doubtful, [0, *cuts, len(part)], stops)})
    return cuts


def _told(part: str, at: int, behind: re.Match[str], stops: AbbreviationLexicon) -> bool | None:
    """Whether a sentence ends at a stop before white space; `None` where only the library can tell."""
    sign, following, closed = part[at], part[behind.end()], behind[1] != ""
    if sign == "\u2026":
        return None
    if following.islower():
        return False if sign == "." and not closed and not part.islower() else None
    if sign != ".":
        return True
    words = part[max(0, at - _LONGEST) : at].rsplit(None, 1)
    if not words:
        return None
    if part[at - 1].isspace():
        return None if words[-1][-1] in _SIGNS else True
    word = words[-1].lstrip(_OPENING).lower()
    if len(word) == 1 and len(words) > 1 and _is_lettered(words[0], stops):
        return True
    # Shortened words are asked for, and so is a number that a list may count by.
    if not word.isalpha() or not word.strip(_COUNTING) or not 1 < len(word) < _LONGEST:
        return None
    if word in _shortened() and _PLAIN.match(part, at) is None:
        return False if not closed and word in stops.always else None
    return closed or not stops.goes_on(word, following)


def _is_lettered(before: str, stops: AbbreviationLexicon) -> bool:
    """Whether the last word is one that a letter tells from others of its kind: "Wing B"."""
    return before.rsplit(None, 1)[-1].lstrip(_OPENING).lower() in stops.lettered


@cache
def _shortened() -> frozenset[str]:
    """Words behind which the library looks at more than the stop."""
    known = nupunkt.load("default").parameters
    return frozenset(known.abbrev_types).union(first for first, _ in known.collocations)


def _asked(part: str, doubtful: Sequence[int], known: Sequence[int], stops: AbbreviationLexicon) -> Iterator[int]:
    """Where the library ends sentences at stops that are doubtful, between ends that are known.

    What it says of a stop depends on the words on both sides and on whether a line begins shortly before. It works out all stops that it is given:
    so it is given these words, and the whole sentence only where they are not plain to see.
    """
    lower = part.islower()
    asked = 0
    for at in doubtful:
        found = [match.end()] if (match := _PLAIN.match(part, at)) else []
        place = bisect_right(known, at)
        begin, end = known[place - 1 : place + 1]
        if (words := _words_at(part, at, begin, end)) is not None:
            first, following, last = words
            found += [cut for cut in _between(part, first, last) if at < cut <= following]
        elif at >= asked:
            asked = end
            found += [cut for cut in _library(part, begin, end) if begin < cut < end]
        yield from [cut for cut in found if not _goes_on(part, cut, lower, stops)]


def _words_at(part: str, at: int, begin: int, end: int) -> tuple[int, int, int] | None:
    """Where the word before a stop begins, and where the one behind it begins and ends; `None` where the first is not glued to it, or longer than words are."""
    behind = _BEHIND.match(part, at + 1, end)
    word = _LAST_CHUNK.search(part, max(begin, at - _LONGEST), at)
    if behind is None or word is None or at - word.start() == _LONGEST:
        return None
    following = _CHUNK.match(part, behind.end(), end)
    return (word.start(), following.start(), following.end()) if following else None


def _between(part: str, begin: int, end: int) -> list[int]:
    """Where the library ends sentences in the words on both sides of a stop; many stand so in one text after another: "U.S. officials"."""
    if begin < _LEAD or _PLAIN_LEAD.match(part, begin - _LEAD, begin) is None:
        return _library(part, begin, end)
    return [begin + cut for cut in _behind_plain(part[begin:end])]


@lru_cache(maxsize=1 << 12)
def _behind_plain(words: str) -> tuple[int, ...]:
    """Where the library ends sentences in words that stand behind others without a stop on one line."""
    return tuple([cut - len(_ANY_LEAD) for _, cut in nupunkt.sent_spans(_ANY_LEAD + words)])


def _library(part: str, begin: int, end: int) -> list[int]:
    """Where the library ends sentences in a stretch of a part."""
    lead = max(0, begin - _LEAD)
    return [lead + cut for _, cut in nupunkt.sent_spans(part[lead:end])]


def _goes_on(part: str, end: int, lower: bool, stops: AbbreviationLexicon) -> bool:
    before, following = part[max(0, end - 16) : end].rstrip(), part[end]
    if before[-1:] != ".":
        return False
    if following.islower():
        return not lower
    word = _LAST_WORD.search(before[:-1])
    return word is not None and stops.goes_on(word[0].lower(), following)


def _before_opening(part: str, cut: int) -> int:
    """The cut moved in front of a quotation mark that opens what follows, where spaces stand on both sides of it."""
    head = cut - 1
    while head > 0 and part[head].isspace():
        head -= 1
    return head if head < cut - 1 and part[head] == '"' and part[head - 1].isspace() else cut
