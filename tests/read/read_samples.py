"""Files that the tests of reading make: pages and PDF documents of their own writing."""

from __future__ import annotations

from collections.abc import Sequence

ARTICLE = """
<h1>Ferry lost off Varn in storm</h1>
<p>The ferry Aurelia left the port of Varn at dawn on Monday with forty people on board and was lost in a heavy storm.</p>
<p>Twelve people were killed, including three children, the harbour police said, and nine others are still missing.</p>
<p>A second ferry turned back when the wind rose, and its captain, who knew the waters well, warned the harbour by radio.</p>
<ul><li>31 passengers were rescued</li><li>2 members of the crew were detained</li></ul>
<p>The company that owns the ferry said that it had passed its last inspection in May and would help the inquiry.</p>
"""


def page(body: str, head: str = "") -> bytes:
    """A saved page."""
    return f'<!DOCTYPE html><html lang="en"><head><title>Ferry lost off Varn in storm</title>{head}</head><body>{body}</body></html>'.encode()


def pdf(pages: Sequence[Sequence[str]], info: str = "", encrypt: bool = False) -> bytes:
    """A PDF document, a string a line; an empty string leaves a line free."""
    return _document([b"72 760 Td 16 TL\n" + b"".join(map(_shown, lines)) for lines in pages], info, encrypt)


def placed_pdf(words: Sequence[tuple[float, float, str]]) -> bytes:
    """A PDF document of one page, each of the words by itself at its place, in points from the left and the bottom."""
    return _document([b"".join(b"1 0 0 1 %.1f %.1f Tm " % (x, y) + _shown(text) for x, y, text in words)])


def _document(streams: Sequence[bytes], info: str = "", encrypt: bool = False) -> bytes:
    bodies: list[bytes] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    kids = []
    for shown in streams:
        stream = b"BT /F1 12 Tf " + shown + b"ET"
        bodies.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream))
        fonts = b"/Resources << /Font << /F1 3 0 R >> >>"
        bodies.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 842] /Contents %d 0 R %b >>" % (len(bodies), fonts)
        )
        kids.append(b"%d 0 R" % len(bodies))
    bodies[1] = b"<< /Type /Pages /Kids [%b] /Count %d >>" % (b" ".join(kids), len(kids))
    bodies.append(b"<< " + info.encode("latin-1") + b" >>")
    trailer = b"/Size %d /Root 1 0 R /Info %d 0 R" % (len(bodies) + 1, len(bodies))
    if encrypt:
        keys = b"/O <%b> /U <%b>" % (b"11" * 32, b"22" * 32)
        trailer += b" /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 %b >> /ID [<00><00>]" % keys
    return _assembled(bodies, trailer)


def _shown(line: str) -> bytes:
    escaped = line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode("cp1252")
    return b"(%b) Tj T*\n" % escaped if line else b"T*\n"


def _assembled(bodies: Sequence[bytes], trailer: bytes) -> bytes:
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%b" % (len(bodies) + 1, table)
    return out + b"trailer << %b >>\nstartxref\n%d\n%%%%EOF\n" % (trailer, start)
