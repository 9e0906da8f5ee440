"""A month under a field: arrows move, Page Up and Page Down change the month, Enter chooses, Escape closes."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPalette, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout, QWidget

from zwk_barrier.desktop.style.images import qt_icon
from zwk_barrier.desktop.style.look import BODY, colour, current_look
from zwk_barrier.wording import _, language

_EARLIEST, _LATEST = date(1800, 1, 1), date(2199, 12, 31)
_WIDTH, _HEIGHT = 360, 340  # px at 100 %: seven targets across


class CalendarPopup(QFrame):
    """Opens under ``field``; ``picked`` tells the day chosen."""

    picked = Signal(object)

    def __init__(self, field: QWidget) -> None:
        super().__init__(field, Qt.WindowType.Popup)
        self._field = field
        self.setObjectName(f"{field.objectName()}_calendar_popup")
        self.setAccessibleName(_("Kalender"))
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._calendar = QCalendarWidget(self)
        self._calendar.setObjectName(f"{field.objectName()}_month")
        self._calendar.setAccessibleName(_("Kalender"))
        self._calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        self._calendar.activated.connect(self._choose)
        self._calendar.clicked.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self._calendar)

    def open_on(self, day: date, earliest: date | None, latest: date | None) -> None:
        """Shows the month of ``day``; days outside the bounds cannot be chosen."""
        self._calendar.setMinimumDate(_qt_date(earliest or _EARLIEST))
        self._calendar.setMaximumDate(_qt_date(latest or _LATEST))
        self._calendar.setSelectedDate(_qt_date(day))
        self._dress()
        look = current_look()
        self.resize(QSize(look.px(_WIDTH), look.px(_HEIGHT)))
        self.move(self._field.mapToGlobal(QPoint(0, self._field.height() + 4)))
        self.show()
        self._calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def _dress(self) -> None:
        """Qt's calendar knows no style: its colours and arrows are set here, each time it opens."""
        look = current_look()
        tokens = look.tokens
        german = QLocale(QLocale.Language.German, QLocale.Country.Germany)
        self._calendar.setLocale(german if language() == "de" else QLocale(QLocale.Language.English))
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Highlight, colour(tokens.accent))
        palette.setColor(QPalette.ColorRole.HighlightedText, colour(tokens.on_accent))
        palette.setColor(QPalette.ColorRole.AlternateBase, colour(tokens.surface))
        # Days of the months around are a choice too, so they are no paler than soft text.
        palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text, colour(tokens.soft))
        self._calendar.setPalette(palette)
        plain = QTextCharFormat()
        plain.setForeground(colour(tokens.text))
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self._calendar.setWeekdayTextFormat(weekend, plain)
        names = QTextCharFormat()
        names.setForeground(colour(tokens.soft))
        names.setBackground(colour(tokens.surface))
        self._calendar.setHeaderTextFormat(names)
        bar = self._calendar.findChild(QWidget, "qt_calendar_navigationbar")
        if bar is not None:
            bar.setBackgroundRole(QPalette.ColorRole.Base)
        for button in self._calendar.findChildren(QToolButton):
            self._dress_button(button)

    def _dress_button(self, button: QToolButton) -> None:
        look = current_look()
        arrows = {
            "qt_calendar_prevmonth": ("chevron-left", _("Voriger Monat")),
            "qt_calendar_nextmonth": ("chevron-right", _("Nächster Monat")),
        }
        palette = QPalette(button.palette())
        palette.setColor(QPalette.ColorRole.ButtonText, look.colour("text"))
        palette.setColor(QPalette.ColorRole.HighlightedText, look.colour("text"))
        button.setPalette(palette)
        button.setMinimumSize(look.px(36), look.px(36))
        icon, title = arrows.get(button.objectName(), ("", ""))
        if icon:
            button.setIcon(qt_icon(icon, look.colour("text"), look.px(20)))
            button.setIconSize(QSize(look.px(20), look.px(20)))
            button.setAccessibleName(title)
        else:
            button.setFont(look.font(BODY, QFont.Weight.Bold))

    def _choose(self, day: QDate) -> None:
        self.hide()
        self.picked.emit(date(day.year(), day.month(), day.day()))


def _qt_date(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
