"""How long dates, events and findings take, beside the figures of the same texts in the same run.

usage: python bench/findings_speed.py [--rounds 3] [FOLDER …]

Each folder is a case; without any, the four `ecb` topics and `khojaly` of `../shared/corpora`, skipped where absent. One process, no
cache, time of the processor, the quickest of the rounds. Figures are reading numbers and attaching them to outcomes, and the
attributions that their speakers come from; splitting sentences, which all need, stands by itself.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import headwater
from headwater.extract import stage as extracting
from headwater.pipeline import relating
from headwater.settings import Settings

CORPORA = Path(__file__).parents[1] / ".." / "shared" / "corpora"
TIMED: dict[tuple[Any, str], str] = {
    (extracting, "sentences"): "sentences",
    (extracting, "read_report"): "figures",
    (extracting, "figures_of"): "figures",
    (extracting, "attributions"): "speakers",
    (extracting, "speak"): "speakers",
    (extracting, "temporal"): "dates",
    (extracting, "datings"): "dates",
    (relating.events, "tell_apart"): "events",
    (relating.examining, "examine"): "findings",
}


def main() -> None:
    """Print the seconds of each stage, and those of time, events and findings beside those of figures."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folders", nargs="*", type=Path)
    options.add_argument("--rounds", type=int, default=3)
    given = options.parse_args()
    folders = given.folders or [
        path for path in (*CORPORA.glob("ecb/*/reports"), CORPORA / "khojaly/reports") if path.is_dir()
    ]
    if not folders:
        print("no reports: ../shared/corpora is absent, and no folder is named")
        return
    rounds = [_round(sorted(folders)) for _ in range(given.rounds)]
    spent = {name: min(each[name] for each in rounds) for name in dict.fromkeys(TIMED.values())}
    for name, seconds in spent.items():
        print(f"{name:10} {seconds:7.3f} s")
    ours, figures = sum(spent[name] for name in ("dates", "events", "findings")), spent["figures"] + spent["speakers"]
    print(f"dates, events and findings {ours:.3f} s, figures with their speakers {figures:.3f} s: {ours / figures:.0%}")


def _round(folders: list[Path]) -> Counter[str]:
    spent: Counter[str] = Counter()
    real = {place: getattr(*place) for place in TIMED}
    for (module, name), stage in TIMED.items():
        setattr(module, name, _timed(real[module, name], stage, spent))
    try:
        for folder in folders:
            headwater.run([folder], settings=Settings(workers=1))
    finally:
        for (module, name), function in real.items():
            setattr(module, name, function)
    return spent


def _timed(function: Callable[..., Any], stage: str, spent: Counter[str]) -> Callable[..., Any]:
    def timed(*given: Any, **named: Any) -> Any:
        began = time.process_time()
        made = function(*given, **named)
        if isinstance(made, Iterator):
            made = iter(list(made))
        spent[stage] += time.process_time() - began  # type: ignore[assignment]
        return made

    return timed


if __name__ == "__main__":
    main()
