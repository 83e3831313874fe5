from __future__ import annotations

import re
from html import unescape
from itertools import permutations

from headwater.dossier.options import DossierOptions
from headwater.dossier.stage import render
from headwater.model import Contents, Manifest


def text_of(page: str) -> str:
    body = re.sub(r"<(style|script)>.*?</\1>", "", page, flags=re.DOTALL)
    return unescape(re.sub(r"<[^>]+>", "", body))


def test_an_empty_case_is_still_a_page():
    page = "".join(
        render(Contents(manifest=Manifest(schema=1, headwater="0", language_data="", settings={}, inputs={})))
    )
    assert page.startswith("<!doctype html>")
    assert page.endswith("</html>\n")


def test_every_word_that_was_read_is_on_the_page(case):
    page = " ".join(text_of("".join(render(case))).split())
    for report in case.reports:
        for block in report.blocks:
            for word in report.text[block.start : block.end].split():
                assert word in page


def test_the_same_contents_give_the_same_bytes(full_case):
    assert "".join(render(full_case)) == "".join(render(full_case, DossierOptions()))


def test_every_address_on_the_page_is_there(full_case):
    page = "".join(render(full_case))
    anchors = re.findall(r'\sid="([^"]+)"', page)
    assert len(anchors) == len(set(anchors))
    # Two reports side by side are drawn by a script, which the links to them need.
    sigla = [report.siglum for report in full_case.reports]
    pairs = {f"pair-{first}-{second}" for first, second in permutations(sigla, 2)}
    asked = set(re.findall(r'href="#([^"]+)"', re.sub(r"<script>.*?</script>", "", page, flags=re.DOTALL)))
    assert asked <= {*anchors, *pairs}


def test_nothing_is_asked_of_a_network(full_case):
    page = "".join(render(full_case))
    assert not re.findall(r"""(?:src|href)=["']?(?:https?:)?//""", page)
    assert "default-src 'none'" in unescape(page)
