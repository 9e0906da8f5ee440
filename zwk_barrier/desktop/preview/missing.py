"""What is missing in the document shown, named quietly over it, each with a jump to where it is entered."""

from collections.abc import Callable, Sequence
from typing import Final, cast

from PySide6.QtCore import Qt

from zwk_barrier.casework.printing.document_gaps import About, Gap
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import CaseTab, Destination, ToAdministration, ToCase, ToCases, ToVisit
from zwk_barrier.desktop.style.look import current_look
from zwk_barrier.desktop.widgets.buttons import Button, IconButton, Kind
from zwk_barrier.desktop.widgets.dialogs import Dialog
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.headings import BodyText, SoftText
from zwk_barrier.wording import _, ngettext

_MOST: Final = 5
_ADMINISTRATION: Final = frozenset({"office", "people", "paper", "letters"})
_VISIT: Final = frozenset({"visit", "rooms"})


class MissingList(Flow):
    """Says that nothing is missing, or names what is; more than a handful only when asked for.

    At large text the page has no room for it: ``button`` then opens it in a window of its own.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__("preview_missing")
        self._desk = desk
        self._about = About()
        self._is_known = False
        self.gaps: tuple[Gap, ...] = ()
        self.button = IconButton("preview_missing_all", _("Was fehlt"), icon="list")
        self.button.clicked.connect(self._ask)
        self.forget()

    def show_gaps(self, gaps: Sequence[Gap], about: About) -> None:
        """Shows what is missing now; what has no place to jump to is left out."""
        self._about, self._is_known = about, True
        self.gaps = tuple(gap for gap in gaps if self._place(gap) is not None)
        self.refit()

    def forget(self) -> None:
        """Nothing is known, because another document comes."""
        self._is_known, self.gaps = False, ()
        self.refit()

    def refit(self) -> None:
        """Shows the list or the button; the theme calls it after the text size has changed."""
        is_large = current_look().is_large
        self.clear()
        if self._is_known and not is_large:
            self._fill(_MOST)
        self.setVisible(self._is_known and not is_large)
        self.button.setVisible(self._is_known and is_large)

    def _fill(self, most: int) -> None:
        if not self.gaps:
            self.add(SoftText(_("Es fehlt nichts."), name="preview_missing_none"))
            return
        self.add(SoftText(_("Was fehlt:"), name="preview_missing_title"))
        shown = self.gaps if len(self.gaps) <= most + 1 else self.gaps[:most]
        for number, gap in enumerate(shown):
            self.add(self._jump_button(number, gap, Kind.QUIET))
        if rest := len(self.gaps) - len(shown):
            words = ngettext("{n} weiteres", "{n} weitere", rest).format(n=rest)
            more = self.add(Button("preview_missing_more", words, kind=Kind.QUIET, icon="chevron-down"))
            more.clicked.connect(self._show_all)

    def _show_all(self) -> None:
        self.clear()
        self._fill(len(self.gaps))
        self.widgets()[1 + _MOST].setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
        dialog = Dialog(self.window(), "preview_missing_list", _("Was fehlt"))
        if not self.gaps:
            dialog.add(BodyText(_("Es fehlt nichts."), name="preview_missing_list_none"))
        for number, gap in enumerate(self.gaps):
            dialog.add(self._jump_button(number, gap, Kind.SECONDARY, before=dialog.reject))
        dialog.add_button("close", _("Schließen"))
        dialog.open()

    def _jump_button(
        self, number: int, gap: Gap, kind: Kind, before: Callable[[], object] = lambda: None
    ) -> Button:
        button = Button(f"preview_missing_{number}", gap.title, kind=kind, icon="arrow-right")
        button.setAccessibleName(_("Fehlt: {what}").format(what=gap.title))
        button.clicked.connect(lambda _checked=False: before())
        button.clicked.connect(lambda _checked=False: self._jump(gap))
        return button

    def _jump(self, gap: Gap) -> None:
        if (place := self._place(gap)) is not None:
            self._desk.go(place)

    def _place(self, gap: Gap) -> Destination | None:
        case_id, visit_id = self._about.case_id, self._about.visit_id
        if gap.place in _ADMINISTRATION:
            return ToAdministration(gap.place, gap.field, gap.which)
        if gap.place == "cases":
            return ToCases()
        if gap.place in _VISIT and visit_id is not None:
            return ToVisit(visit_id, "rooms" if gap.place == "rooms" else "details", gap.field)
        if case_id is None:
            return None
        tab = "visits" if gap.place in _VISIT else gap.place
        return ToCase(case_id, cast("CaseTab", tab), field=gap.field)
