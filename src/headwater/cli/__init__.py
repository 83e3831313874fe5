"""The command line."""

from __future__ import annotations

import os
import sys

from headwater.errors import HeadwaterError

__all__ = ["main"]


def main() -> None:
    """Run the command that the arguments name; what stops it is told in two lines (`--debug` shows the trace)."""
    from headwater.cli.app import app

    debug = "--debug" in sys.argv[1:]
    try:
        app(args=[argument for argument in sys.argv[1:] if argument != "--debug"], prog_name="headwater")
    except HeadwaterError as error:
        if debug:
            raise
        print(f"headwater: {error.cause}\n  {error.next_step}", file=sys.stderr)
        sys.exit(2)
    except KeyboardInterrupt:
        print("headwater: stopped; what was finished is kept.\n  Run the same command again to go on.", file=sys.stderr)
        sys.exit(130)
    except BrokenPipeError:  # the reader of our output (head, less) has gone
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(141)
