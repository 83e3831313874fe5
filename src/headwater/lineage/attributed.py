"""Attributed origins of one reading: who is named as having said it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from headwater.lineage.ties import Ties
from headwater.model import Figure, OriginCount, Root

__all__ = ["attributed"]


def attributed(given: Mapping[str, Sequence[Figure]], ties: Ties, text: OriginCount) -> OriginCount:
    """How many speakers a reading goes back to, as the reports themselves say.

    A name that five reports give is one. Speakers without a name ("officials") are one for each word for them, and may be
    any of those named: they widen the interval and are never matched to names. Reports that give the figure in their own voice
    may have it from any of these, or each from elsewhere: they widen it by as many as their textual origins can be.

    Args:
        given: the figures of the reading, by document.
        ties: what ties the reports; copies count as one.
        text: the textual origins of the same reading.
    """
    named, unnamed, silent = _speakers(given)
    untold = _untold(silent, ties, text)
    low = max(len(named), 1 if unnamed else 0)
    likely = len(named) + len(unnamed)
    high = likely + untold
    expected = round(len(named) + 0.5 * (len(unnamed) + untold) if likely else 0.5 * untold, 4)
    expected = max(expected, float(low))
    roots = [Root(name, documents, "named as having said it") for name, documents in sorted(named.items())]
    roots += [
        Root(name, documents, "said to have said it, without a name: may be one of the others")
        for name, documents in sorted(unnamed.items())
    ]
    if silent:
        roots.append(Root("nobody named", silent, "give the figure in their own voice: no report says who counted"))
    return OriginCount(low, max(low, min(likely or round(expected), high)), high, expected, low == high, tuple(roots))


def _speakers(
    given: Mapping[str, Sequence[Figure]],
) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]], tuple[str, ...]]:
    """Documents by named speaker, by word for an unnamed one, and those that name nobody."""
    named: dict[str, set[str]] = {}
    unnamed: dict[str, set[str]] = {}
    silent = set()
    spelled: dict[str, str] = {}
    for document, figures in sorted(given.items()):
        speakers = sorted({figure.speaker[0] for figure in figures if figure.speaker})
        if not speakers:
            silent.add(document)
        for speaker in speakers:
            label = spelled.setdefault(speaker.casefold(), speaker)
            (named if _is_name(label) else unnamed).setdefault(label, set()).add(document)
    return _sorted(named), _sorted(unnamed), tuple(sorted(silent))


def _sorted(found: Mapping[str, set[str]]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(sorted(documents)) for name, documents in found.items()}


def _is_name(speaker: str) -> bool:
    """Whether a speaker is named: has a word with a capital that is not just the first of a description."""
    words = speaker.split()
    return any(
        word[:1].isupper() for word in (words[1:] if words and words[0].lower() in ("a", "an", "the") else words)
    )


def _untold(silent: Sequence[str], ties: Ties, text: OriginCount) -> int:
    """The most textual origins that reports without a speaker can have."""
    if not silent:
        return 0
    return min(text.max, len({ties.first[document] for document in silent}))
