"""A value typed at a visit of a whole dwelling, key by key, against the same typed into a bare table of as many rows.

What counts is how long the interface thread is busy at a stretch (its own processor time, whatever else the machine
does): one frame of 60 a second lasts 16.7 ms.
"""

import time
from collections.abc import Callable
from decimal import Decimal
from typing import Final
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QTableWidget, QTableWidgetItem, QWidget

from benchmarks.result import Result, milliseconds, quantile
from benchmarks.window.children import run
from benchmarks.window.logged_in import log_in, the_program
from benchmarks.window.offices import office_of
from benchmarks.window.reporting import rest, tell
from zwk_barrier.casework.case import cases
from zwk_barrier.casework.visit import entering, visits
from zwk_barrier.casework.visit.entering import Measured
from zwk_barrier.casework.visit.measuring import coverage_of, points_in
from zwk_barrier.casework.visit.visits import VisitView
from zwk_barrier.desktop.destinations import ToVisit
from zwk_barrier.desktop.program import Program
from zwk_barrier.desktop.visits.page import VisitPage
from zwk_barrier.store.office import OfficeStore

_CASES: Final = 60
_TURNS: Final = 120
_WARM: Final = 10
_PATIENCE, _SETTLING = 500, 10  # rounds
_ROOMS: Final = (
    *("hauseingang", "treppenhaus", "wohnungseingang", "flur", "flur", "bad", "bad", "wc", "wc", "kueche"),
    *("schlafzimmer", "schlafzimmer", "kinderzimmer", "kinderzimmer", "wohnzimmer", "wohnzimmer"),
    *("balkon", "aufzug", "stellplatz", "aussen"),
)
_KEYS: Final = ("digit", "enter", "rest")


def measure(name: str) -> Result:
    """Medians of one process, in turns."""
    told = run(("benchmarks.window.program", "dwelling"), office_of(_CASES))
    words = {
        "digit": "a digit, until it is drawn",
        "enter": "Enter, until verdicts and the next line are drawn",
        "rest": "afterwards, the longest stretch until all is read again and shown",
    }
    rows = [
        (
            words[key],
            milliseconds(told[f"table {key} median"]),
            milliseconds(told[f"visit {key} median"]),
            milliseconds(told[f"visit {key} p95"]),
            f"{told[f'visit {key} median'] / told[f'table {key} median']:.1f}",
        )
        for key in _KEYS
    ]
    notes = (
        f"{told['rooms']:.0f} rooms, {told['points']:.0f} criteria, every one measured and judged for each level.",
        "The table is a bare QTableWidget with as many rows, edited by the same keys.",
    )
    head = ("busy at a stretch", "bare table: median", "visit: median", "p95", "ratio")
    return Result(name, "Measuring a whole dwelling", [head, *rows], "each below one frame, 16.7 ms", notes)


def at_the_window(application: QApplication) -> None:
    """Types the same values into the visit and into the table, in turns, and tells."""
    log_in(application)
    program = the_program(application)
    assert program.workplace is not None
    store = program.workplace.desk.store
    visit_id = make_visit(store)
    view = _view(store, visit_id)
    share = coverage_of(view)
    page = open_visit(application, program, visit_id)
    table = bare_table(share.of)
    times: dict[str, list[float]] = {f"{where} {key}": [] for where in ("table", "visit") for key in _KEYS}
    for count in range(_TURNS):
        for where, took in (
            ("table", in_table(application, table, count)),
            ("visit", in_visit(application, program, page, count)),
        ):
            for key, seconds in zip(_KEYS, took, strict=True):
                times[f"{where} {key}"].append(seconds)
    figures: dict[str, float] = {"rooms": len(view.rooms), "points": share.of}
    for what, taken in times.items():
        figures |= {
            f"{what} median": quantile(taken[_WARM:], 0.5),
            f"{what} p95": quantile(taken[_WARM:], 0.95),
        }
    tell(**figures)


