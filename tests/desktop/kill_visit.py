"""The window at a home visit, with somebody measuring by keys alone until the process is killed.

See tests/store/kill.py.
"""

import random
from decimal import Decimal
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from sqlalchemy import select

from tests.desktop.kill import logged_in, work_off
from tests.desktop.typing import press, type_text
from tests.store.kill import found, say, will
from zwk_barrier.casework.case import cases
from zwk_barrier.casework.visit import entering, visits
from zwk_barrier.casework.visit.entering import Measured
from zwk_barrier.casework.visit.measuring import points_in
from zwk_barrier.desktop.destinations import ToVisit
from zwk_barrier.desktop.program import Program
from zwk_barrier.desktop.visits.criteria import CriteriaList
from zwk_barrier.desktop.visits.criterion_row import CriterionRow
from zwk_barrier.desktop.visits.meter_field import MeterField
from zwk_barrier.desktop.visits.page import VisitPage
from zwk_barrier.model import Visit
from zwk_barrier.store.office import OfficeStore

_STORED_AS = 1000  # a measured value is kept in thousandths


def main(folder: Path, seed: int) -> None:
    """Makes the window ready, waits to be told, logs in, opens the visit and measures for ever."""
    program = logged_in(folder)
    page = open_the_visit(program)
    measure_for_ever(program, page, random.Random(seed))  # noqa: S311 - what to measure


def open_the_visit(program: Program) -> VisitPage:
    """Goes to the bathroom of the only visit; plans it when there is none yet."""
    assert program.workplace is not None
    store = program.workplace.desk.store
    with store.reading() as session:
        known = session.scalars(select(Visit.id)).first()
    visit_id = known or plan(store)
    measure_once(store, visit_id)
    program.workplace.go(ToVisit(visit_id))
    work_off(lambda: not program.work.is_busy)
    page = program.frame.findChild(VisitPage)
    assert page is not None
    with store.reading() as session:
        rooms = visits.load_visit(session, visit_id).rooms
    page.show_station(next(str(one.room.id) for one in rooms if one.room.kind == "bad"))
    work_off(lambda: not program.work.is_busy)
    return page


def plan(store: OfficeStore) -> UUID:
    """A visit with the usual rooms."""
    _changed, case_id = cases.open_case(store, given_name="Olga", family_name="Petrova")
    return visits.plan_visit(store, case_id, None)[1]


def measure_once(store: OfficeStore, visit_id: UUID) -> None:
    """Lets every value of the bathroom have its record, by whose id it is told what is about to be kept."""
    with store.reading() as session:
        view = visits.load_visit(session, visit_id)
    bath = next(room for room in view.rooms if room.room.kind == "bad")
    for point in points_in(view, bath):
        if point.criterion.kind == "number" and point.key not in bath.measurements:
            entering.enter_measurement(
                store, bath.room.id, point.criterion.id, Measured(Decimal(1)), unit="cm", method="laser"
            )


def measure_for_ever(program: Program, page: VisitPage, dice: random.Random) -> None:
    """Types a number, Enter, the next number …; from the last line back to the first."""
    assert program.workplace is not None
    store = program.workplace.desk.store
    rows = rows_of(page)
    with store.reading() as session:
        rooms = visits.load_visit(session, rows[0].visit.id).rooms
    bath = next(room for room in rooms if room.room.kind == "bad")
    records = {key: one.id for key, one in bath.measurements.items()}
    for row in rows:
        found(store, "measurement", records[row.point.key], "value")
    say("typing")
    while True:
        for row in rows:
            value = dice.randrange(2, 500)
            will("measurement", records[row.point.key], "value", value * _STORED_AS)
            row.field.setFocus(Qt.FocusReason.TabFocusReason)
            type_text(row.field, str(value), replace=True)
            press(row.field, Qt.Key.Key_Return)
            work_off(lambda: not program.work.is_busy)
            say("did")


def rows_of(page: VisitPage) -> list[CriterionRow]:
    """The lines on the screen that ask for one length."""
    criteria = page.findChild(CriteriaList)
    assert criteria is not None
    return [
        row for row in criteria.rows if isinstance(row.field, MeterField) and row.criterion.kind == "number"
    ]
