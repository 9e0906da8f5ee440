"""The outlook of a region on a card: a sentence, a chart, a table of areas, and how it was reckoned."""

from zwk_barrier.desktop.statistics import outlook_words
from zwk_barrier.desktop.statistics.number_words import people
from zwk_barrier.desktop.widgets.bar_chart import BarTable
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.filter_bar import FilterBar
from zwk_barrier.desktop.widgets.fold import Fold
from zwk_barrier.desktop.widgets.headings import BodyText, NoteText, StrongText
from zwk_barrier.desktop.widgets.line_chart import LineChart
from zwk_barrier.desktop.widgets.warning_lines import WarningLines
from zwk_barrier.statistics.outlook.outlook import Outlook
from zwk_barrier.statistics.outlook.population import OLD
from zwk_barrier.wording import _


class OutlookCard(Card):
    """Shows one outlook; age and areas are chosen on it."""

    def __init__(self, name: str) -> None:
        super().__init__(name, title=_("Wie viele alte Menschen hier leben werden"))
        self._found: Outlook | None = None
        fields = self.add(FilterBar(f"{name}_fields"))
        self.age = fields.add_field(
            _("A&lter"), ChoiceField(f"{name}_age", outlook_words.ages(), is_optional=False)
        )
        self.level = fields.add_field(
            _("&Gebiete"),
            ChoiceField(
                f"{name}_level",
                [],
                is_optional=False,
            ),
        )
        self.age.set_value(str(OLD))
        self.level.set_value("districts")
        self._headline = self.add(StrongText(name=f"{name}_headline"))
        self._cautions = self.add(WarningLines(f"{name}_cautions"))
        self.chart = self.add(LineChart(f"{name}_chart", _("Vorausschau für die ganze Region")))
        self.table = self.add(BarTable(f"{name}_table", _("Vorausschau nach Gebieten")))
        self._mark = self.add(NoteText(name=f"{name}_mark"))
        self._how = self.add(Fold(f"{name}_how", _("So ist gerechnet")))
        self._definition = self._how.add(BodyText(name=f"{name}_definition"))
        for field in (self.age, self.level):
            field.kept.connect(lambda _value: self._show())

    def show_outlook(self, found: Outlook) -> None:
        """Shows an outlook; what was chosen stays."""
        self._found = found
        self.level.set_items([(code, _level_name(found, code)) for code in ("districts", "parts")])
        row = self.level.parentWidget()
        if row is not None:
            row.setVisible(bool(found.parts))
        self._show()

    def _show(self) -> None:
        found = self._found
        if found is None:
            return
        age = int(str(self.age.value()))
        is_fine = self.level.value() == "parts" and bool(found.parts)
        self._headline.setText(outlook_words.headline(found, age))
        self._cautions.show_lines(outlook_words.cautions(found))
        self.chart.show_lines(outlook_words.lines(found, age), tell=people)
        shown = found.parts if is_fine else found.districts
        only_tendency = outlook_words.is_tendency(age, shown)
        self.table.show_table(
            _level_name(found, "parts" if is_fine else "districts"),
            outlook_words.columns(found, age, shown),
            outlook_words.rows(found, age, shown),
            bars=None if only_tendency else 2,
        )
        self._mark.setVisible(not only_tendency)
        mark = _("Der Strich im Balken ist der Stand {year}.").format(year=found.base.counted_on.year)
        self._mark.setText(mark)
        self._definition.setText("\n".join(outlook_words.how_counted(found, age)))


def _level_name(found: Outlook, code: str) -> str:
    """What the areas shown are called in this region, e.g. Stadtteil."""
    areas = found.base.inhabitants.areas
    shown = found.parts if code == "parts" and found.parts else found.districts
    first = areas.get(shown[0].area) if shown else None
    return next(
        (level.name() for level in areas.levels if first is not None and level.key == first.level), ""
    )
