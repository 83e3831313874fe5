"""PDF → a draft."""

from __future__ import annotations

import pypdfium2

from headwater.read.draft import Draft, UnreadableError
from headwater.read.plain import blocks
from headwater.settings import Settings

__all__ = ["read"]


def read(document: str, data: bytes, settings: Settings) -> Draft:
    """The draft of a PDF file."""
    try:
        file = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error):
            raise UnreadableError("encrypted", "The file needs a password; save it without one.") from error
        raise UnreadableError("unreadable", "The PDF is broken; save it again.") from error
    text = "\n".join(page.get_textpage().get_text_bounded().replace("\r\n", "\n") for page in file)
    if not text.strip():
        raise UnreadableError("no_text", "The PDF holds images of pages only; run text recognition on it first.")
    return Draft(text=text, blocks=blocks(text))
