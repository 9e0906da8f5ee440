"""Handing figures on, step by step: what, for whom, how they are protected, into which files."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QStackedWidget, QWidget

from zwk_barrier.desktop.background import CancelToken
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.statistics import export_work
from zwk_barrier.desktop.statistics.export_protection import ProtectionStep
from zwk_barrier.desktop.statistics.export_steps import AudienceStep, FilesStep, WhatStep
from zwk_barrier.desktop.statistics.export_work import Asked, CoarseningTold
from zwk_barrier.desktop.statistics.file_output import write_checked
from zwk_barrier.desktop.statistics.report_reading import Wanted
from zwk_barrier.desktop.style.look import current_look
from zwk_barrier.desktop.widgets.buttons import Kind
from zwk_barrier.desktop.widgets.date_field import this_day
from zwk_barrier.desktop.widgets.dialogs import Dialog
from zwk_barrier.desktop.widgets.headings import SoftText
from zwk_barrier.desktop.widgets.scroll import ScrollPage
from zwk_barrier.problems import InputProblem, Problem, UnsafeRelease
from zwk_barrier.rules.quarters import period_title
from zwk_barrier.statistics.handing_out import HandedOut
from zwk_barrier.wording import _, ngettext

if TYPE_CHECKING:
    from zwk_barrier.statistics.microdata.release import Plan
    from zwk_barrier.statistics.microdata.search import Node

_WHAT, _WHOM, _HOW, _FILES = range(4)
_NAMES: Final[tuple[Callable[[], str], ...]] = (
    lambda: _("Was"),
    lambda: _("Für wen und wozu"),
    lambda: _("Schutz"),
    lambda: _("Dateien"),
)
_WIDTH, _HEIGHT = 800, 680  # px at 100 %


def open_export_wizard(desk: Desk, parent: QWidget, wanted: Wanted) -> None:
    """Opens the wizard for the figures of a closed period, counted as the report counts them."""
    ExportWizard(desk, parent, wanted).begin()


class ExportWizard(Dialog):
    """Four steps; nothing is written before the last, and nothing is registered that was not written."""

    def __init__(
        self, desk: Desk, parent: QWidget, wanted: Wanted, today: Callable[[], date] = this_day
    ) -> None:
        title = _("{period} weitergeben").format(period=period_title(wanted.period))
        super().__init__(parent, "export", title)
        self._desk, self._wanted, self._today = desk, wanted, today
        self._token: CancelToken | None = None
        self._written: HandedOut | None = None
        self._where = self.add(SoftText(name="export_where"))
        self.what, self.whom, self.how, self.files = WhatStep(), AudienceStep(), ProtectionStep(), FilesStep()
        self._steps = QStackedWidget()
        self._steps.setObjectName("export_steps")
        for step in (self.what, self.whom, self.how, self.files):
            self._steps.addWidget(ScrollPage(f"{step.objectName()}_scroll", step))
        self.add(self._steps, 1)
        self._close = self.add_button("close", _("Abbrechen"))
        self._back = self.add_button(
            "back", _("&Zurück"), closes=False, then=lambda: self._show(self._step - 1)
        )
        self._open = self.add_button("open", _("Ordner öffnen"), closes=False, then=self._open_folder)
        self._on = self.add_button("on", _("&Weiter"), kind=Kind.PRIMARY, closes=False, then=self._go_on)
        self.how.node_wanted.connect(self._ask_for)
        self.finished.connect(self._stop)
        self._fit()

    def begin(self) -> None:
        """Opens it at the first step."""
        self.open()
        self._show(_WHAT)

    @property
    def asked(self) -> Asked:
        """What the first steps say."""
        return Asked(self._wanted, self.what.what, self.whom.audience_kind, self.whom.audience)

    @property
    def _step(self) -> int:
        return self._steps.currentIndex()

    def _show(self, step: int) -> None:
        self._steps.setCurrentIndex(step)
        self._where.setText(
            _("Schritt {n} von {all}: {name}").format(n=step + 1, all=len(_NAMES), name=_NAMES[step]())
        )
        self._back.setVisible(step > _WHAT and self._written is None)
        self._open.setVisible(self._written is not None)
        self._on.setText(_("Prüfen und &weitergeben") if step == _FILES else _("&Weiter"))
        self._on.setVisible(self._written is None)
        self._on.setEnabled(True)
        begins = (self.what.field, self.whom.kind, self._on, self.files.folder)
        begins[step].setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self) -> None:
        if self._token is not None:
            return
        if self._step == _WHAT:
            self.files.suit(self.what.what)
            self._show(_WHOM)
        elif self._step == _WHOM:
            missing = self.whom.lacks()
            if missing is not None:
                missing.setFocus(Qt.FocusReason.OtherFocusReason)
                return
            self._show(_HOW)
            self._prepare()
        elif self._step == _HOW:
            self._show(_FILES)
        else:
            self._hand_on()

    def _prepare(self) -> None:
        """Looks for what can be handed on; the way on opens when it is there."""
        self.how.begin()
        self._on.setEnabled(False)
        store, asked, day = self._desk.store, self.asked, self._today()
        if asked.what == "tables":
            self._desk.work.ask(
                lambda: export_work.tables_told(store, asked, day),
                then=self._show_tables,
                failed=self._refuse,
                owner=self,
            )
            return
        self._token = self._desk.work.run_long(
            lambda progress, token: export_work.plan(store, asked, progress, token),
            then=self._show_plan,
            failed=self._refuse,
            progress=lambda share: self.how.progress.show_share(share) if shiboken6.isValid(self) else None,
            owner=self,
        )
        self.how.progress.begin(
            _("Es wird gesucht, was sicher ist und am wenigsten verliert …"), cancel=self._cancel
        )

    def _show_tables(self, told: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
        self.how.show_tables(*told)
        self._on.setEnabled(True)
        self._on.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_plan(self, plan: "Plan") -> None:
        self._token = None
        self.how.progress.finish()
        self._on.setEnabled(plan.found is None)
        self.how.show_plan(plan)
        if plan.found is None:
            self._on.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_for(self, node: "Node") -> None:
        plan = self.how.plan
        if plan is None:
            return
        self._on.setEnabled(False)
        self._desk.work.ask(
            lambda: export_work.told_of(plan, node),
            then=self._show_coarsening,
            failed=self._refuse,
            owner=self,
        )

    def _show_coarsening(self, told: CoarseningTold) -> None:
        is_first = self.how.node is None
        self.how.show_coarsening(told)
        self._on.setEnabled(True)
        if is_first:
            self.how.finest.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hand_on(self) -> None:
        formats, folder = self.files.formats(), self.files.place()
        if not formats:
            self.files.tell(_("Wählen Sie mindestens eine Art von Datei."), "")
        if not formats or folder is None:
            wrong = self.files.folder if formats else self.files.kinds["xlsx"]
            wrong.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.files.tell("", "")
        self._on.setEnabled(False)
        store, asked, day = self._desk.store, self.asked, self._today()
        planned, node = self.how.plan, self.how.node

        def work(progress: Callable[[float], object], token: CancelToken) -> HandedOut:
            if planned is not None:
                return export_work.hand_on_microdata(
                    store, asked, planned, node, folder, formats, progress, token
                )
            return write_checked(
                store,
                asked.wanted,
                folder,
                formats,
                day,
                progress=progress,
                token=token,
                audience=asked.audience,
            )

        self._token = self._desk.work.run_long(
            work,
            then=self._show_written,
            failed=lambda problem: self._refuse(problem) if shiboken6.isValid(self) else None,
            progress=lambda share: self.files.progress.show_share(share) if shiboken6.isValid(self) else None,
            owner=self._desk,
        )
        self.files.progress.begin(_("Die Dateien werden geschrieben und angegriffen …"), cancel=self._cancel)

    def _show_written(self, written: HandedOut) -> None:
        """Tells it also when the wizard was closed too late to stop: the files are there."""
        self._desk.changed.emit(written.changed)
        told = ngettext(
            "{n} Datei liegt in {folder} und steht im Verzeichnis der Weitergaben.",
            "{n} Dateien liegen in {folder} und stehen im Verzeichnis der Weitergaben.",
            len(written.files),
        ).format(n=len(written.files), folder=written.folder)
        if not shiboken6.isValid(self):
            self._desk.say(told)
            return
        self._token, self._written = None, written
        self.files.progress.finish()
        self._show(_FILES)
        self._close.setText(_("Schließen"))
        self.files.tell(_("Nichts lässt sich bestimmen."), told)
        self._open.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refuse(self, problem: Problem) -> None:
        self._token = None
        for strip in (self.how.progress, self.files.progress):
            strip.finish()
        self._on.setEnabled(self._step != _HOW)
        if isinstance(problem, InputProblem) and problem.field == "recipient":
            self._show(_WHOM)
            self.whom.refuse_recipient(str(problem))
            self.whom.recipient.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._step == _HOW:
            self.how.text.setText(str(problem))
        else:
            title = _("Das verriete zu viel.") if isinstance(problem, UnsafeRelease) else _("Das ging nicht.")
            self.files.tell(title, str(problem))
            self.files.folder.setFocus(Qt.FocusReason.OtherFocusReason)

    def _cancel(self) -> None:
        if self._token is not None:
            self._token.cancel()
        self._token = None
        for strip in (self.how.progress, self.files.progress):
            strip.finish()
        if self._step == _HOW:
            self._show(_WHOM)
        else:
            self._on.setEnabled(True)
            self.files.tell(_("Abgebrochen. Es wurde nichts geschrieben."), "")

    def _stop(self) -> None:
        if self._token is not None:
            self._token.cancel()

    def _open_folder(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written.folder)))

    def _fit(self) -> None:
        look, room = current_look(), self.screen().availableGeometry()
        self.resize(min(look.px(_WIDTH), room.width() - 48), min(look.px(_HEIGHT), room.height() - 48))
