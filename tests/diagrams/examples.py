"""Models to draw: the playbook's own framework, and names that try to break out."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from value_compass.generator.diagrams.agenda import Agenda, AgendaPart, draw_agenda
from value_compass.generator.diagrams.bars import Bar, BarRow, Bars, lay_out_bars
from value_compass.generator.diagrams.compass import (
    Compass,
    CompassGroup,
    CompassPillar,
    CompassValue,
    Detail,
)
from value_compass.generator.diagrams.compass_drawing import draw_compass
from value_compass.generator.diagrams.engines import EmbeddedEngine
from value_compass.generator.diagrams.evidence import Evidence, EvidenceRow, draw_evidence
from value_compass.generator.diagrams.factors import Factors, ScoreCurve, ScoredFactor, lay_out_factors
from value_compass.generator.diagrams.figure import Layout
from value_compass.generator.diagrams.filling import draw_filling
from value_compass.generator.diagrams.framework import Framework, FrameworkOutcome, draw_framework
from value_compass.generator.diagrams.graph import Edge, Graph, Node
from value_compass.generator.diagrams.heat import Heat, HeatRow, lay_out_heat
from value_compass.generator.diagrams.journey_board import (
    Board,
    BoardColumn,
    BoardMetric,
    Sort,
    Use,
    lay_out_board,
)
from value_compass.generator.diagrams.ladder import Ladder, Rung, lay_out_ladder
from value_compass.generator.diagrams.lettering import height_of
from value_compass.generator.diagrams.mark import Mark, draw_mark
from value_compass.generator.diagrams.network import Member, Network, Tie, draw_network
from value_compass.generator.diagrams.palette import LINE, MUTED, PAPER, Hue, Palette
from value_compass.generator.diagrams.path import Path, PathStep, StepGroup, Stretch
from value_compass.generator.diagrams.path_drawing import draw_path
from value_compass.generator.diagrams.pieces import Drawing, draw
from value_compass.generator.diagrams.positions import Department, Position, PositionWords, draw_position
from value_compass.generator.diagrams.process_map import (
    MapDecision,
    MapPractice,
    MapStage,
    MapWay,
    ProcessMap,
    draw_process_map,
)
from value_compass.generator.diagrams.quadrant import Quadrant, QuadrantItem, lay_out_quadrant
from value_compass.generator.diagrams.ruler import draw_ruler
from value_compass.generator.diagrams.timeline import Initiative, Moment, Nature, Timeline
from value_compass.generator.diagrams.timeline_drawing import draw_timeline
from value_compass.generator.diagrams.value_canvas import (
    CanvasField,
    CanvasFit,
    CanvasItem,
    Strength,
    ValueCanvas,
    lay_out_canvas,
)
from value_compass.generator.diagrams.widths import balance
from value_compass.generator.load.keeping import BESIDE_ENVIRONMENT

TRUST = Hue("trust", "#1f5f8b")
COMMITMENT = Hue("commitment", "#b4530a")
SATISFACTION = Hue("satisfaction", "#2f7d4f")
HUES = (TRUST, COMMITMENT, SATISFACTION)

VALUES = {
    "Cultural fit": ("Actors' perception of each other", "Cultural fit in relationships", "Attitude"),
    "Competence": ("Competence", "Expertise", "Experience"),
    "Personal bond": (
        "Emotional connection",
        "Interpersonal trust",
        "Personal interactions",
        "Personal chemistry",
        "Interpersonal dynamics",
    ),
    "Transparency": ("Transparency", "Openness", "Honesty", "Safety"),
    "Interaction": (
        "Communication",
        "Interaction",
        "Involvement",
        "Extensive person-to-person contact",
        "Frequency of contact",
        "Joint working",
        "Effort",
    ),
    "Customer orientation": (
        "Customer orientation",
        "Uncover expressed and unexpressed needs and align with customer goals",
        "Knowledge exchange",
    ),
    "Future vision": ("Future vision", "Creativity"),
    "Fulfilling promises": ("Mutual exchange and fulfilling promises", "Longevity", "Stability"),
    "Delivering quality": (
        "Delivering quality service",
        "Product and service quality",
        "Efficient service",
        "Getting an important job done",
    ),
    "Customer goals": (
        "Understand and adapt to customer needs and goals",
        "Offerings that align with customer goals",
        "Objectives are met",
    ),
    "Shared objectives": ("Mutual benefits", "Mutual goals", "Meeting objectives of all parties"),
}


def address(kind: str, name: str) -> str:
    return f"entry:{kind}/{name.lower().replace(' ', '-')}"


def group(name: str, values: tuple[str, ...]) -> CompassGroup:
    members = tuple(CompassValue(value, address("values", value)) for value in values)
    return CompassGroup(name, address("groups", name), members)


def pillar(hue: Hue, names: list[str]) -> CompassPillar:
    groups = tuple(group(name, VALUES[name]) for name in names)
    return CompassPillar(hue.key.capitalize(), f"entry:pillars/{hue.key}", hue, groups)


NAMES = list(VALUES)
COMPASS = Compass(
    "The value compass",
    "Loyalty, three pillars, their groups and values.",
    "Loyalty",
    "entry:outcomes/loyalty",
    (pillar(TRUST, NAMES[:4]), pillar(COMMITMENT, NAMES[4:8]), pillar(SATISFACTION, NAMES[8:])),
)
OUTCOMES = tuple(
    FrameworkOutcome(name, name.capitalize(), f"entry:outcomes/{name}")
    for name in ("loyalty", "atmosphere", "cooperation", "quality")
)
FRAMEWORK = Framework(
    "The value framework",
    "From loyalty down to a value.",
    OUTCOMES,
    COMPASS.pillars,
    (
        *((outcome.key, "loyalty") for outcome in OUTCOMES[1:]),
        *((hue.key, outcome.key) for hue in HUES for outcome in OUTCOMES[1:]),
    ),
)


def star(left: tuple[Node, ...], right: tuple[Node, ...]) -> Graph:
    """A graph with a box in the middle, and a column of boxes on either side that arrows join to it."""
    colour = TRUST.strong
    centre = Node(
        "centre", ("Personal bond",), 140, 39.5, 13.5, bold=True, fill=colour, stroke=colour, ink=TRUST.on
    )
    nodes, edges, columns = [centre], [], []
    for number, title, column in ((1, "Built by", left), (2, "Needed by", right)):
        if column:
            head = Node(f"lane{number}", (title,), 168, 16, 12, bold=True, stroke=None, ink=MUTED)
            nodes += [head, *column]
            columns.append(tuple(node.key for node in (head, *column)))
            for node in column:
                ends = (node.key, "centre") if number == 1 else ("centre", node.key)
                edges.append(Edge(*ends, dashed=number == 2))
    return Graph(tuple(nodes), tuple(edges), tuple(columns))


def boxes(number: int, *names: str) -> tuple[Node, ...]:
    """The boxes of a column of a star, from top to bottom."""
    found = []
    for place, name in enumerate(names, 1):
        lines = balance(name, 152, 12)
        key = f"lane{number}-{place}"
        found.append(Node(key, lines, 168, height_of(lines, 12) + 14, 12, fill=PAPER, stroke=LINE))
    return tuple(found)


STAR = star(boxes(1, "Network event"), boxes(2, "Working at the customer's office", "Openness"))
TIMELINE = Timeline(
    "Customer A",
    "What happened, in order.",
    (
        Moment(
            "The outsourcer falls short", "#moment-1", "Start", Initiative.OUTSIDE, Nature.UNPLANNED, 2017
        ),
        Moment("Studying the customer", "#moment-2", "Start", Initiative.SUPPLIER, Nature.PLANNED, 2017),
        Moment("Taking over", "#moment-3", "Migration", Initiative.BOTH, Nature.PLANNED, 2018, "End of 2018"),
        Moment("Nice work", "#moment-4", "Migration", Initiative.CUSTOMER),
    ),
)
AGENDA = Agenda(
    "Agenda",
    "The parts of the workshop.",
    (
        AgendaPart("Welcome", 10),
        AgendaPart("Ice breaker", 5),
        AgendaPart("Mapping the relationship in two groups", 60),
        AgendaPart("Closing", 15),
    ),
)
POSITION = Position("Through IT", "IT brings us in.", Department.IT, (Department.IT, Department.BUSINESS))
EVIDENCE = Evidence(
    "Evidence",
    "How often groups were raised.",
    (
        EvidenceRow("Cultural fit", "entry:groups/cultural-fit", TRUST, 63, 159),
        EvidenceRow("Shared objectives", "entry:groups/shared-objectives", SATISFACTION, None, None),
    ),
    574,
    1229,
)
PATH = Path(
    "The path",
    "Seven steps.",
    (
        PathStep(1, "Understand the customer", "entry:steps/1", groups=(StepGroup("Personal bond", TRUST),)),
        PathStep(2, "Make room for tomorrow", "entry:steps/2", milestone="A loyal relationship"),
        PathStep(3, "Build a shared future vision", "entry:steps/3", Stretch.BRIDGE),
        PathStep(
            4, "Become a business partner", "entry:steps/4", Stretch.PARTNERSHIP, milestone="Partnership"
        ),
    ),
    current=2,
)
MARK = Mark("Where this stands", "Personal bond.", COMPASS, frozenset({"entry:groups/personal-bond"}))

NETWORK = Network(
    "What occurs together",
    "Groups in a ring.",
    (
        Member("Personal bond", "entry:groups/personal-bond", 40, TRUST),
        Member("Understanding and adapting to customer goals", "entry:groups/goals", 10, TRUST),
        Member("Effort", "entry:values/effort", 1),
    ),
    (Tie(0, 1, 9), Tie(1, 2, 1), Tie(0, 2, 4)),
)

PROCESS = ProcessMap(
    "Win a kitchen back",
    "Two stages and a decision.",
    (
        MapStage(
            "listen",
            1,
            "Listen",
            "entry:stages/listen",
            (MapPractice("Ask the chef", "entry:practices/ask", decides=True),),
        ),
        MapStage(
            "offer",
            2,
            "Offer again, and let them taste what was missing",
            "entry:stages/offer",
            (MapPractice("Bake a trial week", "entry:practices/bake"),),
            hole="nobody holds it",
        ),
        MapStage("count", 3, "Count", "entry:stages/count", beside="runs beside 1 to 2", aside=True),
    ),
    (MapDecision("ask", "listen", "Can we change it?", "entry:practices/ask"),),
    (MapWay("ask", "offer", "Yes"), MapWay("ask", "listen", "No"), MapWay("offer", "listen")),
    to_mark=True,
)
BOARD = Board(
    "The board",
    "Two stages, one side.",
    ("The kitchen",),
    (
        BoardColumn(
            "Listen",
            "entry:stages/listen",
            (
                (
                    BoardMetric("Rolls", "entry:metrics/rolls", Sort.INDICATOR, Use.IN_USE),
                    BoardMetric("Crates", "entry:metrics/crates", Sort.SUCCESS, Use.PROPOSED),
                ),
            ),
            "The driver",
        ),
        BoardColumn("Offer", "entry:stages/offer", ((),)),
    ),
)
LADDER = Ladder(
    "The ladder",
    "Two rungs.",
    (Rung("Indirect", (("Rolls", "entry:metrics/rolls"),)), Rung("Economic", ())),
)
BLANK = ValueCanvas(
    "A blank",
    "To fill in.",
    "Value map",
    "Customer profile",
    (CanvasField("Pain relievers", (), prompt="What eases a morning."),),
    (CanvasField("Pains", (), prompt="What spoils a morning."),),
)

CANVAS = ValueCanvas(
    "The canvas",
    "A promise and a customer.",
    "Value map",
    "Customer profile",
    (
        CanvasField("Pain relievers", (CanvasItem("early", "A van that leaves before the city wakes."),)),
        CanvasField("Gain creators", (), "Lost."),
    ),
    (
        CanvasField(
            "Pains",
            (
                CanvasItem("late", "Bread that comes after the first guest.", "severe"),
                CanvasItem("waste", "Rolls that nobody eats.", hole="nothing answers it"),
            ),
        ),
    ),
    (CanvasFit("early", "late", Strength.STRONG),),
)
FACTORS = Factors(
    "The factors",
    "Two suppliers.",
    (ScoredFactor("Freshness", "parity"), ScoredFactor("Hour", "difference", "answers: late bread")),
    (ScoreCurve("We", (8, 9)), ScoreCurve("The factory", (5, 3)), ScoreCurve("The other")),
)
NO_SCORES = Factors("The factors", "No scores.", FACTORS.factors, (ScoreCurve("We"),), "The scores are lost.")
HEAT = Heat(
    "The heat",
    "How strong.",
    "Competence",
    ("Strength", "Words", "Bread"),
    (HeatRow("Baking", None, ()), HeatRow("At night", "entry:competences/night", (5, "Very", None))),
    (5, 1, 3),
)
BARS = Bars(
    "The bars",
    "Counts.",
    ("Small", "Large"),
    (
        BarRow("Late van", (Bar(2.0, "8 (2.00 each)"), Bar(None, "not known"))),
        BarRow("Price", (Bar(0.0, "0"),)),
    ),
)
QUADRANT = Quadrant(
    "The quadrant",
    "Deeds and results.",
    ("Deed", "Result"),
    ("Product", "Process"),
    (
        ((QuadrantItem("Cake", "entry:offerings/cake"),), ()),
        ((), (QuadrantItem("13", large=True),)),
    ),
)

ENGINE = EmbeddedEngine(BESIDE_ENVIRONMENT)


def pieces(drawing: Drawing) -> Callable[[Palette, str], str]:
    return lambda palette, prefix: draw(drawing, palette, prefix, "example")


DRAWINGS: dict[str, Callable[[Palette, str], str]] = {
    "compass": lambda palette, prefix: draw_compass(COMPASS, palette, prefix),
    "compass-groups": lambda palette, prefix: draw_compass(COMPASS, palette, prefix, Detail.GROUPS),
    "filling": lambda palette, prefix: draw_filling(COMPASS, palette, prefix),
    "mark": lambda palette, prefix: draw_mark(MARK, palette, prefix),
    "framework": lambda palette, prefix: draw_framework(FRAMEWORK, palette, prefix),
    "framework-narrow": lambda palette, prefix: draw_framework(FRAMEWORK, palette, prefix, Layout.NARROW),
    "network": lambda palette, prefix: draw_network(NETWORK, ENGINE, palette, prefix),
    "network-narrow": lambda palette, prefix: draw_network(NETWORK, ENGINE, palette, prefix, Layout.NARROW),
    "timeline": lambda palette, prefix: draw_timeline(TIMELINE, palette, prefix),
    "agenda": lambda palette, prefix: draw_agenda(AGENDA, palette, prefix),
    "position": lambda palette, prefix: draw_position(POSITION, palette, prefix),
    "evidence": lambda palette, prefix: draw_evidence(EVIDENCE, palette, prefix),
    "evidence-narrow": lambda palette, prefix: draw_evidence(EVIDENCE, palette, prefix, Layout.NARROW),
    "path": lambda palette, prefix: draw_path(PATH, palette, prefix),
    "path-narrow": lambda palette, prefix: draw_path(PATH, palette, prefix, Layout.NARROW),
    "ruler": lambda palette, prefix: draw_ruler(PATH, palette, prefix),
    "process-map": lambda palette, prefix: draw_process_map(PROCESS, ENGINE, palette, prefix),
    "board": pieces(lay_out_board(BOARD)),
    "board-blank": pieces(lay_out_board(BOARD.blank, 1000, 700)),
    "ladder": pieces(lay_out_ladder(LADDER)),
    "canvas": pieces(lay_out_canvas(CANVAS)),
    "canvas-blank": pieces(lay_out_canvas(BLANK, 1000, 700)),
    "factors": pieces(lay_out_factors(FACTORS)),
    "factors-without-scores": pieces(lay_out_factors(NO_SCORES)),
    "heat": pieces(lay_out_heat(HEAT)),
    "bars": pieces(lay_out_bars(BARS)),
    "quadrant": pieces(lay_out_quadrant(QUADRANT)),
}

HOSTILE = """</text><script>alert(1)</script>" onload='x' &amp; \\N \x00\x0b]]> <b>"""


