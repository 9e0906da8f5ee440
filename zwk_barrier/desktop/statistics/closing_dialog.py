"""Closing a period: says in plain words what happens, how many doubtful records are left, and that it is final."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from zwk_barrier.desktop.background import CancelToken
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import ToDataQuality
from zwk_barrier.desktop.statistics.deeds import close_period
from zwk_barrier.desktop.statistics.report_reading import open_doubts
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.dialogs import Dialog
from zwk_barrier.desktop.widgets.forms import FormRow
from zwk_barrier.desktop.widgets.headings import BodyText, NoteText, StrongText
from zwk_barrier.desktop.widgets.progress import ProgressStrip
from zwk_barrier.overriding import override
from zwk_barrier.problems import Problem
from zwk_barrier.rules.quarters import Period, period_title
from zwk_barrier.statistics.periods.frozen import Method
from zwk_barrier.store.journal import Changed
from zwk_barrier.wording import _, ngettext

_EXPLAINED: Final[dict[Method, Callable[[], str]]] = {
    "rounding": lambda: _(
        "Zahlen von 1 bis 4 werden 0 oder 5. Alle Tabellen passen zusammen, und Sie können zu diesem Zeitraum "
        "weiter Fragen stellen."
    ),
    "dots": lambda: _(
        "Kleine Zahlen stehen nicht da, und so viele weitere, dass niemand sie ausrechnen kann; die übrigen sind "
        "genau. Es gibt nur die Tabellen der Vorlagen, und nur für diesen ganzen Zeitraum."
    ),
}


class ClosingDialog(Dialog):
    """For one period; ``closed`` tells that it is done."""

    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget, period: Period, today: date) -> None:
        named = period_title(period)
        super().__init__(parent, "closing", _("{period} abschließen").format(period=named))
        self._desk, self._period = desk, period
        self._token: CancelToken | None = None
        self.add(StrongText(_("Das lässt sich nicht zurücknehmen."), name="closing_final"))
        self.add(
            BodyText(
                _(
                    "Die Zahlen werden so festgehalten, wie sie jetzt sind, und bleiben bei jedem Lauf gleich. Was "
                    "Sie später für diese Zeit eintragen, zählt im ersten Quartal, das dann noch offen ist. Die "
                    "Fälle selbst bleiben, wie sie sind."
                ),
                name="closing_text",
            )
        )
        self._doubts = self.add(BodyText(name="closing_doubts"))
        self._look = self.add(Button("closing_look", _("&Hinweise ansehen"), kind=Kind.QUIET, icon="list"))
        self._look.hide()
        self._method = ChoiceField("closing_method", _methods(), is_optional=False)
        self.add(FormRow(_("&Schutz kleiner Zahlen"), self._method))
        self._explained = self.add(NoteText(name="closing_explained"))
        self._progress = self.add(ProgressStrip("closing_progress"))
        self._told = self.add(BodyText(name="closing_told"))
        self._told.hide()
        self._stay = self.add_button("no", _("Abbrechen"))
        self._close = self.add_button(
            "yes", _("Endgültig abschließen"), kind=Kind.PRIMARY, closes=False, then=self._do
        )
        self._method.set_value("rounding")
        self._explain("rounding")
        self._method.kept.connect(self._explain)
        self._look.clicked.connect(self._go_to_doubts)
        me = desk.store.staff_id
        desk.ask(lambda session: open_doubts(session, me, today), then=self._show_doubts, owner=self)

    def begin(self) -> None:
        """Opens it with the keyboard on the way back: nobody closes a period by accident."""
        self.open()
        self._stay.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def reject(self) -> None:
        """Goes away; what is being counted is stopped."""
        if self._token is not None:
            self._token.cancel()
        super().reject()

    def _explain(self, method: Method) -> None:
        self._explained.setText(_EXPLAINED[method]())
        self._grow()

    def _show_doubts(self, count: int | None) -> None:
        self._doubts.setText(_doubts_told(count))
        self._look.setVisible(count != 0)
        self._grow()

    def _grow(self) -> None:
        """Text has come: a dialog that is open takes the room for it."""
        if self.isVisible():
            self.fit()

    def _go_to_doubts(self) -> None:
        self.reject()
        self._desk.go(ToDataQuality())

    def _do(self) -> None:
        store, period, method = self._desk.store, self._period, self._method.value()
        self._told.hide()
        self._close.setEnabled(False)
        self._token = self._desk.work.run_long(
            lambda progress, token: close_period(
                store, period, method, datetime.now(UTC), _watched(progress, token)
            ),
            then=self._done,
            failed=self._refuse,
            progress=self._show_share,
            owner=self._desk,
            writes=True,
        )
        self._progress.begin(_("Die Zahlen werden festgehalten …"), cancel=self._cancel)
        self._grow()

    def _show_share(self, share: float) -> None:
        if isValid(self):
            self._progress.show_share(share)

    def _done(self, changed: Changed) -> None:
        """Tells the pages also when it was too late to stop."""
        if isValid(self):
            self._end()
            self.accept()
            self.closed.emit()
        self._desk.changed.emit(changed)

    def _refuse(self, problem: Problem) -> None:
        if isValid(self):
            self._end()
            self._tell(str(problem))

    def _cancel(self) -> None:
        if self._token is not None:
            self._token.cancel()
        self._end()
        self._tell(_("Abgebrochen. Der Zeitraum ist weiter offen."))

    def _tell(self, sentence: str) -> None:
        """Says it in the dialog, with the keyboard on the way back: the button of the progress is gone."""
        self._told.setText(sentence)
        self._told.show()
        self._grow()
        self._stay.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end(self) -> None:
        self._token = None
        self._progress.finish()
        self._close.setEnabled(True)


def _watched(progress: Callable[[float], None], token: CancelToken) -> Callable[[float], None]:
    """Tells the share, and stops the work once it is not wanted any more."""

    def told(share: float) -> None:
        token.check()
        progress(share)

    return told


def _doubts_told(count: int | None) -> str:
    if count is None:
        return _("Zur Datenqualität gibt es offene Hinweise.")
    if not count:
        return _("Zur Datenqualität gibt es keine offenen Hinweise.")
    words = ngettext(
        "Zu {n} Eintrag gibt es einen offenen Hinweis zur Datenqualität.",
        "Zu {n} Einträgen gibt es offene Hinweise zur Datenqualität.",
        count,
    )
    return words.format(n=count)


def _methods() -> list[tuple[str, str]]:
    return [("rounding", _("Runden (empfohlen)")), ("dots", _("Kleine Zahlen verdecken"))]
