"""The first and the last steps of handing figures on: what, for whom, and into which files."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.desktop.statistics.export_work import For, What
from zwk_barrier.desktop.widgets.check_field import CheckField
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.forms import FormRow, FormRows
from zwk_barrier.desktop.widgets.headings import BodyText, NoteText, StrongText
from zwk_barrier.desktop.widgets.path_field import PathField, Pick
from zwk_barrier.desktop.widgets.progress import ProgressStrip
from zwk_barrier.desktop.widgets.text_fields import TextField
from zwk_barrier.statistics.files.writing import Format
from zwk_barrier.statistics.handing_out import Audience
from zwk_barrier.wording import _

_WHAT: Final[dict[What, tuple[Callable[[], str], Callable[[], str]]]] = {
    "tables": (
        lambda: _("Tabellen des Berichts"),
        lambda: _(
            "Alle Zahlen des Berichts als Tabellen, kleine Zahlen geschützt, mit Begriffen und einer Beschreibung für "
            "Programme. Das genügt fast immer."
        ),
    ),
    "microdata": (
        lambda: _("Anonyme Einzeldaten"),
        lambda: _(
            "Eine Zeile je beratener Person, so weit vergröbert, dass immer mehrere gleich aussehen; ohne Namen, "
            "Anschrift, Tage und freie Texte. Für Forschung, die eigene Auswertungen rechnet. Von einem Zeitraum "
            "gibt es nur eine solche Datei."
        ),
    ),
}
_FOR: Final[dict[For, tuple[Callable[[], str], Callable[[], str]]]] = {
    "funder": (
        lambda: _("Geldgeber oder Verwaltung"),
        lambda: _("z.\N{NO-BREAK SPACE}B. Magistrat, Amt für Menschen mit Behinderung"),
    ),
    "research": (
        lambda: _("Forschung oder Auswertung"),
        lambda: _("z.\N{NO-BREAK SPACE}B. Hochschule, Institut"),
    ),
    "public": (lambda: _("Öffentlichkeit"), lambda: _("z.\N{NO-BREAK SPACE}B. Internetseite, Presse")),
}
KINDS: Final[dict[Format, Callable[[], str]]] = {
    "xlsx": lambda: _("&XLSX, eine Mappe für Excel"),
    "ods": lambda: _("O&DS, eine Mappe für LibreOffice"),
    "csv": lambda: _("&CSV, mit Beschreibung für Programme"),
}
"""The kinds of files figures are handed on in."""


class WhatStep(QWidget):
    """Tables or rows."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("export_what_step")
        items = [(code, title()) for code, (title, _text) in _WHAT.items()]
        self.field = ChoiceField("export_what", items, is_optional=False)
        self.field.set_value("tables")
        self._text = NoteText(name="export_what_text")
        column = _column(self)
        column.addWidget(FormRow(_("Was &möchten Sie weitergeben?"), self.field))
        column.addWidget(self._text)
        column.addStretch()
        self.field.kept.connect(self._explain)
        self._explain("tables")

    @property
    def what(self) -> What:
        """What was chosen."""
        return "microdata" if self.field.value() == "microdata" else "tables"

    def _explain(self, code: What) -> None:
        self._text.setText(_WHAT[code][1]())


class AudienceStep(QWidget):
    """For whom and for what, and what allows it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("export_audience_step")
        form = FormRows("export_audience_form")
        items = [(code, title()) for code, (title, _text) in _FOR.items()]
        self.kind = form.row(_("&Für wen?"), ChoiceField("export_for", items, is_optional=False), wide=True)
        self.kind.set_value("funder")
        self.recipient = form.row(_("&Empfängerin oder Empfänger"), TextField("export_recipient"))
        self.purpose = form.row(
            _("W&ozu?"),
            TextField("export_purpose", placeholder=_("z.\N{NO-BREAK SPACE}B. Verwendungsnachweis 2025")),
        )
        self.basis = form.row(
            _("&Grundlage"),
            TextField(
                "export_basis",
                placeholder=_(
                    "z.\N{NO-BREAK SPACE}B. Zuwendungsbescheid, Vertrag, §\N{NO-BREAK SPACE}75 SGB X"
                ),
            ),
            hint=_("Steht mit Zweck und Empfänger im Verzeichnis der Weitergaben."),
            wide=True,
        )
        column = _column(self)
        column.addWidget(form)
        column.addStretch()
        self.kind.kept.connect(self._suit)
        self._suit("funder")

    @property
    def audience_kind(self) -> For:
        """Which kind of reader."""
        code: For = self.kind.value()
        return code

    @property
    def audience(self) -> Audience:
        """What was typed."""
        texts = [str(field.text()).strip() for field in (self.recipient, self.purpose, self.basis)]
        return Audience(*texts)

    def lacks(self) -> TextField | None:
        """The first field that has to be filled in and is not; says so beside it."""
        missing = None
        for field in (self.recipient, self.purpose):
            is_empty = not field.text().strip()
            field.failed.emit(_("Bitte ausfüllen: Das Verzeichnis braucht es.") if is_empty else "")
            if is_empty and missing is None:
                missing = field
        return missing

    def refuse_recipient(self, sentence: str) -> None:
        """Says why nothing goes to this recipient."""
        self.recipient.failed.emit(sentence)

    def _suit(self, code: For) -> None:
        self.recipient.setPlaceholderText(_FOR[code][1]())


class FilesStep(QWidget):
    """Kinds of files, folder, and what became of it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("export_files_step")
        column = _column(self)
        self._text = BodyText(
            _(
                "Vor dem Schreiben prüft ein Angreifer im Programm die Dateien, zusammen mit allem, was Sie von diesem "
                "Zeitraum schon weitergegeben haben. Findet er etwas, wird nichts geschrieben."
            ),
            name="export_files_text",
        )
        column.addWidget(self._text)
        self.kinds = {kind: CheckField(f"export_{kind}", text()) for kind, text in KINDS.items()}
        for box in self.kinds.values():
            box.set_value(True)
            column.addWidget(box)
        self.folder = PathField("export_folder", pick=Pick.FOLDER)
        column.addWidget(FormRow(_("&Ordner"), self.folder))
        self.folder.set_path(
            Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        )
        self.progress = ProgressStrip("export_progress")
        self.outcome = StrongText(name="export_outcome")
        self.detail = BodyText(name="export_detail")
        for part in (self.progress, self.outcome, self.detail):
            column.addWidget(part)
        column.addStretch()
        self.tell("", "")

    def formats(self) -> list[Format]:
        """The kinds that are ticked."""
        return [kind for kind, box in self.kinds.items() if box.value()]

    def place(self) -> Path | None:
        """The folder; None, and said beside it, when it is not there."""
        path = self.folder.path()
        is_there = path is not None and path.is_dir()
        self.folder.failed.emit("" if is_there else _("Wählen Sie einen Ordner, den es gibt."))
        return path if is_there else None

    def suit(self, what: What) -> None:
        """Rows always come as CSV: the workbooks are made from it."""
        self.kinds["csv"].setEnabled(what == "tables")
        if what == "microdata":
            self.kinds["csv"].set_value(True)

    def tell(self, outcome: str, detail: str) -> None:
        """Says what became of it."""
        for label, text in ((self.outcome, outcome), (self.detail, detail)):
            label.setText(text)
            label.setVisible(bool(text))


def _column(step: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(step)
    column.setContentsMargins(6, 6, 6, 6)  # room for the ring of the focus
    column.setSpacing(12)
    return column
