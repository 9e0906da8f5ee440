"""Fields for plain text: all that the page before the office needs, and none of what reads numbers and days.

    TextField(name)                      str
    PhoneField(name)                     str
    PasswordField(name)                  str; never kept by time, ``text()`` is what counts

Part of fields.py, where everybody else takes them from; apart, because the first window waits for it.
"""

from typing import TypedDict, Unpack

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from zwk_barrier.desktop.widgets.line_field import LineField, plain_text
from zwk_barrier.overriding import override
from zwk_barrier.wording import _


class Common(TypedDict, total=False):
    """What every line field takes."""

    title: str
    large: bool
    delay: float


class TextField(LineField):
    """A line of free text."""

    def __init__(
        self, name: str, *, placeholder: str = "", longest: int = 500, **common: Unpack[Common]
    ) -> None:
        super().__init__(name, parse=plain_text, show=str, **common)
        self.setMaxLength(longest)
        self.setPlaceholderText(placeholder)


class PhoneField(LineField):
    """A phone number as people write it."""

    def __init__(self, name: str, **common: Unpack[Common]) -> None:
        super().__init__(name, parse=_tidy_phone, show=str, **common)
        self.setMaxLength(60)
        self.setInputMethodHints(Qt.InputMethodHint.ImhDialableCharactersOnly)


class PasswordField(LineField):
    """A hidden line with a button that shows it; read its ``text()`` when it is needed and clear it after."""

    def __init__(self, name: str, **common: Unpack[Common]) -> None:
        super().__init__(name, parse=plain_text, show=str, **common)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self._eye = self.add_inner_button(f"{name}_show", "eye", _("Passwort zeigen"))
        self._eye.setCheckable(True)
        self._eye.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._eye.toggled.connect(self._reveal)

    @override
    def settle(self) -> bool:
        return True

    @override
    def _touch(self) -> None:
        """A password is never kept by the way."""

    def _reveal(self, is_shown: bool) -> None:
        mode = QLineEdit.EchoMode
        self.setEchoMode(mode.Normal if is_shown else mode.Password)
        self._eye.icon_name = "eye-off" if is_shown else "eye"
        title = _("Passwort verbergen") if is_shown else _("Passwort zeigen")
        self._eye.setAccessibleName(title)
        self._eye.setToolTip(title)


def _tidy_phone(text: str) -> str:
    return " ".join(text.split())
