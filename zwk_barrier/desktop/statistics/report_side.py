"""Beside a report: how the figure somebody is at is counted, and how small numbers are protected."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zwk_barrier.desktop.statistics.definition_dialog import has_variants
from zwk_barrier.desktop.statistics.section_view import Told
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.headings import BodyText, NoteText, SectionTitle, SoftText, StrongText
from zwk_barrier.desktop.widgets.pictures import Picture
from zwk_barrier.model.statistics_report import Protection, StatisticsReport
from zwk_barrier.wording import _, ngettext


class ReportSide(QWidget):
    """Two cards, the first follows the keyboard; and the way to doubtful records, ``quality``."""

    variant_wanted = Signal(object)
    """The :class:`Told` that is to be counted in another way."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._told: Told | None = None
        self._counted = Card(f"{name}_counted", title=_("So ist gezählt"))
        self._name = self._counted.add(StrongText(name=f"{name}_counted_what"))
        self._definition = self._counted.add(BodyText(name=f"{name}_counted_how"))
        self._change = self._counted.add(
            Button(f"{name}_variant", _("Zäh&lweise …"), kind=Kind.QUIET, icon="list")
        )
        self._change.clicked.connect(lambda: self.variant_wanted.emit(self._told))
        self._sources = self._counted.add(SoftText(name=f"{name}_sources"))
        self._keys = self._counted.add(NoteText(name=f"{name}_keys"))
        self._protection = Card(f"{name}_protection")
        self._sentences = QVBoxLayout()
        self._protection.body.addLayout(_headed(_("Schutz kleiner Zahlen"), "shield-check"))
        self._protection.body.addLayout(self._sentences)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._counted)
        column.addWidget(self._protection)
        self.quality = Button(
            f"{name}_quality", _("Datenqualität ansehen"), kind=Kind.QUIET, icon="clipboard-check"
        )
        column.addWidget(self.quality, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()

    def show_report(self, report: StatisticsReport) -> None:
        """Shows how the report is protected and where its denominators come from."""
        protection = report.protection
        while (item := self._sentences.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        sentences = [BodyText(one) for one in _counts(protection)]
        sentences += [SoftText(one) for one in protection.sentences]
        for place, text in enumerate(sentences):
            text.setObjectName(f"{self.objectName()}_protection_{place}")
            self._sentences.addWidget(text)
        self._protection.setVisible(bool(sentences))
        self._sources.setText("\n".join(report.sources))
        self._sources.setVisible(bool(report.sources))
        opens = report.view == "internal"
        self._keys.setText(
            _("Leertaste oder F2: Begriff. Eingabe: die Fälle dahinter.")
            if opens
            else _("Leertaste oder F2: Begriff und Zählweise.")
        )

    def show_told(self, told: Told) -> None:
        """Shows how a figure is counted."""
        self._told = told
        self._name.setText(told.title)
        self._definition.setText(told.definition)
        self._change.setVisible(told.indicator is not None and has_variants(told.indicator))


def _headed(title: str, icon: str) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(8)
    line.addWidget(Picture(icon, "text"))
    line.addWidget(SectionTitle(title, name="report_protection_title"), 1)
    return line


def _counts(protection: Protection) -> list[str]:
    told = []
    small, hidden = protection.small, protection.hidden
    if small:
        words = ngettext("{n} Zahl steht als „< {least}“ da.", "{n} Zahlen stehen als „< {least}“ da.", small)
        told.append(words.format(n=small, least=protection.threshold))
    if hidden:
        words = ngettext(
            "{n} Zahl ist verdeckt, weil sie klein ist oder damit niemand eine kleine ausrechnen kann.",
            "{n} Zahlen sind verdeckt, weil sie klein sind oder damit niemand eine kleine ausrechnen kann.",
            hidden,
        )
        told.append(words.format(n=hidden))
    return told
