"""Backing up, and checking that all is sound."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from zwk_barrier.casework.office.backups import LastBackup, back_up, last_backup
from zwk_barrier.desktop.admin.section import Section
from zwk_barrier.desktop.background import CancelToken
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.desktop.widgets.headings import BodyText
from zwk_barrier.desktop.widgets.path_field import PathField, Pick
from zwk_barrier.desktop.widgets.progress import ProgressStrip
from zwk_barrier.problems import Problem
from zwk_barrier.rules.typed import NBSP, format_date, format_time
from zwk_barrier.store.backup import BackupReport
from zwk_barrier.store.check import check_office
from zwk_barrier.store.layout import BACKUP_SUFFIX
from zwk_barrier.wording import _, ngettext

_MEGABYTE = 1_000_000


class BackupSection(Section):
    """Both run beside the window and can be stopped."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("backup")
        self._desk = desk
        self._add_backup_card()
        self._add_check_card()
        self._show_last(last_backup(desk.store.folder))

    def _add_backup_card(self) -> None:
        card = self.add_card(
            "make",
            _("Sichern"),
            _("Eine verschlüsselte Datei mit allem. Am besten auf einen anderen Datenträger."),
        )
        self._last = card.add(BodyText(name="backup_last"))
        form = card.add(FormRows("backup_form", columns=1))
        kinds = _("Sicherungen (*{suffix})").format(suffix=BACKUP_SUFFIX)
        self._target = form.row(
            _("&Datei"),
            PathField("backup_target", pick=Pick.NEW_FILE, kinds=kinds, file_suffix=BACKUP_SUFFIX),
        )
        self._make = card.add(
            Button("backup_make", _("Jetzt &sichern"), kind=Kind.PRIMARY, icon="hard-drive")
        )
        self._make.clicked.connect(self._back_up)
        self._making = card.add(ProgressStrip("backup_progress"))
        self._made = card.add(BodyText(name="backup_result"))
        self._made.hide()

    def _add_check_card(self) -> None:
        card = self.add_card(
            "check", _("Prüfen"), _("Sieht nach, ob Datenbank, Suche und jedes Foto heil sind.")
        )
        self._check = card.add(Button("backup_check", _("Jetzt &prüfen"), icon="shield-check"))
        self._check.clicked.connect(self._check_all)
        self._checking = card.add(ProgressStrip("check_progress"))
        self._checked = card.add(BodyText(name="check_result"))
        self._checked.hide()

    def _show_last(self, last: LastBackup | None) -> None:
        if last is None:
            self._last.setText(_("Bisher wurde noch nicht gesichert."))
            self._target.set_path(_suggested(None))
            return
        moment = last.made_at.astimezone()
        self._last.setText(
            _("Zuletzt gesichert am {day} um {time}\N{NO-BREAK SPACE}Uhr: {file}").format(
                day=format_date(moment.date()), time=format_time(moment.time()), file=last.path
            )
        )
        self._target.set_path(_suggested(last.path.parent))

    def _back_up(self) -> None:
        target = self._target.path()
        self._target.failed.emit("" if target is not None else _("Wählen Sie eine Datei."))
        if target is None:
            self._target.setFocus()
            return
        self._made.hide()
        self._make.setEnabled(False)
        store = self._desk.store
        token = self._desk.work.run_long(
            lambda progress, token: back_up(store, target, _counting(progress, token)),
            then=self._is_backed_up,
            failed=self._not_backed_up,
            progress=self._making.show_share,
            owner=self,
        )
        self._making.begin(_("Wird gesichert und geprüft …"), cancel=lambda: self._stop_backup(token))

    def _stop_backup(self, token: CancelToken) -> None:
        token.cancel()
        self._making.finish()
        self._make.setEnabled(True)
        self._tell(self._made, _("Abgebrochen. Eine ältere Sicherung ist unverändert."))

    def _is_backed_up(self, report: BackupReport) -> None:
        self._making.finish()
        self._make.setEnabled(True)
        self._show_last(last_backup(self._desk.store.folder))
        size = f"{max(1, round(report.size / _MEGABYTE))}{NBSP}MB"
        sentence = ngettext(
            "Gesichert, noch einmal geöffnet und geprüft: {count} Foto, {size}.",
            "Gesichert, noch einmal geöffnet und geprüft: {count} Fotos, {size}.",
            report.photos,
        ).format(count=report.photos, size=size)
        if report.photos_lost:
            sentence += " " + ngettext(
                "{count} Foto war schon vorher beschädigt und fehlt.",
                "{count} Fotos waren schon vorher beschädigt und fehlen.",
                report.photos_lost,
            ).format(count=report.photos_lost)
        self._tell(self._made, sentence)

    def _not_backed_up(self, problem: Problem) -> None:
        self._making.finish()
        self._make.setEnabled(True)
        self._tell(self._made, str(problem))

    def _check_all(self) -> None:
        self._checked.hide()
        self._check.setEnabled(False)
        store = self._desk.store
        token = self._desk.work.run_long(
            lambda progress, token: check_office(store, _counting(progress, token)),
            then=self._is_checked,
            failed=self._not_checked,
            progress=self._checking.show_share,
            owner=self,
        )
        self._checking.begin(_("Wird geprüft …"), cancel=lambda: self._stop_check(token))

    def _stop_check(self, token: CancelToken) -> None:
        token.cancel()
        self._checking.finish()
        self._check.setEnabled(True)

    def _is_checked(self, faults: list[str]) -> None:
        self._checking.finish()
        self._check.setEnabled(True)
        advice = _("Sichern Sie jetzt nicht über eine gute Sicherung, und holen Sie die letzte gute zurück.")
        self._tell(self._checked, " ".join([*faults, advice]) if faults else _("Alles ist heil."))

    def _not_checked(self, problem: Problem) -> None:
        self._checking.finish()
        self._check.setEnabled(True)
        self._tell(self._checked, str(problem))

    def _tell(self, text: BodyText, sentence: str) -> None:
        text.setText(sentence)
        text.show()


def _counting(progress: Callable[[float], None], token: CancelToken) -> Callable[[int, int], None]:
    """What the store counts, as a share; raises Cancelled once the person stopped the work."""

    def count(done: int, whole: int) -> None:
        token.check()
        progress(done / whole if whole else 1.0)

    return count


def _suggested(folder: Path | None) -> Path:
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    name, today = _("ZWK-Sicherung"), f"{datetime.now().astimezone():%Y-%m-%d}"
    return (folder or Path(documents)) / f"{name} {today}{BACKUP_SUFFIX}"
