"""A new password, typed twice, with a word on how good it is."""

from typing import Final

from zwk_barrier.desktop.widgets.fields import PasswordField
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.desktop.widgets.headings import NoteText
from zwk_barrier.wording import _, ngettext

SHORTEST: Final = 10
"""As store.keys demands (a test compares); named here because the first window must not wait for the keys."""

_LONG: Final = 16
_FEW_SIGNS: Final = 5  # "aaaaaaaaaa" is long and worth nothing


class PasswordRows:
    """Two rows of ``form``; a long sentence is praised, no rule about digits and signs annoys."""

    def __init__(self, form: FormRows) -> None:
        rule = _("Mindestens {count} Zeichen, gern ein kurzer Satz.")
        self._first = form.row(
            _("&Passwort"), PasswordField("new_password"), hint=rule.format(count=SHORTEST)
        )
        self._second = form.row(_("Passwort &wiederholen"), PasswordField("repeated_password"))
        self._verdict = form.add(NoteText(name="password_strength"))
        self._verdict.hide()
        self._first.textChanged.connect(self._judge)

    def read(self) -> str | None:
        """The password; None when something is said beside a field instead."""
        self._first.failed.emit("")
        self._second.failed.emit("")
        password = self._first.text()
        if len(password) < SHORTEST or is_monotonous(password):
            self.refuse(strength(password) or _("Denken Sie sich ein Passwort aus."))
            return None
        if password != self._second.text():
            self._second.failed.emit(_("Die beiden Passwörter sind nicht gleich."))
            self._second.setFocus()
            self._second.selectAll()
            return None
        return password

    def refuse(self, sentence: str) -> None:
        """Says beside the first field why the password cannot be used."""
        self._first.failed.emit(sentence)
        self._first.setFocus()

    def clear(self) -> None:
        """Forgets what was typed."""
        self._first.clear()
        self._second.clear()

    def _judge(self, password: str) -> None:
        self._first.failed.emit("")
        self._verdict.setText(strength(password))
        self._verdict.setVisible(bool(password))


def strength(password: str) -> str:
    """What there is to say about a password while it is typed; nothing about none."""
    if not password:
        return ""
    missing = SHORTEST - len(password)
    if missing > 0:
        return ngettext("Noch {count} Zeichen.", "Noch {count} Zeichen.", missing).format(count=missing)
    if is_monotonous(password):
        return _("Zu einförmig: Nehmen Sie mehr verschiedene Zeichen.")
    if len(password) < _LONG:
        return _("Brauchbar. Ein ganzer Satz wäre noch sicherer.")
    return _("Gut.")


def is_monotonous(password: str) -> bool:
    """Whether too few different characters make up the password."""
    return len(set(password)) < _FEW_SIGNS
