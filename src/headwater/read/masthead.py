"""The name of the outlet or body at the head of a plain text: a line of its own above the title, or beside the day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

import regex

from headwater.language.chrome import fold
from headwater.language.credits import CreditWords
from headwater.model import Block, BlockKind

__all__ = ["masthead", "title_below"]

_HEAD = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.DATELINE, BlockKind.BYLINE, BlockKind.CHROME})
_LINES = 6
_LONGEST, _WORDS = 60, 7
_CAPITAL = regex.compile(r"\p{Lu}[\p{L}\p{M}'’&-]*+\.?")
_JOINED = 2  # small words between two others
_HANDLE = regex.compile(r"\s*@\w+")  # the name of an account stands beside that of whose it is
_PARTS = regex.compile(r"\s*[,|·•;:]\s*|\s+/\s+|(?<=\p{Ll}{3})\.\s+|\s+[-–—]+\s+|\s*[–—-]+\s*$")


def masthead(text: str, blocks: Sequence[Block], words: CreditWords) -> str | None:
    """The name by which a text says, above its account, whose it is; `None` where it does not say.

    A name holds a word for outlets or bodies ("Courier", "Ministry"). Beside a day it may stand anywhere in the name ("Housing Watch Melbia, 17 March 2025"); in a line of its
    own it begins or ends the name, or stands in it where what is issued is named below. What is the first line and may be a headline is a name only where another heading follows the day, where a press release, bulletin or the like follows, or where it
    is that of a body "of" something. Datelines begin with a place: one with an agency in brackets names no other.
    """
    head = _head(blocks)
    for at, block in enumerate(head):
        shown = _without_kind(_HANDLE.sub("", text[block.start : block.end]), words)
        line = _without_sender(shown, words)
        if (issuer := _issuer(line, words)) is not None:
            return issuer
        if block.kind is BlockKind.DATELINE or any(map(str.isdigit, line)) or _runs_on(text, head, at):
            names = (name for name in _beside(line, words) if "(" not in line and _known(name, words))
        elif (
            (issued := line != shown or _issues(text, head, at, words))
            or _stands_above(head, at)
            or _signs(text, head, at, words)
            or _stands_between(head, at)
        ):
            names = (
                name
                for name in (*_whole(line, words), *_beside(line, words))
                if _framed(name, words)
                or _of_something(name, words)
                or (issued and (_known(name, words) or _calls_themselves(name, words)))
                or (line != shown and not words.offices.isdisjoint(fold(name)))
            )
        else:
            whole = _beside(line, words) if not words.issues.isdisjoint(fold(line)) else _whole(line, words)
            names = (
                name
                for name in whole
                if at + 1 < len(head)
                and (_of_something(name, words) or (_issues_itself(line, words) and _known(name, words)))
            )
        found = next((name for name in names if not _is_paper(name, words)), None) or _for_a_cause(line, words)
        if found is not None:
            return found
    return None


def title_below(text: str, blocks: Sequence[Block], name: str | None) -> str | None:
    """The heading behind the day, which is the title where the first line is the masthead; `None` where there is none or it is not."""
    head = _head(blocks)
    if name is None or not head or head[0].kind is not BlockKind.TITLE:
        return None
    named = text[head[0].start : head[0].end].strip().endswith(name)
    behind = _behind_day(head) if named else None
    return text[behind.start : behind.end] if behind is not None else None


def _without_kind(line: str, words: CreditWords) -> str:
    """A line without what it says in brackets the text is, or its name is for short: "Radio Varn (transcript)", "Varn Relief Network (VRN)"."""
    plain, _, behind = line.partition(" (")
    known = fold(behind)
    short = len(known) == 1 and behind.endswith(")") and behind[:-1].isupper() and len(plain.split()) > 1
    return plain if short or (known and (words.issues | words.clock).issuperset(known)) else line


def _without_sender(line: str, words: CreditWords) -> str:
    """A line without the words that say whose it is, and those for whom: "From: ", "Issued by ", "From the Prefect to the Minister"."""
    known = fold(line)
    size = next((len(phrase) for phrase in words.senders if known[: len(phrase)] == phrase), 0)
    return " ".join(line.split()[size:]).partition(" to ")[0] if size else line


def _issuer(line: str, words: CreditWords) -> str | None:
    """Who issues what a line names as issued: "Statement by the Armed Forces High Command", "Report of the Commission of Inquiry into …"."""
    known = line.split() if len(line) <= 2 * _LONGEST else []
    plain = [word.lower().strip(",.:;") for word in known]
    for at in range(1, len(plain) - 1):
        if plain[at - 1] not in words.issues or plain[at] not in words.by:
            continue
        if plain[at] in words.of and plain[at + 1] not in words.articles:
            continue  # "Report of Police Abuse"
        end = next((to for to in range(at + 1, len(plain)) if plain[to] in words.about), len(plain))
        begin = at + 1 + (plain[at + 1] in words.articles)
        if begin + 2 < end and known[begin] in words.boards and plain[begin + 1] in words.of:
            begin += 2  # "Statement by the board of Marren Shipping plc"
        name = next(_whole(_PARTS.split(" ".join(known[begin:end]))[0], words), "")
        if _known(name, words) or not words.offices.isdisjoint(fold(name)):
            return name
    return None


def _is_paper(name: str, words: CreditWords) -> bool:
    """Whether a name is that of what is issued: "Daily Note"."""
    return not words.papers.isdisjoint(fold(name)[-1:])


def _for_a_cause(line: str, words: CreditWords) -> str | None:
    """A name without a word for a body, beside what it issues: "Shelter for All – Flash update 1"."""
    first, *rest = _PARTS.split(line) if len(line) <= 2 * _LONGEST else [""]
    if not any(not words.issues.isdisjoint(fold(part)) for part in rest):
        return None
    names = _whole(first, words, words.joins | words.causes)
    return next((name for name in names if not words.causes.isdisjoint(fold(name)[1:-1])), None)


def _head(blocks: Sequence[Block]) -> list[Block]:
    """The lines above the account."""
    return list(takewhile(lambda block: block.kind in _HEAD, blocks[:_LINES]))


def _stands_above(head: Sequence[Block], at: int) -> bool:
    """Whether a line is a heading above the title, or the first line where another heading follows the day."""
    if head[at].kind is BlockKind.HEADING:
        return any(later.kind is BlockKind.TITLE for later in head[at + 1 :])
    titled = at == 0 and head[at].kind is BlockKind.TITLE
    return titled and _behind_day(head) is not None


def _stands_between(head: Sequence[Block], at: int) -> bool:
    """Whether a line stands by itself between the title, which is the first line, and the day: a headline, its outlet, its day."""
    kinds = [block.kind for block in head[: at + 2]]
    return kinds == [BlockKind.TITLE, BlockKind.HEADING, BlockKind.DATELINE]


def _heads_signed(head: Sequence[Block]) -> bool:
    """Whether the first line is followed by a heading and its byline: an outlet, its headline, who wrote."""
    kinds = [block.kind for block in head[1:3]]
    return kinds == [BlockKind.HEADING, BlockKind.BYLINE]


def _signs(text: str, head: Sequence[Block], at: int, words: CreditWords) -> bool:
    """Whether a line stands behind the day of what the lines above name as issued."""
    above = head[:at]
    dated = any(block.kind is BlockKind.DATELINE for block in above)
    return dated and any(not words.issues.isdisjoint(fold(text[block.start : block.end])) for block in above)


def _behind_day(head: Sequence[Block]) -> Block | None:
    """The first heading behind a dateline."""
    if _heads_signed(head):
        return head[1]
    day = next((at for at, block in enumerate(head) if block.kind is BlockKind.DATELINE), len(head))
    return next((block for block in head[day + 1 :] if block.kind is BlockKind.HEADING), None)


def _runs_on(text: str, head: Sequence[Block], at: int) -> bool:
    """Whether the day stands behind on the same line: "Varn Herald | 4 October 2024"."""
    following = head[at + 1 : at + 2]
    return any(block.kind is BlockKind.DATELINE and "\n" not in text[head[at].end : block.start] for block in following)


def _issues(text: str, head: Sequence[Block], at: int, words: CreditWords) -> bool:
    """Whether the first line is followed by what is issued: "Press release, 8 February 2011"."""
    below = (fold(text[block.start : block.end]) for block in head[1:3])
    return at == 0 and any(not words.issues.isdisjoint(line) for line in below)


def _issues_itself(line: str, words: CreditWords) -> bool:
    """Whether one part of a line is but what is issued: "Norlo Red Crescent - Press release"."""
    return any(words.issues.issuperset(fold(part)) for part in _PARTS.split(line) if fold(part))


def _whole(line: str, words: CreditWords, joins: frozenset[str] = frozenset()) -> Iterator[str]:
    """The name that a line is, without its article: words with a capital, small ones between them."""
    parts = line.split()
    joins = joins or words.joins
    if parts[:1] and parts[0].lower() in words.articles and not parts[0].isupper():
        parts = parts[1:]
    if not 0 < len(parts) <= _WORDS or len(line) > _LONGEST:
        return
    small = _JOINED  # none opens a name
    for part in parts:
        small = 0 if _CAPITAL.fullmatch(part) or part.lower().rstrip(".") in words.companies else small + 1
        if small > _JOINED or (small and part not in joins):
            return
    if not small:
        yield " ".join(parts)


def _beside(line: str, words: CreditWords) -> Iterator[str]:
    """The names that stand beside the day, of more words than one, as a place seldom is."""
    for part in _PARTS.split(line) if len(line) <= 2 * _LONGEST else ():
        yield from (name for name in _whole(_without_issue(part, words), words) if len(name.split()) > 1)


def _without_issue(part: str, words: CreditWords) -> str:
    """A part of a line without what is issued, in small letters behind the name: "Norlo Radio evening news"."""
    known = part.split()
    name = next((at for at in range(len(known), 0, -1) if not known[at - 1].islower()), 0)
    plain = (words.issues | words.clock).issuperset(known[name:])
    return " ".join(known[:name]) if plain and not words.issues.isdisjoint(known[name:]) else part


def _known(name: str, words: CreditWords) -> bool:
    """Whether a name holds such a word before any "of", or ends like that of a company: the Council passes a "Resolution of the Council"."""
    if _is_company(name, words):
        return True
    known = [*takewhile(lambda word: word not in words.of, fold(name))]
    return not words.bodies.isdisjoint(known) or _holds_pair(known, words)


def _framed(name: str, words: CreditWords) -> bool:
    """Whether a name begins or ends with such a word, as few headlines do."""
    known = fold(name)
    ends = not words.bodies.isdisjoint(known[:1] + known[-1:])
    return len(known) > 1 and (ends or _is_company(name, words) or _holds_pair(known, words))


def _holds_pair(known: Sequence[str], words: CreditWords) -> bool:
    """Whether two words beside each other make a name that of a body: "Red Cross"."""
    return any(f"{one} {two}" in words.bodies for one, two in pairwise(known))


def _is_company(name: str, words: CreditWords) -> bool:
    """Whether a name of several words ends as those of companies do: "Marren Shipping plc"."""
    known = name.lower().split()
    return len(known) > 1 and known[-1].rstrip(".") in words.companies


def _calls_themselves(name: str, words: CreditWords) -> bool:
    """Whether people call themselves so by what they are and for whom: "Lawyers for the Detained"."""
    first, second, *rest = [*fold(name), "", ""]
    return first in words.callings and second in words.causes | words.of and bool(rest)


def _of_something(name: str, words: CreditWords) -> bool:
    """Whether a name is that of a body "of" something: "Prison Service of Corvia"."""
    known = fold(name)
    return any(word in words.body_words and behind in words.of for word, behind in pairwise(known))
