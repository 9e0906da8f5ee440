"""What a room is called."""

from zwk_barrier.model import Room
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.wording import _


def room_name(room: Room) -> str:
    """Its own name, else that of its kind."""
    return room.name or load_code_list("room").label(room.kind)


def place_name(room: Room | None) -> str:
    """As :func:`room_name`; without a room it is the dwelling as a whole."""
    return _("Wohnung insgesamt") if room is None else room_name(room)
