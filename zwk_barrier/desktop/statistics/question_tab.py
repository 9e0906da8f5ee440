"""Frage: a question of the moment, answered as a number, a table and bars, with its definition and its whole."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.casework.office.roles import SEEING_CASES, role_of
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import ToStatistics
from zwk_barrier.desktop.preferences import Preferences
from zwk_barrier.desktop.statistics.answer_card import AnswerCard
from zwk_barrier.desktop.statistics.case_list import CaseListDialog
from zwk_barrier.desktop.statistics.question_choice import QuestionChoice
from zwk_barrier.desktop.statistics.question_words import question_words
from zwk_barrier.desktop.statistics.recent_questions import read, with_newest, written
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.columns import Columns
from zwk_barrier.desktop.widgets.date_field import this_day
from zwk_barrier.desktop.widgets.headings import PageTitle, SoftText
from zwk_barrier.desktop.widgets.lists import Row, RowList
from zwk_barrier.desktop.widgets.progress import ProgressStrip
from zwk_barrier.desktop.widgets.scroll import fill_scrolling
from zwk_barrier.model.statistics_report import Origin, View
from zwk_barrier.problems import Problem
from zwk_barrier.rules.quarters import period_title
from zwk_barrier.statistics.dimensions.dimension import region_of
from zwk_barrier.statistics.questions.questions import Answer, Question, ask
from zwk_barrier.store.journal import Changed
from zwk_barrier.wording import _


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks, and where."""

    region: str
    sees_cases: bool


def read_asker(session: Any, staff_id: UUID) -> Asker:
    """Who asks, and where."""
    return Asker(region_of(session), role_of(session, staff_id) in SEEING_CASES)


def read_answer(session: Any, question: Question, view: View, staff_id: UUID) -> Answer:
    """The answer for this person; raises InputProblem for what is not answered, NotAllowed for exact figures."""
    sees_cases = role_of(session, staff_id) in SEEING_CASES
    return ask(session, question, view, may_see_cases=sees_cases)


class QuestionTab(QWidget):
    """The tab „Frage“; the last questions are kept in ``preferences``."""

    def __init__(
        self,
        desk: Desk,
        *,
        preferences: Preferences | None = None,
        today: Callable[[], date] = this_day,
    ) -> None:
        super().__init__()
        self.setObjectName("question_tab")
        self._desk, self._preferences = desk, preferences
        self._recent: list[Question] = []
        self._asker: Asker | None = None
        self.choice = QuestionChoice("question_choice", today())
        self._progress = ProgressStrip("question_progress")
        self.answer = AnswerCard("answer")
        self._side = Card("question_recent_card", title=_("Zuletzt gefragt"))
        self.rows = self._side.add(RowList("question_recent", title=_("Zuletzt gefragt")))
        self._lay_out()
        self._connect()

    def title(self) -> str:
        """What the window is called while this tab is shown."""
        return _("Frage an die Statistik")

    def show_destination(self, destination: ToStatistics) -> None:
        """Asks again what was asked last."""
        del destination
        me = self._desk.store.staff_id
        self._desk.ask(lambda session: read_asker(session, me), then=self._begin, owner=self)

    def leave(self) -> None:
        """Nothing here has to be kept but the list that closes."""
        self.choice.box.close_hits()

    def _begin(self, asker: Asker) -> None:
        self._asker = asker
        self.choice.take_region(asker.region)
        self.choice.show_rights(sees_cases=asker.sees_cases)
        if self._preferences is not None:
            self._recent = read(self._preferences.statistics_questions, asker.region)
        self._show_recent()
        self._ask()

    def _ask(self) -> None:
        if self._asker is None:
            return
        question, view, me = self.choice.question(), self.choice.view(), self._desk.store.staff_id
        self._progress.begin(_("{period} wird ausgezählt …").format(period=period_title(question.period)))
        self._desk.ask(
            lambda session: read_answer(session, question, view, me),
            then=self._show,
            failed=self._refuse,
            owner=self,
        )

    def _show(self, answer: Answer) -> None:
        self._progress.finish()
        if answer.question != self.choice.question():
            return  # another question was asked in between
        self.answer.show_answer(answer, self._asker.region if self._asker is not None else "")
        question = answer.question
        if question.rows is not None or question.columns is not None or question.where:
            self._recent = with_newest(self._recent, question)
            if self._preferences is not None:
                self._preferences.statistics_questions = written(self._recent)
            self._show_recent()

    def _refuse(self, problem: Problem) -> None:
        self._progress.finish()
        can_look = self._asker is not None and self._asker.sees_cases and self.choice.view() == "protected"
        self.answer.show_problem(problem, can_look_inside=can_look)

    def _look_inside(self) -> None:
        self.choice.choose_view("internal")
        self._ask()

    def _ask_again(self, question: Question) -> None:
        self.choice.show_question(question)
        self._ask()

    def _show_recent(self) -> None:
        region = self._asker.region if self._asker is not None else ""
        told = [(one, *question_words(one, region)) for one in self._recent]
        self.rows.show_rows([Row(one, title, note=filters) for one, title, filters in told])
        self._side.setVisible(bool(self._recent))

    def _open(self, title: str, origin: Origin) -> None:
        CaseListDialog(self._desk, self.window(), self.choice.period.period, title, origin).begin()

    def _reread(self, changed: Changed) -> None:
        if self.isVisible() and (changed.touches("frozen_period") or self.choice.view() == "internal"):
            self._ask()

    def _copied(self) -> None:
        self._desk.say(_("Die Tabelle liegt in der Zwischenablage."))

    def _lay_out(self) -> None:
        columns = Columns("question_columns_of_page", fold_at=880)
        columns.add(self.answer, 9)
        columns.add(self._side, 5)
        ground = QWidget()
        column = QVBoxLayout(ground)
        column.setContentsMargins(24, 20, 24, 96)
        column.setSpacing(4)
        column.addWidget(PageTitle(_("Frage"), name="question_title"))
        hint = _("Wählen Sie, was gezählt wird; die Antwort steht sofort da.")
        column.addWidget(SoftText(hint, name="question_hint"))
        column.addSpacing(8)
        column.addWidget(self.choice)
        column.addWidget(self._progress)
        column.addSpacing(12)
        column.addWidget(columns)
        column.addStretch()
        self._side.hide()
        fill_scrolling(self, "question_scroll", ground)

    def _connect(self) -> None:
        self.choice.changed.connect(self._ask)
        self.rows.activated.connect(self._ask_again)
        self.answer.inside_wanted.connect(self._look_inside)
        self.answer.opened.connect(self._open)
        self.answer.copied.connect(self._copied)
        self._desk.changed.connect(self._reread)
