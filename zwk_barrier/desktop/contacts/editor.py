"""One contact on a page: the form, what may be known already, and what becomes of it."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from zwk_barrier.casework import records
from zwk_barrier.casework.case import contacts
from zwk_barrier.casework.case.cases import load_case
from zwk_barrier.casework.case.contacts import ContactView
from zwk_barrier.casework.office.staff import office_settings
from zwk_barrier.desktop.contacts.form import ContactForm
from zwk_barrier.desktop.contacts.side import ContactSide
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import Back, ToCase, ToContact, ToContacts
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.columns import Columns
from zwk_barrier.desktop.widgets.date_field import this_day
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.headings import PageTitle, SoftText
from zwk_barrier.desktop.widgets.keeping import settle_all
from zwk_barrier.desktop.widgets.scroll import fill_scrolling
from zwk_barrier.model import Contact
from zwk_barrier.overriding import override
from zwk_barrier.problems import Problem
from zwk_barrier.reference.areas import load_areas
from zwk_barrier.rules.typed import format_time
from zwk_barrier.rules.typed.near_dates import format_near_date
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _


class ContactEditor(QWidget):
    """Shows ``ToContact`` places; a fresh contact becomes a record with its first kept field."""

    titled = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("contact_editor")
        self._desk = desk
        self._contact_id: UUID | None = None
        self._title = PageTitle(name="contact_title")
        self._line = SoftText(name="contact_line")
        self._remove = Button("contact_remove", _("Kontakt löschen"), kind=Kind.QUIET, icon="trash-2")
        self._finish = Button("contact_finish", _("&Fertig"), kind=Kind.PRIMARY, icon="check")
        self.form = ContactForm(desk, self._finishing())
        self.side = ContactSide(desk)
        self._lay_out()
        self._connect()
        desk.ask(office_settings, then=lambda office: self._offer(office.region), owner=self)

    def title(self) -> str:
        """What the page is about."""
        return self._title.text()

    def show_destination(self, destination: ToContact) -> None:
        """Shows a contact, or makes ready for a fresh one."""
        if destination.contact_id is not None:
            self._load(destination.contact_id)
        else:
            self._begin(destination)

    def leave(self) -> bool:
        """Keeps what is being typed; False when a field holds something that cannot be kept."""
        return settle_all(self)

    def _begin(self, destination: ToContact) -> None:
        self._contact_id = None
        self._say_who(_("Neuer Kontakt"), _("Jedes Feld wird behalten, sobald Sie es verlassen."))
        self._remove.hide()
        self.side.show_case(None, this_day())
        self.form.begin(destination.case_id, destination.typed)
        self.side.matches.begin()
        self.form.focus_note()
        if destination.case_id is not None:
            case_id = destination.case_id
            self._desk.ask(
                lambda session: load_case(session, case_id),
                then=lambda view: self.side.show_case(view, this_day()),
                owner=self,
            )

    def _load(self, contact_id: UUID) -> None:
        self._desk.ask(
            lambda session: contacts.contact_view(session, contact_id),
            then=self._show,
            failed=self._gone,
            owner=self,
        )

    def _show(self, view: ContactView) -> None:
        is_other = self._contact_id != view.contact.id
        self._contact_id = view.contact.id
        self.form.show_view(view)
        contact = view.contact
        name = contact.caller_name if view.case is None else view.case.person.full_name
        moment = contact.happened_at.astimezone()
        day = format_near_date(moment.date(), this_day(), weekday=True)
        when = _("{day}, {time}\N{NO-BREAK SPACE}Uhr").format(day=day, time=format_time(moment.time()))
        who = name or (_("Anonymer Kontakt") if contact.is_anonymous else _("Kontakt"))
        self._say_who(who, when)
        self._remove.show()
        self.side.show_case(view.case, this_day(), is_anonymous=contact.is_anonymous)
        if is_other:
            self.side.matches.begin()
            if not self.form.isAncestorOf(QApplication.focusWidget() or self):
                self.form.focus_note()

    def _gone(self, problem: Problem) -> None:
        self._desk.failing.emit(problem)
        self._desk.go(ToContacts())

    def _say_who(self, title: str, line: str) -> None:
        self._title.setText(title)
        self._line.setText(line)
        self.titled.emit()

    def _made(self, contact_id: UUID) -> None:
        """The fresh contact is a record now: the way back leads to it."""
        self._contact_id = contact_id
        self._desk.be_at(ToContact(contact_id))
        self._load(contact_id)

    def _changed(self, changed: Changed) -> None:
        row_id = self.form.binding.row_id
        if row_id is None or not self.isVisibleTo(self.parentWidget() or self):
            return
        case_id = self.side.case_id
        ours = {("contact", row_id), ("case_file", case_id)}
        if not ours.isdisjoint(changed.rows) or changed.touches("task", "person", "office"):
            self._load(row_id)

    def _attach(self, case_id: UUID) -> None:
        settle_all(self.form)
        promise = self.form.binding.promise()

        def deed(store: OfficeStore) -> tuple[Changed, UUID]:
            contact_id = promise()
            if contact_id is None:
                return contacts.begin_contact(store, case_id=case_id)
            return contacts.attach_to_case(store, contact_id, case_id), contact_id

        def done(contact_id: UUID) -> None:
            self.side.matches.set_quiet(True)
            self.form.focus_note()
            self._desk.say(_("Der Kontakt gehört jetzt zu diesem Fall."), with_undo=True)
            self._load(contact_id)

        self._desk.do(deed, then=done, owner=self)

    def _make_case(self) -> None:
        if self.side.case_id is not None or not self.leave():
            return
        promise = self.form.binding.promise()

        def deed(store: OfficeStore) -> tuple[Changed, UUID]:
            contact_id = promise()
            if contact_id is not None:
                return contacts.make_case(store, contact_id)
            begun, contact_id = contacts.begin_contact(store, channel="tel")
            made, case_id = contacts.make_case(store, contact_id)
            return Changed(made.deed_id, made.kind, begun.rows | made.rows), case_id

        self._desk.do(deed, then=self._case_made, owner=self)

    def _case_made(self, case_id: UUID) -> None:
        self._desk.say(_("Der Fall ist angelegt."), with_undo=True)
        self._desk.go(ToCase(case_id, "person"))

    def _open_case(self) -> None:
        if self.side.case_id is not None:
            self._desk.go(ToCase(self.side.case_id))

    def _done(self) -> None:
        if not self.leave():
            return
        promise = self.form.binding.promise()

        def told(is_kept: bool) -> None:
            if is_kept:
                self._desk.say(_("Kontakt behalten."))
            self._desk.go(Back())

        # Behind every deed on its way: said only when the contact stands in the office.
        self._desk.do(lambda _store: (Changed(), promise() is not None), then=told, owner=self)

    def _remove_contact(self) -> None:
        row_id = self.form.binding.row_id
        if row_id is None:
            return

        def done(_nothing: None) -> None:
            self._desk.say(_("Kontakt gelöscht."), with_undo=True)
            self._desk.go(Back())

        self._contact_id = None
        self.form.binding.begin()
        self._desk.do(lambda store: records.remove(store, Contact, row_id), then=done, owner=self)

    def _offer(self, region: str) -> None:
        self.form.offer_areas(load_areas(region))

    def _finishing(self) -> Flow:
        flow = Flow("contact_finishing", gap=12)
        flow.add(self._finish)
        return flow

    def _lay_out(self) -> None:
        page = QWidget()
        page.setObjectName("contact_page")
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        head = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._line)
        head.addLayout(words, 1)
        head.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        columns = Columns("contact_columns", gap=24)
        columns.add(self.form, 9)
        columns.add(self.side, 5)
        column.addWidget(columns)
        column.addStretch()
        fill_scrolling(self, "contact_scroll", page)

    def _connect(self) -> None:
        self._finish.clicked.connect(self._done)
        self._remove.clicked.connect(self._remove_contact)
        self.form.binding.created.connect(self._made)
        self.side.matches.watch(*self.form.name_fields())
        self.side.matches.chosen.connect(self._attach)
        self.side.known.opening.connect(self._open_case)
        self.side.become.asked.connect(self._make_case)
        self._desk.changed.connect(self._changed)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:  # a field with something to take back has taken the key already
            self._done()
            event.accept()
            return
        super().keyPressEvent(event)
