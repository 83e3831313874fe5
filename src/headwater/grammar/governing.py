"""Which dating of its sentence a figure goes with."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence

import msgspec

from headwater.grammar.dates_period import Period
from headwater.grammar.edtf import of_edtf
from headwater.language.background import Background
from headwater.language.happenings import Happenings
from headwater.model import Dating, Figure

__all__ = ["Dated", "dated", "governing", "hangs", "in_sentence", "parted", "reaches", "since"]


_NEAR = 6  # datings before and after a figure that can be its own
_PLACE = 3  # words that may stand between a day and the comma after it ("the defeat of 3 May near Lorne, in which …")
_FRONT = 4  # code points before a time that opens its sentence, whose every clause it is of ("In 1976 …; eleven died")
_BEHIND = 24  # code points between a count and the time right behind it
_NEXT = 12  # code points behind a time in which the next word stands
_LONGEST = 2_000  # code points between a figure and a time beyond which nobody looks for what parts them
_FAR = 400  # code points between a figure and a dating of its clause


class Dated(msgspec.Struct, frozen=True):
    """A dating with the period it stands for."""

    dating: Dating
    period: Period


def dated(datings: Iterable[Dating]) -> list[Dated]:
    """The datings that stand for a period, in text order."""
    found = ((dating, of_edtf(dating.edtf)) for dating in datings)
    return sorted((Dated(one, period) for one, period in found if period), key=lambda one: one.dating.start)


def in_sentence(figure: Figure, told: Sequence[Dated]) -> Sequence[Dated]:
    """The datings within the figure's sentence, in order: the nearest few, so that no sentence is too long."""
    at = bisect_left(told, figure.start, key=_start)
    near = told[max(0, at - _NEAR) : at + _NEAR]
    return [one for one in near if figure.sentence.start <= one.dating.start < figure.sentence.end]


def _start(one: Dated) -> int:
    return one.dating.start


def governing(text: str, figure: Figure, told: Sequence[Dated], known: Happenings) -> Dated | None:
    """The dating of the figure's clause: one right behind it, else the nearest before it, else the first after it; `None` where none is its own.

    A dating goes with a later figure unless its own verb stands before it and a comma closes that clause ("a gunman dismissed in
    February, …"); with an earlier figure where no comma stands between.
    """
    here = in_sentence(figure, told)
    before = [one for one in here if figure.start - _FAR < one.dating.end <= figure.start]
    after = next((one for one in here if one.dating.start >= figure.end), None)
    if after is not None and _is_right_behind(text, figure.end, after.dating.start, known):
        return after
    for one in reversed(before):
        if not (_closed(text, one.dating, figure, known.relative) or hangs(text, one, figure.sentence.start, known)):
            return one
    if (
        after is not None
        and not before
        and after.dating.start < figure.end + _FAR
        and "," not in text[figure.end : after.dating.start]
    ):
        return after
    return None


def hangs(text: str, one: Dated, start: int, known: Happenings) -> bool:
    """Whether a time of a sentence that begins at a place is of what is told of a noun between two commas, which is no happening: "the bridge, built in 1990, fell"."""
    lead, comma, inside = text[start : one.dating.start].lower().rpartition(", ")
    first, _, rest = inside.partition(" ")
    if not comma or not text.startswith(",", one.dating.end) or not (rest or first.endswith(known.hanging_endings)):
        return False
    if not known.relative.isdisjoint(text[one.dating.end + 1 : one.dating.end + _NEXT].split()[:1]):
        return False  # "shelled in 1990, when nine died"
    told = first.endswith(known.hanging_endings) or inside.startswith(known.hanging)
    return told and known.noun((lead.split() or [""])[-1]) is None


def _is_right_behind(text: str, start: int, end: int, known: Happenings) -> bool:
    """Whether a count and its time have but a preposition and a noun between them: "11 had died in 1889 and 38 in 1897"."""
    words = text[start:end].lower().split() if end - start <= _BEHIND else []
    return 0 < len(words) <= 2 and f" {words[-1]}" in known.within and text[start] == " "


def _closed(text: str, dating: Dating, figure: Figure, relative: Collection[str]) -> bool:
    """Whether the clause of the dating is over before the figure: by a comma, unless what follows goes on about its noun."""
    own = dating.about
    if own is None or own.end > dating.start:
        return False
    between = text[dating.end : figure.start]
    if "," not in between or _is_parenthesis(text[own.end : dating.start], between):
        return False
    after = between.partition(",")[2].split()
    goes_on = any(" ".join(after[:size]).lower() in relative for size in (1, 2))
    return not (goes_on and len(between.partition(",")[0].split()) <= _PLACE)


def _is_parenthesis(before: str, behind: str) -> bool:
    """Whether commas set a time off from the noun before it, so that its clause goes on behind it: "the last outbreak, in 2011, killed 2,300"."""
    return before.startswith(",") and len(before.split()) <= 2 and behind.startswith(",") and behind.count(",") == 1


def since(text: str, one: Dated, words: Collection[str]) -> bool:
    """Whether one of the words opens the dating: a time that lasts until the report."""
    before = text[max(0, one.dating.start - 24) : one.dating.start].lower().split()
    return bool(before) and before[-1] in words


def parted(text: str, one: Dated, figure: Figure) -> bool:
    """Whether a semicolon parts a time of a figure's sentence from it, and the time does not open the sentence, whose every clause it would be of."""
    ahead = one.dating.end <= figure.start
    if ahead and one.dating.start - figure.sentence.start <= _FRONT:
        return False
    start, end = (one.dating.end, figure.start) if ahead else (figure.end, one.dating.start)
    return end - start > _LONGEST or text.find(";", start, end) >= 0


def reaches(text: str, one: Dated, figure: Figure, words: Background, known: Happenings) -> bool:
    """Whether a time of the sentence is that of the figure's clause too: no word that opens another clause stands between."""
    ahead = one.dating.end <= figure.start
    if parted(text, one, figure) or (ahead and hangs(text, one, figure.sentence.start, known)):
        return False
    between = text[one.dating.end : figure.start] if ahead else text[figure.end : one.dating.start]
    said = between.lower().replace(",", " ").split()
    if since(text, one, words.since):
        return ahead and bool(said) and said[0] in words.resuming
    return ahead or words.apart.isdisjoint(said)
