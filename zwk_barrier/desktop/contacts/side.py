"""Beside the form: who it may be, or which case the contact belongs to, and the way to a new case."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.casework.case.brief import brief_of, headline
from zwk_barrier.casework.case.cases import CaseView
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.matches import Matches
from zwk_barrier.desktop.widgets.buttons import Button
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.headings import BodyText, SoftText, StrongText
from zwk_barrier.wording import _


class KnownCard(Card):
    """The case a contact belongs to, as far as it helps on the phone."""

    opening = Signal()

    def __init__(self) -> None:
        super().__init__("contact_case", accent=True)
        self._number = self.add(SoftText(name="contact_case_number"))
        self._name = self.add(StrongText(name="contact_case_name"))
        self._situation = self.add(BodyText(name="contact_case_situation"))
        self._next = self.add(BodyText(name="contact_case_next"))
        button = Button("contact_open_case", _("Zum Fa&ll"), icon="folder-open")
        button.clicked.connect(self.opening)
        self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_case(self, view: CaseView | None, today: date) -> None:
        """Shows what to know about the case; hides itself without one."""
        self.setVisible(view is not None)
        if view is None:
            return
        brief = brief_of(view, today)
        self._number.setText(_("Gehört zu Fall {number}").format(number=view.case.number))
        self._name.setText(headline(view.person, today))
        self._situation.setText(brief.situation)
        self._situation.setVisible(bool(brief.situation))
        self._next.setText(_("Nächster Schritt: {what}").format(what=brief.next_step))
        self._next.setVisible(bool(brief.next_step))


class BecomeCaseCard(Card):
    """The way from a contact to a case."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__("contact_become_case", title=_("Mehr als eine Auskunft?"))
        self._text = self.add(SoftText(name="contact_become_case_text"))
        self.button = Button(
            "contact_make_case", _("Fall anlegen"), icon="folder-open", shortcut="Ctrl+Return"
        )
        self.button.clicked.connect(self.asked)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def allow(self, *, is_anonymous: bool) -> None:
        """A case needs somebody to be about."""
        self.button.setEnabled(not is_anonymous)
        self._text.setText(
            _("Für einen Fall braucht es einen Namen oder eine Telefonnummer.")
            if is_anonymous
            else _("Was hier steht, kommt in den Fall mit. Nichts muss noch einmal eingegeben werden.")
        )


class ContactSide(QWidget):
    """The column beside the form."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("contact_side")
        hint = _("Eingabe oder Strg und Zahl legt den Kontakt zu diesem Fall.")
        self.matches = Matches(desk, "contact_matches", hint=hint)
        self.known = KnownCard()
        self.become = BecomeCaseCard()
        self._case_id: UUID | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for card in (self.matches, self.known, self.become):
            column.addWidget(card)
        column.addStretch()

    @property
    def case_id(self) -> UUID | None:
        """The case that is shown."""
        return self._case_id

    def show_case(self, view: CaseView | None, today: date, *, is_anonymous: bool = False) -> None:
        """Shows the case the contact belongs to, or the way to one."""
        self._case_id = None if view is None else view.case.id
        self.known.show_case(view, today)
        self.become.setVisible(view is None)
        self.become.allow(is_anonymous=is_anonymous)
        self.matches.set_quiet(view is not None or is_anonymous)
