"""A case of invented reports under review, and reviewers who talk to the application as browsers do."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from headwater.pipeline.case import run
from headwater.settings import Settings
from headwater.web.app import application
from headwater.web.desk import Desk
from headwater.web.guard import Keys

PORT = 8377
HOME = f"http://127.0.0.1:{PORT}"
TOKEN = "a-token-for-tests-that-nobody-guesses"
REPORTS = {
    "post.txt": "Fire in Ostra\n\n3 May 2031\n\nThe fire killed 12 people, 4 of them children, the fire brigade said. "
    "At least 40 were injured. Some 300 had to leave; the quay workers spoke of dozens.\n\n© 2031 Harbour Post\n",
    "mail.txt": "Fire in Ostra\n\n4 May 2031\n\nAt least 15 people were killed in the fire, said Ana Rell of the port office. "
    "60 were injured.\n\n© 2031 Evening Mail\n",
}


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case that tests copy, since each decides on its own."""
    folder = tmp_path_factory.mktemp("web")
    (folder / "reports").mkdir()
    for name, text in REPORTS.items():
        (folder / "reports" / name).write_text(text, encoding="utf-8")
    run([folder / "reports"], folder / "case", Settings(workers=1))
    return folder / "case"


@pytest.fixture
def case(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "case"))


@dataclass
class Reviewer:
    """Somebody with a browser: cookies, and the fields of the page that they look at."""

    client: TestClient
    csrf: str

    def page(self, place: str = "/") -> Any:
        return self.client.get(place)

    def fields(self, place: str) -> dict[str, str]:
        """The hidden fields of a figure's form, and its inputs as they stand."""
        text = self.page(place).text
        form = text[text.index('id="figure"') :].split("</form>")[0]
        found = dict(re.findall(r'<input[^>]*?name="(\w+)"[^>]*?value="([^"]*)"', form))
        for name in ("background", "denied", "implied", "negated", "spread"):
            if not re.search(rf'name="{name}" value="yes" checked', form):
                found.pop(name, None)
        for name, body in re.findall(r'<select[^>]*name="(\w+)".*?>(.*?)</select>', form, re.DOTALL):
            chosen = re.search(r'value="([^"]*)" selected', body)
            found[name] = chosen[1] if chosen else ""
        found.pop("reason", None)
        return {name: value.replace("&#34;", '"').replace("&gt;", ">") for name, value in found.items()}

    def post(self, place: str, /, **form: Any) -> Any:
        return self.client.post(place, data={"csrf": self.csrf, **form}, follow_redirects=False)

    def decide(self, key: str, action: str, /, **changes: Any) -> Any:
        return self.post(f"/figure/{key}", **{**self.fields(f"/figure/{key}"), **changes, "action": action})


@dataclass
class Room:
    """The application, its desk, and a way in."""

    desk: Desk
    app: Any

    def client(self) -> TestClient:
        return TestClient(self.app, base_url=HOME, headers={"origin": HOME}, raise_server_exceptions=False)

    def enter(self, name: str) -> Reviewer:
        client = self.client()
        page = client.get(f"/enter?token={TOKEN}")
        csrf = re.search(r'name="csrf" value="(\w+)"', page.text)
        assert csrf
        client.post("/name", data={"csrf": csrf[1], "name": name})
        return Reviewer(client, csrf[1])

    def key(self, quote: str, document: str = "post.txt") -> str:
        return next(
            one.key for one in self.desk.now().order if (one.figure.quote, one.figure.document) == (quote, document)
        )


@pytest.fixture
def room(case: Path) -> Room:
    desk = Desk(case)
    return Room(desk, application(desk, Keys(TOKEN, PORT), lambda: "2031-05-05T10:00:00Z"))


@pytest.fixture
def ines(room: Room) -> Reviewer:
    return room.enter("Ines")


Enter = Callable[[str], Reviewer]
