"""Puts a palette and a text size on the whole application, at start and at any time later.

    theme = Theme(application)                        # follows the system, text at 100 %
    theme.choose(Choice.DARK); theme.set_scale(150)   # at run time; nothing restarts
    theme.changed.connect(...)                        # rarely needed: widgets repaint by themselves

Colours and fonts reach widgets through the style and through Qt's palettes and fonts by class name, so a
widget that shows soft text is simply a ``SoftText`` (widgets/headings.py); no page sets a colour or a font.
A widget that measured something itself has a method ``refit()``, which is called after a switch.
"""

from dataclasses import replace
from enum import Enum
from typing import Any, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from zwk_barrier.desktop.style.barrier_style import BarrierStyle
from zwk_barrier.desktop.style.focus_ring import FocusRing
from zwk_barrier.desktop.style.look import BODY, FIGURE, MEASURE, NOTE, SECTION, TITLE, Look, colour
from zwk_barrier.desktop.style.roles import install_roles
from zwk_barrier.desktop.style.tokens import CONTRAST, DARK, LIGHT, Tokens
from zwk_barrier.resources import resource

SMALLEST_SCALE, LARGEST_SCALE = 100, 200

_FONT_FILES: Final = ("400Regular", "600SemiBold", "700Bold")
_BOLD, _SEMIBOLD, _PLAIN = QFont.Weight.Bold, QFont.Weight.DemiBold, QFont.Weight.Normal

# Qt gives these to every widget of the class; the classes stand in widgets/.
_CLASS_FONTS: Final[dict[str, tuple[int, QFont.Weight]]] = {
    "PageTitle": (TITLE, _BOLD),
    "SectionTitle": (SECTION, _BOLD),
    "GroupTitle": (NOTE, _SEMIBOLD),
    "StrongText": (BODY, _SEMIBOLD),
    "NoteText": (NOTE, _PLAIN),
    "ErrorText": (NOTE, _PLAIN),
    "FigureText": (FIGURE, _BOLD),
    "MeasureText": (MEASURE, _SEMIBOLD),
    "BrandText": (SECTION, _BOLD),
    "QHeaderView": (NOTE, _SEMIBOLD),
    "QTipLabel": (NOTE, _PLAIN),
}
_CLASS_INKS: Final[dict[str, str]] = {
    "SoftText": "soft",
    "NoteText": "soft",
    "GroupTitle": "soft",
    "BrandText": "accent",
}


class Choice(Enum):
    """What a person may choose; the values are kept in the settings."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Theme(QObject):
    """The look of ``application``; create one, keep it as long as the application."""

    changed = Signal()

    def __init__(
        self, application: QApplication, *, choice: Choice = Choice.SYSTEM, scale: int = SMALLEST_SCALE
    ) -> None:
        super().__init__(application)
        _register_fonts()
        self._application = application
        self._choice = choice
        # Qt's hints are kept in a variable: PySide deletes them after a chained call.
        self._hints = application.styleHints()
        self._accessibility = self._hints.accessibility()
        self._hints.colorSchemeChanged.connect(self._follow_system)
        self._accessibility.contrastPreferenceChanged.connect(self._follow_system)
        self._style = BarrierStyle(Look(self._tokens(), _within(scale)))
        application.setStyle(self._style)
        self._ring = FocusRing(application)
        install_roles()
        self._apply()

    @property
    def look(self) -> Look:
        """Palette and text size in use."""
        return self._style.look

    @property
    def choice(self) -> Choice:
        """What was chosen; SYSTEM follows the desktop's light, dark or high contrast."""
        return self._choice

    def choose(self, choice: Choice) -> None:
        """Switches the palette at once."""
        self._choice = choice
        self._switch(Look(self._tokens(), self.look.scale))

    def set_scale(self, scale: int) -> None:
        """Switches the text size at once; per cent, held between 100 and 200."""
        self._switch(replace(self.look, scale=_within(scale), _fonts={}))

    def _follow_system(self) -> None:
        if self._choice is Choice.SYSTEM:
            self.choose(Choice.SYSTEM)

    def _switch(self, look: Look) -> None:
        if look == self.look:
            return
        self._style.look = look
        self._apply()
        for widget in self._application.allWidgets():
            refit = getattr(widget, "refit", None)
            if refit is not None:
                refit()
        self.changed.emit()

    def _tokens(self) -> Tokens:
        if self._choice is not Choice.SYSTEM:
            return {Choice.LIGHT: LIGHT, Choice.DARK: DARK, Choice.CONTRAST: CONTRAST}[self._choice]
        if self._accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast:
            return CONTRAST
        return DARK if self._hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT

    def _apply(self) -> None:
        look, application = self.look, self._application
        palette = qt_palette(look.tokens)
        application.setPalette(palette)
        application.setFont(look.font())
        for name, (size, weight) in _CLASS_FONTS.items():
            application.setFont(look.font(size, weight), _class(name))
        for name, use in _CLASS_INKS.items():
            application.setPalette(_inked(palette, look.colour(use)), _class(name))
        application.setPalette(_inked(palette, colour(look.tokens.unmet.ink)), _class("ErrorText"))
        application.setPalette(_selecting_softly(palette, look.tokens), _class("QAbstractItemView"))


def qt_palette(tokens: Tokens) -> QPalette:
    """The palette for everything Qt paints by itself."""
    role, palette = QPalette.ColorRole, QPalette()
    uses: tuple[tuple[QPalette.ColorRole, str], ...] = (
        (role.Window, tokens.background),
        (role.WindowText, tokens.text),
        (role.Base, tokens.surface),
        (role.AlternateBase, tokens.background),
        (role.Text, tokens.text),
        (role.Button, tokens.surface),
        (role.ButtonText, tokens.text),
        (role.BrightText, tokens.unmet.ink),
        (role.PlaceholderText, tokens.soft),
        (role.ToolTipBase, tokens.surface),
        (role.ToolTipText, tokens.text),
        (role.Highlight, tokens.accent),
        (role.HighlightedText, tokens.on_accent),
        (role.Accent, tokens.accent),
        (role.Link, tokens.accent),
        (role.LinkVisited, tokens.accent),
        (role.Light, tokens.hover),
        (role.Midlight, tokens.line),
        (role.Mid, tokens.border),
        (role.Dark, tokens.border),
        (role.Shadow, tokens.border),
    )
    for use, code in uses:
        palette.setColor(use, colour(code))
    for use in (role.WindowText, role.Text, role.ButtonText, role.PlaceholderText):
        palette.setColor(QPalette.ColorGroup.Disabled, use, colour(tokens.disabled))
    palette.setColor(QPalette.ColorGroup.Disabled, role.Base, colour(tokens.background))
    return palette


def _class(name: str) -> Any:
    return name  # the stubs ask for bytes, PySide takes only str


def _inked(palette: QPalette, ink: QColor) -> QPalette:
    result = QPalette(palette)
    result.setColor(QPalette.ColorRole.WindowText, ink)
    return result


def _selecting_softly(palette: QPalette, tokens: Tokens) -> QPalette:
    result = QPalette(palette)
    result.setColor(QPalette.ColorRole.Highlight, colour(tokens.accent_ground))
    result.setColor(QPalette.ColorRole.HighlightedText, colour(tokens.text))
    return result


def _register_fonts() -> None:
    for name in _FONT_FILES:
        QFontDatabase.addApplicationFont(str(resource("fonts", f"AtkinsonHyperlegibleNext_{name}.ttf")))


def _within(scale: int) -> int:
    return max(SMALLEST_SCALE, min(LARGEST_SCALE, scale))
