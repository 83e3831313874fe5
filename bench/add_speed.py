"""Ten reports joined to a case of ten thousand: what the derivation costs beside that of a full run on all of them.

    python bench/add_speed.py [--count 10000] [--more 10] [--case FOLDER] [--profile FILE] [--no-page] [--no-whole]

The reports are invented and the same at every run: some twenty on each event, a third of them sharing text with another.
Processor time is measured, in one process, and told by stage; writing the exports and the page is told apart. At the end
the files that `add` wrote are held beside those of a full run on all reports: sigla apart, they are the same bytes.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

from headwater.dossier import stage as dossier
from headwater.model import Contents
from headwater.pipeline.case import add, run
from headwater.settings import Settings

ONSETS = ("b", "br", "d", "dr", "f", "g", "gr", "h", "k", "l", "m", "n", "p", "r", "s", "st", "t", "tr", "v", "w")
RHYMES = ("al", "an", "ar", "el", "en", "er", "il", "in", "ol", "on", "or", "um", "ath", "esk", "ost", "ind")
ENDINGS = ("ford", "mouth", "by", "holm", "stead", "gate", "wick", "dale")
PUBLISHERS = (
    "Harbour Post",
    "Evening Mail",
    "Ostra Courier",
    "The Ledger",
    "Valley Radio",
    "North Wire",
    "Daily Beacon",
)
KINDS = ("flood", "fire", "landslide", "storm", "collapse")
TOLL = (
    "At least {n} people were killed in {place} on {day}, {speaker} said.",
    "{speaker} put the number of dead in {place} at {n} on {day}.",
    "{n} residents of {place} died on {day}, according to {speaker}.",
    "On {day} {place} lost {n} of its people; {speaker} read out the list.",
    "The death toll in {place} stands at {n} since {day}, {speaker} told this newspaper.",
)
HURT = (
    "{n} people were injured, {part} of them children.",
    "Hospitals took in {n} injured, including {part} children.",
    "Another {n} were hurt; {part} of them are under twelve.",
    "Doctors treated {n} wounded people, among them {part} children.",
)
LOST = (
    "Search parties still look for {n} missing people.",
    "{n} people are missing.",
    "Nothing has been heard of {n} villagers, who are listed as missing.",
    "The list of the missing has {n} names.",
)
HOUSES = (
    "About {n} houses were destroyed.",
    "The {kind} destroyed some {n} houses.",
    "Assessors counted {n} destroyed houses in two wards.",
    "Nearly {n} homes are in ruins.",
)
BEFORE = (
    "In {year} another {kind} killed {n} people there.",
    "The {kind} of {year} had taken {n} lives.",
    "Older people remember the {kind} of {year}, in which {n} died.",
)
FRAMES = (
    "The {0} {1} of {2} will {3} the {4} {5} before {6} comes back.",
    "Whoever {0} the {1} keeps {2} and {3} in a {4} near {5} {6}.",
    "{6} {0} had {1} no {2} while the {3} was {4} by {5}.",
    "Some {0} {1} were {2} to {6}, where {3} {4} them with {5}.",
)
WORKERS = 1


def name(random: Random, ending: bool = True) -> str:
    parts = "".join(random.choice(ONSETS) + random.choice(RHYMES) for _ in range(2))
    return (parts + (random.choice(ENDINGS) if ending else "")).capitalize()


def aside(told: Random) -> str:
    """A sentence in words of its own, so that nobody else has it."""
    return told.choice(FRAMES).format(*(name(told, False).lower() for _ in range(6)), name(told))


def text(event: int, random: Random) -> str:
    """A report on an event: publisher, day, and counts that differ a little from report to report."""
    told = Random(f"event {event}")
    place, speaker, kind = name(told), f"{name(told, False)} {name(told, False)}", told.choice(KINDS)
    day, month, year = told.randrange(1, 25), told.choice(MONTHS), 2001 + event % 30
    killed, injured, houses = told.randrange(4, 60), told.randrange(20, 400), told.randrange(30, 900)
    drift = random.choice((0, 0, 0, 1, 2))
    values = {
        "place": place,
        "speaker": speaker,
        "kind": kind,
        "day": f"{day} {month}",
        "year": year - told.randrange(3, 20),
    }
    told_of = [
        (TOLL, killed + drift),
        (HURT, injured),
        (LOST, random.randrange(2, 20)),
        (HOUSES, houses),
        (BEFORE, killed + 40),
    ]
    lines = [
        f"{random.choice(said).format(n=number, part=injured // 9, **values)} {aside(random)}"
        for said, number in told_of
    ]
    if random.random() < 0.34:  # a paragraph that goes round, word for word
        wire = Random(f"wire {event} {random.randrange(3)}")
        lines.insert(2, " ".join(aside(wire) for _ in range(4)))
    head = [
        f"{kind.capitalize()} in {place}: {killed + drift} dead",
        f"{day + random.choice((0, 1, 2))} {month} {year}",
    ]
    return "\n\n".join([*head, *lines, f"© {year} {random.choice(PUBLISHERS)}"]) + "\n"


MONTHS = tuple("January February March April May June July August September October November December".split())


def write(folder: Path, first: int, count: int, events: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(first, first + count):
        random = Random(f"report {number}")
        (folder / f"r{number * 7919 % 1_000_003:07}.txt").write_text(text(random.randrange(events), random), "utf-8")


WRITING = ("progress.case", "progress.page")
"""The stages that write what was derived, told apart."""


class Clock:
    """Processor seconds of each stage, as the run tells its progress."""

    def __init__(self) -> None:
        self.stages: dict[str, float] = {}
        self.at, self.stage = time.process_time(), "Opening"

    def __call__(self, stage: str, done: int, total: int | None) -> None:
        """Be told progress."""
        self.stop()
        self.stage = stage

    def stop(self) -> None:
        """Add what was spent since the last change to the stage that is going on."""
        now = time.process_time()
        self.stages[self.stage] = self.stages.get(self.stage, 0.0) + now - self.at
        self.at = now

    @property
    def derivation(self) -> float:
        """All but the writing."""
        return sum(spent for stage, spent in self.stages.items() if stage not in WRITING)


def timed(job: Callable[[Clock], Contents]) -> Clock:
    clock = Clock()
    job(clock)
    clock.stop()
    return clock


def same_but_sigla(one: Path, other: Path) -> list[str]:
    """The files of the contract that differ by more than sigla."""
    differing = []
    for path in sorted((one / "jsonl").iterdir()):
        mine, theirs = path.read_bytes(), (other / "jsonl" / path.name).read_bytes()
        if path.name == "reports.jsonl":
            mine, theirs = (
                "\n".join(
                    json.dumps({**json.loads(line), "siglum": None}) for line in lines.decode().splitlines()
                ).encode()
                for lines in (mine, theirs)
            )
        if mine != theirs:
            differing.append(path.name)
    return differing


def main(count: int, more: int, keep: Path | None, profile: Path | None, page: bool, whole: bool) -> None:
    if not page:
        dossier.render = lambda contents, options=None: iter(["<html></html>\n"])
    folder = keep or Path(tempfile.mkdtemp(prefix="headwater-add-"))
    settings, events = Settings(workers=WORKERS), max(1, count // 20)
    first = None
    if not (folder / "case" / "case.db").exists():
        write(folder / "reports", 0, count, events)
        first = timed(lambda clock: run([folder / "reports"], folder / "case", settings, clock))
        show(f"run on {count:,}", first)
    write(folder / "more", count, more, events)
    shutil.rmtree(folder / "added", ignore_errors=True)
    shutil.copytree(folder / "case", folder / "added")
    job = lambda clock: add(folder / "added", [folder / "more"], WORKERS, None, clock)  # noqa: E731
    if profile:
        import cProfile

        profiler = cProfile.Profile()
        profiler.runcall(job, Clock())
        profiler.dump_stats(profile)
        return
    joined = timed(job)
    show(f"add of {more}", joined)
    if whole:
        compare(folder, settings, joined, count + more)
    elif first is not None:
        print(f"add / run: {joined.derivation / first.derivation:.4f} (derivation)")
    if not keep:
        shutil.rmtree(folder)


def compare(folder: Path, settings: Settings, joined: Clock, count: int) -> None:
    """Hold what `add` took and wrote beside a full run on all reports."""
    whole = timed(lambda clock: run([folder / "reports", folder / "more"], folder / "whole", settings, clock))
    show(f"run on {count:,}", whole)
    differing = same_but_sigla(folder / "added", folder / "whole")
    print(f"add / run: {joined.derivation / whole.derivation:.4f} (derivation)", end="; ")
    print(f"files that differ by more than sigla: {', '.join(differing) or 'none'}")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


def show(title: str, clock: Clock) -> None:
    print(f"{title}: derivation {clock.derivation:.2f} s of processor time")
    for stage, spent in clock.stages.items():
        print(f"    {stage:42} {spent:8.2f}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--more", type=int, default=10)
    parser.add_argument("--case", type=Path)
    parser.add_argument("--profile", type=Path)
    parser.add_argument("--no-page", dest="page", action="store_false", help="no dossier")
    parser.add_argument("--no-whole", dest="whole", action="store_false", help="no full run at the end to compare with")
    given = parser.parse_args()
    main(given.count, given.more, given.case, given.profile, given.page, given.whole)
