"""The answer to a question: the number, of how many, how it is counted, and a table with bars."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from zwk_barrier.desktop.statistics.question_offers import axis_title
from zwk_barrier.desktop.statistics.question_words import asked
from zwk_barrier.desktop.statistics.shown_words import figure_of, words_of
from zwk_barrier.desktop.widgets.bar_chart import BarRow, BarTable
from zwk_barrier.desktop.widgets.buttons import Button
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.chips import Chip, Tone
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.headings import BodyText, FigureText, SectionTitle, SoftText
from zwk_barrier.model.statistics_report import Origin, Shown
from zwk_barrier.problems import Problem
from zwk_barrier.rules.typed import format_date
from zwk_barrier.statistics.questions.questions import Answer
from zwk_barrier.statistics.questions.thin_groups import LEAST_DIVIDED
from zwk_barrier.wording import _

_TOTAL: Final = ""
_LEAST: Final = 5


class AnswerCard(Card):
    """Shows an answer, or why there is none."""

    opened = Signal(str, object)
    """What a figure is called and the :class:`Origin` of its cases."""

    inside_wanted = Signal()
    copied = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._answer: Answer | None = None
        self._region = ""
        self._heading = self.add(SectionTitle(name=f"{name}_title"))
        self._inside = Chip(_("Interne Zahlen – nicht weitergeben"), Tone.SOON, icon="eye")
        self._inside.setObjectName(f"{name}_inside")
        self._marks = self.add(self._in_flow(f"{name}_marks", self._inside))
        self._total = self.add(FigureText(name=f"{name}_total"))
        self._of = self.add(SoftText(name=f"{name}_of"))
        self._filters = self.add(BodyText(name=f"{name}_filters"))
        self.table = self.add(BarTable(f"{name}_table", _("Antwort")))
        self._definition = self.add(BodyText(name=f"{name}_definition"))
        self._state = self.add(SoftText(name=f"{name}_state"))
        self._why = self.add(BodyText(name=f"{name}_why"))
        self._look = Button(f"{name}_look_inside", _("&Interne Zahlen ansehen"), icon="eye")
        self._copy = Button(f"{name}_copy", _("Als Tabelle &kopieren"), icon="copy")
        self._copy.setToolTip(_("Die ganze Tabelle in die Zwischenablage (in der Tabelle: Strg+C)"))
        self.add(self._in_flow(f"{name}_deeds", self._copy, self._look))
        self.table.opened.connect(self._open)
        self._copy.clicked.connect(self._copy_table)
        self._look.clicked.connect(self.inside_wanted)
        self._show_parts(is_answered=False)
        self._why.hide()

    def show_answer(self, answer: Answer, region: str) -> None:
        """Shows an answer."""
        self._answer, self._region = answer, region
        is_internal = answer.view == "internal"
        self._heading.setText(asked(answer.question, region))
        self._total.setText(words_of(answer.total, _LEAST))
        self._total.setAccessibleName(figure_of(answer.total, _LEAST).said)
        self._of.setText(_of_how_many(answer))
        self._filters.setText(_("Nur: {filters}").format(filters="; ".join(answer.filters)))
        self._definition.setText(_("So ist gezählt: {definition}").format(definition=answer.definition))
        self._state.setText(_state(answer))
        self._show_parts(is_answered=True)
        self._marks.setVisible(is_internal)
        self._of.setVisible(bool(answer.filters))
        self._filters.setVisible(bool(answer.filters))
        has_table = bool(answer.rows or answer.columns)
        self.table.setVisible(has_table)
        self._copy.setVisible(has_table)
        if has_table:
            self._fill(answer)

    def show_problem(self, problem: Problem, *, can_look_inside: bool) -> None:
        """Says why there is no answer, and offers the exact figures to those who may see them."""
        self._answer = None
        self._show_parts(is_answered=False)
        self._heading.setText(problem.sentence)
        self._why.setText(problem.advice)
        self._why.setVisible(bool(problem.advice))
        self._look.setVisible(can_look_inside)

    def _in_flow(self, name: str, *widgets: QWidget) -> Flow:
        line = Flow(name)
        for widget in widgets:
            line.add(widget)
        return line

    def _show_parts(self, *, is_answered: bool) -> None:
        for part in (self._total, self._of, self._filters, self.table, self._definition, self._state):
            part.setVisible(is_answered)
        self._copy.setVisible(is_answered)
        self._marks.setVisible(is_answered)
        self._why.setVisible(not is_answered)
        self._look.setVisible(False)

    def _fill(self, answer: Answer) -> None:
        question = answer.question
        down = question.rows or question.columns
        head = axis_title(down, self._region) if down is not None else ""
        across = answer.columns if question.rows is not None else ()
        columns = (_("zusammen"), *(label for _code, label in across))
        rows = [self._row(answer, code, label, across) for code, label in _lines(answer)]
        total = self._row(answer, _TOTAL, _("zusammen"), across)
        self.table.setAccessibleName(asked(question, self._region))
        self.table.show_table(
            head, columns, [*rows, BarRow(total.title, total.figures, is_total=True)], bars=0
        )

    def _row(self, answer: Answer, code: str, label: str, across: tuple[tuple[str, str], ...]) -> BarRow:
        codes = (_TOTAL, *(one for one, _label in across))
        figures = (self._shown(answer, code, other) for other in codes)
        can_open = bool(answer.origins)
        return BarRow(label, tuple(figure_of(one, _LEAST, can_open=can_open) for one in figures))

    def _shown(self, answer: Answer, code: str, other: str) -> Shown:
        return answer.cells.get(_key(answer, code, other), Shown(0))

    def _open(self, row: int, column: int) -> None:
        answer = self._answer
        if answer is None:
            return
        codes = [code for code, _label in _lines(answer)] + [_TOTAL]
        across = answer.columns if answer.question.rows is not None else ()
        other = (_TOTAL, *(code for code, _label in across))[column]
        origin: Origin | None = answer.origins.get(_key(answer, codes[row], other))
        if origin is not None:
            self.opened.emit(asked(answer.question, self._region), origin)

    def _copy_table(self) -> None:
        is_internal = self._answer is not None and self._answer.view == "internal"
        self.table.copy(_("Interne Zahlen – nicht weitergeben") if is_internal else "")
        self.copied.emit()


def _lines(answer: Answer) -> tuple[tuple[str, str], ...]:
    """What stands below each other: the rows, or the columns where there are none."""
    return answer.rows if answer.question.rows is not None else answer.columns


def _key(answer: Answer, code: str, other: str) -> tuple[str, str]:
    return (code, other) if answer.question.rows is not None else (_TOTAL, code)


def _of_how_many(answer: Answer) -> str:
    whole = words_of(answer.of, _LEAST)
    share = _share(answer)
    return (
        _("von {whole} im selben Zeitraum ({share})").format(whole=whole, share=share)
        if share
        else _("von {whole} im selben Zeitraum").format(whole=whole)
    )


def _share(answer: Answer) -> str:
    """How much of the whole that is; empty where one of both may not be told."""
    now, whole = answer.total.value, answer.of.value
    if now is None or not whole:
        return ""
    return _("{share}\N{NO-BREAK SPACE}%").format(share=round(100 * now / whole))


def _state(answer: Answer) -> str:
    if answer.view == "internal":
        return _("Genau, aus den Daten von jetzt.")
    day = "" if answer.frozen_at is None else format_date(answer.frozen_at.astimezone().date())
    marks = {one.mark for one in (*answer.cells.values(), answer.of)}
    told = [_("Stand eingefroren am {day}.").format(day=day)]
    if "small" in marks:
        told.append(_("Zahlen unter {least} stehen als „< {least}“.").format(least=_LEAST))
    if "hidden" in marks:
        told.append(_("„verdeckt“ sind kleine Zahlen und solche, aus denen sie sich errechnen ließen."))
    if "few" in marks:
        why = _("„zu wenige“ heißt: Gruppen unter {least} werden nach außen nicht weiter unterteilt.")
        told.append(why.format(least=LEAST_DIVIDED))
    return " ".join(told)
