"""Datenqualität: how many records each check finds, and which; who only counts sees coarse numbers alone."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.casework.office.roles import SEEING_CASES, role_of
from zwk_barrier.casework.quality.data_quality import COARSE, RuleCount, quality_counts_for
from zwk_barrier.casework.quality.quality_rules import GROUPS, RULES, Group
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import Destination, ToStatistics
from zwk_barrier.desktop.quality.doubts import DoubtList
from zwk_barrier.desktop.widgets.buttons import Button
from zwk_barrier.desktop.widgets.chips import Tone
from zwk_barrier.desktop.widgets.columns import Columns
from zwk_barrier.desktop.widgets.date_field import this_day
from zwk_barrier.desktop.widgets.empty import EmptyState
from zwk_barrier.desktop.widgets.headings import NoteText, PageTitle, SoftText
from zwk_barrier.desktop.widgets.keeping import settle_all
from zwk_barrier.desktop.widgets.lists import Row, RowList
from zwk_barrier.desktop.widgets.scroll import fill_scrolling
from zwk_barrier.overriding import override
from zwk_barrier.store.journal import Changed
from zwk_barrier.wording import _, ngettext

_TABLES: Final = (
    *("case_file", "person", "building", "dwelling", "contact", "visit", "measure", "application"),
    *("quality_note", "office"),
)
_TONES: Final[dict[Group, Tone]] = {
    "missing": Tone.ACCENT,
    "impossible": Tone.LATE,
    "contradiction": Tone.SOON,
    "stale": Tone.PLAIN,
    "twice": Tone.SOON,
}

_Found = tuple[tuple[RuleCount, ...], bool]


class QualityPage(QWidget):
    """The page of ``ToDataQuality``; ``today`` is asked whenever it reads."""

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, *, today: Callable[[], date] = this_day
    ) -> None:
        super().__init__(parent)
        self.setObjectName("quality_page")
        self._desk, self._today = desk, today
        self._counts: dict[str, RuleCount] = {}
        self._may_see = False
        self._begins = self._is_read = False
        self._summary = SoftText(name="quality_summary")
        self._rules = RowList("quality_rules", title=_("Prüfungen"))
        self._sound = NoteText(name="quality_sound")
        self._only_counts = NoteText(
            _("Welche Einträge es sind, sehen Leitung und Beratung."), name="quality_only_counts"
        )
        self.doubts = DoubtList(desk, today)
        self._back = Button("quality_back", _("Zur &Statistik"), icon="chart-column")
        self._back.clicked.connect(lambda: desk.go(ToStatistics()))
        self._nothing = EmptyState(
            "quality_nothing",
            icon="circle-check",
            title=_("Nichts auffällig"),
            text=_("Keine der Prüfungen hat etwas gefunden, was Sie sich ansehen sollten."),
            button=self._back,
        )
        self._columns = Columns("quality_columns", fold_at=820, gap=32)
        self._lay_out()
        for part in (self._columns, self._nothing, self._sound, self._only_counts):
            part.hide()  # until it has been read
        self._rules.activated.connect(self._choose)
        desk.changed.connect(self._reread)

    def title(self) -> str:
        """What the window is called while this page is shown."""
        return _("Datenqualität")

    def show_destination(self, destination: Destination) -> None:
        """Reads anew; the check that was chosen stays."""
        del destination
        self._begins = True
        if not self._counts:  # takes seconds in an office of many years
            self._summary.setText(_("Die Einträge werden geprüft …"))
        self._read()

    def leave(self) -> None:
        """Keeps what is being typed."""
        settle_all(self)

    def _read(self) -> None:
        me, day = self._desk.store.staff_id, self._today()

        def question(session: Any) -> _Found:
            return quality_counts_for(session, me, day), role_of(session, me) in SEEING_CASES

        self._desk.ask(question, then=self._show, owner=self)

    def _show(self, found: _Found) -> None:
        counts, self._may_see = found
        self._counts = {one.rule.code: one for one in counts}
        shown = [one for one in counts if one.doubtful or one.right]
        self._summary.setText(_summary(counts))
        self._rules.show_rows([_row(one) for one in shown])
        self._sound.setText(_sound(len(RULES) - len(shown)))
        self._sound.setVisible(len(shown) < len(RULES))
        self._nothing.setVisible(not shown)
        self._columns.setVisible(bool(shown))
        self._only_counts.setVisible(bool(shown) and not self._may_see)
        chosen = self._counts.get(self.doubts.code)
        if chosen is not None and self._may_see:
            self.doubts.show_rule(chosen)
        elif shown and self._may_see:
            self.doubts.show_rule(shown[0])
        if self._begins:
            self._begins = False
            if shown:
                self._rules.focus_row(0)
            else:
                self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, code: str) -> None:
        if self._may_see:
            self.doubts.show_rule(self._counts[code], begins=True)

    def _reread(self, changed: Changed) -> None:
        if self.isVisible() and changed.touches(*_TABLES):
            self._read()

    def _lay_out(self) -> None:
        left = QWidget()
        list_column = QVBoxLayout(left)
        list_column.setContentsMargins(0, 0, 0, 0)
        list_column.setSpacing(8)
        for part in (self._rules, self._sound, self._only_counts):
            list_column.addWidget(part)
        list_column.addStretch()
        self._columns.add(left, 5)
        self._columns.add(self.doubts, 8)
        ground = QWidget()
        column = QVBoxLayout(ground)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(4)
        column.addWidget(PageTitle(_("Datenqualität"), name="quality_title"))
        column.addWidget(self._summary)
        column.addSpacing(12)
        column.addWidget(self._columns)
        column.addWidget(self._nothing)
        column.addStretch()
        fill_scrolling(self, "quality_scroll", ground)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_read:
            self._read()
        self._is_read = True


def _row(one: RuleCount) -> Row:
    count = _number(one.doubtful, one) if one.doubtful else "✓"
    right = _("{n} geprüft").format(n=_number(one.right, one)) if one.right else ""
    group = _(GROUPS[one.rule.group])
    return Row(
        one.rule.code,
        _(one.rule.title),
        note=" · ".join(part for part in (group, right) if part),
        badge=count,
        tone=_TONES[one.rule.group] if one.doubtful else Tone.GOOD,
    )


def _number(count: int, one: RuleCount) -> str:
    """A number of records, coarse for who only counts."""
    if one.is_exact:
        return str(count)
    return f"< {COARSE}" if count < COARSE else f"≥ {count}"


def _summary(counts: Sequence[RuleCount]) -> str:
    doubtful = sum(one.doubtful for one in counts)
    if not doubtful:
        return _("Alles geprüft.")
    if not all(one.is_exact for one in counts):
        return _("Einige Einträge sollten angesehen werden.")
    words = ngettext(
        "{n} Eintrag sollten Sie sich ansehen.", "{n} Einträge sollten Sie sich ansehen.", doubtful
    )
    return words.format(n=doubtful)


def _sound(rules: int) -> str:
    words = ngettext(
        "{n} weitere Prüfung hat nichts gefunden.", "{n} weitere Prüfungen haben nichts gefunden.", rules
    )
    return words.format(n=rules)
