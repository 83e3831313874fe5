"""Rules on the figures of one report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import takewhile

from headwater.examine.account import Account
from headwater.examine.registry import Found, rule
from headwater.examine.wording import amount, counted, outcome_words
from headwater.grammar.tokens import Kind, tokenize
from headwater.language.collation import loose_parts, side_words
from headwater.messages import listing, number, say
from headwater.model import Figure, FindingKind, Hedge, Level, Outcome

__all__ = ["part_exceeds_total", "percentage", "repeated_differs", "sum_mismatch"]

NEAR = 60
"""Code points before a part within which the word stands that makes it one."""

_SCARCE = (Hedge.UP_TO, Hedge.NEARLY)


@rule(FindingKind.PART_EXCEEDS_TOTAL, Level.DOES_NOT_FIT, "inside", version=2)
def part_exceeds_total(account: Account) -> Iterator[Found]:
    """A part is larger than the whole that the report says it is a part of.

    Taken at its least, the part is more than the whole at its most. Families, houses and other groups of another kind than the whole's
    are no parts of a number of persons, and are never compared with it; nor is what something named in between "included".
    """
    for part in account.figures:
        whole = account.by_id.get(part.part_of or "")
        if whole is None or part.unit != whole.unit or _loosely_told(account, part):
            continue
        least, most = _least(part), _most(whole)
        if least is not None and most is not None and least > most:
            yield Found(
                text=say("finding.part_exceeds_total", part=counted(part), whole=counted(whole)),
                arithmetic=say("sum.by", sum=f"{number(least)} > {number(most)}", number=number(least - most)),
                spans=[account.of(whole), account.of(part)],
                figures=[whole, part],
            )


def _loosely_told(account: Account, part: Figure) -> bool:
    """Whether the verb before a part may have a subject of its own: "the ring included more than 20"."""
    small = side_words(account.language).between
    before = tokenize(account.report.text, max(part.sentence.start, part.start - NEAR), part.start)
    verb = next((token.lower for token in reversed(before) if token.lower not in small), "")
    return verb in loose_parts(account.language)


@rule(FindingKind.SUM_MISMATCH, Level.DOES_NOT_FIT, "inside", version=5)
def sum_mismatch(account: Account) -> Iterator[Found]:
    """Counts of several places, told as parts of one whole, make more than the whole.

    Told as parts are those that words or a colon behind the whole make so ("3,900 were taken off: 2,100 to …, 1,350 to …"), and three
    or more that go on from it without a noun of their own ("60 houses burned, 32 in …, 21 in … and 17 in …"). Only counts of
    different places are added, and of those of whom the dead, the missing and the saved are told: people of different ages or roles may be the same people.
    """
    by_whole: dict[str, list[Figure]] = defaultdict(list)
    for part in account.figures:
        whole_id = (part.place and (part.part_of or _before_colon(account, part))) or _before_list(account, part)
        if whole_id and _least(part) is not None:
            by_whole[whole_id].append(part)
    for name, parts in by_whole.items():
        whole = account.by_id.get(name)
        most = _most(whole) if whole else None
        total = sum((_least(part) or Decimal(0) for part in parts), Decimal(0))
        if (
            whole
            and most is not None
            and len({_where(account, part) for part in parts}) == len(parts) > 1
            and total > most
        ):
            yield _too_many(account, whole, parts, total, most)
    for whole, parts in _shared_by_fate(account):
        most, total = _most(whole), sum((_least(part) or Decimal(0) for part in parts), Decimal(0))
        if most is not None and total > most:
            yield _too_many(account, whole, parts, total, most)


_FATES = frozenset({Outcome.KILLED, Outcome.MISSING, Outcome.RESCUED})
"""What befell people that shares them out: who is dead is neither missing nor saved."""


def _shared_by_fate(account: Account) -> Iterator[tuple[Figure, list[Figure]]]:
    """Wholes with the parts of one sentence that an outcome each befell, none of which another part can be among: "of the 231 on board, 118 were rescued, 72 died and 51 are missing"."""
    by_whole: dict[tuple[str, int], list[Figure]] = defaultdict(list)
    for part in account.figures:
        if part.part_of is not None and part.outcome in _FATES and part.unit == "count" and not part.denied:
            by_whole[part.part_of, part.sentence.start].append(part)
    for (name, _), parts in by_whole.items():
        whole = account.by_id.get(name)
        if whole is None or whole.outcome in _FATES or not len({one.outcome for one in parts}) == len(parts) > 1:
            continue
        yield whole, parts


def _before_colon(account: Account, part: Figure) -> str | None:
    """The figure of the same people that stands before a colon in a part's sentence; `None` where none or several do."""
    colon = account.report.text.rfind(":", part.sentence.start, part.start)
    if colon < 0:
        return None
    near = account.figures_of(part.sentence)
    wholes = [one for one in near if one.end <= colon and one.outcome is part.outcome and one.group == part.group]
    return wholes[0].id if len(wholes) == 1 and part.outcome is not None and wholes[0].unit == part.unit else None


