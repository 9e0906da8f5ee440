"""Weitergaben: the register of everything handed out, and whether a file is one of the office's."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from zwk_barrier.casework.office.roles import COUNTING, role_of
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import ToStatistics
from zwk_barrier.desktop.statistics.release_words import (
    columns,
    file_row,
    files_columns,
    found_words,
    lines_of,
    row_of,
)
from zwk_barrier.desktop.statistics.tab_ground import lay_on_ground
from zwk_barrier.desktop.widgets.bar_chart import BarTable
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.columns import Columns
from zwk_barrier.desktop.widgets.empty import EmptyState
from zwk_barrier.desktop.widgets.forms import FormRow
from zwk_barrier.desktop.widgets.headings import BodyText, PageTitle, SectionTitle, SoftText, StrongText
from zwk_barrier.desktop.widgets.path_field import PathField, Pick
from zwk_barrier.problems import InputProblem, Problem
from zwk_barrier.statistics.releases import Registered, registered, releases_of_file
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.system_errors import said_by_system
from zwk_barrier.wording import _


@dataclass(frozen=True, slots=True)
class _Told:
    may_see: bool
    entries: tuple[Registered, ...]


class ReleasesTab(QWidget):
    """The tab „Weitergaben“."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("releases_tab")
        self._desk = desk
        self._entries: tuple[Registered, ...] = ()
        self.table = BarTable("releases_table", _("Weitergaben"))
        self.detail = Card("release_detail")
        self._title = self.detail.add(SectionTitle(name="release_title"))
        self._text = self.detail.add(BodyText(name="release_text"))
        self.files = self.detail.add(BarTable("release_files", _("Dateien dieser Weitergabe")))
        self.check = Card("release_check", title=_("Ist diese Datei von uns?"))
        self.file = PathField("release_file", pick=Pick.OLD_FILE)
        self.check.add(FormRow(_("&Datei"), self.file))
        self._answer = self.check.add(StrongText(name="release_answer"))
        self.to_report = Button("releases_report", _("Zum &Bericht"), kind=Kind.PRIMARY, icon="chevron-right")
        self._empty = EmptyState(
            "releases_empty",
            icon="shield-check",
            title=_("Noch nichts weitergegeben"),
            text=_(
                "Was Sie als Bericht, Tabellen oder anonyme Einzeldaten weitergeben, steht hier mit Zweck, Empfänger "
                "und Prüfsumme jeder Datei. Nichts davon lässt sich ändern oder löschen. Beginnen Sie im Bericht eines "
                "abgeschlossenen Zeitraums."
            ),
            button=self.to_report,
        )
        self._lay_out()
        self.to_report.clicked.connect(lambda: desk.go(ToStatistics("report")))
        self.table.moved.connect(lambda row, _column: self._show_entry(row))
        self.table.opened.connect(lambda row, _column: self._show_entry(row))
        self.file.kept.connect(lambda _value: self._ask_whose())
        desk.changed.connect(self._reread)

    def title(self) -> str:
        """What the window is called while this tab is shown."""
        return _("Weitergaben")

    def show_destination(self, destination: ToStatistics) -> None:
        """Reads anew; the entry looked at stays."""
        del destination
        self._read()

    def leave(self) -> None:
        """Nothing is typed here that is kept."""

    def _read(self) -> None:
        me = self._desk.store.staff_id

        def question(session: Any) -> _Told:
            may_see = role_of(session, me) in COUNTING
            return _Told(may_see, registered(session) if may_see else ())

        self._desk.ask(question, then=self._show, owner=self)

    def _show(self, told: _Told) -> None:
        self._entries = told.entries
        has_some = bool(told.entries)
        for part in (self.table, self.detail, self.check):
            part.setVisible(has_some)
        self._empty.setVisible(not has_some and told.may_see)
        self._refused.setVisible(not told.may_see)
        self.table.show_table(_("Was"), columns(), [row_of(one) for one in told.entries])
        if has_some:
            place = self.table.currentIndex()
            self._show_entry(place.row() if place.isValid() else 0)

    def _show_entry(self, row: int) -> None:
        if not 0 <= row < len(self._entries):
            return
        entry = self._entries[row]
        self._title.setText(entry.title)
        self._text.setText("\n".join(lines_of(entry)))
        self.files.show_table(_("Datei"), files_columns(), [file_row(file) for file in entry.files])

    def _ask_whose(self) -> None:
        path = self.file.path()
        if path is None:
            self._answer.setText("")
            return
        self._desk.ask(
            lambda session: releases_of_file(session, _content(path)),
            then=lambda found: self._say_whose(path, found),
            failed=self._refuse_file,
            owner=self,
        )

    def _say_whose(self, path: Path, found: Sequence[Registered]) -> None:
        self._answer.setText(found_words(path.name, found))
        if found:
            places = [entry.id for entry in self._entries]
            self._show_entry(places.index(found[0].id) if found[0].id in places else -1)

    def _refuse_file(self, problem: Problem) -> None:
        self._answer.setText(str(problem))

    def _reread(self, changed: Changed) -> None:
        if self.isVisible() and changed.touches("statistics_release", "staff"):
            self._read()

    def _lay_out(self) -> None:
        lead = _("Alles, was Zahlen enthält und hinausging. Das nächste Mal wird damit verglichen.")
        self._refused = BodyText(
            _("Das Verzeichnis sehen Leitung, Statistik und Verwaltung."), name="releases_refused"
        )
        self._refused.hide()
        below = Columns("releases_below", fold_at=820)
        below.add(self.detail, 3)
        below.add(self.check, 2)
        parts: tuple[QWidget, ...] = (
            PageTitle(_("Weitergaben"), name="releases_title"),
            SoftText(lead, name="releases_lead"),
            self._refused,
            self._empty,
            self.table,
            below,
        )
        lay_on_ground(self, "releases", parts)
        for part in (self._empty, self.table, self.detail, self.check):
            part.hide()


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputProblem(
            "file", _("Die Datei lässt sich nicht lesen: {reason}").format(reason=said_by_system(error))
        ) from error
