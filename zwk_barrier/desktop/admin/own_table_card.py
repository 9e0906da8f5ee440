"""One of the office's own tables: what is there, another file for it, a template, and away with it."""

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog

from zwk_barrier.casework.visit.own_tables import (
    OwnTableView,
    export_table,
    keep_table,
    read_own_file,
    remove_table,
    template,
)
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.desktop.widgets.headings import BodyText
from zwk_barrier.desktop.widgets.path_field import PathField, Pick
from zwk_barrier.reference.own_tables import TableName
from zwk_barrier.reports.files import write_document
from zwk_barrier.rules.typed import format_date
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _, ngettext


class OwnTableCard(QObject):
    """Works on one table in a card; everything it does can be undone, and a file with a mistake changes nothing."""

    def __init__(self, desk: Desk, name: TableName, card: Card, *, label: str) -> None:
        super().__init__(card)
        self._desk, self._name, self._card = desk, name, card
        self._kept: OwnTableView | None = None
        self._state = card.add(BodyText(name=f"own_{name}_state"))
        form = card.add(FormRows(f"own_{name}_form", columns=1))
        self._file = form.row(
            label,
            PathField(f"own_{name}_file", pick=Pick.OLD_FILE, kinds=_("Tabellen (*.csv)")),
            hint=_("CSV mit Semikolons, wie Excel sie speichert"),
        )
        self._file.picked.connect(self._load)
        line = card.add(Flow(f"own_{name}_actions"))
        load = line.add(Button(f"own_{name}_load", _("Laden"), icon="upload"))
        load.clicked.connect(self._load)
        self._save = line.add(Button(f"own_{name}_save", "", kind=Kind.QUIET, icon="download"))
        self._save.clicked.connect(self._choose_target)
        self._remove = line.add(Button(f"own_{name}_remove", _("Entfernen"), kind=Kind.QUIET, icon="trash-2"))
        self._remove.clicked.connect(self._take_away)
        self.show_kept(None)

    def show_kept(self, kept: OwnTableView | None) -> None:
        """Tells what is there."""
        self._kept = kept
        self._state.setText(_("Noch nichts geladen.") if kept is None else _told(kept))
        self._save.setText(_("Vorlage speichern …") if kept is None else _("Tabelle speichern …"))
        self._remove.setVisible(kept is not None)

    def _load(self) -> None:
        path = self._file.path()
        self._file.failed.emit("" if path is not None else _("Wählen Sie eine Datei."))
        if path is None:
            self._file.setFocus()
            return

        def deed(store: OfficeStore) -> Changed:
            return keep_table(store, self._name, path.name, read_own_file(path))

        self._desk.do(
            deed,
            then=lambda _nothing: self._is_loaded(path),
            failed=lambda problem: self._file.failed.emit(str(problem)),
            owner=self,
        )

    def _is_loaded(self, path: Path) -> None:
        self._file.failed.emit("")
        self._desk.say(_("„{file}“ ist geladen und geprüft.").format(file=path.name), with_undo=True)

    def _take_away(self) -> None:
        self._file.setFocus()
        self._desk.do(
            lambda store: remove_table(store, self._name),
            then=lambda _nothing: self._desk.say(_("Die Tabelle ist entfernt."), with_undo=True),
            failed=lambda problem: self._file.failed.emit(str(problem)),
            owner=self,
        )

    def _choose_target(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(
            self._card.window(), self._save.text().rstrip(" …"), folder, _("Tabellen (*.csv)")
        )
        dialog.setObjectName(f"own_{self._name}_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(f"{self._title()}.csv")
        dialog.fileSelected.connect(lambda path: self.save_to(Path(path)))
        dialog.open()

    def save_to(self, path: Path) -> None:
        """Writes the kept table, or the template when there is none."""
        name = self._name
        if self._kept is None:
            self._write(path, template(name))
        else:
            self._desk.ask(
                lambda session: export_table(session, name),
                then=lambda content: self._write(path, content),
                owner=self,
            )

    def _write(self, path: Path, content: bytes) -> None:
        self._desk.work.ask(
            lambda: write_document(path, content),
            then=lambda _nothing: self._desk.say(_("Gespeichert: {file}").format(file=path.name)),
            failed=self._desk.failing.emit,
            owner=self,
        )

    def _title(self) -> str:
        return _("Eigene Profile") if self._name == "profiles" else _("Eigene Anforderungen")


def _told(kept: OwnTableView) -> str:
    count = (
        ngettext("{count} Profil", "{count} Profile", kept.rows)
        if kept.name == "profiles"
        else ngettext("{count} Anforderung", "{count} Anforderungen", kept.rows)
    ).format(count=kept.rows)
    day = format_date(kept.kept_at.astimezone().date())
    return _("{count} aus „{file}“, geladen am {day}").format(count=count, file=kept.file_name, day=day)
