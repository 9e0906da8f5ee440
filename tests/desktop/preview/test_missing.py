"""Before a document is printed what is missing in it is named, and each name leads to where it is entered."""

import pytest
from PySide6.QtWidgets import QDialog

from tests.desktop.access import walkers
from tests.desktop.visits.advisor import Advisor
from zwk_barrier.casework.printing.document_gaps import About
from zwk_barrier.casework.records import keep
from zwk_barrier.desktop.destinations import Back, ToAdministration, ToHandover, ToVisit
from zwk_barrier.desktop.preview.missing import MissingList
from zwk_barrier.desktop.preview.page import PreviewPage
from zwk_barrier.desktop.style.theme import Theme
from zwk_barrier.desktop.widgets.buttons import Button, IconButton
from zwk_barrier.model import Visit


def page(reader: Advisor) -> PreviewPage:
    return reader.shown(PreviewPage, "preview_page")


def named(reader: Advisor) -> list[str]:
    return [gap.title for gap in reader.shown(MissingList, "preview_missing").gaps]


def jump(reader: Advisor, title: str) -> None:
    buttons = page(reader).findChildren(Button)
    next(one for one in buttons if one.accessibleName() == f"Fehlt: {title}").click()
    reader.rest()


def test_a_missing_summary_is_named_and_typed_in_its_field(reader: Advisor) -> None:
    assert "Zusammenfassung" in named(reader)
    jump(reader, "Zusammenfassung")
    assert reader.workplace.here == ToVisit(reader.visit_id, "details", "visit_summary")
    assert reader.place == "visit_summary"

    reader.type("Die Wanne ist zu hoch.")
    reader.workplace.go(Back())
    reader.rest()
    assert "Zusammenfassung" not in named(reader)


def test_what_the_office_has_not_said_leads_to_the_administration(reader: Advisor) -> None:
    while (more := page(reader).findChild(Button, "preview_missing_more")) is not None and more.isVisible():
        more.click()
    jump(reader, "Anschrift der Beratungsstelle")
    assert reader.workplace.here == ToAdministration("office", "office_street")


def test_every_missing_thing_can_be_reached_when_there_are_many(reader: Advisor) -> None:
    assert len(named(reader)) > 6
    more = reader.shown(Button, "preview_missing_more")
    assert more.text() == f"{len(named(reader)) - 5} weitere"
    more.click()
    reader.rest()
    shown = [one for one in page(reader).findChildren(Button) if one.accessibleName().startswith("Fehlt: ")]
    assert len([one for one in shown if one.isVisible()]) == len(named(reader))
    assert reader.place == "preview_missing_5"


def test_a_document_in_which_nothing_is_missing_says_so(reader: Advisor) -> None:
    reader.workplace.go(ToHandover(reader.case_id))
    reader.rest()
    page(reader)._missing.show_gaps((), About(reader.case_id))
    walkers.settled(page(reader))
    assert reader.words("preview_missing_none") == "Es fehlt nichts."


def test_at_large_text_it_is_one_button_and_a_list_of_its_own(reader: Advisor, theme: Theme) -> None:
    theme.set_scale(200)
    walkers.settled(page(reader))
    reader.shown(IconButton, "preview_missing_all").click()
    dialog = reader.workplace.findChild(QDialog, "preview_missing_list")
    assert dialog is not None
    walkers.settled(dialog)
    assert walkers.clipped(dialog) == []
    button = next(
        one for one in dialog.findChildren(Button) if one.accessibleName() == "Fehlt: Zusammenfassung"
    )
    button.click()
    reader.rest()
    focus = reader.workplace.focusWidget()
    assert focus is not None
    assert focus.objectName() == "visit_summary"


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_everybody_can_use_it(reader: Advisor, theme: Theme, scale: int) -> None:
    theme.set_scale(scale)
    walkers.settled(page(reader))
    assert walkers.unnamed(page(reader)) == []
    assert walkers.keyboard_gaps(page(reader)) == []


def test_an_undated_visit_is_told(reader: Advisor) -> None:
    keep(reader.office, Visit, reader.visit_id, visited_on=None)
    page(reader).show_destination(page(reader)._destination or Back())
    reader.rest()
    assert "Tag des Besuchs" in named(reader)
