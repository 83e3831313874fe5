"""What a case held before reports last joined it: kept with the case, so that whatever writes the dossier tells what they brought."""

from __future__ import annotations

import json

from headwater.model.ports import Keeping
from headwater.pipeline.changes import Earlier

__all__ = ["recalled", "remember"]

KEY = "lately/earlier"


def remember(earlier: Earlier, kept: Keeping) -> None:
    """Keep what the case held, in the place of what was kept before."""
    told = {
        "documents": sorted(earlier.documents),
        "readings": [[list(key), value] for key, value in earlier.readings.items()],
        "findings": sorted(earlier.findings, key=str),
    }
    kept[KEY] = json.dumps(told, ensure_ascii=True).encode("ascii")


def recalled(kept: Keeping) -> Earlier | None:
    """What was kept; `None` where no report has joined since the case was last run whole."""
    try:
        told = json.loads(kept[KEY])
    except KeyError:
        return None
    return Earlier(
        frozenset(told["documents"]),
        {tuple(key): None if value is None else (value[0], value[1]) for key, value in told["readings"]},
        frozenset((kind, text, tuple(documents)) for kind, text, documents in told["findings"]),
    )
