"""The rule on lists of places below a whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from headwater.examine.account import Account
from headwater.examine.registry import Found, rule
from headwater.examine.wording import counted
from headwater.language import Language
from headwater.language.groups import lexicon as groups_of
from headwater.messages import listing, number, say
from headwater.model import Figure, FindingKind, Level

__all__ = ["list_makes_another_sum"]

LEAST = 3
"""Lines from which on what stands below a whole and its colon is a list of all its parts."""

_MARKS = " \t\n:-–—•*·"


@rule(FindingKind.SUM_MISMATCH, Level.DOES_NOT_FIT, "inside")
def list_makes_another_sum(account: Account) -> Iterator[Found]:
    """A list of places below a whole and its colon makes another sum than the whole, more or less.

    Looked at are lists of three lines or more that hold nothing but a name and a number each and follow the colon without a gap. Lines
    named for groups of people ("Children: 7") are left out, as such lists seldom name all; so are hedged numbers.
    """
    for whole in account.figures:
        parts = [figure for figure in account.figures if figure.part_of == whole.id]
        if whole.best is None or not _is_list(account, whole, parts):
            continue
        total = sum((part.best or Decimal(0) for part in parts), Decimal(0))
        if total != whole.best:
            yield _another_sum(account, whole, parts, total)


def _is_list(account: Account, whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether parts are the lines of a list that begins right behind a whole's colon, all of them plain and each named for a place."""
    text = account.report.text
    if len(parts) < LEAST or not all(_is_plain(one) for one in (whole, *parts)):
        return False
    ends = text[whole.end : whole.sentence.end].rstrip()[-1:] == ":"
    gaps = [text[whole.sentence.end : parts[0].sentence.start]]
    gaps += [text[one.end : other.sentence.start] for one, other in pairwise(parts)]
    closed = all(not gap.strip(_MARKS) for gap in gaps)
    names = [_name(account, part) for part in parts]
    named = all(_is_of_place(name, account.language) for name in names) and len(set(names)) == len(names)
    return ends and closed and named and not text[parts[-1].end : parts[-1].sentence.end].strip()


def _name(account: Account, part: Figure) -> str:
    return account.report.text[part.sentence.start : part.start].strip(_MARKS)


def _is_of_place(name: str, language: Language) -> bool:
    """Whether a line's name is a proper one, and none of a group of people."""
    words = name.split()
    nouns = groups_of(language).nouns
    return bool(words) and words[0][:1].isupper() and not any(word.lower() in nouns for word in words)


def _is_plain(figure: Figure) -> bool:
    return figure.best is not None and figure.low == figure.high == figure.best


def _another_sum(account: Account, whole: Figure, parts: Sequence[Figure], total: Decimal) -> Found:
    numbers = [number(part.best or Decimal(0)) for part in parts]
    places = listing(
        say("count.placed", number=value, place=_name(account, part))
        for value, part in zip(numbers, parts, strict=True)
    )
    return Found(
        text=say("finding.list_makes_another_sum", parts=places, whole=counted(whole), total=number(total)),
        arithmetic=say(
            "sum.not", sum=f"{' + '.join(numbers)} = {number(total)}", told=number(whole.best or Decimal(0))
        ),
        spans=[account.of(whole), *map(account.of, parts)],
        figures=[whole, *parts],
    )
