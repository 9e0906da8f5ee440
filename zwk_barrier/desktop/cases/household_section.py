"""The others in need of care who live with the person: for each of them there is a grant of its own."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.casework import records
from zwk_barrier.casework.payers.funding_facts import household
from zwk_barrier.desktop.cases.entries import Entries, EntryWords
from zwk_barrier.desktop.cases.form_card import FormCard
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.field_history import FieldHistory
from zwk_barrier.desktop.record_rows import RecordRows
from zwk_barrier.model import HouseholdMember
from zwk_barrier.overriding import override
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _


class HouseholdCard(FormCard):
    """One of the others: what their grant depends on; the name is not needed for it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, HouseholdMember, "household_card", remove=_("Person entfernen"))

    @override
    def add_rows(self, rows: RecordRows) -> None:
        """Care grade first: with it the card counts."""
        rows.choice("care_grade")
        rows.choice("insurance_type")
        rows.whole("insurance_share", 1, 100)
        rows.text("name")
        rows.choice("relation")
        rows.text("insurance")


class HouseholdSection(QWidget):
    """The list of the others in need of care, read for one person."""

    def __init__(self, desk: Desk, history: FieldHistory) -> None:
        super().__init__()
        self.setObjectName("person_household_section")
        self._desk = desk
        self._person_id: UUID | None = None
        words = EntryWords(
            "person_household",
            _("Weitere Pflegebedürftige im Haushalt"),
            add=_("&Weitere Person"),
            empty=_(
                "Niemand eingetragen. Für jede pflegebedürftige Person im Haushalt gibt es einen eigenen "
                "Zuschuss der Pflegekasse."
            ),
            removed=_("Person entfernt."),
        )
        self._list = Entries(desk, history, HouseholdMember, words, lambda: HouseholdCard(desk), _create)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._list)

    def show_person(self, person_id: UUID) -> None:
        """Reads who else in need of care lives with a person."""
        self._person_id = person_id
        self._desk.ask(
            lambda session: (person_id, household(session, person_id)), then=self._show, owner=self
        )

    def _show(self, found: tuple[UUID, tuple[HouseholdMember, ...]]) -> None:
        person_id, members = found
        if person_id == self._person_id:
            self._list.show_entries(person_id, members)


def _create(store: OfficeStore, person_id: UUID, values: Mapping[str, Any]) -> tuple[Changed, UUID]:
    return records.add(store, HouseholdMember, person_id=person_id, **values)
