"""Somebody at the page of a letter, in a case where nothing is missing."""

from collections.abc import Iterator
from uuid import UUID

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from tests.casework.lettering import Lettered, full_case
from tests.desktop.typist import Typist
from zwk_barrier.casework.printing import letters
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import ToLetter
from zwk_barrier.desktop.letters.page import LetterPage
from zwk_barrier.model import Letter
from zwk_barrier.store.office import OfficeStore


class Writer(Typist):
    """Somebody who writes a letter."""

    def __init__(self, qtbot: QtBot, desk: Desk, page: LetterPage, case: Lettered) -> None:
        super().__init__(qtbot, desk, page)
        self.letter_page = page
        self.case = case

    def open(self, template: str) -> None:
        """Begins a letter."""
        wanted = self.case.wanted(template)
        self.letter_page.show_destination(ToLetter(wanted.case_id, template, wanted.application_id))
        self.show()

    def open_letter(self, letter_id: UUID) -> None:
        """Opens a letter that is there."""
        self.letter_page.show_destination(ToLetter(self.case.case_id, letter_id=letter_id))
        self.show()

    def letters(self) -> list[Letter]:
        """The letters filed in the case, the newest first."""
        with self.case.office.reading() as session:
            return [row.letter for row in letters.letters_of(session, self.case.case_id)]

    def printed_text(self) -> str:
        """What the letter beside the fields says."""
        pages = self.letter_page.pane._pages
        assert pages is not None
        return "\n".join(pages.text(index) for index in range(len(pages)))


@pytest.fixture
def case(office: OfficeStore) -> Lettered:
    """A case in which nothing is missing."""
    return full_case(office)


@pytest.fixture
def writer(qtbot: QtBot, desk: Desk, case: Lettered) -> Iterator[Writer]:
    """Somebody at the page."""
    page = LetterPage(desk)
    writer = Writer(qtbot, desk, page, case)
    yield writer
    page.leave()
    writer.rest()
    # Now and here: collected later, by a thread that is setting the next test's letter, it would end the process.
    shiboken6.delete(page)
