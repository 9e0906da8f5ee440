"""The recovery key of a new office, shown once."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox

from zwk_barrier.desktop.background import Work
from zwk_barrier.desktop.recovery_key import RecoveryKey
from zwk_barrier.desktop.start.page import StartPage
from zwk_barrier.overriding import override
from zwk_barrier.wording import _

if TYPE_CHECKING:
    from zwk_barrier.store.office import OfficeStore


class RecoveryKeyPage(StartPage):
    """Lets the person go on once the key is put away."""

    opened = Signal(object, str)
    """The open OfficeStore, and the name of the person."""

    def __init__(self, work: Work, store: "OfficeStore", key: str, office_name: str, name: str) -> None:
        super().__init__(
            "recovery",
            _("Ihr Wiederherstellungsschlüssel"),
            _(
                "Wenn ein Passwort vergessen ist, öffnet nur noch dieser Schlüssel Ihre Daten. Er wird nur "
                "jetzt gezeigt. Bewahren Sie ihn getrennt von diesem Rechner auf, etwa im Tresor."
            ),
            is_wide=True,
        )
        self.form.add(RecoveryKey(work, office_name, key))
        self._confirmed = self.form.add(QCheckBox(_("&Ich habe den Schlüssel aufgeschrieben oder gedruckt")))
        self._confirmed.setObjectName("recovery_confirmed")
        step = self.add_step(_("&Weiter"), lambda: self.opened.emit(store, name))
        step.setEnabled(False)
        self._confirmed.toggled.connect(step.setEnabled)

    @override
    def begin(self) -> None:
        self.show_problem(None)
        self.form.findChildren(QCheckBox)[0].setFocus()
