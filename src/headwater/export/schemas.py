"""The JSON Schemas of the contract, which ship with the package beside this module.

`python -m headwater.export.schemas` writes them anew from the records; a test says that they are up to date.
"""

from __future__ import annotations

import json
from pathlib import Path

from headwater.model.files import FILES
from headwater.model.schema import schema

__all__ = ["FOLDER", "schema_texts", "write"]

FOLDER = Path(__file__).parent / "schemas"


def schema_texts() -> dict[str, str]:
    """The text of each schema file by its name, as the records have it now."""
    return {
        f"{name}.schema.json": json.dumps(schema(kind), ensure_ascii=False, indent=2) + "\n"
        for name, kind in FILES.items()
    }


def write() -> None:
    """Write every schema beside this module."""
    FOLDER.mkdir(exist_ok=True)
    for name, text in schema_texts().items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
