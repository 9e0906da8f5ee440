"""The documents about a person's rights are looked at in the same preview."""

from collections.abc import Callable, Iterator
from uuid import UUID

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.desktop.visits.advisor import Advisor
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import (
    Destination,
    ToAccessReport,
    ToConsentForm,
    ToPrivacyNotice,
)
from zwk_barrier.desktop.style.theme import Theme

PLACES: dict[str, tuple[Callable[[UUID], Destination], str, str]] = {
    "notice": (ToPrivacyNotice, "Datenschutzinformation", "Wer bekommt Ihre Daten?"),
    "easy": (lambda key: ToPrivacyNotice(key, easy=True), "Datenschutzinformation", "Was sind Daten?"),
    "consent": (lambda key: ToConsentForm(key, "fotos"), "Einwilligung", "Was ich erlaube"),
    "blank": (lambda _key: ToConsentForm(None, "fotos"), "Einwilligung", "Was ich erlaube"),
    "access": (ToAccessReport, "Auskunft nach Art. 15 DSGVO", "Weitergaben: wem wir was mitgeteilt haben"),
}


@pytest.fixture
def reader(qtbot: QtBot, theme: Theme, desk: Desk) -> Iterator[Advisor]:
    assert theme.look.scale == 100
    reader = Advisor(qtbot, desk)
    reader.begin()
    yield reader
    reader.workplace.leave()
    reader.rest()


@pytest.mark.parametrize("name", PLACES)
def test_each_is_shown_with_its_text(reader: Advisor, name: str) -> None:
    place, title, words = PLACES[name]
    reader.workplace.go(place(reader.view().case.id))
    reader.rest()
    text = reader.shown(QPlainTextEdit, "preview_text").toPlainText().replace("\N{NO-BREAK SPACE}", " ")
    assert reader.words("preview_title") == title
    assert words in text
    assert ("Petrova" in text) == (name in {"notice", "consent", "access"})
