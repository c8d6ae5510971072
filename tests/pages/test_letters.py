"""The words to use for a workshop: an invitation and an opening, made from its fields."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from tests.examples.overlay import BAKERY
from value_compass.generator.check.check import check
from value_compass.generator.pages.prose import plain_text
from value_compass.generator.pages.workshop_letters import invitation, opening
from value_compass.generator.playbook.playbook import Playbook, seal
from value_compass.schemas.activities import Workshop
from value_compass.schemas.fields import Statement


@pytest.fixture(scope="module")
def bakery() -> Playbook:
    draft = check(BAKERY).draft
    assert draft.settings
    return seal(draft, draft.settings.editions[0])


def menu_day(bakery: Playbook, **said: object) -> Workshop:
    (workshop,) = bakery.of(Workshop)
    return workshop.model_copy(update=said)


def test_an_invitation_says_what_the_fields_say(bakery: Playbook) -> None:
    mail = invitation(bakery, menu_day(bakery), plain_text(bakery))
    assert mail.subject == "Invitation: Menu day"
    text = mail.before + mail.when + mail.after
    for said in (
        "We invite you to a session with us: Menu day.",
        "To agree which bread goes with which dish.",
        "When: [date], 90 minutes",
        "From your side: Chef; Buyer",
        "From our side: Account baker",
        "- Tasting\n- Matching\n- The list",
    ):
        assert said in text
    assert "Please bring" not in text
    assert mail.when_known.format(start="14:00", end="15:30") == "When: [date], from 14:00 to 15:30"


def test_own_words_take_the_place_of_the_purpose(bakery: Playbook) -> None:
    plainly = plain_text(bakery)
    own = menu_day(
        bakery,
        invitation=Statement(text="Come and taste with [[roles/account-baker]]."),
        bring=(Statement(text="The menu of last year."),),
        opening=Statement(text="Six breads, no names."),
    )
    text = invitation(bakery, own, plainly).after
    assert "- The menu of last year." in text
    assert "Come and taste with Account baker." in invitation(bakery, own, plainly).before
    assert "To agree which bread" not in invitation(bakery, own, plainly).before
    assert opening(own, plainly) == "Six breads, no names."
    assert "To agree which bread goes with which dish." in opening(menu_day(bakery), plainly)


def test_a_mail_program_gets_subject_and_text(bakery: Playbook) -> None:
    mail = invitation(bakery, menu_day(bakery), plain_text(bakery))
    address = urlsplit(mail.address)
    filled = parse_qs(address.query)
    assert (address.scheme, address.path) == ("mailto", "")
    assert filled == {"subject": [mail.subject], "body": [mail.before + mail.when + mail.after]}


def test_every_mail_of_ours_is_short_enough_for_mail_programs(playbook: Playbook) -> None:
    for workshop in playbook.of(Workshop):
        assert len(invitation(playbook, workshop, plain_text(playbook)).address) < 2000, workshop.name
