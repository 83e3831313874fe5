"""Bare texts → figures, at full speed and with no case."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache, partial
from pathlib import Path
from typing import TextIO

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

__all__ = ["Passed", "extract_file", "extract_text"]


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
    settings = settings or _defaults()
    report = Report(document=document, sha256="", text=text, blocks=blocks(text), published=published)
    return extracting.extract(report, load(settings.language), settings)


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
        for outcome in engine_for(settings.workers).map(partial(_line_figures, settings), enumerate(lines, 1)):
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


def _line_figures(settings: Settings, numbered: tuple[int, str]) -> list[str] | Problem:
    number, line = numbered
    if not line.strip():
        return []
    try:
        given = json.loads(line)
        text, document = given["text"], str(given["id"])
        if not isinstance(text, str):
            raise TypeError("text is no string")
        # What stays of a text are the words met, which would be searched for circles after each.
        with unswept(stands=True):
            extraction = extract_text(text, document, given.get("published"), settings)
    except Exception as error:  # one broken line must not cost the others
        return Problem(document=f"line {number}", slug="line", message=_why_not(number, error))
    return [dump_line(figure) for figure in extraction.figures]


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
