"""The chain of speakers of each attribution: those who cite it, and those in whose content it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from headwater.extract.coreference import unique
from headwater.extract.drafts import Draft
from headwater.model import Attribution

__all__ = ["chained", "cited"]

#: "Citing" stands no further than this many code points from the saying whose source it names.
CITED = 200


def cited(drafts: Sequence[Draft]) -> list[Draft]:
    """Inner sources get the content and the speakers of whoever cites them; those that nobody cites are dropped."""
    found: list[Draft] = []
    for at, draft in enumerate(drafts):
        outer = _citer(draft, drafts[max(0, at - 4) : at + 3]) if draft.cites else None
        if outer is not None:
            named = (*draft.named, *outer.named)
            draft = replace(
                draft, attribution=replace(draft.attribution, content=outer.attribution.content), named=named
            )
        if outer is not None or not draft.cites:
            found.append(draft)
    return found


def _citer(draft: Draft, near: Sequence[Draft]) -> Draft | None:
    """The saying that ends shortly before "citing", else the one that follows it: "citing the mayor, the Gazette said"."""
    place = draft.attribution.cue.start
    others = [one for one in near if one.tells and one.attribution.content is not None and not one.cites]
    before = [one for one in others if 0 <= place - one.attribution.cue.end < CITED]
    after = [one for one in others if 0 < one.attribution.cue.start - draft.attribution.source.end < CITED // 4]
    return before[-1] if before else after[0] if after else None


def chained(drafts: Sequence[Draft]) -> list[Attribution]:
    """The attributions with the speakers of those around them, by a sweep over the text."""
    around: dict[int, list[Draft]] = {}
    opening = sorted((one for one in drafts if one.tells and one.attribution.content), key=lambda one: one.span()[0])
    active: list[Draft] = []
    at = 0
    for draft in sorted(drafts, key=lambda one: one.attribution.cue.start):
        cue = draft.attribution.cue.start
        while at < len(opening) and opening[at].span()[0] <= cue:
            active.append(opening[at])
            at += 1
        active = [one for one in active if cue < one.span()[1]]
        around[id(draft)] = [one for one in active if one is not draft and not _within(one, draft)]
    return [_named(draft, around[id(draft)]) for draft in drafts]


def _within(one: Draft, other: Draft) -> bool:
    """Whether one's cue stands in the other's content."""
    start, end = other.span()
    return start <= one.attribution.cue.start < end


def _named(draft: Draft, around: Sequence[Draft]) -> Attribution:
    outward = sorted(around, key=lambda one: one.span()[1] - one.span()[0])
    if draft.paper and outward and outward[0].aside:
        draft = replace(draft, named=())  # "the registers, as Keller has shown, give 12"
    spoken_for = outward and (draft.crew or (draft.generic and outward[0].spokes))
    own = () if spoken_for else draft.named
    said = draft.attribution
    names = unique([*own, *[name for one in outward for name in one.named]])
    return Attribution(said.document, said.source, said.cue, said.content, names)
