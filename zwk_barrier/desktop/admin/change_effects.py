"""Which open cases a change touches: counted in the background, told in a sentence and a table."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.casework.payers.programme_effects import Effects, dry_run
from zwk_barrier.desktop.admin.told_table import Line, ToldTable
from zwk_barrier.desktop.destinations import ToCase
from zwk_barrier.desktop.widgets.headings import BodyText, SoftText
from zwk_barrier.desktop.widgets.progress import ProgressStrip
from zwk_barrier.desktop.widgets.table import Column
from zwk_barrier.rules.typed import format_date
from zwk_barrier.wording import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from zwk_barrier.desktop.background import CancelToken
    from zwk_barrier.desktop.desk import Desk
    from zwk_barrier.problems import Problem
    from zwk_barrier.reference.programmes import Change

_SHOWN: Final = 8


class ChangeEffects(QWidget):
    """Shows nothing until it is asked; Enter on a case goes there."""

    known = Signal()
    """The effects of the change asked for are shown."""

    refused = Signal(object)
    """A Problem: the change cannot be."""

    def __init__(self, desk: "Desk", name: str, *, today: "Callable[[], date]") -> None:
        super().__init__()
        self.setObjectName(name)
        self._desk, self._today = desk, today
        self._token: CancelToken | None = None
        self._change: Change | None = None
        self._strip = ProgressStrip(f"{name}_progress")
        self._summary = BodyText(name=f"{name}_summary")
        self._table = ToldTable(f"{name}_table", _("Fälle, die sich ändern"), _columns(), most=_SHOWN)
        self._keeping = SoftText(name=f"{name}_keeping")
        self._table.opened.connect(lambda case_id: desk.go(ToCase(case_id, "funding")))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self._strip, self._summary, self._table, self._keeping):
            column.addWidget(part)
        self.clear()

    def ask(self, change: "Change") -> None:
        """Looks at every open case; a question before this one is dropped."""
        self.clear()
        self._change, today, store = change, self._today(), self._desk.store

        def run(progress: "Callable[[float], None]", token: "CancelToken") -> Effects:
            def watch(share: float) -> None:
                token.check()
                progress(share)

            with store.reading() as session:
                return dry_run(session, change, today, watch)

        self._token = self._desk.work.run_long(
            run, then=self._show, failed=self._refuse, progress=self._strip.show_share, owner=self
        )
        self._strip.begin(_("Die offenen Fälle werden durchgesehen …"), cancel=self._stop)

    def clear(self) -> None:
        """Forgets what was asked."""
        if self._token is not None:
            self._token.cancel()
        self._token = self._change = None
        self._strip.finish()
        for part in (self._summary, self._table, self._keeping):
            part.hide()

    def _stop(self) -> None:
        self.clear()
        self._summary.setText(_("Abgebrochen. Es wurde nichts geändert."))
        self._summary.show()

    def _show(self, effects: Effects) -> None:
        if effects.change != self._change:
            return
        self._token = None
        self._strip.finish()
        self._summary.setText(summary(effects))
        self._summary.show()
        self._table.show_lines(
            [
                Line(one.case_id, (one.number, one.name, one.before, one.after), _told(effects, place))
                for place, one in enumerate(effects.affected)
            ]
        )
        self._table.setVisible(bool(effects.affected))
        self._keeping.setText(_keeping_in_words(effects))
        self._keeping.setVisible(bool(effects.keeping))
        self.known.emit()

    def _refuse(self, problem: "Problem") -> None:
        self.clear()
        self.refused.emit(problem)


def summary(effects: Effects) -> str:
    """How many of the open cases a change touches."""
    looked_at = ngettext("{count} offener Fall", "{count} offene Fälle", effects.looked_at)
    if not effects.affected:
        told = _("Durchgesehen: {cases}. Bei keinem ändert sich etwas.")
        return told.format(cases=looked_at.format(count=effects.looked_at))
    changing = _("Bei {count} ändert sich die Förderprüfung ab {day}.").format(
        count=len(effects.affected), day=format_date(effects.change.valid_from)
    )
    return _("Durchgesehen: {cases}. {changing}").format(
        cases=looked_at.format(count=effects.looked_at), changing=changing
    )


def _keeping_in_words(effects: Effects) -> str:
    """Which applications stay with the old rule, and which of them need a look."""
    told = ngettext(
        "{count} Antrag mit einem Tag davor bleibt beim alten Betrag.",
        "{count} Anträge mit einem Tag davor bleiben beim alten Betrag.",
        effects.keeping,
    ).format(count=effects.keeping)
    if not effects.undecided:
        return told
    waiting = ngettext(
        "{count} davon ist noch nicht entschieden: Welcher Betrag gilt, ist dort zu prüfen.",
        "{count} davon sind noch nicht entschieden: Welcher Betrag gilt, ist dort zu prüfen.",
        effects.undecided,
    ).format(count=effects.undecided)
    return f"{told} {waiting}"


def _told(effects: Effects, place: int) -> str:
    one = effects.affected[place]
    return _("Fall {number}, {name}: bisher {before}, dann {after}").format(
        number=one.number, name=one.name or "–", before=one.before, after=one.after
    )


def _columns() -> tuple[Column, ...]:
    return (
        Column("number", _("Fall"), 130),
        Column("name", _("Name"), 240),
        Column("before", _("Nach heutiger Regel"), 240),
        Column("after", _("Nach der Änderung"), 240),
    )
