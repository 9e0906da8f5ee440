"""The fields of a contact: quick capture first, what only statistics ask for below.  Kept field by field."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.casework.case import contacts
from zwk_barrier.casework.case.contacts import ContactView
from zwk_barrier.casework.network.referrals import Source
from zwk_barrier.desktop.binding import Binding
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.field_history import FieldHistory
from zwk_barrier.desktop.record_rows import RecordRows, area_choices, with_key
from zwk_barrier.desktop.referral_list import ReferralList
from zwk_barrier.desktop.widgets.date_field import DateField, this_day
from zwk_barrier.desktop.widgets.fields import TextField
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.desktop.widgets.line_field import LineField
from zwk_barrier.model import Contact
from zwk_barrier.reference.areas import AreaTree
from zwk_barrier.rules.folding import phone_key
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _

_PHONE = "tel"
_SELF = "selbst"


class ContactForm(QWidget):
    """One contact; ``begin`` makes ready for a fresh one, which becomes a record with its first kept value."""

    def __init__(self, desk: Desk, finish: QWidget) -> None:
        super().__init__()
        self.setObjectName("contact_form")
        self._desk = desk
        self._view: ContactView | None = None
        self.binding = Binding(desk, Contact, owner=self, keep=_keep)
        self._quick = FormRows("contact_quick")
        self._who = FormRows("contact_who")
        self._step = FormRows("contact_step")
        self._more = FormRows("contact_more")
        self._add_quick(RecordRows(self._quick, self.binding))
        self._add_who(RecordRows(self._who, self.binding))
        self._add_step()
        self._add_more(RecordRows(self._more, self.binding))
        history = FieldHistory(desk, self)
        history.watch(self.binding)
        self._referrals = ReferralList(desk, "contact_referrals", history)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for part in (self._quick, self._who, self._step, finish, self._referrals, self._more):
            column.addWidget(part)
        column.addStretch()

    def begin(self, case_id: UUID | None, typed: str) -> None:
        """Makes ready for a fresh contact by phone, in a case or with what was typed into the search."""
        self._view = None

        def create(store: OfficeStore, values: Mapping[str, Any]) -> tuple[Changed, UUID]:
            return contacts.begin_contact(store, case_id=case_id, **{"channel": _PHONE, **values})

        self.binding.begin(create)
        self._channel.set_value(_PHONE)
        self._day.set_value(this_day())
        self._who.setVisible(case_id is None)
        self._referrals.hide()  # until there is a contact that somebody was referred in
        self._show_dependent()
        self._take_over(typed)

    def show_view(self, view: ContactView) -> None:
        """Shows a contact as it is kept; what is being typed stays."""
        self._view = view
        self.binding.show(view.contact)
        self._who.setVisible(view.contact.case_id is None)
        self._referrals.setVisible(view.contact.case_id is None)  # those of a case stand there
        self._referrals.show_source(Source(contact_id=view.contact.id))
        self._show_dependent()

    def offer_areas(self, areas: AreaTree) -> None:
        """Offers the places of the office's region."""
        self._area.set_items(area_choices(areas))

    def focus_note(self) -> None:
        """Gives the keyboard to the note: the caller is already speaking."""
        self._note.setFocus(Qt.FocusReason.OtherFocusReason)

    def name_fields(self) -> tuple[LineField, LineField, LineField]:
        """The fields in which a known person may be recognised."""
        return (self._given, self._family, self._phone)

    def _add_quick(self, rows: RecordRows) -> None:
        self._channel = rows.choice("channel", key="K", is_optional=False)
        rows.many("topics", key="T")
        self._note = rows.note("note", key="z", lines=4)
        self._area = rows.offered("area", [], key="S")
        self._enquirer = rows.choice("enquirer", key="W")
        self._enquirer.kept.connect(self._show_dependent)

    def _add_who(self, rows: RecordRows) -> None:
        text = with_key(_("Anonyme Beratung: kein Name, kein Telefon"), "A")
        self._anonymous = rows.check("is_anonymous", text)
        self._anonymous.kept.connect(self._tell_what_went)
        self._given = rows.text("caller_given_name", key="V")
        self._family = rows.text("caller_family_name", key="N")
        self._phone = rows.phone("caller_phone", key="e")
        self._enquirer_name = rows.text("enquirer_name")

    def _add_step(self) -> None:
        self._step_title = self._step.row(with_key(_("Nächster Schritt"), "c"), TextField("next_step_title"))
        self._step_day = self._step.row(_("Bis wann"), DateField("next_step_due", earliest=this_day))
        self.binding.tie_several(
            self._step_title,
            lambda value: {"next_step_title": value},
            lambda _contact: self._next_step("title"),
        )
        self.binding.tie_several(
            self._step_day, lambda value: {"next_step_due": value}, lambda _contact: self._next_step("due_on")
        )

    def _add_more(self, rows: RecordRows) -> None:
        self._more.section(_("Für die Statistik"), name="contact_more_title")
        rows.choice("occasion")
        rows.minutes("minutes", key="D")
        rows.choice("counselling_type")
        rows.choice("kind")
        rows.choice("direction")
        rows.many("participants")
        self._day = self._more.row(_("Datum"), DateField("contact_day", latest=this_day))
        self.binding.tie_several(
            self._day,
            lambda value: {"happened_on": value},
            lambda contact: contact.happened_at.astimezone().date(),
            columns=("happened_at",),
        )
        rows.minutes("travel_minutes")
        rows.note("result", lines=2)

    def _next_step(self, column: str) -> Any:
        step = None if self._view is None else self._view.next_step
        return None if step is None else getattr(step, column)

    def _show_dependent(self) -> None:
        """Names only where there may be some; the name of who asks only where it is somebody else."""
        is_anonymous = self._anonymous.isChecked()
        for field in (*self.name_fields(), self._enquirer_name):
            field.setEnabled(not is_anonymous)
        asks_for_other = self._enquirer.value() not in (None, _SELF) or bool(self._enquirer_name.value())
        row = self._enquirer_name.parentWidget()
        if row is not None:
            row.setVisible(asks_for_other)

    def _tell_what_went(self, is_anonymous: object) -> None:
        """Names that are let go are said, with the way back; behind the deed that lets them go."""
        had_names = any(field.text() for field in (*self.name_fields(), self._enquirer_name))
        self._show_dependent()
        if is_anonymous and had_names:
            self._desk.do(
                lambda _store: Changed(),
                then=lambda _nothing: self._desk.say(_("Name und Telefon sind entfernt."), with_undo=True),
                owner=self,
            )

    def _take_over(self, typed: str) -> None:
        """What was typed into the search is a name or a number; it need not be typed again."""
        words = typed.split()
        if not words:
            return
        if len(phone_key(typed)) > sum(letter.isalpha() for letter in typed):
            self._phone.type_for(typed.strip())
        elif typed.count(",") == 1:
            family, _comma, given = typed.partition(",")
            self._type_names(given.strip(), family.strip())
        else:
            self._type_names(" ".join(words[:-1]), words[-1])

    def _type_names(self, given: str, family: str) -> None:
        if given:
            self._given.type_for(given)
        self._family.type_for(family)


def _keep(store: OfficeStore, contact_id: UUID, values: Mapping[str, Any]) -> Changed:
    return contacts.keep_contact(store, contact_id, **values)
