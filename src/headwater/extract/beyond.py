"""What is still said behind a source and cue that stand between two commas."""

from __future__ import annotations

from headwater.extract.passages import Passage, verbal

__all__ = ["amid", "beyond"]


def beyond(p: Passage, content: tuple[int, int], at: int) -> int:
    """Where what is said ends, with the comma behind the cue at an index.

    It goes on where a number joins what was counted ("nine burned, Keller said, and 14 others were damaged", "among them
    three"), and where only an adjunct stands before the cue ("for each child, Keller believes, there are two").
    """
    if p.low[at] not in (",", ";") or p.quoted[at] or at + 2 >= len(p.tokens):
        return content[1]
    if p.low[at] == ";":  # "Keller said; six of them were moved"
        bare = (
            p.tag[at + 1] == "M"
            and p.tag[at + 2] in "vxARC"
            and not any(place > at and p.tag[place] == "v" for place in p.places)
        )
        return p.tokens[-1].end if bare else content[1]
    further = _joins(p, at + 1) or _fronted(p, content) or _unfinished(p, content, at + 1)
    if not (further or _verbless(p, content, at + 1)):
        return content[1]
    stop = next((here for here in range(at + 1, len(p.tokens)) if p.low[here] == ";"), len(p.tokens))
    while p.tag[stop - 1] == "." and stop > at + 1:
        stop -= 1
    return p.tokens[stop - 1].end


def amid(p: Passage, source: int, at: int) -> tuple[int, int] | None:
    """The clause of its own that a source and cue stand in, from its "and" on: "9,000 fled, and 600 of these, Keller thinks, died".

    `source` is where source and cue begin, with a comma before, `at` the comma behind them; `None` where the clause before has its verb.
    """
    if p.low[at] != "," or p.tag[at + 1] not in "vx" or p.quoted[at]:
        return None
    start = next((here for here in range(source - 2, 0, -1) if p.tag[here] == "C" or p.tag[here] in "vx;"), 0)
    told = verbal(p.tags[:start]) or "n" in p.tags[:start]
    if start < 2 or p.tag[start] != "C" or p.low[start - 1] != "," or not told:
        return None
    stop = next((here for here in range(at + 1, len(p.tokens)) if p.low[here] == ";"), len(p.tokens))
    while p.tag[stop - 1] == "." and stop > at + 1:
        stop -= 1
    return p.tokens[start + 1].start, p.tokens[stop - 1].end


def _joins(p: Passage, at: int) -> bool:
    """Whether a number follows 'and', 'among them' or nothing, words that bound it aside."""
    if p.tag[at] == "C":
        at += 1
    elif p.has("going_on", at):
        return "M" in p.tags[at + 1 : at + 6]
    while p.tag[at] in "RA" and not p.has("going_on", at):
        at += 1
    return p.tag[at] == "M"


def _fronted(p: Passage, content: tuple[int, int]) -> bool:
    """Whether what stands before source and cue is an adjunct: it opens with a preposition or subordinator and has one clause at most."""
    inside = [at for at, token in enumerate(p.tokens) if content[0] <= token.start < content[1]]
    opened = bool(inside) and (p.tag[inside[0]] in "AS" or p.has("clauses.times", inside[0]))
    return opened and "," not in {p.low[at] for at in inside}


def _verbless(p: Passage, content: tuple[int, int], at: int) -> bool:
    """Whether no verb and no number stands before source and cue, and a clause behind them: "next to her, she said, three children slept"."""
    inside = [here for here, token in enumerate(p.tokens) if content[0] <= token.start < content[1]]
    told = any(p.tag[here] in "vxM" or p.quoted[here] for here in inside)
    return bool(inside) and not told and p.tag[at] in "DMPNO" and verbal(p.tags[at:])


def _unfinished(p: Passage, content: tuple[int, int], at: int) -> bool:
    """Whether a subject alone stands before source and cue, and its verb behind them: "the toll, Keller said, stood at 12"."""
    inside = [here for here, token in enumerate(p.tokens) if content[0] <= token.start < content[1]]
    return bool(inside) and not any(p.tag[here] in "vx" for here in inside) and p.tag[at] in "vx"
