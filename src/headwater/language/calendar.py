"""What a language has for telling time: its words with their tags, and its rules over tags."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import msgspec

from headwater.errors import LanguageDataError
from headwater.language.loading import Language
from headwater.messages import told

__all__ = ["Calendar", "Endings", "Example", "Rule", "lexicon", "month_names"]


_MONTHS = frozenset({"MONTH", "MONTHISH"})


class Example(msgspec.Struct, frozen=True):
    """A sentence of a rule's own, the words the rule takes in it, and what they come to on the day `published`."""

    text: str
    quote: str
    edtf: str | None = None
    value: str | None = None
    published: str | None = None


class Rule(msgspec.Struct, frozen=True):
    """A pattern over tags, and the name of what makes a value of the tokens it takes."""

    name: str
    build: str
    pattern: str
    examples: tuple[Example, ...]


class Endings(msgspec.Struct, frozen=True):
    """Endings by which words that the calendar does not list are told: pasts, plurals, and those of no plural."""

    past: tuple[str, ...] = ()
    plural: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


class Calendar(msgspec.Struct, frozen=True):
    """A language's words and rules for time.

    `words` gives each form its tags with what it stands for under each; a tag in `capital` holds only where the form is
    written with a capital. `signs` gives each sign its tag. `never` are texts that tell no time.
    """

    words: Mapping[str, Mapping[str, int | str]]
    capital: frozenset[str]
    signs: Mapping[str, str]
    macros: Mapping[str, str]
    rules: tuple[Rule, ...]
    never: tuple[str, ...]
    endings: Endings = Endings()

    def value(self, form: str, tag: str) -> int | str | None:
        """What a form stands for under a tag; `None` where it does not have the tag."""
        return self.words.get(form, {}).get(tag)


@cache
def lexicon(language: Language) -> Calendar:
    """The language's calendar; one without rules where the language has no such file.

    Raises:
        LanguageDataError: a rule lacks a name, a build or a pattern.
    """
    section = language.section("calendar")
    words: dict[str, dict[str, int | str]] = {}
    for tag, forms in section.get("words", {}).items():
        for form, value in forms.items():
            words.setdefault(form, {})[tag] = value
    return Calendar(
        words=words,
        capital=frozenset(section.get("capital", ())),
        signs={sign: tag for tag, signs in section.get("signs", {}).items() for sign in signs},
        macros=section.get("macros", {}),
        rules=tuple(_rule(language, table) for table in section.get("rule", ())),
        never=tuple(table["text"] for table in section.get("never", ())),
        endings=Endings(**{name: tuple(row) for name, row in section.get("endings", {}).items()}),
    )


def _rule(language: Language, table: Mapping[str, Any]) -> Rule:
    try:
        examples = tuple(Example(**example) for example in table.get("examples", ()))
        return Rule(table["name"], table["build"], table["pattern"], examples)
    except (KeyError, TypeError) as error:
        path, name = language.folder / "calendar.toml", repr(table.get("name"))
        raise LanguageDataError(*told("language.rule", path=path, name=name, reason=error)) from error


@cache
def month_names(language: Language) -> frozenset[str]:
    """The forms that name a month, in lower case.

    >>> from headwater.language import load
    >>> "may" in month_names(load()), "monday" in month_names(load())
    (True, False)
    """
    return frozenset(word for word, tags in lexicon(language).words.items() if _MONTHS & tags.keys())
