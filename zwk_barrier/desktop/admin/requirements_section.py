"""What is measured against: the office's own requirements beside the shipped ones, and all of them to look up."""

from typing import TYPE_CHECKING

from zwk_barrier.casework.visit.own_tables import kept_tables
from zwk_barrier.casework.visit.requirement_list import requirement_lines
from zwk_barrier.desktop.admin.own_table_card import OwnTableCard
from zwk_barrier.desktop.admin.requirement_table import RequirementTable
from zwk_barrier.desktop.admin.section import WIDE, Section
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.store.journal import Changed
from zwk_barrier.wording import _

if TYPE_CHECKING:
    from zwk_barrier.casework.visit.own_tables import OwnTableView
    from zwk_barrier.reference.own_tables import TableName


class RequirementsSection(Section):
    """Own profiles, own requirements, and the list of all."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("requirements", width=WIDE)
        self._desk = desk
        profiles = self.add_card(
            "profiles",
            _("Eigene Profile"),
            _("Ein Profil sagt, wonach ein Besuch misst. Mitgelieferte Profile bleiben, wie sie sind."),
        )
        criteria = self.add_card(
            "criteria",
            _("Eigene Anforderungen"),
            _("Für jedes eigene Profil eine Spalte. Mitgelieferte Werte bleiben, fertige Besuche auch."),
        )
        self._cards: dict[TableName, OwnTableCard] = {
            "profiles": OwnTableCard(desk, "profiles", profiles, label=_("&Datei mit Profilen")),
            "criteria": OwnTableCard(desk, "criteria", criteria, label=_("Datei mit &Anforderungen")),
        }
        everything = self.add_card(
            "all",
            _("Alle Anforderungen"),
            _("Woher jede stammt und wie sicher sie ist. „Zu prüfen“ heißt: vor dem Gebrauch nachlesen."),
        )
        self._list = everything.add(RequirementTable())
        desk.changed.connect(self._reread)
        self._read()

    def _read(self) -> None:
        self._desk.ask(kept_tables, then=self._show_kept, owner=self)
        self._desk.ask(requirement_lines, then=self._list.show_lines, owner=self)

    def _show_kept(self, kept: "dict[TableName, OwnTableView]") -> None:
        for name, card in self._cards.items():
            card.show_kept(kept.get(name))

    def _reread(self, changed: Changed) -> None:
        if changed.touches("own_table"):
            self._read()
