"""What the advice achieved: barriers before and after, cost and time, and what the person says."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, Literal, cast

from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.casework.case import outcomes
from zwk_barrier.casework.case.achieved import (
    Achieved,
    costs_in_words,
    measures_in_words,
    result_in_words,
    time_in_words,
    visit_in_words,
)
from zwk_barrier.desktop.cases.compared_list import ComparedList
from zwk_barrier.desktop.cases.pair_strip import PairStrip
from zwk_barrier.desktop.cases.survey_entries import survey_entries
from zwk_barrier.desktop.destinations import ToVisit
from zwk_barrier.desktop.widgets.buttons import Button
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.columns import Columns
from zwk_barrier.desktop.widgets.date_field import this_day
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.headings import (
    BodyText,
    GroupTitle,
    SectionTitle,
    SoftText,
    StrongText,
)
from zwk_barrier.wording import _

if TYPE_CHECKING:
    from uuid import UUID

    from zwk_barrier.casework.case.overview import CaseOverview
    from zwk_barrier.casework.visit.comparison import ComparedBarrier, Comparison
    from zwk_barrier.desktop.desk import Desk
    from zwk_barrier.desktop.field_history import FieldHistory
    from zwk_barrier.rules.comparison import Result

_LEFT: Final[tuple["Result", ...]] = ("solved",)
_RIGHT: Final[tuple["Result", ...]] = ("partly", "remaining", "not_checked", "new")


class OutcomeTab(QWidget):
    """The result in a sentence, what to plan next, both sides of it, the figures, the surveys."""

    def __init__(self, desk: "Desk", history: "FieldHistory") -> None:
        super().__init__()
        self.setObjectName("case_outcome")
        self._desk = desk
        self._overview: CaseOverview | None = None
        self._result = _ResultCard()
        self._plan = _plan_buttons()
        for purpose, button in self._plan.items():
            button.clicked.connect(lambda _checked=False, purpose=purpose: self._go_to_check(purpose))
        self._solved, self._rest = _Side("outcome_solved", _LEFT), _Side("outcome_rest", _RIGHT)
        self._rest.sections["not_checked"].rows.told.connect(self._tell)
        self._photos = PairStrip(desk)
        self._facts = _Facts()
        self._surveys = survey_entries(desk, history)
        self._sides = Columns("outcome_sides", gap=24)
        for side in (self._solved, self._rest):
            self._sides.add(side, 1)
        self._lay_out()
        self._known = (self._result, self._surveys)
        for part in (*self._known, self._sides, self._facts):
            part.hide()  # until the case has been read

    def show_case(self, overview: "CaseOverview") -> None:
        """Shows what is known of the time after the measures."""
        self._overview = overview
        for part in self._known:
            part.show()
        found, latest = overview.achieved, overview.achieved.latest
        self._result.show_result(found, has_measures=bool(overview.view.measures))
        for button in self._plan.values():
            button.setEnabled(found.visit is not None)
        self._sides.setVisible(latest is not None)
        if latest is not None:
            self._solved.show_comparison(latest)
            self._rest.show_comparison(latest)
        self._photos.show_pairs(latest.photos if latest is not None else ())
        self._facts.show_case(overview)
        self._surveys.show_entries(overview.view.case.id, found.surveys)

    def _go_to_check(self, purpose: str) -> None:
        if self._overview is None:
            return
        case_id, today = self._overview.view.case.id, this_day()
        self._desk.do(
            lambda store: outcomes.plan_check(store, case_id, purpose, today),
            then=lambda visit_id: self._desk.go(ToVisit(visit_id)),
            owner=self,
        )

    def _tell(self, finding_id: "UUID", became: str) -> None:
        latest = None if self._overview is None else self._overview.achieved.latest
        if latest is None:
            return
        visit_id, result = latest.after.id, cast("Literal['solved', 'partly', 'remaining']", became)
        self._desk.do(
            lambda store: outcomes.tell_finding(store, visit_id, finding_id, result),
            then=lambda _nothing: self._desk.say(_("Beim Nachbesuch festgehalten."), with_undo=True),
            owner=self,
        )

    def _lay_out(self) -> None:
        buttons = Flow("outcome_plan")
        for button in self._plan.values():
            buttons.add(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(20)
        for part in (self._result, buttons, self._sides, self._photos, self._facts, self._surveys):
            column.addWidget(part)
        column.addStretch()


class _ResultCard(Card):
    """The sentence that counts, or what to do first."""

    def __init__(self) -> None:
        super().__init__("outcome_result", accent=True)
        self.body.setSpacing(6)
        self._sentence = self.add(StrongText(name="outcome_sentence"))
        self._visits = self.add(SoftText(name="outcome_visits"))

    def show_result(self, found: Achieved, *, has_measures: bool) -> None:
        """Shows what is known, or says what to do first."""
        latest = found.latest
        if latest is not None:
            self._sentence.setText(result_in_words(latest))
            words = _("Verglichen: {before} mit {after}.").format(
                before=visit_in_words(latest.before), after=visit_in_words(latest.after)
            )
        else:
            self._sentence.setText(_("Ob die Beratung gewirkt hat, ist noch nicht nachgeprüft."))
            words = _first_step(found, has_measures=has_measures)
        planned = ", ".join(visit_in_words(one.after) for one in found.planned)
        more = _("Geplant: {visits}.").format(visits=planned) if planned else ""
        self._visits.setText(" ".join(part for part in (words, more) if part))


class _Section(QWidget):
    """The barriers of which one thing became."""

    def __init__(self, name: str, title: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._title = title
        self._heading = SectionTitle(title, name=f"{name}_title")
        self.rows = ComparedList(f"{name}_rows", title=title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(4)
        column.addWidget(self._heading)
        column.addWidget(self.rows)

    def show_barriers(self, barriers: Sequence["ComparedBarrier"], *, asks: bool) -> None:
        """Shows these, with their number in the heading; hidden without any."""
        self._heading.setText(f"{self._title}\N{NO-BREAK SPACE}({len(barriers)})")
        self.rows.show_barriers(barriers, asks=asks)
        self.setVisible(bool(barriers))


class _Side(QWidget):
    """One of two columns, a section for each result."""

    def __init__(self, name: str, results: Sequence["Result"]) -> None:
        super().__init__()
        self.setObjectName(name)
        self.sections = {one: _Section(f"outcome_{one}", _result_title(one)) for one in results}
        self._nothing = SoftText(_nothing(results), name=f"{name}_nothing")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for section in self.sections.values():
            column.addWidget(section)
        column.addWidget(self._nothing)
        column.addStretch()

    def show_comparison(self, comparison: "Comparison") -> None:
        """Shows what became of the barriers."""
        for one, section in self.sections.items():
            section.show_barriers(comparison.with_result(one), asks=one == "not_checked")
        self._nothing.setVisible(not comparison.count(*self.sections))


class _Facts(QWidget):
    """Measures, cost and time in a line each; what is not known is left out."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("outcome_facts")
        columns = Columns("outcome_fact_columns", gap=24)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(columns)
        self._shown: dict[str, tuple[QWidget, BodyText]] = {}
        for name, title in (
            ("measures", _("Maßnahmen")),
            ("cost", _("Tatsächliche Kosten")),
            ("time", _("Vom ersten Kontakt bis zur Umsetzung")),
        ):
            part, text = QWidget(), BodyText(name=f"outcome_{name}")
            part.setObjectName(f"outcome_{name}_part")
            inner = QVBoxLayout(part)
            inner.setContentsMargins(0, 0, 0, 0)
            inner.setSpacing(2)
            inner.addWidget(GroupTitle(title, name=f"outcome_{name}_title"))
            inner.addWidget(text)
            self._shown[name] = (columns.add(part, 1), text)

    def show_case(self, overview: "CaseOverview") -> None:
        """Shows the figures of a case."""
        view = overview.view
        known = {
            "measures": measures_in_words(view.measures),
            "cost": costs_in_words(view.measures),
            "time": time_in_words(view),
        }
        for name, (part, text) in self._shown.items():
            text.setText(known[name])
            part.setVisible(bool(known[name]))
        self.setVisible(any(known.values()))


