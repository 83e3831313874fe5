"""A report: one input document that bears an account, as Headwater read it."""

from __future__ import annotations

from enum import StrEnum

from headwater.model.record import record
from headwater.model.span import Span

__all__ = ["Block", "BlockKind", "Credit", "CreditRelation", "DateBasis", "KnownBy", "Report"]


class BlockKind(StrEnum):
    """What a block of a report's text is.

    `CHROME` is all that belongs to the page and not to the account: menus, share buttons, counters, copyright lines.
    """

    TITLE = "title"
    HEADING = "heading"
    BYLINE = "byline"
    DATELINE = "dateline"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTATION = "quotation"
    CAPTION = "caption"
    TABLE = "table"
    CREDIT = "credit"
    CHROME = "chrome"


@record()
class Block:
    """A run of a report's text with one kind; blocks are in order, do not overlap, and hold every word of the text."""

    start: int
    end: int
    kind: BlockKind

    @property
    def span(self) -> Span:
        """The block's place in the text."""
        return Span(self.start, self.end)


class CreditRelation(StrEnum):
    """How a credit line ties a report to the agent it names.

    `source`: "Source: …". `reports`: "…, X reports". `told`: "… told X". `by`: a byline. `agency`: a wire agency's mark or
    copyright. `link`: a hyperlink in the account itself.
    """

    SOURCE = "source"
    REPORTS = "reports"
    TOLD = "told"
    BY = "by"
    AGENCY = "agency"
    LINK = "link"


@record()
class Credit:
    """Words by which a report names where its text or knowledge is from."""

    start: int
    end: int
    quote: str
    agent: str
    relation: CreditRelation


class DateBasis(StrEnum):
    """How a date of a report is known.

    `metadata`: the page says it outside of its text. `line`: a line of the page ("Published: 3 March 2019"). `dateline`: the
    place and day that the account begins with. `file`: what a PDF file says of itself. `inferred`: from addresses and other marks
    of the page. `by_hand`: a person set it, or the file of texts gives it.
    """

    METADATA = "metadata"
    LINE = "line"
    DATELINE = "dateline"
    FILE = "file"
    INFERRED = "inferred"
    BY_HAND = "by_hand"


@record()
class KnownBy:
    """How a date is known; `[start, end)` is where the text gives it, `None` where the text does not."""

    basis: DateBasis
    start: int | None = None
    end: int | None = None


@record(kw_only=True)
class Report:
    """One input document, with the text that all spans of the case refer to.

    `published` and `modified` are EDTF, with how each is known beside it; `siglum` and `main_event` are set once all reports are known.
    """

    document: str
    siglum: str | None = None
    sha256: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    modified: str | None = None
    published_by: KnownBy | None = None
    modified_by: KnownBy | None = None
    language: str | None = None
    main_event: str | None = None
    credits: tuple[Credit, ...] = ()
    blocks: tuple[Block, ...] = ()
    text: str

    def body(self) -> tuple[Block, ...]:
        """The blocks that are not page chrome."""
        return tuple(block for block in self.blocks if block.kind is not BlockKind.CHROME)
