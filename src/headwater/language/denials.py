"""The words by which a language opens and ends what is denied."""

from __future__ import annotations

from functools import cache

import msgspec

from headwater.language.loading import Language
from headwater.language.statements import KindPatterns, kind_patterns
from headwater.language.stopwords import stopwords
from headwater.model import StatementKind

__all__ = ["DenialWords", "lexicon"]


class DenialWords(msgspec.Struct, frozen=True):
    """What is denied begins behind a match of `opens`, or of `hearsay` where one of `closes` follows ("reports that … are false"), or of `figures` where one does near by, or of `supposed` where one of `turned` opens what follows ("it was first thought that …; in fact …").

    It ends at one of `breaks`, but for one of `that` behind one of `joins` ("and that"), and a list of numbers in it at one of `verbs`; a
    number behind one of `granted` is not what is denied, unless one of `said` stands before that. One of `over` breaks nothing right before a number. Behind one of `retract`, `own` is the denier's. One of `fronts`, or any that begins a sentence, ends at a comma.
    """

    opens: KindPatterns
    hearsay: KindPatterns
    figures: KindPatterns
    closes: KindPatterns
    supposed: KindPatterns
    turned: KindPatterns
    breaks: frozenset[str]
    granted: frozenset[str]
    that: frozenset[str]
    joins: frozenset[str]
    fronts: frozenset[str]
    said: frozenset[str]
    over: frozenset[str]
    verbs: frozenset[str]
    own: frozenset[str]
    retract: frozenset[str]

    def may_open(self, words: frozenset[str]) -> bool:
        """Whether a sentence of these words can deny something; much quicker than to look for it."""
        return self.opens.patterns.may_stand(words) or self.closes.patterns.may_stand(words)

    def may_turn(self, words: frozenset[str], following: frozenset[str]) -> bool:
        """Whether a sentence of these words can tell what was thought at first, and it or the next what was so."""
        turned = self.turned.patterns
        return self.supposed.patterns.may_stand(words) and (turned.may_stand(words) or turned.may_stand(following))


@cache
def lexicon(language: Language) -> DenialWords | None:
    """The language's words of denials; `None` where it has none.

    Raises:
        LanguageDataError: a pattern names a set that the data do not hold.
    """
    data = language.section("statements")
    found = data.get("denied")
    if found is None:
        return None
    sets, but, common = data["sets"], data["kinds"]["denies"]["but"], stopwords(language)
    opens, hearsay, figures, closes, supposed, turned = (
        kind_patterns(StatementKind.DENIES, found[name], but, sets, common)
        for name in ("opens", "hearsay", "figures", "closes", "supposed", "turned")
    )
    breaks, granted, that, joins, fronts, said, over = (
        frozenset(found[name]) for name in ("breaks", "granted", "that", "joins", "fronts", "said", "over")
    )
    return DenialWords(
        opens,
        hearsay,
        figures,
        closes,
        supposed,
        turned,
        breaks,
        granted,
        that,
        joins,
        fronts,
        said,
        over,
        frozenset(sets["aux"]),
        frozenset(found["own"]),
        frozenset(sets["retract"]),
    )
