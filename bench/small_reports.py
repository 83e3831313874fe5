"""A thousand small reports in one go, one broken file in ten: time, peak memory, and that none is lost silently.

usage: python bench/small_reports.py [--count 1000] [--keep FOLDER] [--workers N]

The reports are invented and the same at every run. Broken are, in turn: an empty file, a binary one under a text name, a
PDF cut short, a PDF that wants a password, bytes that are no UTF-8, a name that leads nowhere, and a format unknown. A file
counts as accounted for where it became a report, or a problem names it; the exit code is 1 where one did neither.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from make_example_pdf import statement

__all__ = ["make"]

PLACES = [
    "Arnholt",
    "Bessany",
    "Corvale",
    "Dunmere",
    "Elsgate",
    "Farrowby",
    "Gorlen",
    "Hestbrook",
    "Ivelmouth",
    "Jorvane",
]
NAMES = ["Mara Tolle", "Henrik Vass", "Odile Brandt", "Samir Kolt", "Nora Peake", "Ivo Lindal", "Ruth Amory"]
EVENTS = [
    ("flood", "when the river {place} broke its banks"),
    ("fire", "when a fire swept through a warehouse in {place}"),
    ("landslide", "when a hillside gave way above {place}"),
    ("train crash", "when two trains collided outside {place}"),
    ("storm", "as a storm crossed {place}"),
]


def make(folder: Path, count: int, seed: int = 7) -> list[str]:
    """The documents written under the folder, as a case names them; every tenth is broken."""
    names = []
    for number in range(count):
        random = Random(f"{seed}/{number}")
        # names recur from folder to folder, so that nothing may be told apart by its name alone
        name = f"{number // 100:02d}/report-{number % 100:02d}"
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        suffix = _broken(folder / name, number // 10) if number % 10 == 9 else _whole(folder / name, random)
        names.append(name + suffix)
    return names


def _whole(path: Path, random: Random) -> str:
    lines = _account(random)
    if random.random() < 0.5:
        return _write(path, ".txt", "\n\n".join(lines).encode())
    body = "".join(f"<p>{line}</p>" for line in lines[1:])
    menu = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/all'>All 812 stories</a></li></ul></nav>"
    page = (
        f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>{lines[0]}</title></head><body>{menu}<article>"
        f"<h1>{lines[0]}</h1>{body}</article><footer>Views: {random.randrange(9000)} &copy; 2021</footer></body></html>"
    )
    return _write(path, ".html", page.encode())


def _account(random: Random) -> list[str]:
    place, speaker = random.choice(PLACES), random.choice(NAMES)
    event, clause = random.choice(EVENTS)
    killed, injured, missing = random.randrange(3, 60), random.randrange(10, 300), random.randrange(2, 20)
    day = random.randrange(1, 28)
    return [
        f"{killed} dead in {place} {event}",
        f"{day} May 2021",
        f"At least {killed} people were killed {clause.format(place=place)} on Tuesday, {speaker} said.",
        f"{injured} people were injured, including {random.randrange(2, 10)} children, and {missing} were still missing.",
        f"The {event} destroyed about {random.randrange(20, 400)} houses. In 1998 another {event} killed {killed + 40} people.",
    ]


def _broken(path: Path, number: int) -> str:
    return BROKEN[number % len(BROKEN)](path)


def _write(path: Path, suffix: str, data: bytes) -> str:
    path.with_name(path.name + suffix).write_bytes(data)
    return suffix


def _nowhere(path: Path) -> str:
    path.with_name(path.name + ".txt").symlink_to("there-is-no-such-file")
    return ".txt"


def _locked() -> bytes:
    """The example's PDF under a password that nobody has."""
    keys = b" /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<00> <00>]" % (
        b"5a" * 32,
        b"a5" * 32,
    )
    return statement().replace(b" /Root 1 0 R", b" /Root 1 0 R" + keys)


BROKEN: list[Callable[[Path], str]] = [
    lambda path: _write(path, ".txt", b""),
    lambda path: _write(path, ".txt", bytes(range(256)) * 8),
    lambda path: _write(path, ".pdf", statement()[:400]),
    lambda path: _write(path, ".pdf", _locked()),
    lambda path: _write(path, ".txt", "Twelve people died in the caf\xe9 fire.".encode("latin-1") + b"\xff\xfe\x81"),
    _nowhere,
    lambda path: _write(path, ".xyz", b"\x7fELF" + bytes(64)),
]


@contextmanager
def _folder(kept: Path | None) -> Iterator[Path]:
    if kept:
        kept.mkdir(parents=True)
        yield kept
    else:
        with TemporaryDirectory() as made:
            yield Path(made)


def _named(path: Path) -> set[str]:
    return {json.loads(line)["document"] for line in path.read_text(encoding="utf-8").splitlines()}


def _measure(command: list[str]) -> str:
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return f"{seconds:.1f} s, peak memory of the largest process {peak:.0f} MB"


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--count", type=int, default=1000)
    options.add_argument("--keep", type=Path, help="make the reports and the case here, and leave them")
    options.add_argument("--workers", type=int)
    given = options.parse_args()
    with _folder(given.keep) as folder:
        documents = set(make(folder / "reports", given.count))
        command = [sys.executable, "-m", "headwater", "run", str(folder / "reports"), "-o", str(folder / "case")]
        command += ["--workers", str(given.workers)] if given.workers else []
        print(f"{len(documents)} files, first run: {_measure(command)}")
        print(f"second run, from the cache: {_measure(command)}")
        reports = _named(folder / "case/jsonl/reports.jsonl")
        problems = _named(folder / "case/jsonl/problems.jsonl")
    lost = sorted(documents - reports - problems)
    print(
        f"{len(reports)} reports read, {len(problems - reports)} files not read and named as problems, {len(lost)} lost"
    )
    print(*lost[:10], sep="\n", end="\n" if lost else "")
    return 1 if lost else 0


if __name__ == "__main__":
    raise SystemExit(main())
