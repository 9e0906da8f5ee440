"""Search over everything while it is typed: cases, contacts, offers and activities, or a new contact."""

from typing import Final
from uuid import UUID

from PySide6.QtCore import QObject

from zwk_barrier.casework.case import find
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import Destination, ToCase, ToContact, ToNetwork
from zwk_barrier.desktop.widgets.search_box import Hit, SearchBox
from zwk_barrier.wording import _

_MOST_HITS: Final = 8
_SHORTEST: Final = 2
_ICONS: Final = {"case": "folder-open", "contact": "phone", "offer": "map-pin", "activity": "calendar-days"}


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
    return Hit(
        _destination(hit.kind, hit.subject_id),
        hit.title,
        note=hit.detail,
        icon=_ICONS[hit.kind],
        icon_name=_kind_words()[hit.kind],
    )


def _kind_words() -> dict[str, str]:
    return {
        "case": _("Fall"),
        "contact": _("Kontakt"),
        "offer": _("Angebot"),
        "activity": _("Tätigkeit"),
    }


def _destination(kind: str, subject_id: UUID) -> Destination:
    if kind == "case":
        return ToCase(subject_id)
    if kind == "contact":
        return ToContact(subject_id)
    return ToNetwork("offers" if kind == "offer" else "activities", subject_id)
