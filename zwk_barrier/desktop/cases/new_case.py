"""A new case without a call before it: a name, a look whether it is known, and it is there."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from zwk_barrier.casework.case import cases
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import ToCase
from zwk_barrier.desktop.matches import Matches
from zwk_barrier.desktop.widgets.buttons import Kind
from zwk_barrier.desktop.widgets.dialogs import Dialog
from zwk_barrier.desktop.widgets.fields import PhoneField, TextField
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.desktop.widgets.headings import SoftText
from zwk_barrier.wording import _


class NewCase(Dialog):
    """Search before create: an existing case is opened, else a new one."""

    def __init__(self, desk: Desk, parent: QWidget, *, typed: str = "") -> None:
        super().__init__(parent, "new_case", _("Neuer Fall"))
        self._desk = desk
        form = FormRows("new_case_form")
        self._given = form.row(_("&Vorname"), TextField("new_case_given_name"))
        self._family = form.row(_("&Nachname"), TextField("new_case_family_name"))
        self._phone = form.row(_("&Telefon"), PhoneField("new_case_phone"))
        self.add(form)
        self._matches = self.add(
            Matches(desk, "new_case_matches", hint=_("Eingabe oder Strg und Zahl öffnet diesen Fall."))
        )
        self._matches.watch(self._given, self._family, self._phone)
        self._matches.chosen.connect(self._open)
        self._missing = self.add(SoftText(name="new_case_missing"))
        self._missing.hide()
        self.add_button("cancel", _("Abbrechen"))
        self.add_button("make", _("Fall anlegen"), kind=Kind.PRIMARY, then=self._make, closes=False)
        self._family.setText(typed)
        self._matches.begin()
        self._given.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, case_id: UUID) -> None:
        self.accept()
        self._desk.go(ToCase(case_id))

    def _make(self) -> None:
        values = {
            "given_name": self._given.text(),
            "family_name": self._family.text(),
            "phone": self._phone.text(),
        }
        if not any(value.strip() for value in values.values()):
            self._missing.setText(_("Ein Name oder eine Telefonnummer genügt."))
            self._missing.show()
            return
        desk = self._desk
        self.accept()

        def made(case_id: UUID) -> None:
            desk.say(_("Der Fall ist angelegt."), with_undo=True)
            desk.go(ToCase(case_id, "person"))

        desk.do(lambda store: cases.open_case(store, **values), then=made)
