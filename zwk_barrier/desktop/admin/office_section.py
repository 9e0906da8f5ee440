"""What stands in the letterhead of every report, and the rules of the house."""

from typing import Final

from zwk_barrier.casework.office.roles import FOUR_EYES, may_manage_people
from zwk_barrier.casework.office.staff import office_settings
from zwk_barrier.desktop.admin.section import Section
from zwk_barrier.desktop.binding import Binding
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.record_rows import RecordRows
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.desktop.widgets.headings import NoteText
from zwk_barrier.model import Office
from zwk_barrier.store.journal import Changed
from zwk_barrier.wording import _

_SILENCE_DAYS: Final = (7, 365)


class OfficeSection(Section):
    """Name and address of the office, whose holidays count, when a case is silent, and who approves a plan."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("office")
        self._desk = desk
        card = self.add_card("letterhead", _("Briefkopf"), _("So stehen Sie auf jedem Bericht."))
        form = card.add(FormRows("office_form"))
        self._binding = Binding(desk, Office, owner=self)
        rows = RecordRows(form, self._binding)
        rows.text("name", key="N", wide=True)
        rows.text("department", key="A", wide=True)
        rows.text("street", key="S", wide=True)
        rows.text("postcode", key="P")
        rows.text("town", key="O")
        rows.phone("phone", key="T")
        rows.text("email", key="E")
        card = self.add_card("rules", _("Fristen und Freigabe"))
        rules = RecordRows(card.add(FormRows("office_rules")), self._binding)
        rules.choice(
            "land", key="B", is_optional=False, hint=_("Seine Feiertage gelten, wo keine Stelle genannt ist")
        )
        rules.whole("silence_days", *_SILENCE_DAYS, key="F")
        self._four_eyes = rules.check(FOUR_EYES, _("Maßnahmenpläne gibt eine &zweite Person frei"))
        self._decided_above = card.add(
            NoteText(_("Das entscheidet die Leitung."), name="office_four_eyes_note")
        )
        self._decided_above.hide()
        desk.changed.connect(self._reread)
        self._read()

    def _read(self) -> None:
        me = self._desk.store.staff_id
        self._desk.ask(
            lambda session: (office_settings(session), may_manage_people(session, me)),
            then=self._show,
            owner=self,
        )

    def _show(self, found: tuple[Office, bool]) -> None:
        office, decides = found
        self._binding.show(office)
        self._four_eyes.setEnabled(decides)
        self._four_eyes.setAccessibleDescription("" if decides else self._decided_above.text())
        self._decided_above.setVisible(not decides)

    def _reread(self, changed: Changed) -> None:
        if changed.touches("office", "staff"):
            self._read()
