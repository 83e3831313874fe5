"""The rule on counts that are given to a speaker who is said to deny them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from headwater.examine.account import Account
from headwater.examine.comparison import Comparison
from headwater.examine.registry import Found, rule
from headwater.examine.wording import counted
from headwater.messages import say
from headwater.model import Figure, FindingKind, Level, Statement, StatementKind

__all__ = ["attribution_disputed"]


@rule(FindingKind.ATTRIBUTION_DISPUTED, Level.COUNTS_DIFFER, "between", version=3)
def attribution_disputed(case: Comparison) -> Iterator[Found]:
    """A count is given as from a speaker who, elsewhere in these reports, is said to deny it.

    The count denied is the same: one event, outcome, group and number, and the denial stands in another report. One finding a count.
    """
    spoken: dict[object, list[Figure]] = defaultdict(list)
    for account in case.accounts:
        for figure in account.figures:
            if figure.event == case.event:
                spoken[_count(figure)].append(figure)
    for (count, denied), denials in _denied(case).items():
        elsewhere = {account.document for account, _ in denials}
        given = [figure for figure in spoken[count] if case.same_speaker(figure.speaker, (denied,))]
        # In one report a denial close to a count may deny something else.
        given = given if any(figure.document not in elsewhere for figure in given) else []
        if given:
            yield Found(
                text=say("finding.attribution_disputed", count=counted(given[0]), speaker=given[0].speaker[0]),
                spans=[*case.first_spans(given), *(account.of(statement) for account, statement in denials)],
                figures=given,
            )


def _count(figure: Figure) -> object:
    return figure.event, figure.outcome, figure.group, figure.best, figure.low, figure.high


def _denied(case: Comparison) -> dict[tuple[object, str], list[tuple[Account, Statement]]]:
    """The counts that speakers are said to deny, with each denial."""
    found: dict[tuple[object, str], list[tuple[Account, Statement]]] = defaultdict(list)
    for account in case.accounts:
        for statement in account.statements:
            if statement.kind is StatementKind.DENIES and statement.speaker:
                for figure in (account.by_id[name] for name in statement.about if name in account.by_id):
                    # "It denied that its men did it" goes on about a count told before, and does not deny the number.
                    if not figure.sentence.start <= statement.start < figure.sentence.end:
                        continue
                    found[_count(figure), statement.speaker[0]].append((account, statement))
    return found
