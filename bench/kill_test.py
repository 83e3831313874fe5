"""Kills (SIGKILL) at random moments of run, add, rebuild and serve, while decisions go on; then everything is checked.

    python bench/kill_test.py --kills 200

Each round starts a command on a case, kills it after a random while (of as long as such a command takes here), and checks that
every decision that was acknowledged is in the journal once, and that `verify` finds the case whole at once, before any other run;
every tenth round, and at the end, that a run finishes.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import httpx

from headwater.case.journal import Draft, Journal
from headwater.case.verify import breaks
from headwater.errors import CaseError
from headwater.model import Action

REPORT = "Fire in Ostra\n\n{} May 2031\n\nThe fire killed {} people and injured {}, the fire brigade said. {} had to leave.\n"
APPEND = """
import sys
from pathlib import Path
from headwater.case.journal import Draft, Journal
from headwater.model import Action
journal = Journal(Path(sys.argv[1]) / "case.db")
while True:
    print(journal.append(Draft(action=Action.NOTE, reason="noted"), "Ines", "2031-05-05T10:00:00Z").sequence, flush=True)
"""
KINDS = ("run", "add", "rebuild", "serve", "append")


def write_reports(folder: Path, count: int, first: int = 0) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(first, first + count):
        text = REPORT.format(1 + number % 28, 10 + number % 7, 40 + number % 9, 300 + number)
        (folder / f"report-{number:04}.txt").write_text(text, encoding="utf-8")


def command(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "headwater", *map(str, arguments)]


class Pace:
    """How long each kind of command takes on this machine, learned from those that ended before their kill."""

    def __init__(self, first: float) -> None:
        self.first = first
        self.longest: dict[str, float] = {}

    def moment(self, kind: str, chance: random.Random) -> float:
        """Seconds after which to kill, anywhere from the start to a little after the end."""
        return chance.uniform(0.0, 1.1 * self.longest.get(kind, self.first))

    def learn(self, kind: str, seconds: float, ended: bool) -> None:
        """Note that a command ended by itself after so long, or that it takes longer than that."""
        known = self.longest.get(kind, self.first)
        self.longest[kind] = seconds if ended else max(known, seconds)


class Round:
    """One command on the case, one reviewer beside it, one kill."""

    def __init__(self, kind: str, folder: Path, case: Path, after: float, number: int) -> None:
        self.kind = kind
        self.case = case
        self.after = after
        commands = {
            "run": command("run", folder / "reports", "-o", case, "--workers", 1),
            "add": command("add", case, folder / f"more-{number}", "--workers", 1),
            "rebuild": command("rebuild", case, "--workers", 1),
            "serve": command("serve", case),
            "append": [sys.executable, "-c", APPEND, str(case)],
        }
        if kind == "add":
            write_reports(folder / f"more-{number}", 2, 1000 + 2 * number)
        self.command = commands[kind]

    def acknowledged(self) -> list[int]:
        """The sequence numbers of the decisions that were acknowledged before the kill."""
        began = time.monotonic()
        process = subprocess.Popen(self.command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        try:
            if self.kind == "serve":
                return self._by_browser(process)
            if self.kind == "append":
                time.sleep(0.3 + self.after)
                return []
            return self._beside(process)
        finally:
            self.ended = process.poll() is not None
            self.took = time.monotonic() - began
            process.kill()
            self.said = process.communicate()[0]

    def _beside(self, process: subprocess.Popen[str]) -> list[int]:
        journal, until, found = Journal(self.case / "case.db"), time.monotonic() + self.after, []
        while time.monotonic() < until and process.poll() is None:
            found.append(
                journal.append(Draft(action=Action.NOTE, reason="beside"), "Jun", "2031-05-05T10:00:00Z").sequence
            )
            time.sleep(0.01)
        return found

    def _by_browser(self, process: subprocess.Popen[str]) -> list[int]:
        assert process.stdout
        address = re.search(r"(http://[^/]+)/enter\?token=\S+", process.stdout.readline())
        assert address
        found: list[int] = []
        with httpx.Client(
            base_url=address[1], headers={"origin": address[1]}, follow_redirects=True, timeout=5
        ) as client:
            csrf = re.search(r'name="csrf" value="(\w+)"', client.get(address[0]).text)
            assert csrf
            page = client.post("/name", data={"csrf": csrf[1], "name": "Ines"})
            until = time.monotonic() + self.after
            while time.monotonic() < until:
                client.post(page.url, data={"csrf": csrf[1], "action": "note", "reason": f"note {time.monotonic_ns()}"})
                found.append(int(client.get("/head").json()["head"]))
        return found


def check(case: Path, acknowledged: list[int]) -> list[str]:
    held = [entry.sequence for entry in Journal(case / "case.db").entries()]
    wrong = [f"decision {number} was acknowledged and is not there" for number in set(acknowledged) - set(held)]
    wrong += ["a decision is there twice"] * (len(held) != len(set(held)))
    return wrong + list(breaks(case))


def main(kills: int, seed: int = 1, reports: int = 8, rounds: tuple[str, ...] = KINDS) -> int:
    """How many things were wrong after all kills."""
    chance, wrong, acknowledged = random.Random(seed), 0, []
    folder = Path(tempfile.mkdtemp(prefix="headwater-kill-"))
    case = folder / "case"
    try:
        write_reports(folder / "reports", reports)
        began = time.monotonic()
        subprocess.run(
            command("run", folder / "reports", "-o", case, "--workers", 1), check=True, stdout=subprocess.DEVNULL
        )
        pace, ended = Pace(time.monotonic() - began), {False: 0, True: 0}
        for number in range(kills):
            kind = rounds[number % len(rounds)]
            after = chance.uniform(0.0, 1.5) if kind in ("append", "serve") else pace.moment(kind, chance)
            one = Round(kind, folder, case, after, number)
            acknowledged += one.acknowledged()
            ended[one.ended] += 1
            if kind not in ("append", "serve"):
                pace.learn(kind, one.took, one.ended)
            if kind == "append":
                acknowledged += [int(line) for line in one.said.split("\n")[:-1]]
            last = number == kills - 1
            if number % 10 == 9 or last:
                subprocess.run(command("export", case, "--workers", 1), check=True, stdout=subprocess.DEVNULL)
            found = check(case, acknowledged)
            wrong += len(found)
            for line in found:
                print(f"kill {number + 1} ({kind}): {line}")
        print(f"{ended[False]} commands killed, {ended[True]} had ended;", end=" ")
        print(f"{kills} rounds, {len(set(acknowledged))} decisions acknowledged, {wrong} things wrong")
    except CaseError as error:
        print(error)
        wrong += 1
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return wrong


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    sys.exit(bool(main(given.kills, given.seed)))
