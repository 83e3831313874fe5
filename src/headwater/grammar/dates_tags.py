"""Tokens as letters of a private alphabet, one for each set of tags, so that rules over tags are plain regular expressions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain

import regex

from headwater.errors import LanguageDataError
from headwater.grammar.dates_digits import Tags, digit_shapes, digit_tags
from headwater.grammar.dates_rules import DateRule, Need, date_rule
from headwater.grammar.tokens import Kind, Token
from headwater.language import Language
from headwater.language.calendar import Calendar, Endings, Rule, lexicon
from headwater.messages import told

__all__ = ["Alphabet", "Marks", "Tags", "alphabet"]


_MACRO = re.compile(r"<([a-z]\w*)>(?!\w)")
_LOWER, _PLURAL, _CAPITAL, _OTHER = (frozenset({tag}) for tag in ("LOWER", "PLURAL", "CAPITAL", "OTHER"))
_PASTLIKE = frozenset({"LOWER", "PASTLIKE"})
_DIGITS = 4  # letters that digits and signs count for, beside words
_MOST = 1 << 14  # texts of tokens whose letters are kept
_SHAPES = (_LOWER, _PLURAL, _CAPITAL, _OTHER, _PASTLIKE)


@dataclass(frozen=True)
class Marks:
    """Letters of words that look ahead or back in time, that end a clause, and that stand between a day and a time of day."""

    ahead: str
    ahead_to: str
    to: str
    by: str
    had: str
    verb: str
    noun: str
    det: str
    of: str
    poss: str
    back: str
    stop: str
    glue: str


@dataclass(frozen=True)
class Alphabet:
    """Letters for sets of tags, and the rules of a calendar over them.

    A rule's captures have the names that it gives them, and are spans of tokens; `led` are the places of the rules that a letter
    may show to hold. `numeric` finds dates in figures.
    """

    calendar: Calendar
    letters: dict[Tags, str]
    forms: dict[str, tuple[str, str]]
    rules: tuple[DateRule, ...]
    led: dict[str, list[int]]
    numeric: regex.Pattern[str]
    marks: Marks
    known: dict[str, str] = field(default_factory=dict, repr=False, compare=False)

    def encode(self, tokens: Sequence[Token]) -> str:
        """The letters of the tokens, one each."""
        known = self.known
        if len(known) > _MOST:
            known.clear()
        return "".join([known.get(token.text) or self._letter(token) for token in tokens])

    def _letter(self, token: Token) -> str:
        both = self.forms.get(token.lower)
        if both is not None:
            letter = both[token.text[0].isupper()]
        elif token.kind == Kind.WORD:
            letter = self.letters[_shape(token.text, self.calendar.endings)]
        else:
            tags = digit_tags(token.text) if token.kind == Kind.DIGITS else _OTHER
            letter = self.letters.get(tags, self.letters[_OTHER])
        self.known[token.text] = letter
        return letter

    def matches(self, letters: str) -> Iterator[tuple[Rule, regex.Match[str]]]:
        """The places that rules take, from the left, none over another; at each the first rule that holds there."""
        present = frozenset(letters)
        places = sorted({place for letter in present for place in self.led.get(letter, ())})
        hopeful = [rule for rule in map(self.rules.__getitem__, places) if rule.may_hold(present)]
        if not hopeful:
            return
        beginning: dict[str, list[DateRule]] = {}
        for rule in hopeful:
            for letter in rule.first & present:
                beginning.setdefault(letter, []).append(rule)
        at = 0
        for place in [place for place, letter in enumerate(letters) if letter in beginning]:
            if place < at:
                continue
            following = letters[place + 1 : place + 2]
            for rule in beginning[letters[place]]:
                if rule.second is None or following in rule.second:
                    match = rule.pattern.match(letters, place)
                    if match is not None:
                        yield rule.rule, match
                        at = match.end()
                        break


@cache
def alphabet(language: Language) -> Alphabet:
    """The alphabet of a language's calendar, with its rules compiled."""
    calendar = lexicon(language)
    forms = {form: _both(calendar, frozenset(tags)) for form, tags in calendar.words.items()}
    forms |= {sign: (frozenset({tag}),) * 2 for sign, tag in calendar.signs.items()}
    held = {*_SHAPES, *digit_shapes(), *chain.from_iterable(forms.values())}
    letters = {tags: chr(0xE000 + place) for place, tags in enumerate(sorted(held, key=sorted))}
    classes: dict[str, str] = {}
    for tags, letter in letters.items():
        for tag in tags:
            classes[tag] = classes.get(tag, "") + letter
    need = cache(lambda tag: Need(frozenset(classes.get(tag, "")), _rarity(calendar, tag)))
    rules = tuple(_rule(calendar, rule, classes, need) for rule in calendar.rules)
    led: dict[str, list[int]] = {}
    for place, rule in enumerate(rules):
        for letter in rule.needs[0] if rule.needs else letters.values():
            led.setdefault(letter, []).append(place)
    day, slash = (f"[{_having(letters, tag)}]" if tag in classes else "(?!)" for tag in ("DAYNUM", "SLASH"))
    return Alphabet(
        calendar,
        letters,
        {form: (letters[lower], letters[upper]) for form, (lower, upper) in forms.items()},
        rules,
        led,
        regex.compile(f"{day}{slash}{day}{slash}"),
        Marks(
            _having(letters, "WILL"),
            _having(letters, "WILLTO"),
            _having(letters, "TO", "FOR"),
            _having(letters, "BY"),
            _having(letters, "HAD"),
            _having(letters, "VERB", "PASTLIKE"),
            _having(letters, "LOWER", "PLURAL", "CAPITAL"),
            _having(letters, "DET", "AN", "POSS"),
            _having(letters, "OF"),
            _having(letters, "POSS"),
            _having(letters, "WAS", "PASTLIKE"),
            _having(letters, "STOP"),
            _having(letters, "COMMA", "ON", "AT", "OF", "IN", "DASH"),
        ),
    )


def _having(letters: dict[Tags, str], *tags: str) -> str:
    """The letters of all sets that hold one of the tags."""
    return "".join(letter for held, letter in letters.items() if not held.isdisjoint(tags))


def _shape(word: str, endings: Endings) -> Tags:
    if word[0].isupper():
        return _CAPITAL
    if word.endswith(endings.past):
        return _PASTLIKE
    return _PLURAL if word.endswith(endings.plural) and len(word) > 3 and not word.endswith(endings.never) else _LOWER


def _both(calendar: Calendar, tags: Tags) -> tuple[Tags, Tags]:
    lower = tags - calendar.capital
    return (lower or _LOWER), tags


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
