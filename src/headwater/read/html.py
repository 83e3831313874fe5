"""HTML → a draft."""

from __future__ import annotations

from lxml import etree
from lxml import html as parser

from headwater.model import Block, BlockKind
from headwater.read.decoding import decode
from headwater.read.draft import Draft, Metadata, UnreadableError
from headwater.settings import Settings

__all__ = ["read"]

_BLOCKS = {"p", "div", "li", "h1", "h2", "h3", "h4", "tr", "ul", "ol", "table", "section", "article", "br", "title"}


def read(document: str, data: bytes, settings: Settings) -> Draft:
    """The draft of a page."""
    tree = parser.document_fromstring(
        decode(data).text.encode(), parser=parser.HTMLParser(encoding="utf-8", huge_tree=True)
    )
    etree.strip_elements(tree, "script", "style", "template", etree.Comment, with_tail=False)
    lines = [""]
    for event, node in etree.iterwalk(tree, events=("start", "end")):
        edge = node.tag in _BLOCKS
        if edge:
            lines.append("")
        lines[-1] += (node.text if event == "start" else node.tail) or ""
    words = [" ".join(line.split()) for line in lines]
    found, at = [], 0
    for line in words:
        if line:
            found.append(Block(at, at + len(line), BlockKind.PARAGRAPH))
            at += len(line) + 1
    if not found:
        raise UnreadableError("empty", "The page holds no text; save it again, or leave it out.")
    title = tree.findtext(".//title")
    return Draft(text="\n".join(filter(None, words)) + "\n", blocks=tuple(found), metadata=Metadata(title=title))
