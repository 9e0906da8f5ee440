"""The foot of the rail: that the office is encrypted, who works here, and when something was kept last."""

from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zwk_barrier.casework.team.today import SignedIn
from zwk_barrier.desktop.widgets.headings import NoteText
from zwk_barrier.desktop.widgets.pictures import Picture
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.rules.typed import format_time
from zwk_barrier.wording import _


class Status(QWidget):
    """Three quiet lines."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("status")
        self._who = NoteText(name="status_who")
        self._kept = NoteText(name="status_kept")
        lock = QHBoxLayout()
        lock.setSpacing(4)
        lock.addWidget(Picture("lock", "soft", size=16))
        lock.addWidget(NoteText(_("Verschlüsselt"), name="status_encrypted"), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(lock)
        column.addWidget(self._who)
        column.addWidget(self._kept)

    def show_person(self, person: SignedIn) -> None:
        """Says who is logged in, and when something was kept last."""
        role = load_code_list("role").label(person.role)
        self._who.setText(f"{person.name}, {role}" if role else person.name)
        self.show_kept(person.last_kept_at)

    def show_kept(self, moment: datetime | None) -> None:
        """Says that all is kept, and since when; a moment without a time zone is of this place."""
        if moment is None:
            self._kept.setText(_("Alles gesichert"))
        else:
            time = format_time(moment.astimezone().time())
            self._kept.setText(_("Alles gesichert {time}").format(time=time))

    def show_unkept(self) -> None:
        """Says that the last entry could not be kept."""
        self._kept.setText(_("Letzte Eingabe nicht gesichert"))
