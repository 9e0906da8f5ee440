"""The plans that wait for a second person; Enter opens the case at its measures."""

from collections.abc import Sequence
from datetime import date

from zwk_barrier.casework.plan.plan_approval import WaitingPlan
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import ToCase
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.headings import SoftText
from zwk_barrier.desktop.widgets.lists import Row, RowList
from zwk_barrier.rules.typed.near_dates import format_near_date
from zwk_barrier.wording import _


class Approvals(Card):
    """Hidden where the office wants no second person."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("team_approvals", title=_("Warten auf Freigabe"))
        self._rows = self.add(RowList("team_approval_rows", title=_("Pläne, die auf Freigabe warten")))
        self._none = self.add(
            SoftText(
                _("Kein Plan wartet. Vorgelegt wird ein Plan im Fall unter „Maßnahmen“."),
                name="team_no_approvals",
            )
        )
        self._rows.activated.connect(lambda case_id: desk.go(ToCase(case_id, "measures")))
        self.hide()

    def show_plans(self, plans: Sequence[WaitingPlan], day: date, *, is_wanted: bool) -> None:
        """Shows the plans, the longest waiting first."""
        self._rows.show_rows([_row(plan, day) for plan in plans])
        self._none.setHidden(bool(plans))
        self.setVisible(is_wanted)


def _row(plan: WaitingPlan, day: date) -> Row:
    return Row(
        plan.case_id,
        " · ".join(part for part in (plan.number, plan.name) if part),
        note=_("von Ihnen selbst vorgelegt: eine andere Person entscheidet")
        if plan.is_own
        else _("vorgelegt von {name}").format(name=plan.presented_by),
        lead=format_near_date(plan.presented_at.astimezone().date(), day),
    )
