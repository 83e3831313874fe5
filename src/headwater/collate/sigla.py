"""Sigla: the short letter or sign that each report goes by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from pathlib import PurePosixPath

from headwater.model import Report
from headwater.model.changing import with_fields

__all__ = ["with_sigla"]


def with_sigla(
    reports: Iterable[Report], kept: Mapping[str, str] | None = None, passed_over: Collection[str] = ()
) -> tuple[Report, ...]:
    """The reports, each with a siglum that no other has.

    A siglum is the initial of the publisher (else of the document's name). Where several reports share an initial they
    are told apart by a small letter, in (published, document) order: Ca, Cb, … Cz, Caa.

    Args:
        reports: in any order; they come back in the order given.
        kept: sigla given earlier, by document; they stay as they are.
        passed_over: words, in lower case, that tell nothing at the head of a name ("the").
    """
    listed = list(reports)
    given = dict(kept or {})
    by_initial: dict[str, list[Report]] = defaultdict(list)
    for report in sorted(listed, key=lambda report: (report.published or "9999", report.document)):
        if report.document not in given:
            by_initial[_initial(report, passed_over)].append(report)
    taken = set(given.values())
    for initial, group in sorted(by_initial.items()):
        alone = len(group) == 1 and not any(siglum.startswith(initial) for siglum in taken)
        names = [initial] if alone else _names(initial, len(group), taken)
        given |= {report.document: name for report, name in zip(group, names, strict=True)}
        taken |= set(names)
    with_siglum = with_fields(Report, "siglum")
    return tuple(with_siglum(report, given[report.document]) for report in listed)


def _initial(report: Report, passed_over: Collection[str]) -> str:
    for name in (report.publisher, PurePosixPath(report.document).name):
        words = (name or "").split()
        for word in [word for word in words if word.lower() not in passed_over] or words:
            for letter in word:
                if letter.isalpha():
                    # "ß".upper() is two letters: a siglum starts with one.
                    return letter.upper()[0]
    return "X"


def _names(initial: str, count: int, taken: set[str]) -> list[str]:
    found: list[str] = []
    number = 0
    while len(found) < count:
        number += 1
        name = initial + _letters(number)
        if name not in taken:
            found.append(name)
    return found


def _letters(number: int) -> str:
    """Small letters that count from one: a … z, aa … zz, aaa."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters
