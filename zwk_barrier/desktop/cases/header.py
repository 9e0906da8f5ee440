"""The head of a case: who it is, how to talk with them, and what stands in thirty seconds."""

from datetime import date
from html import escape
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.casework.case.achieved import line_in_words
from zwk_barrier.casework.case.brief import Brief, Fact, brief_of, ended, facts, headline, subtitle
from zwk_barrier.casework.case.overview import CaseOverview
from zwk_barrier.casework.payers.case_deadlines import open_in_words
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.chips import Chip, Tone
from zwk_barrier.desktop.widgets.columns import Columns
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.headings import BodyText, PageTitle, SoftText
from zwk_barrier.reference.areas import load_areas
from zwk_barrier.wording import _

_ICONS: Final = {"aid": "accessibility", "place": "map-pin", "language": "languages", "phone": "phone"}


class CaseHeader(QWidget):
    """Number, name, facts, and the two things to do next."""

    printing = Signal()
    visiting = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("case_header")
        self._line = SoftText(name="case_line")
        self._title = PageTitle(name="case_title")
        self._chips = Flow("case_facts")
        self._shown: tuple[Fact, ...] = ()
        self._print = Button("case_print", _("Bericht drucken"), icon="file-text", shortcut="Ctrl+P")
        self._visit = Button("case_visit", _("&Hausbesuch"), kind=Kind.PRIMARY, icon="clipboard-check")
        self._print.clicked.connect(self.printing)
        self._visit.clicked.connect(self.visiting)
        words = QWidget()
        words.setObjectName("case_words")
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self._line, self._title):
            column.addWidget(part)
        actions = Flow("case_actions", to_right=True)
        actions.add(self._print)
        actions.add(self._visit)
        columns = Columns("case_head", fold_at=800)
        columns.add(words, 1)
        columns.add(actions, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(6)
        outer.addWidget(columns)
        outer.addWidget(self._chips)

    def title(self) -> str:
        """Name and age of the person."""
        return self._title.text()

    def show_case(self, overview: CaseOverview, today: date) -> None:
        """Shows who the case is about."""
        view = overview.view
        self._line.setText(subtitle(view, today))
        self._title.setText(headline(view.person, today))
        self._show_facts(facts(view, load_areas(overview.region).label(view.building.area)))
        self._print.setEnabled(overview.last_visit is not None)
        self._print.setToolTip(
            "" if overview.last_visit else _("Ein Bericht entsteht aus einem Hausbesuch. Es gab noch keinen.")
        )

    def _show_facts(self, told: tuple[Fact, ...]) -> None:
        if told == self._shown:
            return
        self._shown = told
        self._chips.clear()
        for place, fact in enumerate(told):
            tone = Tone.ACCENT if fact.strong else Tone.PLAIN
            icon = _ICONS.get(fact.kind, "")
            self._chips.add(Chip(fact.text, tone, icon=icon, name=f"case_fact_{place}"))
        self._chips.setVisible(bool(told))


class BriefCard(Card):
    """The thirty-second card: enough to answer the phone about a case one has never seen."""

    def __init__(self) -> None:
        super().__init__("case_brief", accent=True)
        self.body.setSpacing(6)
        self._text = self.add(BodyText(name="case_brief_text", rich=True))
        self._last = self.add(SoftText(name="case_brief_last"))
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)

    def show_brief(self, overview: CaseOverview, today: date) -> None:
        """Puts the case into a few lines."""
        brief = brief_of(overview.view, today)
        parts = _parts(brief)
        if due := open_in_words(overview.deadlines, today):
            parts.insert(1, (_("Fristen:"), ended(due)))
        if result := line_in_words(overview.achieved):
            parts.append((_("Wirkung:"), result))
        self._text.setText(" ".join(f"<b>{escape(label)}</b> {escape(text)}" for label, text in parts))
        self._text.setAccessibleName(" ".join(f"{label} {text}" for label, text in parts))
        last = " · ".join(brief.last_contacts[:1])
        self._last.setText(_("Zuletzt: {contact}").format(contact=last))
        self._last.setVisible(bool(last))


def _parts(brief: Brief) -> list[tuple[str, str]]:
    situation = brief.situation or _("Noch ist nichts zum Anliegen notiert.")
    step = brief.next_step or _("nichts vereinbart")
    parts = [(_("In 30 Sekunden ·"), situation), (_("Nächster Schritt:"), ended(step))]
    if brief.open_tasks:
        parts.append((_("Offen:"), ended(brief.open_tasks)))
    return parts
