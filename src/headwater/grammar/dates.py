"""Words that tell time, in order: their place, their value in EDTF and what it was worked out from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from headwater.grammar.sentences import Sentence
from headwater.grammar.tokens import Kind
from headwater.language import Language
from headwater.model import Anchor

__all__ = ["TimeExpression", "temporal"]


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words `[start, end)` that tell a time.

    `kind` is `date` (a day or more), `time` (less than a day), `duration`, `set` ("every year") or `reference` ("now",
    "recently"). `edtf` is EDTF level 1, `None` where the words could not be placed or name a day that no calendar has
    (`possible` is false then). `value` is the norm of TIMEX3. `granularity` is the unit meant: `day`, `week`, `month`,
    `quarter`, `season`, `year`, `decade`, `century`, `time`. `weekday` is the one the words name (Monday is 0). `rule` names the rule.
    """

    start: int
    end: int
    kind: str
    edtf: str | None
    value: str | None
    anchor: Anchor
    granularity: str = "day"
    weekday: int | None = None
    possible: bool = True
    rule: str = ""


def temporal(sentences: Sequence[Sentence], language: Language, published: str | None) -> list[TimeExpression]:
    """The time expressions of a text, in order, none overlapping another; `published` is EDTF."""
    found = []
    for sentence in sentences:
        for token in sentence.tokens:
            if token.kind is Kind.DIGITS and len(token.text) == 4 and "1900" <= token.text <= "2029":
                found.append(
                    TimeExpression(token.start, token.end, "date", token.text, token.text, Anchor.CALENDAR, "year")
                )
    return found
