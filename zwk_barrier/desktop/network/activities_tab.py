"""Tätigkeiten: what was done beside the cases, newest first, with its sums; one at a time beside it."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QStackedWidget

from zwk_barrier.casework.network.activities import (
    ActivityFilter,
    ActivityRow,
    ActivityTotals,
    activity_keys,
    activity_rows,
    activity_totals,
    activity_years,
)
from zwk_barrier.casework.office.staff import office_settings
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import ToNetwork
from zwk_barrier.desktop.network.activity_editor import USUAL, ActivityEditor
from zwk_barrier.desktop.network.figures import counted, hours_in_words
from zwk_barrier.desktop.network.record_list import ListWords, RecordList
from zwk_barrier.desktop.record_rows import area_choices, code_choices
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.date_field import this_day
from zwk_barrier.desktop.widgets.fields import TextField
from zwk_barrier.desktop.widgets.table import Column, Order
from zwk_barrier.reference.areas import AreaTree, load_areas
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.rules.typed.near_dates import format_near_date
from zwk_barrier.store.journal import Changed
from zwk_barrier.wording import _, ngettext


class ActivitySource:
    """Where the rows of the list come from; asked on a reading thread."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._areas: AreaTree | None = None

    def fetch_ids(self, order: Order, wanted: Any) -> Sequence[str]:
        """The keys of the activities to list, hexadecimal."""
        with self._desk.store.reading() as session:
            if self._areas is None:
                self._areas = load_areas(office_settings(session).region)
            return activity_keys(session, wanted or ActivityFilter(), newest_first=order.is_descending)

    def fetch_rows(self, ids: Sequence[str]) -> Sequence[Sequence[str]]:
        """The cells of these activities; one that went away in between has empty ones."""
        with self._desk.store.reading() as session:
            found = {row.id.hex: row for row in activity_rows(session, [UUID(key) for key in ids])}
        today = this_day()
        return [self._cells(found[key], today) if key in found else [""] * 6 for key in ids]

    def _cells(self, row: ActivityRow, today: date) -> list[str]:
        people = row.participants if row.participants is not None else row.advised
        return [
            "" if row.held_on is None else format_near_date(row.held_on, today, weekday=True),
            load_code_list("activity_kind").label(row.kind),
            row.title or "–",
            "" if people is None else str(people),
            "" if self._areas is None else self._areas.label(row.area),
            "" if row.minutes is None else hours_in_words(row.minutes),
        ]


class _ActivityList(RecordList):
    """The list begins with what was done last."""

    is_newest_first = True


class ActivitiesTab(QStackedWidget):
    """The list, and the page of one activity."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("network_activities")
        self._desk = desk
        self.list = _ActivityList(
            desk, _words(), _columns(), ActivitySource(desk), self._wanted, ActivityFilter()
        )
        self.editor = ActivityEditor(desk)
        self._words_field = self.list.add_filter(_("&Suchen"), TextField("activity_words"))
        self._year = self.list.add_filter(_("&Jahr"), ChoiceField("activity_year", empty=_("Alle")))
        kinds = ChoiceField("activity_kind_filter", code_choices("activity_kind"), empty=_("Alle"))
        self._kind = self.list.add_filter(_("&Art"), kinds)
        self._area = self.list.add_filter(
            _("S&tadtteil"), ChoiceField("activity_area_filter", empty=_("Alle"))
        )
        self.addWidget(self.list)
        self.addWidget(self.editor)
        self.list.opened.connect(lambda row_id: desk.go(ToNetwork("activities", row_id)))
        self.list.beginning.connect(lambda: desk.go(ToNetwork("activities", is_fresh=True)))
        self.list.counted.connect(lambda _count: self._ask_sums())
        self.editor.opened.connect(lambda row_id: desk.be_at(ToNetwork("activities", row_id)))
        desk.changed.connect(self._changed)
        desk.ask(office_settings, then=lambda office: self._offer_areas(office.region), owner=self)

    def show_destination(self, destination: ToNetwork) -> None:
        """Shows the list, one activity, or a fresh one."""
        if destination.is_fresh:
            self.setCurrentWidget(self.editor)
            self.editor.begin(kind=self._kind.value() or USUAL, held_on=this_day())
        elif destination.focus is not None:
            self.setCurrentWidget(self.editor)
            self.list.mark(destination.focus)
            self.editor.load(destination.focus)
        else:
            self.setCurrentWidget(self.list)
            self._desk.ask(activity_years, then=self._offer_years, owner=self)
            self.list.begin()

    def leave(self) -> None:
        """Keeps what is being typed."""
        self.editor.leave()

    def _wanted(self) -> ActivityFilter:
        year = self._year.value()
        return ActivityFilter(
            None if year is None else int(year),
            self._kind.value(),
            self._area.value(),
            self._words_field.text().strip(),
        )

    def _ask_sums(self) -> None:
        wanted = self._wanted()
        self._desk.ask(lambda session: activity_totals(session, wanted), then=self._show_sums, owner=self)

    def _show_sums(self, sums: ActivityTotals) -> None:
        self.list.sums.setText(sums_in_words(sums))

    def _offer_years(self, years: Sequence[int]) -> None:
        self._year.set_items([(str(year), str(year)) for year in years])

    def _offer_areas(self, region: str) -> None:
        self._area.set_items(area_choices(load_areas(region)))

    def _changed(self, changed: Changed) -> None:
        self.list.reread(changed, "activity", "staff")


def sums_in_words(sums: ActivityTotals) -> str:
    """What is listed, in one line: how many, for how many people, in how many hours."""
    if not sums.count:
        return ""
    told = [counted(ngettext("{n} Tätigkeit", "{n} Tätigkeiten", sums.count), sums.count)]
    if sums.participants:
        told.append(
            counted(ngettext("{n} Person dabei", "{n} Personen dabei", sums.participants), sums.participants)
        )
    if sums.advised:
        told.append(
            counted(ngettext("{n} Person beraten", "{n} Personen beraten", sums.advised), sums.advised)
        )
    if sums.minutes:
        told.append(_("{hours} Arbeit").format(hours=hours_in_words(sums.minutes)))
    if sums.travel_minutes:
        told.append(_("{hours} Fahrt").format(hours=hours_in_words(sums.travel_minutes)))
    return " · ".join(told)


def _words() -> ListWords:
    return ListWords(
        "activity_list",
        _("Tätigkeiten"),
        new=_("&Neue Tätigkeit"),
        icon="calendar-days",
        empty=_("Noch keine Tätigkeit"),
        advice=_(
            "Vorträge, Netzwerktreffen, Beratung von Wohnungsunternehmen, Pressearbeit: Was neben den Fällen "
            "geschieht, gehört in den Jahresbericht. Alt N beginnt eine neue."
        ),
        no_hit=_("Dazu passt keine Tätigkeit"),
    )


def _columns() -> list[Column]:
    return [
        Column("when", _("Datum"), 130, is_fixed=True),
        Column("kind", _("Art"), 210, can_sort=False),
        Column("title", _("Titel oder Thema"), 300, can_sort=False),
        Column("people", _("Personen"), 90, is_number=True, can_sort=False),
        Column("area", _("Stadtteil"), 180, can_sort=False, is_minor=True),
        Column("hours", _("Zeit"), 120, can_sort=False, is_fixed=True),
    ]
