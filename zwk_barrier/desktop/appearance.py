"""How the program looks and in which language it speaks: chosen, seen at once, and remembered."""

from typing import Final

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator, Signal
from PySide6.QtWidgets import QApplication

from zwk_barrier.desktop.preferences import Preferences
from zwk_barrier.desktop.style.theme import Choice, Theme
from zwk_barrier.wording import language, use_language

SCALES: Final = (100, 110, 125, 150, 175, 200)
"""Text sizes to choose from, in per cent."""


class Appearance(QObject):
    """Palette, text size and language of this user on this machine."""

    language_changed = Signal()
    """Every text on the screen has to be written anew."""

    scaled = Signal(int)
    """The text size in use now, in per cent."""

    def __init__(self, application: QApplication, theme: Theme, preferences: Preferences) -> None:
        super().__init__(theme)
        self._application = application
        self._theme = theme
        self._preferences = preferences

    @property
    def choice(self) -> Choice:
        """The palette chosen."""
        return self._theme.choice

    @property
    def scale(self) -> int:
        """Text size in per cent."""
        return self._theme.look.scale

    @property
    def language(self) -> str:
        """``de`` or ``en``."""
        return language()

    def choose(self, choice: Choice) -> None:
        """Switches the palette."""
        self._theme.choose(choice)
        self._preferences.theme = choice.value

    def set_scale(self, scale: int) -> None:
        """Switches the text size; per cent, held between 100 and 200."""
        self._theme.set_scale(scale)
        self._preferences.scale = self.scale
        self.scaled.emit(self.scale)

    def step_scale(self, by: int) -> None:
        """Takes the next larger text size, or with ``by`` -1 the next smaller one, as far as there is one."""
        larger = [scale for scale in SCALES if scale > self.scale]
        smaller = [scale for scale in SCALES if scale < self.scale]
        if by > 0 and larger:
            self.set_scale(larger[0])
        elif by < 0 and smaller:
            self.set_scale(smaller[-1])

    def set_language(self, code: str) -> None:
        """Switches the language."""
        if code != self.language:
            speak(self._application, code)
            self._preferences.language = code
            self.language_changed.emit()


def speak(application: QApplication, language: str) -> None:
    """Sets the language of the program's own texts and of Qt's buttons and menus, instead of an earlier one."""
    use_language(language)
    QLocale.setDefault(QLocale("de_DE" if language == "de" else "en_GB"))
    for earlier in application.findChildren(QTranslator):
        application.removeTranslator(earlier)
        earlier.deleteLater()
    texts = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if texts.load(f"qtbase_{language}", folder):
        application.installTranslator(texts)
