"""What a reader of one format makes of a file, before language, credits and publisher are found in its text."""

from __future__ import annotations

from dataclasses import dataclass, field

from headwater.model import Block, Credit, KnownBy, Problem

__all__ = ["Draft", "Metadata", "UnreadableError"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a file says about itself outside of its text; dates are EDTF days, with how each is known, `window` is the title of a page's window."""

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    modified: str | None = None
    published_by: KnownBy | None = None
    modified_by: KnownBy | None = None
    language: str | None = None
    host: str | None = None
    window: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A file's text with its blocks; `links` are credits that the text itself does not show."""

    text: str
    blocks: tuple[Block, ...]
    metadata: Metadata = field(default_factory=Metadata)
    links: tuple[Credit, ...] = ()
    problems: tuple[Problem, ...] = ()


class UnreadableError(Exception):
    """A file that no report can be made of; slug and message become its problem."""

    def __init__(self, slug: str, message: str) -> None:
        super().__init__(message)
        self.slug = slug
        self.message = message
