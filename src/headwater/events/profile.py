"""What a report is about, as far as telling events apart needs it: its words, names, days, and what it calls the event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from headwater.events.before_it import places_before
from headwater.events.days import Days, days_of
from headwater.events.places import LOOSE, SENTENCE, capitals_tell, named_before, told_in
from headwater.events.terms import Terms
from headwater.grammar.tokens import Kind, Token, tokenize
from headwater.language import Language
from headwater.language.happenings import lexicon
from headwater.language.stopwords import stopwords
from headwater.model import Block, BlockKind, Extraction, Report

__all__ = ["Profile", "nouns_in", "profile"]

_LEFT_OUT = frozenset({BlockKind.CHROME, BlockKind.DATELINE, BlockKind.BYLINE, BlockKind.CREDIT})
_SMALL = 12  # numbers up to this come again by chance
_HEADS = frozenset({BlockKind.TITLE, BlockKind.HEADING})
_TITLE = 3  # how many times a word of the title counts
_WORDS = 1_000  # words of a report that are kept, names first, then the most frequent
_BEGINNING = 6  # letters
_LONGEST = 20_000  # code points of a report that are read for this: its beginning says what it is about


@dataclass(frozen=True, slots=True)
class Profile:
    """One report's `words` with their counts, `places` with weights, and its days.

    `calls` counts the nouns for events that it uses. `sites` are the places behind words that stand before little else ("in", "near"). `counts` are
    its figures' outcomes and numbers, where these are no small ones. `behind` are places, by how their words begin, at which it tells that something was some days before what it is on. `people` are last words of names of several that are no places in it: "Karan" of "Joseph Karan".
    """

    document: str
    words: Terms
    places: Mapping[str, int]
    calls: Mapping[str, int]
    days: Days
    sites: Mapping[str, int] = field(default_factory=dict)
    counts: frozenset[str] = frozenset()
    behind: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()

    @property
    def main_places(self) -> frozenset[str]:
        """The places that it names about as often and as early as the first of them, by how their words begin."""
        return _begun(self.main_sites)

    @property
    def main_sites(self) -> tuple[str, ...]:
        """These names in full."""
        least = max(self.sites.values(), default=0) / 2
        return tuple(name for name, weight in self.sites.items() if weight >= least)

    @property
    def all_places(self) -> frozenset[str]:
        """All places that it names, by how their words begin."""
        return _begun(self.places)


def _begun(names: Iterable[str]) -> frozenset[str]:
    """The first letters of each word of names: what people and things of a place are called begins like it."""
    return frozenset(word[:_BEGINNING] for name in names for word in name.lower().split())


def profile(report: Report, extraction: Extraction, language: Language) -> Profile:
    """The profile of a report; page chrome, datelines and credits say nothing of the event."""
    known = lexicon(language)
    common = stopwords(language) | known.common
    lower: Counter[str] = Counter()
    upper: Counter[str] = Counter()
    calls: Counter[str] = Counter()
    places: Counter[str] = Counter()
    sites: Counter[str] = Counter()
    beside: Counter[str] = Counter()
    people = set[str]()
    order = 0
    days = days_of(report, extraction, language)
    for block, tokens in _read(report):
        weight = _TITLE if block.kind is BlockKind.TITLE else 1
        before, called, told = "", None, capitals_tell(tokens, common)
        for token, inner in _words(tokens):
            if called and token.lower not in known.not_before:
                calls[called] += weight
            called = known.noun(token.lower) if before not in known.not_after else None
            before = token.lower
            if len(token.lower) > 2 and token.lower not in common:
                (upper if told and inner and token.text[0].isupper() else lower)[token.lower] += weight
        if called:
            calls[called] += weight
        if told:
            people.update(_people(tokens, common))
        near = max(1, 4 - order)
        if days.incidents.at(block.end - 1) is not None:
            continue  # each of a list's incidents has a place of its own
        for place, sure in told_in(tokens, known, common, tell=told):
            places[place] += near * sure
            if sure > LOOSE:
                sites[place] += near * sure
        for place in named_before(tokens, known) if told else ():
            beside[place] += near * LOOSE
        order += block.kind not in _HEADS
    names = frozenset(word for word, count in upper.items() if 2 * count > lower[word])
    places.update({name: sure for name, sure in beside.items() if names.issuperset(name.lower().split())})
    words = sorted((lower + upper).items(), key=lambda one: (one[0] not in names, -one[1], one[0]))[:_WORDS]
    terms = Terms.of(dict(words), names)
    former = frozenset(places_before(report.text, extraction.figures, language))
    people -= {word for name in places for word in name.lower().split()}
    here, there = ({name: sure for name, sure in one.items() if name not in former} for one in (places, sites))
    return Profile(
        report.document, terms, here, dict(calls), days, there, _counts(extraction), _begun(former), frozenset(people)
    )


def _people(tokens: Sequence[Token], common: frozenset[str]) -> Iterator[str]:
    """The last word of each run of two words or more with capitals, not the first of a sentence: mostly a person's name, or a body's."""
    run = 0
    for token, after in zip(tokens, [*tokens[1:], None], strict=False):
        capital = token.kind == Kind.WORD and token.text[0].isupper() and token.lower not in common
        run = run + 1 if capital else 0
        goes_on = after is not None and after.kind == Kind.WORD and after.text[0].isupper()
        if run > 1 and not goes_on:
            yield token.lower


def _counts(extraction: Extraction) -> frozenset[str]:
    """Outcomes with their numbers, of those that few events share by chance."""
    told = (one for one in extraction.figures if one.outcome is not None and not one.background)
    return frozenset(f"{one.outcome} {one.best}" for one in told if one.best is not None and one.best > _SMALL)


def _read(report: Report) -> Iterator[tuple[Block, Sequence[Token]]]:
    for block in report.blocks:
        if block.kind not in _LEFT_OUT and block.start < _LONGEST:
            yield block, tokenize(report.text, block.start, min(block.end, block.start + _LONGEST))


def _words(tokens: Sequence[Token]) -> Iterator[tuple[Token, bool]]:
    """Each word, and whether it stands within a sentence, so that a capital tells of a name."""
    inner = False
    for token in tokens:
        if token.kind == Kind.WORD:
            yield token, inner
            inner = True
        elif token.kind == Kind.SIGN and token.text in '.!?\u201c"':
            inner = False


def nouns_in(text: str, start: int, end: int, language: Language) -> set[str]:
    """The nouns for events in a stretch of text."""
    known = lexicon(language)
    words = [token.lower for token in tokenize(text, start, min(end, start + SENTENCE)) if token.kind == Kind.WORD]
    threes = zip(["", *words], words, [*words[1:], ""], strict=False)
    found = (
        known.noun(word)
        for before, word, after in threes
        if before not in known.not_after and after not in known.not_before
    )
    return {noun for noun in found if noun}
