"""Asks why something is ordered before the approval: a reason keeps it, Escape leaves everything as it was."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from zwk_barrier.casework import records
from zwk_barrier.desktop.binding import Binding
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.widgets.buttons import Kind
from zwk_barrier.desktop.widgets.dialogs import Dialog
from zwk_barrier.desktop.widgets.fields import TextField
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.desktop.widgets.headings import BodyText
from zwk_barrier.model import Measure
from zwk_barrier.problems import EarlyStart, Problem
from zwk_barrier.wording import _


def ask_before_early_start(
    desk: Desk, binding: Binding, card: QWidget, show_again: Callable[[], None]
) -> None:
    """From now on asks whenever ``binding`` refuses an early order; ``show_again`` shows what is kept."""

    def refused(problem: Problem, values: Mapping[str, Any]) -> None:
        measure_id = binding.row_id
        if not isinstance(problem, EarlyStart) or measure_id is None:
            return

        def keep(reason: str) -> None:
            binding.give_up()
            desk.do(
                lambda store: records.keep(store, Measure, measure_id, **values, early_start_reason=reason),
                owner=card,
            )

        def leave() -> None:
            binding.give_up()
            show_again()

        _Question(card, problem, keep, leave).open()

    binding.refused.connect(refused)


class _Question(Dialog):
    """The question with the field for the reason, where the keyboard is."""

    def __init__(
        self, card: QWidget, problem: EarlyStart, keep: Callable[[str], None], leave: Callable[[], None]
    ) -> None:
        super().__init__(
            card.window(), "early_start", _("Vor der Zusage beauftragen?"), icon="triangle-alert"
        )
        self._keep = keep
        self.add(BodyText(_problem_words(problem), name="early_start_text"))
        form = self.add(FormRows("early_start_form", columns=1))
        self._reason = form.row(
            _("Grund"),
            TextField("early_start_reason"),
            hint=_("Zum Beispiel: Entlassung aus der Klinik am Montag, Förderung nicht gewünscht"),
        )
        self.add_button("leave", _("Nicht beauftragen"))
        button = self.add_button("keep", _("Trotzdem beauftragen"), kind=Kind.PRIMARY, closes=False)
        button.clicked.connect(self._answer)
        self.rejected.connect(leave)
        self._reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _answer(self) -> None:
        reason = self._reason.text().strip()
        if not reason:
            self._reason.failed.emit(_("Bitte einen Grund eingeben, oder mit Esc zurück."))
            self._reason.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.accept()
        self._keep(reason)


def _problem_words(problem: EarlyStart) -> str:
    return _("{problem} Der Grund wird bei der Maßnahme festgehalten.").format(problem=problem.sentence)
