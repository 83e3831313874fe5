"""Units that stand with a number: currency signs before it, measures and percent signs behind it."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.grammar.tokens import Token
from headwater.language.units import UnitLexicon

__all__ = ["money_before", "unit_after"]


def money_before(tokens: Sequence[Token], index: int, units: UnitLexicon) -> tuple[str, int] | None:
    """The currency of the sign or code in front of a token, and where that begins.

    Signs are read as written, glued to what stands before them or apart: "US$", "US $".
    """
    if index == 0:
        return None
    sign = tokens[index - 1]
    if index > 1:
        pair = tokens[index - 2]
        gap = "" if pair.end == sign.start else " "
        code = units.before.get(pair.text + gap + sign.text)
        if code is not None:
            return code, index - 2
    code = units.before.get(sign.text)
    return None if code is None else (code, index - 1)


def unit_after(tokens: Sequence[Token], index: int, units: UnitLexicon) -> tuple[str, int] | None:
    """The unit whose name begins at a token, and where it ends; a hyphen before it and within it is passed over."""
    if index < len(tokens) and tokens[index].text == "-":
        index += 1
    for name, code in units.after.get(tokens[index].lower, ()) if index < len(tokens) else ():
        at = index
        for word in name:
            if at > index and at < len(tokens) and tokens[at].text == "-":
                at += 1
            if at >= len(tokens) or tokens[at].lower != word:
                break
            at += 1
        else:
            return code, at
    return None
