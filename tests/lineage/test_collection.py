import json

import pytest

from headwater.engine.here import Here
from headwater.engine.processes import Processes
from headwater.errors import InputError
from headwater.lineage import collection, intake
from headwater.lineage.collection import lineage
from headwater.lineage.stage import trace
from headwater.model.wire import dump_line
from headwater.settings import Settings
from lineage_texts import prose, report, reworded
from lineage_work import digits

NAMES = ("links.jsonl", "parents.jsonl", "origins.jsonl")


def rows():
    found = []
    for n in range(24):
        text = prose(n, 90)
        for copy in range(3 if n % 2 else 1):
            words = text if not copy else reworded(text, n + copy, 0.0 if copy == 2 and n % 4 == 1 else 0.1)
            found.append(
                {
                    "id": f"t{n:02d}-{copy}",
                    "publisher": f"house {n % 5}",
                    "published": f"2021-05-{1 + n:02d}T0{copy}:00",
                    "text": words,
                }
            )
    return found


@pytest.fixture
def source(tmp_path, monkeypatch):
    """A collection, cut into many small shards."""
    monkeypatch.setattr(intake, "ACCOUNTS", 1000)
    path = tmp_path / "texts.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows()), encoding="utf-8")
    return path


def read(folder):
    return {name: (folder / name).read_bytes() for name in NAMES}


def test_families_are_found_and_every_report_has_a_row(source, tmp_path):
    lineage(source, tmp_path / "out", Settings(), Here())
    parents = [json.loads(line) for line in (tmp_path / "out/parents.jsonl").read_text().splitlines()]
    assert sorted(row["document"] for row in parents) == sorted(row["id"] for row in rows())
    links = {(row["a"], row["b"]) for row in map(json.loads, (tmp_path / "out/links.jsonl").read_text().splitlines())}
    assert links == {(f"t{n:02d}-{a}", f"t{n:02d}-{b}") for n in range(1, 24, 2) for a, b in ((0, 1), (0, 2), (1, 2))}
    assert not (tmp_path / "out.work").exists()


def test_the_spans_of_the_evidence_are_the_words_of_both(source, tmp_path):
    lineage(source, tmp_path / "out", Settings(), Here())
    texts = {row["id"]: row["text"] for row in rows()}
    for row in map(json.loads, (tmp_path / "out/links.jsonl").read_text().splitlines()):
        for piece in row["evidence"]:
            a, b = (
                texts[row["a"]][piece["a_start"] : piece["a_end"]],
                texts[row["b"]][piece["b_start"] : piece["b_end"]],
            )
            assert a.split()[0].strip(".").lower() == b.split()[0].strip(".").lower()


def test_order_of_rows_engine_and_format_change_nothing(source, tmp_path):
    import pyarrow as pa
    import pyarrow.parquet as pq

    lineage(source, tmp_path / "here", Settings(), Here())
    turned = tmp_path / "turned.jsonl"
    turned.write_text("".join(json.dumps(row) + "\n" for row in rows()[::-1]), encoding="utf-8")
    lineage(turned, tmp_path / "turned", Settings(), Processes(2))
    pq.write_table(pa.Table.from_pylist(rows()), tmp_path / "texts.parquet")
    lineage(tmp_path / "texts.parquet", tmp_path / "parquet", Settings(), Here())
    assert read(tmp_path / "here") == read(tmp_path / "turned") == read(tmp_path / "parquet")


class Stops:
    """An engine that is killed after so many items."""

    def __init__(self, after):
        self.left = after
        self.done = 0

    def map(self, function, items):
        for item in items:
            if self.left == 0:
                raise KeyboardInterrupt
            self.left -= 1
            self.done += 1
            yield function(item)


@pytest.mark.parametrize("after", [0, 1, 2, 3])
def test_a_run_that_was_stopped_goes_on_where_it_was(source, tmp_path, after):
    lineage(source, tmp_path / "whole", Settings(), Here())
    first = Stops(after)
    with pytest.raises(KeyboardInterrupt):
        lineage(source, tmp_path / "out", Settings(), first)
    assert not (tmp_path / "out").exists()
    second = Stops(100)
    lineage(source, tmp_path / "out", Settings(), second)
    assert first.done + second.done == 4
    assert read(tmp_path / "out") == read(tmp_path / "whole")


def test_other_settings_begin_anew(source, tmp_path):
    with pytest.raises(KeyboardInterrupt):
        lineage(source, tmp_path / "out", Settings(), Stops(2))
    engine = Stops(100)
    lineage(source, tmp_path / "out", Settings(common=50), engine)
    assert engine.done == 4


def test_what_is_given_by_hand_overrides_and_is_said(source, tmp_path):
    known = tmp_path / "known.jsonl"
    known.write_text('{"id": "t01-0", "parent": "t03-0"}\n{"id": "t05-1", "parent": null, "published": "2020"}\n')
    lineage(source, tmp_path / "out", Settings(), Here(), known=known)
    parents = {
        row["document"]: row for row in map(json.loads, (tmp_path / "out/parents.jsonl").read_text().splitlines())
    }
    assert parents["t01-0"]["parents"] == [{"document": "t03-0", "probability": 1.0}]
    assert parents["t05-1"]["independent"] == 1.0
    links = [
        row
        for row in map(json.loads, (tmp_path / "out/links.jsonl").read_text().splitlines())
        if (row["a"], row["b"]) == ("t01-0", "t03-0")
    ]
    assert links[0]["evidence"][0]["kind"] == "by_hand"
    assert links[0]["evidence"][0]["note"] == "t03-0 is the parent of t01-0"
    told = [json.loads(line) for line in (tmp_path / "out/known.jsonl").read_text().splitlines()]
    assert told == [
        {"document": "t01-0", "given_by_hand": ["parent"]},
        {"document": "t05-1", "given_by_hand": ["published", "parent"]},
    ]


