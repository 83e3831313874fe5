"""What a start of `headwater extract` loads, and that its short way says the same as the long one. Nothing is timed here: docs/speed.md says how that is done."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from headwater.cli.extracting import plain

HEAVY = (
    "trafilatura",
    "duckdb",
    "numpy",
    "pyarrow",
    "jinja2",
    "babel",
    "lxml",
    "pypdfium2",
    "sqlite3",
    "starlette",
    "py3langid",
    "charset_normalizer",
    "htmldate",
    "rensa",
    "typer",
    "pydantic",
    "rich",
    "multiprocessing",
)
ROOMS = ("events", "collate", "lineage", "examine", "dossier", "export", "case", "web")
TEXT = {
    "id": "a1",
    "text": "At least 24 people were killed on Tuesday, the mayor of Harwick said.",
    "published": "2019-03-08",
}
LOADED = "import sys, atexit; atexit.register(lambda: print(*sys.modules)); from headwater.cli import main; main()"


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The modules that one sentence takes."""
    texts = tmp_path_factory.mktemp("start") / "texts.jsonl"
    texts.write_text(json.dumps(TEXT), encoding="utf-8")
    command = [sys.executable, "-c", LOADED, "extract", texts, "-o", texts.with_name("figures.jsonl")]
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=True)
    assert json.loads(texts.with_name("figures.jsonl").read_text(encoding="utf-8"))["outcome"] == "killed"
    return set(done.stdout.split())


@pytest.mark.parametrize("library", HEAVY)
def test_one_sentence_takes_no_library_that_it_does_not_need(loaded: set[str], library: str) -> None:
    assert library not in loaded


@pytest.mark.parametrize("room", ROOMS)
def test_one_sentence_takes_no_room_that_it_does_not_pass(loaded: set[str], room: str) -> None:
    assert not [name for name in loaded if name.startswith(f"headwater.{room}.")]


@pytest.mark.parametrize(
    "records", ["collation", "contents", "decision", "descent", "event", "finding", "link", "origin"]
)
def test_one_sentence_takes_no_record_of_the_later_rooms(loaded: set[str], records: str) -> None:
    assert f"headwater.model.{records}" not in loaded


def test_every_record_is_found_in_the_model_whenever_it_is_loaded() -> None:
    from headwater import model

    assert {name for name in model.__all__ if getattr(model, name, None) is None} == set()
    with pytest.raises(AttributeError, match="no attribute 'Verdict'"):
        _ = model.Verdict  # type: ignore[attr-defined]


def test_importing_headwater_loads_no_stage() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import sys, headwater; print(*sys.modules)"], capture_output=True, text=True
    )
    names = {name for name in done.stdout.split() if name.startswith("headwater")}
    assert names <= {"headwater", "headwater.extract", "headwater.version"}


def answer(texts: Path, *arguments: str) -> tuple[int, str, str, str]:
    """Exit code, output, messages and file of one call."""
    file = texts.with_name("out.jsonl")
    file.unlink(missing_ok=True)
    command = [sys.executable, "-m", "headwater", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, cwd=texts.parent)
    return done.returncode, done.stdout, done.stderr, file.read_text(encoding="utf-8") if file.exists() else ""


def test_the_short_way_and_the_long_one_say_the_same(tmp_path: Path) -> None:
    """`--workers=1` is read by the command line proper, `--workers 1` is not."""
    texts = tmp_path / "texts.jsonl"
    texts.write_text(json.dumps(TEXT | {"text": "Dozens were hurt."}) + "\nno line\n", encoding="utf-8")
    rest = ("extract", "texts.jsonl", "-o", "out.jsonl", "--bounds", "acled")
    short, long = answer(texts, *rest, "--workers", "1"), answer(texts, *rest, "--workers=1")
    assert short == long
    assert short[0] == 0
    assert json.loads(short[3])["best"] == 12
    assert "1 number from 1 text; 1 line passed over" in short[2]


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("in.jsonl",),
        ("-o", "out.jsonl"),
        ("in.jsonl", "-o"),
        ("in.jsonl", "more.jsonl", "-o", "out.jsonl"),
        ("in.jsonl", "-o", "out.jsonl", "-o", "other.jsonl"),
        ("in.jsonl", "-o", "--bounds", "acled"),
        ("in.jsonl", "-o", "out.jsonl", "--bounds", "guess"),
        ("in.jsonl", "-o", "out.jsonl", "--workers", "many"),
        ("in.jsonl", "-o", "out.jsonl", "--workers", "-1"),
        ("in.jsonl", "-o", "out.jsonl", "--settings", "s.toml"),
        ("in.jsonl", "-o", "out.jsonl", "--seed", "3"),
        ("in.jsonl", "-o", "out.jsonl", "--help"),
        ("in.jsonl", "-oout.jsonl"),
        ("--", "in.jsonl", "-o", "out.jsonl"),
    ],
)
def test_what_is_not_plain_is_left_to_the_command_line_proper(arguments: tuple[str, ...]) -> None:
    assert plain(arguments) is None


def test_standard_input_and_output_are_plain() -> None:
    call = plain(["-", "-o", "-"])
    assert call is not None
    assert (str(call.texts), str(call.output), call.said) == ("-", "-", {})
