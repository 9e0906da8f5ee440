"""The left side of a visit: whose home it is, the rooms, and how much was looked at."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from zwk_barrier.casework.visit.measuring import Coverage
from zwk_barrier.desktop.record_rows import code_choices
from zwk_barrier.desktop.style.ink import box
from zwk_barrier.desktop.style.look import current_look
from zwk_barrier.desktop.visits.rail import Station, StationRail
from zwk_barrier.desktop.visits.visit_form import enlarge
from zwk_barrier.desktop.widgets.buttons import IconButton, key_text
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.full_screen import FULL_SCREEN_KEYS
from zwk_barrier.desktop.widgets.headings import SoftText, StrongText
from zwk_barrier.desktop.widgets.scroll import ScrollPage
from zwk_barrier.overriding import override
from zwk_barrier.wording import _

_WIDTH = 260


class CoverageBar(QWidget):
    """How much was looked at, as a bar; the words stand above it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("visit_coverage_bar")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._share = 0.0

    def show_share(self, share: float) -> None:
        """Shows a share of 0.0 to 1.0."""
        self._share = share
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(60, current_look().px(10))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = current_look(), QPainter(self)
        radius = self.height() / 2
        box(painter, self.rect(), look.colour("background"), look.colour("border"), radius=radius)
        if self._share:
            width = max(self.height(), round(self.width() * self._share))
            box(painter, QRect(0, 0, width, self.height()), look.colour("accent"), radius=radius)


class VisitSide(QWidget):
    """Whose home, which rooms, how far."""

    chosen = Signal(str)
    """The key of a place."""

    laid_out = Signal()
    """Places came, went or moved."""

    room_wanted = Signal(str)
    """The kind of a room to add."""

    moving = Signal(str, int)
    """The key of a place, and whether it is to go down (1) or up (-1)."""

    screen_wanted = Signal()
    """The window is to fill the screen, or no longer."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("visit_side")
        self._who = StrongText(name="visit_who")
        self._when = SoftText(name="visit_when")
        self._rail = StationRail()
        self._rail.chosen.connect(self.chosen)
        self._rail.laid_out.connect(self.laid_out)
        self._rail.moving.connect(self.moving)
        self._screen = self._make_screen_button()
        self._add = ChoiceField(
            "visit_add_room", code_choices("room"), title=_("Raum hinzufügen"), empty=_("+ Raum")
        )
        self._add.setToolTip(_("Raum hinzufügen ({keys})").format(keys=key_text("Ctrl+R")))
        self._add.kept.connect(self._room_chosen)
        self._words = StrongText(name="visit_coverage")
        self._bar = CoverageBar()
        self._lay_out()
        self.refit()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def show_words(self, who: str, when: str) -> None:
        """Shows whose home it is and which visit."""
        self._who.setText(who)
        self._when.setText(when)

    def show_stations(self, stations: list[Station], current: str, coverage: Coverage) -> None:
        """Shows the places and how much was looked at."""
        self._rail.show_stations(stations)
        if self._rail.set_current(current):
            self._scroll.settle_layout()
            self._scroll.show_all_of(self._rail.button(current))
        self._words.setText(
            _("{checked} von {all} geprüft").format(checked=coverage.checked, all=coverage.of)
        )
        self._bar.show_share(coverage.checked / coverage.of if coverage.of else 0.0)

    def ask_room(self) -> None:
        """Opens the list of rooms to add."""
        self._add.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._add.showPopup()

    def refit(self) -> None:
        """Measures itself again; the theme calls it after the text size has changed."""
        enlarge(self._add)

    def _room_chosen(self, kind: str | None) -> None:
        self._add.set_value(None)
        if kind:
            self.room_wanted.emit(kind)

    def _make_screen_button(self) -> IconButton:
        text = _("Ganzer Bildschirm ({keys})").format(keys=FULL_SCREEN_KEYS)
        button = IconButton("visit_full_screen", text, icon="maximize", large=True)
        button.clicked.connect(self.screen_wanted)
        return button

    def _lay_out(self) -> None:
        places = QWidget()
        places.setObjectName("visit_places")
        inner = QVBoxLayout(places)
        inner.setContentsMargins(4, 4, 4, 4)
        inner.setSpacing(8)
        inner.addWidget(self._rail)
        inner.addWidget(self._add)
        inner.addStretch()
        card = Card("visit_coverage_card")
        card.add(self._words)
        card.add(self._bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 16, 13, 16)
        column.setSpacing(2)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._who)
        words.addWidget(self._when)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addLayout(words, 1)
        head.addWidget(self._screen, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addSpacing(6)
        self._scroll = ScrollPage("visit_places_scroll", places)
        column.addWidget(self._scroll, 1)
        column.addSpacing(8)
        column.addWidget(card)

    @override
    def sizeHint(self) -> QSize:
        look = current_look()
        return QSize(min(look.px(_WIDTH), 380), 200)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = current_look(), QPainter(self)
        painter.fillRect(self.rect(), look.colour("surface"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), look.colour("line"))
