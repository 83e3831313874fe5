"""Counts that are somebody's: "by the mayor's count, 12 died", "the ministry's tally stands at 12", "it gave its own count: 12"."""

from __future__ import annotations

from collections.abc import Iterator

from headwater.extract.contents import after, around
from headwater.extract.passages import Passage, Phrase, Saying
from headwater.extract.phrases import phrase_after, phrase_before
from headwater.extract.quotations import Quotations
from headwater.extract.sources import mute, people, voiced
from headwater.extract.subjects import main_subject, subject
from headwater.language.cues import Verb

__all__ = ["by_count", "by_list", "given_before", "given_by", "owner"]

_SAY = frozenset({"say"})
#: Between a count and its verb stand no more tokens than this.
FAR = 14
#: Between "and" and a number, and between a number and "by", stand no more tokens than this.
NEAR = 4


def by_count(p: Passage, index: int, quotes: Quotations, text: str) -> Iterator[Saying]:
    """What the noun of a count or view at an index tells by whom it belongs to."""
    at = index - 1
    while (p.tag[at] in "JNRgn" or p.capital(at)) and at > 0 and not p.has("grammar.genitive", at):
        at -= 1
    whose = owner(p, at)
    if p.has("possessed", index):
        before = at if whose is None else whose.first - 1
        if whose is None and p.tag[at] in "DM" and not p.has("possessed.before", at):
            before = at - 1
        if _minded(p, before, index):
            yield from _by_mind(p, index, whose or _unowned(p, before, index), before, quotes, text)
            yield from _others(p, index, quotes)
            return
    if whose is None and p.has("possessed.official", index - 1):
        whose = Phrase(index - 1, index + 1)  # "the official count stands at"
    if whose is None and p.has("tallies", index):
        whose = _compound(p, index)
    if (
        whose is not None
        and p.has("tallies", index)
        and not (mute(p, whose) and not p.has("possessed.official", whose.first))
    ):
        yield from _valued(p, index, whose, quotes)


def _compound(p: Passage, index: int) -> Phrase | None:
    """Whoever a noun right before that of a count names, where "of" ties its value to it: "a police count of 14 dead"."""
    at = index - 1
    counts = p.has("grammar.of", index + 1) and at >= 0 and p.tag[at] in "NP"
    counts = counts and (p.has("bodies", at) or p.has("roles", at))
    return Phrase(at, at + 1) if counts else None


def _minded(p: Passage, before: int, index: int) -> bool:
    """Whether a preposition makes a clause be so to a mind or by a count; what can be read is so only at the head of a clause."""
    if p.low[before - 1] in p.cues.phrases:
        return False  # "according to the guild's count"
    if not p.has("possessed.before", before) or (p.has("grammar.in", before) and not p.has("possessed.mind", index)):
        return False
    head = before == 0 or p.low[before - 1] in (",", ";", ":", "\u2014") or p.tag[before - 1] in "CS"
    told = p.has("possessed.judging", before - 1)
    return told or head or not p.has("possessed.read", index)


def _unowned(p: Passage, before: int, index: int) -> Phrase | None:
    """Whose a count without an owner is: what "of" ties to it ("by the diary of Keller"), else itself ("by official count")."""
    if p.has("grammar.of", index + 1):
        source = phrase_after(p, index + 2)
        return source if source is not None and voiced(p, source) and not mute(p, source) else None
    if index > before + 1 and p.capital(index - 1):
        return Phrase(index - 1, index)  # "by an ORBIS count"
    pointed = p.holds("possessed.pointing", before + 1, index)
    alone = index == before + 1 or p.has("grammar.to", before) or not p.has("possessed.count", index)
    return None if pointed or alone else Phrase(before + 1, index + 1)


def by_list(p: Passage, index: int, quotes: Quotations) -> Saying | None:
    """A number of those on a list, with who holds it or hands it over: "the elders gave the clerk a list of 33 dead"."""
    number = p.tags.find("M", index + 2, index + 5)
    near = range(index - 1, max(0, index - FAR), -1)
    verb = next((at for at in near if p.tag[at] in "vnx" or p.has("holdings.verbs", at)), 0)
    if number < 0 or not verb or not p.has("holdings.verbs", verb) or not p.has("holdings.links", index + 1):
        return None
    source = subject(p, verb)
    content = after(
        p, index, next((at for at in range(number, len(p.tokens)) if p.low[at] in ",;"), len(p.tokens)), quotes
    )
    if source is None or content is None or p.tag[source.first] == "O" or mute(p, source) or not voiced(p, source):
        return None  # whose list a pronoun's is stands with the one who tells of it
    return Saying(source, verb, verb + 1, content, _SAY)


def owner(p: Passage, at: int) -> Phrase | None:
    """Whoever a genitive or a possessive pronoun at an index names."""
    if at > 0 and p.has("grammar.genitive", at):
        whose = phrase_before(p, at)
        by = (here for here in range(at, 0 if whose is None else whose.first, -1) if p.has("grammar.by", here))
        return None if whose is None else Phrase(next(by, whose.first - 1) + 1, whose.last)  # "died in the unrest by …"
    return Phrase(at, at + 1) if p.has("pronouns.owner", at) else None


def _by_mind(
    p: Passage, index: int, whose: Phrase | None, first: int, quotes: Quotations, text: str
) -> Iterator[Saying]:
    """What somebody holds or counts, at the head, in the middle or at the end of a clause: "in Keller's view", "by its own count"."""
    if whose is None:
        return
    last = max(index + 1, whose.last)
    if p.has("possessed.judging", first - 1):
        first -= 2 if p.has("grammar.to", first - 2) else 1
    start = last + (p.low[last] == ",")
    if p.has("pronouns.owner", whose.first) and first == 0 and p.tag[start] in "DP":
        whose = people(p, phrase_after(p, start)) or whose
    content = around(p, first, last, quotes, text)
    if content is not None:
        yield Saying(whose, index, index + 1, content, _SAY)


