"""What every sign of a text is, and its lower case, as arrays over all signs of many texts at once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Codes = NDArray[np.uint16] | NDArray[np.uint32]
    Kinds = NDArray[np.uint8]
    Units = NDArray[np.uint16]

__all__ = ["CLOSING", "DIGIT", "JOINER", "LETTER", "MARK", "OPENING", "OTHER", "SEPARATOR", "code_points", "described"]

OTHER, MARK, JOINER, SEPARATOR, LETTER, DIGIT = range(6)
"""Kinds of signs; letters and digits come last, so that one comparison tells them from the rest."""

OPENING, CLOSING = "\u201c\u201e\u00ab", '"\u201d\u00bb\n'

_NEAR = 0x10000
_ONE_BY_ONE = {
    "'\u2019": JOINER,
    ",.\u066b\u066c\u00a0\u2009\u202f": SEPARATOR,
    OPENING + CLOSING: MARK,
}


def code_points(texts: Sequence[str]) -> tuple[Codes, NDArray[np.int64]]:
    """All texts as code points, a line end after each, and where each text begins (with the end as the last)."""
    import numpy as np

    joined = "\n".join([*texts, ""])
    # Half the memory to go through where no code point is beyond 65,535, which is nearly always.
    code: Codes = np.frombuffer(joined.encode("utf-16-le", "surrogatepass"), dtype=np.uint16)
    if len(code) != len(joined):
        code = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    lengths = np.fromiter((len(text) + 1 for text in texts), dtype=np.int64, count=len(texts))
    return code, np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(lengths)])


def described(code: Codes) -> tuple[Kinds, Units]:
    """The kind of each code point, and its lower case in sixteen bits; far code points are folded into these."""
    import numpy as np

    kinds, small = _tables()
    if code.dtype == np.uint16:
        return kinds.take(code), small.take(code)
    near = (code & 0xFFFF).astype(np.uint16)
    found, lower = kinds.take(near), small.take(near)
    far = np.flatnonzero(code >= _NEAR)
    points, which = np.unique(code[far], return_inverse=True)
    told = [_far(int(point)) for point in points]
    found[far] = np.array([kind for kind, _ in told], dtype=np.uint8)[which]
    lower[far] = np.array([sign for _, sign in told], dtype=np.uint16)[which]
    return found, lower


def _far(point: int) -> tuple[int, int]:
    sign = chr(point)
    small = sign.lower()
    kind = LETTER if regex.match(_LETTERS, sign) else DIGIT if sign.isdigit() else OTHER
    folded = ord(small) if len(small) == 1 else point
    return kind, (folded ^ (folded >> 16) * 0x9E37) & 0xFFFF


_LETTERS = r"[\p{L}\p{M}]+"


@cache
def _tables() -> tuple[Kinds, Units]:
    """Kind and lower case of the first 65,536 code points."""
    import numpy as np

    every = "".join(map(chr, range(_NEAR)))
    kinds = np.full(_NEAR, OTHER, dtype=np.uint8)
    for pattern, kind in ((_LETTERS, LETTER), (r"[\p{nt=De}\p{nt=Di}]+", DIGIT)):
        for run in regex.finditer(pattern, every):
            kinds[run.start() : run.end()] = kind
    for signs, kind in _ONE_BY_ONE.items():
        kinds[[ord(sign) for sign in signs]] = kind
    small = np.arange(_NEAR, dtype=np.uint16)
    for run in regex.finditer(r"[\p{Lu}\p{Lt}]", every):
        lower = run.group().lower()
        small[run.start()] = ord(lower) if len(lower) == 1 else run.start()
    return kinds, small
