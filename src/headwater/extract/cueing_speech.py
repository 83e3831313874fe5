"""Direct speech whose verb is none of saying: `…," the harbour master growled`, `one councillor put it more bluntly: "…`."""

from __future__ import annotations

from collections.abc import Iterator

from headwater.extract.adjuncts import opens, past_adjuncts
from headwater.extract.contents import after, before
from headwater.extract.passages import Passage, Phrase, Saying
from headwater.extract.phrases import phrase_after, phrase_before
from headwater.extract.quotations import Quotations
from headwater.extract.sources import mute, person
from headwater.extract.subjects import main_subject, subject

__all__ = ["by_speech"]

_UTTER = frozenset({"utter", "say"})
#: What stands between a verb and the colon before a quotation is no longer than so many tokens.
MANNER = 10


def by_speech(p: Passage, quotes: Quotations, text: str) -> Iterator[Saying]:
    """The sayings whose content is a quotation and whose verb may be any, outside quotations.

    Only whoever is a person, a body or a document is taken for the one who speaks.
    """
    for index in p.beside:
        if p.quoted[index] or p.tag[index] not in "vnN" or p.has("grammar.perfect", index):
            continue
        saying = _behind(p, index, quotes, text) or _ahead(p, index, quotes)
        if saying is not None:
            yield saying


def _behind(p: Passage, index: int, quotes: Quotations, text: str) -> Saying | None:
    """Speech before its speaker and verb, or before verb and speaker."""
    if p.tag[index] == "N" and (p.tag[index - 1] not in "PO" or p.tag[index + 1] not in "R.^"):
        return None
    if p.quoted[index - 1] and p.tag[index] != "N":
        source = phrase_after(p, index + 1)
        start = index
    else:
        source = phrase_before(p, index - 1)
        start = -1 if source is None else source.first - p.has("grammar.as", source.first - 1)
    if source is None or start < 1 or not p.quoted[start - 1] or not _spoken(p, start - 1) or not _voiced(p, source):
        return None
    last = max(index + 1, source.last)
    last += p.has("pronouns.it", last)  # "as one councillor put it"
    if p.tag[past_adjuncts(p, last)] not in ".^ACS":
        return None  # `"Stop!" the man took his hat`
    content = before(p, start, quotes, text)
    return None if content is None else Saying(source, index, index + 1, content, _UTTER)


def _spoken(p: Passage, mark: int) -> bool:
    """Whether a quotation that ends with the mark at an index is speech, not a title or a word."""
    return p.low[mark - 1] in (",", "!", "?")


def _ahead(p: Passage, index: int, quotes: Quotations) -> Saying | None:
    """Speech behind a colon that a clause with a person for its subject stands before."""
    colon = next((at for at in range(index + 1, min(index + MANNER, len(p.tokens))) if p.low[at] == ":"), None)
    if colon is None or p.tag[index] != "v" or not opens(p, colon + 1):
        return None
    source = subject(p, index) or main_subject(p, index + 1)
    if source is None or not _voiced(p, source):
        return None
    content = after(p, colon + 1, len(p.tokens), quotes)
    return None if content is None else Saying(source, index, index + 1, content, _UTTER)


def _voiced(p: Passage, source: Phrase) -> bool:
    written = any(p.has(kind, source.last - 1) for kind in ("documents", "studies", "occasions"))
    return (written or person(p, source)) and not mute(p, source)
