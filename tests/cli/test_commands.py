"""The commands as a user gives them: what they print, where they write, how they fail."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from commands import headwater


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "post.txt").write_text(
        "Fire in Ostra\n\nThe fire killed 12 people, police said.\n\n© 2011 Harbour Post\n"
    )
    (folder / "mail.txt").write_text(
        "Fire in Ostra\n\nAt least 15 people were killed in the fire.\n\n© 2011 Evening Mail\n"
    )
    return folder


def test_run_shows_the_collation_and_where_the_page_is(reports: Path, tmp_path: Path) -> None:
    done = headwater("run", reports, "-o", tmp_path / "case")
    assert done.returncode == 0, done.stderr
    assert "killed" in done.stdout
    assert "12" in done.stdout
    assert "≥ 15" in done.stdout
    assert "≠" in done.stdout  # the readings exclude each other, and not by colour alone
    assert "dossier.html" in done.stdout.replace("\n", "")


def test_fail_on_makes_findings_an_exit_code(reports: Path, tmp_path: Path) -> None:
    done = headwater("run", reports, "-o", tmp_path / "case", "--fail-on", "differs")
    assert done.returncode == 3
    assert "differs" in done.stderr
    assert headwater("run", reports, "-o", tmp_path / "case", "--fail-on", "date_order").returncode == 0


@pytest.mark.parametrize("command", ["run", "demo", "extract"])
def test_help_teaches_with_an_example(command: str) -> None:
    done = headwater(command, "--help")
    assert done.returncode == 0
    assert f"headwater {command}" in done.stdout.split("Example:")[1]


def test_an_error_is_told_in_two_lines_and_traced_on_demand(tmp_path: Path) -> None:
    done = headwater("run", tmp_path / "nowhere", "-o", tmp_path / "case")
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 2
    assert "nowhere" in done.stderr
    assert "Traceback" in headwater("run", tmp_path / "nowhere", "-o", tmp_path / "case", "--debug").stderr


@pytest.mark.parametrize(
    ("arguments", "cause", "step"),
    [
        (["add"], "Missing argument 'CASE'", "headwater add --help"),
        (["frobnicate"], "No such command", "headwater --help lists the commands"),
        (["run", "x", "-o", "y", "--wrokers", "2"], "--wrokers", "headwater run --help"),
        (["run", "x", "-o", "y", "--workers", "two"], "--workers", "headwater run --help"),
        (["run", "x", "-o", "y", "--fail-on", "anything"], "no kind of finding", "It can be: date_order"),
    ],
)
def test_what_is_typed_wrongly_is_told_in_two_lines(arguments: list[str], cause: str, step: str) -> None:
    done = headwater(*arguments)
    assert done.returncode == 2
    lines = done.stderr.splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("headwater: ")
    assert cause in lines[0]
    assert step in lines[1]


def test_fail_on_takes_a_level_too(reports: Path, tmp_path: Path) -> None:
    done = headwater("run", reports, "-o", tmp_path / "case", "--fail-on", "counts_differ")
    assert done.returncode == 3
    assert "counts_differ" in done.stderr


def test_a_folder_with_other_files_is_left_alone(reports: Path, tmp_path: Path) -> None:
    done = headwater("run", reports, "-o", reports)
    assert done.returncode == 2
    assert "holds other files" in done.stderr
    assert sorted(path.name for path in reports.iterdir()) == ["mail.txt", "post.txt"]


def test_extract_keeps_ids_order_and_offsets(tmp_path: Path) -> None:
    texts = tmp_path / "texts.jsonl"
    rows = [
        {"id": "z", "text": "  Twelve people died.", "published": "2011-05-03"},
        {"id": 7, "text": "At least 30 were injured."},
    ]
    texts.write_text("\n".join(map(json.dumps, rows)))
    done = headwater("extract", texts, "-o", tmp_path / "figures.jsonl")
    assert done.returncode == 0, done.stderr
    figures = [json.loads(line) for line in (tmp_path / "figures.jsonl").read_text().splitlines()]
    assert [(one["document"], one["quote"], one["outcome"]) for one in figures] == [
        ("z", "Twelve", "killed"),
        ("7", "30", "injured"),
    ]
    assert rows[0]["text"][figures[0]["start"] : figures[0]["end"]] == "Twelve"
    assert figures[0]["event"] is None


def test_extract_passes_over_broken_lines_and_names_them() -> None:
    lines = '{"id": 1, "text": "Twelve people died."}\n{broken\n{"id": 2}\n\n{"id": 3, "text": "Nine people died."}\n'
    done = headwater("extract", "-", "-o", "-", stdin=lines)
    assert done.returncode == 0
    assert [json.loads(line)["document"] for line in done.stdout.splitlines()] == ["1", "3"]
    assert "line 2" in done.stderr
    assert "line 3" in done.stderr


def test_settings_come_from_line_then_environment_then_file(tmp_path: Path) -> None:
    text = json.dumps({"id": 1, "text": "Dozens of people were killed."})

    def best(*arguments: object, **environment: str) -> object:
        done = headwater("extract", "-", "-o", "-", *arguments, stdin=text, **environment)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)["best"]

    (tmp_path / "settings.toml").write_text('bounds = "acled"\n')
    assert best() is None
    assert best("--settings", tmp_path / "settings.toml") == 12
    assert best("--settings", tmp_path / "settings.toml", HEADWATER_BOUNDS="literal") is None
    assert best("--bounds", "acled", HEADWATER_BOUNDS="literal") == 12


def test_a_setting_out_of_bounds_is_told() -> None:
    done = headwater("extract", "-", "-o", "-", "--bounds", "guess", stdin="")
    assert done.returncode == 2
    assert "literal, acled" in done.stderr


def test_explain_says_how_a_figure_was_read(reports: Path, tmp_path: Path) -> None:
    headwater("run", reports, "-o", tmp_path / "case")
    lines = (tmp_path / "case" / "jsonl" / "figures.jsonl").read_text(encoding="utf-8").splitlines()
    figure = next(one for one in map(json.loads, lines) if one["quote"] == "15")
    done = headwater("explain", tmp_path / "case", figure["id"][:10])
    assert done.returncode == 0, done.stderr
    assert "At least 15 people were killed" in done.stdout
    assert "this many or more" in done.stdout
    assert f"Rule {figure['rule']}: " in done.stdout
    assert len(done.stdout.split("Rule ")[1]) > 40


def test_find_shows_passages_and_says_when_there_are_none(reports: Path, tmp_path: Path) -> None:
    headwater("run", reports, "-o", tmp_path / "case")
    found = headwater("find", tmp_path / "case", "police")
    assert found.returncode == 0
    assert "post.txt" in found.stdout
    assert "mail.txt" not in found.stdout
    assert headwater("find", tmp_path / "case", "lighthouse").returncode == 1


def test_verify_tells_a_whole_case_from_a_changed_one(reports: Path, tmp_path: Path) -> None:
    headwater("run", reports, "-o", tmp_path / "case")
    assert headwater("verify", tmp_path / "case").returncode == 0
    (tmp_path / "case" / "dossier.html").write_text("changed")
    done = headwater("verify", tmp_path / "case")
    assert done.returncode == 1
    assert "dossier.html is not as it was written" in done.stdout


def test_add_shows_what_changed(reports: Path, tmp_path: Path) -> None:
    headwater("run", reports / "post.txt", "-o", tmp_path / "case")
    done = headwater("add", tmp_path / "case", reports / "mail.txt")
    assert done.returncode == 0, done.stderr
    told = done.stdout.split("What changed")[1]
    assert "+ report" in told
    assert "≥ 15" in told


def test_lineage_of_a_collection(tmp_path: Path) -> None:
    story = (
        "The ferry left the quay of Vell at dawn with forty passengers and a load of timber, and nobody who saw it leave thought "
        "that the weather would turn before noon. When the wind rose the master put back, but the harbour was already shut."
    )
    other = "A school in Lorne has planted an orchard behind its gymnasium, and the pupils of the fifth year will tend it until they leave."
    rows = [
        {"id": "wire", "publisher": "Vell Wire", "published": "2011-05-03T08:00:00", "text": story},
        {
            "id": "reprint",
            "publisher": "Lorne Post",
            "published": "2011-05-03T12:00:00",
            "text": story + " Sailings resume on Monday.",
        },
        {"id": "school", "publisher": "Lorne Post", "published": "2011-05-04T12:00:00", "text": other},
    ]
    (tmp_path / "texts.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    done = headwater("lineage", tmp_path / "texts.jsonl", "-o", tmp_path / "out", "--workers", "1")
    assert done.returncode == 0, done.stderr
    links = [json.loads(line) for line in (tmp_path / "out" / "links.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(link["a"], link["b"], link["relation"]) for link in links] == [("reprint", "wire", "shared_text")]
    parents = [
        json.loads(line) for line in (tmp_path / "out" / "parents.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    independent = {row["document"]: row["independent"] for row in parents}
    assert independent["school"] == 1
    assert independent["reprint"] < 0.5
