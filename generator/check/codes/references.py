"""Codes of what entries and settings say about each other's names."""

from __future__ import annotations

from generator.check.codes.meaning import Meaning
from generator.load.problem import Severity

REFERENCES = {
    "unknown-reference": Meaning(
        "A reference to an entry that does not exist",
        "A reference is another entry's folder and file name. No file of that name is there: correct the "
        "spelling, or make the file.",
        "to: values/fresness",
        "to: values/freshness",
    ),
    "broken-link": Meaning(
        "A link in a text that leads nowhere",
        "In texts a link is written `[[kind/id]]` or `[[kind/id|words of your own]]`.",
        "body: See [[term/rye]].",
        "body: See [[terms/rye]].",
    ),
    "to-be-written": Meaning(
        "A text that is still to be written",
        'A file that `compass new` has made says "To be written" where a text belongs. Write it, or '
        "delete the file until there is something to say.",
        "summary: To be written",
        "summary: A loaf for two days.",
    ),
    "broken-address": Meaning(
        "A link to an address that is not whole",
        "A link out of the playbook is written `[words](https://...)`, with the whole address. A link to "
        "another entry is written `[[kind/id|words]]`.",
        "body: See [the mill](mill.example.org).",
        "body: See [the mill](https://mill.example.org/).",
    ),
    "unsafe-link": Meaning(
        "A link to an address that is not let through",
        "Links lead to entries, to the web (`https://`) and to mail (`mailto:`). A link that runs a script "
        "or opens a file would be a trap for the one who follows it.",
        "body: See [the list](file:///C:/list.xls).",
        "body: See [the list](https://intranet.example.org/list).",
    ),
    "picture": Meaning(
        "A picture in a text",
        "Texts hold no pictures. Figures are drawn from the fields of entries, so that they fit the site and "
        "the book and can be read aloud. Say in words what the picture shows.",
        'body: "![Our oven](oven.png)"',
        "body: The oven has three decks.",
    ),
    "self-reference": Meaning(
        "An entry that refers to itself",
        "A link from a page to the same page leads nowhere new. Name the entry that you meant, or take it "
        "out.",
        "see: [terms/rye]   # in content/terms/rye.yml",
        "see: [terms/sourdough]",
    ),
    "same-name": Meaning(
        "Two things with the same name",
        "Two entries of one kind with one name, or an alias that is another entry's name, cannot be told "
        "apart in search and in lists; and old addresses lead to either. Rename one. The same goes for two "
        "sections or editions in site.yml.",
        "name: Harvest visit   # as in another event",
        "name: Visit in autumn",
    ),
    "nobody-links": Meaning(
        "An entry that no other entry names",
        "Readers get from entry to entry by references. One that nothing leads to is read by chance. Name it "
        "where it matters: in a step, a reading path, a case, or in a text.",
        "content/events/harvest-visit.yml, named nowhere",
        "helps:\n  - to: events/harvest-visit\n    reason: They see where the grain comes from.",
        Severity.WARNING,
    ),
    "unknown-section-kind": Meaning(
        "A section that names a kind that does not exist",
        "A section of site.yml lists the kinds of entries that it holds, by the names of their folders.",
        "kinds: [event, cases]",
        "kinds: [events, cases]",
    ),
    "section-kind-twice": Meaning(
        "A kind that stands in two sections",
        "Each kind has one place in the site and in the book. Keep it in one section.",
        "kinds: [events, terms]   # and terms in another section too",
        "kinds: [events]",
    ),
    "unused-section-kind": Meaning(
        "Entries that no section holds",
        "There are entries of a kind that no section of site.yml names, so no menu leads to them and the "
        "book leaves them out. Add the kind to a section.",
        "kinds: [events]   # and files in content/workshops/",
        "kinds: [events, workshops]",
    ),
    "address-clash": Meaning(
        "A section with the id of a kind",
        "A section's page and a kind's page would have one address, and one would cover the other.",
        "id: events",
        "id: what-happens",
    ),
}