def make_visit(store: OfficeStore) -> UUID:
    """A visit to twenty rooms where everything asked was measured."""
    _changed, case_id = cases.open_case(store, given_name="Olga", family_name="Petrova")
    _changed, visit_id = visits.plan_visit(store, case_id, None, rooms=_ROOMS)
    view = _view(store, visit_id)
    kinds = {
        "number": Measured(Decimal(78)),
        "pair": Measured(Decimal(110), Decimal(135)),
        "yes_no": Measured(answer=False),
    }
    for room in view.rooms:
        for point in points_in(view, room):
            criterion = point.criterion
            what = kinds.get(criterion.kind) or Measured(grade=criterion.grades[0])
            entering.enter_measurement(
                store, room.room.id, criterion.id, what, unit=criterion.unit, method="laser"
            )
    return visit_id


def open_visit(application: QApplication, program: Program, visit_id: UUID) -> VisitPage:
    """The page of the visit, at a bathroom."""
    assert program.workplace is not None
    program.workplace.go(ToVisit(visit_id))
    come_to_rest(application, program)
    page = program.frame.findChild(VisitPage)
    assert page is not None
    bath = next(
        room for room in _view(program.workplace.desk.store, visit_id).rooms if room.room.kind == "bad"
    )
    page.show_station(str(bath.room.id))
    come_to_rest(application, program)
    return page


def bare_table(rows: int) -> QTableWidget:
    """A table in a window of its own."""
    table = QTableWidget(rows, 5)
    for row in range(rows):
        for column in range(5):
            table.setItem(row, column, QTableWidgetItem(f"{row} {column}"))
    table.resize(1020, 700)
    table.show()
    return table


def in_table(application: QApplication, table: QTableWidget, count: int) -> tuple[float, float, float]:
    """Edits one cell; gives the seconds for a digit, for Enter, and for the longest stretch afterwards."""
    _give_keyboard(application, table)
    table.setCurrentCell(count % 12, 1)
    item = table.item(count % 12, 1)
    assert item is not None
    table.editItem(item)
    rest(application)
    field = application.focusWidget()
    assert isinstance(field, QLineEdit), "the cell must have opened an editor"
    field.selectAll()
    digits = [_timed(application, field, 0, digit) for digit in str(60 + count % 30)]
    enter = _timed(application, field, Qt.Key.Key_Return, "\r")
    return max(digits), enter, _longest(application, lambda: True)


def in_visit(
    application: QApplication, program: Program, page: VisitPage, count: int
) -> tuple[float, float, float]:
    """Measures the door once more; gives the same three."""
    field = page.findChild(QLineEdit, "criterion_W04_field")
    assert field is not None
    _give_keyboard(application, field)
    field.selectAll()
    digits = [_timed(application, field, 0, digit) for digit in str(60 + count % 30)]
    enter = _timed(application, field, Qt.Key.Key_Return, "\r")
    assert program.work.is_busy, "the value must be on its way"
    return max(digits), enter, _longest(application, lambda: not program.work.is_busy)


def come_to_rest(application: QApplication, program: Program) -> None:
    """Runs the window until nothing is under way."""
    for _round in range(5):
        rest(application)
        while program.work.is_busy:
            rest(application)


def _give_keyboard(application: QApplication, widget: QWidget) -> None:
    widget.window().activateWindow()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    for _round in range(_PATIENCE):
        rest(application)
        if widget.hasFocus():
            for _rest in range(
                _SETTLING
            ):  # the window that comes to the front is drawn anew, which is no key's work
                rest(application)
            return
    raise AssertionError(f"{widget.objectName()} does not get the keyboard")


def _longest(application: QApplication, question: Callable[[], bool]) -> float:
    """The longest single stretch of work until the answer is yes and nothing more comes; waiting is none."""
    longest, rests = 0.0, 0
    while rests < 3:  # noqa: PLR2004 - drawing may ask for more to draw
        began = time.thread_time()
        application.processEvents()
        longest = max(longest, time.thread_time() - began)
        rest_began = time.thread_time()
        rest(application)
        longest = max(longest, time.thread_time() - rest_began)
        rests = rests + 1 if question() else 0
    return longest


def _timed(application: QApplication, field: QWidget, key: int, text: str) -> float:
    began = time.thread_time()
    QCoreApplication.sendEvent(
        field, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
    )
    application.processEvents()
    return time.thread_time() - began


def _view(store: OfficeStore, visit_id: UUID) -> VisitView:
    with store.reading() as session:
        return visits.load_visit(session, visit_id)
