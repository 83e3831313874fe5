"""Eight clients who review one case for a minute: requests a second, the slowest hundredth, and that no decision is lost or doubled.

    python bench/review_load.py [--clients 8] [--seconds 60] [--reports 40]

Each client goes from figure to figure as a browser does (page, form), and accepts, corrects, rejects, notes, or merges; now and then
two are sent to one figure, so that conflicts come up. Every decision that the server acknowledged by going on is looked up in the journal.
"""

from __future__ import annotations

import argparse
import random
import re
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from headwater.case.journal import Journal
from headwater.case.verify import breaks
from kill_test import command, write_reports

HIDDEN = re.compile(r'name="(csrf|seen|base)" value="([^"]*)"')


@dataclass
class Client:
    """One reviewer: what they sent, what was taken, and how long each answer took."""

    name: str
    address: str
    keys: list[str]
    seconds: float
    took: list[float] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    conflicts: int = 0
    other: list[int] = field(default_factory=list)

    def work(self) -> None:
        """Review until time is up."""
        chance, home = random.Random(self.name), self.address.split("/enter")[0]
        with httpx.Client(base_url=home, headers={"origin": home}, timeout=60) as client:
            csrf = re.search(r'name="csrf" value="(\w+)"', client.get(self.address).text)
            assert csrf
            client.post("/name", data={"csrf": csrf[1], "name": self.name})
            until = time.monotonic() + self.seconds
            while time.monotonic() < until:
                # A tenth of the figures are everybody's, so that two meet now and then.
                key = chance.choice(self.keys if chance.random() < 0.9 else self.keys[:3])
                self._decide(client, f"/figure/{key}", chance)

    def _decide(self, client: httpx.Client, place: str, chance: random.Random) -> None:
        page = self._timed(client, "GET", place)
        hidden = {name: value.replace("&#34;", '"') for name, value in HIDDEN.findall(page.text)}
        reason = f"{self.name} {len(self.reasons) + self.conflicts}"
        action = chance.choice(("accept", "accept", "correct", "reject", "note"))
        form = {**hidden, "flags": "1", "action": action, "reason": reason}
        if action == "correct":
            form["group"] = f"g{chance.randrange(10**6)}"
        answer = self._timed(client, "POST", place, form)
        if answer.status_code == 303:
            self.reasons.append(reason)
        elif answer.status_code == 409:
            self.conflicts += 1
        else:
            self.other.append(answer.status_code)

    def _timed(
        self, client: httpx.Client, method: str, place: str, form: dict[str, str] | None = None
    ) -> httpx.Response:
        began = time.monotonic()
        answer = client.request(method, place, data=form)
        self.took.append(time.monotonic() - began)
        return answer


def main(clients: int, seconds: float, reports: int) -> int:
    """How many things were wrong."""
    with tempfile.TemporaryDirectory(prefix="headwater-load-") as name:
        folder = Path(name)
        case = folder / "case"
        write_reports(folder / "reports", reports)
        subprocess.run(command("run", folder / "reports", "-o", case), check=True, stdout=subprocess.DEVNULL)
        keys = re.findall(r'"id": "(f\w+)"', (case / "jsonl" / "figures.jsonl").read_text(encoding="utf-8"))
        server = subprocess.Popen(command("serve", case), stdout=subprocess.PIPE, text=True)
        try:
            assert server.stdout
            address = re.search(r"http://\S+", server.stdout.readline())
            assert address
            everyone = [Client(f"Reviewer {number}", address[0], keys, seconds) for number in range(clients)]
            with ThreadPoolExecutor(clients) as pool:
                list(pool.map(Client.work, everyone))
        finally:
            server.kill()
            server.wait()
        return told(everyone, case, seconds)


def told(everyone: list[Client], case: Path, seconds: float) -> int:
    """Print what was measured; how many things were wrong."""
    took = sorted(one for client in everyone for one in client.took)
    acknowledged = [reason for client in everyone for reason in client.reasons]
    held = [entry.reason for entry in Journal(case / "case.db").entries()]
    lost = sum(reason not in held for reason in acknowledged)
    doubled = len(held) - len(set(held))
    unasked = len(set(held) - set(acknowledged))
    broken = list(breaks(case))
    print(f"{len(everyone)} clients, {seconds:.0f} s: {len(took) / seconds:.0f} requests/s,", end=" ")
    print(f"median {1000 * took[len(took) // 2]:.0f} ms, 99th percentile {1000 * took[int(len(took) * 0.99)]:.0f} ms")
    print(
        f"{len(acknowledged)} decisions acknowledged, {lost} lost, {doubled} doubled, {unasked} never acknowledged;",
        end=" ",
    )
    print(
        f"{sum(client.conflicts for client in everyone)} conflicts told; other answers: {[one for client in everyone for one in client.other]}"
    )
    print("\n".join(broken) or "verify: whole")
    return lost + doubled + unasked + len(broken) + sum(len(client.other) for client in everyone)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clients", type=int, default=8)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--reports", type=int, default=40)
    given = parser.parse_args()
    sys.exit(bool(main(given.clients, given.seconds, given.reports)))
