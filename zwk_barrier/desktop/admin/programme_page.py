"""One funding programme: its values over time, what was proposed, periods, how it goes with others, evidence."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from zwk_barrier.casework.payers.deadline_rule_views import RuleRow
from zwk_barrier.casework.payers.programme_history import KeptChange
from zwk_barrier.casework.payers.programme_views import ProgrammeView, ValueRow
from zwk_barrier.casework.payers.programme_words import change_in_words
from zwk_barrier.desktop.admin.programme_list import freshness
from zwk_barrier.desktop.admin.section import WIDE, Section
from zwk_barrier.desktop.admin.told_table import Line, ToldTable
from zwk_barrier.desktop.admin.way_back import WayBack
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.headings import BodyText, SectionTitle, SoftText
from zwk_barrier.desktop.widgets.lists import Row, RowList
from zwk_barrier.desktop.widgets.table import Column
from zwk_barrier.rules.typed import format_date
from zwk_barrier.wording import _


class ProgrammePage(Section):
    """Shows one programme; what can be done to it is asked of the section by signals."""

    closed = Signal()
    changing = Signal()
    """A change should be proposed."""

    checked = Signal()
    """The programme was looked up today and found unchanged."""

    reviewed = Signal(object)
    """The id of a change to look at."""

    def __init__(self) -> None:
        super().__init__("programme", width=WIDE)
        self._back = WayBack("programme_back", _("Zurück zur Liste"))
        self._back.taken.connect(self.closed)
        self._column.insertWidget(0, self._back)
        self._build_head()
        values = self.add_card(
            "values", _("Werte im Lauf der Zeit"), _("Alte Anträge behalten den Wert, der an ihrem Tag galt.")
        )
        self._values = values.add(
            ToldTable("programme_values", _("Werte im Lauf der Zeit"), _value_columns())
        )
        self._proposals = self.add_card("changes", _("Änderungen dieser Beratungsstelle"))
        self._changes = self._proposals.add(RowList("programme_changes", title=_("Änderungen")))
        self._changes.activated.connect(self.reviewed)
        periods = self.add_card("periods", _("Fristen"))
        self._no_periods = periods.add(
            SoftText(
                _("Für dieses Programm ist keine gesetzliche Frist hinterlegt."), name="programme_no_periods"
            )
        )
        self._periods = periods.add(ToldTable("programme_periods", _("Fristen"), _period_columns()))
        self._together = self._text_card("together", _("Antrag und Zusammenspiel"))
        self._evidence = self._text_card("evidence", _("Nachweise"))
        self._hints = self._text_card("hints", _("Worauf zu achten ist"))

    def show_view(self, view: ProgrammeView) -> None:
        """Shows this programme."""
        line = view.line
        self._title.setText(line.title)
        self._who.setText(view.who)
        self._facts.setText(
            " · ".join(part for part in (line.kind, line.law, line.amounts, line.status) if part)
        )
        self._fresh.setText(
            _("Stand: {stand}. Quelle: {source}").format(stand=freshness(line), source=view.source)
        )
        self._values.show_lines([_value_line(row) for row in view.values])
        self._proposals.setVisible(bool(view.changes))
        self._changes.show_rows([_change_row(kept) for kept in view.changes])
        rows = view.periods
        self._no_periods.setVisible(not rows)
        self._periods.setVisible(bool(rows))
        self._periods.show_lines([_period_line(row) for row in rows])
        self._fill(self._together, (*view.procedure, *view.combination))
        self._fill(self._evidence, view.evidence)
        self._fill(self._hints, view.hints)

    def focus_first(self) -> None:
        """Puts the keyboard onto the way back."""
        self._back.setFocus()

    def _build_head(self) -> None:
        card = self.add_card("head", "")
        self._title = card.add(SectionTitle(name="programme_title"))
        self._who = card.add(BodyText(name="programme_who"))
        self._facts = card.add(BodyText(name="programme_facts"))
        self._fresh = card.add(SoftText(name="programme_fresh"))
        line = card.add(Flow("programme_actions"))
        change = line.add(
            Button("programme_propose", _("Änderung &vorschlagen …"), icon="pencil", kind=Kind.PRIMARY)
        )
        change.clicked.connect(self.changing)
        check = line.add(Button("programme_checked", _("&Heute geprüft, unverändert"), icon="check"))
        check.clicked.connect(self.checked)

    def _text_card(self, name: str, title: str) -> tuple[QWidget, BodyText]:
        card = self.add_card(name, title)
        return card, card.add(BodyText(name=f"programme_{name}_text"))

    def _fill(self, part: tuple[QWidget, BodyText], sentences: Sequence[str]) -> None:
        card, text = part
        card.setVisible(bool(sentences))
        text.setText("\n".join(f"• {sentence}" for sentence in sentences))


def _value_columns() -> tuple[Column, ...]:
    return (
        Column("title", _("Angabe"), 290),
        Column("value", _("Wert"), 240),
        Column("begin", _("Gilt ab"), 120, can_sort=False),
        Column("end", _("Gilt bis"), 120, can_sort=False),
        Column("confirmed", _("Bestätigt von"), 160),
        Column("source", _("Quelle"), 300),
    )


def _value_line(row: ValueRow) -> Line:
    by = row.confirmed_by or _("mitgeliefert")
    mark = _("{value}, zu prüfen").format(value=row.value) if row.is_uncertain else row.value
    told = (
        f"{row.title}: {mark}",
        _("gilt heute") if row.is_now else "",
        _("ab {day}").format(day=row.begin) if row.begin else "",
        _("bis {day}").format(day=row.end) if row.end else "",
        _("Quelle: {source}").format(source=row.source),
        _("geprüft am {day}").format(day=row.checked),
        _("bestätigt von {name}").format(name=row.confirmed_by) if row.confirmed_by else by,
        row.note,
    )
    cells = (
        row.title,
        _("{value} (heute)").format(value=mark) if row.is_now else mark,
        row.begin or "–",
        row.end or _("auf Weiteres"),
        by,
        row.source,
    )
    return Line(row.field, cells, " · ".join(part for part in told if part))


def _period_columns() -> tuple[Column, ...]:
    return (
        Column("title", _("Frist"), 310),
        Column("length", _("Dauer"), 300),
        Column("law", _("Gesetz"), 190),
        Column("begin", _("Fassung ab"), 120, can_sort=False),
        Column("end", _("bis"), 120, can_sort=False),
        Column("checked", _("Stand"), 150, can_sort=False),
    )


def _period_line(row: RuleRow) -> Line:
    stand = _("{day}, zu prüfen").format(day=row.checked) if row.is_uncertain else row.checked
    return Line(
        row.title, (row.title, row.length, row.law, row.begin or "–", row.end or "–", stand), row.text()
    )


def _change_row(kept: KeptChange) -> Row:
    proposed = _("vorgeschlagen von {name} am {day}").format(
        name=kept.proposed_by or "–", day=format_date(kept.proposed_at.astimezone().date())
    )
    return Row(kept.id, change_in_words(kept.change), note=f"{proposed} · {state_of(kept)}")


def state_of(kept: KeptChange) -> str:
    """What became of a change, in words."""
    if kept.rejected_at is not None:
        day = format_date(kept.rejected_at.astimezone().date())
        return _("verworfen von {name} am {day}: {reason}").format(
            name=kept.rejected_by or "–", day=day, reason=kept.rejected_because
        )
    if kept.confirmed_at is not None:
        day = format_date(kept.confirmed_at.astimezone().date())
        return _("bestätigt von {name} am {day}").format(name=kept.confirmed_by or "–", day=day)
    return _("wartet auf Bestätigung")
