"""Says that a period is not closed yet, why that matters, and offers the next step."""

from PySide6.QtCore import Signal

from zwk_barrier.desktop.statistics.report_reading import ReportTold
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.headings import BodyText, SectionTitle
from zwk_barrier.rules.quarters import period_title
from zwk_barrier.rules.typed import format_date
from zwk_barrier.wording import _


class ClosingStrip(Card):
    """A card with one or two buttons; hidden while the report of a closed period is shown."""

    closing_wanted = Signal()
    inside_wanted = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name, accent=True)
        self._heading = self.add(SectionTitle(name=f"{name}_title"))
        self._text = self.add(BodyText(name=f"{name}_text"))
        buttons = self.add(Flow(f"{name}_deeds"))
        self.close_period = buttons.add(
            Button("close_period", _("Zeitraum ab&schließen …"), kind=Kind.PRIMARY, icon="lock")
        )
        self.look_inside = buttons.add(Button("look_inside", _("&Interne Zahlen ansehen"), icon="eye"))
        self._buttons = buttons
        self.close_period.clicked.connect(self.closing_wanted)
        self.look_inside.clicked.connect(self.inside_wanted)

    def show_told(self, told: ReportTold) -> None:
        """Says how the period of a report stands."""
        closing, period = told.closing, told.wanted.period
        self.setVisible(closing.frozen_at is None)
        self._heading.setText(_("{period} ist noch nicht abgeschlossen").format(period=period_title(period)))
        self._text.setText(_why(told))
        self.close_period.setVisible(told.may_count and closing.can_be_closed)
        self.look_inside.setVisible(told.sees_cases and told.report is None)
        self._buttons.setVisible(not (self.close_period.isHidden() and self.look_inside.isHidden()))


def _why(told: ReportTold) -> str:
    closing, period = told.closing, told.wanted.period
    if not closing.open_runs:
        return _(
            "Seine Quartale wurden einzeln mit verdeckten Zahlen abgeschlossen; zusammen gibt es davon keine "
            "geschützten Zahlen. Wählen Sie die Zeiträume einzeln."
        )
    still = ", ".join(period_title(run) for run in closing.open_runs)
    if closing.is_over and not closing.can_be_closed:
        return _("In dieser Zeit gab es hier noch keinen Fall.")
    if not closing.can_be_closed:
        return _(
            "Er endet am {day} und lässt sich danach abschließen. Erst dann gibt es geschützte Zahlen, die sich "
            "weitergeben lassen und bei jedem Lauf gleich bleiben."
        ).format(day=format_date(period.last_day))
    if closing.open_runs != (period,):
        return _(
            "Offen ist noch: {quarters}. Erst wenn alles abgeschlossen ist, gibt es geschützte Zahlen, die sich "
            "weitergeben lassen und bei jedem Lauf gleich bleiben."
        ).format(quarters=still)
    return _(
        "Erst ein abgeschlossener Zeitraum hat geschützte Zahlen, die sich weitergeben lassen und bei jedem Lauf "
        "gleich bleiben."
    )
