"""Bedarf: how many old people will live where, and how many visits a year that means."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QWidget

from zwk_barrier.desktop.desk import Desk, Question
from zwk_barrier.desktop.destinations import ToStatistics
from zwk_barrier.desktop.statistics.demand_card import DemandCard
from zwk_barrier.desktop.statistics.outlook_card import OutlookCard
from zwk_barrier.desktop.statistics.period_tables import PeriodTables, tables_of
from zwk_barrier.desktop.statistics.tab_ground import lay_on_ground, tab_head
from zwk_barrier.desktop.statistics.use_choice import UseChoice
from zwk_barrier.desktop.statistics.waiting_card import WaitingCard
from zwk_barrier.desktop.widgets.chips import Chip, Tone
from zwk_barrier.desktop.widgets.date_field import this_day
from zwk_barrier.desktop.widgets.headings import SoftText
from zwk_barrier.statistics.outlook.demand import Demand, demand
from zwk_barrier.statistics.outlook.outlook import Outlook, outlook, usable_bases
from zwk_barrier.statistics.outlook.population import (
    CARE_HOMES,
    INHABITANTS,
    PROJECTION,
    Denominator,
    population_tables,
)
from zwk_barrier.store.journal import Changed
from zwk_barrier.wording import _

_KINDS = (INHABITANTS, CARE_HOMES, PROJECTION)
_TABLES = ("population_table", "population_count", "frozen_period", "staff", "office")
_COUNTED = ("case_file", "person", "dwelling", "building", "visit")
"""What exact figures are counted from."""


@dataclass(frozen=True)
class DemandTold:
    """What was read; without an outlook there is no demand either."""

    counts: PeriodTables
    people: tuple[Denominator, ...]
    bases: tuple[Denominator, ...]
    outlook: Outlook | None
    demand: Demand | None


def demand_of(counted: Question[PeriodTables], table_id: UUID | None) -> Question[DemandTold]:
    """Reads outlook and demand, as this person may see them; ``table_id`` is the table to start from."""
    return lambda session: _told(
        counted(session), *(population_tables(session, kind) for kind in _KINDS), table_id=table_id
    )


def _told(
    counts: PeriodTables,
    people: tuple[Denominator, ...],
    homes: tuple[Denominator, ...],
    official: tuple[Denominator, ...],
    *,
    table_id: UUID | None,
) -> DemandTold:
    found = outlook(people, homes, official, table_id)
    cases, visits = counts.tables.get("cases"), counts.tables.get("visits")
    meant = None
    if found is not None and cases is not None and visits is not None:
        meant = demand(found, cases, visits, counts.period)
    return DemandTold(counts, people, usable_bases(people), found, meant)


class DemandTab(QWidget):
    """The tab „Bedarf“; ``today`` is asked whenever it reads."""

    def __init__(self, desk: Desk, *, today: Callable[[], date] = this_day) -> None:
        super().__init__()
        self.setObjectName("demand_tab")
        self._desk, self._today = desk, today
        self._is_live = False
        self._inside = Chip(_("Interne Zahlen – nicht weitergeben"), Tone.SOON, icon="eye")
        self._inside.setObjectName("demand_inside")
        self.choice = UseChoice("demand", today())
        self.people_waiting = WaitingCard(desk, "demand_people_waiting")
        self.outlook_card = OutlookCard("outlook")
        self.waiting = WaitingCard(desk, "demand_waiting")
        self.demand_card = DemandCard("demand")
        self._lay_out()
        self.choice.changed.connect(self._read)
        self.waiting.inside_wanted.connect(self.choice.look_inside)
        self._desk.changed.connect(self._reread)

    def title(self) -> str:
        """What the window is called while this tab is shown."""
        return _("Bedarf")

    def show_destination(self, destination: ToStatistics) -> None:
        """Reads anew; what was chosen stays."""
        del destination
        self._read()

    def leave(self) -> None:
        """Nothing here has to be kept."""

    def _read(self) -> None:
        counted = tables_of(self.choice.period, self.choice.view, self._desk.store.staff_id, self._today())
        self._desk.ask(demand_of(counted, self.choice.table_id), then=self._show, owner=self)

    def _show(self, told: DemandTold) -> None:
        found, meant, counts = told.outlook, told.demand, told.counts
        self._is_live = counts.view == "internal"
        self.choice.show_offer(
            told.bases, found.base if found is not None else None, sees_cases=counts.sees_cases
        )
        self.choice.setVisible(found is not None)
        self._inside.setVisible(counts.view == "internal" and meant is not None)
        self.outlook_card.setVisible(found is not None)
        self.people_waiting.setVisible(found is None)
        self.demand_card.setVisible(meant is not None)
        self.waiting.setVisible(found is not None and meant is None)
        if found is None:
            self.people_waiting.ask_for_people(*_missing(told.people))
            return
        self.outlook_card.show_outlook(found)
        if meant is not None:
            self.demand_card.show_demand(meant, found.base.inhabitants.areas, is_rounded=counts.is_rounded)
        elif counts.why_not:
            self.waiting.ask_for_closing(counts)
        else:
            self.waiting.tell(
                _("Noch kein Bedarf zu rechnen"),
                _("Im gewählten Zeitraum gibt es keine Fälle von Menschen ab 65."),
            )

    def _reread(self, changed: Changed) -> None:
        if self.isVisible() and changed.touches(*_TABLES, *(_COUNTED if self._is_live else ())):
            self._read()

    def _lay_out(self) -> None:
        lead = _("Wie viele alte Menschen hier leben werden, und wie viele Hausbesuche das bedeutet")
        head = tab_head("demand", _("Bedarf"), SoftText(lead, name="demand_lead"), self._inside)
        parts = (head, self.choice, self.people_waiting, self.outlook_card, self.waiting, self.demand_card)
        lay_on_ground(self, "demand", parts)
        for part in parts[3:]:
            part.hide()
        self._inside.hide()


def _missing(people: Sequence[Denominator]) -> tuple[str, str]:
    if not people:
        return (
            _("Dafür fehlen Einwohnerzahlen"),
            _(
                "Nötig sind zwei Tabellen im Abstand von fünf Jahren, besser drei: Einwohner nach Ortsteil oder "
                "Stadtteil in Altersgruppen zu fünf Jahren ab 45."
            ),
        )
    return (
        _("Dafür reichen die Einwohnerzahlen noch nicht"),
        _(
            "Nötig sind zwei Tabellen im Abstand von fünf Jahren, in denen für jedes Gebiet Altersgruppen zu fünf "
            "Jahren ab 45 stehen (45–49 bis 80–84 und ab 85). Die Statistikstelle gibt sie aus dem Melderegister."
        ),
    )
