"""Words to copy for a workshop: the mail that invites to it, and what opens it."""

from __future__ import annotations

from urllib.parse import quote

from msgspec import Struct

from value_compass.generator.pages.prose import PlainText
from value_compass.generator.pages.workshop_agenda import length
from value_compass.generator.playbook.playbook import Playbook
from value_compass.generator.playbook.programme import programme
from value_compass.language.words import _
from value_compass.schemas.activities import Workshop


class Invitation(Struct, frozen=True):
    """A mail. What only the sender knows stands in brackets."""

    subject: str
    before: str
    """What comes before the line that says when."""
    when: str
    """The line that says when."""
    when_known: str
    """The same line when `{start}` and `{end}` are known."""
    minutes: int
    """How long the first day lasts."""
    after: str

    @property
    def address(self) -> str:
        """What opens the mail in the reader's own program."""
        text = f"{self.before}{self.when}{self.after}"
        return f"mailto:?subject={quote(self.subject)}&body={quote(text)}"


def invitation(playbook: Playbook, workshop: Workshop, plainly: PlainText) -> Invitation:
    """The mail that invites to a workshop.

    Args:
        playbook: what the edition shows.
        workshop: what one is invited to.
        plainly: takes the links out of authors' lines.
    """
    why = plainly(workshop.invitation.text if workshop.invitation else workshop.purpose)
    days = programme(workshop)
    lasts = length(workshop)
    ours = ", ".join(playbook[role].name for role in workshop.ours)
    theirs = "; ".join(workshop.theirs)
    who = [
        _("Where: [place]"),
        _("From your side: {people}", people=theirs) if theirs else "",
        _("From our side: {people}", people=ours) if ours else "",
    ]
    listed = [
        (_("On the agenda:"), [item.title for item in workshop.agenda]),
        (_("Please bring, or think about beforehand:"), [plainly(one.text) for one in workshop.bring]),
    ]
    before = [_("Dear [name],"), _("We invite you to a session with us: {name}.", name=workshop.name), why]
    after = [
        "\n".join(one for one in who if one),
        *("\n".join([title, *(f"- {one}" for one in items)]) for title, items in listed if items),
        _("With kind regards,\n[your name]"),
    ]
    return Invitation(
        _("Invitation: {name}", name=workshop.name),
        "\n\n".join([*before, ""]),
        _("When: [date], {length}", length=lasts),
        _("When: [date], from {start} to {end}")
        if len(days) == 1
        else _("When: [date], {length}, from {start}", length=lasts),
        days[0].minutes,
        "\n" + "\n\n".join(after),
    )


def opening(workshop: Workshop, plainly: PlainText) -> str:
    """What one can say to open a workshop."""
    if workshop.opening:
        return plainly(workshop.opening.text)
    purpose = plainly(workshop.purpose)
    return _(
        "Welcome. This is what we are here for: {purpose} We have {length} for it.",
        purpose=purpose,
        length=length(workshop),
    )