def hostile(palette: Palette) -> list[str]:
    """Every figure, with a text that tries to break out wherever a text can stand."""
    one = CompassGroup(HOSTILE, "entry:x/y", (CompassValue(HOSTILE, "entry:x/z"),))
    part = CompassPillar(HOSTILE, "entry:x/p", TRUST, (one,))
    compass = Compass(HOSTILE, HOSTILE, HOSTILE, "entry:x/o", (part,))
    outcome = FrameworkOutcome("o", HOSTILE, "entry:x/o")
    moment = Moment(HOSTILE, "#m", HOSTILE, Initiative.BOTH, Nature.OPEN, 2020, HOSTILE)
    step = PathStep(1, HOSTILE, "entry:x/s", groups=(StepGroup(HOSTILE, TRUST),), milestone=HOSTILE)
    row = EvidenceRow(HOSTILE, "entry:x/g", TRUST, 1, None)
    words = PositionWords(*[HOSTILE] * 6)
    position = replace(POSITION, title=HOSTILE, description=HOSTILE, words=words)
    path = Path(HOSTILE, HOSTILE, (step,))
    framework = Framework(HOSTILE, HOSTILE, (outcome,), (part,), (("trust", "o"),))
    return [
        draw_compass(compass, palette, "a"),
        draw_compass(compass, palette, "b", Detail.GROUPS),
        draw_mark(Mark(HOSTILE, HOSTILE, compass), palette, "c"),
        draw_filling(compass, palette, "m"),
        draw_framework(framework, palette, "d"),
        draw_framework(framework, palette, "e", Layout.NARROW),
        draw_network(
            Network(HOSTILE, HOSTILE, (Member(HOSTILE, "entry:x/n", 1, TRUST),), ()), ENGINE, palette, "n"
        ),
        draw_timeline(Timeline(HOSTILE, HOSTILE, (moment,)), palette, "g"),
        draw_agenda(Agenda(HOSTILE, HOSTILE, (AgendaPart(HOSTILE, 5),)), palette, "h"),
        draw_position(position, palette, "i"),
        draw_evidence(Evidence(HOSTILE, HOSTILE, (row,)), palette, "j"),
        draw_path(path, palette, "k"),
        draw_path(path, palette, "l", Layout.NARROW),
        draw_ruler(path, palette, "m"),
        draw_process_map(_hostile_map(), ENGINE, palette, "o"),
        *(draw(drawing, palette, "q", "hostile") for drawing in _hostile_pieces()),
    ]


