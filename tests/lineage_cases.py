"""Small cases for the tests of origins: invented reports that give one number, and what is counted of it."""

from decimal import Decimal

from headwater.engine.here import Here
from headwater.lineage.origins import count
from headwater.lineage.stage import trace
from headwater.model import Figure, Measure, Outcome, Reading, Span
from headwater.settings import Settings
from lineage_texts import prose, report


def figure(document, text, quote, outcome=Outcome.KILLED, group="person", speaker=(), after=0):
    start = text.index(quote, after)
    end = start + len(quote)
    value = Decimal(quote.replace(",", ""))
    begin, stop = text.rfind(".", 0, start) + 1, text.find(".", end)
    place = Span(begin, stop if stop > 0 else len(text))
    name = Figure.identify(document, start, end, outcome, group)
    return Figure(
        name, document, start, end, quote, place, value, value, value, outcome=outcome, group=group, speaker=speaker
    )


def reading(figures, quote="412"):
    rows = [one for many in figures.values() for one in many if one.quote == quote]
    documents = tuple(sorted({one.document for one in rows}))
    value = Decimal(quote)
    return Reading(best=value, low=value, high=value, figures=tuple(one.id for one in rows), documents=documents)


def counted(reports, figures, quote="412", given=None):
    measure = Measure("m1", "e1", Outcome.KILLED, "person", None, None, "count", (reading(figures, quote),))
    descent = trace(reports, figures, Settings(), Here(), given)
    (found,) = count([measure], reports, figures, descent, Settings(), given)
    return found.readings[0].origins, descent


def case(texts, **speakers):
    reports = [report(name, text) for name, text in texts.items()]
    figures = {name: [figure(name, text, "412", speaker=speakers.get(name, ()))] for name, text in texts.items()}
    return reports, figures


def account(seed, number="412", tail=""):
    text = prose(seed, 120)
    return f"{text[:300]} in all {number} people died there {text[300:]} {tail}"