@pytest.mark.parametrize(
    "text",
    ["", '{"id": "a"}\n', "no json\n", '{"id": "a", "text": "x"}\n{"id": "a", "text": "y"}\n'],
    ids=["empty", "textless", "broken", "twice"],
)
def test_a_file_that_is_none_is_told_of(tmp_path, text):
    path = tmp_path / "texts.jsonl"
    path.write_text(text)
    with pytest.raises(InputError):
        lineage(path, tmp_path / "out", Settings(), Here())


def test_a_missing_file_is_told_of(tmp_path):
    with pytest.raises(InputError):
        lineage(tmp_path / "none.jsonl", tmp_path / "out", Settings(), Here())
    assert collection.VERSION


def test_figure_sets_are_found_where_figures_are_read(tmp_path):
    numbers = ["4127", "318", "95", "664"]
    texts = {
        name: " ".join(f"{prose(seed + n, 30, plain=True)} {number}" for n, number in enumerate(numbers))
        for seed, name in ((1, "a"), (50, "b"))
    }
    path = tmp_path / "texts.jsonl"
    path.write_text(
        "".join(json.dumps({"id": name, "text": text}) + "\n" for name, text in (texts | {"c": prose(90)}).items())
    )
    lineage(path, tmp_path / "out", Settings(), Here(), extractor=digits)
    (link,) = map(json.loads, (tmp_path / "out/links.jsonl").read_text().splitlines())
    assert (link["a"], link["b"], link["relation"]) == ("a", "b", "shared_figures")
    (origin,) = map(json.loads, (tmp_path / "out/origins.jsonl").read_text().splitlines())
    parents = [json.loads(line) for line in (tmp_path / "out/parents.jsonl").read_text().splitlines()]
    assert {row["document"]: [one["origin"] for one in row["unseen"]] for row in parents} == {
        "a": [origin["id"]],
        "b": [origin["id"]],
        "c": [],
    }


def told(tmp_path, texts, **more):
    """Links and parents of texts by publisher and name, as a large run finds them."""
    path = tmp_path / "texts.jsonl"
    rows = [{"id": name, "publisher": publisher, "text": text} for (publisher, name), text in texts.items()]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    lineage(path, tmp_path / "out", Settings(), Here(), extractor=digits, **more)
    files = [(tmp_path / "out" / name).read_text().splitlines() for name in ("links.jsonl", "parents.jsonl")]
    links, parents = ([json.loads(line) for line in file] for file in files)
    return {(row["a"], row["b"]): row for row in links}, {row["document"]: row for row in parents}


def test_credits_make_descent_where_they_are_read(tmp_path):
    words = prose(7, 13, plain=True)
    links, parents = told(
        tmp_path,
        {
            ("Harbour Wire", "wire"): prose(1, plain=True),
            ("Post", "post"): "says Harbour Wire: " + prose(2, plain=True),
            ("Gazette", "gazette"): f"{prose(3, plain=True)} {words} {prose(4, 60, plain=True)}",
            ("Mail", "mail"): f"says Gazette: {prose(5, plain=True)} {words} {prose(6, 60, plain=True)}",
            ("Echo", "echo"): "says Tide Office: " + prose(8, plain=True),
            ("Star", "star"): "says Tide Office: " + prose(9, plain=True),
            ("Sun", "sun"): prose(10, plain=True),
        },
    )
    assert {pair: row["relation"] for pair, row in links.items()} == {
        ("post", "wire"): "credit",
        ("gazette", "mail"): "shared_text",
        ("echo", "star"): "credit",
    }
    assert [choice["document"] for choice in parents["post"]["parents"]] == ["wire"]
    assert parents["post"]["parents"][0]["probability"] == 0.9002
    assert [choice["document"] for choice in parents["mail"]["parents"]] == ["gazette"]
    assert parents["sun"]["independent"] == parents["echo"]["independent"] == 1.0


def test_a_large_run_and_a_case_agree_on_credits(tmp_path):
    texts = {
        ("Harbour Wire", "wire"): prose(1, plain=True),
        ("Post", "post"): "says Harbour Wire: " + prose(2, plain=True),
        ("Mail", "mail"): "says Harbour Wire: " + reworded(prose(1, plain=True), 3, 0.1),
    }
    links, parents = told(tmp_path, texts)
    bare = [report(name, text, None, publisher) for (publisher, name), text in texts.items()]
    reports = [told for told, _ in digits(bare)]
    descent = trace(reports, {}, Settings(), Here())
    assert [json.loads(dump_line(row)) for row in descent.parents] == [parents[name] for name in sorted(parents)]
    assert [json.loads(dump_line(row)) for row in descent.links] == [links[pair] for pair in sorted(links)]
