"""What a rule took of a sentence, the values of its captures, and what is known where it stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

import msgspec

from headwater.grammar.dates_period import Period
from headwater.grammar.dates_tags import Alphabet
from headwater.grammar.tokens import Kind, Token
from headwater.language.calendar import Rule
from headwater.model import Anchor

__all__ = ["Context", "Reading", "Told"]


class Context(msgspec.Struct):
    """What is known at a place in the text.

    `published` is the period of publication; `day` the last day told before, `period` the last period of any unit, `quarter` the last quarter, `written` the last
    that the words alone gave, with a year, and is fresh for a while only; `headed` the last that a heading gave so, of a text of which nobody says when it was published. `day_first` is whether the text writes the day before the month
    in numbers. `look` tells which way in time the words around look, as `ahead` does; few times ask for it.
    """

    published: Period | None
    day: Period | None = None
    period: Period | None = None
    quarter: Period | None = None
    written: Period | None = None
    headed: Period | None = None
    fresh: bool = False
    day_first: bool | None = None
    look: Callable[[], int] = int

    @property
    def ahead(self) -> int:
        """1 where the words around look ahead in time, -2 where they tell what was, -1 where they may look back, 0 where they do not say."""
        return self.look()

    @property
    def day_known(self) -> bool:
        """Whether publication is known to the day."""
        return self.published is not None and self.published.unit == "D"

    @property
    def today(self) -> date | None:
        """The day of publication, or the first of the month or year that is known."""
        return self.published.first if self.published else None


class Told(msgspec.Struct, frozen=True, gc=False):
    """What the words come to; `clock` is the part of a day in EDTF ("T09:25:00"), `part` in TIMEX3 ("TEV").

    `aside` is set where the time is only compared with: what follows is not told from it.
    """

    kind: str = "date"
    period: Period | None = None
    anchor: Anchor = Anchor.CALENDAR
    value: str | None = None
    edtf: str | None = None
    clock: str = ""
    part: str = ""
    unit: str = "D"
    weekday: int | None = None
    possible: bool = True
    aside: bool = False


class Reading(msgspec.Struct):
    """A rule's match over the tokens `[first, last)` of a block; `taken` is where it took something under a name."""

    alphabet: Alphabet
    rule: Rule
    tokens: Sequence[Token]
    first: int
    last: int
    taken: Mapping[str, tuple[int, int]]

    def has(self, name: str) -> bool:
        """Whether the rule took something under a name."""
        return name in self.taken

    def words(self, name: str) -> Sequence[Token]:
        """The tokens taken under a name, none where it took none."""
        span = self.taken.get(name)
        return self.tokens[span[0] : span[1]] if span else ()

    def value(self, name: str, *tags: str) -> int | str | None:
        """What the capture's token stands for under the first of the tags it has; digits stand for themselves."""
        for token in self.words(name)[:1]:
            if token.kind == Kind.DIGITS:
                return int(token.text) if token.text.isdecimal() else token.text
            for tag in tags:
                found = self.alphabet.calendar.value(token.lower, tag)
                if found is not None:
                    return found
        return None

    def number(self, name: str, *tags: str) -> int | None:
        """The same where it is a number."""
        found = self.value(name, *tags)
        return found if isinstance(found, int) else None

    def word(self, name: str, *tags: str) -> str | None:
        """The same where it is a word."""
        found = self.value(name, *tags)
        return found if isinstance(found, str) else None

    def year(self, name: str = "year") -> int | None:
        """The year taken under a name; of two digits, the one that `century_of` takes it for."""
        tokens = self.words(name)
        if not tokens:
            return None
        digits = tokens[-1].text
        return int(digits) if digits.isdecimal() else None

    def ordinal(self, name: str = "ord") -> int | None:
        """The number of an ordinal, in words or digits."""
        total = 0
        for token in self.words(name):
            if token.kind == Kind.DIGITS:
                return int(token.text) if token.text.isdecimal() else None
            for tag in ("ORDINAL", "TENS"):
                found = self.alphabet.calendar.value(token.lower, tag)
                if isinstance(found, int):
                    total += found
                    break
        return total or None

    def count(self, name: str = "count") -> float | None:
        """How many, in words or digits; `None` where the words are vague."""
        total, value = 0.0, self.alphabet.calendar.value
        for token in self.words(name):
            if token.kind == Kind.DIGITS:
                total = _decimal(token.text)
                continue
            if isinstance(half := value(token.lower, "HALFWORD"), int):
                total += half / 2
            elif isinstance(scale := value(token.lower, "SCALE"), int):
                total = max(total, 1) * scale
            elif isinstance(couple := value(token.lower, "COUPLE"), int):
                return couple or None
            elif value(token.lower, "VAGUE") is not None:
                return None
            elif value(token.lower, "AN") is not None:
                total += not total
            else:
                total += _small(self.alphabet, token)
        return total or None


def _small(alphabet: Alphabet, token: Token) -> int:
    for tag in ("ONES", "TEENS", "TENS"):
        found = alphabet.calendar.value(token.lower, tag)
        if isinstance(found, int):
            return found
    return 0


def _decimal(text: str) -> float:
    try:
        return float(text.replace(",", "")) if len(text) < 12 else 0.0
    except ValueError:
        return 0.0
