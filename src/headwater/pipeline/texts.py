"""Bare texts → figures, at full speed and with no case."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from functools import cache, partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple, TextIO, TypeVar

from headwater.engine.processes import engine_for
from headwater.errors import InputError
from headwater.extract import stage as extracting
from headwater.language import load
from headwater.messages import reason, say, told
from headwater.model import Extraction, Problem, Report
from headwater.model.ports import Progress, silent
from headwater.model.record import record
from headwater.model.unswept import standing, unswept
from headwater.model.wire import dump_line
from headwater.read.layout import blocks
from headwater.settings import Settings

__all__ = ["Passed", "Text", "extract_file", "extract_text", "extract_texts", "groups"]


T = TypeVar("T")

TOGETHER = 200_000
"""Characters of the texts that are read together: some hundred texts of news. More bring little, and each process needs some."""

WORTHWHILE = 2
"""Groups of texts below which starting processes costs more than it saves: one takes two thirds of a second."""


class Text(NamedTuple):
    """A bare text, the name it goes by, and its day of publication in EDTF."""

    text: str
    document: str = "text"
    published: str | None = None


@record()
class Passed:
    """How many texts and figures went through, and the lines that could not be read."""

    texts: int
    figures: int
    problems: tuple[Problem, ...]


def extract_text(
    text: str, document: str = "text", published: str | None = None, settings: Settings | None = None
) -> Extraction:
    """All that a bare text says; offsets are code points of the text exactly as given."""
    return extract_texts([Text(text, document, published)], settings)[0]


def extract_texts(texts: Sequence[Text], settings: Settings | None = None) -> list[Extraction]:
    """All that each of some bare texts says, as `extract_text` tells it, in less time than one by one."""
    settings = settings or _defaults()
    reports = [
        Report(document=document, sha256="", text=text, blocks=blocks(text), published=published)
        for text, document, published in texts
    ]
    return extracting.extract_together(reports, load(settings.language), settings)


def groups(items: Iterable[T], length: Callable[[T], int]) -> Iterator[list[T]]:
    """The items in groups that are read together, none of which could do without its last; `length` tells the characters of one."""
    group: list[T] = []
    held = 0
    for item in items:
        group.append(item)
        held += length(item)
        if held >= TOGETHER:
            yield group
            group, held = [], 0
    if group:
        yield group


@cache
def _defaults() -> Settings:
    return Settings()


def extract_file(source: Path, output: Path, settings: Settings, progress: Progress = silent) -> Passed:
    """What went through, once the figures of all texts are written, in the order of the texts.

    Args:
        source: JSON Lines with `id`, `text` and, optionally, `published`; `-` for standard input.
        output: where the figures go; `-` for standard output. The file appears whole, at the end.
        settings: options.
        progress: is told how many texts are done.

    Raises:
        InputError: the source cannot be opened or holds no text at all, or the output cannot be written.
        LanguageDataError: there is no data for the settings' language.
    """
    load(settings.language)  # else each line would be told to be broken
    texts = figures = 0
    problems: list[Problem] = []
    with standing(), ExitStack() as stack:
        lines = _opened(source, stack)
        write = _writer(output, stack)
        engine = engine_for(settings.workers, batch=1, worthwhile=WORTHWHILE)
        for outcome in chain.from_iterable(engine.map(partial(_figures, settings), groups(enumerate(lines, 1), _long))):
            if isinstance(outcome, Problem):
                problems.append(outcome)
                continue
            texts += 1
            figures += len(outcome)
            write("".join(outcome))
            progress("progress.figures", texts, None)
        if problems and not texts:
            raise InputError(*told("input.no_texts", path=source, first=problems[0].message))
    return Passed(texts, figures, tuple(problems))


def _long(numbered: tuple[int, str]) -> int:
    return len(numbered[1])


def _figures(settings: Settings, group: Sequence[tuple[int, str]]) -> list[list[str] | Problem]:
    """What each line of a group that is not blank gives: its figures as lines, or why it cannot be read."""
    given = {number: _text(number, line) for number, line in group if line.strip()}
    texts = {number: text for number, text in given.items() if not isinstance(text, Problem)}
    read = _read(texts, settings)
    return [text if isinstance(text, Problem) else read[number] for number, text in given.items()]


def _text(number: int, line: str) -> Text | Problem:
    try:
        given = json.loads(line)
        text, document = given["text"], str(given["id"])
        if not isinstance(text, str):
            raise TypeError("text is no string")
        return Text(text, document, given.get("published"))
    except Exception as error:  # one broken line must not cost the others
        return _broken(number, error)


def _read(texts: dict[int, Text], settings: Settings) -> dict[int, list[str] | Problem]:
    """What each text gives, by its line."""
    try:
        # What stays of a text are the words met, which would be searched for circles after each group.
        with unswept(stands=True):
            found = extract_texts([*texts.values()], settings)
    except Exception as error:  # a fault in one text must not cost the others: it is the one that fails alone as well
        if len(texts) == 1:
            return {number: _broken(number, error) for number in texts}
        return {number: _read({number: text}, settings)[number] for number, text in texts.items()}
    return {
        number: [dump_line(figure) for figure in extraction.figures]
        for number, extraction in zip(texts, found, strict=True)
    }


def _broken(number: int, error: Exception) -> Problem:
    return Problem(document=f"line {number}", slug="line", message=_why_not(number, error))


def _why_not(number: int, error: Exception) -> str:
    """Why a line was passed over."""
    if isinstance(error, KeyError):
        return say("line.lacks", number=number, name=error.args[0])
    if isinstance(error, json.JSONDecodeError):
        return say("line.no_json", number=number, reason=error)
    return say("line.broken", number=number, kind=type(error).__name__, reason=error)


def _opened(source: Path, stack: ExitStack) -> Iterator[str]:
    if str(source) == "-":
        return iter(sys.stdin)
    try:
        return stack.enter_context(source.open(encoding="utf-8-sig", errors="replace"))
    except OSError as error:
        raise InputError(*told("input.unread", path=source, reason=reason(error))) from error


def _writer(output: Path, stack: ExitStack) -> Callable[[str], object]:
    if str(output) == "-":
        return sys.stdout.write
    part = output.with_name(output.name + ".part")
    try:
        file: TextIO = part.open("w", encoding="utf-8", newline="\n")
    except OSError as error:
        raise InputError(*told("output.unwritable", path=output, reason=reason(error))) from error

    def settle(kind: type[BaseException] | None, *_: object) -> None:
        file.close()
        if kind:
            part.unlink(missing_ok=True)
        else:
            part.replace(output)

    stack.push(settle)
    return file.write
