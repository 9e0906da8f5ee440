"""What a report of a visit may hold besides: how person and dwelling fit, what has changed, marks, a drawn room."""

from dataclasses import replace
from datetime import date

from tests.reports import records
from zwk_barrier.model.visit_report import (
    ComparedLine,
    ComparisonSection,
    FitLine,
    FitSection,
    FloorPlan,
    RoomSection,
    VisitReport,
    WayStep,
)
from zwk_barrier.rules.marks import Arrow, Dimension, Frame, Label, Mark, Spot
from zwk_barrier.rules.sketch import (
    Plan,
    add_aid,
    add_circle,
    add_window,
    describe,
    label_of,
    usual_outline,
    with_usual_fixtures,
)
from zwk_barrier.rules.sketch.words import sentences

COMPARISON = ComparisonSection(
    "1 von 3 Barrieren gelöst, 1 noch da; 1 nicht nachgeprüft.",
    date(2026, 11, 9),
    (
        ComparedLine(
            "Innentür: Lichte Breite der Tür",
            "Bad",
            "63 cm",
            "not_met",
            "95 cm",
            "met",
            "solved",
            "Tür verbreitert",
        ),
        ComparedLine(
            "Innentür: Lichte Breite der Tür", "Flur", "63 cm", "not_met", "64 cm", "not_met", "remaining"
        ),
        ComparedLine(
            "Teppichkante",
            "Wohnung insgesamt",
            "Hilfe nötig",
            "not_met",
            "",
            "not_checked",
            "not_checked",
            is_in_words=True,
        ),
    ),
)
REASON = "Tür Bad 63 cm, Rollator 65 cm: passt nicht; betrifft Toilette, täglich"
FIT = FitSection(
    f"Am meisten hindert auf dem Weg von der Straße bis ins Bett: {REASON}.",
    (
        WayStep("Hauseingang", "barrier", "Stufen am Hauseingang 2: betrifft Haus verlassen, täglich"),
        WayStep("Treppenhaus", "unknown"),
        WayStep("Bad", "barrier", REASON),
        WayStep("Schlafzimmer", "free"),
    ),
    (
        FitLine("A", "A – sofort", REASON, "Bad"),
        FitLine(
            "B", "B – kurzfristig", "Stufen am Hauseingang 2: betrifft Haus verlassen, täglich", "Hauseingang"
        ),
        FitLine("", "", "Im Profil ist nichts angegeben, das hiervon betroffen ist.", ""),
    ),
    "17 Punkte sind nicht beurteilt.",
    "Arbeitshilfe, kein validiertes Testinstrument; Modell Passung 2026.11.",
)
MARKS: tuple[Mark, ...] = (
    Dimension(Spot(0.25, 0.55), Spot(0.6, 0.55), "63 cm"),
    Arrow(Spot(0.85, 0.2), Spot(0.62, 0.7), "Schwelle 4 cm"),
    Frame(Spot(0.05, 0.75), Spot(0.3, 0.95)),
    Label(Spot(0.02, 0.02), "Badtür von innen: Der Anschlag lässt sich wechseln"),
)


def a_bath() -> Plan:
    plan = add_window(with_usual_fixtures(Plan(usual_outline("bad")), "bad"))[0]
    return add_circle(add_aid(plan, "rollator", 65, 75), 150)


def figure(plan: Plan) -> FloorPlan:
    names = tuple((thing.id, label_of(plan, thing.id)) for thing in plan.things())
    return FloorPlan(plan, names, describe(plan, "Bad"), sentences(plan))


def everything() -> VisitReport:
    """Far more than forty pages with each of these parts, each of them long, and names in every script."""
    huge = records.huge()
    comparison = replace(COMPARISON, lines=COMPARISON.lines * 40)
    fit = replace(FIT, way=FIT.way * 6, lines=FIT.lines * 30)
    photos = tuple(_compared(room) for room in huge.rooms[:2])
    drawn = tuple(
        replace(room, plan=figure(a_bath()), note=name)
        for room, name in zip(huge.rooms[2:8], records.SCRIPTS, strict=True)
    )
    return replace(
        huge,
        participants=records.EVERY_SCRIPT,
        rooms=(*photos, *drawn, *huge.rooms[8:]),
        comparison=comparison,
        fit=fit,
    )


def _compared(room: RoomSection) -> RoomSection:
    """The room with marks over each photo, and the photo of the same place before the work beside it."""
    photos = tuple(replace(one, marks=MARKS, before=room.photos[0]) for one in room.photos)
    return replace(room, photos=photos)
