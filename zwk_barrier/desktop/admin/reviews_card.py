"""Which translations of the client's copy a person has read, and the deed of saying so."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.casework.printing.review_sheet import called
from zwk_barrier.casework.printing.text_reviews import (
    LanguageReview,
    keep_review,
    language_reviews,
    take_back_review,
)
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import ToReviewSheet
from zwk_barrier.desktop.widgets.buttons import Kind
from zwk_barrier.desktop.widgets.chips import Tone
from zwk_barrier.desktop.widgets.date_field import DateField, this_day
from zwk_barrier.desktop.widgets.dialogs import Dialog
from zwk_barrier.desktop.widgets.fields import TextField
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.desktop.widgets.lists import Row, RowList
from zwk_barrier.problems import InputProblem, Problem
from zwk_barrier.rules.typed import format_date
from zwk_barrier.store.journal import Changed
from zwk_barrier.wording import _

if TYPE_CHECKING:
    from datetime import date

_PLACED_AFTER = 100  # ms


class ReviewList(QWidget):
    """A row a language; what was entered can be taken back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("reviews")
        self._desk = desk
        self._known: dict[str, LanguageReview] = {}
        self._wanted = ""  # the language that gets the keyboard once there are rows
        self._rows = RowList("review_rows", title=_("Übersetzungen"))
        self._rows.activated.connect(lambda language: desk.go(ToReviewSheet(language)))
        self._rows.acted.connect(self._act)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._rows)
        desk.changed.connect(self._reread)
        self._read()

    def choose(self, language: str) -> None:
        """Brings one language into view and gives it the keyboard, now or as soon as it is there."""
        self._wanted = language
        self._place()

    def _place(self) -> None:
        # Each row has its place a moment after it was made.
        if self._known:
            QTimer.singleShot(_PLACED_AFTER, self._rows, self._focus)

    def _focus(self) -> None:
        languages = list(self._known)
        self._rows.focus_row(languages.index(self._wanted) if self._wanted in languages else 0)
        self._wanted = ""

    def _read(self) -> None:
        self._desk.ask(language_reviews, then=self._show, owner=self)

    def _reread(self, changed: Changed) -> None:
        if changed.touches("text_review"):
            self._read()

    def _show(self, found: tuple[LanguageReview, ...]) -> None:
        self._known = {one.language: one for one in found}
        self._rows.show_rows([_row(one) for one in found])
        if self._wanted or self._rows.hasFocus():  # jumped to before there was a row
            self._place()

    def _act(self, language: object) -> None:
        one = self._known[cast("str", language)]
        if one.is_reviewed and one.review_id is not None:
            review_id = one.review_id
            self._desk.do(
                lambda store: take_back_review(store, review_id),
                then=lambda _nothing: self._desk.say(_("Die Prüfung ist zurückgenommen."), with_undo=True),
                owner=self,
            )
        else:
            Reviewing(self._desk, self.window(), one).open()


class Reviewing(Dialog):
    """Who has read the texts of one language, and when."""

    def __init__(self, desk: Desk, parent: QWidget, one: LanguageReview) -> None:
        super().__init__(parent, "reviewing", _("{language}: geprüft").format(language=called(one.language)))
        self._desk, self._language = desk, one.language
        form = self.add(FormRows("reviewing_form", columns=1))
        self._who = form.row(
            _("&Wer hat sie gelesen?"),
            TextField("review_who"),
            hint=_("Ein Mensch, der die Sprache spricht; bei Leichter Sprache aus der Zielgruppe"),
        )
        self._day = form.row(_("W&ann?"), DateField("review_day", latest=this_day))
        self._day.set_value(this_day())
        self.add_button("cancel", _("Abbrechen"))
        self.add_button("keep", _("Als geprüft festhalten"), kind=Kind.PRIMARY, closes=False, then=self._keep)
        self._who.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        if not all(field.settle() for field in (self._who, self._day)):
            return
        who, day = self._who.value() or "", cast("date | None", self._day.value()) or this_day()
        language = self._language
        self._desk.do(
            lambda store: keep_review(store, language, who, day),
            then=lambda _id: self._done(),
            failed=self._refused,
            owner=self,
        )

    def _done(self) -> None:
        self.accept()
        self._desk.say(_("Die Übersetzung gilt als geprüft."), with_undo=True)

    def _refused(self, problem: Problem) -> None:
        is_day = isinstance(problem, InputProblem) and problem.field == "reviewed_on"
        field = self._day if is_day else self._who
        field.failed.emit(str(problem))
        field.setFocus(Qt.FocusReason.OtherFocusReason)


def _row(one: LanguageReview) -> Row:
    day = format_date(one.reviewed_on) if one.reviewed_on else ""
    by = _("geprüft von {name} am {day}").format(name=one.reviewer, day=day)
    if one.is_reviewed:
        action = _("Zurücknehmen") if one.review_id is not None else ""
        return Row(
            one.language, called(one.language), note=by, badge=_("geprüft"), tone=Tone.GOOD, action=action
        )
    note = _("Die Texte sind seither andere: {by}").format(by=by) if one.is_outdated else ""
    return Row(one.language, called(one.language), note=note, badge=_("offen"), action=_("Geprüft …"))
