"""The letters that fit where an application stands, and those that were written for it."""

from datetime import date
from typing import Final

from PySide6.QtCore import Signal

from zwk_barrier.casework.payers.application_state import GRANTED, REFUSED, WAITING
from zwk_barrier.casework.payers.application_views import ApplicationView
from zwk_barrier.desktop.application_signs import letter_words
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.lists import Row, RowList
from zwk_barrier.model import Letter
from zwk_barrier.rules.typed.near_dates import format_near_date
from zwk_barrier.wording import _

_BEFORE: Final = ("application", "landlord_consent", "receipt")
_MEANWHILE: Final = ("evidence_list", "reminder", "receipt")
_REFUSED: Final = ("objection", "evidence_list")
_OBJECTING: Final = ("reminder", "evidence_list")
_ALL: Final = ("application", "landlord_consent", "receipt", "evidence_list", "reminder", "objection")


class LettersSection(Card):
    """A button for each letter that fits now; the letters written so far open."""

    writing = Signal(str)
    """The code of the letter that is wanted."""

    reading = Signal(object)
    """The id of a letter that is there."""

    others = Signal()
    """Any other letter of the case is wanted."""

    def __init__(self) -> None:
        super().__init__("application_letters", title=_("Schreiben"))
        self._buttons = self.add(Flow("application_letter_buttons"))
        self._by_code = {code: self._make(code) for code in _ALL}
        other = self._buttons.add(
            Button("application_letter_other", _("Alle Schreiben"), kind=Kind.QUIET, icon="folder-open")
        )
        other.clicked.connect(self.others)
        self._rows = self.add(RowList("application_letter_rows", title=_("Schreiben")))
        self._rows.activated.connect(self.reading)

    def show_view(self, view: ApplicationView, today: date) -> None:
        """Shows what can be written now and what was written."""
        fitting = letters_for(view)
        for code, button in self._by_code.items():
            button.setVisible(code in fitting)
        self._rows.show_rows([_row(each, today) for each in view.letters])
        self._rows.setVisible(bool(view.letters))

    def _make(self, code: str) -> Button:
        kind = Kind.PRIMARY if code == "application" else Kind.SECONDARY  # the next step of one only planned
        button = Button(f"application_write_{code}", letter_words(code), kind=kind, icon="mail")
        button.clicked.connect(lambda: self.writing.emit(code))
        return self._buttons.add(button)


def letters_for(view: ApplicationView) -> tuple[str, ...]:
    """The templates that fit where an application stands."""
    stage = view.state.stage
    if stage in ("objecting", "objecting_further"):
        return _OBJECTING
    if stage in REFUSED:
        return _REFUSED if stage == "refused" else ()
    if stage in WAITING or stage == "passed_on":
        return _MEANWHILE
    if stage in GRANTED:
        is_partly = view.application.notice == "bewilligt_teil"
        return ("objection", "evidence_list") if is_partly else ("evidence_list",)
    wants_consent = any(
        each.evidence.kind == "vermieterzustimmung" and each.standing == "missing" for each in view.evidence
    )
    return tuple(code for code in _BEFORE if code != "landlord_consent" or wants_consent)


def _row(letter: Letter, today: date) -> Row:
    written = "" if letter.written_on is None else format_near_date(letter.written_on, today)
    if letter.sent_on is not None:
        note = _("abgeschickt am {day}").format(day=format_near_date(letter.sent_on, today))
    else:
        note = _("noch nicht abgeschickt")
    return Row(letter.id, letter.title or _("Schreiben"), note=note, lead=written, icon="file-text")
