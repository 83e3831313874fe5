"""The chain of speakers of each attribution: those who cite it, and those in whose content it stands."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from headwater.extract.coreference import unique
from headwater.extract.drafts import Draft
from headwater.model import Attribution

__all__ = ["chained", "cited"]

#: "Citing" stands no further than this many code points from the saying whose source it names.
CITED = 200
#: Between a source and "citing" behind it stand a comma and a space.
ADJOINING = 2


def cited(drafts: Sequence[Draft]) -> list[Draft]:
    """Inner sources get the content and the speakers of whoever cites them; those that nobody cites are dropped."""
    found: list[Draft] = []
    for at, draft in enumerate(drafts):
        outer = _citer(draft, drafts[max(0, at - 4) : at + 3]) if draft.cites else None
        if outer is not None:
            draft = replace(draft, content=outer.content, named=(*draft.named, *outer.named))
        if outer is not None or not draft.cites:
            found.append(draft)
    return found


def _citer(draft: Draft, near: Sequence[Draft]) -> Draft | None:
    """The saying of its sentence that it is an aside of ("the Gazette, citing the mayor, said"), else the one that ends shortly before "citing", else the one that follows."""
    place = draft.cue.start
    others = [one for one in near if one.content is not None and not one.cites and one.ends == draft.ends]
    for one in others:
        beside = one.source.start < place <= one.source.end + ADJOINING
        if beside and 0 < one.cue.start - draft.source.end < CITED // 4:
            return one
    telling = [one for one in others if one.tells]
    before = [one for one in telling if 0 <= place - one.cue.end < CITED]
    after = [one for one in telling if 0 < one.cue.start - draft.source.end < CITED // 4]
    return before[-1] if before else after[0] if after else None


def chained(drafts: Sequence[Draft], document: str) -> list[Attribution]:
    """The attributions with the speakers of those around them, by a sweep over the text."""
    around: dict[int, list[Draft]] = {}
    opening = sorted(
        [
            (one.content.start, number, one.content.end, one)
            for number, one in enumerate(drafts)
            if one.tells and one.content is not None
        ]
    )
    active: list[tuple[int, int, int, Draft]] = []
    at = 0
    for draft in sorted(drafts, key=lambda one: one.cue.start):
        cue = draft.cue.start
        while at < len(opening) and opening[at][0] <= cue:
            active.append(opening[at])
            at += 1
        active = [one for one in active if cue < one[2]]
        around[id(draft)] = [one for _, _, _, one in active if one is not draft and not _within(one, draft)]
    return [
        Attribution(document, draft.source, draft.cue, draft.content, _speakers(draft, around[id(draft)]))
        for draft in drafts
    ]


def _within(one: Draft, other: Draft) -> bool:
    """Whether one's cue stands in the other's content."""
    start, end = other.span()
    return start <= one.cue.start < end


def _speakers(draft: Draft, around: Sequence[Draft]) -> tuple[str, ...]:
    """Who speaks, the innermost first: those whom a draft names, then those of the drafts around it."""
    if not around:
        return unique(draft.named)
    outward = sorted(around, key=lambda one: one.span()[1] - one.span()[0])
    # "the registers, as Keller has shown, give 12"
    written = draft.paper and outward[0].aside
    # "He had counted 40 graves, the priest said": whom he goes back to is named only then.
    spoken_for = draft.crew or draft.unmet or (draft.generic and outward[0].spokes)
    own = () if written or spoken_for else draft.named
    return unique([*own, *[name for one in outward for name in one.named]])
