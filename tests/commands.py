"""The program, run as a user runs it."""

from __future__ import annotations

import os
import subprocess
import sys


def headwater(*arguments: object, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """What a command prints and how it ends."""
    plain = {"NO_COLOR": "1", "COLUMNS": "120", "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, "-m", "headwater", *map(str, arguments)],
        input=stdin, capture_output=True, text=True, encoding="utf-8", check=False, env=os.environ | plain | environment,
    )  # fmt: skip
