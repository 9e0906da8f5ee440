"""Search over everything while it is typed: finds a case or a contact, or begins a new contact."""

from typing import Final
from uuid import UUID

from PySide6.QtCore import QObject

from zwk_barrier.casework import find
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import Destination, ToCase, ToContact
from zwk_barrier.desktop.widgets.search_box import Hit, SearchBox
from zwk_barrier.wording import _

_MOST_HITS: Final = 8
_SHORTEST: Final = 2


class Search(QObject):
    """Asks the office what the box asks for, and goes to what was chosen."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.box = SearchBox(
            "search",
            title=_("Suchen"),
            placeholder=_("Person, Fall, Straße, Telefon …"),
            shortcut="Ctrl+K",
        )
        self.box.asked.connect(self._ask)
        self.box.chosen.connect(desk.go)

    def _ask(self, typed: str) -> None:
        if len(typed) < _SHORTEST:
            self.box.close_hits()
            return
        self._desk.ask(
            lambda session: find.find(session, typed, _MOST_HITS),
            then=lambda hits: self._show(typed, hits),
            owner=self,
        )

    def _show(self, typed: str, hits: list[find.Hit]) -> None:
        found = [_shown(hit) for hit in hits]
        new = _("Neuer Kontakt mit „{typed}“").format(typed=typed)
        self.box.show_hits(typed, [*found, Hit(ToContact(typed=typed), new, icon="plus")])


def _shown(hit: find.Hit) -> Hit:
    is_case = hit.kind == "case"
    return Hit(
        _destination(hit.kind, hit.subject_id),
        hit.title,
        note=hit.detail,
        icon="folder-open" if is_case else "phone",
        icon_name=_("Fall") if is_case else _("Kontakt"),
    )


def _destination(kind: str, subject_id: UUID) -> Destination:
    return ToCase(subject_id) if kind == "case" else ToContact(subject_id)
