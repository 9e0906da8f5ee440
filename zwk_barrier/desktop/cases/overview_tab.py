"""The first tab of a case: what was spoken, what is to be done, and what is in the way."""

from datetime import date
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zwk_barrier.casework.case.brief import contact_in_words, contact_kind, minutes_in_words
from zwk_barrier.casework.case.overview import CaseOverview
from zwk_barrier.casework.network.referrals import Source
from zwk_barrier.casework.visit.barriers import Barrier
from zwk_barrier.desktop.cases.photo_strip import PhotoStrip
from zwk_barrier.desktop.cases.task_entries import task_entries
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import ToContact, ToVisit
from zwk_barrier.desktop.field_history import FieldHistory
from zwk_barrier.desktop.referral_list import ReferralList
from zwk_barrier.desktop.style.tokens import Verdict
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.chips import Tone, verdict_word
from zwk_barrier.desktop.widgets.columns import Columns
from zwk_barrier.desktop.widgets.date_field import this_day
from zwk_barrier.desktop.widgets.headings import NoteText, SectionTitle, SoftText
from zwk_barrier.desktop.widgets.lists import Row, RowList
from zwk_barrier.model import Contact
from zwk_barrier.rules.typed.near_dates import format_near_date
from zwk_barrier.wording import _, ngettext

_ICONS: Final = {
    "telefon": "phone",
    "sprechstunde": "users",
    "hausbesuch": "house",
    "baustellentermin": "hammer",
    "abnahme": "clipboard-check",
    "video": "camera",
    "mail": "mail",
    "brief": "send",
}
_MOST_BARRIERS: Final = 6


class OverviewTab(QWidget):
    """Contacts beside tasks and barriers; photos below."""

    def __init__(self, desk: Desk, history: FieldHistory) -> None:
        super().__init__()
        self.setObjectName("case_overview")
        self._desk = desk
        self._overview: CaseOverview | None = None
        self._contacts = RowList("case_contacts", title=_("Verlauf der Beratung"))
        self._no_contacts = SoftText(_("Noch kein Kontakt eingetragen."), name="case_no_contacts")
        self._tasks = task_entries(desk, history)
        self._barriers = RowList("case_barriers", title=_("Was im Weg ist"))
        self._no_barriers = SoftText(name="case_no_barriers")
        self._more_barriers = NoteText(name="case_more_barriers")
        self._photos = PhotoStrip(desk)
        self._referrals = ReferralList(desk, "case_referrals", history)
        self._contacts.activated.connect(lambda row_id: desk.go(ToContact(row_id)))
        self._barriers.activated.connect(lambda _place: self._open_visit())
        self._lay_out()

    def show_case(self, overview: CaseOverview) -> None:
        """Shows what happened and what is open."""
        self._overview = overview
        today = this_day()
        view = overview.view
        self._contacts.show_rows([_contact_row(contact, today) for contact in view.contacts])
        self._no_contacts.setVisible(not view.contacts)
        self._tasks.show_entries(view.case.id, [task for task in view.tasks if task.done_at is None])
        shown = overview.barriers[:_MOST_BARRIERS]
        self._barriers.show_rows([_barrier_row(place, one) for place, one in enumerate(shown)])
        self._no_barriers.setText(_no_barriers(overview))
        self._no_barriers.setVisible(not shown)
        more = len(overview.barriers) - len(shown)
        text = ngettext("und {n} weiterer Punkt im Hausbesuch", "und {n} weitere Punkte im Hausbesuch", more)
        self._more_barriers.setText(text.format(n=more))
        self._more_barriers.setVisible(more > 0)
        self._photos.show_photos(view.photos)
        self._referrals.show_source(Source(case_id=view.case.id))

    def _open_visit(self) -> None:
        if self._overview is not None and (visit := self._overview.last_visit) is not None:
            self._desk.go(ToVisit(visit.id))

    def _new_contact(self) -> None:
        if self._overview is not None:
            self._desk.go(ToContact(case_id=self._overview.view.case.id))

    def _lay_out(self) -> None:
        add = Button("case_add_contact", _("&Kontakt eintragen"), kind=Kind.QUIET, icon="plus")
        add.clicked.connect(self._new_contact)
        head = QHBoxLayout()
        head.addWidget(SectionTitle(_("Verlauf der Beratung"), name="case_contacts_title"), 1)
        head.addWidget(add)
        columns = Columns("case_overview_columns", gap=24)
        left = _column(columns.add(QWidget(), 1), "case_left")
        left.addLayout(head)
        left.addWidget(self._no_contacts)
        left.addWidget(self._contacts)
        left.addStretch()
        right = _column(columns.add(QWidget(), 1), "case_right")
        right.addWidget(self._tasks)
        right.addSpacing(16)
        right.addWidget(SectionTitle(_("Was im Weg ist"), name="case_barriers_title"))
        right.addWidget(self._no_barriers)
        right.addWidget(self._barriers)
        right.addWidget(self._more_barriers)
        right.addSpacing(16)
        right.addWidget(self._referrals)
        right.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 8, 0, 0)
        outer.setSpacing(24)
        outer.addWidget(columns)
        outer.addWidget(self._photos)
        outer.addStretch()


def _column(widget: QWidget, name: str) -> QVBoxLayout:
    widget.setObjectName(name)
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    return column


def _contact_row(contact: Contact, today: date) -> Row:
    minutes = minutes_in_words(contact.minutes)
    return Row(
        contact.id,
        contact_in_words(contact),
        tail=f" · {minutes}" if minutes else "",
        lead=format_near_date(contact.happened_at.astimezone().date(), today),
        icon=_ICONS.get(contact.kind or "", "message-square"),
        icon_name=contact_kind(contact),
    )


def _barrier_row(place: int, barrier: Barrier) -> Row:
    is_partly = barrier.verdict == "partly"
    return Row(
        place,
        barrier.text,
        note=barrier.detail,
        badge=verdict_word(Verdict.PARTLY if is_partly else Verdict.UNMET),
        badge_icon="contrast" if is_partly else "x",
        tone=Tone.SOON if is_partly else Tone.LATE,
    )


def _no_barriers(overview: CaseOverview) -> str:
    """What it means that there is no barrier: what was not looked at is never told as free."""
    coverage = overview.coverage
    if overview.last_visit is None:
        return _("Was im Weg ist, zeigt der Hausbesuch. Es gab noch keinen.")
    if not coverage.checked:
        return _("Beim Hausbesuch ist noch nichts geprüft.")
    return _("Bisher ist nichts im Weg; {checked} von {all} Punkten geprüft.").format(
        checked=coverage.checked, all=coverage.of
    )
