"""Bullets under a lead-in: parts where they are nested deeper or the lead-in says so, figures of their own elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from headwater.extract.chunks import Chunk, Clause, Part
from headwater.extract.identified import is_knowing
from headwater.extract.identities import fits
from headwater.extract.lexicons import Lexicons
from headwater.extract.nominal import outcome_named, sense_of
from headwater.extract.parts import add_parts
from headwater.extract.restated import add_restated
from headwater.extract.settling import Settled
from headwater.model import BlockKind

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["read_items"]

_BULLETS = "\u2022\u00b7*-\u2013\u25e6\u25aa"
_BULLET = re.compile(rf"\n[^\S\n]*+[{re.escape(_BULLETS)}]")  # behind its first line a text without one has no bullets
_BACK = 2
_SHORT = 6
_THINGS = ("building", "vehicle")
_OF_HOUSEHOLDS = frozenset({"displaced", "affected"})


def read_items(text: str, rows: Sequence[Row], lexicons: Lexicons) -> None:
    """Give the bullets of lists the outcome of their lead-in, and make them its parts where they are.

    A lead-in that ends in "of these:" makes parts of bullets that say what befell theirs, too; a bullet that begins "of whom" is a part of the one above it.
    """
    listed = text[:1].isspace() or text[:1] in _BULLETS or _BULLET.search(text) is not None
    depths = [_depth(text, row) if listed or row.sentence.kind is BlockKind.ITEM else 0 for row in rows]
    # Without a bullet only a figure that a colon follows says anything of the next one.
    if not any(depths) and not any(row.settled and _last_figure(row) is not None and _opens(row) for row in rows):
        return
    lead: tuple[int, Settled, bool] | None = None
    shared: Settled | None = None
    before: Settled | None = None
    above: Row | None = None
    for at, (row, depth) in enumerate(zip(rows, depths, strict=True)):
        if depth > 0 and before is not None and row.counts and _goes_on(row):
            _take(row, before, lexicons)
            continue
        if depth == 0:
            above = row
        elif above is not None and row.counts and (label := _label(above, lexicons)) is not None:
            _tell(row, label, lexicons)
        held = _last_figure(row)
        before = held if depth > 0 and held is not None and held.outcomes else None
        if shared is not None and depth > 0:
            _share(row, shared)
            continue
        shared = _shared(rows, at, lexicons)
        if (
            lead is not None
            and (depth > lead[0] or (lead[2] and depth >= lead[0]))
            and not _has_predicate(row, lexicons)
        ):
            _take(row, lead[1], lexicons)
            continue
        lead = (depth, held, True) if held is not None and _opens(row) else None
        if held is not None and depth > 0 and lead is None:
            lead = (depth, held, False)


def _depth(text: str, row: Row) -> int:
    """Columns before the first word of the line that the sentence begins, 0 for no bullet."""
    start = text.rfind("\n", 0, row.sentence.start) + 1
    first = text[start]
    if first in _BULLETS or first.isspace():
        line = text[start : row.sentence.end]
        stripped = line.lstrip()
        if stripped[:1] in _BULLETS and stripped:
            return 1 + len(line) - len(stripped)
    return 1 if row.sentence.kind is BlockKind.ITEM else 0


def _opens(row: Row) -> bool:
    return bool(row.clause.chunks) and row.clause.chunks[-1].part == Part.COLON


def _goes_on(row: Row) -> bool:
    """Whether a bullet takes its number out of that of the bullet above: "- of whom 1,290 children"."""
    opening = next((chunk.part for chunk in row.clause.chunks if chunk.part != Part.STOP), Part.STOP)
    return opening == Part.PARTS


def _shared(rows: Sequence[Row], at: int, lexicons: Lexicons) -> Settled | None:
    """The figure that a lead-in shares out among its bullets: "52 people were injured. Of these:"."""
    tokens = rows[at].sentence.tokens
    if tokens[-1].text != ":" or len(tokens) < len(("of", "these", ":")):
        return None
    of, those = tokens[-3].lower, tokens[-2].lower
    pointing = those in lexicons.words("pointing") or those in lexicons.words("relative")
    if not pointing or of not in lexicons.words("of"):
        return None
    near = (_last_figure(before) for before in reversed(rows[max(0, at - _BACK) : at + 1]))
    return next((held for held in near if held is not None and held.outcomes), None)


def _last_figure(row: Row) -> Settled | None:
    found = [held for held in row.settled.values() if held.chunk.counts]
    return found[-1] if found else None


def _has_predicate(row: Row, lexicons: Lexicons) -> bool:
    """Whether a bullet says something of its number by itself; that it is registered or reported says nothing."""
    return any(held.chunk.counts for held in row.settled.values()) or any(
        chunk.part == Part.VERB and not (_is_relative(row.clause, index) or is_knowing(chunk, lexicons))
        for index, chunk in enumerate(row.clause.chunks)
    )


def _is_relative(clause: Clause, verb: int) -> bool:
    """Whether a verb is that of a relative clause: "four women who were carrying water"."""
    return clause.part(verb - 1) == Part.RELATIVE


def _label(row: Row, lexicons: Lexicons) -> Chunk | None:
    """What a lead-in or heading without a number says of those whom its bullets count: "Destroyed:", "Killed in the raid"."""
    chunks = row.clause.chunks
    if not chunks or len(chunks) > _SHORT or chunks[-1].part == Part.STOP or any(chunk.counts for chunk in chunks):
        return None
    alone = all(chunk.part != Part.VERB for chunk in chunks[1:])
    told = _said_by(chunks[0], lexicons) or (
        chunks[0].bare and any(sense_of(chunks[0].word, kind, lexicons) for kind in _THINGS)
    )
    return chunks[0] if alone and told else None


def _said_by(label: Chunk, lexicons: Lexicons) -> str:
    """The outcome that a heading names of people: "Killed", "Displaced people", "Displacement"."""
    return outcome_named(label, lexicons) or next((noun.outcome for noun in label.nominals if not noun.needs), "")


def _tell(row: Row, label: Chunk, lexicons: Lexicons) -> None:
    """Give the first number of a bullet that says nothing of it what the label above says."""
    chunk = next((one for one in row.clause.chunks if one.part == Part.NOUN and one.number is not None), None)
    if (
        chunk is None
        or chunk.first in row.settled
        or _has_predicate(row, lexicons)
        or chunk.kind in ("measure", "event", "money")
    ):
        return
    said = sense_of(label.word, chunk.kind or "person", lexicons) if label.part == Part.VERB else ""
    told = _said_by(label, lexicons) if label.part != Part.VERB else ""
    people = chunk.kind in ("person", "household", "")
    outcome = said or (told if people else "")
    if outcome and (chunk.kind != "household" or outcome in _OF_HOUSEHOLDS):
        row.settled[chunk.first] = Settled(chunk, [outcome], "label", group=chunk.group)
        add_restated(row.clause, row.settled, lexicons)
        _take_parts(row, row.settled[chunk.first], lexicons)


def _share(row: Row, whole: Settled) -> None:
    """Make a bullet's first number a part of a figure, whatever is said of it."""
    for chunk in row.clause.chunks if row.counts else ():
        if chunk.part == Part.NOUN and chunk.number is not None and chunk.number.unit == "count":
            held = row.settled.get(chunk.first)
            if chunk.kind in ("person", "") and fits(chunk, whole.chunk):
                held = held or Settled(chunk, list(whole.outcomes), "item", group=chunk.group)
                held.whole = held.whole or whole
                row.settled[chunk.first] = held
                row.settled = dict(sorted(row.settled.items()))
            return


def _take(row: Row, whole: Settled, lexicons: Lexicons) -> None:
    for chunk in row.clause.chunks if row.counts else ():
        if chunk.part == Part.NOUN and chunk.number is not None and chunk.kind not in ("measure", "event"):
            row.settled[chunk.first] = Settled(chunk, list(whole.outcomes), "item", whole, chunk.group)
            _take_parts(row, row.settled[chunk.first], lexicons)
            return


def _take_parts(row: Row, item: Settled, lexicons: Lexicons) -> None:
    """Read the parts that a bullet lists of its own number: "38 persons, among them nine children"."""
    above, item.whole = item.whole, None
    add_parts(row.clause, row.settled, lexicons)
    item.whole = above
    row.settled = dict(sorted(row.settled.items()))
