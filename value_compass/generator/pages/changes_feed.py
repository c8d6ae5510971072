"""What changed in the content as an Atom feed (RFC 4287)."""

from __future__ import annotations

import datetime
import uuid
from html import escape
from xml.etree import ElementTree

from value_compass.generator.changes.periods import EntryHistory, History, Period
from value_compass.generator.changes.told import visible
from value_compass.generator.pages.page import at_home, entry_address, relative_address, with_addresses
from value_compass.generator.pages.what_changed import CHANGES, CHANGES_FEED, anchors, sentence
from value_compass.generator.playbook.playbook import Playbook
from value_compass.language.words import _, capital
from value_compass.schemas.settings import Inside

MOST = 100
"""The feed holds so many entries, the newest ones."""

_ATOM = "http://www.w3.org/2005/Atom"

_FEEDS = uuid.UUID("9d2c5a52-31f5-4c54-9b6e-0a4b1f6a7c11")
"""What makes the ids of our feeds our own."""


def feed_address(playbook: Playbook) -> str:
    """Where the feed stands."""
    return CHANGES.beside_it(playbook, CHANGES_FEED)


def changes_feed(playbook: Playbook, history: History) -> str | None:
    """The feed; nothing when there is nothing to tell.

    Addresses are absolute when the playbook says where its site is; else they are relative to the feed's own.
    The id of an entry of the feed stays the same as long as the playbook keeps its title.
    """
    if not history.periods or not playbook.edition.shows(Inside.CHANGES):
        return None
    settings = playbook.settings
    feed = ElementTree.Element("feed", {"xmlns": _ATOM, "xml:lang": settings.language})
    _add(feed, "title", _("{title}: what changed", title=settings.title))
    _add(feed, "id", _id(playbook))
    _add(feed, "updated", _time(max(period.time for period in history.periods)))
    _add(_add(feed, "author"), "name", settings.organisation)
    _add(
        feed, "link", rel="self", type="application/atom+xml", href=_address(playbook, feed_address(playbook))
    )
    _add(feed, "link", rel="alternate", type="text/html", href=_address(playbook, CHANGES.address(playbook)))
    places = anchors(history)
    changed = [(entry, period) for period in history.periods for entry in period.entries]
    for entry, period in sorted(changed, key=lambda one: one[0].time, reverse=True)[:MOST]:
        _add_entry(feed, playbook, entry, period, places[period.key])
    ElementTree.indent(feed)
    xml = ElementTree.tostring(feed, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{xml}\n'


def _add_entry(
    feed: ElementTree.Element, playbook: Playbook, entry: EntryHistory, period: Period, place: str
) -> None:
    named = entry.entry
    there = named.reference in playbook.entries
    address = entry_address(named.reference, playbook) if there else f"{CHANGES.address(playbook)}#{place}"
    item = _add(feed, "entry")
    _add(item, "title", f"{capital(named.kind)} {visible(named.name)}")
    _add(item, "id", _id(playbook, period.key, str(named.reference)))
    _add(item, "updated", _time(entry.time))
    _add(item, "link", rel="alternate", type="text/html", href=_address(playbook, address))
    sentences = "".join(f"<li>{sentence(playbook, told)}</li>" for told in entry.changes)
    _add(item, "content", _with_addresses(playbook, f"<ul>{sentences}</ul>"), type="html")


def _add(
    parent: ElementTree.Element, name: str, text: str | None = None, **attributes: str
) -> ElementTree.Element:
    element = ElementTree.SubElement(parent, name, attributes)
    element.text = text
    return element


def _address(playbook: Playbook, address: str) -> str:
    site = playbook.settings.site_address
    return f"{site}{address}" if site else relative_address(address, feed_address(playbook))


def _with_addresses(playbook: Playbook, html: str) -> str:
    site, html = playbook.settings.site_address, at_home(html, playbook)
    if site is None:
        return with_addresses(html, feed_address(playbook), playbook.kinds)
    # The only links in it are those to entries.
    return with_addresses(html, "index.html", playbook.kinds).replace('href="', f'href="{escape(site)}')


def _id(playbook: Playbook, *names: str) -> str:
    whole = "\n".join((playbook.settings.title, playbook.edition.name, *names))
    return uuid.uuid5(_FEEDS, whole).urn


def _time(time: datetime.datetime) -> str:
    return time.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")
