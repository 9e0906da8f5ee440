"""What the office says about a section of a report, edited in place and kept without a button."""

from zwk_barrier.casework.figures.report_comments import add_comment, comment_on
from zwk_barrier.desktop.binding import Binding
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.forms import FormRow
from zwk_barrier.desktop.widgets.note_field import NoteField
from zwk_barrier.model import ReportComment
from zwk_barrier.rules.quarters import Period
from zwk_barrier.wording import _

_Place = tuple[Period, str, str]


class CommentCard(Card):
    """Belongs to one section of one report at a time."""

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__(f"{name}_card")
        self._desk = desk
        self._place: _Place | None = None
        self.field = NoteField(name)
        hint = _(
            "Steht im Bericht unter diesem Abschnitt. Bitte keine Namen und nichts, woran jemand zu erkennen ist."
        )
        self.add(FormRow(_("&Kommentar zu diesem Abschnitt"), self.field, hint=hint))
        self._binding = Binding(desk, ReportComment, owner=self)
        self._binding.tie("comment", self.field)

    def show_section(self, period: Period, template: str, section: str) -> None:
        """Turns to a section, or reads its comment again."""
        place = (period, template, section)
        if place != self._place:
            self._place = place
            self._begin()
        self._desk.ask(lambda session: (place, comment_on(session, *place)), then=self._show, owner=self)

    def _begin(self) -> None:
        place = self._place
        if place is not None:
            self._binding.begin(lambda store, values: add_comment(store, *place, values))

    def _show(self, found: tuple[_Place, ReportComment | None]) -> None:
        place, row = found
        if place != self._place:
            return  # the person turned to another section in between
        if row is not None:
            self._binding.show(row)
        elif self._binding.row_id is not None:
            self._begin()  # it was taken back