LISTED = 3
"""Counts without a noun from which on what follows a whole is a list of its parts."""


def _before_list(account: Account, part: Figure) -> str | None:
    """The figure of no place that three or more counts of places without a noun go on from in its sentence; else `None`."""
    near = [
        one
        for one in account.figures_of(part.sentence)
        if (one.outcome, one.group, one.unit) == (part.outcome, part.group, part.unit)
    ]
    whole, *listed = near
    bare = all(_where(account, one) and one.noun is None for one in listed)
    told = part.outcome is not None and whole.place is None and len(listed) >= LISTED
    return whole.id if told and bare and part in listed else None


def _where(account: Account, part: Figure) -> str:
    """The words that tell where a part was counted, as they stand: those of its place, else those from a preposition of place up to the next sign; else none."""
    if part.place:
        return part.place
    text, words = account.report.text, side_words(account.language)
    after = tokenize(text, part.end, min(part.sentence.end, part.end + NEAR))
    if not after or after[0].lower not in words.where:
        return ""
    where = list(takewhile(lambda token: token.kind == Kind.WORD and token.lower not in words.ends, after[1:]))
    return text[where[0].start : where[-1].end] if where else ""


def _too_many(account: Account, whole: Figure, parts: Sequence[Figure], total: Decimal, most: Decimal) -> Found:
    terms = " + ".join(number(_least(part) or Decimal(0)) for part in parts)
    places = listing(
        say("count.placed", number=amount(part), place=place) if (place := _where(account, part)) else _befell(part)
        for part in parts
    )
    return Found(
        text=say("finding.sum_mismatch", parts=places, whole=counted(whole), total=number(total)),
        arithmetic=f"{terms} = {number(total)} > {number(most)}",
        spans=[account.of(whole), *map(account.of, parts)],
        figures=[whole, *parts],
    )


def _befell(part: Figure) -> str:
    """A part's number with what befell those that it counts: "72 killed"."""
    return (
        say("count.befell", number=amount(part), outcome=outcome_words(part.outcome)) if part.outcome else counted(part)
    )


CLOSE = 30
"""Code points within which a percentage stands beside the part that it is of: "40 of the 80 houses (50 per cent)"."""


@rule(FindingKind.PERCENTAGE, Level.DOES_NOT_FIT, "inside", version=2)
def percentage(account: Account) -> Iterator[Found]:
    """A percentage beside a part is not that part's share of its whole.

    The whole is what the part is told of ("120 of the 400 houses, or 40 per cent"; "of the 400 houses 120, or 40 per cent"). A share may be
    rounded to whole points; hedged numbers are left out.
    """
    shares = [figure for figure in account.figures if figure.unit == "percent" and _plain(figure)]
    for part in account.figures if shares else ():
        share = next((share for share in shares if _is_beside(part, share)), None)
        whole = account.by_id.get(part.part_of or "") or (_whole_told(account, part, share) if share else None)
        if whole is None or not whole.best or part.best is None or not (_plain(part) and _plain(whole)):
            continue
        if share is not None and share.best is not None:
            actual = part.best * 100 / whole.best
            if abs(actual - share.best) > 1:
                yield _other_share(account, (whole, part, share), number(round(actual, 1)))


