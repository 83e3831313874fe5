"""Quotations that go on after the sentence whose content they begin."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from msgspec.structs import replace

from headwater.extract.drafts import Draft
from headwater.extract.quotations import Quotations
from headwater.model import Quote

__all__ = ["running_on"]

#: No saying runs on over more quotations than this.
RUN = 40


def running_on(drafts: Sequence[Draft], quotes: Quotations, text: str) -> list[Draft]:
    """Contents lengthened by the quotations that follow with nothing between but space."""
    if not quotes.found:
        return [*drafts]
    taken: set[int] = set()
    for draft in drafts:
        content = draft.content
        if content is not None:
            taken.update(
                quotes.starts[bisect_left(quotes.starts, content.start) : bisect_left(quotes.starts, content.end)]
            )
    return [_lengthened(draft, quotes, taken, text) for draft in drafts]


def _bare(draft: Draft, quotes: Quotations, taken: set[int], text: str) -> bool:
    """Whether the next sentence is nothing but a quotation that nobody else says: `Nine fled, Keller said. "Two came back."`."""
    at = bisect_left(quotes.starts, draft.ends)
    if not draft.tells or at == len(quotes.found) or quotes.at(draft.cue.start) is not None:
        return False
    quote = quotes.found[at]
    between = text[draft.ends : quote.start]
    whole = quote.closed and text[quote.end - 2 : quote.end - 1] in (".", "!", "?")
    return whole and not between.strip() and "\n" not in between and quote.start not in taken


def _lengthened(draft: Draft, quotes: Quotations, taken: set[int], text: str) -> Draft:
    content = draft.content
    if content is None:
        return draft
    if quotes.at(content.end - 1) is None and text[draft.ends - 1] != ":" and not _bare(draft, quotes, taken, text):
        return draft
    reached = end = max(content.end, draft.cue.end, draft.source.end)
    for quote in quotes.found[bisect_left(quotes.starts, end) :][:RUN]:
        between = text[draft.ends if end == reached < draft.ends <= quote.start else end : quote.start]
        if quote.start in taken or between.strip(" .;\n\t"):
            break
        end = quote.end
        taken.add(quote.start)
    if end == reached:
        return draft
    return replace(draft, content=Quote.at(text, content.start, end))
