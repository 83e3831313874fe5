"""What the furniture of pages says: menus, buttons, counters, notices, and the words that begin what follows an account."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from typing import Any

import msgspec

from headwater.language.loading import Language

__all__ = ["Furniture", "Rule", "fold", "lexicon"]

# Plain words first, and what stands between words goes with them: most of what is read is that.
_WORD = re.compile(r"([a-z]++(?![\w'’.])|\d[\d.,:]*[kKmM]?(?![^\W\d_])|[^\W_]+(?:['’.][^\W_]+)*|[#©+|»›•·−↺-])[\s,]*+")
_DIGIT = re.compile(r"\d")
# A line of more characters than these times the words of the longest rule has more words than it; a line of more than
# so many characters is looked at only where a rare word stands in it.
_MANY = 12
_LONG_LINE = 160
_LONG_RULE = 30
_COMMON = 3


class Rule(msgspec.Struct, frozen=True):
    """One kind of furniture: a line of at most `longest` words that is, begins with or holds one of the phrases.

    `ends` says that what follows such a line is no longer the account; `sentences`, that a whole sentence may be such a line;
    `headings`, that the account may have such a line for a heading.
    """

    name: str
    at: str
    longest: int
    ends: bool
    sentences: bool
    headings: bool
    phrases: tuple[tuple[str, ...], ...]
    furniture: tuple[str, ...]
    account: tuple[str, ...]


_Index = Mapping[str, tuple[tuple["Rule", tuple[str, ...]], ...]]


class Furniture(msgspec.Struct, frozen=True, eq=False):
    """The rules of a language, with indexes of their phrases by first word: those that begin a line, and those within.

    `rare` holds a word of each phrase that long lines may hold, with the other words of those: where no phrase has all of its words,
    a long line is no furniture.
    """

    rules: tuple[Rule, ...]
    starts: _Index
    within: _Index
    longest: int
    rare: Mapping[str, tuple[tuple[str, ...], ...]]

    def match(self, line: str, rare: Iterable[str] | None = None) -> Rule | None:
        """The rule by which a line is furniture, if any; `rare` are the rare words of its text, where they are at hand.

        >>> from headwater.language import load
        >>> lexicon(load()).match("1,204 views").name
        'counters'
        """
        if len(line) > _MANY * self.longest:
            return None
        if len(line) > _LONG_LINE and not self._may_hold(line.lower(), self.rare if rare is None else rare):
            return None
        words = fold(line)
        if not words or len(words) > self.longest:
            return None
        sentence = line.endswith((".", "!", "?"))
        for rule, phrase in self.starts.get(words[0], ()):
            if (rule.sentences or not sentence) and _holds(rule, phrase, words, 0):
                return rule
        for place in [place for place, word in enumerate(words) if word in self.within]:
            for rule, phrase in self.within[words[place]]:
                if (rule.sentences or not sentence) and _holds(rule, phrase, words, place):
                    return rule
        return None

    def rare_in(self, text: str) -> list[str]:
        """The rare words that a text has: of a few dozen words most texts have a handful, so that each line is asked for these."""
        lower = text.lower()
        return [word for word in self.rare if word in lower]

    def _may_hold(self, line: str, rare: Iterable[str]) -> bool:
        """Whether a long line in lower case has all words of a phrase, of which one is among some rare words."""
        for word in [word for word in rare if word in line]:
            for others in self.rare[word]:
                if not [other for other in others if other not in line]:
                    return True
        return False


def fold(text: str) -> tuple[str, ...]:
    """The words of a line as phrases are compared: lower case, numbers as `#`, apostrophes straight, most signs left out.

    >>> fold("Views: 1,073 – Share!")
    ('views', '#', 'share')
    """
    words = _WORD.findall(text.lower().replace("’", "'"))
    return tuple(["#" if word[0].isdecimal() else word for word in words] if _DIGIT.search(text) else words)


def _holds(rule: Rule, phrase: tuple[str, ...], words: tuple[str, ...], place: int) -> bool:
    if len(words) > rule.longest or words[place : place + len(phrase)] != phrase:
        return False
    return rule.at != "whole" or len(words) == len(phrase)


@cache
def lexicon(language: Language) -> Furniture:
    """The furniture that a language's data know."""
    rules = tuple(_rule(entry) for entry in language.section("chrome").get("rule", ()))
    return Furniture(
        rules=rules,
        starts=_index(rule for rule in rules if rule.at != "within"),
        within=_index(rule for rule in rules if rule.at == "within"),
        longest=max((rule.longest for rule in rules), default=0),
        rare=_rare({phrase for rule in rules for phrase in rule.phrases if rule.longest >= _LONG_RULE}),
    )


def _rare(phrases: Collection[tuple[str, ...]]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Few words, each with the other words of its phrases: one after another, those of most phrases first, where they have one that no word stands for yet.

    Numbers and apostrophes stand in a line otherwise than in a phrase, and short words stand in most lines.
    """
    plain = sorted({tuple(sorted(filter(str.isalpha, phrase))) for phrase in phrases})
    of: dict[str, set[tuple[str, ...]]] = {}
    for words in plain:
        for word in [word for word in words if len(word) > _COMMON] or [max(words, key=len)]:
            of.setdefault(word, set()).add(words)
    rare: dict[str, tuple[tuple[str, ...], ...]] = {}
    seen: set[tuple[str, ...]] = set()
    for word in sorted(of, key=lambda word: (-len(of[word]), -len(word), word)):
        if held := of[word] - seen:
            rare[word] = tuple(sorted(tuple(other for other in words if other != word) for words in held))
            seen |= held
    return rare


def _index(rules: Iterable[Rule]) -> _Index:
    index: dict[str, list[tuple[Rule, tuple[str, ...]]]] = {}
    for rule in rules:
        for phrase in rule.phrases:
            index.setdefault(phrase[0], []).append((rule, phrase))
    return {word: tuple(found) for word, found in index.items()}


def _rule(entry: Mapping[str, Any]) -> Rule:
    return Rule(
        name=entry["name"],
        at=entry["at"],
        longest=entry["longest"],
        ends=entry.get("ends", False),
        sentences=entry.get("sentences", True),
        headings=entry.get("headings", False),
        phrases=tuple(fold(phrase) for phrase in entry["phrases"]),
        furniture=tuple(entry["furniture"]),
        account=tuple(entry.get("account", ())),
    )
