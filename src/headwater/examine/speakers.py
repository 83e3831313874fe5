"""Which speakers are one: the same name, or names that some report gives together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from headwater.language import Language
from headwater.language.cues import lexicon as cues
from headwater.language.stopwords import stopwords
from headwater.model import Attribution

__all__ = ["Speakers", "words_of"]


class Speakers:
    """The speakers of a case: knows which two of them are one."""

    def __init__(self, attributions: Iterable[Attribution], language: Language) -> None:
        self._sources = sorted({attribution.source.quote for attribution in attributions})
        self._language = language
        self._apart = cues(language).apart
        self._known: dict[frozenset[str], bool] = {}

    def same(self, one: str, other: str) -> bool:
        """Whether two names stand for one speaker; the same in both directions.

        "Marr" is "Ada Marr"; "Coast guard spokeswoman Ana Orr" in any report makes "Orr" and "the coast guard" one speaker. A
        bare word for a role ("officials", "a doctor") is the same only as itself: there may be many. "South Lorne" is not "Lorne".
        """
        pair = frozenset((one, other))
        if pair not in self._known:
            self._known[pair] = self._same(one, other)
        return self._known[pair]

    def _same(self, one: str, other: str) -> bool:
        a, b = words_of(one, self._language), words_of(other, self._language)
        if not a or not b:
            return False
        if a == b:
            return True
        if not self._apart.isdisjoint(a ^ b):
            return False
        within = (a < b and not _is_role(one)) or (b < a and not _is_role(other))
        return within or self._together(a, b)

    def _together(self, a: frozenset[str], b: frozenset[str]) -> bool:
        rarest = min((self._by_word.get(word, []) for word in a | b), key=len)
        both = a | b
        return any(named.issuperset(both) and self._apart.isdisjoint(named - both) for named in rarest)

    @cached_property
    def _by_word(self) -> Mapping[str, list[frozenset[str]]]:
        """The words of each source that attributions name, by each of them."""
        found: dict[str, list[frozenset[str]]] = {}
        for source in self._sources:
            words = words_of(source, self._language)
            for word in words:
                found.setdefault(word, []).append(words)
        return found


def _is_role(name: str) -> bool:
    return name.islower() and " " not in name


def words_of(name: str, language: Language) -> frozenset[str]:
    """The words of a name that tell it from others: in lower case, without the words that every text is full of."""
    words = name.lower().replace("\u2019", "'").split()
    return frozenset(word.strip(".,()'\"") for word in words) - stopwords(language) - {""}
