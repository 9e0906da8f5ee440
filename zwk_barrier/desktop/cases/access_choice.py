"""A request under Art. 15 DSGVO: that it came, the report with what is held back for a reason, that it was given."""

from uuid import UUID

from PySide6.QtCore import Qt

from zwk_barrier.casework.case import rights
from zwk_barrier.casework.printing.access_columns import SECTIONS
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import ToAccessReport
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.check_field import CheckField
from zwk_barrier.desktop.widgets.date_field import DateField, this_day
from zwk_barrier.desktop.widgets.fields import TextField
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.desktop.widgets.headings import NoteText
from zwk_barrier.desktop.widgets.many_choice_field import ManyChoiceField
from zwk_barrier.rules.typed import format_date
from zwk_barrier.wording import _


class AccessRequest(Card):
    """The form; the report is shown in the preview."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("access_request", title=_("Auskunft nach Art. 15 DSGVO"))
        self._desk = desk
        self._case_id: UUID | None = None
        told = _(
            "Alles, was zu diesem Fall gespeichert ist, in Worten; binnen eines Monats nach dem Antrag. Persönliche "
            "Notizen stehen nie darin, Angaben über andere Menschen nur, wenn Sie es wählen."
        )
        self.add(NoteText(told, name="access_note"))
        form = self.add(FormRows("access_form"))
        self._received = form.row(_("Antrag eingegangen am"), DateField("access_received", latest=this_day))
        self._received.set_value(this_day())
        titles = [(code, _(title)) for code, (title, _tables) in SECTIONS.items()]
        self._without = form.row(
            _("Nicht enthalten (§\N{NO-BREAK SPACE}83 SGB\N{NO-BREAK SPACE}X)"),
            ManyChoiceField("access_without", titles, empty=_("Alles ist enthalten")),
        )
        self._reason = form.row(_("Grund dafür"), TextField("access_reason"))
        self._others = self.add(CheckField("access_others", _("Mit Angaben über andere Menschen")))
        self._photos = self.add(CheckField("access_photos", _("Mit Kopien der Fotos")))
        look = _("Sehen Sie die Fotos vorher an: Vielleicht sind andere Menschen darauf.")
        self.add(NoteText(look, name="access_photos_note"))
        self._photos.set_value(True)
        line = self.add(Flow("access_keys"))
        keys = (
            ("access_asked", _("Antrag festhalten"), Kind.SECONDARY, "inbox", self._ask),
            ("access_show", _("Auskunft zeigen"), Kind.SECONDARY, "eye", self._show),
            ("access_given", _("Auskunft erteilt"), Kind.QUIET, "check", self._give),
        )
        for name, text, kind, icon, then in keys:
            line.add(Button(name, text, kind=kind, icon=icon)).clicked.connect(then)

    def show_case(self, case_id: UUID) -> None:
        """Asks about a case; another one begins with nothing held back."""
        if case_id != self._case_id:
            self._without.set_value(())
            self._reason.set_value(None)
            self._others.set_value(False)
            self._photos.set_value(True)
        self._case_id = case_id

    def _ask(self) -> None:
        case_id, day = self._case_id, self._received.value() or this_day()
        if case_id is None:
            return
        due = format_date(rights.access_due_on(day))
        self._desk.do(
            lambda store: rights.request_access(store, case_id, day),
            then=lambda _id: self._desk.say(
                _("Aufgabe angelegt: Auskunft erteilen bis {day}.").format(day=due), with_undo=True
            ),
            owner=self,
        )

    def _show(self) -> None:
        if self._case_id is not None and self._is_reasoned():
            chosen = self._others.isChecked(), self._photos.isChecked()
            self._desk.go(ToAccessReport(self._case_id, self._held_back(), self._said(), *chosen))

    def _give(self) -> None:
        case_id = self._case_id
        if case_id is None or not self._is_reasoned():
            return
        sentence = rights.held_back_sentence(self._held_back(), self._said())
        self._desk.do(
            lambda store: rights.give_access(store, case_id, this_day(), held_back=sentence),
            then=lambda _nothing: self._desk.say(
                _("Festgehalten: Die Auskunft ist heute erteilt."), with_undo=True
            ),
            owner=self,
        )

    def _held_back(self) -> tuple[str, ...]:
        return tuple(code for code in SECTIONS if code in (self._without.value() or ()))

    def _said(self) -> str:
        return str(self._reason.value() or "")

    def _is_reasoned(self) -> bool:
        """Whether what is held back has its reason; else the keyboard goes to where it is typed."""
        if not self._held_back() or self._said().strip():
            return True
        self._reason.failed.emit(_("Bitte den Grund nennen (§\N{NO-BREAK SPACE}83 SGB\N{NO-BREAK SPACE}X)."))
        self._reason.setFocus(Qt.FocusReason.OtherFocusReason)
        return False
