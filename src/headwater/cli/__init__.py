"""The command line."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from dataclasses import replace

from headwater import messages
from headwater.errors import HeadwaterError
from headwater.model.unswept import unswept

__all__ = ["main"]


def main() -> None:
    """Run the command that the arguments name; what stops it is told in two lines (`--debug` shows the trace)."""
    debug = "--debug" in sys.argv[1:]
    arguments = [argument for argument in sys.argv[1:] if argument != "--debug"]
    try:
        if not _done_plainly(arguments):
            _done(arguments)
    except HeadwaterError as error:
        if debug:
            raise
        _tell(error.cause, error.next_step)
        sys.exit(2)
    except KeyboardInterrupt:
        _tell(*messages.told("run.stopped"))
        sys.exit(130)
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            _leave_quietly()
        if debug:
            raise
        where = f"{error.filename}: " if error.filename else ""
        _tell(f"{where}{messages.reason(error)}", _step(error))
        sys.exit(2)


def _done(arguments: Sequence[str]) -> None:
    """Run a command; what was typed wrongly is told in two lines like any other error."""
    import typer

    from headwater.cli.app import app

    try:
        code = app(args=[*arguments], prog_name="headwater", standalone_mode=False)
    except typer.Abort:
        raise KeyboardInterrupt from None
    except typer.exceptions.TyperException as error:
        words = error.format_message()
        if not words:  # nothing was typed: the help has been shown
            sys.exit(error.exit_code)
        known = [
            word
            for word in arguments[:1]
            if word in {one.callback.__name__ for one in app.registered_commands if one.callback}
        ]
        _tell(words, messages.say("usage.command", command=known[0]) if known else messages.say("usage.commands"))
        sys.exit(2)
    if code:
        sys.exit(code)


def _tell(cause: str, next_step: str) -> None:
    """What happened and what to do next, in two lines on standard error."""
    print(f"headwater: {cause}\n  {next_step}", file=sys.stderr)


def _leave_quietly() -> None:
    """End where the reader of our output (head, less) has gone."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(141)


def _step(error: OSError) -> str:
    """What to do about a fault of the disk that no command expects."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return messages.say("disk.full")
    if isinstance(error, PermissionError):
        return messages.say("disk.permission")
    return messages.say("disk.place")


def _done_plainly(arguments: Sequence[str]) -> bool:
    """Whether the arguments were a plain `extract`, which is done without loading what reads command lines."""
    if arguments[:1] != ["extract"]:
        return False
    # All that is loaded stays to the end, and texts leave no circles: to search for such took a tenth of what one sentence takes.
    with unswept(stands=True):
        from headwater.cli.extracting import extract_and_tell, plain
        from headwater.settings import Settings, from_environment

        call = plain(arguments[1:])
        if call is not None:
            settings = from_environment(Settings())
            extract_and_tell(call.texts, call.output, replace(settings, **call.said))
    return call is not None
