"""What the catalogue proposes for one room: a card below what was measured, empty while nothing is in the way."""

from dataclasses import replace

from PySide6.QtCore import Signal

from zwk_barrier.casework.plan import proposals
from zwk_barrier.casework.plan.proposals import Proposal
from zwk_barrier.casework.visit.barriers import barriers
from zwk_barrier.casework.visit.visits import RoomView, VisitView
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.visits.proposal_buttons import AT_FIRST, ProposalButtons
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.reference.short_titles import short_title
from zwk_barrier.wording import _


class RoomProposals(Card):
    """„Vorschläge zu diesem Raum“; a press recommends, and undo takes it back."""

    laid_out = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__("room_proposals", title=_("Vorschläge zu diesem Raum"))
        self._desk = desk
        self._view: VisitView | None = None
        self._place = -1
        self._buttons = self.add(ProposalButtons("room_proposal"))
        self._buttons.chosen.connect(self._accept)
        self._buttons.laid_out.connect(self.laid_out)
        self.hide()

    def show_room(self, view: VisitView, room: RoomView) -> None:
        """Proposes for what is in the way in this room, and for nothing else: a key stroke waits for it."""
        self._view = view
        here = barriers(replace(view, rooms=(room,), findings=()))
        found = proposals.first_choice(proposals.proposals(view, here), here, AT_FIRST)
        self._buttons.show_proposals(found)
        self.setVisible(bool(found))
        if self._place >= 0:
            self._buttons.focus_after(self._place)
            self._place = -1

    def _accept(self, proposal: Proposal) -> None:
        view = self._view
        if view is None:
            return
        self._place = next(
            (place for place, one in enumerate(self._buttons.buttons) if one.proposal.key == proposal.key), 0
        )
        words = _("{measure} empfohlen.").format(measure=short_title(proposal.entry.number))
        self._desk.do(
            lambda store: proposals.accept(store, view, proposal),
            then=lambda _id: self._desk.say(words, with_undo=True),
            owner=self,
        )
