"""The bar over every page: search, take back, and the one thing that is always the next step."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from zwk_barrier.desktop.style.look import current_look
from zwk_barrier.desktop.widgets.buttons import Button, IconButton, Kind
from zwk_barrier.desktop.widgets.search_box import SearchBox
from zwk_barrier.overriding import override
from zwk_barrier.wording import _

_SEARCH_WIDTH = 360  # px at 100 %, as long as there is room


class TopBar(QWidget):
    """Holds the search field it is given, and three buttons the window connects."""

    def __init__(self, search: SearchBox) -> None:
        super().__init__()
        self.setObjectName("top_bar")
        self._search = search
        self.handbook = IconButton("open_handbook", _("Handbuch"), icon="circle-question-mark")
        self.handbook.setToolTip(_("Handbuch zu dieser Seite (F1)"))
        self.undo = Button("undo", _("Rückgängig"), icon="undo-2")
        self.undo.setToolTip(_("Die letzte Eingabe zurücknehmen (Strg+Z)"))
        self.new_contact = Button("new_contact", _("Neuer Kontakt"), kind=Kind.PRIMARY, icon="plus")
        self.new_contact.setToolTip(_("Einen Anruf oder Besuch festhalten (Strg+N)"))
        line = QHBoxLayout(self)
        line.setContentsMargins(24, 12, 24, 12)
        line.setSpacing(16)
        line.addWidget(search, 100)
        line.addStretch(1)
        line.addWidget(self.handbook)
        line.addWidget(self.undo)
        line.addWidget(self.new_contact)
        self.refit()

    def show_people(self, *, is_shown: bool) -> None:
        """Offers to find and to add people, or leaves both away."""
        self._search.setVisible(is_shown)
        self.new_contact.setVisible(is_shown)

    def hidden(self) -> list[str]:
        """What is left away, in the words of the overview of keys."""
        return [_("Suchen"), _("Neuer Kontakt")] if self.new_contact.isHidden() else []

    def refit(self) -> None:
        """Gives way to large text: the words on the buttons go, their names stay."""
        look = current_look()
        self._search.setMaximumWidth(look.px(_SEARCH_WIDTH))
        self.undo.setText("" if look.is_large else _("Rückgängig"))
        self.undo.setAccessibleName(_("Rückgängig"))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = current_look(), QPainter(self)
        painter.fillRect(self.rect(), look.colour("surface"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, look.colour("line"))
