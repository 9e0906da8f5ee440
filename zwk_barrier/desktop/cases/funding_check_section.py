"""The funding check of a case as of today, and the checks that were kept."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zwk_barrier.casework.case.overview import CaseOverview
from zwk_barrier.casework.payers import applications, funding
from zwk_barrier.casework.payers.funding import FundingView, KeptCheck
from zwk_barrier.desktop.cases import funding_words as words
from zwk_barrier.desktop.cases.programme_list import ProgrammeList
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import ToApplication, ToCase
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.date_field import this_day
from zwk_barrier.desktop.widgets.fold import Fold
from zwk_barrier.desktop.widgets.headings import SectionTitle, SoftText
from zwk_barrier.rules.typed import format_date
from zwk_barrier.wording import _

if TYPE_CHECKING:
    from uuid import UUID


class FundingCheckSection(QWidget):
    """Every programme with where it stands, the button that keeps the check, and the kept ones."""

    laid_out = Signal()
    """Parts came, went or moved: the Tab key has to be told."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("funding_check")
        self._desk = desk
        self._case_id: UUID | None = None
        self._view: FundingView | None = None
        self._kept_folds: dict[UUID, Fold] = {}
        self._basis = SoftText(name="funding_check_basis")
        self._keep = Button("funding_check_keep", _("Prüfung &festhalten"), kind=Kind.QUIET, icon="save")
        self._keep.clicked.connect(self._keep_check)
        self._list = ProgrammeList("funding_programmes")
        self._list.applying.connect(self._apply)
        self._list.going.connect(self._go)
        self._kept = Fold("funding_checks", _("Festgehaltene Prüfungen"))
        for part in (self._list.laid_out, self._kept.turned):
            part.connect(self._tell)
        self._lay_out()

    def show_case(self, overview: CaseOverview) -> None:
        """Checks the case as it is kept now."""
        case_id, today = overview.view.case.id, this_day()
        if case_id != self._case_id:
            self._case_id = case_id
            self._show_known(is_known=False)
        self._desk.ask(
            lambda session: (
                case_id,
                funding.check(session, case_id, today),
                funding.kept_checks(session, case_id),
            ),
            then=self._show,
            owner=self,
        )

    def _show(self, found: tuple["UUID", FundingView, tuple[KeptCheck, ...]]) -> None:
        case_id, view, kept = found
        if case_id != self._case_id:
            return  # another case came in between
        self._view = view
        text = _(
            "Nach den Angaben im Fall und den Regeln vom {day}. Keine Zusage: Es entscheidet, wer zahlt."
        )
        self._basis.setText(text.format(day=format_date(this_day())))
        self._list.show_view(view)
        self._show_known(is_known=True)
        self._show_kept(kept)

    def _show_known(self, *, is_known: bool) -> None:
        for part in (self._basis, self._list, self._keep):
            part.setVisible(is_known)
        if not is_known:
            self._kept.hide()

    def _show_kept(self, kept: tuple[KeptCheck, ...]) -> None:
        ids = [one.id for one in kept]
        for gone in [one for one in self._kept_folds if one not in ids]:
            fold = self._kept_folds.pop(gone)
            fold.hide()
            fold.deleteLater()
        for place, one in enumerate(kept):
            if one.id not in self._kept_folds:
                self._kept_folds[one.id] = self._kept_fold(one)
                self._kept.body.insertWidget(place, self._kept_folds[one.id])
        self._kept.set_count(len(kept))
        self._kept.setVisible(bool(kept))

    def _kept_fold(self, kept: KeptCheck) -> Fold:
        name = f"funding_check_{kept.id.hex}"
        title = _("Prüfung vom {day}").format(day=format_date(kept.checked_on))
        fold = Fold(
            name, _("{title}, {staff}").format(title=title, staff=kept.staff) if kept.staff else title
        )
        shown = fold.add(ProgrammeList(f"{name}_programmes", can_act=False))
        fold.turned.connect(lambda is_open: shown.show_view(kept.view) if is_open else None)
        fold.turned.connect(self._tell)
        shown.laid_out.connect(self._tell)
        return fold

    def _tell(self, *_how: object) -> None:
        self.laid_out.emit()

    def _keep_check(self) -> None:
        case_id, today = self._case_id, this_day()
        if case_id is not None:
            self._desk.do(
                lambda store: funding.keep_check(store, case_id, today),
                then=lambda _id: self._desk.say(_("Förderprüfung festgehalten."), with_undo=True),
                owner=self,
            )

    def _apply(self, code: str) -> None:
        case_id = self._case_id
        line = next((one for one in self._view.lines if one.code == code), None) if self._view else None
        if case_id is None or line is None:
            return
        measures = funding.measure_ids_of(line)
        self._desk.do(
            lambda store: applications.start(store, case_id, code, measures),
            then=lambda application_id: self._desk.go(ToApplication(application_id)),
            owner=self,
        )

    def _go(self, code: str) -> None:
        place = words.PLACES.get(code)
        if self._case_id is not None and place is not None:
            self._desk.go(ToCase(self._case_id, place[0], field=place[1]))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(SectionTitle(_("Förderprüfung"), name="funding_check_title"), 1)
        head.addWidget(self._keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        for part in (self._basis, self._list, self._kept):
            column.addWidget(part)
