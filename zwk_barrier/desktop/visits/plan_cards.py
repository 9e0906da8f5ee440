"""Plans side by side: what is done, for how much, what it removes, why it is offered, and what stays."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from zwk_barrier.casework.plan import proposals
from zwk_barrier.casework.plan.planning import VisitPlan
from zwk_barrier.casework.visit.visits import VisitView
from zwk_barrier.desktop.visits.proposal_buttons import proposal_words
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.columns import Columns
from zwk_barrier.desktop.widgets.headings import BodyText, GroupTitle, MeasureText, NoteText, SectionTitle
from zwk_barrier.desktop.widgets.warning_lines import WarningLines
from zwk_barrier.rules.plan import Why
from zwk_barrier.rules.typed import format_money_range
from zwk_barrier.wording import _

_FOLD_AT: Final = 840


def plan_title(why: Why) -> str:
    """What a plan is called."""
    return {
        "cheapest": _("Bester Plan"),
        "no_building": _("Ohne Umbau"),
        "no_consent": _("Ohne Zustimmung"),
        "fewest": _("Wenige große statt vieler kleiner"),
        "next_cheapest": _("Nächstgünstiger Plan"),
    }[why]


class PlanCard(Card):
    """One plan; ``taken`` when „Übernehmen“ was pressed."""

    taken = Signal(object)

    def __init__(self, view: VisitView, plan: VisitPlan, place: int) -> None:
        name = f"plan_{place}"
        super().__init__(name, accent=place == 0)
        self.plan = plan
        self.body.setSpacing(8)
        self.add(SectionTitle(plan_title(plan.why), name=f"{name}_title"))
        self.add(MeasureText(format_money_range(plan.low, plan.high), name=f"{name}_cost"))
        self.add(BodyText(_removes(plan), name=f"{name}_removes"))
        self.add(NoteText(plan.reason, name=f"{name}_reason"))
        self.take = self._add_button(name, is_best=place == 0)
        self._add_measures(f"{name}_measures", view)
        self._add_left(f"{name}_unsolved")
        cautions = list(dict.fromkeys(words for one in plan.proposals for words in one.cautions))
        self.add(WarningLines(f"{name}_cautions")).show_lines(cautions)

    def _add_button(self, name: str, *, is_best: bool) -> Button:
        kind = Kind.PRIMARY if is_best else Kind.SECONDARY
        take = Button(f"{name}_take", _("Übernehmen"), kind=kind, icon="check-check", large=True)
        title = plan_title(self.plan.why)
        take.setAccessibleName(_("Übernehmen: {plan}").format(plan=title))
        take.setAccessibleDescription(f"{_removes(self.plan)} {self.plan.reason}")
        take.clicked.connect(lambda: self.taken.emit(self.plan))
        return self.add(take)

    def _add_measures(self, name: str, view: VisitView) -> None:
        texts = {barrier.id: barrier.text for barrier in self.plan.solved}
        self.add(GroupTitle(_("Maßnahmen"), name=f"{name}_title"))
        for place, one in enumerate(self.plan.proposals):
            where = proposals.room_word(view, one)
            against = " · ".join(texts[barrier_id] for barrier_id in one.solves if barrier_id in texts)
            lines = QVBoxLayout()
            lines.setSpacing(2)
            lines.addWidget(BodyText(f"{where}: {proposal_words(one)}", name=f"{name}_{place}"))
            lines.addWidget(NoteText(against, name=f"{name}_{place}_against"))
            self.body.addLayout(lines)

    def _add_left(self, name: str) -> None:
        if self.plan.unsolved:
            self.add(GroupTitle(_("Bleibt im Weg"), name=f"{name}_title"))
        for place, barrier in enumerate(self.plan.unsolved):
            self.add(BodyText(barrier.text, name=f"{name}_{place}"))


class PlanCards(Columns):
    """The best plan and its alternatives."""

    taken = Signal(object)

    def __init__(self) -> None:
        super().__init__("plan_cards", fold_at=_FOLD_AT)

    def show_plans(self, view: VisitView, plans: Sequence[VisitPlan]) -> None:
        """Shows these instead of those before."""
        self.clear()
        for place, plan in enumerate(plans):
            self.add(PlanCard(view, plan, place)).taken.connect(self.taken)
        self.refit()

    def focus_first(self) -> None:
        """Puts the keyboard on the button of the best plan."""
        shown = [card for card in self.findChildren(PlanCard) if not card.isHidden()]
        if shown:
            shown[0].take.setFocus()


def _removes(plan: VisitPlan) -> str:
    count = len(plan.solved)
    if plan.unsolved:
        return _("Beseitigt {count} von {all} Barrieren.").format(count=count, all=count + len(plan.unsolved))
    if count == 1:
        return _("Beseitigt die Barriere.")
    return _("Beseitigt alle {count} Barrieren.").format(count=count)
