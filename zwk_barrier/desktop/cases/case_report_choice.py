"""What goes into a case report: chosen before it is set, and remembered on this machine."""

from typing import Final

from PySide6.QtCore import Signal

from zwk_barrier.casework.printing.case_report import SECTION_TITLES
from zwk_barrier.desktop.preferences import Preferences
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.check_field import CheckField
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.desktop.widgets.headings import NoteText
from zwk_barrier.desktop.widgets.many_choice_field import ManyChoiceField
from zwk_barrier.model.case_report import SECTIONS, ReportChoice
from zwk_barrier.wording import _

_FLAGS: Final = ("with_diagnoses", "with_photos", "is_redacted", "with_texts")


class CaseReportChoice(Card):
    """The form; ``wanted`` gives the choice when the report is to be shown."""

    wanted = Signal(object)
    """A :class:`ReportChoice`."""

    def __init__(self, preferences: Preferences | None) -> None:
        super().__init__("case_report_choice", title=_("Fallbericht"))
        self._preferences = preferences
        chosen = ReportChoice() if preferences is None else read_choice(preferences.case_report)
        form = self.add(FormRows("case_report_form", columns=1))
        titles = [(code, _(SECTION_TITLES[code])) for code in SECTIONS]
        self._sections = form.row(_("&Abschnitte"), ManyChoiceField("case_report_sections", titles))
        self._sections.set_value(chosen.sections)
        texts = {
            "with_diagnoses": _("Mit &Diagnosen"),
            "with_photos": _("Mit Fo&tos"),
            "is_redacted": _("&Unkenntlich machen"),
            "with_texts": _("Freie Te&xte behalten"),
        }
        line = self.add(Flow("case_report_flags", gap=24))
        self._flags = {
            name: line.add(CheckField(f"case_report_{name}", text)) for name, text in texts.items()
        }
        for name, check in self._flags.items():
            check.set_value(getattr(chosen, name))
            check.kept.connect(lambda _value: self._follow())
        told = _(
            "Unkenntlich: Kennungen statt Namen, der Stadtteil statt der Straße, Monate statt Tage, keine Fotos; "
            "in freien Texten werden bekannte Namen ersetzt. Persönliche Notizen sind nie enthalten."
        )
        self.add(NoteText(told, name="case_report_note"))
        show = self.add(Button("case_report_show", _("Fallberi&cht zeigen"), kind=Kind.SECONDARY, icon="eye"))
        show.clicked.connect(self._show)
        self._follow()

    def _follow(self) -> None:
        """Photos cannot be redacted; texts are only a question where something is."""
        is_redacted = self._flags["is_redacted"].isChecked()
        self._flags["with_photos"].setEnabled(not is_redacted)
        self._flags["with_texts"].setEnabled(is_redacted)

    def _show(self) -> None:
        sections = tuple(code for code in SECTIONS if code in self._sections.value()) or SECTIONS
        choice = ReportChoice(sections, **{name: self._flags[name].isChecked() for name in _FLAGS})
        if self._preferences is not None:
            self._preferences.case_report = write_choice(choice)
        self.wanted.emit(choice)


def write_choice(choice: ReportChoice) -> str:
    """A choice as it is remembered: codes with commas."""
    return ",".join([*choice.sections, *(name for name in _FLAGS if getattr(choice, name))])


def read_choice(remembered: str) -> ReportChoice:
    """The choice remembered last; the least where there is none, and what is not known any more is left out."""
    words = remembered.split(",")
    sections = tuple(code for code in SECTIONS if code in words) or SECTIONS
    return ReportChoice(sections, **{name: name in words for name in _FLAGS})
