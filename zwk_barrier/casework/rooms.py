"""What a room is called."""

from zwk_barrier.model import Room
from zwk_barrier.reference.codes import load_code_list


def room_name(room: Room) -> str:
    """Its own name, else that of its kind."""
    return room.name or load_code_list("room").label(room.kind)
