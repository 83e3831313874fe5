"""`headwater extract`, and a short way to it.

Scripts call this command once a text, and half of what one sentence takes would be the loading of the libraries that read the
command line and draw on the terminal. So plain calls are read here. Whatever is not plain (help, a settings file, an option or a value
that is not known) is left to the command line proper, which says what is wrong with it.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from headwater.cli.progress import shown
from headwater.errors import SettingError
from headwater.model.record import record
from headwater.pipeline.texts import extract_file
from headwater.settings import Settings, options

__all__ = ["OPTIONS", "Plain", "extract_and_tell", "plain"]

OPTIONS = ("bounds", "language", "workers")
"""The settings that the command takes."""


@record()
class Plain:
    """A call as read: texts, output, and the settings given on the command line, by name."""

    texts: Path
    output: Path
    said: dict[str, Any]


def plain(arguments: Sequence[str]) -> Plain | None:
    """The call that arguments after `extract` stand for, or `None` where they are not plain.

    >>> plain(["in.jsonl", "-o", "out.jsonl", "--workers", "1"]).said
    {'workers': 1}
    >>> plain(["--help"]), plain(["in.jsonl"]), plain(["in.jsonl", "-o", "out.jsonl", "--workers", "-1"])
    (None, None, None)
    """
    known = {option.flag: option for option in options() if option.name in OPTIONS}
    places: list[str] = []
    outputs: list[str] = []
    said: dict[str, Any] = {}
    rest = iter(arguments)
    try:
        for argument in rest:
            if argument in ("-o", "--output"):
                outputs.append(next(rest))
            elif argument in known:
                option = known[argument]
                said[option.name] = option.parse(next(rest))
                option.check(said[option.name])
            else:
                places.append(argument)
    except (StopIteration, SettingError):
        return None
    if len(places) != 1 or len(outputs) != 1 or any(len(one) > 1 and one[0] == "-" for one in (*places, *outputs)):
        return None
    return Plain(Path(places[0]), Path(outputs[0]), said) if places[0] and outputs[0] else None


def extract_and_tell(texts: Path, output: Path, settings: Settings) -> None:
    """Extract the figures of the texts, and say on standard error how many there are and what was passed over."""
    with shown() as progress:
        passed = extract_file(texts, output, settings, progress)
    for problem in passed.problems:
        print(f"! {problem.message}", file=sys.stderr)
    over = f"; {_counted(len(passed.problems), 'line')} passed over" if passed.problems else ""
    print(f"{_counted(passed.figures, 'number')} from {_counted(passed.texts, 'text')}{over}", file=sys.stderr)


def _counted(count: int, noun: str) -> str:
    # Not from the catalogue: compiling it takes as long as the figures of a thousand sentences.
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
