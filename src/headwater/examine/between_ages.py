"""The rules on ages: of one person, in one report or in several."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import combinations

import regex

from headwater.examine.account import Account
from headwater.examine.comparison import Comparison
from headwater.examine.registry import Found, rule
from headwater.grammar.edtf import days
from headwater.language import Language
from headwater.language.calendar import lexicon as calendar
from headwater.language.collation import year_old
from headwater.messages import listing, say
from headwater.model import FindingKind, FindingSpan, Level

__all__ = ["age_differs", "age_repeated"]

SOON = 14
"""Days between two reports within which a year more is hardly a birthday."""

LIKELY = 20
"""Years between two ages beyond which they are hardly one person's."""

_YEAR = 365.25
_NAME = r"(?P<name>\p{Lu}[\p{L}'’-]+(?: \p{Lu}\.?)?(?: \p{Lu}[\p{L}'’-]+){1,3})"
_AGE = r"(?P<age>[1-9][0-9]?)"
_ALONE = regex.compile(rf"(?<!\p{{Lu}}[\p{{L}}.'’-]* )\b(?P<name>\p{{Lu}}[\p{{L}}'’-]+), {_AGE}(?=[,.;)])(?![,.]\d)")


@dataclass(frozen=True, slots=True)
class Aged:
    """A person's age as one report tells it: first and last name in lower case, the age, the report's day, and the words."""

    person: tuple[str, str]
    age: int
    day: date | None
    words: FindingSpan


@rule(FindingKind.DIFFERS, Level.COUNTS_DIFFER, "between")
def age_differs(case: Comparison) -> Iterator[Found]:
    """Reports give one person different ages.

    A person is one where first and last name are the same. A report that is a year younger may tell of somebody a year older; within two weeks a
    year more is told as well. One finding a person.
    """
    yield from _by_person([aged for account in case.on_event for aged in _ages(account)], "age_differs")


@rule(FindingKind.REPEATED_DIFFERS, Level.DOES_NOT_FIT, "inside", version=2)
def age_repeated(account: Account) -> Iterator[Found]:
    """One report gives a person two ages.

    A person is one where first and last name are the same, or where the last name stands alone and the report gives no second person of that name.
    """
    named = _ages(account)
    yield from _by_person([*named, *_by_last_name(account, named)], "age_repeated")


def _by_last_name(account: Account, named: Sequence[Aged]) -> Iterator[Aged]:
    """The ages behind a last name alone ("Orr, 46, said"), of those whom the report names in full with an age."""
    text = account.report.text
    people = {aged.person[1]: aged for aged in named}
    for match in _ALONE.finditer(text) if named else ():
        person = people.get(match["name"].lower())
        if person is not None and _only_one(match["name"], account.report.text):
            yield Aged(person.person, int(match["age"]), person.day, account.words(*match.span()))


def _only_one(last: str, text: str) -> bool:
    """Whether all first names before a last name are one."""
    before = regex.findall(rf"(\p{{Lu}}[\p{{L}}'’-]+)(?: \p{{Lu}}\.?)? {regex.escape(last)}\b", text)
    return len(set(before)) == 1


def _by_person(told: Sequence[Aged], rule: str) -> Iterator[Found]:
    by_person: dict[tuple[str, str], list[Aged]] = defaultdict(list)
    for aged in told:
        by_person[aged.person].append(aged)
    for person, ages in by_person.items():
        apart = [pair for pair in combinations(ages, 2) if _exclude(*pair)]
        # What one report says twice is told of that report, not between reports.
        inside = rule == "age_repeated"
        pairs = [pair for pair in apart if inside or pair[0].words.document != pair[1].words.document]
        if pairs:
            shown = sorted(
                {aged for pair in pairs for aged in pair}, key=lambda one: (one.words.document, one.words.start)
            )
            values = list(dict.fromkeys(str(aged.age) for aged in shown))
            name = " ".join(person).title()
            yield Found(
                text=say(f"finding.{rule}", name=name, ages=listing(values)),
                arithmetic=" ≠ ".join(values),
                spans=[aged.words for aged in shown],
            )


def _exclude(one: Aged, other: Aged) -> bool:
    """Whether two ages cannot both be one person's on the days of their reports, a birthday between them aside."""
    if one.age == other.age or abs(one.age - other.age) > LIKELY:
        return False
    if one.day is None or other.day is None:
        return one.words.document == other.words.document or abs(one.age - other.age) > 1
    (earlier, before), (later, after) = sorted(((one.day, one.age), (other.day, other.age)))
    gap = (later - earlier).days
    return gap <= SOON or after not in range(before, before + int(gap / _YEAR) + 2)


def _ages(account: Account) -> list[Aged]:
    """The ages that a report gives of people whom it names in full, in text order."""
    text, report = account.report.text, account.report
    published = min(days(report.published) or days(report.modified) or (), default=None)
    found = {}
    for block in report.body():
        for expression in _expressions(account.language):
            for match in expression.finditer(text, block.start, block.end):
                first, *_, last = match["name"].lower().split()
                if calendar(account.language).words.keys().isdisjoint((first, last)):
                    words = account.words(*match.span())
                    found[words.start] = Aged((first, last), int(match["age"]), published, words)
    return [found[start] for start in sorted(found)]


@cache
def _expressions(language: Language) -> Sequence[regex.Pattern[str]]:
    """What ages are told by: "Ana Orr, 43," and "43-year-old Ana Orr"."""
    old = "|".join(regex.escape(words) for words in year_old(language))
    behind = regex.compile(rf"{_NAME}, {_AGE}(?=[,.;)])(?![,.]\d)")
    ahead = [regex.compile(rf"\b{_AGE}(?:{old}),? {_NAME}")] if old else []
    return (behind, *ahead)
