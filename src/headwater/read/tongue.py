"""The language of a text: by its most frequent words, else by py3langid."""

from __future__ import annotations

import re
from functools import cache

from headwater.language import available, load
from headwater.language.stopwords import stopwords

__all__ = ["language_of"]

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 1200
_SHARE = 0.15
_SHORTEST_GUESS = 40


def language_of(text: str, declared: str | None, default: str) -> str:
    """The ISO 639-1 code of a text's language.

    A language that ships with Headwater shows in its own stop words; py3langid, which takes more than half a second to
    start, is asked only where they leave it open and the text is long enough to tell. What a file declares comes last:
    templates often declare English for everything.

    >>> language_of("The ferry left the port at dawn and was lost with all on it.", None, "en")
    'en'
    """
    words = _WORD.findall(text[:_SAMPLE].lower())
    for code, known in _known():
        if words and round(sum(word in known for word in words) / len(words), 4) >= _SHARE:
            return code
    if sum(map(len, words)) >= _SHORTEST_GUESS:
        return _guess(text[:4000])
    return declared or default


@cache
def _known() -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((code, stopwords(load(code))) for code in available())


def _guess(text: str) -> str:
    # Loaded here: texts in the languages above never wait for its model.
    from py3langid import classify

    code: str = classify(text)[0]
    return code
