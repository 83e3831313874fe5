"""Says how many sentences a second the whole of extraction reads in one process, beside two rule libraries, and where its time goes.

    .uv/bin/uv run --with quantulum3 --with recognizers-text-suite --with "emoji==1.7.0" python bench/extract_speed.py

The two are no dependencies of the project, so `uv` puts them into an environment of their own; one that is absent is
left out, and the script says so. All read the same sentences in the same run, in turns of some hundred reports, so that whatever else the machine
does falls on all alike, and none finds the processor's memory filled by another before each text, which nobody's run would do; time is that of the
processor. Headwater is given whole reports and finds their
sentences by itself: figures, attributions, statements and datings; it is called as `headwater extract` calls it, which leaves out of Python's search for
circles what stays of a text, and reads some hundred short texts together, stage by stage. The libraries are given the sentences one by one, and whole reports as
well, and find numbers (quantulum3 with their units), no more. quantulum3's classifier of ambiguous units is off, which makes it faster.

Texts: all reports of `../shared/corpora/ecb` and `muc4`; each is read once. The first turn of a corpus is shown by itself: there most words are met for the first time.
Before the clock runs, all have read a sentence, so that what is loaded once a process is in no figure (a start is measured by itself, docs/speed.md).
`--every` takes every so many reports of `muc4`, for less time. `--stages` says instead where the time of extraction goes; `--profile` names the functions that take most.
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
from headwater.model.unswept import standing, unswept
from headwater.pipeline.texts import Text, extract_text, extract_texts, groups
from headwater.read import plain

CORPORA = Path(__file__).parents[1] / ".." / "shared" / "corpora"
Program = Callable[[Sequence[tuple[str, Sequence[str]]]], object]
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


def programs() -> dict[str, Program]:
    """What reads some reports (the text of each, and its sentences), by name."""
    found: dict[str, Program] = {"headwater": _read}
    if find_spec("quantulum3"):
        classifier: Any = import_module("quantulum3.classifier")
        classifier.USE_CLF = False
        parse = import_module("quantulum3.parser").parse
        found["quantulum3"] = lambda reports: [parse(row) for _, rows in reports for row in rows]
        found["quantulum3, reports"] = lambda reports: [parse(text) for text, _ in reports]
    if find_spec("recognizers_number"):
        library = import_module("recognizers_number")
        model = library.NumberRecognizer(library.Culture.English).get_number_model()
        found["recognizers-text"] = lambda reports: [model.parse(row) for _, rows in reports for row in rows]
        found["recognizers-text, reports"] = lambda reports: [model.parse(text) for text, _ in reports]
    return found


def _read(reports: Sequence[tuple[str, Sequence[str]]]) -> None:
    """As `headwater extract` reads many texts."""
    for group in groups((text for text, _ in reports), len):
        with unswept(stands=True):
            extract_texts([Text(text) for text in group])


def rates(corpora: dict[str, list[str]], turn: int) -> None:
    """Prints sentences a second of each program on each corpus, and Headwater's multiple of it: on the first turn, and on all."""
    all_programs = programs()
    for name in ("quantulum3", "recognizers-text"):
        if name not in all_programs:
            print(f"{name} is not installed; the first lines of this script say how to run it with the libraries")
    for run in all_programs.values():
        run([(WARM, [WARM])])
    gc.collect()
    for corpus, held in corpora.items():
        spent: Counter[str] = Counter()
        count = 0
        for start in range(0, len(held), turn):
            texts = held[start : start + turn]
            # Headwater goes first: finding the sentences for the others acquaints it with their words.
            spent["headwater"] += _taken(all_programs["headwater"], [(text, ()) for text in texts])
            rows = [(text, _sentences(text)) for text in texts]
            count += sum(len(row) for _, row in rows)
            for name, run in all_programs.items():
                if name != "headwater":
                    spent[name] += _taken(run, rows)
            if start == 0 and turn < len(held):
                _say(f"{corpus}, first {len(texts)} reports", count, spent)
        _say(f"{corpus}: {len(held)} reports", count, spent)


def _sentences(text: str) -> list[str]:
    return [text[one.start : one.end] for one in sentences(text, plain.blocks(text), load("en"))]


def _taken(run: Program, reports: Sequence[tuple[str, Sequence[str]]]) -> int:
    with standing():
        began = time.process_time_ns()
        run(reports)
        return time.process_time_ns() - began


def _say(what: str, count: int, spent: Counter[str]) -> None:
    print(f"{what}, {count} sentences")
    for name, took in spent.items():
        print(
            f"  {name:26} {count / took * 1e9:8.0f} sentences/s   Headwater is {took / spent['headwater']:5.1f} times as fast"
        )


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
    parser.add_argument("--every", type=int, default=1, help="take every so many reports of muc4")
    parser.add_argument(
        "--turn", type=int, default=100, help="reports that one program reads before the next has its turn"
    )
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
        rates(corpora, given.turn)


if __name__ == "__main__":
    main()