def _whole_told(account: Account, part: Figure, share: Figure) -> Figure | None:
    """The only other count of a part's sentence, where the words before it say that the part is of it and a word at most leads to the share; else `None`."""
    between = tokenize(account.report.text, part.end, share.start)
    if part.unit != "count" or part.best is None or sum(token.kind == Kind.WORD for token in between) > 1:
        return None
    near = [one for one in account.figures_of(part.sentence) if one.unit == "count" and one.id != part.id]
    larger = [one for one in near if one.best is not None and one.best > part.best]
    if len(larger) != 1 or len(near) != 1:
        return None
    before = tokenize(account.report.text, max(part.sentence.start, larger[0].start - CLOSE), larger[0].start)
    words = side_words(account.language)
    of_the = [token.lower for token in before][-2:]
    told = not words.of.isdisjoint(of_the[:1]) and not words.definite.isdisjoint(of_the[1:])
    return larger[0] if told else None


def _is_beside(part: Figure, share: Figure) -> bool:
    return share.sentence == part.sentence and 0 < share.start - part.end < CLOSE


def _other_share(account: Account, told: tuple[Figure, Figure, Figure], actual: str) -> Found:
    whole, part, share = told
    return Found(
        text=say("finding.percentage", part=counted(part), whole=counted(whole), share=amount(share), actual=actual),
        arithmetic=say("sum.not", sum=f"{amount(part)} / {amount(whole)} = {actual} %", told=f"{amount(share)} %"),
        spans=[account.of(figure) for figure in told],
        figures=told,
    )


def _plain(figure: Figure) -> bool:
    return figure.best is not None and figure.low == figure.high == figure.best


@rule(FindingKind.REPEATED_DIFFERS, Level.DOES_NOT_FIT, "inside")
def repeated_differs(account: Account) -> Iterator[Found]:
    """The report gives one count twice, in its own voice or from one speaker, and the two exclude each other.

    Compared are plain totals of one outcome, group, place, time and speaker, told of one event. Counts that the report tells as
    parts, as further ones or as older ones are left out.
    """
    by_scope: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for figure in account.figures:
        if _is_total(figure):
            by_scope[_scope(figure)].append(figure)
    for figures in by_scope.values():
        values = {figure.best: figure for figure in reversed(figures)}
        if len(values) > 1:
            shown = sorted(values.values(), key=lambda figure: figure.start)
            yield Found(
                text=say("finding.repeated_differs", counts=listing(map(counted, shown))),
                arithmetic=" ≠ ".join(amount(figure) for figure in shown),
                spans=[account.of(figure) for figure in figures],
                figures=figures,
            )


TOTALS = frozenset({"headline", "toll", "total"})
"""Words in the names of rules that read a figure as the report's total; other mentions may count other people."""


def _is_total(figure: Figure) -> bool:
    alone = not (
        figure.part_of or figure.background or figure.negated or figure.implied or figure.spread or figure.place
    )
    kept = figure.outcome not in (None, Outcome.OTHER, Outcome.AFFECTED)
    return _plain(figure) and alone and kept and any(word in figure.rule for word in TOTALS)


def _scope(figure: Figure) -> tuple[object, ...]:
    return figure.event, figure.outcome, figure.group, figure.unit, figure.period, figure.as_of, figure.speaker


def _least(figure: Figure) -> Decimal | None:
    """The smallest number that the words allow; of a hedged one ("about 40") the number itself."""
    if figure.hedge in _SCARCE:
        return None
    return figure.low if figure.low is not None else figure.best


def _most(figure: Figure) -> Decimal | None:
    """The largest number that the words allow, where they set one."""
    return figure.high if figure.hedge is not Hedge.ABOUT else None