def _others(p: Passage, index: int, quotes: Quotations) -> Iterator[Saying]:
    """Further counts behind the one at an index, whose noun they leave out: "by the guild's count and nine by the owner's", "; by the owner's, nine"."""
    at = index + 1
    while at < len(p.tokens):
        start = _past_joint(p, at)
        number = p.tags.find("M", start, start + NEAR) if start > at else -1
        by = _by_behind(p, number)
        if by < 0:
            start = by = next(
                (
                    one
                    for here in range(at, len(p.tokens))
                    if p.has("grammar.by", one := _past_joint(p, here)) and one > here
                ),
                len(p.tokens),
            )
        at = next((here for here in range(by + 2, by + 2 * NEAR) if p.has("grammar.genitive", here)), 0)
        valued = by == start and p.tag[at + 1] == "M" and p.tag[at + 2] not in "NJ"  # "by the owner's nine"
        whose = owner(p, at) if at and (valued or p.tag[at + 1] not in "NJM") else None
        if whose is None or not voiced(p, whose) or mute(p, whose):
            return
        at += 1
        content: tuple[int, int] | None = p.tokens[start].start, p.tokens[by - 1].end
        if by == start:
            stop = next((here for here in range(at, len(p.tokens)) if p.low[here] == ";"), len(p.tokens))
            content, at = after(p, at + (p.low[at] == ","), stop, quotes), stop
        if content is not None:
            yield Saying(whose, index, index + 1, content, _SAY)


def _past_joint(p: Passage, at: int) -> int:
    """The index behind a comma or semicolon at an index, and "and" there or behind it; the same index where none of them stands there."""
    at += p.low[at] in (",", ";")
    return at + (p.tag[at] == "C")


def _by_behind(p: Passage, number: int) -> int:
    """The index of "by" shortly behind a number; -1 where there is none."""
    near = range(number + 1, number + NEAR + 2) if number >= 0 else ()
    return next((at for at in near if p.has("grammar.by", at)), -1)


def _valued(p: Passage, index: int, whose: Phrase, quotes: Quotations) -> Iterator[Saying]:
    """A count with its owner before it and its value after a verb or a colon."""
    start = index + 2 if p.low[index + 1] == ":" else _value(p, index)
    if start is None:
        return
    source = main_subject(p, index) if p.has("pronouns.owner", whose.first) else None
    if start == index + 2 and p.has("grammar.of", index + 1):
        if p.has("pronouns.owner", whose.first):
            return  # "this story and its toll of 40"
        end = _past_counted(p, start)
        yield Saying(source or whose, index, index + 1, (p.tokens[start].start, p.tokens[end - 1].end), _SAY)
        return
    stop = next((at for at in range(start, len(p.tokens)) if p.low[at] == ";"), len(p.tokens))
    content = after(p, start, stop, quotes)
    if content is not None:
        yield Saying(source or whose, index, index + 1, content, _SAY)


def _value(p: Passage, index: int) -> int | None:
    """Where the value begins that a verb or "of" gives a count: "the tally of the dead stands at 12", "the ministry's figure of 12"."""
    if p.has("grammar.of", index + 1) and "M" in p.tags[index + 2 : index + 5] and p.tag[index + 2] in "MRJA":
        return index + 2
    for at in range(index + 1, min(index + FAR, len(p.tokens))):
        if p.tag[at] in "vx" and not p.quoted[at]:
            start = at + 1
            while p.tag[start] in "RxnA" and start < at + 4:
                start += 1
            return start if "M" in p.tags[start : start + 3] else None
        joined = p.has("count.before", at) or p.has("change.before", at)
        if joined and p.tag[at + 1] == "M":
            return at + 1
        if p.low[at] in (";", ":"):
            return None
    return None


def _past_counted(p: Passage, start: int) -> int:
    """The index behind a number that begins at an index, and what it counts: "some 40 dead and missing"."""
    at = p.tags.find("M", start)
    while at < len(p.tokens) - 1 and p.tag[at] in "MNJ":
        at += 1
    return at


def given_by(p: Passage, index: int, verb: Verb) -> Saying | None:
    """A number with who gave it behind a participle: "the 20 given by the mayor"."""
    by = index + 1 + (p.tag[index + 1] in "RAT" and not p.has("grammar.by", index + 1))  # "given out by"
    if not p.has("grammar.by", by):
        return None
    before = index - 1 - (p.low[index - 1] == ",")
    number = _before(p, before)
    source = None if number is None else phrase_after(p, by + 1)
    if number is None or source is None or not voiced(p, source) or mute(p, source):
        return None
    return Saying(source, index, by + 1, (p.tokens[number].start, p.tokens[before].end), verb.takes)


def given_before(p: Passage, source: Phrase, index: int, verb: Verb) -> Saying | None:
    """A number with who gave it in a relative clause: "the 20 that the mayor gave"."""
    link = source.first - 1
    objected = p.tag[index + 1] not in "ARCS.^" or p.has("count.before", index + 1)
    if objected or not p.has("pronouns.relative", link):
        return None
    number = _before(p, link - 1)
    if number is None:
        return None
    return Saying(source, index, index + 1, (p.tokens[number].start, p.tokens[link - 1].end), verb.takes)


def _before(p: Passage, at: int) -> int | None:
    """The index of a number that ends at an index, or whose noun does."""
    while p.tag[at] in "NJ" and at > 0:
        at -= 1
    return at if p.tag[at] == "M" else None
