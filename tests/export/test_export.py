"""The contract's files, and the schemas that ship with them."""

from __future__ import annotations

import json
from pathlib import Path

from headwater.export.jsonl import write_folder
from headwater.export.manifest import manifest_text
from headwater.export.schemas import FOLDER, schema_texts
from headwater.model import Contents, Manifest, Problem, Report
from headwater.model.files import FILES
from headwater.model.wire import load_lines

MANIFEST = Manifest(schema=1, headwater="0", language_data="x", settings={"bounds": "literal"}, inputs={"a.txt": "00"})


def test_the_schemas_that_ship_are_those_of_the_records() -> None:
    shipped = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()}
    assert shipped == schema_texts(), "run `make schemas`"


def test_every_file_of_the_contract_is_written(tmp_path: Path) -> None:
    report = Report(document="a.txt", sha256="00", text="Zwölf Tote\u2028und mehr")
    contents = Contents(manifest=MANIFEST, reports=(report,), problems=(Problem("b.pdf", "empty", "…"),))
    counts = write_folder(contents, tmp_path)
    assert {path.stem for path in tmp_path.iterdir()} == set(FILES)
    assert (counts["reports"], counts["problems"], counts["figures"]) == (1, 1, 0)
    with (tmp_path / "reports.jsonl").open(encoding="utf-8", newline="") as file:
        assert list(load_lines(Report, file.read().split("\n"))) == [report]


def test_the_manifest_says_how_the_case_was_made() -> None:
    data = json.loads(manifest_text(MANIFEST))
    assert data["schema"] == 1
    assert data["inputs"] == {"a.txt": "00"}
    assert set(data) >= {"headwater", "settings", "language_data", "stages"}
