"""Classes of words that the tagger takes for others, set right by what the language data know of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from headwater.grammar.tokens import Token
from headwater.language.cues import Cues

__all__ = ["mended"]


def mended(tokens: Sequence[Token], tags: str, cues: Cues, numerals: Collection[str]) -> str:
    """The classes of the tokens, those set right that the word or its neighbours belie."""
    found = list(tags)
    for at, token in enumerate(tokens):
        tag = tags[at]
        if token.lower in numerals:
            found[at] = "M"
        elif tag in "vb":
            found[at] = _verb_or_not(token, at, tags, cues)
        elif tag == "Z":
            found[at] = "N" if len(token.text) > 3 and token.text.isalpha() and token.text.islower() else tag
        elif tag in "RJSADg" and token.lower in cues.naming:
            found[at] = "N"
    return "".join(found)


def _verb_or_not(token: Token, at: int, tags: str, cues: Cues) -> str:
    if at == 0 and tags[1:3].lstrip("O")[:1] in ("v", "x", "n") and token.text[:1].isupper():
        return "P"  # a surname before its verb
    if cues.has("grammar.perfect", token.lower) and tags[at + 1 :].lstrip("R")[:1] == "n":
        return "x"
    free = at > 0 and cues.has("nouns.free", token.lower)
    return "N" if free and not tags[:at].strip("RJD") else tags[at]  # "Earlier reports in the press that"
