"""The steps by which an older case file becomes one of this version."""

from __future__ import annotations

import sqlite3

from headwater.case.digests import digest_of
from headwater.case.tables import STEPS, VERSION, columns, record_table
from headwater.errors import CaseError
from headwater.messages import told
from headwater.model.files import FILES

__all__ = ["migrate"]


def migrate(connection: sqlite3.Connection, path: object) -> None:
    """Bring a case file to this version's tables, each step in a transaction of its own.

    Raises:
        CaseError: the file is of a later version.
    """
    (found,) = connection.execute("PRAGMA user_version").fetchone()
    if found > VERSION:
        raise CaseError(*told("case.version", path=path, found=found, known=VERSION))
    for version in range(found, VERSION):
        connection.executescript(f"BEGIN IMMEDIATE;\n{STEPS[version]}\nPRAGMA user_version = {version + 1};\nCOMMIT;")
    if any(_held(connection, name) != list(columns(kind)) for name, kind in FILES.items()):
        connection.execute("BEGIN IMMEDIATE")
        try:
            _renew_records(connection)
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")


def _renew_records(connection: sqlite3.Connection) -> None:
    """Bring the tables of records to the form of the records: fields that are new are empty until the next run.

    Digests of tables that were as written are taken anew with them; others stay, so that what was damaged still shows.
    """
    for name, kind in FILES.items():
        held = _held(connection, name)
        if held == list(columns(kind)):
            continue
        whole = bool(held) and _is_whole(connection, name)
        kept = ", ".join(f'"{column}"' for column in columns(kind) if column in held)
        steps = [f"ALTER TABLE {name} RENAME TO {name}_before", f"DROP INDEX IF EXISTS {name}_document"] if held else []
        steps += [step for step in record_table(name, kind).split(";") if step.strip()]
        if held and kept:
            steps.append(f"INSERT INTO {name} ({kept}) SELECT {kept} FROM {name}_before ORDER BY rowid")
        for step in [*steps, f"DROP TABLE {name}_before"] if held else steps:
            connection.execute(step)
        if whole:
            connection.execute(
                "UPDATE digests SET sha256 = ? WHERE name = ?", (digest_of(connection, name), f"table:{name}")
            )


def _held(connection: sqlite3.Connection, name: str) -> list[str]:
    return [row[1] for row in connection.execute(f"PRAGMA table_info({name})")]


def _is_whole(connection: sqlite3.Connection, name: str) -> bool:
    told = connection.execute("SELECT sha256 FROM digests WHERE name = ?", (f"table:{name}",)).fetchone()
    return told is not None and told[0] == digest_of(connection, name)
