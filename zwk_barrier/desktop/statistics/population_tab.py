"""Einwohner: the tables rates and outlook refer to; taken in from files, side by side, each with source and day."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from zwk_barrier.casework.figures.population import remove_table
from zwk_barrier.casework.office.roles import COUNTING, role_of
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import ToStatistics
from zwk_barrier.desktop.statistics.population_intake import PopulationIntake
from zwk_barrier.desktop.statistics.population_list import PopulationList
from zwk_barrier.desktop.statistics.tab_ground import lay_on_ground, tab_head
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.date_field import this_day
from zwk_barrier.desktop.widgets.empty import EmptyState
from zwk_barrier.desktop.widgets.headings import SoftText
from zwk_barrier.statistics.outlook.population import (
    CARE_HOMES,
    INHABITANTS,
    PROJECTION,
    Denominator,
    population_tables,
)
from zwk_barrier.store.journal import Changed
from zwk_barrier.wording import _

_TABLES = ("population_table", "population_count", "staff", "office")
_Told = tuple[bool, dict[str, tuple[Denominator, ...]]]


class PopulationTab(QWidget):
    """The tab „Einwohner“; ``today`` is asked whenever a file is read."""

    def __init__(self, desk: Desk, *, today: Callable[[], date] = this_day) -> None:
        super().__init__()
        self.setObjectName("population_tab")
        self._desk = desk
        self.begin = Button("population_begin", _("&Tabelle einlesen …"), kind=Kind.PRIMARY, icon="upload")
        self.intake = PopulationIntake(desk, today)
        self.lists = {kind: PopulationList(kind, title, text) for kind, title, text in _kinds()}
        self._empty = EmptyState(
            "population_empty",
            icon="users",
            title=_("Noch keine Einwohnerzahlen"),
            text=_(
                "Mit Einwohnerzahlen sagt die Statistik, wie viele von 1.000 Menschen ab 65 die Beratung erreicht und "
                "wie viele es in 15 Jahren sein werden. Bitten Sie die Statistikstelle um eine CSV-Datei: Ortsteile, "
                "Altersgruppen zu fünf Jahren, am besten für drei Stichtage im Abstand von fünf Jahren."
            ),
        )
        self._lay_out()
        self._connect()

    def title(self) -> str:
        """What the window is called while this tab is shown."""
        return _("Einwohner")

    def show_destination(self, destination: ToStatistics) -> None:
        """Reads anew; a file that is being looked at stays."""
        del destination
        self._read()

    def leave(self) -> None:
        """Nothing is kept before „Einlesen“."""

    def _read(self) -> None:
        me = self._desk.store.staff_id

        self._desk.ask(
            lambda session: (
                role_of(session, me) in COUNTING,
                {kind: population_tables(session, kind) for kind in self.lists},
            ),
            then=self._show,
            owner=self,
        )

    def _show(self, told: _Told) -> None:
        may_change, tables = told
        for kind, part in self.lists.items():
            part.show_tables(tables[kind])
            part.remove.setVisible(may_change)
        self._empty.setVisible(not any(tables.values()) and self.intake.isHidden())
        self.begin.setVisible(may_change and self.intake.isHidden())

    def _begin(self) -> None:
        self._empty.hide()
        self.intake.begin()
        self.begin.hide()

    def _end(self) -> None:
        self._read()
        self.begin.show()
        self.begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, table: Denominator) -> None:
        def removed(_nothing: object) -> None:
            self._desk.say(_("Tabelle entfernt: {name}").format(name=table.named), with_undo=True)

        self._desk.do(lambda store: remove_table(store, table.table_id), then=removed, owner=self)

    def _reread(self, changed: Changed) -> None:
        if self.isVisible() and changed.touches(*_TABLES):
            self._read()

    def _lay_out(self) -> None:
        lead = _("Jede Zahl je 1.000 nennt ihre Tabelle. Mehrere dürfen nebeneinander stehen.")
        head = tab_head("population", _("Einwohner"), SoftText(lead, name="population_lead"), self.begin)
        lay_on_ground(self, "population", (head, self.intake, self._empty, *self.lists.values()))
        self._empty.hide()

    def _connect(self) -> None:
        self.begin.clicked.connect(self._begin)
        self.intake.ended.connect(self._end)
        for part in self.lists.values():
            part.removing.connect(self._remove)
        self._desk.changed.connect(self._reread)


def _kinds() -> tuple[tuple[str, str, str], ...]:
    return (
        (
            INHABITANTS,
            _("Einwohnerinnen und Einwohner"),
            _(
                "Reichweite nimmt die Tabelle, die dem Zeitraum am nächsten ist, die Vorausschau die neueste; dort "
                "lässt sich auch eine andere wählen."
            ),
        ),
        (
            PROJECTION,
            _("Amtliche Vorausberechnungen"),
            _("Auf sie wird die Vorausschau der Stadtteile hochgerechnet."),
        ),
        (
            CARE_HOMES,
            _("Plätze in Pflegeheimen"),
            _("Wer im Heim lebt, wird in der Vorausschau getrennt gerechnet: Heimplätze altern nicht."),
        ),
    )
