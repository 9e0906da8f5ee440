"""All funding programmes in one table, and what waits for a second person above it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal

from zwk_barrier.casework.payers.programme_history import KeptChange
from zwk_barrier.casework.payers.programme_views import STALE_MONTHS, ProgrammeLine
from zwk_barrier.casework.payers.programme_words import change_in_words
from zwk_barrier.desktop.admin.section import WIDE, Section
from zwk_barrier.desktop.admin.told_table import Line, ToldTable
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.fields import TextField
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.desktop.widgets.headings import SoftText
from zwk_barrier.desktop.widgets.lists import Row, RowList
from zwk_barrier.desktop.widgets.table import Column
from zwk_barrier.desktop.widgets.warning_lines import WarningLines
from zwk_barrier.rules.folding import fold
from zwk_barrier.rules.typed import format_date
from zwk_barrier.wording import _, ngettext


class ProgrammeList(Section):
    """The first page of the section; Enter on a programme or a change opens it."""

    opened = Signal(object)
    """The code of a programme."""

    reviewed = Signal(object)
    """The id of a change that waits."""

    def __init__(self) -> None:
        super().__init__("programmes", width=WIDE)
        self._lines: Sequence[ProgrammeLine] = ()
        waiting = self.add_card("waiting", _("Wartet auf Bestätigung"))
        self._lead = waiting.add(SoftText(name="programmes_waiting_lead"))
        self._waiting = waiting.add(RowList("programme_waiting", title=_("Wartende Änderungen")))
        self._waiting.activated.connect(self.reviewed)
        self._waiting.acted.connect(self.reviewed)
        card = self.add_card(
            "all",
            _("Alle Förderprogramme"),
            _("Wie sie heute gelten, Zuschüsse zuerst. Die Eingabetaste zeigt alles zu einem Programm."),
        )
        self._stale = card.add(WarningLines("programmes_stale"))
        form = card.add(FormRows("programmes_search_form"))
        self._search = form.row(_("&Suchen"), TextField("programme_search"))
        self._show = form.row(
            _("An&zeigen"), ChoiceField("programme_show", _choices(), empty=_("Alle"), is_optional=True)
        )
        self._count = card.add(SoftText(name="programmes_count"))
        self.table = card.add(ToldTable("programme_table", _("Förderprogramme"), columns(), most=12))
        self.table.opened.connect(self.opened)
        self._search.typed.connect(self._filter)
        self._show.kept.connect(lambda _code: self._filter())

    def show_waiting(self, changes: Sequence[KeptChange]) -> None:
        """Shows what a second person has to look at."""
        self._lead.setText(
            _("Das gilt erst, wenn eine zweite Person die Quelle nachgelesen und bestätigt hat.")
            if changes
            else _("Nichts wartet. Eine Änderung schlagen Sie beim einzelnen Programm vor.")
        )
        self._waiting.setVisible(bool(changes))
        self._waiting.show_rows([_row(change, self._title_of(change.change.programme)) for change in changes])

    def show_programmes(self, lines: Sequence[ProgrammeLine]) -> None:
        """Shows the programmes; what is searched for stays."""
        self._lines = lines
        stale = sum(1 for line in lines if line.is_stale)
        self._stale.show_lines(
            [
                ngettext(
                    "{count} Programm ist seit mehr als {months} Monaten nicht geprüft.",
                    "{count} Programme sind seit mehr als {months} Monaten nicht geprüft.",
                    stale,
                ).format(count=stale, months=STALE_MONTHS)
            ]
            if stale
            else []
        )
        self.table.show_lines([_line(line) for line in lines])
        self._tell()

    def focus_table(self) -> None:
        """Puts the keyboard where the person left it."""
        self.table.table.setFocus()

    def _title_of(self, code: str) -> str:
        return next((line.title for line in self._lines if line.code == code), code)

    def _filter(self) -> None:
        words, kind = fold(self._search.text()).split(), self._show.value()
        chosen = {
            line.code
            for line in self._lines
            if kind is None or (line.is_stale if kind == "stale" else line.is_uncertain)
        }
        self.table.filter_by(
            lambda line: line.key in chosen and all(word in fold(line.told) for word in words)
        )
        self._tell()

    def _tell(self) -> None:
        count = self.table.count()
        self._count.setText(ngettext("{count} Programm", "{count} Programme", count).format(count=count))


def columns() -> tuple[Column, ...]:
    """The columns of the list."""
    return (
        Column("title", _("Programm"), 365),
        Column("amount", _("Betrag heute"), 205),
        Column("state", _("Anträge"), 125),
        Column("checked", _("Stand"), 285),
        Column("kind", _("Art"), 180),
        Column("law", _("Gesetz"), 300),
    )


def freshness(line: ProgrammeLine) -> str:
    """How fresh a programme is, in words."""
    day = format_date(line.checked_on)
    told = (
        _("seit {day} nicht geprüft").format(day=day)
        if line.is_stale
        else _("geprüft am {day}").format(day=day)
    )
    return _("zu prüfen, {stand}").format(stand=told) if line.is_uncertain else told


def _choices() -> tuple[tuple[str, str], ...]:
    return ("stale", _("Lange nicht geprüfte")), ("uncertain", _("Unsichere, zu prüfen"))


def _line(line: ProgrammeLine) -> Line:
    cells = (line.title, line.amount or "–", line.state, freshness(line), line.kind, line.law)
    return Line(line.code, cells, line.text())


def _row(kept: KeptChange, title: str) -> Row:
    by: dict[str, Any] = {
        "name": kept.proposed_by or "–",
        "day": format_date(kept.proposed_at.astimezone().date()),
        "source": kept.change.source,
    }
    return Row(
        kept.id,
        title,
        note=change_in_words(kept.change) + " · " + _("vorgeschlagen von {name} am {day}").format(**by),
        icon="clipboard-check",
        icon_name=_("Änderung"),
        action=_("Ansehen"),
    )
