"""PDF → a draft: lines joined to paragraphs, a paragraph a line, what repeats on its pages marked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from typing import Any

import pypdfium2

from headwater.messages import say
from headwater.model import DateBasis, KnownBy
from headwater.read.draft import Draft, Metadata, UnreadableError
from headwater.read.layout import layout
from headwater.read.pagedates import day
from headwater.read.pdfcolumns import in_rows, parting
from headwater.read.pdflines import PageLine, codes_of, lines_of, rejoined, repeated
from headwater.read.plain import draft_of, page_language
from headwater.settings import Settings

__all__ = ["read"]

_DATE = re.compile(r"D?:?(\d{4})(\d\d)(\d\d)")
# Titles that programs write by themselves.
_NO_TITLE = re.compile(
    r"untitled|microsoft (?:word|powerpoint) - |.*\.(?:docx?|pdf|odt|rtf|indd|qxd|txt|html?)$", re.IGNORECASE
)


def read(document: str, data: bytes, settings: Settings) -> Draft:
    """The draft of a PDF file.

    Raises:
        UnreadableError: `encrypted`, `no_text` (pages are images), or `unreadable` (broken).
    """
    with closing(_opened(data)) as file:
        pages = list(_pages(file))
        said = _said(file)
    if not any(pages):
        raise UnreadableError("no_text", say("problem.no_text"))
    text, furniture = _text(pages)
    language = page_language(settings.language)
    draft = draft_of(text, layout(text, language, furniture), language)
    return replace(draft, metadata=_completed(draft.metadata, said))


def _opened(data: bytes) -> Any:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error) or "ecurity" in str(error):
            raise UnreadableError("encrypted", say("problem.encrypted")) from error
        raise UnreadableError("unreadable", say("problem.broken_pdf")) from error


def _pages(file: Any) -> Iterator[list[PageLine]]:
    for number in range(len(file)):
        try:
            page = file[number]
            words = page.get_textpage()
        except pypdfium2.PdfiumError:
            # A broken page among good ones; its text is lost in the file itself.
            continue
        codes = codes_of(words)
        yield in_rows(list(lines_of(words, codes, parting(words, codes))))
        words.close()
        page.close()


def _text(pages: list[list[PageLine]]) -> tuple[str, frozenset[int]]:
    """The text, a paragraph a line, and where the lines start that repeat on the pages."""
    aside = repeated(pages)
    account = [
        line for number, page in enumerate(pages) for place, line in enumerate(page) if (number, place) not in aside
    ]
    lines = [(paragraph, False) for paragraph in rejoined(account)]
    # What repeats is kept, a line each, behind the account: between its pages it would part sentences.
    lines += [(pages[number][place].text, True) for number, place in sorted(aside)]
    text, starts = "", []
    parts = []
    at = 0
    for line, is_aside in lines:
        if is_aside:
            starts.append(at)
        parts.append(line)
        at += len(line) + 1
    text = "\n".join(parts) + "\n"
    return text, frozenset(starts)


def _said(file: Any) -> Metadata:
    """What the document's information says."""
    try:
        info = {name: " ".join(str(value).split()) for name, value in file.get_metadata_dict().items()}
    except (pypdfium2.PdfiumError, UnicodeError):
        return Metadata()
    title = info.get("Title") or None
    created, changed = _day(info.get("CreationDate")), _day(info.get("ModDate"))
    return Metadata(
        title=None if title and _NO_TITLE.match(title) else title,
        author=info.get("Author") or None,
        published=created,
        modified=changed if changed != created else None,
        published_by=KnownBy(DateBasis.FILE) if created else None,
        modified_by=KnownBy(DateBasis.FILE) if changed and changed != created else None,
    )


def _day(value: str | None) -> str | None:
    match = _DATE.match(value or "")
    return day("-".join(match.groups())) if match else None


def _completed(told: Metadata, said: Metadata) -> Metadata:
    """What the pages tell, with what the document's information says where they tell nothing."""
    published = told if told.published else said
    modified = told if told.modified or told.published else said
    return replace(
        told,
        title=told.title or said.title,
        author=told.author or said.author,
        published=published.published,
        published_by=published.published_by,
        modified=modified.modified,
        modified_by=modified.modified_by,
    )
