"""The office gives its documents a logo, a colour and lines, and sees at once what they make."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.desktop.typist import CTRL, Typist, one
from tests.desktop.walk import obstacles
from zwk_barrier.casework.office.office_look import logo_of
from zwk_barrier.casework.office.staff import office_settings
from zwk_barrier.casework.printing.letter_samples import sample
from zwk_barrier.desktop.admin.paper_section import PaperSection
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.style.theme import Theme
from zwk_barrier.desktop.widgets.date_field import this_day
from zwk_barrier.model import Office
from zwk_barrier.reference.letter_templates import shipped_templates
from zwk_barrier.reports.checking.document import check
from zwk_barrier.reports.documents.letter import build_letter


class Designer(Typist):
    """Somebody who sets the look."""

    section: PaperSection

    def write(self, name: str, text: str) -> None:
        self.go_to(f"office_{name}")
        self.press(Qt.Key.Key_A, CTRL)
        self.type(text)
        self.tab()
        self.rest()
        self.rest()

    def kept(self) -> Office:
        with self._desk.store.reading() as session:
            return office_settings(session)

    def letter(self) -> bytes:
        with self._desk.store.reading() as session:
            return build_letter(sample(session, shipped_templates()["referral"], this_day()))


@pytest.fixture
def designer(qtbot: QtBot, desk: Desk) -> Iterator[Designer]:
    section = PaperSection(desk)
    hands = Designer(qtbot, desk, section)
    hands.section = section
    hands.show()
    hands.rest()
    hands.rest()
    yield hands
    section.sample.clear()
    hands.rest()
    shiboken6.delete(section)  # now and here, as for the letters


def a_logo(path: Path, size: tuple[int, int] = (3000, 900)) -> str:
    Image.new("RGB", size, "#c04000").save(path)
    return str(path)


def test_lines_stand_in_the_sample_at_once(designer: Designer) -> None:
    designer.write("bank_line", "Bank fuer alle")
    designer.write("contact_line", "Sprechzeit dienstags")
    designer.write("closing_line", "Herzlich")

    seen = designer.section.sample.text
    for said in ("Bank fuer alle", "Sprechzeit dienstags", "Herzlich"):
        assert said in seen
    assert check(designer.letter()) == ()


def test_a_colour_too_pale_is_refused_with_a_darker_one(designer: Designer) -> None:
    designer.write("accent", "#ff8800")
    told = one(designer, QLabel, "office_accent_error_text").text()
    assert "4,5:1" in told
    assert designer.kept().accent is None

    designer.write("accent", told.rstrip(".").rpartition(" ")[2])
    assert designer.kept().accent is not None


def test_the_colour_is_that_of_the_document(designer: Designer) -> None:
    before = designer.letter()
    designer.write("accent", "#7a1f5c")

    assert designer.letter() != before
    assert check(designer.letter()) == ()


def test_a_logo_is_made_small_and_stands_in_the_letter(designer: Designer, tmp_path: Path) -> None:
    designer.section.take_logo(a_logo(tmp_path / "logo.png"))
    designer.rest()
    designer.rest()

    kept = logo_of(designer.kept())
    assert kept is not None
    assert len(kept) < 150_000
    assert check(designer.letter()) == ()
    assert one(designer, QLabel, "paper_logo_told").text() == "Das Logo ist da."


def test_what_is_no_picture_is_refused_with_what_to_do(designer: Designer, tmp_path: Path) -> None:
    path = tmp_path / "logo.svg"
    path.write_text("<svg/>")
    designer.section.take_logo(str(path))
    designer.rest()

    assert "kein Bild" in one(designer, QLabel, "paper_logo_told").text()
    assert designer.kept().logo is None


def test_nothing_stands_in_the_way(designer: Designer, theme: Theme) -> None:
    assert obstacles(designer.page, theme) == []