def _plan_buttons() -> dict[str, Button]:
    return {
        outcomes.ACCEPTANCE: Button("outcome_acceptance", _("A&bnahme planen"), icon="clipboard-check"),
        "nach_3_monaten": Button("outcome_3_months", _("&Nachbesuch nach 3 Monaten planen"), icon="calendar"),
        "nach_12_monaten": Button(
            "outcome_12_months", _("Nachbesuch nach 12 &Monaten planen"), icon="calendar"
        ),
    }


def _result_title(result: "Result") -> str:
    return {
        "solved": _("Gelöst"),
        "partly": _("Teilweise gelöst"),
        "remaining": _("Noch da"),
        "not_checked": _("Nicht nachgeprüft"),
        "new": _("Neu"),
    }[result]


def _nothing(results: Sequence["Result"]) -> str:
    return _("Noch ist nichts gelöst.") if "solved" in results else _("Nichts mehr im Weg.")


def _first_step(found: Achieved, *, has_measures: bool) -> str:
    if found.visit is None:
        return _(
            "Verglichen wird mit einem Hausbesuch; es gab noch keinen. Eine Nachbefragung geht auch ohne Besuch."
        )
    if found.planned:
        return _("Beim geplanten Besuch wird dasselbe noch einmal gemessen.")
    if not has_measures:
        return _("Im Fall steht noch keine Maßnahme. Sobald etwas umgesetzt ist, hier die Abnahme planen.")
    return _("Ist eine Maßnahme umgesetzt, hier die Abnahme planen: Dann wird dasselbe noch einmal gemessen.")
