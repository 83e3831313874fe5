"""Tokens as letters of a private alphabet, one for each set of tags, so that rules over tags are plain regular expressions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

import regex

from headwater.grammar.dates_digits import Tags, digit_shapes, digit_tags
from headwater.grammar.tokens import Kind, Token
from headwater.language import Language
from headwater.language.calendar import Calendar, Rule, lexicon

__all__ = ["Alphabet", "Marks", "Tags", "alphabet"]


_NAME = re.compile(r"(?:(?<![<\w])([a-z_]\w*):)?(?:\(|\b([A-Z][A-Z0-9]+)\b)")
_MACRO = re.compile(r"<([a-z]\w*)>(?!\w)")
_LOWER, _PLURAL, _CAPITAL, _OTHER = (frozenset({tag}) for tag in ("LOWER", "PLURAL", "CAPITAL", "OTHER"))
_PASTLIKE = frozenset({"LOWER", "PASTLIKE"})
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
    """Letters for sets of tags, and all rules of a calendar as one expression over them.

    In `pattern` an empty last group `r0`, `r1` … tells which rule matched; the other captures have the names the rules give them,
    and are spans of tokens. `numeric` finds dates in figures.
    """

    calendar: Calendar
    letters: dict[Tags, str]
    forms: dict[str, tuple[str, str]]
    pattern: regex.Pattern[str]
    numeric: regex.Pattern[str]
    marks: Marks

    def encode(self, tokens: Sequence[Token]) -> str:
        """The letters of the tokens, one each."""
        forms, letters = self.forms, self.letters
        other = letters[_OTHER]
        found = []
        for token in tokens:
            both = forms.get(token.lower)
            if both is not None:
                found.append(both[token.text[0].isupper()])
            elif token.kind == Kind.WORD:
                found.append(letters[_shape(token.text)])
            else:
                found.append(letters.get(digit_tags(token.text), other) if token.kind == Kind.DIGITS else other)
        return "".join(found)

    def rule(self, match: regex.Match[str]) -> Rule:
        """The rule that a match of `pattern` is of."""
        groups = match.groups()
        indices = self.pattern.groupindex
        return next(
            rule for place, rule in enumerate(self.calendar.rules) if groups[indices[f"r{place}"] - 1] is not None
        )


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
    rules = "|".join(
        f"(?:{_compile(calendar, rule.pattern, classes)})(?P<r{place}>)" for place, rule in enumerate(calendar.rules)
    )
    day, slash = (f"[{_having(letters, tag)}]" if tag in classes else "(?!)" for tag in ("DAYNUM", "SLASH"))
    return Alphabet(
        calendar,
        letters,
        {form: (letters[lower], letters[upper]) for form, (lower, upper) in forms.items()},
        regex.compile(rules or r"(?!)", regex.VERBOSE),
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


def _shape(word: str) -> Tags:
    if word[0].isupper():
        return _CAPITAL
    if word[-2:] == "ed":
        return _PASTLIKE
    return _PLURAL if word[-1] == "s" and len(word) > 3 and word[-2] != "s" else _LOWER


def _both(calendar: Calendar, tags: Tags) -> tuple[Tags, Tags]:
    lower = tags - calendar.capital
    return (lower or _LOWER), tags


def _compile(calendar: Calendar, pattern: str, classes: dict[str, str]) -> str:
    for _ in range(4):
        pattern = _MACRO.sub(lambda found: calendar.macros[found[1]], pattern)

    def name(found: re.Match[str]) -> str:
        group = f"(?P<{found[1]}>" if found[1] else "("
        if found[2] is None:
            return group
        members = f"[{classes[found[2]]}]" if found[2] in classes else "(?!)"
        return f"{group}{members})" if found[1] else members

    return _NAME.sub(name, pattern)
