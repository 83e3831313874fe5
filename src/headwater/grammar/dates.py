"""Words that tell time, in order: their place, their value in EDTF and what it was worked out from."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.grammar.dates_join import Found, join
from headwater.grammar.dates_passage import Passage, Passages
from headwater.grammar.dates_reading import Context, Told
from headwater.grammar.dates_tags import alphabet
from headwater.grammar.edtf import of_edtf
from headwater.grammar.sentences import Sentence
from headwater.language import Language
from headwater.model import Anchor, TimeExpression

__all__ = ["TimeExpression", "temporal"]


_UNITS = {
    "D": "day", "RD": "day", "NI": "day", "W": "week", "F": "week", "WE": "weekend", "M": "month", "RM": "month", "Q": "quarter", "S": "season",
    "H": "half", "Y": "year", "RY": "year", "E": "decade", "C": "century", "T": "time",
}  # fmt: skip


def temporal(sentences: Sequence[Sentence], language: Language, published: str | None) -> list[TimeExpression]:
    """The time expressions of a text, in order, none overlapping another; `published` is EDTF.

    The sentences of a block are read together, since a full stop after a shortened month may look like a sentence's end. The
    time is linear in the length of the text: no rule looks farther than a few tokens.
    """
    context = Context(of_edtf(published))
    passages = Passages(alphabet(language), sentences)
    context.day_first = passages.day_first()
    found: list[TimeExpression] = []
    for passage in passages.in_order():
        # What a block before wrote out in full holds for one block more.
        context.written = context.written if context.fresh else None
        context.fresh = False
        if passage is not None:
            found += [_expression(passage, one) for one in join(passage, list(passage.found(context)))]
    return found


def _expression(passage: Passage, found: Found) -> TimeExpression:
    told = found.told
    period = told.period
    return TimeExpression(
        passage.tokens[found.first].start,
        passage.tokens[found.last - 1].end,
        told.kind,
        _edtf(told),
        _value(told),
        told.anchor if told.edtf or period or not told.possible else Anchor.NONE,
        granularity=_UNITS.get(period.unit if period else told.unit, "day"),
        weekday=told.weekday,
        possible=told.possible,
        rule=found.rule,
    )


def _edtf(told: Told) -> str | None:
    if told.edtf:
        return told.edtf
    if told.period is None:
        return None
    return told.period.edtf() + (told.clock if told.period.unit == "D" and not told.period.about else "")


def _value(told: Told) -> str | None:
    if told.value:
        return told.value
    tail = told.part if told.part or not told.clock else told.clock[:6]
    if told.period is None:
        return tail or None
    return told.period.timex() + (tail if told.period.unit == "D" else "")
