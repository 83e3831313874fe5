"""What a report is about, as far as telling events apart needs it: its words, names, days, and what it calls the event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from headwater.events.days import Days, days_of
from headwater.events.terms import Terms
from headwater.grammar.tokens import Kind, Token, tokenize
from headwater.language import Language
from headwater.language.happenings import Happenings, lexicon
from headwater.language.stopwords import stopwords
from headwater.model import Block, BlockKind, Extraction, Report

__all__ = ["Profile", "nouns_in", "places_in", "profile"]

_LEFT_OUT = frozenset({BlockKind.CHROME, BlockKind.DATELINE, BlockKind.BYLINE, BlockKind.CREDIT})
_HEADS = frozenset({BlockKind.TITLE, BlockKind.HEADING})
_TITLE = 3  # how many times a word of the title counts
_WITHIN = frozenset({"of"})
_WORDS = 1_000  # words of a report that are kept, names first, then the most frequent
_LOOSE = 3  # "at" stands before the names of houses and firms as well
_BEGINNING = 6  # letters
_WEAK = 2  # "of" and "from" stand before much that is no place
_SENTENCE = 2_000
_LONGEST = 20_000  # code points of a report that are read for this: its beginning says what it is about


@dataclass(frozen=True, slots=True)
class Profile:
    """One report's `words` with their counts, `places` with weights, and its days.

    `calls` counts the nouns for events that it uses. `sites` are the places behind words that stand before little else ("in", "near").
    """

    document: str
    words: Terms
    places: Mapping[str, int]
    calls: Mapping[str, int]
    days: Days
    sites: Mapping[str, int] = field(default_factory=dict)

    @property
    def main_places(self) -> frozenset[str]:
        """The places that it names about as often and as early as the first of them, by how their words begin."""
        least = max(self.sites.values(), default=0) / 2
        return _begun(name for name, weight in self.sites.items() if weight >= least)

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
    order = 0
    for block, tokens in _read(report):
        weight = _TITLE if block.kind is BlockKind.TITLE else 1
        before = ""
        for token, inner in _words(tokens):
            if (noun := known.noun(token.lower)) and before not in known.not_after:
                calls[noun] += weight
            before = token.lower
            if len(token.lower) > 2 and token.lower not in common:
                (upper if inner and token.text[0].isupper() else lower)[token.lower] += weight
        if not _title_case(tokens, known, common):
            near = max(1, 4 - order)
            for place, sure in _places(tokens, known, common):
                places[place] += near * sure
                if sure > _LOOSE:
                    sites[place] += near * sure
        order += block.kind not in _HEADS
    names = frozenset(word for word, count in upper.items() if 2 * count > lower[word])
    words = sorted((lower + upper).items(), key=lambda one: (one[0] not in names, -one[1], one[0]))[:_WORDS]
    days = days_of(report, extraction, language)
    terms = Terms.of(dict(words), names)
    return Profile(report.document, terms, dict(places), dict(calls), days, dict(sites))


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


def _places(tokens: Sequence[Token], known: Happenings, common: frozenset[str]) -> Iterator[tuple[str, int]]:
    """Names after words such as "in" and "near", with how far each word speaks for a place."""
    for at, token in enumerate(tokens):
        sure = known.places.get(token.lower)
        if sure and token.kind == Kind.WORD:
            sure = max(sure, _before_kind(tokens, at, known))
            name = _name(tokens, at + 1)
            if name and name[0].lower() not in known.not_places | common and name[-1].lower() not in known.not_places:
                yield " ".join(name), sure


def _before_kind(tokens: Sequence[Token], at: int, known: Happenings) -> int:
    """How far the word before a kind of place speaks for it: "in the town of"; 0 where none stands there."""
    if at < 3 or tokens[at].lower not in _WITHIN or tokens[at - 1].lower not in known.kinds_of_place:
        return 0
    return max(known.places.get(tokens[at - 2].lower, 0), known.places.get(tokens[at - 3].lower, 0))


def places_in(text: str, start: int, end: int, language: Language) -> Counter[str]:
    """The names that stand as places in a stretch of text, with how far each is one."""
    known = lexicon(language)
    found: Counter[str] = Counter()
    tokens = tokenize(text, start, min(end, start + _SENTENCE))
    for name, sure in _places(tokens, known, stopwords(language) | known.common):
        if sure > _WEAK:
            found[name] += sure
    return found


def nouns_in(text: str, start: int, end: int, language: Language) -> set[str]:
    """The nouns for events in a stretch of text."""
    known = lexicon(language)
    words = [token.lower for token in tokenize(text, start, min(end, start + _SENTENCE)) if token.kind == Kind.WORD]
    pairs = zip(["", *words], words, strict=False)
    found = (known.noun(word) for before, word in pairs if before not in known.not_after)
    return {noun for noun in found if noun}


def _name(tokens: Sequence[Token], start: int) -> list[str]:
    """The capitalised words from a token on, an article passed over; "of" may stand within ("Gulf of Aden")."""
    if start < len(tokens) and tokens[start].lower == "the":
        start += 1
    end = start
    while end < min(len(tokens), start + 5) and _capital(tokens[end]):
        end += 1
        if end + 1 < len(tokens) and tokens[end].lower in _WITHIN and _capital(tokens[end + 1]):
            end += 1
    return [token.text for token in tokens[start:end]]


def _capital(token: Token) -> bool:
    return token.kind == Kind.WORD and token.text[0].isupper()


def _title_case(tokens: Sequence[Token], known: Happenings, common: frozenset[str]) -> bool:
    """Whether every word is capitalised, so that capitals tell of no names."""
    words = [token for token in tokens if token.kind == Kind.WORD and token.lower not in common]
    return len(words) > 1 and sum(_capital(token) for token in words) > 0.8 * len(words)
