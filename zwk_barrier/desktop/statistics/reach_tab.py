"""Reichweite: how many of 1,000 people of 65 and older each district has sent, and where too few come from."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.desktop.desk import Desk, Question
from zwk_barrier.desktop.destinations import ToStatistics
from zwk_barrier.desktop.statistics import reach_words
from zwk_barrier.desktop.statistics.number_words import one_place
from zwk_barrier.desktop.statistics.period_tables import PeriodTables, tables_of
from zwk_barrier.desktop.statistics.tab_ground import lay_on_ground, tab_head
from zwk_barrier.desktop.statistics.use_choice import UseChoice
from zwk_barrier.desktop.statistics.waiting_card import WaitingCard
from zwk_barrier.desktop.widgets.bar_chart import BarTable, Reference
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.chips import Chip, Tone
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.date_field import this_day
from zwk_barrier.desktop.widgets.headings import BodyText, NoteText, SoftText
from zwk_barrier.reference.areas import AreaTree
from zwk_barrier.rules.quarters import period_title
from zwk_barrier.statistics.outlook.population import (
    Denominator,
    choose_denominator,
    population_tables,
    region_areas,
)
from zwk_barrier.statistics.outlook.reach import Reach, levels_of, reach
from zwk_barrier.store.journal import Changed
from zwk_barrier.wording import _

_TABLES = ("population_table", "population_count", "frozen_period", "staff", "office")
_COUNTED = ("case_file", "person", "building", "dwelling")


@dataclass(frozen=True)
class ReachTold:
    """What was read; ``reach`` is None where counts or inhabitants are missing."""

    counts: PeriodTables
    people: tuple[Denominator, ...]
    chosen: Denominator | None
    areas: AreaTree
    reach: Reach | None


@dataclass(frozen=True, slots=True)
class ReachWanted:
    """The areas of which level, counted against which table; None for the one closest to the period."""

    level: str
    table_id: UUID | None


def reach_of(counted: Question[PeriodTables], wanted: ReachWanted) -> Question[ReachTold]:
    """Reads the reach of a period by the areas of a level, as this person may see it."""
    return lambda session: _told(counted(session), population_tables(session), region_areas(session), wanted)


def _told(
    counts: PeriodTables, people: tuple[Denominator, ...], areas: AreaTree, wanted: ReachWanted
) -> ReachTold:
    chosen = next((one for one in people if one.table_id == wanted.table_id), None)
    chosen = chosen or choose_denominator(people, counts.period.last_day)
    cases = counts.tables.get("cases")
    found = None
    if chosen is not None and cases is not None:
        level = wanted.level if wanted.level in levels_of(areas) else areas.district_level
        found = reach(cases, chosen, level, is_rounded=counts.is_rounded)
    return ReachTold(counts, people, chosen, areas, found)


class ReachTab(QWidget):
    """The tab „Reichweite“; ``today`` is asked whenever it reads."""

    def __init__(self, desk: Desk, *, today: Callable[[], date] = this_day) -> None:
        super().__init__()
        self.setObjectName("reach_tab")
        self._desk, self._today = desk, today
        self._told: ReachTold | None = None
        self._state = SoftText(name="reach_state")
        self._inside = Chip(_("Interne Zahlen – nicht weitergeben"), Tone.SOON, icon="eye")
        self._inside.setObjectName("reach_inside")
        self.choice = UseChoice("reach", today())
        self.level = self.choice.add_field(_("&Gebiete"), ChoiceField("reach_level", [], is_optional=False))
        self.waiting = WaitingCard(desk, "reach_waiting")
        self._spots = Card("reach_spots", title=_("Wo die Beratung zu wenige erreicht"))
        self._spot_lines = self._spots.add(BodyText(name="reach_spot_lines"))
        self._strong = self._spots.add(SoftText(name="reach_strong"))
        self._areas = Card("reach_areas", title=_("Fälle je 1.000 Menschen ab 65"))
        self.table = self._areas.add(BarTable("reach_table", _("Fälle je 1.000 Menschen ab 65")))
        self._left_out = self._areas.add(NoteText(name="reach_left_out"))
        self._counted = Card("reach_counted", title=_("So ist gezählt"))
        self._definition = self._counted.add(BodyText(name="reach_definition"))
        self._competing = self._counted.add(SoftText(name="reach_competing"))
        self._body = QWidget()
        self._lay_out()
        self._connect()

    def title(self) -> str:
        """What the window is called while this tab is shown."""
        return _("Reichweite")

    def show_destination(self, destination: ToStatistics) -> None:
        """Reads anew; what was chosen stays."""
        del destination
        self._read()

    def leave(self) -> None:
        """Nothing here has to be kept."""

    def _read(self, _value: object = None) -> None:
        counted = tables_of(self.choice.period, self.choice.view, self._desk.store.staff_id, self._today())
        wanted = ReachWanted(str(self.level.value() or ""), self.choice.table_id)
        self._desk.ask(reach_of(counted, wanted), then=self._show, owner=self)

    def _show(self, told: ReachTold) -> None:
        self._told = told
        found = told.reach
        self.choice.show_offer(told.people, told.chosen, sees_cases=told.counts.sees_cases)
        self._offer_levels(told, found)
        self._inside.setVisible(told.counts.view == "internal")
        self._body.setVisible(found is not None)
        self.waiting.setVisible(found is None)
        self._state.setText(_state(told))
        if found is None:
            self._say_what_is_missing(told)
            return
        self._show_reach(found, told)

    def _offer_levels(self, told: ReachTold, found: Reach | None) -> None:
        names = {level.key: level.name() for level in told.areas.levels}
        levels = levels_of(told.areas)
        self.level.set_items([(key, names[key]) for key in levels])
        self.level.set_value(found.level if found is not None else levels[0])
        row = self.level.parentWidget()
        if row is not None:
            row.setVisible(len(levels) > 1)

    def _say_what_is_missing(self, told: ReachTold) -> None:
        if not told.people:
            self.waiting.ask_for_people(
                _("Dafür fehlen Einwohnerzahlen"),
                _("Lesen Sie eine Tabelle der Menschen ab 65 nach Stadtteil oder Ortsteil ein."),
            )
        else:
            self.waiting.ask_for_closing(told.counts)

    def _show_reach(self, found: Reach, told: ReachTold) -> None:
        spots = reach_words.blind_spots(found)
        self._spot_lines.setText("\n\n".join(spots) if spots else reach_words.no_blind_spots(found))
        strong = reach_words.strong_places(found)
        self._strong.setText(strong)
        self._strong.setVisible(bool(strong))
        rate = found.whole.rate
        reference = None
        if rate is not None:
            title = f"{told.areas.name} {one_place(rate)}"
            reference = Reference(title, rate)
        level = next(one.name() for one in told.areas.levels if one.key == found.level)
        self.table.show_table(
            level, reach_words.columns(), reach_words.rows(found), bars=0, reference=reference
        )
        left_out = reach_words.left_out(found)
        self._left_out.setText(left_out)
        self._left_out.setVisible(bool(left_out))
        self._definition.setText("\n".join(reach_words.how_counted(found, told.counts.period)))
        competing = reach_words.competing(found, told.people)
        self._competing.setText(competing)
        self._competing.setVisible(bool(competing))

    def _reread(self, changed: Changed) -> None:
        is_live = self._told is not None and self._told.counts.view == "internal"
        if self.isVisible() and (changed.touches(*_TABLES) or (is_live and changed.touches(*_COUNTED))):
            self._read()

    def _lay_out(self) -> None:
        inner = QVBoxLayout(self._body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(16)
        for card in (self._spots, self._areas, self._counted):
            inner.addWidget(card)
        self._body.hide()
        head = tab_head("reach", _("Reichweite"), self._state, self._inside)
        self._inside.hide()
        lay_on_ground(self, "reach", (head, self.choice, self.waiting, self._body))

    def _connect(self) -> None:
        self.choice.changed.connect(self._read)
        self.level.kept.connect(self._read)
        self.waiting.inside_wanted.connect(self.choice.look_inside)
        self._desk.changed.connect(self._reread)


def _state(told: ReachTold) -> str:
    period = period_title(told.counts.period)
    if told.reach is None:
        return _("Welche Stadtteile die Beratung kennt, und welche nicht")
    return _("{period} · Einwohner: {source}").format(period=period, source=told.reach.denominator.named)
