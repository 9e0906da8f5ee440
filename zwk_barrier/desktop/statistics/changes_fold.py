"""What a count of a closed period would be today, beside what was closed; exact, so for the internal view alone."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

from zwk_barrier.casework.office.roles import SEEING_CASES, role_of
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.statistics.deeds import revise_period
from zwk_barrier.desktop.statistics.report_reading import ReportTold
from zwk_barrier.desktop.widgets.bar_chart import BarRow, BarTable, Figure
from zwk_barrier.desktop.widgets.buttons import Button
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.dialogs import ask_first, tell_problem
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.fold import Fold
from zwk_barrier.desktop.widgets.headings import BodyText
from zwk_barrier.problems import Problem
from zwk_barrier.rules.quarters import Period, period_title
from zwk_barrier.statistics.dimensions.catalogue import dimension
from zwk_barrier.statistics.dimensions.dimension import region_of
from zwk_barrier.statistics.periods.revising import Difference, changes_since
from zwk_barrier.statistics.units import unit_title
from zwk_barrier.wording import _

_MOST: Final = 40


def read_changes(session: Any, period: Period, staff_id: UUID) -> list[BarRow]:
    """What changed, as rows: closed, now, and the difference; parts only where the whole has stayed the same.

    Raises NotAllowed for a person who only counts.
    """
    sees_cases = role_of(session, staff_id) in SEEING_CASES
    found = changes_since(session, period, may_see_cases=sees_cases)
    region = region_of(session)
    wholes = {one.unit for one in found if not one.dimension}
    told = [one for one in found if not one.dimension or one.unit not in wholes]
    return [_row(one, region) for one in told[:_MOST]]


class ChangesFold(Fold):
    """Counts when it is opened; shown for the internal figures of a closed period."""

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__(name, _("Seit dem Abschluss geändert"))
        self._desk = desk
        self._period: Period | None = None
        self._may_count = False
        self._card = self.add(Card(f"{name}_card"))
        self._text = self._card.add(BodyText(name=f"{name}_text"))
        self._table = self._card.add(BarTable(f"{name}_table", _("Seit dem Abschluss geändert")))
        deeds = self._card.add(Flow(f"{name}_deeds"))
        self._revise = deeds.add(Button(f"{name}_revise", _("Abschluss berichti&gen …"), icon="refresh-cw"))
        self._revise.clicked.connect(self._ask_first)
        self.turned.connect(self._read)

    def show_told(self, told: ReportTold) -> None:
        """Belongs to the period of a report."""
        report = told.report
        is_closed_inside = (
            report is not None and report.view == "internal" and told.closing.frozen_at is not None
        )
        self.setVisible(is_closed_inside)
        if not is_closed_inside or told.wanted.period != self._period:
            self.open(False)
        self._period, self._may_count = told.wanted.period, told.may_count
        if self.is_open:
            self._read(is_open=True)

    def _read(self, is_open: bool) -> None:
        period, me = self._period, self._desk.store.staff_id
        if not is_open or period is None:
            return
        self._text.setText(_("Wird neu gezählt …"))
        self._table.hide()
        self._revise.hide()
        self._desk.ask(lambda session: read_changes(session, period, me), then=self._show, owner=self)

    def _show(self, rows: Sequence[BarRow]) -> None:
        self._text.setText(
            _(
                "So würde heute gezählt. Der Abschluss bleibt, wie er ist; Nachgetragenes zählt im offenen Quartal."
            )
            if rows
            else _("Nichts: Heute gezählt, kämen dieselben Zahlen heraus.")
        )
        self._table.setVisible(bool(rows))
        self._revise.setVisible(bool(rows) and self._may_count)
        self._table.show_table(_("Zahl"), (_("abgeschlossen"), _("heute"), _("Unterschied")), rows)

    def _ask_first(self) -> None:
        period = self._period
        if period is None:
            return
        ask_first(
            self.window(),
            "revising",
            _("Abschluss von {period} berichtigen?").format(period=period_title(period)),
            _(
                "Der Zeitraum wird mit den Zahlen von heute neu abgeschlossen, als weitere Fassung. Das geht nur, "
                "wenn sich genug geändert hat: Sonst wären einzelne Fälle am Unterschied zu erkennen. Zurücknehmen "
                "lässt es sich nicht."
            ),
            yes=_("Neu abschließen"),
            then=lambda: self._do(period),
        )

    def _do(self, period: Period) -> None:
        self._text.setText(_("Wird neu abgeschlossen …"))
        self._revise.setEnabled(False)
        self._desk.do(
            lambda store: revise_period(store, period, datetime.now(UTC)),
            then=self._done,
            failed=self._refuse,
            owner=self,
        )

    def _done(self, _nothing: object) -> None:
        self._revise.setEnabled(True)
        self._desk.say(_("Der Abschluss ist berichtigt."))

    def _refuse(self, problem: Problem) -> None:
        self._revise.setEnabled(True)
        self._read(is_open=True)
        tell_problem(self.window(), problem)


def _row(one: Difference, region: str) -> BarRow:
    change = one.now - one.frozen
    sign = "+" if change > 0 else "\N{MINUS SIGN}"
    figures = (Figure(str(one.frozen)), Figure(str(one.now)), Figure(f"{sign}{abs(change)}"))
    if not one.dimension:
        return BarRow(unit_title(one.unit), figures)
    of = dimension(one.dimension, region)
    words = _("{dimension}: {value}").format(dimension=of.title, value=of.label(one.code))
    return BarRow(_("{unit}, {value}").format(unit=unit_title(one.unit), value=words), figures)
