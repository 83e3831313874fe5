"""Words by which a report names where its text or knowledge is from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

import regex

from headwater.language import Language
from headwater.language.credits import CreditWords, lexicon
from headwater.model import Block, BlockKind, Credit, CreditRelation
from headwater.read.bylines import byline
from headwater.read.names import name_at, name_before

__all__ = ["credits_in", "source_line"]

_SILENT = (BlockKind.CHROME, BlockKind.TITLE)
_BRACKET = regex.compile(r"\(([^()\n]{2,40})\)")
_LETTERS = regex.compile(r"[.!?\"”’]\s+\((\p{Lu}{2,6})\)\s*$")
_KIND = regex.compile(r"\s(\p{Ll}++)$")
_ARTICLE = regex.compile(r"(?:\bthe\s)?$", regex.IGNORECASE)
_STOP = regex.compile(r"[.,;:!?\"”’)\]]|$|\s(?:on|in|that|to|late|early|as)\b")


def credits_in(text: str, blocks: Iterable[Block], language: Language) -> list[Credit]:
    """The credits that the account's words give, in text order; page chrome gives none."""
    words = lexicon(language)
    found: set[tuple[int, int, str, CreditRelation]] = set()
    for block in blocks:
        if block.kind is BlockKind.CREDIT:
            found.update(_of_line(text, block, words))
        elif block.kind is BlockKind.DATELINE:
            found.update(_of_dateline(text, block, words))
        elif block.kind is BlockKind.BYLINE:
            found.update(_of_byline(text, block, words))
        elif block.kind not in _SILENT:
            found.update(_of_prose(text, block, words))
    order = sorted(found, key=lambda credit: (credit[0], credit[1], credit[3].value))
    return [Credit(start, end, text[start:end], agent, relation) for start, end, agent, relation in order]


_Found = tuple[int, int, str, CreditRelation]


def source_line(text: str, start: int, end: int, words: CreditWords) -> tuple[int, int] | None:
    """The place of the source that a whole line names ("Source: …"); none where the line is no such line."""
    # Few lines have the colon of a label.
    match = _source_label(words).match(text, start, end) if text.find(":", start, end) >= 0 else None
    if match is None:
        return None
    at = match.end()
    name = text[at:end].rstrip(" .")
    if not 1 <= len(name.split()) <= 14 or not (name[0].isupper() or "." in name) or name.count(",") > 3:
        return None
    return at, at + len(name)


def _of_line(text: str, block: Block, words: CreditWords) -> Iterator[_Found]:
    place = source_line(text, block.start, block.end, words)
    if place:
        yield block.start, block.end, text[slice(*place)], CreditRelation.SOURCE
        return
    name = text[block.start : block.end].strip("()[] .")
    if words.agency(name):
        yield block.start, block.end, name, CreditRelation.AGENCY


def _of_dateline(text: str, block: Block, words: CreditWords) -> Iterator[_Found]:
    """An agency in brackets, or an outlet where the author would stand."""
    for match in _BRACKET.finditer(text, block.start, block.end):
        if not any(map(str.isdigit, match.group(1))) and not match.group(1).islower():  # "(transcript)" is nobody
            yield match.start(), match.end(), match.group(1), CreditRelation.AGENCY
    place = name_at(text, block.start, block.end)
    # One word is an outlet's by itself only where it is an agency's: "Daily situation report", "Bulletin 2".
    name = text[slice(*place)] if place else ""
    if place and words.is_outlet(name) and (len(name.split()) > 1 or words.agency(name)):
        yield *place, text[slice(*place)], CreditRelation.BY


def _of_byline(text: str, block: Block, words: CreditWords) -> Iterator[_Found]:
    author = byline(text[block.start : block.end], words)
    shared = _shared(author, words) if author else ()
    for name in shared:
        at = text.find(name, block.start, block.end)
        yield at, at + len(name), name, CreditRelation.BY
    if author and not shared:
        yield block.start, block.end, author, CreditRelation.BY


def _shared(author: str, words: CreditWords) -> tuple[str, ...]:
    """The names of an outlet's own people and of another outlet beside them: "Mirror reporters and Archipelago News"; empty of all others."""
    names = tuple(regex.split(r"\s+and\s+", author))
    if len(names) != 2 or any(len(name.split()) < 2 for name in names):
        return ()
    staff = [name for name in names if name.split()[-1] in words.staff]
    outlets = [name for name in names if name not in staff and words.is_outlet(name) and name[0].isupper()]
    return names if staff and outlets else ()


