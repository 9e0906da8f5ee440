"""A visit before it is there: day, rooms, what it is measured against, and what is good to know before."""

from typing import TYPE_CHECKING, Final
from uuid import UUID

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.casework.visit import visits
from zwk_barrier.casework.visit.preparation import WALK, Preparation, RoomProposal, prepare, room_label
from zwk_barrier.desktop.cases.missing_before import MissingBefore
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import ToVisit, ToVisitSheet
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.check_field import CheckField
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.date_field import DateField, this_day
from zwk_barrier.desktop.widgets.fields import TimeField
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.desktop.widgets.headings import GroupTitle, NoteText, StrongText
from zwk_barrier.desktop.widgets.scroll import ScrollPage
from zwk_barrier.wording import _, ngettext

if TYPE_CHECKING:
    from zwk_barrier.desktop.destinations import Destination

_GAP: Final = 8


class VisitPreparation(Card):
    """Everything is proposed and can be changed; what is told of the person is kept at once, the rest when wanted."""

    ended = Signal()
    """The visit is there, or nobody wants it any more."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("preparation", title=_("Hausbesuch vorbereiten"), accent=True)
        self._desk = desk
        self._case_id: UUID | None = None
        self._preparation: Preparation | None = None
        self._chosen: set[str] = set()  # what a person has ticked or unticked stays as it is
        self._checks: dict[str, CheckField] = {}
        self._into_view = QTimer(self, singleShot=True, interval=0)  # once all of it has its place
        self._into_view.timeout.connect(self._come_into_view)
        form = self.add(FormRows("preparation_form", columns=3))
        self._day = form.row(_("&Datum"), DateField("preparation_day"))
        self._time = form.row(_("Beginn"), TimeField("preparation_time"))
        self._profile = form.row(_("Maßstab"), ChoiceField("preparation_profile", is_optional=False))
        self._profile.kept.connect(self._choose_profile)
        self._has_profile = False
        self._reason = self.add(NoteText(name="preparation_reason"))
        self._add_rooms()
        self._missing = self.add(MissingBefore(desk))
        self._count = self.add(StrongText(name="preparation_count"))
        self._add_buttons()

    def begin(self, case_id: UUID) -> None:
        """Proposes a visit of a case, with the keyboard on the day; one begun already goes on."""
        if case_id != self._case_id:
            self.forget()
            self._case_id = case_id
        self.reread()
        self._day.setFocus(Qt.FocusReason.TabFocusReason)

    def reread(self) -> None:
        """Proposes anew from what is known by now; what a person has chosen stays."""
        case_id = self._case_id
        if case_id is not None:
            self._desk.ask(lambda session: prepare(session, case_id, this_day()), then=self._show, owner=self)

    def forget(self) -> None:
        """Back to nothing chosen."""
        self._case_id = self._preparation = None
        self._chosen.clear()
        self._has_profile = False
        for field in (self._day, self._time):
            field.set_value(None)
            field.failed.emit("")
        self._missing.forget()

    def _show(self, preparation: Preparation) -> None:
        if preparation.case_id != self._case_id:
            return  # the person went on to another case in between
        is_first = self._preparation is None
        self._preparation = preparation
        self._profile.set_items(preparation.profiles)
        if not self._has_profile:
            self._profile.set_value(preparation.profile)
        self._reason.setText(_reasons(preparation))
        for room in preparation.rooms:
            check = self._checks[room.kind]
            if room.kind not in self._chosen:
                check.set_value(room.is_proposed)
            check.setToolTip(room.reason)
            check.setAccessibleDescription(room.reason)
        self._why.setText(_why(preparation.rooms))
        self._why.setVisible(bool(self._why.text()))
        self._missing.show_missing(preparation)
        self._tell_count()
        if is_first:
            self._into_view.start()

    def _come_into_view(self) -> None:
        """Scrolls until the buttons are seen, too: the second click must not be looked for."""
        area: QObject | None = self.parent()
        while area is not None and not isinstance(area, ScrollPage):
            area = area.parent()
        if area is not None:
            area.ensureWidgetVisible(self, 0, _GAP)
            area.ensureWidgetVisible(self._day, 0, 4 * _GAP)

    def _choose_profile(self, _code: object) -> None:
        self._has_profile = True
        self._tell_count()

    def _choose_room(self, kind: str) -> None:
        self._chosen.add(kind)
        self._tell_count()

    def _rooms(self) -> tuple[str, ...]:
        """In walking order, as the checks stand."""
        return tuple(kind for kind, check in self._checks.items() if check.value())

    def _tell_count(self) -> None:
        if self._preparation is None:
            return
        kinds = self._rooms()
        points = self._preparation.points_of(self._profile.value(), kinds)
        self._count.setText(
            _("{points} in {rooms}").format(
                points=ngettext("{count} Punkt", "{count} Punkte", points).format(count=points),
                rooms=ngettext("{count} Raum", "{count} Räumen", len(kinds)).format(count=len(kinds)),
            )
        )

    def _plan(self, *, with_sheet: bool) -> None:
        case_id, kinds, profile = self._case_id, self._rooms(), self._profile.value()
        wrong = [field for field in (self._day, self._time) if not field.settle()]
        self._missing.settle()
        if wrong:
            wrong[0].setFocus(Qt.FocusReason.OtherFocusReason)
        elif case_id is not None and self._preparation is not None:
            day, begins = self._day.value(), self._time.value()
            self._desk.do(
                lambda store: visits.plan_visit(
                    store, case_id, day, rooms=kinds, profile=profile, begins_at=begins
                ),
                then=lambda visit_id: self._planned(visit_id, with_sheet=with_sheet),
                owner=self,
            )

    def _planned(self, visit_id: UUID, *, with_sheet: bool) -> None:
        self.forget()
        self.ended.emit()
        place: Destination = ToVisitSheet(visit_id) if with_sheet else ToVisit(visit_id)
        self._desk.go(place)

    def _give_up(self) -> None:
        self.forget()
        self.ended.emit()

    def _add_rooms(self) -> None:
        part = QWidget()
        part.setObjectName("preparation_rooms")
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        title = GroupTitle(_("Räume, in der Reihenfolge des Wegs"), name="preparation_rooms_title")
        column.addWidget(title)
        line = Flow("preparation_room_line")
        for kind in WALK:
            check = line.add(CheckField(f"preparation_room_{kind}", room_label(kind)))
            check.kept.connect(lambda _value, kind=kind: self._choose_room(kind))
            self._checks[kind] = check
        column.addWidget(line)
        self._why = NoteText(name="preparation_why")
        column.addWidget(self._why)
        self.add(part)

    def _add_buttons(self) -> None:
        line = self.add(Flow("preparation_buttons"))
        make = Button("preparation_make", _("&Anlegen"), kind=Kind.PRIMARY, icon="check")
        make.clicked.connect(lambda: self._plan(with_sheet=False))
        sheet = Button("preparation_sheet", _("Anlegen und &Bogen drucken"), icon="printer")
        sheet.clicked.connect(lambda: self._plan(with_sheet=True))
        give_up = Button("preparation_give_up", _("Abbrechen"), kind=Kind.QUIET)
        give_up.clicked.connect(self._give_up)
        for button in (make, sheet, give_up):
            line.add(button)


def _reasons(preparation: Preparation) -> str:
    parts = [preparation.reason]
    if preparation.is_individual:
        parts.append(_("Eigene Maße sind bekannt; was sie verlangen, steht daneben."))
    if preparation.is_profile_empty:
        parts.append(_("Von Hilfsmitteln und Einschränkungen ist noch nichts bekannt."))
    return " ".join(f"{part.rstrip('.')}." for part in parts)


def _why(rooms: tuple[RoomProposal, ...]) -> str:
    return " · ".join(f"{room_label(room.kind)}: {room.reason}" for room in rooms if room.reason)
