"""The people around a case: relatives, care service, doctor, landlord, craftsmen."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from zwk_barrier.casework import records
from zwk_barrier.desktop.cases.entries import Entries, EntryWords
from zwk_barrier.desktop.cases.form_card import FormCard
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.field_history import FieldHistory
from zwk_barrier.desktop.record_rows import RecordRows
from zwk_barrier.model import RelatedPerson
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _


class RelatedCard(FormCard):
    """One person around the case."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, RelatedPerson, "related_card", remove=_("Bezugsperson entfernen"))

    def add_rows(self, rows: RecordRows) -> None:
        """Name and relation first: what is known on the phone."""
        rows.text("name")
        rows.choice("relation")
        rows.phone("phone")
        rows.text("organisation")
        rows.text("email")
        rows.yes_no("has_authority")
        rows.text("note", wide=True)


def related_entries(desk: Desk, history: FieldHistory) -> Entries:
    """The list of people around a case."""
    words = EntryWords(
        "case_related",
        _("Bezugspersonen"),
        add=_("Neue &Bezugsperson"),
        empty=_("Noch niemand: Angehörige, Pflegedienst, Arztpraxis, Vermietung …"),
        removed=_("Bezugsperson entfernt."),
    )
    return Entries(desk, history, RelatedPerson, words, lambda: RelatedCard(desk), _create)


def _create(store: OfficeStore, case_id: UUID, values: Mapping[str, Any]) -> tuple[Changed, UUID]:
    return records.add(store, RelatedPerson, case_id=case_id, **values)
