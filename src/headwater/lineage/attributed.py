"""Attributed origins of one reading: who is named as having said it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from headwater.lineage.credits import plain
from headwater.lineage.textual import Part
from headwater.lineage.ties import Ties
from headwater.messages import say
from headwater.model import NOBODY, Figure, OriginCount, Root, Voice

__all__ = ["attributed"]


def attributed(given: Mapping[str, Sequence[Figure]], ties: Ties, parts: Sequence[Part]) -> OriginCount:
    """How many speakers a reading goes back to, as the reports themselves say.

    A name that five reports give is one. Speakers without a name ("officials") are one for each word for them, and may be
    any of those named: they widen the interval and are never matched to names. A publisher that counts in its own name ("we") or
    that others name for it is a speaker. Who names another report of the reading goes back to whom that one names. Reports that give
    the figure in their own voice may have it from any of these, or each from elsewhere: they widen it by as many as the textual
    origins that they have apart from reports that name someone.

    Args:
        given: the figures of the reading, by document.
        ties: what ties the reports; copies count as one.
        parts: the textual parts of the same reading.
    """
    told = _Told(*_speakers(given, ties))
    untold = sum(_untold(part, told.silent, ties) for part in parts)
    low = max(len(told.named), 1 if told.unnamed else 0)
    likely = len(told.named) + len(told.unnamed)
    high = likely + untold
    expected = round(len(told.named) + 0.5 * (len(told.unnamed) + untold) if likely else 0.5 * untold, 4)
    expected = max(expected, float(low))
    return OriginCount(low, max(low, min(likely or round(expected), high)), high, expected, low == high, told.roots())


class _Told(NamedTuple):
    """Documents by named speaker, by word for an unnamed one, and those that name nobody."""

    named: dict[str, tuple[str, ...]]
    unnamed: dict[str, tuple[str, ...]]
    silent: tuple[str, ...]

    def roots(self) -> tuple[Root, ...]:
        named = [Root(name, documents, say("root.named")) for name, documents in sorted(self.named.items())]
        unnamed = [Root(name, documents, say("root.unnamed")) for name, documents in sorted(self.unnamed.items())]
        silent = [Root(NOBODY, self.silent, say("root.silent"))] if self.silent else []
        return (*named, *unnamed, *silent)


def _speakers(
    given: Mapping[str, Sequence[Figure]], ties: Ties
) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]], tuple[str, ...]]:
    """Documents by named speaker, by word for an unnamed one, and those that name nobody."""
    named: dict[str, set[str]] = {}
    unnamed: dict[str, set[str]] = {}
    silent = set()
    said = {document: _said_by(figures, ties.publishers.get(document)) for document, figures in sorted(given.items())}
    spelled = _spelled(speaker for speakers in said.values() for speaker in speakers)
    everyone = {plain(speaker) for speakers in said.values() for speaker in speakers}
    heard: dict[str, list[str]] = {}
    for document in said:
        publisher = ties.publishers.get(document)
        if publisher and plain(publisher) in everyone:
            heard.setdefault(ties.first[document], []).append(publisher)
    for document, speakers in said.items():
        if not speakers and not _carries(document, given, ties):
            # Who publishes one copy of a text speaks in all of them.
            speakers = tuple(heard.get(ties.first[document], ()))
        if not speakers:
            silent.add(document)
        for speaker in speakers:
            if _relayed(speaker, document, given, ties):
                continue
            label = spelled.get(plain(speaker), speaker)
            (named if _is_name(label) else unnamed).setdefault(label, set()).add(document)
    return _sorted(named), _sorted(unnamed), tuple(sorted(silent))


def _spelled(speakers: Iterable[str]) -> dict[str, str]:
    """How each speaker is written where it is met first, by its plain form; in capitals only where no report writes it otherwise."""
    found: dict[str, str] = {}
    for speaker in speakers:
        known = found.setdefault(plain(speaker), speaker)
        if known.isupper() and not speaker.isupper():
            found[plain(speaker)] = speaker
    return found


def _said_by(figures: Sequence[Figure], publisher: str | None) -> tuple[str, ...]:
    """Who a report says the figure is from; of words that others of its own hold ("hospital", "hospital in the port") the longer."""
    speakers = {figure.speaker[0] for figure in figures if figure.speaker}
    if publisher and any(figure.voice is Voice.WE and not figure.speaker for figure in figures):
        speakers.add(publisher)
    words = {speaker: set(speaker.casefold().split()) for speaker in speakers}
    return tuple(sorted(one for one in speakers if not any(words[one] < words[other] for other in speakers)))


def _relayed(speaker: str, document: str, given: Mapping[str, Sequence[Figure]], ties: Ties) -> bool:
    """Whether a speaker is the publisher of another report of the reading, which says itself whom it has the figure from."""
    name = plain(speaker)
    return any(
        other != document and plain(ties.publishers.get(other, "")) == name and _carries(other, given, ties)
        for other in given
    )


def _carries(document: str, given: Mapping[str, Sequence[Figure]], ties: Ties) -> bool:
    """Whether a report names another than its own publisher for the figure."""
    own = plain(ties.publishers.get(document, ""))
    return any(figure.speaker and plain(figure.speaker[0]) != own for figure in given[document])


def _sorted(found: Mapping[str, set[str]]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(sorted(documents)) for name, documents in found.items()}


def _is_name(speaker: str) -> bool:
    """Whether a speaker is named: has a word with a capital that is not just the first of a description."""
    words = speaker.split()
    return any(
        word[:1].isupper() for word in (words[1:] if words and words[0].lower() in ("a", "an", "the") else words)
    )


def _untold(part: Part, silent: Sequence[str], ties: Ties) -> int:
    """The most textual origins that the reports of a part without a speaker can have beside those that name someone."""
    quiet = {ties.first[document] for document in silent} & set(part.documents)
    return min(len(quiet), part.most() - (len(quiet) < len(part.documents))) if quiet else 0
