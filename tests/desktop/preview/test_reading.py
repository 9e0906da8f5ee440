"""Pages in small and words to look for lead to the right place of a document."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from tests.desktop.access.pixels import grabbed
from tests.desktop.preview.test_preview import count, page, view
from tests.desktop.typist import CTRL
from tests.desktop.visits.advisor import Advisor
from zwk_barrier.desktop.preview.thumbnails import Thumbnails


def small(reader: Advisor) -> Thumbnails:
    return reader.shown(Thumbnails, "preview_thumbnails")


def look_for(reader: Advisor, words: str) -> None:
    reader.press(Qt.Key.Key_F, CTRL)
    reader.shown(QLineEdit, "preview_search_text").setText(words)
    reader.press(Qt.Key.Key_Return)


def test_each_page_is_named_and_drawn_in_small(reader: Advisor) -> None:
    pages = small(reader)
    last = pages.item(count(reader) - 1)
    assert last is not None
    reader.qtbot.waitUntil(lambda: last.data(Qt.ItemDataRole.DecorationRole) is not None)

    assert [pages.item(row).text() for row in range(2)] == ["Seite 1", "Seite 2"]
    assert pages.count() == count(reader)
    colours = {tuple(pixel) for row in grabbed(pages, pages.rect())[::3, ::3] for pixel in row}
    assert len(colours) > 20


def test_keys_in_the_small_pages_lead_there_and_they_follow_the_page_in_view(reader: Advisor) -> None:
    small(reader).setFocus()
    reader.press(Qt.Key.Key_Down)
    assert reader.words("preview_state").startswith("Seite 2 von")

    view(reader).setFocus()
    reader.press(Qt.Key.Key_End)
    assert small(reader).currentRow() == count(reader) - 1


def test_home_end_and_enter_in_the_small_pages_lead_into_the_page(reader: Advisor) -> None:
    small(reader).setFocus()
    reader.press(Qt.Key.Key_End)
    assert reader.words("preview_state") == f"Seite {count(reader)} von {count(reader)}"
    reader.press(Qt.Key.Key_PageUp)
    assert small(reader).currentRow() < count(reader) - 1
    reader.press(Qt.Key.Key_Home)
    assert reader.words("preview_state").startswith("Seite 1 von")
    reader.press(Qt.Key.Key_Return)
    assert view(reader).hasFocus()


def test_what_is_looked_for_is_counted_and_gone_through(reader: Advisor) -> None:
    look_for(reader, "feststellung 2")  # 2 and 20 to 29, whatever the letters' size
    assert reader.words("preview_search_count") == "1 von 11"

    reader.press(Qt.Key.Key_F3, times=11)
    assert reader.words("preview_search_count") == "1 von 11"
    reader.press(Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert reader.words("preview_search_count") == "11 von 11"


def test_the_place_that_was_found_is_in_view_and_marked(reader: Advisor) -> None:
    before = view(reader).verticalScrollBar().value()
    look_for(reader, "Feststellung 29")
    assert view(reader).verticalScrollBar().value() > before
    ink = {tuple(pixel) for row in grabbed(view(reader), view(reader).rect()) for pixel in row}
    assert (0xB3, 0x40, 0x0A) in ink

    reader.press(Qt.Key.Key_Escape)
    bar = page(reader).findChild(QWidget, "preview_search")
    assert bar is not None
    assert bar.isHidden()
    ink = {tuple(pixel) for row in grabbed(view(reader), view(reader).rect()) for pixel in row}
    assert (0xB3, 0x40, 0x0A) not in ink
    assert reader.place == "preview_pages"


def test_words_that_do_not_occur_are_told(reader: Advisor) -> None:
    look_for(reader, "Schwimmbad")

    assert reader.words("preview_search_count") == "Kommt nicht vor"


def test_nothing_is_found_any_more_in_a_document_that_is_closed(reader: Advisor) -> None:
    look_for(reader, "Wanne")
    preview = page(reader)
    reader.workplace.leave()

    assert not reader.shown(QAbstractButton, "preview_find").isEnabled()
    assert preview._pages is None
    assert small(reader).count() == 0
