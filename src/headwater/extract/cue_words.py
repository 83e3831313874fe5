"""What the cue data tell of a word by itself: whether a cue may begin with it, and where its class may be wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

import msgspec

from headwater.language.cues import OTHERS, Cues, Verb

__all__ = ["MAYBE", "SURELY", "CueWord", "cue_words"]

MAYBE: Final = 1
"""A cue may begin with the word where what stands beside it allows."""
SURELY: Final = 2
"""A cue may begin with the word wherever it stands: it is a verb that needs no particle."""

#: Sections whose words may be taken for verbs, or make another verb of what follows them.
_VERBAL = frozenset({"basis.sources", "grammar.perfect", "nouns.free", "roles"})
#: Sections whose words are cues by themselves, or by other words than the next one.
_ALONE = frozenset(OTHERS)
_OF_PLURALS: Final = "vbx"  # ", witnesses told us"
_SHORT = 3  # no plural of those who speak has so few letters
_MOST = 1 << 15  # words that are kept


class CueWord(msgspec.Struct, gc=False, frozen=True):
    """Whether a cue `opens` with a word (0, `MAYBE` or `SURELY`), and the classes that are to be `mended` where it has them.

    `then` are the words of which one must follow where a cue opens with it: "according", "by all accounts"; empty where other words may.
    """

    opens: int
    then: frozenset[str]
    mended: str


_NONE: Final = frozenset[str]()
_PLURAL: Final = CueWord(0, _NONE, _OF_PLURALS)


class _Words(dict[str, CueWord | None]):
    """What the cue data tell of each word, by its lower case; worked out when a word is first met."""

    def __init__(self, cues: Cues) -> None:
        super().__init__()
        self._cues, self._plurals = cues, cues.endings("plural.endings")

    def __missing__(self, word: str) -> CueWord | None:
        if len(self) >= _MOST:
            self.clear()
        found = self[word] = _cue_word(word, word.endswith(self._plurals), self._cues)
        return found


@cache
def cue_words(cues: Cues) -> Mapping[str, CueWord | None]:
    """What the cue data tell of each word, by its lower case; `None` of most, with which no cue opens and whose class nothing mends."""
    return _Words(cues)


def _cue_word(word: str, plural: bool, cues: Cues) -> CueWord | None:
    sections = cues.listed[word]
    verbs = cues.verbs.get(word)
    if not sections and verbs is None and word not in cues.starts:  # most words
        return _PLURAL if plural and len(word) > _SHORT else None
    opens = SURELY if word in cues.plain else MAYBE if word in cues.starts else 0
    then = _then(word, sections, cues) if opens == MAYBE else _NONE
    mended = _mended(word, sections, plural, cues)
    if verbs is not None:
        mended += _mended_verb(word, verbs, plural, "nouns" in sections, word in cues.plain)
    return CueWord(opens, then, mended) if opens or mended else None


def _then(word: str, sections: frozenset[str], cues: Cues) -> frozenset[str]:
    """The words of which one follows wherever a cue opens with a word; empty where others may."""
    phrases = cues.phrases.get(word, ())
    if word == ":" or not _ALONE.isdisjoint(sections) or any(len(phrase) == 1 for phrase in phrases):
        return _NONE
    particles = [verb.particle for verb in cues.verbs.get(word, ()) if verb.particle is not None]
    return frozenset([*particles, *[phrase[1] for phrase in phrases]])


def _mended(word: str, sections: frozenset[str], plural: bool, cues: Cues) -> str:
    """The classes in which a rule of `mending` may have work at a word; where the classes alone tell, `mending` sees for itself."""
    found = "RJSADgvb" if word in cues.naming else "" if _VERBAL.isdisjoint(sections) else "vb"
    if "bodies.kinds" in sections:
        found += "vb"
    if "speaking" in sections:
        found += "J"  # "the historian prefers to"
    return found + _OF_PLURALS if plural and (len(word) > _SHORT or "speaking" in sections) else found


def _mended_verb(word: str, verbs: Sequence[Verb], plural: bool, noun: bool, plain: bool) -> str:
    """The classes in which a form of a verb of saying may have to be mended."""
    others = [verb for verb in verbs if verb.lemma != word]
    found = "b"
    if any("say" in verb.takes for verb in others):
        found += "R"  # "the bailiff swore under oath"
    if plain:
        found += "n"  # "Brandt earlier told reporters"
    if noun and any("say" in verb.takes and verb.lemma == word for verb in verbs):
        return found + "N"  # "opposition activists claim that"
    telling = not noun and ((plural and others) or any("find" in verb.takes for verb in verbs))
    telling = telling or any("deny" in verb.takes for verb in verbs)  # "neither confirm nor deny"
    return found + "N" if telling or len(others) == len(verbs) else found
