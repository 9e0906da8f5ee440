"""A field left by Tab until the window knows that it is kept, against one raw transaction that changes one row."""

import tempfile
import time
from pathlib import Path
from typing import Final
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from benchmarks.result import Result, milliseconds, quantile
from benchmarks.store.keep import one_row, raw_database
from benchmarks.window.children import run
from benchmarks.window.logged_in import come_to_rest, log_in, the_program
from benchmarks.window.offices import office_of
from benchmarks.window.reporting import rest, tell
from zwk_barrier.casework.case import contacts
from zwk_barrier.desktop.contacts.form import ContactForm
from zwk_barrier.desktop.destinations import ToContact
from zwk_barrier.desktop.program import Program
from zwk_barrier.desktop.widgets.fields import TextField

_CASES: Final = 60
_TURNS: Final = 300
_WARM: Final = 30


def measure(name: str) -> Result:
    """Medians of one process, in turns."""
    told = run(("benchmarks.window.program", "typing"), office_of(_CASES))
    rows = [
        (
            words,
            milliseconds(told[f"{what} median"]),
            milliseconds(told[f"{what} p99"]),
            f"{told[f'{what} median'] / told['raw median']:.1f}",
        )
        for what, words in (
            ("raw", "one raw transaction, one row"),
            ("field", "a field, from Tab until the window knows that it is kept"),
            ("page", "… and every page has read again what has changed"),
        )
    ]
    notes = (
        "Parsing, the way to the writing thread and back, and the line „Alles gesichert“ are part of it.",
    )
    return Result(
        name, "Keeping a field through the window", [("", "median", "p99", "ratio"), *rows], "", notes
    )


def at_the_window(application: QApplication) -> None:
    """Types into one contact, field by field, and tells."""
    log_in(application)
    program = the_program(application)
    form, contact_id = open_contact(application, program)
    with tempfile.TemporaryDirectory() as folder:
        raw = raw_database(Path(folder) / "raw.db", [contact_id])
        times: dict[str, list[float]] = {"raw": [], "field": [], "page": []}
        for count in range(_TURNS):
            began = time.perf_counter()
            one_row(raw, contact_id, count)
            times["raw"].append(time.perf_counter() - began)
            kept, shown = keep_one(application, program, form, count)
            times["field"].append(kept)
            times["page"].append(shown)
        raw.close()
    figures: dict[str, float] = {}
    for what, took in times.items():
        figures |= {
            f"{what} median": quantile(took[_WARM:], 0.5),
            f"{what} p99": quantile(took[_WARM:], 0.99),
        }
    tell(**figures)


def open_contact(application: QApplication, program: Program) -> tuple[ContactForm, UUID]:
    """The form of the first contact."""
    assert program.workplace is not None
    with program.workplace.desk.store.reading() as session:
        contact_id = contacts.contact_ids(session)[0]
    program.workplace.go(ToContact(contact_id))
    come_to_rest(application, program, lambda: program.frame.findChild(ContactForm) is not None)
    form = program.frame.findChild(ContactForm)
    assert form is not None
    return form, contact_id


def keep_one(
    application: QApplication, program: Program, form: ContactForm, count: int
) -> tuple[float, float]:
    """Types, leaves the field, and gives the seconds until it is kept and until all is quiet again."""
    texts = [
        field
        for field, _columns in form.binding.fields()
        if isinstance(field, TextField) and field.isVisible()
    ]
    field = texts[count % len(texts)]
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    assert field.hasFocus(), "something has come between the keyboard and the form"
    field.selectAll()
    press(field, 0, f"Satz {count}")
    kept_at: list[float] = []
    once = Qt.ConnectionType.SingleShotConnection
    form.binding.kept.connect(lambda: kept_at.append(time.perf_counter()), once)
    began = time.perf_counter()
    press(field, Qt.Key.Key_Tab, "")
    while not kept_at:
        rest(application)
    come_to_rest(application, program, lambda: True)
    quiet = time.perf_counter()
    return kept_at[0] - began, quiet - began


def press(field: TextField, key: int, text: str) -> None:
    """Sends one key with its text."""
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
    QCoreApplication.sendEvent(field, event)
