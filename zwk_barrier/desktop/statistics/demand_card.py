"""What the outlook means for the visits of a year, on a card: three scenarios, one of them in view."""

from typing import cast

from zwk_barrier.desktop.statistics import demand_words
from zwk_barrier.desktop.statistics.number_words import people
from zwk_barrier.desktop.widgets.bar_chart import BarTable
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.filter_bar import FilterBar
from zwk_barrier.desktop.widgets.fold import Fold
from zwk_barrier.desktop.widgets.headings import BodyText, StrongText
from zwk_barrier.desktop.widgets.line_chart import LineChart
from zwk_barrier.desktop.widgets.warning_lines import WarningLines
from zwk_barrier.reference.areas import AreaTree
from zwk_barrier.statistics.outlook.demand import SCENARIOS, Demand, Scenario
from zwk_barrier.wording import _


class DemandCard(Card):
    """Shows one demand; the scenario is chosen on it."""

    def __init__(self, name: str) -> None:
        super().__init__(name, title=_("Was das für die Hausbesuche heißt"))
        self._told: tuple[Demand, AreaTree, bool] | None = None
        fields = self.add(FilterBar(f"{name}_fields"))
        self.scenario = fields.add_field(
            _("&Nutzung"), ChoiceField(f"{name}_scenario", demand_words.scenarios(), is_optional=False)
        )
        self.scenario.set_value(SCENARIOS[0])
        self._headline = self.add(StrongText(name=f"{name}_headline"))
        self._cautions = self.add(WarningLines(f"{name}_cautions"))
        self.chart = self.add(LineChart(f"{name}_chart", _("Hausbesuche im Jahr")))
        self.table = self.add(BarTable(f"{name}_table", _("Hausbesuche im Jahr nach Szenario")))
        self.ages = self.add(BarTable(f"{name}_ages", _("Nutzung nach Alter")))
        how = self.add(Fold(f"{name}_how", _("So sind Besuche gerechnet")))
        self._definition = how.add(BodyText(name=f"{name}_definition"))
        self.scenario.kept.connect(lambda _value: self._show())

    def show_demand(self, found: Demand, areas: AreaTree, *, is_rounded: bool) -> None:
        """Shows a demand; the scenario stays."""
        self._told = (found, areas, is_rounded)
        self._show()

    def _show(self) -> None:
        if self._told is None:
            return
        found, areas, is_rounded = self._told
        scenario = cast("Scenario", str(self.scenario.value()))
        self._headline.setText(demand_words.headline(found, scenario))
        self._cautions.show_lines(demand_words.cautions(found))
        self.chart.show_lines(demand_words.lines(found, scenario), tell=people)
        self.table.show_table(
            _("Jahr"),
            demand_words.columns(),
            demand_words.rows(found, scenario),
            bars=SCENARIOS.index(scenario),
        )
        self.ages.show_table(_("Alter"), demand_words.age_columns(), demand_words.age_rows(found), bars=0)
        self._definition.setText("\n".join(demand_words.how_counted(found, areas, is_rounded=is_rounded)))
