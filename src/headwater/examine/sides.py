"""Of which side of a clash a count is told: "the rebels lost 19 men", "12 dead among the guards"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from headwater.grammar.tokens import Kind, Token, tokenize
from headwater.language import Language
from headwater.language.collation import SideWords, side_words
from headwater.language.groups import lexicon as groups_of
from headwater.language.happenings import lexicon
from headwater.language.stopwords import stopwords
from headwater.model import Figure

__all__ = [
    "counts_the_rest",
    "goes_on",
    "names_own_forces",
    "one_side",
    "side",
    "side_named",
    "side_of",
    "some_of_group",
    "some_of_them",
]

_SUBJECT, _AFTER, _NAME = 12, 4, 6  # tokens looked at: of a subject, between a number and its side, of a side's name
_LONGEST = 2_000
_REST = 20  # code points on either side of a number that hold the word beside it
_READ = 20_000  # code points of a report that are looked at for its own forces
_GOES_ON = 120  # code points between two numbers of which the second may go on about those of the first
_NEAR = 60  # code points on either side of a number that its clause is looked for in


def side(text: str, figure: Figure, language: Language, voice: str = "") -> frozenset[str] | None:
    """The words of the side that a figure counts, in lower case and singular; empty where it counts all.

    `None` where it counts one side and the words leave open which: "they met guards, suffering two casualties", "the enemy lost 38". "Our own losses are 11"
    counts the side whose voice it is, `None` where that is not known; "we lost seven people" is said by who mourns all of them.
    """
    words = side_words(language)
    before, after = _around(text, figure)
    if _verb(before, words) in words.bore_loosely:
        return None
    if (figure.noun or "").lower() not in words.people and _is_own(before, after, words):
        return side_of(voice, language) or None
    bearer = _bearer(before, words)
    if any(token.lower in words.opposite for token in bearer):
        return None
    found = _named(before, after, words, language)
    return None if not found and _inflicts(before, words) else frozenset(_singular(token.lower) for token in found)


def side_of(voice: str, language: Language) -> frozenset[str]:
    """The words of a side's own name, as `side` gives them: "Northern League" → "northern", "league"."""
    return frozenset(_singular(token.lower) for token in _telling(tokenize(voice, 0, len(voice)), language))


def names_own_forces(text: str, language: Language) -> bool:
    """Whether a text speaks of forces of its own: "our gunners replied", "our units took the post"."""
    words = side_words(language)
    tokens = tokenize(text, 0, min(len(text), _READ))
    near = (
        one.lower in words.ours and {token.lower for token in tokens[at + 1 : at + 3]} for at, one in enumerate(tokens)
    )
    return any(following and not words.forces.isdisjoint(following) for following in near)


def goes_on(text: str, before: Figure, figure: Figure) -> bool:
    """Whether a number without a noun goes on about those of the number before it: "six of our men fell. Fourteen were wounded"."""
    bare = figure.noun is None and figure.group in (None, "person") and not figure.negated
    between = text[before.end : figure.start]
    return bare and before.outcome is not None and len(between) <= _GOES_ON and "\n" not in between


def side_named(text: str, figure: Figure, language: Language) -> str:
    """The words that name the side that a figure counts, as they stand: "northern brigade"; none where it counts all."""
    found = _named(*_around(text, figure), side_words(language), language)
    return " ".join(token.text for token in sorted(found, key=lambda token: token.start))


def _around(text: str, figure: Figure) -> tuple[list[Token], list[Token]]:
    """The tokens of a figure's sentence before and behind it."""
    tokens = tokenize(text, figure.sentence.start, min(figure.sentence.end, figure.sentence.start + _LONGEST))
    before = _outside([token for token in tokens if token.end <= figure.start])
    return before, [token for token in tokens if token.start >= figure.end]


def _named(before: Sequence[Token], after: Sequence[Token], words: SideWords, language: Language) -> list[Token]:
    return _telling(_bearer(before, words) or _target(before, after[: _AFTER + _NAME], words, language), language)


def _telling(found: Sequence[Token], language: Language) -> list[Token]:
    """The words of a side, without those that are no name of any."""
    words = side_words(language)
    spare = stopwords(language) | lexicon(language).common | words.between | words.nobody
    return [token for token in found if token.kind == Kind.WORD and token.lower not in spare]


def _is_own(before: Sequence[Token], after: Sequence[Token], words: SideWords) -> bool:
    """Whether the words say that who speaks counts its own: "our own losses are 11 killed", "we lost 12", "six of our men"."""
    if any(token.lower in words.ours for token in _bearer(before, words)):
        return True
    of_ours = [token.lower for token in after[:2]]
    if not words.of.isdisjoint(of_ours[:1]) and not words.ours.isdisjoint(of_ours[1:]):
        return True
    clause = [token.lower for token in reversed(list(_clause(before)))]
    return any(
        word in words.ours and not words.losses.isdisjoint(clause[at + 1 : at + 4]) for at, word in enumerate(clause)
    )


