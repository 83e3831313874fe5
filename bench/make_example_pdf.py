"""Writes the PDF of the bundled example: a shipping line's statement, the same bytes at every run.

usage: python bench/make_example_pdf.py [FILE]

The page is written by hand (PDF 1.4, one of the fourteen standard fonts, no compression), so that nothing has to be
installed for it and the words can be read in the file itself. The company and the accident are invented.
"""

from __future__ import annotations

import sys
from pathlib import Path

__all__ = ["statement"]

TARGET = Path(__file__).parent.parent / "src/headwater/demo/reports/aldmoor-statement.pdf"
INFO = "/Title (Statement on the loss of the Halcyra) /Author (Aldmoor Line) /CreationDate (D:20190315170000Z)"
HEAD = ["Aldmoor Line | Ropewalk 3, Port Averin"]
FOOT = ["\u00a9 2019 Aldmoor Line | Page 1 of 1"]
PARAGRAPHS = [
    ["Statement on the loss of the Halcyra"],
    ["Port Averin, 15 March 2019"],
    [
        "It is with deep sorrow that the Aldmoor Line confirms that 22 people lost their lives",
        "when the Halcyra capsized off Thorsay on Thursday evening.",
    ],
    [
        "There were 187 people on board: 171 passengers and 16 crew. Of these, 151 were",
        "rescued and 14 are missing. Our thoughts are with all who are waiting for news.",
    ],
    [
        "The Aldmoor Line denies that the ferry was overloaded. Reports that members of the",
        "crew left before the passengers are completely false.",
    ],
    [
        "We are not able to say at present how many vehicles were on the car deck. Families",
        "may call our office in Port Averin at any hour on 0555 018 732.",
    ],
]


def statement() -> bytes:
    """The whole file."""
    content = _content().encode("latin-1")
    return _file(
        [
            b"<< /Type /Catalog /Pages 2 0 R /Lang (en) >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
            b" /Resources << /Font << /F1 5 0 R >> >> >>",
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
            f"<< {INFO} >>".encode("latin-1"),
        ]
    )


def _content() -> str:
    parts = [_lines(HEAD, 800, 9)]
    height = 750
    for number, lines in enumerate(PARAGRAPHS):
        parts.append(_lines(lines, height, 12 if number else 16))
        height -= 15 * len(lines) + 15
    return "\n".join([*parts, _lines(FOOT, 40, 9)])


def _lines(lines: list[str], height: int, size: int) -> str:
    shown = " T* ".join(f"({line}) Tj" for line in lines)
    return f"BT /F1 {size} Tf 15 TL 72 {height} Td {shown} ET"


def _file(objects: list[bytes]) -> bytes:
    """The objects numbered from 1, with the table of their places; the first is the catalogue, the last the metadata."""
    written = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    trailer = b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        count,
        len(objects),
        len(written),
    )
    return written + b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, table) + trailer


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET
    target.write_bytes(statement())
