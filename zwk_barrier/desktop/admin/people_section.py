"""Who logs in here: their names and roles, the end of a login, and letting further people in."""

from zwk_barrier.casework.office.roles import may_manage_people
from zwk_barrier.casework.office.staff import add_staff, all_staff
from zwk_barrier.casework.office.staff_upkeep import end_login
from zwk_barrier.desktop.admin.absences_section import AbsenceList
from zwk_barrier.desktop.admin.person_card import PersonCard
from zwk_barrier.desktop.admin.section import Section
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.password_rows import PasswordRows
from zwk_barrier.desktop.record_cards import RecordCards
from zwk_barrier.desktop.record_rows import code_choices
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.date_field import this_day
from zwk_barrier.desktop.widgets.dialogs import ask_first
from zwk_barrier.desktop.widgets.fields import TextField
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.desktop.widgets.headings import SoftText
from zwk_barrier.desktop.widgets.tab_order import TabOrder
from zwk_barrier.model import Staff
from zwk_barrier.problems import InputProblem, Problem
from zwk_barrier.store.journal import Changed
from zwk_barrier.wording import _


class PeopleSection(Section):
    """Everybody with their role, and a form for the next one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("people")
        self._desk = desk
        here = self.add_card(
            "here",
            _("Wer sich anmeldet"),
            _("Mit dem Namen, der hier steht, meldet sich die Person an."),
        )
        self._only_leading = here.add(
            SoftText(_("Namen und Rollen ändern Leitung und Verwaltung."), name="people_only_leading")
        )
        self._made = 0
        self._people = here.add(RecordCards[Staff]("people_cards", self._make_card, gap=16))
        self._order = TabOrder(self._ground)  # inside the scroll page, whose own parts PySide loses track of
        self._people.laid_out.connect(self._order.renew)
        self._new = card = self.add_card(
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
        me = self._desk.store.staff_id
        self._desk.ask(
            lambda session: (all_staff(session), may_manage_people(session, me)), then=self._show, owner=self
        )

    def _reread(self, changed: Changed) -> None:
        if changed.touches("staff"):
            self._read()

    def _show(self, told: tuple[list[Staff], bool]) -> None:
        staff, may_manage = told
        self._people.show_records(staff)
        for card in self.findChildren(PersonCard):
            card.allow(may_manage=may_manage, me=self._desk.store.staff_id)
        self._only_leading.setHidden(may_manage)
        self._new.setVisible(may_manage)

    def _make_card(self, person: Staff) -> PersonCard:
        del person
        card = PersonCard(self._desk, self._made)
        self._made += 1
        card.ending.connect(self._ask_to_end)
        return card

    def _ask_to_end(self, person: Staff) -> None:
        ask_first(
            self,
            "staff_end",
            _("Anmeldung von {name} entfernen?").format(name=person.name),
            _(
                "Das Passwort öffnet diese Beratungsstelle dann nicht mehr. Das lässt sich nicht zurücknehmen. "
                "Was {name} eingetragen hat, bleibt. Sicherungen von früher öffnen sich weiter mit dem Passwort "
                "von damals."
            ).format(name=person.name),
            yes=_("Entfernen"),
            then=lambda: self._end(person),
        )

    def _end(self, person: Staff) -> None:
        today = this_day()
        self._name.setFocus()
        self._desk.do(
            lambda store: end_login(store, person.id, today),
            then=lambda _nothing: self._desk.say(
                _("{name} kann sich nicht mehr anmelden.").format(name=person.name)
            ),
            owner=self,
        )

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
