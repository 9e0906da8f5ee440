"""Why there are no figures yet, and the one step that brings them: closing the period, or inhabitants."""

from PySide6.QtCore import Signal

from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import ToStatistics
from zwk_barrier.desktop.statistics.period_tables import PeriodTables
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.headings import BodyText, SectionTitle
from zwk_barrier.rules.quarters import period_title
from zwk_barrier.rules.typed import format_date
from zwk_barrier.wording import _


class WaitingCard(Card):
    """Hidden while there is something to show."""

    inside_wanted = Signal()

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__(name, accent=True)
        self._heading = self.add(SectionTitle(name=f"{name}_title"))
        self._text = self.add(BodyText(name=f"{name}_text"))
        buttons = self.add(Flow(f"{name}_deeds"))
        self.to_people = buttons.add(
            Button(f"{name}_people", _("Zu den Ein&wohnerzahlen"), kind=Kind.PRIMARY, icon="users")
        )
        self.to_report = buttons.add(
            Button(f"{name}_report", _("Zum Bericht, ab&schließen"), kind=Kind.PRIMARY, icon="lock")
        )
        self.look_inside = buttons.add(Button(f"{name}_inside", _("I&nterne Zahlen ansehen"), icon="eye"))
        self._buttons = buttons
        self.to_people.clicked.connect(lambda: desk.go(ToStatistics("population")))
        self.to_report.clicked.connect(lambda: desk.go(ToStatistics("report")))
        self.look_inside.clicked.connect(self.inside_wanted)
        self.hide()

    def ask_for_people(self, heading: str, text: str) -> None:
        """Says that inhabitants are missing."""
        self._say(heading, text)
        self._offer(people=True, report=False, inside=False)

    def ask_for_closing(self, told: PeriodTables) -> None:
        """Says that a period has no figures that may be told."""
        period = period_title(told.period)
        if told.why_not == "dots":
            heading = _("{period} wurde mit verdeckten Zahlen abgeschlossen").format(period=period)
            text = _("Davon gibt es geschützte Zahlen nur in den Tabellen des Berichts.")
        else:
            heading = _("{period} ist noch nicht abgeschlossen").format(period=period)
            text = (
                _("Geschützte Zahlen gibt es erst, wenn der Zeitraum im Bericht abgeschlossen ist.")
                if told.can_end
                else _("Der Zeitraum endet am {day}; danach lässt er sich im Bericht abschließen.").format(
                    day=format_date(told.period.last_day)
                )
            )
        self._say(heading, text)
        can_close = told.why_not == "open" and told.can_end and told.may_count
        self._offer(people=False, report=can_close, inside=told.sees_cases)

    def tell(self, heading: str, text: str) -> None:
        """Says something nobody can do anything about here."""
        self._say(heading, text)
        self._offer(people=False, report=False, inside=False)

    def _say(self, heading: str, text: str) -> None:
        self._heading.setText(heading)
        self._text.setText(text)
        self.show()

    def _offer(self, *, people: bool, report: bool, inside: bool) -> None:
        self.to_people.setVisible(people)
        self.to_report.setVisible(report)
        self.look_inside.setVisible(inside)
        self._buttons.setVisible(people or report or inside)
