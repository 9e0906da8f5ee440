"""What this program remembers on this machine for this user: how it looks and where it was left.

Nothing about the people who are advised stands here: the last page is remembered by its kind only.
"""

from collections.abc import Callable
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import QByteArray, QSettings

T = TypeVar("T")

_ORGANISATION: Final = "ZWK Barriere"
_PROGRAM: Final = "zwk-barriere"


class Setting(Generic[T]):
    """One preference, declared once; what is stored damaged counts as not stored."""

    def __init__(self, key: str, default: T, read: Callable[[Any], T]) -> None:
        self._key = key
        self._default = default
        self._read = read

    def __get__(self, preferences: "Preferences", owner: type["Preferences"]) -> T:
        stored: Any = preferences.store.value(self._key)
        if stored is None:
            return self._default
        try:
            return self._read(stored)
        except (TypeError, ValueError):
            return self._default

    def __set__(self, preferences: "Preferences", value: T) -> None:
        preferences.store.setValue(self._key, value)


class Preferences:
    """Reads and keeps the preferences in ``store``, at once."""

    office = Setting("office/folder", "", str)
    """The folder of the office that was open last; empty before the first."""

    staff_name = Setting("office/name", "", str)
    """Who logged in last, to save typing."""

    theme = Setting("look/theme", "system", str)
    """A value of style.theme.Choice."""

    scale = Setting("look/scale", 100, int)
    """Text size in per cent."""

    language = Setting("look/language", "de", str)
    """The language of the screen."""

    geometry = Setting("window/geometry", QByteArray(), QByteArray)
    """Place and size of the window, as Qt saves them."""

    page = Setting("window/page", "today", str)
    """The kind of page last looked at, a value of shell.places."""

    today_view = Setting("today/view", "", str)
    """Whose work the first page shows, ``own`` or ``all``; empty as the role has it."""

    reminded = Setting("today/reminded", "", str)
    """Who was reminded of deadlines on which day last, as ``desktop.shell.reminder`` writes it."""

    case_report = Setting("documents/case_report", "", str)
    """What was chosen for the last case report, as ``cases.case_report_choice`` writes it."""

    statistics_definitions = Setting("statistics/definitions", "", str)
    """How figures are counted for each reader of a report, as ``statistics.report_choice`` writes it."""

    statistics_questions = Setting("statistics/questions", "", str)
    """The last questions by their codes, as ``statistics.recent_questions`` writes them; never an answer."""

    camera_folder = Setting("camera/folder", "", str)
    """Where the camera program of this machine puts its pictures, when the person had to say so."""

    def __init__(self, store: QSettings) -> None:
        self.store = store


def user_preferences() -> Preferences:
    """The preferences of the user of this machine, in a readable file where the system keeps such."""
    return Preferences(
        QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, _ORGANISATION, _PROGRAM)
    )
