"""The bundled example gives all findings of its truth file, and none besides."""

from typing import Any

import pytest

from example_truth import TRUTH, example
from headwater.model import Finding

WANTED: list[dict[str, Any]] = TRUTH["findings"]


def named(row: dict[str, Any]) -> str:
    return f"{row['kind']}: {row['about']}"


def matches(row: dict[str, Any], finding: Finding) -> bool:
    """Whether a finding is the one that a row tells of: kind, level, and the words that the row names.

    A note may rest on any of the reports that carry the same words; all others name each of them.
    """
    if (finding.kind.value, finding.level.value) != (row["kind"], row["level"]):
        return False
    if row["level"] == "note":
        words = {quote["quote"] for quote in row["quotes"]}
        return set(finding.documents) <= set(row["documents"]) and words <= {span.quote for span in finding.spans}
    return set(finding.documents) == set(row["documents"]) and all(
        any(span.document == quote["document"] and quote["quote"] in span.quote for span in finding.spans)
        for quote in row["quotes"]
    )


@pytest.mark.parametrize("row", WANTED, ids=named)
def test_each_finding_of_the_truth_is_made_once(row: dict[str, Any]) -> None:
    assert len([finding for finding in example().findings if matches(row, finding)]) == 1, told()


def test_no_other_finding_is_made() -> None:
    allowed = {row["kind"] for row in TRUTH["also_right"]}
    others = [finding for finding in example().findings if not any(matches(row, finding) for row in WANTED)]
    assert [shown(finding) for finding in others if finding.kind.value not in allowed] == []


def test_words_of_findings_stand_in_their_reports() -> None:
    texts = {report.document: report.text for report in example().reports}
    for finding in example().findings:
        assert finding.spans
        for span in finding.spans:
            assert texts[span.document][span.start : span.end] == span.quote


@pytest.mark.parametrize("row", TRUTH["statements"], ids=lambda row: f"{row['document']} {row['kind']}")
def test_statements(row: dict[str, Any]) -> None:
    """What is denied, doubted or withheld is told with its words, and by whom where it is said."""
    found = [
        statement
        for statement in example().statements
        if statement.document == row["document"] and " ".join(row["quote"].split()) in " ".join(statement.quote.split())
    ]
    assert [statement.kind.value for statement in found] == [row["kind"]]
    for name in row["speaker"]:
        assert name.split()[-1].lower() in " ".join(found[0].speaker).lower()


def told() -> str:
    return "\n".join(shown(finding) for finding in example().findings)


def shown(finding: Finding) -> str:
    return (
        f"{finding.kind.value} {' '.join(finding.documents)} {[span.quote for span in finding.spans]}: {finding.text}"
    )
