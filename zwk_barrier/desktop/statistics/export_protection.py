"""The step that shows the protection: its sentences for tables, for rows the coarsening among safe ones."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.desktop.statistics.export_work import CoarseningTold
from zwk_barrier.desktop.widgets.bar_chart import BarRow, BarTable, Figure
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.forms import FormRow, FormRows
from zwk_barrier.desktop.widgets.headings import BodyText, GroupTitle, NoteText
from zwk_barrier.desktop.widgets.progress import ProgressStrip
from zwk_barrier.rules.typed import format_date
from zwk_barrier.wording import _

if TYPE_CHECKING:
    from zwk_barrier.statistics.microdata.release import Plan
    from zwk_barrier.statistics.microdata.search import Node

_BEST: Final = "best"


class ProtectionStep(QWidget):
    """Shows what is handed on and how it is protected; ``node_wanted`` asks for another coarsening."""

    node_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("export_protection_step")
        self.progress = ProgressStrip("export_search")
        self.text = BodyText(name="export_protection_text")
        self.choices = FormRows("export_levels")
        self.told = NoteText(name="export_protection_told")
        self.preview_title = GroupTitle(_("So sehen die Zeilen aus (Beispiele)"), name="export_preview_title")
        self.preview = BarTable("export_preview", _("So sehen die Zeilen aus"))
        self.finest = ChoiceField("export_finest", [], is_optional=False)
        self._finest_row = FormRow(_("Was &soll möglichst genau bleiben?"), self.finest)
        self._levels: dict[str, ChoiceField] = {}
        self._plan: Plan | None = None
        self._node: Node | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)  # room for the ring of the focus
        column.setSpacing(12)
        for part in (
            self.progress,
            self.text,
            self._finest_row,
            self.choices,
            self.told,
            self.preview_title,
            self.preview,
        ):
            column.addWidget(part)
        column.addStretch()
        self.finest.kept.connect(self._keep_finest)
        self._show_parts(chosen=False)

    @property
    def node(self) -> "Node | None":
        """The coarsening chosen; None for tables, and for a file there is already."""
        return self._node

    @property
    def plan(self) -> "Plan | None":
        """What was planned; None for tables."""
        return self._plan

    def begin(self) -> None:
        """Forgets what was shown before."""
        self._plan = self._node = None
        self.text.setText("")
        self._show_parts(chosen=False)

    def show_tables(self, sentences: Sequence[str], titles: Sequence[str]) -> None:
        """Says how tables are protected, and which there are."""
        self.text.setText("\n\n".join(sentences))
        self.told.setText(_("Diese Tabellen: {titles}.").format(titles="; ".join(titles)))
        self.told.show()

    def show_plan(self, plan: "Plan") -> None:
        """Offers the coarsenings of a plan, or says that the file there is will be written again."""
        self._plan = plan
        if plan.found is None or plan.lattice is None:
            day = "" if plan.since is None else format_date(plan.since.astimezone().date())
            self.text.setText(
                _(
                    "Die Einzeldaten dieses Zeitraums gibt es seit dem {day}. Es wird genau dieselbe Datei noch einmal "
                    "geschrieben: Zwei verschieden vergröberte Dateien verraten zusammen mehr als jede für sich."
                ).format(day=day)
            )
            return
        self.text.setText(
            _(
                "Vorgeschlagen ist die Vergröberung, bei der am wenigsten verloren geht und immer mindestens {k} "
                "Zeilen gleich aussehen. Sie können gröber wählen, nie genauer als sicher."
            ).format(k=plan.demands.k)
        )
        hierarchies = plan.lattice.rows.hierarchies
        self.finest.set_items(
            [(_BEST, _("insgesamt am wenigsten verlieren")), *((one.name, one.title) for one in hierarchies)]
        )
        self.finest.set_value(_BEST)
        for hierarchy in hierarchies:
            if hierarchy.name not in self._levels:
                field = self.choices.row(
                    hierarchy.title, ChoiceField(f"export_level_{hierarchy.name}", [], is_optional=False)
                )
                field.kept.connect(lambda _level: self._choose())
                self._levels[hierarchy.name] = field
        self.node_wanted.emit(plan.found.proposals[0])

    def show_coarsening(self, told: CoarseningTold) -> None:
        """Shows a coarsening with its price and its risk."""
        self._node = told.node
        for field, offers, level in zip(self._levels.values(), told.offers, told.node, strict=True):
            field.set_items([(str(at), title) for at, title in offers])
            field.set_value(str(level))
        lost = _(
            "Verloren geht etwa {share}\N{NO-BREAK SPACE}% dessen, was die Angaben zur Person sagen."
        ).format(share=round(100 * told.loss))
        self.told.setText("\n".join((lost, *told.sentences)))
        rows = [BarRow(line[0], tuple(Figure(text, is_text=True) for text in line[1:])) for line in told.rows]
        self.preview.show_table(told.head[0], told.head[1:], rows)
        self._show_parts(chosen=True)

    def _keep_finest(self, name: str) -> None:
        plan = self._plan
        if plan is None or plan.found is None:
            return
        names = list(self._levels)
        self.node_wanted.emit(
            plan.found.proposals[0] if name == _BEST else plan.found.keeping(names.index(name))
        )

    def _choose(self) -> None:
        self.node_wanted.emit(tuple(int(field.value()) for field in self._levels.values()))

    def _show_parts(self, *, chosen: bool) -> None:
        for part in (self._finest_row, self.choices, self.told, self.preview_title, self.preview):
            part.setVisible(chosen)
