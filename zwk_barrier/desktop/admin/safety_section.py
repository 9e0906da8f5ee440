"""Locking, one's own password, and a new recovery key."""

from zwk_barrier.casework.office.staff import change_password, office_settings, renew_recovery_key
from zwk_barrier.casework.team.today import load_signed_in
from zwk_barrier.desktop.admin.section import Section
from zwk_barrier.desktop.binding import Binding
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.password_rows import PasswordRows
from zwk_barrier.desktop.record_rows import RecordRows
from zwk_barrier.desktop.recovery_key import RecoveryKey
from zwk_barrier.desktop.widgets.buttons import Button
from zwk_barrier.desktop.widgets.fields import PasswordField
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.model import Office
from zwk_barrier.problems import InputProblem, Problem, WrongPassword
from zwk_barrier.store.journal import Changed
from zwk_barrier.wording import _

_SHORTEST, _LONGEST = 1, 240  # minutes


class SafetySection(Section):
    """What keeps the office shut against others."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("safety")
        self._desk = desk
        self._name, self._office_name = "", ""
        self._lock = Binding(desk, Office, owner=self)
        self._add_lock_card()
        self._add_password_card()
        self._add_recovery_card()
        desk.changed.connect(self._reread)
        self._read()

    def _add_lock_card(self) -> None:
        card = self.add_card(
            "lock", _("Sperren"), _("Ohne Eingabe sperrt sich das Fenster von selbst; Strg L sperrt sofort.")
        )
        rows = RecordRows(card.add(FormRows("safety_lock_form")), self._lock)
        rows.whole("lock_after_minutes", _SHORTEST, _LONGEST, key="S")

    def _add_password_card(self) -> None:
        card = self.add_card("password", _("Mein Passwort"))
        form = card.add(FormRows("safety_password_form"))
        self._old = form.row(_("&Bisheriges Passwort"), PasswordField("old_password"), wide=True)
        self._new = PasswordRows(form)
        change = card.add(Button("safety_change_password", _("Passwort &ändern"), icon="key-round"))
        change.clicked.connect(self._change_password)

    def _add_recovery_card(self) -> None:
        card = self._recovery_card = self.add_card(
            "recovery",
            _("Wiederherstellungsschlüssel"),
            _(
                "Ist der alte verloren oder bekannt geworden? Machen Sie einen neuen; der alte passt dann nicht mehr."
            ),
        )
        form = card.add(FormRows("safety_recovery_form"))
        self._proof = form.row(_("&Mein Passwort zur Bestätigung"), PasswordField("recovery_password"))
        renew = card.add(Button("safety_renew_recovery", _("Neuen S&chlüssel machen"), icon="refresh-cw"))
        renew.clicked.connect(self._renew)
        self._key: RecoveryKey | None = None

    def _read(self) -> None:
        staff_id = self._desk.store.staff_id
        self._desk.ask(office_settings, then=self._show_office, owner=self)
        self._desk.ask(
            lambda session: load_signed_in(session, staff_id).name, then=self._take_name, owner=self
        )

    def _reread(self, changed: Changed) -> None:
        if changed.touches("office", "staff"):
            self._read()

    def _show_office(self, office: Office) -> None:
        self._office_name = office.name
        self._lock.show(office)

    def _take_name(self, name: str) -> None:
        self._name = name

    def _change_password(self) -> None:
        self._old.failed.emit("")
        name, old, new = self._name, self._old.text(), self._new.read()
        if new is None:
            return
        store = self._desk.store
        self._desk.work.do(
            lambda: change_password(store, name, old, new),
            then=lambda _nothing: self._password_changed(),
            failed=self._password_refused,
            owner=self,
        )

    def _password_changed(self) -> None:
        self._old.clear()
        self._new.clear()
        self._desk.say(_("Ihr neues Passwort gilt ab jetzt."))

    def _password_refused(self, problem: Problem) -> None:
        if isinstance(problem, WrongPassword):
            self._old.failed.emit(_("Das ist nicht Ihr bisheriges Passwort."))
            self._old.setFocus()
        elif isinstance(problem, InputProblem):
            self._new.refuse(str(problem))
        else:
            self._desk.failing.emit(problem)

    def _renew(self) -> None:
        self._proof.failed.emit("")
        name, password, store = self._name, self._proof.text(), self._desk.store
        self._desk.work.do(
            lambda: renew_recovery_key(store, name, password),
            then=self._show_key,
            failed=self._renewal_refused,
            owner=self,
        )

    def _show_key(self, key: str) -> None:
        self._proof.clear()
        if self._key is not None:
            self._key.deleteLater()
        self._key = self._recovery_card.add(RecoveryKey(self._desk.work, self._office_name, key))

    def _renewal_refused(self, problem: Problem) -> None:
        if isinstance(problem, WrongPassword):
            self._proof.failed.emit(_("Das Passwort stimmt nicht."))
            self._proof.setFocus()
        else:
            self._desk.failing.emit(problem)
