"""Bytes of any known format → a report. A format is one module with one function, `read(document, data, settings)`."""

from __future__ import annotations

import errno
import importlib
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePosixPath
from typing import cast

from headwater.messages import say
from headwater.model import Problem, Report
from headwater.read.draft import Draft, UnreadableError
from headwater.read.finish import finish
from headwater.read.sources import too_large
from headwater.settings import Settings

__all__ = ["FORMATS", "VERSION", "Format", "ReadResult", "read"]

VERSION = "13"
"""Raised whenever the same bytes would give another report; part of every cache key of this stage."""

_HEAD = 2048


@dataclass(frozen=True, slots=True)
class Format:
    """A format that can be read: its module, the endings of its files, and how its bytes begin."""

    module: str
    endings: tuple[str, ...]
    begins: Callable[[bytes], bool]


@dataclass(frozen=True, slots=True)
class ReadResult:
    """A report, or none; and what was wrong with the file."""

    report: Report | None
    problems: tuple[Problem, ...] = ()


def _is_pdf(head: bytes) -> bool:
    return b"%PDF-" in head[:1024]


def _is_html(head: bytes) -> bool:
    # Saved from UTF-16 pages every other byte is zero; comments and declarations may stand before the first element.
    start = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html", b"<head", b"<body")):
        return True
    return start.startswith((b"<!--", b"<?xml", b"<!doctype")) and b"<html" in start


def _never(head: bytes) -> bool:
    return False


FORMATS: tuple[Format, ...] = (
    Format("headwater.read.pdf", (".pdf",), _is_pdf),
    Format("headwater.read.html", (".html", ".htm", ".xhtml"), _is_html),
    Format("headwater.read.plain", (".txt", ".text", ".md", ".markdown"), _never),
)
"""The formats in the order they are tried; what no format claims is read as plain text."""

ARCHIVES = frozenset([".zip", ".gz", ".tar", ".7z", ".rar"])
"""Endings of those of `OTHERS` that may hold reports."""

OTHERS = frozenset(
    [
        ".css",
        ".js",
        ".mjs",
        ".json",
        ".jsonl",
        ".map",
        ".svg",
        ".xml",
        ".xsl",
        ".rss",
        ".csv",
        ".tsv",
        ".db",
        ".sqlite",
        ".parquet",
        ".doc",
        ".docx",
        ".odt",
        ".rtf",
        ".xls",
        ".xlsx",
        ".ods",
        ".ppt",
        ".pptx",
        ".epub",
        ".warc",
        ".mhtml",
        ".mht",
        ".eml",
        ".png",
        ".jpg",
        ".jpeg",
        ".gif",
        ".webp",
        ".bmp",
        ".ico",
        ".tif",
        ".tiff",
        ".mp3",
        ".mp4",
        ".webm",
        ".avi",
        ".mov",
        ".wav",
        ".woff",
        ".woff2",
        ".ttf",
        ".otf",
        ".eot",
        ".py",
        ".sh",
        *ARCHIVES,
    ]
)
"""Endings of files that are listed as a problem, not read as plain text; their content is still asked first."""


NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EMFILE, errno.ENOMEM)
"""What the machine lacks, which says nothing of the file: it is tried again at the next run."""


def read(document: str, data: bytes, settings: Settings) -> ReadResult:
    """The report that a file's bytes hold, or the problem that kept it from being read; never an exception, unless the disk is full.

    The format is told from the content, else from the ending of `document`. Pure: the same document, bytes and settings
    give the same result.
    """
    if len(data) > settings.max_bytes:
        return ReadResult(None, (too_large(document, len(data), settings),))
    if not data.strip(b" \t\r\n\f\0"):
        return _failed(document, "empty", say("problem.empty"))
    if _is_other(document, data):
        ending = PurePosixPath(document).suffix.lower()
        said = "problem.archive" if ending in ARCHIVES else "problem.format"
        return _failed(document, "format", say(said, ending=ending))
    try:
        draft = _reader(document, data)(document, data, settings)
        report = finish(document, sha256(data).hexdigest(), draft, settings)
    except UnreadableError as error:
        return _failed(document, error.slug, error.message)
    except (Exception, RecursionError) as error:  # One hostile file must not stop the reading of the others.
        if isinstance(error, OSError) and error.errno in NO_ROOM:
            raise
        return _failed(document, "unreadable", say("problem.broken", kind=type(error).__name__))
    return ReadResult(report, draft.problems)


def _is_other(document: str, data: bytes) -> bool:
    """Whether a file is by its ending none that holds a report, as those that browsers save beside a page."""
    known = any(kind.begins(data[:_HEAD]) for kind in FORMATS)
    return not known and PurePosixPath(document).suffix.lower() in OTHERS


def _failed(document: str, slug: str, message: str) -> ReadResult:
    return ReadResult(None, (Problem(document, slug, message),))


def _reader(document: str, data: bytes) -> Callable[[str, bytes, Settings], Draft]:
    chosen = next((kind for kind in FORMATS if kind.begins(data[:_HEAD])), None)
    if chosen is None:
        ending = PurePosixPath(document).suffix.lower()
        chosen = next((kind for kind in FORMATS if ending in kind.endings), FORMATS[-1])
    # Imported by name so that a folder of text files never waits for the parsers of HTML and PDF.
    return cast("Callable[[str, bytes, Settings], Draft]", importlib.import_module(chosen.module).read)
