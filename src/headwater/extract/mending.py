"""Classes of words that the tagger takes for others, set right by what the language data know of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from headwater.grammar.tokens import Token
from headwater.language.cues import Cues

__all__ = ["mended"]

_NAMING = ("tallies", "studies", "documents")


def mended(tokens: Sequence[Token], tags: str, cues: Cues, numerals: Collection[str]) -> str:
    """The classes of the tokens, those set right that the word or its neighbours belie."""
    return "".join(
        "M" if token.lower in numerals else _mended(token, at, tags, cues) if tags[at] in "RJSAZDgvb" else tags[at]
        for at, token in enumerate(tokens)
    )


def _mended(token: Token, at: int, tags: str, cues: Cues) -> str:
    tag, behind = tags[at], tags[at + 1 :]
    if tag in "vb":
        if at == 0 and behind[:1] in ("v", "x") and token.text[:1].isupper():
            return "P"  # a surname before its verb
        if cues.has("grammar.perfect", token.lower) and behind.lstrip("R")[:1] == "n":
            return "x"
        subjectless = at > 0 and not tags[:at].strip("RJD")
        return (
            "N" if subjectless and cues.has("nouns.free", token.lower) else tag
        )  # "Earlier reports in the press that"
    if tag == "Z":
        return "N" if len(token.text) > 3 and token.text.isalpha() and token.text.islower() else tag
    return "N" if any(cues.has(section, token.lower) for section in _NAMING) else tag
