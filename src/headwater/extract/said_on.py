"""Speakers carried on: a part told in the sentence behind its whole is from whoever the whole is from."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.model import Figure, Voice
from headwater.model.changing import changed

__all__ = ["said_on"]

#: Sentences that follow each other in a paragraph stand no further apart than so many code points.
BESIDE = 3

_FAR = 60  # figures that are looked back over


def said_on(figures: Sequence[Figure], text: str) -> list[Figure]:
    """The figures in their order, those without a speaker given that of the figure before which they go on from.

    They are a part of a figure in the sentence before, or a number alone behind one that ends with its speaker, and tell the same: "nine have died,
    the mayor says. Eight were found in the ruins." What befell some of them later is the report's own.
    """
    known: dict[str, Figure] = {}
    found: list[Figure] = []
    for figure in figures:
        if figure.outcome and not figure.speaker and figure.voice is Voice.NARRATED:
            before = _before(figure, found, known, text)
            if before is not None:
                figure = changed(figure, speaker=before.speaker, voice=Voice.ATTRIBUTED)
        known[figure.id] = figure
        found.append(figure)
    return found


def _before(figure: Figure, found: Sequence[Figure], known: dict[str, Figure], text: str) -> Figure | None:
    """The figure with a speaker that a figure goes on from."""
    whole = known.get(figure.part_of or "")
    if whole is not None and _hangs_on(whole, figure, text):
        return whole
    near = found[-_FAR:]
    last = next((one for one in reversed(near) if one.outcome and one.sentence.start < figure.sentence.start), None)
    if whole is not None and _goes_on(whole, figure, text):
        return whole
    alone = figure.noun is None and not (figure.implied or figure.negated)
    return last if last is not None and alone and _goes_on(last, figure, text) and _closes(last, text) else None


def _hangs_on(whole: Figure, figure: Figure, text: str) -> bool:
    """Whether a part stands behind its whole in one sentence, and neither a speaker nor a semicolon between: "four drowned, the last of them a girl"."""
    between = text[whole.end : figure.start]
    if not whole.speaker or whole.outcome != figure.outcome or whole.sentence != figure.sentence:
        return False
    return bool(between) and ";" not in between and whole.speaker[0].split()[-1].lower() not in between.lower()


def _goes_on(one: Figure, figure: Figure, text: str) -> bool:
    return bool(one.speaker) and one.outcome == figure.outcome and _follows(one, figure, text)


def _closes(one: Figure, text: str) -> bool:
    """Whether the speaker of a figure is named behind it: "nine have died, the mayor says"."""
    return one.speaker[0].split()[-1].lower() in text[one.end : one.sentence.end].lower()


def _follows(one: Figure, figure: Figure, text: str) -> bool:
    """Whether a figure stands in the sentence behind another's, in one paragraph."""
    between = text[one.sentence.end : figure.sentence.start]
    return 0 <= figure.sentence.start - one.sentence.end < BESIDE and "\n" not in between
