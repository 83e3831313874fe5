"""Redaction: names hidden and texts shortened, with every offset kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import TypeVar, cast

from headwater.dossier.options import DossierOptions
from headwater.dossier.wording import Wording
from headwater.model import Contents, Report, Span

__all__ = ["hidden", "shown", "withheld"]

T = TypeVar("T")

# Withheld letters become private-use characters of the same number, so that spans stay true; only what is written
# out turns a run of them into one sign of fixed length, which does not tell how long a name was.
_NAME, _LEFT_OUT = "\ue000", "\ue001"
_ANY_NAME, _ANY_LEFT_OUT = re.compile(_NAME + "+"), re.compile(rf"{_LEFT_OUT}[{_LEFT_OUT}\s]*")
_WORD = re.compile(r"\S+")
_QUOTED = re.compile(r"“[^”]*”")
BAR = "▒" * 8


def withheld(contents: Contents, options: DossierOptions) -> Contents:
    """The contents without what the options withhold; the same contents where they withhold nothing."""
    if options.max_quote is not None or options.positions_only:
        contents = _without_text(contents, 0 if options.positions_only else options.max_quote or 0)
    return hidden(contents, options)


def hidden(value: T, options: DossierOptions) -> T:
    """A record, or a tuple or mapping of some, with the names that the options list blotted out."""
    names = sorted({name.strip() for name in options.redact if name.strip()}, key=lambda name: (-len(name), name))
    if not names:
        return value
    return _hide(value, re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in names), re.IGNORECASE))


def shown(page: str, wording: Wording) -> str:
    """A part of the page with its withheld letters written out as a bar, or as three dots for words left out."""
    if _NAME in page:
        page = _ANY_NAME.sub(f"{BAR} ({wording.say('withheld.name')})", page)
    return _ANY_LEFT_OUT.sub("… ", page) if _LEFT_OUT in page else page


def _hide(value: T, names: re.Pattern[str]) -> T:
    """A record with names blotted out of every text that it holds."""
    if isinstance(value, str) and not isinstance(value, Enum):
        return cast(T, names.sub(lambda match: _NAME * len(match.group()), value))
    if isinstance(value, tuple):
        return cast(T, tuple(_hide(item, names) for item in value))
    if isinstance(value, dict):
        return cast(T, {_hide(key, names): _hide(item, names) for key, item in value.items()})
    if is_dataclass(value) and not isinstance(value, (type, Span)):
        return cast(T, replace(value, **{item.name: _hide(getattr(value, item.name), names) for item in fields(value)}))
    return value


def _without_text(contents: Contents, words: int) -> Contents:
    kept: dict[str, list[tuple[int, int]]] = {report.document: [] for report in contents.reports}
    for figure in contents.figures:
        if figure.document in kept:
            kept[figure.document].append((figure.start, figure.end))
    texts = {report.document: _shortened(report, kept[report.document], words) for report in contents.reports}
    reports = tuple(
        replace(report, text=texts[report.document], title=_first_words(report.title, words))
        for report in contents.reports
    )
    findings = tuple(replace(finding, text=_QUOTED.sub("“…”", finding.text)) for finding in contents.findings)
    events = contents.events if words else tuple(replace(event, words=()) for event in contents.events)
    return _requoted(replace(contents, reports=reports, findings=findings, events=events), texts)


def _first_words(title: str | None, words: int) -> str | None:
    said = (title or "").split()
    if len(said) <= words:
        return title
    return " ".join([*said[:words], "…"]) if words else None


def _shortened(report: Report, figures: list[tuple[int, int]], words: int) -> str:
    """The text with all letters but those of `words` words about each figure left out."""
    letters = [_LEFT_OUT if not letter.isspace() else letter for letter in report.text]
    for start, end in figures:
        first, last = _window(report.text, start, end, words)
        letters[first:last] = report.text[first:last]
    return "".join(letters)


def _window(text: str, start: int, end: int, words: int) -> tuple[int, int]:
    """Where the words begin and end that may stand: half before the figure, the rest after it, within its line."""
    line, stop = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    before = (
        [match.start() for match in _WORD.finditer(text, max(line, start - 20 * words - 1), start)] if words else []
    )
    after = [match.end() for match in _words(text, end, len(text) if stop < 0 else stop, words)] if words else []
    left, right = before[-(words // 2) :] if words // 2 else [], after[: words - words // 2 - 1]
    return (left[0] if left else start), (right[-1] if right else end)


def _words(text: str, start: int, stop: int, most: int) -> Iterator[re.Match[str]]:
    yield from _WORD.finditer(text, start, min(stop, start + 40 * most))


def _requoted(contents: Contents, texts: dict[str, str]) -> Contents:
    """Quotations in records say what their report's text still says."""
    return cast(Contents, _quotes(contents, texts, None))


def _quotes(value: object, texts: dict[str, str], document: str | None) -> object:
    if isinstance(value, tuple):
        return tuple(_quotes(item, texts, document) for item in value)
    if not is_dataclass(value) or isinstance(value, (type, Span)):
        return value
    document = getattr(value, "document", document)
    changes: dict[str, object] = {}
    for item in fields(value):
        old = getattr(value, item.name)
        new = _quotes(old, texts, document) if isinstance(old, tuple) or is_dataclass(old) else old
        if item.name == "quote" and document in texts:
            new = texts[document][getattr(value, "start") : getattr(value, "end")]  # noqa: B009
        if new is not old:
            changes[item.name] = new
    return replace(value, **changes) if changes else value
