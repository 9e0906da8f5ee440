"""Asks which documents of which cases to write where, writes them, and says at the end what came of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final
from uuid import UUID

import shiboken6
from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from zwk_barrier.casework.printing.batches import BatchCase, cases_with_last_visits, visits_of_month
from zwk_barrier.casework.printing.printed_documents import keep_batch
from zwk_barrier.desktop.desk import Desk, Question
from zwk_barrier.desktop.destinations import (
    Destination,
    ToCaseReport,
    ToClientCopy,
    ToCraftPlan,
    ToHandover,
    ToPrivacyNotice,
    ToVisitReport,
)
from zwk_barrier.desktop.preview.batch import BatchOutcome, Wanted, write_batch
from zwk_barrier.desktop.widgets.buttons import Kind
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.date_field import this_day
from zwk_barrier.desktop.widgets.dialogs import Dialog
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.desktop.widgets.headings import BodyText
from zwk_barrier.desktop.widgets.path_field import PathField, Pick
from zwk_barrier.desktop.widgets.progress import SHOWN_AFTER, ProgressStrip
from zwk_barrier.problems import Problem
from zwk_barrier.wording import _, ngettext

if TYPE_CHECKING:
    from zwk_barrier.desktop.background import CancelToken

_MARKED: Final = "marked"
_MONTH: Final = "month"
_LISTED: Final = "listed"
_MOST_FAULTS: Final = 5
_OF_A_VISIT: Final[Mapping[str, Callable[[UUID], Destination]]] = {
    "report": ToVisitReport,
    "copy": ToClientCopy,
}
_OF_A_CASE: Final[Mapping[str, Callable[[UUID], Destination]]] = {
    "handover": ToHandover,
    "case_report": ToCaseReport,
    "craft": ToCraftPlan,
    "notice": ToPrivacyNotice,
}

_Faults = tuple[tuple[str, str], ...]


class BatchDialog(Dialog):
    """``listed`` reads the cases that the list shows now, in its order; ``marked`` are those marked in it."""

    def __init__(
        self, desk: Desk, parent: QWidget, listed: Question[Sequence[UUID]], marked: Sequence[UUID] = ()
    ) -> None:
        super().__init__(parent, "batch", _("Sammeldruck"))
        self._desk, self._listed, self._marked = desk, listed, marked
        self._token: CancelToken | None = None
        rows = self.add(FormRows("batch_rows", columns=1))
        self._document = rows.row(
            _("&Dokument"), ChoiceField("batch_document", _documents(), is_optional=False)
        )
        scopes = [(_MONTH, _("Alle Hausbesuche dieses Monats")), (_LISTED, _("Alle Fälle der Liste"))]
        if marked:
            words = ngettext("{n} markierter Fall", "{n} markierte Fälle", len(marked))
            scopes.insert(0, (_MARKED, words.format(n=len(marked))))
        self._scope = rows.row(
            _("&Fälle"),
            ChoiceField("batch_scope", scopes, is_optional=False),
            hint=_("Von jedem Fall gilt der letzte Hausbesuch."),
        )
        self._folder = rows.row(_("&Ordner"), PathField("batch_folder", pick=Pick.FOLDER))
        self._folder.set_path(
            Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        )
        self._document.set_value("report")
        self._scope.set_value(_MARKED if marked else _MONTH)
        self._progress = self.add(ProgressStrip("batch_progress"))
        self._told = self.add(BodyText(name="batch_told"))
        self._told.hide()
        self.add_button("close", _("Schließen"))
        self._write = self.add_button(
            "write", _("Dokumente schreiben"), kind=Kind.PRIMARY, closes=False, then=self._ask
        )
        self.finished.connect(self._stop)

    def _ask(self) -> None:
        folder = self._folder.path()
        is_there = folder is not None and folder.is_dir()
        self._folder.failed.emit("" if is_there else _("Wählen Sie einen Ordner, den es gibt."))
        if not is_there or folder is None or self._token is not None:
            return
        self._write.setEnabled(False)  # from now on: pressed twice, everything would be written twice
        day, scope, chosen = this_day(), self._scope.value(), tuple(self._marked)
        listed: Question[Sequence[UUID]] = self._listed if scope == _LISTED else lambda _session: chosen

        find: Question[list[BatchCase]] = lambda session: (  # noqa: E731 - typed by what asks it
            visits_of_month(session, day, day)
            if scope == _MONTH
            else cases_with_last_visits(session, listed(session), day)
        )
        self._desk.ask(
            find, then=lambda found: self._begin(found, folder), failed=self._tell_problem, owner=self
        )

    def _begin(self, found: Sequence[BatchCase], folder: Path) -> None:
        wanted, without = _wanted(self._document.value() or "report", found)
        if not wanted:
            self._end()
            self._tell(_("Dazu gibt es keinen Hausbesuch."))
            return
        self._told.hide()
        desk, store, day = self._desk, self._desk.store, this_day()

        def written(outcome: BatchOutcome) -> None:
            if outcome.written:  # also when the dialog was closed meanwhile: the files are there
                now = datetime.now(UTC)
                desk.do(lambda store: keep_batch(store, outcome.written, now))
            if shiboken6.isValid(self):
                self._show_outcome(replace(outcome, faults=(*without, *outcome.faults)))
            else:
                desk.say(_summary(outcome).partition("\n")[0])

        token = self._token = self._desk.work.run_long(
            lambda progress, token: write_batch(store, wanted, folder, day, progress=progress, token=token),
            then=written,
            failed=desk.failing.emit,
            progress=lambda share: self._progress.show_share(share) if shiboken6.isValid(self) else None,
            owner=desk,
        )
        self._progress.begin(
            ngettext(
                "{count} Dokument wird geschrieben …", "{count} Dokumente werden geschrieben …", len(wanted)
            ).format(count=len(wanted)),
            cancel=token.cancel,
        )
        QTimer.singleShot(2 * SHOWN_AFTER, self._progress, lambda: _reveal(self._progress))

    def _show_outcome(self, outcome: BatchOutcome) -> None:
        self._end()
        self._tell(_summary(outcome))

    def _tell_problem(self, problem: Problem) -> None:
        self._end()
        self._tell(str(problem))

    def _tell(self, sentence: str) -> None:
        self._told.setText(sentence)
        self._told.show()
        QTimer.singleShot(0, self._told, lambda: _reveal(self._told))

    def _end(self) -> None:
        self._token = None
        self._progress.finish()
        self._write.setEnabled(True)

    def _stop(self) -> None:
        if self._token is not None:
            self._token.cancel()


def _reveal(part: QWidget) -> None:
    """Brings a part into view from its top on, where the dialog is higher than the screen."""
    area, top = part.parentWidget(), part.y()
    while area is not None and not isinstance(area, QScrollArea):
        top += area.y()
        area = area.parentWidget()
    if area is not None and part.isVisible():
        area.verticalScrollBar().setValue(area.verticalScrollBar().value() + top)


def _documents() -> list[tuple[str, str]]:
    return [
        ("report", _("Besuchsberichte")),
        ("copy", _("Kurzberichte für die Person")),
        ("handover", _("Blätter „In 30 Sekunden“")),
        ("case_report", _("Fallberichte")),
        ("craft", _("Maßnahmenpläne")),
        ("notice", _("Datenschutzinformationen")),
    ]


def _wanted(document: str, found: Sequence[BatchCase]) -> tuple[list[Wanted], _Faults]:
    """What is to be written, and the cases that have no visit to write of."""
    if (of_a_case := _OF_A_CASE.get(document)) is not None:
        names = {one.case_id: one.name for one in found}
        return [(of_a_case(case_id), name) for case_id, name in names.items()], ()
    of_a_visit = _OF_A_VISIT[document]
    wanted = [(of_a_visit(one.visit_id), one.name) for one in found if one.visit_id is not None]
    none = _("Es gab noch keinen Hausbesuch.")
    return wanted, tuple((one.name, none) for one in found if one.visit_id is None)


def _summary(outcome: BatchOutcome) -> str:
    count = sum(1 for printing, _digest in outcome.written if not printing.is_faulty)
    said = ngettext("{count} Dokument geschrieben", "{count} Dokumente geschrieben", count)
    checked = _("geprüft: barrierefrei (PDF/UA-1, PDF/A-2a)") if count else ""
    lines = [" · ".join(part for part in (said.format(count=count), checked) if part)]
    if outcome.left:
        lines.append(_("Abgebrochen. Nicht geschrieben:"))
        lines += _the_first(outcome.left)
    if outcome.faults:
        lines.append(_("Nicht in Ordnung:"))
        lines += _the_first([f"{name}: {why}" for name, why in outcome.faults])
    return "\n".join(lines)


def _the_first(told: Sequence[str]) -> list[str]:
    """A handful of them, and how many more there are."""
    if (more := len(told) - _MOST_FAULTS) <= 0:
        return list(told)
    return [
        *told[:_MOST_FAULTS],
        ngettext("und {count} weiteres", "und {count} weitere", more).format(count=more),
    ]
