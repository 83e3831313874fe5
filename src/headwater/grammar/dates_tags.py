"""Tokens as letters of a private alphabet, one for each set of tags, so that rules over tags are plain regular expressions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import count

import msgspec

from headwater.errors import LanguageDataError
from headwater.grammar.dates_digits import Tags, digit_shapes, digit_tags
from headwater.grammar.dates_rules import Able, DateRule, Need, date_rule
from headwater.grammar.tokens import Kind, Token, form_of
from headwater.language import Language
from headwater.language.calendar import Calendar, Endings, Rule, lexicon
from headwater.messages import told

__all__ = ["Alphabet", "Marks", "Tags", "alphabet"]


_MACRO = re.compile(r"<([a-z]\w*)>(?!\w)")
_LOWER, _PLURAL, _CAPITAL, _OTHER = (frozenset({tag}) for tag in ("LOWER", "PLURAL", "CAPITAL", "OTHER"))
_PASTLIKE = frozenset({"LOWER", "PASTLIKE"})
_DIGITS = 4  # letters that digits and signs count for, beside words
_MOST = 1 << 16  # texts of tokens whose letters are kept
_SHAPES = (_LOWER, _PLURAL, _CAPITAL, _OTHER, _PASTLIKE)


class Marks(msgspec.Struct, frozen=True):
    """Letters of words that look ahead or back in time, of those that look back and tell only that something was said, of words that end a clause, and that stand between a day and a time of day."""

    ahead: str
    ahead_to: str
    to: str
    by: str
    until: str
    had: str
    verb: str
    noun: str
    det: str
    of: str
    poss: str
    back: str
    tells: str
    stop: str
    glue: str


class Letters(dict[str, str]):
    """The letter of each text that a token may have, worked out when one is first met."""

    def __init__(self, letters: Mapping[Tags, str], forms: Mapping[str, Tags], calendar: Calendar) -> None:
        self._letters = letters
        self._forms = forms
        self._calendar = calendar

    def __missing__(self, text: str) -> str:
        if len(self) >= _MOST:
            self.clear()
        letter = self[text] = self._letters.get(self._tags(text)) or self._letters[_OTHER]
        return letter

    def _tags(self, text: str) -> Tags:
        lower, kind = form_of(text)
        tags, capital = self._forms.get(lower), text[0].isupper()
        if tags is not None:
            return tags if capital else (tags - self._calendar.capital or _LOWER)
        if kind == Kind.WORD:
            return _CAPITAL if capital else _shape(text, self._calendar.endings)
        return digit_tags(text) if kind == Kind.DIGITS else _OTHER


class Alphabet(msgspec.Struct, frozen=True):
    """Letters for sets of tags, and the rules of a calendar over them.

    `numeric` finds dates in figures.
    """

    calendar: Calendar
    letters: dict[Tags, str]
    known: Letters
    rules: tuple[DateRule, ...]
    able: Able
    numeric: re.Pattern[str]
    marks: Marks

    def encode(self, tokens: Sequence[Token]) -> str:
        """The letters of the tokens, one each."""
        return "".join(map(self.known.__getitem__, [token.text for token in tokens]))

    def places(self, letters: str) -> list[int]:
        """Where a rule may begin, by two letters in a row."""
        able = self.able.__getitem__
        begun = [found.start() for found in self.able.begins.finditer(letters)]
        return [place for place in begun if able(letters[place : place + 2])]

    def match(self, letters: str, place: int, present: frozenset[str]) -> tuple[DateRule, re.Match[str]] | None:
        """The first rule that holds at a place, and what it takes there; `present` are all letters there are."""
        for rule in self.able[letters[place : place + 2]]:
            for need in rule.needs:
                if need.isdisjoint(present):
                    break
            else:
                match = rule.pattern.match(letters, place)
                if match is not None:
                    return rule, match
        return None


@cache
def alphabet(language: Language) -> Alphabet:
    """The alphabet of a language's calendar, with its rules compiled."""
    calendar = lexicon(language)
    forms = {form: frozenset(tags) for form, tags in calendar.words.items()}
    forms |= {sign: frozenset({tag}) for sign, tag in calendar.signs.items()}
    plain = {tags - calendar.capital for tags in forms.values()}
    held = {*_SHAPES, *digit_shapes(), *forms.values(), *plain} - {frozenset()}
    letters = dict(zip(sorted(held, key=sorted), _signs(), strict=False))
    classes: dict[str, str] = {}
    for tags, letter in letters.items():
        for tag in tags:
            classes[tag] = classes.get(tag, "") + letter
    need = cache(lambda tag: Need(frozenset(classes.get(tag, "")), _rarity(calendar, tag)))
    rules = tuple(_rule(calendar, rule, classes, need) for rule in calendar.rules)
    day, slash = (f"[{_having(letters, tag)}]" if tag in classes else "(?!)" for tag in ("DAYNUM", "SLASH"))
    return Alphabet(
        calendar,
        letters,
        Letters(letters, forms, calendar),
        rules,
        Able(rules),
        re.compile(f"{day}{slash}{day}{slash}"),
        Marks(
            _having(letters, "WILL"),
            _having(letters, "WILLTO"),
            _having(letters, "TO", "FOR"),
            _having(letters, "BY"),
            _having(letters, "UNTIL"),
            _having(letters, "HAD"),
            _having(letters, "VERB", "PASTLIKE"),
            _having(letters, "LOWER", "PLURAL", "CAPITAL"),
            _having(letters, "DET", "AN", "POSS"),
            _having(letters, "OF"),
            _having(letters, "POSS"),
            _having(letters, "WAS", "PASTLIKE", "HARMED"),
            _having(letters, "TELLS"),
            _having(letters, "STOP"),
            _having(letters, "COMMA", "ON", "AT", "OF", "IN", "DASH"),
        ),
    )


def _signs() -> Iterator[str]:
    """The letters of the alphabet: short ones first, for which expressions have the quickest sets, and none that means anything in a set."""
    return (chr(place) for place in count(1) if chr(place) not in r"[\]^-&~|")


def _having(letters: dict[Tags, str], *tags: str) -> str:
    """The letters of all sets that hold one of the tags."""
    return "".join(letter for held, letter in letters.items() if not held.isdisjoint(tags))


def _shape(word: str, endings: Endings) -> Tags:
    """The tags of a word in small letters by its ending."""
    if word.endswith(endings.past):
        return _PASTLIKE
    return _PLURAL if word.endswith(endings.plural) and len(word) > 3 and not word.endswith(endings.never) else _LOWER


def _rule(calendar: Calendar, rule: Rule, classes: dict[str, str], need: Callable[[str], Need]) -> DateRule:
    written = rule.pattern
    for _ in range(4):
        written = _MACRO.sub(lambda found: calendar.macros[found[1]], written)
    try:
        return date_rule(rule, written, classes, need)
    except ValueError as error:
        raise LanguageDataError(*told("language.pattern", name=repr(rule.name), reason=error)) from error


def _rarity(calendar: Calendar, tag: str) -> float:
    """How long a tag's words are, taken for how rare they are; the shapes of any word are not rare at all."""
    lengths = [len(form) for form, tags in calendar.words.items() if tag in tags]
    if lengths:
        return sum(lengths) / len(lengths)
    return 0 if tag in frozenset().union(*_SHAPES) else _DIGITS
