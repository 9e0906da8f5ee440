"""What stands in the letterhead of every report, and the rules of the house."""

from typing import Final

from zwk_barrier.casework.staff import office_settings
from zwk_barrier.desktop.admin.section import Section
from zwk_barrier.desktop.binding import Binding
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.record_rows import RecordRows
from zwk_barrier.desktop.widgets.forms import FormRows
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
        rules.check("wants_plan_approval", _("Maßnahmenpläne gibt eine &zweite Person frei"))
        desk.changed.connect(self._reread)
        self._read()

    def _read(self) -> None:
        self._desk.ask(office_settings, then=self._binding.show, owner=self)

    def _reread(self, changed: Changed) -> None:
        if changed.touches("office"):
            self._read()
