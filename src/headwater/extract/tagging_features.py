"""What the class of a word is judged by: itself, its ending and writing, its neighbours, the classes before it."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.grammar.tokens import Kind, Token

__all__ = [
    "OPENING",
    "after",
    "after_ending",
    "before_it",
    "behind",
    "context",
    "ending",
    "ending_behind",
    "features",
    "itself",
    "normal",
    "shape",
    "shouts",
    "writing",
]

#: After these a capital tells no more than at the head of a sentence.
OPENING = frozenset('"\u201c\u2018`:\n')
#: Words looked at for whether a sentence is in capitals, and how few are too few to tell.
_LOOKED, _FEW = 12, 2


def shape(text: str, first: bool, shouted: bool) -> str:
    """How a word is written: lower case, capitalised, all capitals; a sentence in capitals tells nothing."""
    if shouted:
        return "s"
    if text[0].islower():
        return "l"
    if len(text) > 1 and text.isupper():
        return "u"
    return "f" if first else "c"


def shouts(tokens: Sequence[Token], capitals: bool = False) -> bool:
    """Whether a sentence is in capitals; where the whole text is (`capitals`), it only has to have words enough."""
    words, looked = 0, _FEW + 1 if capitals else _LOOKED
    for token in tokens:
        if token.kind == Kind.WORD:
            if not (capitals or token.text.isupper()):
                return False
            words += 1
            if words == looked:
                break
    return words > _FEW


def itself(word: str) -> str:
    """What a word tells of its own class wherever it stands."""
    return "w" + word


def ending(tail: str, written: str) -> str:
    """What a word's last three letters and its writing tell of its class."""
    return "e" + tail + written


def ending_behind(tail: str, last: str) -> str:
    """What a word's last two letters tell of its class behind a word of the class `last`."""
    return "t" + tail + last


def writing(written: str, last: str) -> str:
    """What a word's writing tells of its class behind a word of the class `last`."""
    return "s" + written + last


def behind(last: str, word: str) -> str:
    """What a word tells of its own class behind one of the class `last`."""
    return "c" + last + word


def before_it(left: str) -> str:
    """What a word tells of the class of the one after it."""
    return "l" + left


def after(right: str) -> str:
    """What a word tells of the class of the one before it."""
    return "r" + right


def after_ending(tail: str, last: str) -> str:
    """What a word's last three letters tell of the class of the one before it, which stands after one of the class `last`."""
    return "x" + tail + last


def context(last: str, before: str) -> str:
    """What the classes of the two words before tell."""
    return "p" + last + before


def normal(tokens: Sequence[Token]) -> tuple[list[str], list[str]]:
    """Words (an edge mark before and after) and shapes of the tokens, as `features` takes them."""
    shouted = shouts(tokens)
    words = ["0" if token.kind == Kind.DIGITS else token.lower for token in tokens]
    firsts = [not at or tokens[at - 1].text in OPENING for at in range(len(tokens))]
    shapes = [shape(token.text, first, shouted) for token, first in zip(tokens, firsts, strict=True)]
    return ["^", *words, "$"], shapes


def features(index: int, words: Sequence[str], shapes: Sequence[str], last: str, before: str) -> tuple[str, ...]:
    """All that the class of a word is judged by; `words` and `shapes` are as `normal` gives them."""
    left, word, right = words[index : index + 3]
    written, tail = shapes[index], word[-3:]
    own = itself(word), ending(tail, written), ending_behind(tail[-2:], last), writing(written, last)
    return (
        *own,
        behind(last, word),
        before_it(left),
        after(right),
        after_ending(right[-3:], last),
        context(last, before),
    )
