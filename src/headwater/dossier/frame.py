"""What frames the views: the running head, the foot, styles and scripts."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from markupsafe import Markup

from headwater.dossier.lookup import Lookup
from headwater.dossier.shell import Shell
from headwater.dossier.views.summary import case_title, names_event
from headwater.dossier.withhold import shown

__all__ = ["Frame", "Tab", "frame"]

VIEWS = ("summary", "collation", "origins", "timeline", "reports", "findings", "speakers", "made")


@dataclass(frozen=True, slots=True)
class Tab:
    """One view's name in the running head."""

    name: str
    title: str
    href: str


@dataclass(frozen=True, slots=True)
class Frame:
    """All that stands around the views."""

    title: str
    language: str
    direction: str
    version: str
    policy: str
    style: Markup
    early: Markup
    scripts: tuple[Markup, ...]
    views: tuple[Tab, ...]
    search: str
    foot: str


def frame(lookup: Lookup, shell: Shell, views: Collection[str]) -> Frame:
    """The frame of a page that has the views named, in their fixed order."""
    say, locale = lookup.wording.say, lookup.wording.locale
    title, count = case_title(lookup), len(lookup.reports)
    foot = say("frame.foot_plain", title=title)
    if names_event(lookup):
        foot = say("frame.foot", title=title, reports=say("count.reports", n=count))
    style = shell.printed(shown(foot, lookup.wording))
    return Frame(
        title=title,
        language=str(locale.language),
        direction=str(locale.text_direction),
        version=lookup.contents.manifest.headwater,
        policy=shell.policy(style),
        style=style,
        early=shell.early,
        scripts=shell.scripts,
        views=tuple(
            Tab(name, say(f"view.{name}"), lookup.addresses.to("view", name)) for name in VIEWS if name in views
        ),
        search=say("search.label", n=count),
        foot=foot,
    )
