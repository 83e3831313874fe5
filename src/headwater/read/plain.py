"""Plain text → a draft: the file decoded and nothing else changed, its lines labelled."""

from __future__ import annotations

from functools import cache

from headwater.language import Language, available, load
from headwater.language.credits import lexicon as credit_words
from headwater.messages import say
from headwater.model import Problem
from headwater.read.decoding import Decoded, decode
from headwater.read.draft import Draft, Metadata, UnreadableError
from headwater.read.layout import Layout, blocks, layout
from headwater.read.masthead import title_below
from headwater.read.pagedates import first
from headwater.read.publisher import publisher_of
from headwater.settings import Settings

__all__ = ["blocks", "draft_of", "page_language", "read", "replaced"]


def read(document: str, data: bytes, settings: Settings) -> Draft:
    """The draft of a text file.

    Raises:
        UnreadableError: the bytes are no text, or hold no words.
    """
    decoded = decode(data)
    if not decoded.text.strip():
        raise UnreadableError("empty", say("problem.empty"))
    language = page_language(settings.language)
    return draft_of(decoded.text, layout(decoded.text, language), language, replaced(document, decoded))


def draft_of(text: str, found: Layout, language: Language, problems: tuple[Problem, ...] = ()) -> Draft:
    """The draft of a text whose lines are all that is known of it."""
    published, modified = first(found.dates, "published", None, "dateline"), first(found.dates, "modified")
    publisher = publisher_of(text, found.blocks, found.signed, credit_words(language))
    about = Metadata(
        title=title_below(text, found.blocks, publisher) or found.title,
        author=found.author,
        published=published.day if published else None,
        modified=modified.day if modified else None,
        published_by=published.known if published else None,
        modified_by=modified.known if modified else None,
        publisher=publisher,
    )
    return Draft(text=text, blocks=found.blocks, metadata=about, problems=problems)


@cache
def page_language(code: str) -> Language:
    """The language data that a page's furniture is known by; English where the language has none."""
    return load(code if code in available() else "en")


def replaced(document: str, decoded: Decoded) -> tuple[Problem, ...]:
    """The problem of a file in which bytes stand for no character."""
    if decoded.encoding:
        return ()
    return (Problem(document, "encoding", say("problem.encoding")),)
