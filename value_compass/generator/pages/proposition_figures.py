"""What the figures of propositions and offerings show, taken from a playbook's entries."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup
from msgspec import Struct

from value_compass.generator.diagrams.factors import Factors, ScoreCurve, ScoredFactor, lay_out_factors
from value_compass.generator.diagrams.quadrant import Quadrant, QuadrantItem, lay_out_quadrant
from value_compass.generator.diagrams.value_canvas import (
    CanvasField,
    CanvasFit,
    CanvasItem,
    Strength,
    ValueCanvas,
    lay_out_canvas,
)
from value_compass.generator.pages.drawer import Drawer
from value_compass.generator.pages.page import entry_link
from value_compass.generator.pages.prose import plain_text
from value_compass.generator.playbook.playbook import Playbook
from value_compass.language.words import N_, _, choice
from value_compass.schemas.anatomy import anatomy_of, title_for
from value_compass.schemas.proposition import Offering, Promise, Proposition, Served, Sided

UNANSWERED = N_("nothing answers it")
"""What stands at a need without an answer."""


def canvas_of(playbook: Playbook, proposition: Proposition) -> ValueCanvas:
    """The value map and the customer profile of a proposition, with the lines of fit."""
    plain = plain_text(playbook)
    answered = {fit.need for fit in proposition.fits}
    used = {fit.answer for fit in proposition.fits}

    def field(name: str, items: tuple[Sided, ...], met: set[str], hole: str) -> CanvasField:
        shown = (_item(item, plain(item.text), None if item.id in met else hole) for item in items)
        empty = None if items else _("A hole: what stood here is not known.")
        return CanvasField(title_for(Proposition, name), tuple(shown), empty)

    offered = [playbook[reference] for reference in proposition.offers]
    offers = tuple(CanvasItem(str(offer.reference), offer.name) for offer in offered)
    return ValueCanvas(
        title=_("Canvas: {proposition}", proposition=proposition.name),
        description=_(
            "Left what we offer, right what the {customer} needs. A line is a fit, the thicker the "
            "stronger. A dashed frame is a hole. The lists below say the same in words."
        ),
        left=_("Value map"),
        right=_("{Customer} profile"),
        ours=(
            CanvasField(
                title_for(Proposition, "offers"),
                offers,
                None if offers else _("A hole: no offering is named."),
            ),
            field("creators", proposition.creators, used, _("answers no need")),
            field("relievers", proposition.relievers, used, _("answers no need")),
        ),
        theirs=(
            field("gains", proposition.gains, answered, _(UNANSWERED)),
            field("pains", proposition.pains, answered, _(UNANSWERED)),
            field("jobs", proposition.jobs, {job.id for job in proposition.jobs}, ""),
        ),
        fits=tuple(
            CanvasFit(f.answer, f.need, Strength(f.strength.value) if f.strength else Strength.UNSAID)
            for f in proposition.fits
        ),
    )


def _item(item: Sided, text: str, hole: str | None) -> CanvasItem:
    return CanvasItem(item.id, text, ", ".join(filter(None, (item.sort, item.weight))), hole)


def factors_of(playbook: Playbook, proposition: Proposition) -> Factors | None:
    """The competing factors of a proposition by type; nothing where it names none."""
    if not proposition.factors:
        return None
    plain = plain_text(playbook)
    needs = {item.id: item for item in (*proposition.jobs, *proposition.pains, *proposition.gains)}
    known = any(curve.scores for curve in proposition.curves)
    return Factors(
        title=_("Competing factors: {proposition}", proposition=proposition.name),
        description=_(
            "In what {suppliers} compete, what each factor answers, and how {suppliers} score where that is "
            "known."
        ),
        factors=tuple(
            ScoredFactor(
                factor.name,
                choice(factor.type),
                _short(plain(needs[factor.need].text)) if factor.need in needs else None,
            )
            for factor in proposition.factors
        ),
        curves=tuple(ScoreCurve(curve.name, curve.scores) for curve in proposition.curves),
        hole=None if known else _why_no_curve(plain(hole.text) for hole in proposition.holes),
    )


def _short(text: str) -> str:
    """The first sentence of a need, for the place beside a factor."""
    return _("answers: {need}", need=text.partition(". ")[0].rstrip("."))


def _why_no_curve(holes: Iterable[str]) -> str:
    """Why no curve is drawn: the hole that speaks of one, or that no score is known."""
    found = next((hole for hole in holes if "curve" in hole or "score" in hole), None)
    return found or _("No scores are known, so no curve is drawn.")


def offerings_quadrant_of(playbook: Playbook) -> Quadrant | None:
    """The offerings by what they promise and what they serve; nothing where that is not said of any."""
    offerings = [offer for offer in playbook.of(Offering) if offer.promises and offer.serves]
    if not offerings:
        return None
    return Quadrant(
        title=_("Offerings by promise and direction"),
        description=_("The rows say what an offering promises, the columns what it serves."),
        rows=tuple(_("Promises {promise}", promise=_said("promises", promise)) for promise in Promise),
        columns=tuple(_("Serves {served}", served=_said("serves", served)) for served in Served),
        fields=tuple(
            tuple(
                tuple(
                    QuadrantItem(offer.name, entry_link(offer))
                    for offer in offerings
                    if offer.promises is promise and offer.serves is served
                )
                for served in Served
            )
            for promise in Promise
        ),
    )


def _said(field: str, value: object) -> str:
    anatomy = anatomy_of(Offering, field)
    return anatomy.said(value) if anatomy else str(value)


class NeedRow(Struct, frozen=True, eq=False):
    """A need of a customer with what answers it: the twin of the lines of fit."""

    need: Sided
    answers: tuple[tuple[Sided, str | None, str | None], ...]
    """Each answer, how well it meets the need, and why."""


def need_rows(proposition: Proposition, field: str) -> tuple[NeedRow, ...]:
    """The jobs, pains or gains of a proposition with their answers."""
    answers = {item.id: item for item in (*proposition.relievers, *proposition.creators)}
    needs: tuple[Sided, ...] = getattr(proposition, field)
    return tuple(
        NeedRow(
            need,
            tuple(
                (answers[fit.answer], fit.strength.value if fit.strength else None, fit.why)
                for fit in proposition.fits
                if fit.need == need.id and fit.answer in answers
            ),
        )
        for need in needs
    )


class PropositionFigures(Drawer):
    """The figures of propositions and offerings."""

    def canvas(self, proposition: Proposition) -> Markup:
        """What a proposition offers, what the customer needs, and the fit."""
        model = canvas_of(self._playbook, proposition)
        return self._of_pieces(model, lay_out_canvas, f"canvas-{proposition.reference.id}", "canvas")

    def factors(self, proposition: Proposition) -> Markup:
        """In what suppliers compete; nothing where a proposition names no factor."""
        model = factors_of(self._playbook, proposition)
        return self._of_pieces(model, lay_out_factors, f"factors-{proposition.reference.id}", "factors")

    def offerings(self) -> Markup:
        """Offerings by what they promise and serve; nothing where that is said of none."""
        model = offerings_quadrant_of(self._playbook)
        return self._of_pieces(model, lay_out_quadrant, "offerings", "quadrant")