def some_of_them(text: str, figure: Figure, language: Language) -> bool:
    """Whether a figure counts some of those that an outcome befell: "six of the injured", "nine of the people", "in the port alone nine"."""
    words = side_words(language)
    if not words.alone.isdisjoint(_clause_around(text, figure)):
        return True
    after = [token.lower for token in tokenize(text, figure.end, min(figure.sentence.end, figure.end + 40))][:3]
    them = words.nobody | words.people | words.definite
    return not words.of.isdisjoint(after[:1]) and not them.isdisjoint(after[1:])


def some_of_group(text: str, figure: Figure, language: Language) -> bool:
    """Whether a figure counts some of its own group: "nine of the trapped miners"; "nine of the dead were miners" counts all miners."""
    words, nouns = side_words(language), groups_of(language).nouns
    after = [token.lower for token in tokenize(text, figure.end, min(figure.sentence.end, figure.end + 40))][:4]
    of_them = not words.of.isdisjoint(after[:1]) and not words.definite.isdisjoint(after[1:2])
    return of_them and any(word in nouns and nouns[word].group == figure.group for word in after[2:])


def counts_the_rest(text: str, figure: Figure, language: Language) -> bool:
    """Whether a figure counts others beside some told of before it: "one soldier was killed and three others hurt"."""
    before = tokenize(text, max(figure.sentence.start, figure.start - _REST), figure.start)[-1:]
    after = tokenize(text, figure.end, figure.end + _REST)[:1]
    return any(token.lower in side_words(language).rest for token in (*before, *after))


def _clause_around(text: str, figure: Figure) -> Iterator[str]:
    """The words, in lower case, between the signs before and behind a number."""
    start, end = max(figure.sentence.start, figure.start - _NEAR), min(figure.sentence.end, figure.end + _NEAR)
    before, after = tokenize(text, start, figure.start), tokenize(text, figure.end, end)
    for tokens in (reversed(before), after):
        yield from (token.lower for token in takewhile(lambda token: token.kind != Kind.SIGN, tokens))


def one_side(one: frozenset[str] | None, other: frozenset[str] | None) -> bool:
    """Whether two counts are of one side, or both of all; never where the side of one is left open."""
    return one is not None and other is not None and (one == other or not one.isdisjoint(other))


def _outside(before: list[Token]) -> list[Token]:
    """The tokens before a number; of one in brackets ("148 casualties (93 dead)"), those before the number that they go on about."""
    signs = [(at, token.text) for at, token in enumerate(before) if token.text in ("(", ")")]
    if not signs or signs[-1][1] == ")":
        return before
    numbers = [at for at, token in enumerate(before[: signs[-1][0]]) if token.kind == Kind.DIGITS]
    return before[: numbers[-1]] if numbers else before


def _bearer(before: Sequence[Token], words: SideWords) -> list[Token]:
    """The words of the subject of a verb such as "lost" right before the number."""
    at = _last(before, words)
    if at < 0 or before[at].lower not in words.bore:
        return []
    return list(_clause(before[max(0, at - _SUBJECT) : at]))


def _verb(before: Sequence[Token], words: SideWords) -> str:
    """The word right before the number, in lower case, words such as "at least" passed over."""
    at = _last(before, words)
    return before[at].lower if at >= 0 else ""


def _last(before: Sequence[Token], words: SideWords) -> int:
    at = len(before) - 1
    while at >= 0 and before[at].lower in words.between:
        at -= 1
    return at


def _clause(tokens: Sequence[Token]) -> Iterator[Token]:
    """The words of the last clause, last first; what stands in brackets belongs to it."""
    for token in reversed(tokens):
        if token.kind == Kind.SIGN and token.text not in "()[]'’-":
            return
        if token.kind == Kind.WORD:
            yield token


def _target(before: Sequence[Token], after: Sequence[Token], words: SideWords, language: Language) -> list[Token]:
    leads = words.among | (words.on if _inflicts(before, words) else frozenset())
    for at, token in enumerate(after[:_AFTER]):
        if token.kind == Kind.SIGN and token.text != ",":
            return []
        if token.lower in leads:
            return list(_name(after[at + 1 :], language))
    return []


def _inflicts(before: Iterable[Token], words: SideWords) -> bool:
    return any(token.lower in words.inflicted for token in before)


def _name(tokens: Sequence[Token], language: Language) -> Iterator[Token]:
    """The words of a name from its article on, up to the next small word or sign."""
    ends = stopwords(language) | frozenset(lexicon(language).places)
    begun = False
    for token in tokens[:_NAME]:
        if token.kind != Kind.WORD or (begun and token.lower in ends):
            return
        begun = begun or token.lower not in ends
        yield token


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
