"""Work for engines to do: functions that worker processes can import."""

from __future__ import annotations

import os

from headwater.errors import CaseError


def double(number: int) -> int:
    return number * 2


def fail_at_thirty(number: int) -> int:
    if number == 30:
        raise CaseError("thirty", "Leave it out.")
    return number


def die_at_thirty(number: int) -> int:
    if number == 30:
        os._exit(1)  # as a fault in native code would
    return number
