"""What was passed on to whom: kept by letters themselves, added by hand for a phone call or a talk."""

from collections.abc import Callable
from typing import Any

from zwk_barrier.casework.case import disclosures
from zwk_barrier.casework.printing.documents import CaseDocuments
from zwk_barrier.desktop.cases.entries import Entries, EntryWords
from zwk_barrier.desktop.cases.form_card import FormCard
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.field_history import FieldHistory
from zwk_barrier.desktop.record_rows import RecordRows
from zwk_barrier.desktop.widgets.date_field import this_day
from zwk_barrier.desktop.widgets.headings import SoftText
from zwk_barrier.desktop.widgets.warning_lines import WarningLines
from zwk_barrier.model import Disclosure
from zwk_barrier.overriding import override
from zwk_barrier.wording import _

Surroundings = Callable[[], CaseDocuments | None]


class DisclosureCard(FormCard):
    """One disclosure; a consent that is wanting is named in it."""

    def __init__(self, desk: Desk, surroundings: Surroundings) -> None:
        self._surroundings = surroundings
        super().__init__(
            desk, Disclosure, "disclosure_card", remove=_("Weitergabe entfernen"), keep=disclosures.keep
        )
        self._warnings = WarningLines("disclosure_warnings")
        self._from = SoftText(name="disclosure_from")
        self._from.hide()
        self.body.insertWidget(1, self._warnings)
        self.body.insertWidget(0, self._from)

    @override
    def add_rows(self, rows: RecordRows) -> None:
        """When, to whom, what for, what, and what it rests on."""
        rows.past_day("disclosed_on")
        rows.text("recipient")
        rows.choice("purpose")
        rows.text("what", wide=True, hint=_("Nur, was für den Zweck nötig ist"))
        rows.choice("basis")
        rows.text("norm", hint=_("Oder wer es wann beauftragt hat"))
        rows.text("note")

    @override
    def show_record(self, record: Any) -> None:
        """Shows the disclosure, the letter it came with, and what is wanting."""
        super().show_record(record)
        found = self._surroundings()
        if found is None:
            return
        letter = next((one for one in found.letters if one.letter.id == record.letter_id), None)
        self._from.setText(
            "" if letter is None else _("Mit dem Schreiben „{title}“").format(title=letter.title)
        )
        self._from.setVisible(letter is not None)
        self._warnings.show_lines(disclosures.wanting(record, found.consents, this_day()))


def disclosure_entries(desk: Desk, history: FieldHistory, surroundings: Surroundings) -> Entries:
    """The list of disclosures of a case."""
    words = EntryWords(
        "case_disclosures",
        _("Weitergaben"),
        add=_("Neue &Weitergabe"),
        empty=_("Noch keine. Abgeschickte Schreiben stehen von selbst da; Telefonate bitte hier festhalten."),
        removed=_("Weitergabe entfernt."),
    )
    return Entries(
        desk, history, Disclosure, words, lambda: DisclosureCard(desk, surroundings), disclosures.add
    )