def _of_prose(text: str, block: Block, words: CreditWords) -> Iterator[_Found]:
    lower = " " + text[block.start : block.end].lower()
    hopeful = [needle for needle in _needles(words) if needle in lower]
    for cue in _cues(words).finditer(text, block.start, block.end) if hopeful else ():
        if cue.lastgroup == "told":
            yield from _told(text, cue.end(), block.end, words)
        elif cue.lastgroup == "intro":
            yield from _introduced(text, cue.start(), cue.end(), block.end, words)
        else:
            yield from _reports(text, block.start, cue.start(), cue.end(), block.end, words)
    yield from _signed(text, block, words)
    yield from _marks(text, block.start, min(block.end, block.start + 120), words)
    yield from _marks(text, max(block.start, block.end - 60), block.end, words)


def _told(text: str, at: int, end: int, words: CreditWords) -> Iterator[_Found]:
    place = _agent(text, at, end, words)
    # "told X to leave" is an order to a person.
    if place and _STOP.match(text, place[1], end) and not text.startswith(" to ", place[1]):
        yield *place, text[slice(*place)], CreditRelation.TOLD


def _introduced(text: str, start: int, at: int, end: int, words: CreditWords) -> Iterator[_Found]:
    """Found in "As X reports" with any name; "according to X" and its like where X is an outlet by its own words."""
    place = _agent(text, at, end, words)
    if place is None:
        return
    name = text[slice(*place)]
    verb = _verb(words).match(text, place[1], end)
    if text[start:at].strip().lower() == "as":
        if verb:
            yield start, verb.end(), name, CreditRelation.REPORTS
    elif words.is_outlet(name):
        yield start, place[1], name, CreditRelation.REPORTS


def _reports(text: str, low: int, start: int, at: int, end: int, words: CreditWords) -> Iterator[_Found]:
    """Found in "…, X reports." and "…, X reported on Monday."; an agency or outlet may as well stand before a clause."""
    kind = _KIND.search(text, max(low, start - 20), start)
    # "the Varn Wire agency reports": what it is stands behind its name.
    place = name_before(text, low, kind.start() if kind and kind.group(1) in words.outlet_words else start)
    if place and _STOP.match(text, at, end) and _is_agent(text[slice(*place)], words):
        article = len(_ARTICLE.search(text, max(low, place[0] - 4), place[0]).group())
        yield place[0] - article, at, text[slice(*place)], CreditRelation.REPORTS


def _marks(text: str, start: int, end: int, words: CreditWords) -> Iterator[_Found]:
    """Agencies in brackets, as they stand after a dateline's place or at an account's end."""
    for match in _BRACKET.finditer(text, start, end):
        for name in regex.split(r"\s*/\s*", match.group(1)):
            if words.agency(name):
                yield match.start(), match.end(), name, CreditRelation.AGENCY


def _signed(text: str, block: Block, words: CreditWords) -> Iterator[_Found]:
    """An agency by its letters in brackets behind the last stop of a paragraph: "… were seized. (MPA)"."""
    match = _LETTERS.search(text, max(block.start, block.end - 24), block.end)
    if match is not None and not words.agency(match.group(1)):
        yield match.start(1) - 1, match.end(), match.group(1), CreditRelation.AGENCY


def _agent(text: str, at: int, end: int, words: CreditWords) -> tuple[int, int] | None:
    place = name_at(text, at, end)
    return place if place and _is_agent(text[slice(*place)], words) else None


def _is_agent(name: str, words: CreditWords) -> bool:
    first = regex.split(r"[\s'’]", name, maxsplit=1)[0].lower()
    return first not in words.no_agents


def _any(phrases: Iterable[str]) -> str:
    return "|".join(sorted((regex.escape(phrase) for phrase in phrases), key=lambda phrase: (-len(phrase), phrase)))


@cache
def _source_label(words: CreditWords) -> regex.Pattern[str]:
    labels = "|".join(r"\W{1,2}".join(map(regex.escape, phrase)) for phrase in words.source)
    return regex.compile(rf"[(\[]?(?:{labels})\s?+:\s*+", regex.IGNORECASE)


@cache
def _cues(words: CreditWords) -> regex.Pattern[str]:
    return regex.compile(
        rf"\b(?P<told>(?:{_any(words.told)})\s)|\b(?P<intro>(?:{_any([*words.introduces, *map(str.capitalize, words.introduces)])})\s)|(?P<verb>\s(?:{_any(words.reports)})\b)"
    )


@cache
def _needles(words: CreditWords) -> tuple[str, ...]:
    """What a text must hold for any cue to be in it; asked first, for most paragraphs hold none."""
    return tuple(f" {word} " for word in (*words.told, *words.introduces)) + tuple(f" {verb}" for verb in words.reports)


@cache
def _verb(words: CreditWords) -> regex.Pattern[str]:
    return regex.compile(rf"\s(?:has |had )?(?:{_any(words.reports)})\b")
