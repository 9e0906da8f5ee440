"""The consents of a case: one for each purpose and recipient, with its form and date."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from zwk_barrier.casework import records
from zwk_barrier.desktop.cases.entries import Entries, EntryWords
from zwk_barrier.desktop.cases.form_card import FormCard
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.field_history import FieldHistory
from zwk_barrier.desktop.record_rows import RecordRows
from zwk_barrier.model import Consent
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _


class ConsentCard(FormCard):
    """One consent."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, Consent, "consent_card", remove=_("Einwilligung entfernen"))

    def add_rows(self, rows: RecordRows) -> None:
        """What for, to whom, in which form, from when and until when."""
        rows.choice("purpose")
        rows.text("recipient", hint=_("Nur bei einer Weitergabe"))
        rows.choice("form")
        rows.past_day("given_on")
        rows.past_day("revoked_on")
        rows.text("note")


def consent_entries(desk: Desk, history: FieldHistory) -> Entries:
    """The list of consents of a case."""
    words = EntryWords(
        "case_consents",
        _("Einwilligungen"),
        add=_("Neue &Einwilligung"),
        empty=_("Noch keine. Gesundheitsdaten und Fotos brauchen eine Einwilligung."),
        removed=_("Einwilligung entfernt."),
    )
    return Entries(desk, history, Consent, words, lambda: ConsentCard(desk), _create)


def _create(store: OfficeStore, case_id: UUID, values: Mapping[str, Any]) -> tuple[Changed, UUID]:
    return records.add(store, Consent, case_id=case_id, **values)
