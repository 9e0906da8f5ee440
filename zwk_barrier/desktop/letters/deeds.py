"""What is done with the letter on the page: filed with the first value, printed, sent, put back, taken away."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from zwk_barrier.casework.case.disclosures import Basis
from zwk_barrier.casework.printing import letters
from zwk_barrier.casework.printing.printed_documents import Printing, digest_of, keep_printed
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import Back, ToLetter
from zwk_barrier.desktop.document_output import Used
from zwk_barrier.desktop.widgets.date_field import this_day
from zwk_barrier.problems import Problem
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _

if TYPE_CHECKING:
    from zwk_barrier.casework.printing.letter_draft import Wanted
    from zwk_barrier.desktop.letters.form import LetterForm, Start


@dataclass(eq=False, slots=True)
class Shown:
    """A letter while it is shown; a deed holds on to the one it was asked for, whatever is shown by then."""

    wanted: "Wanted"
    promise: Callable[[], UUID | None] = lambda: None
    """Asked inside a deed: the id under which a value typed before has filed it."""


class LetterDeeds(QObject):
    """The letter shown now: ``wanted`` names it, with its id once it is filed."""

    filed = Signal()
    """The letter has become a record of the case."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown: Shown | None = None

    def turn_to(self, wanted: "Wanted | None") -> None:
        """From now on this letter is shown, or none."""
        self._shown = None if wanted is None else Shown(wanted)

    @property
    def wanted(self) -> "Wanted | None":
        """The letter shown now."""
        return None if self._shown is None else self._shown.wanted

    @property
    def letter_id(self) -> UUID | None:
        """The id of the letter, None while it is not filed."""
        return None if self.wanted is None else self.wanted.letter_id

    def serve(self, make: "Callable[[Start], LetterForm]") -> "LetterForm":
        """Makes a form that files the letter shown now with the first value kept in it."""
        shown = self._shown
        assert shown is not None  # noqa: S101 - a form is only there for a letter

        def start(store: OfficeStore, values: Mapping[str, Any]) -> tuple[Changed, UUID]:
            wanted = shown.wanted
            if wanted.letter_id is not None:  # printed, and so filed, in between
                return letters.keep(store, wanted.letter_id, values), wanted.letter_id
            return letters.start(store, wanted, this_day(), values)

        form = make(start)
        shown.promise = form.binding.promise()
        form.binding.created.connect(lambda letter_id: self._started(shown, letter_id))
        return form

    def _started(self, shown: Shown, letter_id: UUID) -> None:
        if shown.wanted.letter_id is not None:
            return
        shown.wanted = replace(shown.wanted, letter_id=letter_id)
        if shown is self._shown:
            self._desk.be_at(ToLetter(shown.wanted.case_id, letter_id=letter_id))
            self.filed.emit()

    def print_noter(self) -> Used:
        """Keeps, when it is called with a PDF, that this one of the letter shown now was printed or saved."""
        shown = self._shown

        def keep(key: UUID, content: bytes, *, is_faulty: bool) -> None:
            digest, printing = digest_of(content), Printing("letter", letter_id=key, is_faulty=is_faulty)
            self._desk.do(lambda store: letters.printed(store, key, digest), owner=self)
            self._desk.do(lambda store: keep_printed(store, printing, content, None, datetime.now(UTC)))

        def note(content: bytes, is_faulty: bool) -> None:
            if shown is not None:
                self._with_letter(shown, lambda key: keep(key, content, is_faulty=is_faulty))

        return note

    def _with_letter(self, shown: Shown, then: Callable[[UUID], None]) -> None:
        """Calls ``then`` with the letter's id; files it first where nobody has."""

        def file(store: OfficeStore) -> tuple[Changed, UUID]:
            known = shown.promise() or shown.wanted.letter_id
            return (Changed(), known) if known is not None else letters.start(store, shown.wanted, this_day())

        def done(letter_id: UUID) -> None:
            self._started(shown, letter_id)
            then(letter_id)

        self._desk.do(file, then=done, owner=self)

    def send(
        self,
        sent: tuple[date, str, Basis | None],
        then: Callable[[], None],
        refused: Callable[[Problem], None],
    ) -> None:
        """Keeps that it was sent, when, how and on what basis, with everything that follows."""

        def done(_nothing: None) -> None:
            then()
            self._desk.say(_("Abgeschickt. Das Schreiben bleibt im Fall, wie es ist."), with_undo=True)

        def send(letter_id: UUID) -> None:
            self._desk.do(
                lambda store: letters.sent(store, letter_id, *sent), then=done, failed=refused, owner=self
            )

        if self._shown is not None:
            self._with_letter(self._shown, send)

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
        letter_id = self.letter_id
        self.turn_to(None)
        if letter_id is None:
            return

        def done(_nothing: None) -> None:
            self._desk.say(_("Schreiben entfernt."), with_undo=True)
            self._desk.go(Back())

        self._desk.do(lambda store: letters.remove(store, letter_id), then=done, owner=self)
