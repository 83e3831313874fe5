"""Says how many sentences a second the whole of extraction reads in one process, beside two rule libraries, and where its time goes.

    .uv/bin/uv run --with quantulum3 --with recognizers-text-suite --with "emoji==1.7.0" python bench/extract_speed.py

The two are no dependencies of the project, so `uv` puts them into an environment of their own; one that is absent is
left out, and the script says so. All read the same sentences in the same run, document by document in turns, so that whatever else the machine
does falls on all alike; time is that of the processor. Headwater is given whole reports and finds their
sentences by itself: figures, attributions, statements and datings. The libraries are given the sentences one by one, and whole reports as
well, and find numbers (quantulum3 with their units), no more. quantulum3's classifier of ambiguous units is off, which makes it faster.

Texts: all reports of `../shared/corpora/ecb`, and every `--every`th of `muc4`; before the clock runs, all have read ten others of
`muc4`, so that what is loaded and compiled once a process is in no figure (a start is measured by itself, docs/speed.md). `--stages` says instead where the time of extraction goes;
`--profile` names the functions that take most.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import json
import pstats
import time
import warnings
from collections import Counter
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from headwater.grammar.sentences import sentences
from headwater.language import load
from headwater.pipeline.texts import extract_text
from headwater.read import plain
from headwater.settings import Settings

CORPORA = Path(__file__).parents[1] / ".." / "shared" / "corpora"
WARM = "At least 24 people were killed and 30 injured on Tuesday, police said. Nobody was reported missing."
STAGES = {
    "sentences": ("headwater.extract.stage", "sentences"),
    "dates": ("headwater.extract.stage", "temporal"),
    "numbers": ("headwater.extract.reading", "numbers"),
    "frames": ("headwater.extract.stage", "read_report"),
    "attributions": ("headwater.extract.stage", "attributions"),
    "speakers": ("headwater.extract.stage", "speak"),
    "figures": ("headwater.extract.stage", "figures_of"),
    "statements": ("headwater.extract.stage", "statements"),
    "datings": ("headwater.extract.stage", "datings"),
}


def texts(every: int) -> dict[str, list[str]]:
    """The texts of each corpus; none where the corpora are absent."""
    found = {"ecb": [path.read_text(encoding="utf-8") for path in sorted(CORPORA.glob("ecb/*/reports/*"))]}
    muc4 = CORPORA / "muc4" / "docs.jsonl"
    if muc4.exists():
        with muc4.open(encoding="utf-8") as lines:
            found["muc4"] = [json.loads(line)["text"] for line in list(lines)[::every]]
    return {name: held for name, held in found.items() if held}


def others(every: int) -> list[str]:
    """Ten texts of muc4 that are not among those measured, to warm up on; one sentence where the corpus is absent."""
    muc4 = CORPORA / "muc4" / "docs.jsonl"
    if not muc4.exists() or every < 2:
        return [WARM]
    with muc4.open(encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in list(lines)[1::every][:10]]


def programs() -> dict[str, Callable[[str, Sequence[str]], object]]:
    """What reads a report (its text, its sentences), by name."""
    settings = Settings()
    found: dict[str, Callable[[str, Sequence[str]], object]] = {
        "headwater": lambda text, _: extract_text(text, settings=settings)
    }
    if find_spec("quantulum3"):
        classifier: Any = import_module("quantulum3.classifier")
        classifier.USE_CLF = False
        parse = import_module("quantulum3.parser").parse
        found["quantulum3"] = lambda _, rows: [parse(row) for row in rows]
        found["quantulum3, reports"] = lambda text, _: parse(text)
    if find_spec("recognizers_number"):
        library = import_module("recognizers_number")
        model = library.NumberRecognizer(library.Culture.English).get_number_model()
        found["recognizers-text"] = lambda _, rows: [model.parse(row) for row in rows]
        found["recognizers-text, reports"] = lambda text, _: model.parse(text)
    return found


def rates(corpora: dict[str, list[str]], warming: Sequence[str]) -> None:
    """Prints sentences a second of each program on each corpus, and Headwater's multiple of it."""
    all_programs = programs()
    for name in ("quantulum3", "recognizers-text"):
        if name not in all_programs:
            print(f"{name} is not installed; the first lines of this script say how to run it with the libraries")
    language = load("en")
    for text in warming:
        for run in all_programs.values():
            run(text, [text[one.start : one.end] for one in sentences(text, plain.blocks(text), language)])
    for corpus, held in corpora.items():
        spent: Counter[str] = Counter()
        count = 0
        for text in held:
            rows = [text[one.start : one.end] for one in sentences(text, plain.blocks(text), language)]
            count += len(rows)
            for name, run in all_programs.items():
                spent[name] += _taken(run, text, rows)
        print(f"{corpus}: {len(held)} reports, {count} sentences")
        for name in all_programs:
            rate, ratio = count / spent[name] * 1e9, spent[name] / spent["headwater"]
            print(f"  {name:26} {rate:8.0f} sentences/s   Headwater is {ratio:5.1f} times as fast")


def _taken(run: Callable[[str, Sequence[str]], object], text: str, rows: Sequence[str]) -> int:
    began = time.process_time_ns()
    run(text, rows)
    return time.process_time_ns() - began


def stages(corpora: dict[str, list[str]]) -> None:
    """Prints the share of each stage in the time of extraction, without what the stages within it take."""
    extract_text(WARM)
    own: Counter[str] = Counter()
    inner = [0]

    def watched(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*given: Any, **named: Any) -> Any:
            inner.append(0)
            began = time.process_time_ns()
            result = function(*given, **named)
            result = list(result) if name == "sentences" else result
            took = time.process_time_ns() - began
            own[name] += took - inner.pop()
            inner[-1] += took
            return result

        return timed

    for name, (module, attribute) in STAGES.items():
        home = import_module(module)
        setattr(home, attribute, watched(name, getattr(home, attribute)))
    run = watched("blocks and the rest", extract_text)
    for held in corpora.values():
        for text in held:
            run(text)
    whole = sum(own.values())
    for name, took in own.most_common():
        print(f"  {name:20} {took / whole:6.1%}")


def profile(corpora: dict[str, list[str]]) -> None:
    """Prints the functions that take most time by themselves."""
    extract_text(WARM)
    profiler = cProfile.Profile()
    profiler.enable()
    for held in corpora.values():
        for text in held:
            extract_text(text)
    profiler.disable()
    pstats.Stats(profiler).sort_stats("tottime").print_stats(45)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--every", type=int, default=30, help="take every so many reports of muc4")
    parser.add_argument("--stages", action="store_true", help="say where the time of extraction goes")
    parser.add_argument("--profile", action="store_true", help="name the functions that take most")
    given = parser.parse_args()
    corpora = texts(given.every)
    if not corpora:
        print(f"skipped: {CORPORA} is absent")
        return
    warnings.simplefilter("ignore")
    gc.collect()
    if given.stages or given.profile:
        (stages if given.stages else profile)(corpora)
    else:
        rates(corpora, others(given.every))


if __name__ == "__main__":
    main()