def _hostile_map() -> ProcessMap:
    practice = MapPractice(HOSTILE, "entry:x/p", decides=True)
    stage = MapStage("one", 1, HOSTILE, "entry:x/s", (practice,), HOSTILE, HOSTILE)
    decision = MapDecision("gate", "one", HOSTILE, "entry:x/p")
    return ProcessMap(HOSTILE, HOSTILE, (stage,), (decision,), (MapWay("gate", "one", HOSTILE),))


def _hostile_pieces() -> list[Drawing]:
    metric = BoardMetric(HOSTILE, "entry:x/m")
    column = BoardColumn(HOSTILE, "entry:x/s", ((metric,),), HOSTILE)
    item = CanvasItem("a", HOSTILE, HOSTILE, HOSTILE)
    field = CanvasField(HOSTILE, (item,), HOSTILE)
    quadrant = QuadrantItem(HOSTILE, "entry:x/o")
    factor = ScoredFactor(HOSTILE, HOSTILE, HOSTILE)
    return [
        lay_out_board(Board(HOSTILE, HOSTILE, (HOSTILE,), (column,))),
        lay_out_ladder(Ladder(HOSTILE, HOSTILE, (Rung(HOSTILE, ((HOSTILE, "entry:x/m"),)),))),
        lay_out_canvas(ValueCanvas(HOSTILE, HOSTILE, HOSTILE, HOSTILE, (field,), (field,))),
        lay_out_factors(Factors(HOSTILE, HOSTILE, (factor,), (ScoreCurve(HOSTILE, (3,)),), HOSTILE)),
        lay_out_heat(
            Heat(HOSTILE, HOSTILE, HOSTILE, (HOSTILE,), (HeatRow(HOSTILE, "entry:x/c", (HOSTILE,)),), (1,))
        ),
        lay_out_bars(Bars(HOSTILE, HOSTILE, (HOSTILE,), (BarRow(HOSTILE, (Bar(1, HOSTILE),)),))),
        lay_out_quadrant(Quadrant(HOSTILE, HOSTILE, (HOSTILE,), (HOSTILE,), (((quadrant,),),))),
    ]
