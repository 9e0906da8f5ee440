"""What is done with the letter on the page: filed with the first value, printed, sent, put back, taken away."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from zwk_barrier.casework import letters
from zwk_barrier.casework.disclosures import Basis
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import Back, ToLetter
from zwk_barrier.desktop.widgets.date_field import this_day
from zwk_barrier.problems import Problem
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _

if TYPE_CHECKING:
    from zwk_barrier.casework.letter_draft import Wanted


class LetterDeeds(QObject):
    """The letter shown now: ``wanted`` names it, with its id once it is filed."""

    filed = Signal()
    """The letter has become a record of the case."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.wanted: Wanted | None = None

    @property
    def letter_id(self) -> UUID | None:
        """The id of the letter, None while it is not filed."""
        return None if self.wanted is None else self.wanted.letter_id

    def start(self, store: OfficeStore, values: Mapping[str, Any]) -> tuple[Changed, UUID]:
        """Files the letter with the first value that was kept in it."""
        wanted = self.wanted
        assert wanted is not None  # noqa: S101 - a form is only there for a letter
        if wanted.letter_id is not None:  # printed, and so filed, in between
            return letters.keep(store, wanted.letter_id, values), wanted.letter_id
        return letters.start(store, wanted, this_day(), values)

    def started(self, letter_id: UUID) -> None:
        """The letter is filed under this id."""
        if self.wanted is not None and self.wanted.letter_id is None:
            self.wanted = replace(self.wanted, letter_id=letter_id)
            self._desk.be_at(ToLetter(self.wanted.case_id, letter_id=letter_id))
            self.filed.emit()

    def with_letter(self, promise: Callable[[], UUID | None], then: Callable[[UUID], None]) -> None:
        """Calls ``then`` with the letter's id; files it first unless ``promise`` tells that it is filed."""
        wanted = self.wanted
        if wanted is None:
            return

        def file(store: OfficeStore) -> tuple[Changed, UUID]:
            known = promise() or wanted.letter_id
            return (Changed(), known) if known is not None else letters.start(store, wanted, this_day())

        def done(letter_id: UUID) -> None:
            self.started(letter_id)
            then(letter_id)

        self._desk.do(file, then=done, owner=self)

    def note_print(self, letter_id: UUID, content: bytes) -> None:
        """Keeps that this PDF was printed or saved."""
        digest = hashlib.sha256(content).hexdigest()
        self._desk.do(lambda store: letters.printed(store, letter_id, digest), owner=self)

    def send(
        self,
        letter_id: UUID,
        sent: tuple[date, str, Basis | None],
        then: Callable[[], None],
        refused: Callable[[Problem], None],
    ) -> None:
        """Keeps that it was sent, when, how and on what basis, with everything that follows."""

        def done(_nothing: None) -> None:
            then()
            self._desk.say(_("Abgeschickt. Das Schreiben bleibt im Fall, wie es ist."), with_undo=True)

        self._desk.do(
            lambda store: letters.sent(store, letter_id, *sent), then=done, failed=refused, owner=self
        )

    def propose_again(self) -> None:
        """Puts the texts of the template back."""
        letter_id = self.letter_id
        if letter_id is not None:
            self._desk.do(
                lambda store: letters.propose_again(store, letter_id),
                then=lambda _nothing: self._desk.say(
                    _("Die Texte der Vorlage stehen wieder da."), with_undo=True
                ),
                owner=self,
            )

    def remove(self) -> None:
        """Takes the letter away and goes back to where the person came from."""
        letter_id, self.wanted = self.letter_id, None
        if letter_id is None:
            return

        def done(_nothing: None) -> None:
            self._desk.say(_("Schreiben entfernt."), with_undo=True)
            self._desk.go(Back())

        self._desk.do(lambda store: letters.remove(store, letter_id), then=done, owner=self)
