"""When a report was made that says so without a year or day: its dateline's day in the year that its text tells, or a month in a line of its own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import islice

from headwater.grammar.dates import temporal
from headwater.grammar.edtf import day
from headwater.grammar.sentences import Sentence, sentence_of, sentences
from headwater.grammar.tokens import tokenize
from headwater.language import Language
from headwater.language.chrome import fold
from headwater.language.credits import CreditWords, lexicon
from headwater.model import Anchor, Block, BlockKind, DateBasis, KnownBy, TimeExpression

__all__ = ["published_by_text"]

#: Sentences of the account, headings left out, in which its own day may stand.
LEAD = 3
#: A dateline's day is no more than so long after the day that the account tells.
SOON = timedelta(days=15)
#: Code points at the head of a text in which a line may be its month, and of such a line.
HEAD, LINE = 300, 60
_ACCOUNT = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})
_LINES = frozenset({BlockKind.DATELINE, BlockKind.TITLE, BlockKind.HEADING, BlockKind.PARAGRAPH})


def published_by_text(text: str, blocks: Sequence[Block], language: Language) -> tuple[str, KnownBy] | None:
    """The day or month in EDTF, and the words that give it; `None` where the text does not tell for sure.

    A dateline ("LORN, 12 May (Wire) -") has the year of a day that the account itself tells in full just before it: "shells fell on 11 May 2031".
    """
    words = lexicon(language)
    return (
        _of_dateline(text, blocks, language, words)
        or _of_line(text, blocks, language, words)
        or _of_status(text, blocks, language, words)
    )


def _of_dateline(
    text: str, blocks: Sequence[Block], language: Language, words: CreditWords
) -> tuple[str, KnownBy] | None:
    lines = [block for block in blocks if block.kind is BlockKind.DATELINE]
    if len(lines) != 1:
        return None
    line = _sentence(text, lines[0])
    named = [one for one in temporal([line], language, None) if _is_yearless_day(one)]
    if len(named) != 1:
        return None
    lead = islice(sentences(text, [block for block in blocks if block.kind in _ACCOUNT], language), LEAD)
    found: set[str] = set()
    for sentence in lead:
        for told in temporal([sentence], language, None):
            own = day(told.edtf) if told.anchor is Anchor.CALENDAR else None
            if own is None or not _happened_then(text, sentence, told, words):
                continue
            [of_line] = [one for one in temporal([line], language, own.isoformat()) if one.start == named[0].start]
            issued = day(of_line.edtf)
            if issued is None or not own <= issued <= own + SOON:
                return None
            found.add(issued.isoformat())
    known = KnownBy(DateBasis.DATELINE, named[0].start, named[0].end)
    return (found.pop(), known) if len(found) == 1 else None


def _sentence(text: str, block: Block) -> Sentence:
    return sentence_of(block.start, block.end, tuple(tokenize(text, block.start, block.end, breaks=False)))


def _is_yearless_day(one: TimeExpression) -> bool:
    return one.kind in ("date", "time") and one.edtf is None and one.possible and one.granularity == "day"


def _happened_then(text: str, sentence: Sentence, told: TimeExpression, words: CreditWords) -> bool:
    """Whether a day is one on which something happened, and none that is looked back to: "a year after the fire of 11 May 2030"."""
    before = fold(text[sentence.start : told.start])[-1:]
    return not words.on.isdisjoint(before) and words.looking_back.isdisjoint(sentence.words)


def _of_line(text: str, blocks: Sequence[Block], language: Language, words: CreditWords) -> tuple[str, KnownBy] | None:
    """The month that a line near the head is, or ends with behind what it names as issued: "May 2031", "Situation report, May 2031"."""
    for block in blocks:
        if block.start >= HEAD:
            return None
        if block.kind not in _LINES or block.end - block.start > LINE or not text[block.end - 1].isdecimal():
            continue
        found = temporal([_sentence(text, block)], language, None)
        if len(found) != 1 or found[0].granularity != "month" or found[0].end != block.end or not found[0].edtf:
            continue
        before = fold(text[block.start : found[0].start])
        whole = "/" not in found[0].edtf
        if whole and (not before or (before[-1] in words.issues and words.leading.isdisjoint(before))):
            return found[0].edtf, KnownBy(DateBasis.LINE, found[0].start, found[0].end)
    return None


def _of_status(
    text: str, blocks: Sequence[Block], language: Language, words: CreditWords
) -> tuple[str, KnownBy] | None:
    """The day up to which a page counts by a line at its head, in the year of a day told there before: "Strike of 14 February 2031", then "Data as of 16 February"."""
    told: set[date] = set()
    for block in blocks:
        if block.start >= HEAD or block.kind not in _LINES:
            break
        line = _sentence(text, block)
        found = temporal([line], language, None)
        known = fold(text[block.start : found[0].start]) if len(found) == 1 else ()
        if known in words.counted and _is_yearless_day(found[0]) and len(told) == 1:
            own = max(told)
            issued = next((day(one.edtf) for one in temporal([line], language, own.isoformat())), None)
            if issued is None or not own <= issued <= own + SOON:
                return None
            return issued.isoformat(), KnownBy(DateBasis.LINE, found[0].start, found[0].end)
        days = (day(one.edtf) for one in found if one.anchor is Anchor.CALENDAR)
        told.update(one for one in days if one is not None)
    return None
