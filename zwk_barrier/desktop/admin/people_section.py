"""Who logs in here, and letting further people in."""

from typing import TYPE_CHECKING

from zwk_barrier.casework.staff import add_staff, all_staff
from zwk_barrier.desktop.admin.absences_section import AbsenceList
from zwk_barrier.desktop.admin.section import Section
from zwk_barrier.desktop.binding import Binding
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.password_rows import PasswordRows
from zwk_barrier.desktop.record_rows import code_choices
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.fields import TextField
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.model import Staff
from zwk_barrier.problems import InputProblem, Problem
from zwk_barrier.store.journal import Changed
from zwk_barrier.wording import _

if TYPE_CHECKING:
    from uuid import UUID


class PeopleSection(Section):
    """Everybody with their role, and a form for the next one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("people")
        self._desk = desk
        here = self.add_card("here", _("Wer sich anmeldet"))
        self._rows = here.add(FormRows("people_rows"))
        self._bindings: dict[UUID, Binding] = {}
        card = self.add_card(
            "add", _("Jemanden hinzufügen"), _("Das Passwort kann diese Person nach dem Anmelden ändern.")
        )
        form = card.add(FormRows("people_form"))
        self._name = form.row(_("&Name"), TextField("new_staff_name"))
        self._role = form.row(
            _("&Rolle"), ChoiceField("new_staff_role", code_choices("role"), is_optional=False)
        )
        self._role.set_value("beratung")
        self._passwords = PasswordRows(form)
        add = card.add(Button("people_add", _("&Hinzufügen"), kind=Kind.PRIMARY, icon="user-plus"))
        add.clicked.connect(self._add)
        absences = self.add_card(
            "absences",
            _("Abwesenheit und Vertretung"),
            _("Wer vertritt, sieht in dieser Zeit unter „Heute“ auch die Fristen der abwesenden Person."),
        )
        absences.add(AbsenceList(desk))
        desk.changed.connect(self._reread)
        self._read()

    def _read(self) -> None:
        self._desk.ask(all_staff, then=self._show, owner=self)

    def _reread(self, changed: Changed) -> None:
        if changed.touches("staff"):
            self._read()

    def _show(self, staff: list[Staff]) -> None:
        for person in staff:
            if person.id not in self._bindings:
                self._bindings[person.id] = self._add_row(person)
            self._bindings[person.id].show(person)

    def _add_row(self, person: Staff) -> Binding:
        binding = Binding(self._desk, Staff, owner=self)
        name = f"staff_role_{len(self._bindings)}"
        label = person.name.replace("&", "&&")
        field = self._rows.row(label, ChoiceField(name, code_choices("role"), is_optional=False))
        binding.tie("role", field)
        return binding

    def _add(self) -> None:
        name, role, password = self._name.text().strip(), self._role.value(), self._passwords.read()
        self._name.failed.emit("" if name else _("Geben Sie einen Namen ein."))
        if not name:
            self._name.setFocus()
        elif password is not None:
            self._desk.do(
                lambda store: add_staff(store, name, password, role),
                then=lambda _staff_id: self._added(name),
                failed=self._refused,
                owner=self,
            )

    def _added(self, name: str) -> None:
        self._name.set_value(None)
        self._passwords.clear()
        self._desk.say(_("{name} kann sich jetzt anmelden.").format(name=name))

    def _refused(self, problem: Problem) -> None:
        if isinstance(problem, InputProblem) and problem.field == "name":
            self._name.failed.emit(str(problem))
            self._name.setFocus()
        elif isinstance(problem, InputProblem):
            self._passwords.refuse(str(problem))
        else:
            self._desk.failing.emit(problem)
