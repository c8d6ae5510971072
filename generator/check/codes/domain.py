"""Codes of the rules of the domain: what must stay true in every playbook."""

from __future__ import annotations

from generator.check.codes.meaning import Meaning

DOMAIN = {
    "path-covers-framework": Meaning(
        "A group that stands on the path never, or twice",
        "Walking the whole path establishes every group once. Name the group under `establishes` of exactly "
        "one step.",
        "establishes: []   # and groups/on-time in no other step",
        "establishes:\n  - to: on-time\n    reason: Trust begins at the back door.",
    ),
    "needs-before": Meaning(
        "A step recommends something that comes too early",
        "What a step recommends may need only groups that this step or an earlier one establishes. Otherwise "
        "readers hold a workshop that cannot work yet. Recommend it in a later step, establish the group "
        "earlier, or take out the need.",
        "order: 1\nhelps:\n  - to: workshops/menu-day   # needs a group of step 3",
        "order: 3\nhelps:\n  - to: workshops/menu-day",
    ),
    "mixed-levels": Meaning(
        "A list that names a group and one of its values",
        "A group already stands for all its values. With both in a list, readers wonder what the difference "
        "is, and the one value counts twice. Keep the group, or the values that you mean.",
        "- to: groups/on-time\n- to: values/early-van",
        "- to: groups/on-time",
    ),
    "named-twice": Meaning(
        "A list that names the same thing twice",
        "Keep one of the two, and put both reasons together.",
        "theirs: [Chef, Buyer, Chef]",
        "theirs: [Chef, Buyer]",
    ),
    "faint-colour": Meaning(
        "A pillar's colour that is too faint",
        "A pillar's colour carries small text and thin lines, on screen and printed in grey. Its contrast "
        "with the paper must be at least 4.5 to 1. Take a darker one.",
        'colour: "#f2c14e"',
        'colour: "#8a5a00"',
    ),
    "same-colour": Meaning(
        "Two pillars that look the same",
        "The colour tells at one look under which pillar a page stands. Two pillars whose colours are equal, "
        "or so near that they look equal, lose that.",
        'colour: "#8a5a00"   # another pillar has "#8a5a02"',
        'colour: "#1f5f8b"',
    ),
    "same-order": Meaning(
        "Two neighbours with the same order",
        "`order` says in which order the steps of the path, the pillars, the groups of a pillar and so on "
        "follow each other. Each number stands once among neighbours.",
        "order: 2   # another step has 2 as well",
        "order: 3",
    ),
    "agenda-adds-up": Meaning(
        "An agenda that does not add up to the duration",
        "The minutes of all parts of the agenda together are the duration of the workshop.",
        "duration: 60\nagenda:\n  - minutes: 30\n  - minutes: 20",
        "duration: 50\nagenda:\n  - minutes: 30\n  - minutes: 20",
    ),
    "agenda-days": Meaning(
        "An agenda whose days do not count up",
        "A session of several days begins on day 1. The first part of each later day says so under `day`, "
        "and the parts after it follow. No day is left out, and none comes back.",
        "agenda:\n  - title: Sketch\n  - title: Build\n    day: 3",
        "agenda:\n  - title: Sketch\n  - title: Build\n    day: 2",
    ),
    "timeline-forward": Meaning(
        "A timeline that runs backward",
        "The moments of a case stand in the order in which they happened: a year is never smaller than one "
        "before it.",
        "- year: 2021\n- year: 2019",
        "- year: 2019\n- year: 2021",
    ),
    "other-year": Meaning(
        "A moment with two different years",
        "`when` is what readers see and `year` is what sorts and draws. They name the same year.",
        "when: End of 2023\nyear: 2022",
        "when: End of 2023\nyear: 2023",
    ),
    "group-unbuilt": Meaning(
        "A group that nothing builds",
        "For every group there is at least one event or workshop that builds it, or one of its values. A "
        "reader who finds the group missing would otherwise find nothing to do.",
        "content/groups/on-time.yml, under `builds` of no event or workshop",
        "builds:\n  - to: groups/on-time\n    reason: They see the van leave.",
    ),
    "builds-nothing": Meaning(
        "A planned event that builds nothing",
        "One plans an event for what it builds. Name at least one group or value, with the reason.",
        "nature: planned\nbuilds: []",
        "nature: planned\nbuilds:\n  - to: groups/on-time\n    reason: They see the van leave.",
    ),
    "no-response": Meaning(
        "An unplanned event without a response",
        "When something happens to us, readers look for what to do now. Say it under `respond`.",
        "nature: unplanned",
        "nature: unplanned\nrespond:\n  - Call before they call you.",
    ),
    "stated-without-source": Meaning(
        "Called stated or derived, with no document behind it",
        "All sources of the entry are `editorial`: they are ours. A statement in it cannot be `stated` by or "
        "`derived` from a document then. Cite the document, or call the statement `editorial`.",
        "lessons:\n  - text: Chefs decide.\n    basis: stated\nsources:\n  - basis: editorial",
        "lessons:\n  - text: Chefs decide.\n    basis: editorial\nsources:\n  - basis: editorial",
    ),
}
"""What must stay true of values, path, activities and sources."""

AUDIENCES = {
    "confidential-name": Meaning(
        "A name that must stay confidential",
        "site.yml holds names of customers, partners or people as hashes, so that the check can find them "
        "and nobody can read them. One of them stands here, in whatever case or spacing; the report covers "
        "it. Use the stand-in name.",
        "customer: (the hotel's name)",
        "customer: Customer A",
    ),
    "confidential-form": Meaning(
        "A confidential name that is not a hash",
        "Under `confidential` of site.yml names are kept as `length:hash`, never as they are. Let "
        '`compass confidential add "Name"` write the line.',
        "names: [Some Name]",
        'names: ["8:2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"]',
    ),
    "unknown-audience": Meaning(
        "An audience that site.yml does not know",
        "An entry's `audience`, and the `audiences` of an edition, are names from `audiences` in site.yml. "
        "With another name nobody would ever see the entry.",
        "audience: partner",
        "audience: partners",
    ),
    "audience-hole": Meaning(
        "An entry that stands on one its readers may not see",
        "An edition shows this entry and hides another that it cannot do without: a value needs its group. "
        "Give both the same audience.",
        "group: secret-recipes   # for another audience than this value",
        "audience: partners\ngroup: secret-recipes",
    ),
    "audience-leak": Meaning(
        "A text that gives away a hidden entry",
        "An edition shows this text and hides the entry that it links to or names. What is for one audience "
        "must not be known from another audience's edition. Take the words out, or give this entry the same "
        "audience.",
        "body: Ask about [[terms/margin]].   # a term for partners only",
        "body: Ask about prices.",
    ),
}
"""What nobody, or not everybody, may see."""
