"""The calendar file of the person logged in: chosen where, written whole, and said what is in it.

button.clicked.connect(lambda: export_calendar(desk, page))
"""

from datetime import datetime
from pathlib import Path
from pkgutil import resolve_name

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from zwk_barrier.casework.team.calendar import gather_calendar
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.model.calendar import CalendarRecord
from zwk_barrier.wording import _, ngettext


def export_calendar(desk: Desk, parent: QWidget) -> QFileDialog:
    """Asks where to, and writes the deadlines, tasks and visits of the person logged in there."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog = QFileDialog(parent.window(), _("Kalenderdatei speichern"), folder, _("Kalender (*.ics)"))
    dialog.setObjectName("calendar_dialog")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("ics")
    dialog.selectFile(_("ZWK-Kalender.ics"))
    dialog.fileSelected.connect(lambda path: write_calendar(desk, parent, Path(path)))
    dialog.open()
    return dialog


def write_calendar(desk: Desk, owner: QWidget, path: Path) -> None:
    """Writes the file whole or not at all, and says in the banner what is in it or why it could not be."""
    staff_id, now = desk.store.staff_id, datetime.now().astimezone()
    desk.ask(
        lambda session: gather_calendar(session, staff_id, now),
        then=lambda record: desk.work.ask(
            lambda: _write(path, record),
            then=lambda _nothing: desk.say(_said(path, record)),
            failed=desk.failing.emit,
            owner=owner,
        ),
        owner=owner,
    )


def _write(path: Path, record: CalendarRecord) -> None:
    # Loaded when it is wanted: no page waits for the library of calendars, or that of documents.
    content: bytes = resolve_name("zwk_barrier.exchange.calendar:build_calendar")(record)
    resolve_name("zwk_barrier.reports.files:write_document")(path, content)


def _said(path: Path, record: CalendarRecord) -> str:
    count = len(record.standing)
    written = ngettext(
        "Gespeichert: {file} mit {count} Eintrag.", "Gespeichert: {file} mit {count} Einträgen.", count
    ).format(file=path.name, count=count)
    kept = _("Die Datei ist nicht verschlüsselt; darin stehen nur Fallnummern, Tage und Uhrzeiten.")
    return f"{written} {kept}"
