"""Words in a case's reports, by SQLite's full-text index."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from headwater.case.opening import read_only

__all__ = ["Hit", "find", "index"]

_PHRASE = re.compile(r'"([^"]+)"|(\S+)')


@dataclass(frozen=True, slots=True)
class Hit:
    """A report in which words were found; in the passage, what was found stands between U+2068 and U+2069."""

    document: str
    siglum: str
    passage: str


def find(case: Path, words: str, most: int = 50) -> list[Hit]:
    """The reports that hold all the words, best first; words in double quotes have to stand together.

    Raises:
        CaseError: the folder holds no case.
    """
    query = _query(words)
    if not query:
        return []
    select = """
        SELECT words.document, coalesce(reports.siglum, '?'), snippet(words, 1, '\u2068', '\u2069', '…', 24)
        FROM words JOIN reports ON reports.document = words.document
        WHERE words MATCH ? ORDER BY rank, words.document LIMIT ?
    """
    with read_only(case) as connection:
        return [
            Hit(document, siglum, " ".join(passage.split()))
            for document, siglum, passage in connection.execute(select, (query, most))
        ]


def index(connection: sqlite3.Connection, texts: Mapping[str, str]) -> None:
    """Have the words of texts to be searched by document, and no others; what is searched already is not read again."""
    held: set[str] = set()
    gone = []
    for row, document, text in connection.execute("SELECT rowid, document, text FROM words"):
        if texts.get(document) == text and document not in held:
            held.add(document)
        else:
            gone.append((row,))
    connection.executemany("DELETE FROM words WHERE rowid = ?", gone)
    new = (item for item in texts.items() if item[0] not in held)
    connection.executemany("INSERT INTO words (document, text) VALUES (?, ?)", new)


def _query(words: str) -> str:
    """An FTS5 query in which every word is quoted, so that signs in it are no operators."""
    parts = (phrase or word.replace('"', "") for phrase, word in _PHRASE.findall(words))
    return " AND ".join(f'"{part}"' for part in parts if any(letter.isalnum() for letter in part))
