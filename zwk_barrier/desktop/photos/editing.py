"""The marks while they are edited: which one is selected, which of its ends is held, and what a key does to it."""

from typing import Final

from zwk_barrier.rules.marks import (
    Arrow,
    Dimension,
    Frame,
    Label,
    Mark,
    Spot,
    kind_label,
    moved,
    spoken,
    spots,
    with_spot,
    with_words,
)
from zwk_barrier.wording import _

MIDDLE: Final = Spot(0.5, 0.5)
_HALF: Final = 0.12  # of the picture: half the length of a mark that is put down at once


class Editing:
    """Knows no widget: places are fractions of the picture."""

    def __init__(self) -> None:
        self.marks: tuple[Mark, ...] = ()
        self.selected: int | None = None
        self.grip: int | None = None
        """The end that is held, None for the whole mark."""

    @property
    def mark(self) -> Mark | None:
        """The selected mark."""
        return None if self.selected is None else self.marks[self.selected]

    def show(self, marks: tuple[Mark, ...]) -> None:
        """Shows other marks; what was selected stays selected while it is there."""
        self.marks = marks
        if self.selected is not None and self.selected >= len(marks):
            self.select(None)

    def select(self, index: int | None) -> None:
        """Holds one mark as a whole, or none."""
        self.selected, self.grip = index, None

    def step(self, by: int) -> bool:
        """To the next mark or the one before; False, with none selected, when there is no further one."""
        index = (-1 if by > 0 else len(self.marks)) if self.selected is None else self.selected
        index += by
        is_there = 0 <= index < len(self.marks)
        self.select(index if is_there else None)
        return is_there

    def next_grip(self) -> None:
        """Holds the next end: the whole mark, its start, its end, and round again."""
        if self.mark is not None and len(spots(self.mark)) > 1:
            self.grip = {None: 0, 0: 1, 1: None}[self.grip]

    def add(self, mark: Mark) -> None:
        """Adds a mark and holds its end."""
        self.marks = (*self.marks, mark)
        self.selected = len(self.marks) - 1
        self.grip = len(spots(mark)) - 1 or None

    def replace(self, mark: Mark) -> None:
        """Puts another in the place of the selected one."""
        if self.selected is not None:
            at = self.selected
            self.marks = (*self.marks[:at], mark, *self.marks[at + 1 :])

    def move_by(self, right: float, down: float) -> None:
        """Moves what is held."""
        mark = self.mark
        if mark is not None and self.grip is not None:
            spot = spots(mark)[self.grip].moved(right, down)
            self.replace(with_spot(mark, self.grip, spot))
        elif mark is not None:
            self.replace(moved(mark, right, down))

    def write(self, words: str) -> None:
        """Gives the selected mark other words."""
        if self.mark is not None:
            self.replace(with_words(self.mark, words))

    def remove(self) -> None:
        """Takes the selected mark away; the one before it is selected then."""
        if self.selected is not None:
            at = self.selected
            self.marks = (*self.marks[:at], *self.marks[at + 1 :])
            self.select(max(0, at - 1) if self.marks else None)

    def in_words(self) -> str:
        """What is selected and held, for somebody who does not see it; empty for nothing."""
        mark, index = self.mark, self.selected
        if mark is None or index is None:
            return ""
        place = _("{mark} ({number} von {count})").format(
            mark=spoken(mark), number=index + 1, count=len(self.marks)
        )
        held = {None: _("Ganzes"), 0: _("Anfang"), 1: _("Ende")}[self.grip]
        spot = spots(mark)[self.grip or 0]
        at = _("{right}\N{NO-BREAK SPACE}% von links, {down}\N{NO-BREAK SPACE}% von oben").format(
            right=round(100 * spot.x), down=round(100 * spot.y)
        )
        return f"{place}. {held}: {at}." if len(spots(mark)) > 1 else f"{place}: {at}."


def put_down(kind: type[Mark], spot: Spot, words: str = "") -> Mark:
    """A mark of a usual size around a place."""
    if kind is Label:
        return Label(spot, words)
    x, y = (min(max(each, _HALF), 1 - _HALF) for each in (spot.x, spot.y))
    slant = 0.0 if kind is Dimension else _HALF
    return drawn(kind, Spot(x - _HALF, y - slant), Spot(x + _HALF, y + slant), words)


def drawn(kind: type[Mark], start: Spot, end: Spot, words: str = "") -> Mark:
    """A mark drawn from one place to another."""
    if kind is Arrow:
        return Arrow(start, end, words)
    if kind is Dimension:
        return Dimension(start, end, words)
    return Frame(start, end, words) if kind is Frame else Label(end, words)


def kind_name(kind: type[Mark]) -> str:
    """What a kind of mark is called."""
    return kind_label(put_down(kind, MIDDLE))
