"""One person who logs in: name and role in their row, and the end of their login."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from zwk_barrier.casework.office.staff_upkeep import keep_person
from zwk_barrier.desktop.binding import Binding
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.record_rows import code_choices
from zwk_barrier.desktop.widgets.buttons import IconButton
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.fields import TextField
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.model import Staff
from zwk_barrier.wording import _


class PersonCard(QWidget):
    """Its fields are named ``staff_name_<place>`` and ``staff_role_<place>``."""

    ending = Signal(object)
    """A Staff: whose login is to end."""

    def __init__(self, desk: Desk, place: int) -> None:
        super().__init__()
        self.setObjectName(f"staff_{place}")
        self._person: Staff | None = None
        self._binding = Binding(desk, Staff, owner=self, keep=keep_person)
        form = FormRows(f"staff_form_{place}")
        self._name = form.row(_("Name"), TextField(f"staff_name_{place}", longest=120))
        self._role = form.row(
            _("Rolle"), ChoiceField(f"staff_role_{place}", code_choices("role"), is_optional=False)
        )
        self._job = form.row(_("Berufsbezeichnung"), TextField(f"staff_job_title_{place}", longest=120))
        self._binding.tie("name", self._name)
        self._binding.tie("job_title", self._job)
        self._binding.tie("role", self._role)
        self._end = IconButton(f"staff_end_{place}", _("Anmeldung entfernen"), icon="trash-2")
        self._end.clicked.connect(lambda: self.ending.emit(self._person))
        keeps_room = self._end.sizePolicy()
        keeps_room.setRetainSizeWhenHidden(True)  # so that the own row is as wide as the others
        self._end.setSizePolicy(keeps_room)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(form, 1)
        line.addWidget(self._end, 0, Qt.AlignmentFlag.AlignBottom)

    def allow(self, *, may_manage: bool, me: UUID) -> None:
        """Who may not manage people only reads; nobody ends the own login."""
        for field in (self._name, self._role, self._job):
            field.setEnabled(may_manage)
        self._end.setVisible(may_manage and self._person is not None and self._person.id != me)

    def show_record(self, record: Staff) -> None:
        """Shows the person as they are kept now."""
        self._person = record
        self._binding.show(record)
        self._name.setAccessibleName(_("Name von {name}").format(name=record.name))
        self._role.setAccessibleName(_("Rolle von {name}").format(name=record.name))
        self._job.setAccessibleName(_("Berufsbezeichnung von {name}").format(name=record.name))
        end = _("Anmeldung von {name} entfernen").format(name=record.name)
        self._end.setAccessibleName(end)
        self._end.setToolTip(end)

    def first_field(self) -> QWidget:
        """Where typing begins."""
        return self._name
