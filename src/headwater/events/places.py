"""The names that stand as places in a text, by the words before them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from headwater.grammar.tokens import Kind, Token, tokenize
from headwater.language import Language
from headwater.language.happenings import Happenings, lexicon
from headwater.language.stopwords import stopwords

__all__ = ["LOOSE", "SENTENCE", "capitals_tell", "named_before", "places_in", "told_in"]

LOOSE = 3
"""How far "at" speaks for a place, which stands before the names of houses and firms as well."""

SENTENCE = 2_000
"""Code points of a sentence that are read for this."""

_HYPHENS = ("-", "\u2010", "\u2011")
_WITHIN = frozenset({"of"})
_WEAK = 2  # "of" and "from" stand before much that is no place
_SHORT = 2  # letters of a name
_LONGEST = 5  # words of a name


def places_in(text: str, start: int, end: int, language: Language) -> Counter[str]:
    """The names that stand as places in a stretch of text, with how far each is one; none where all is written in capitals."""
    known = lexicon(language)
    found: Counter[str] = Counter()
    common = stopwords(language) | known.common
    tokens = tokenize(text, start, min(end, start + SENTENCE))
    for name, sure in told_in(tokens, known, common, tell=capitals_tell(tokens, common)):
        if sure > _WEAK:
            found[name] += sure
    return found


def told_in(
    tokens: Sequence[Token], known: Happenings, common: frozenset[str], *, tell: bool
) -> Iterator[tuple[str, int]]:
    """The names after words such as "in", with how far each word speaks for a place, and without a kind of place that ends them.

    Where capitals do not `tell`, as in headlines that give every word one, only those that such a kind ends.
    """
    for name, sure in _named(tokens, known, common):
        plain = _without_kind(name, known)
        if tell or plain != name:
            yield plain, sure


def _without_kind(name: str, known: Happenings) -> str:
    """A name without the kind of place that ends it: "Belmar" of "Belmar Province", which others write "Belmar province"."""
    before, _, last = name.rpartition(" ")
    return before if before and last.lower() in known.kinds_of_place else name


def _named(tokens: Sequence[Token], known: Happenings, common: frozenset[str]) -> Iterator[tuple[str, int]]:
    """Names after words such as "in" and "near", with how far each word speaks for a place."""
    for at, token in enumerate(tokens):
        sure = known.places.get(token.lower)
        if sure and token.kind == Kind.WORD:
            sure = max(sure, _before_kind(tokens, at, known))
            name = _name(tokens, at + 1, known.parts_of_place)
            while name and name[-1].lower() in common:
                name.pop()  # "Brannock No. 2 Pit"
            if len("".join(name)) < _SHORT:
                continue  # "in C block"
            if name[0].lower() not in known.not_places | common and name[-1].lower() not in known.not_places:
                yield " ".join(name), sure


def named_before(tokens: Sequence[Token], known: Happenings) -> Iterator[str]:
    """Names right before a noun for events or a kind of place: "the Marshend fire", "Marshend settlement"; whether they are names other places of the text say."""
    for at, token in enumerate(tokens):
        if not at or token.kind != Kind.WORD or not token.text.islower() or not _capital(tokens[at - 1]):
            continue
        if token.lower in known.kinds_of_place or known.noun(token.lower):
            first = at - 1
            while first and at - first < _LONGEST and _capital(tokens[first - 1]):
                first -= 1
            name = [one.text for one in tokens[first:at]]
            if name[-1].lower() not in known.not_places:
                yield " ".join(name)


def capitals_tell(tokens: Sequence[Token], common: frozenset[str]) -> bool:
    """Whether a capital tells of a name: not where nearly every word has one, as in headlines and in reports written in capitals."""
    words = [token for token in tokens if token.kind == Kind.WORD and token.lower not in common]
    return len(words) < 2 or sum(map(_capital, words)) <= 0.8 * len(words)


def _before_kind(tokens: Sequence[Token], at: int, known: Happenings) -> int:
    """How far the word before a kind of place speaks for it: "in the town of"; 0 where none stands there."""
    if at < 3 or tokens[at].lower not in _WITHIN or tokens[at - 1].lower not in known.kinds_of_place:
        return 0
    return max(known.places.get(tokens[at - 2].lower, 0), known.places.get(tokens[at - 3].lower, 0))


def _name(tokens: Sequence[Token], start: int, parts: frozenset[str]) -> list[str]:
    """The capitalised words from a token on, an article and a word for a part passed over ("in northern Vessia"); "of" may stand within ("Gulf of Aden"), hyphens tie ("Al-Sahel")."""
    if start < len(tokens) and tokens[start].lower == "the":
        start += 1
    if start < len(tokens) and tokens[start].text in parts:
        start += 1
    end, found = start, list[str]()
    while end < min(len(tokens), start + _LONGEST) and _capital(tokens[end]):
        word = tokens[end].text
        end += 1
        while end + 1 < len(tokens) and _ties(tokens, end):
            word += tokens[end].text + tokens[end + 1].text
            end += 2
        found.append(word)
        if end + 1 < len(tokens) and tokens[end].lower in _WITHIN and _capital(tokens[end + 1]):
            found.append(tokens[end].text)
            end += 1
    return found


def _ties(tokens: Sequence[Token], at: int) -> bool:
    """Whether a hyphen at a token ties the words on both sides, with no white space."""
    hyphen, before, behind = tokens[at], tokens[at - 1], tokens[at + 1]
    return hyphen.text in _HYPHENS and before.end == hyphen.start and hyphen.end == behind.start


def _capital(token: Token) -> bool:
    return token.kind == Kind.WORD and token.text[0].isupper()
