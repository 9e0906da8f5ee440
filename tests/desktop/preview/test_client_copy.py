"""The short report is chosen by the keyboard, in the person's language, beside German, in large print."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from tests.desktop.access import walkers
from tests.desktop.visits.advisor import Advisor
from zwk_barrier.casework.records import get
from zwk_barrier.desktop.destinations import ToClientCopy, ToVisitReport
from zwk_barrier.desktop.preview.page import PreviewPage
from zwk_barrier.desktop.preview.print_choice import PrintChoice
from zwk_barrier.desktop.style.theme import Theme
from zwk_barrier.desktop.widgets.check_field import CheckField
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.model import CaseFile, Person, Visit


def page(reader: Advisor) -> PreviewPage:
    return reader.shown(PreviewPage, "preview_page")


def text(reader: Advisor) -> str:
    shown = reader.shown(QPlainTextEdit, "preview_text").toPlainText()
    return shown.replace("\N{NO-BREAK SPACE}", " ")


def speaks(reader: Advisor, language: str, *needs: str) -> None:
    """The client's language and what they need, as noted in the case."""
    with reader.office.deed("person_changed") as deed:
        case = get(deed.session, CaseFile, get(deed.session, Visit, reader.visit_id).case_id)
        person = get(deed.session, Person, case.person_id)
        person.language, person.communication = language, list(needs)


def chooser(reader: Advisor) -> PrintChoice:
    reader.press(Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    reader.rest()
    return next(one for one in page(reader).findChildren(PrintChoice) if one.isVisible())


def test_the_short_report_comes_in_the_language_of_the_person_beside_german(reader: Advisor) -> None:
    speaks(reader, "tr", "grossdruck")
    reader.workplace.go(ToClientCopy(reader.visit_id))
    reader.rest()

    assert reader.words("preview_title") == "Kurzbericht"
    assert "Ev ziyaretimiz" in text(reader)
    assert "Ihr Hausbesuch" in text(reader)
    assert page(reader)._destination == ToClientCopy(reader.visit_id, "tr", with_german=True, large=True)
    assert page(reader)._file_name.endswith("_tr.pdf")


def test_who_needs_easy_german_gets_it(reader: Advisor) -> None:
    speaks(reader, "de", "leichte_sprache")
    reader.workplace.go(ToClientCopy(reader.visit_id))
    reader.rest()
    assert "Das haben wir gesehen" in text(reader)
    assert "Was wir gesehen haben" not in text(reader)


def test_another_language_is_chosen_by_keys_alone(reader: Advisor) -> None:
    dialog = chooser(reader)
    kind, language = (dialog.findChild(ChoiceField, f"print_choice_{name}") for name in ("kind", "language"))
    assert isinstance(kind, ChoiceField)
    assert isinstance(language, ChoiceField)
    assert kind.hasFocus()
    assert not language.isEnabled()
    kind.set_value("copy")
    kind.kept.emit("copy")
    language.set_value("ar")
    language.kept.emit("ar")
    large = dialog.findChild(CheckField, "print_choice_large")
    assert isinstance(large, CheckField)
    large.click()
    reader.press(Qt.Key.Key_Return)
    reader.rest()
    assert page(reader)._destination == ToClientCopy(reader.visit_id, "ar", with_german=False, large=True)
    assert "ما رأيناه" in text(reader)


def test_the_report_is_shown_in_large_print(reader: Advisor) -> None:
    reader.workplace.go(ToVisitReport(reader.visit_id))
    reader.rest()
    few = len(page(reader)._pages or ())
    reader.workplace.go(ToVisitReport(reader.visit_id, large=True))
    reader.rest()
    assert len(page(reader)._pages or ()) > few


@pytest.mark.parametrize("scale", [100, 200])
def test_the_choice_has_names_and_cuts_no_word(reader: Advisor, theme: Theme, scale: int) -> None:
    theme.set_scale(scale)
    walkers.settled(page(reader))
    dialog = chooser(reader)
    walkers.settled(dialog)
    assert walkers.unnamed(dialog) == []
    assert walkers.clipped(dialog) == []
    dialog.reject()
    reader.rest()
