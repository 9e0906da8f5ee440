"""What a screen reader sees: the tree of a program, and what can be done to each thing in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.access_client.bus import Bus, NoAnswer
from tests.access_client.roles import Relation, Role, State, role_name

_A11Y = "org.a11y.atspi"
_MAY_BE_HUGE = (Role.TABLE, Role.TREE)


@dataclass(frozen=True)
class Accessible:
    """One thing on the screen, named by who offers it and where."""

    bus: Bus
    owner: str
    path: str

    @property
    def name(self) -> str:
        """What is read aloud first."""
        return str(self._read("Accessible.Name"))

    @property
    def description(self) -> str:
        """Hint, unit and error."""
        return str(self._read("Accessible.Description"))

    @property
    def identity(self) -> str:
        """The objectNames from the window down to this thing, joined by points."""
        return str(self._read("Accessible.AccessibleId"))

    @property
    def role(self) -> int:
        """A number of :class:`Role`."""
        return int(self._call("Accessible.GetRole")[0])

    @property
    def states(self) -> frozenset[State]:
        """What is true of it now."""
        low, high = self._call("Accessible.GetState")[0]
        bits = low | high << 32
        return frozenset(state for state in State if bits >> state & 1)

    def children(self) -> "list[Accessible]":
        """The things in it."""
        found = self._call("Accessible.GetChildren")[0]
        return [Accessible(self.bus, owner, path) for owner, path in found]

    def labels(self) -> "list[Accessible]":
        """The things whose text says what this is."""
        relations = self._call("Accessible.GetRelationSet")[0]
        return [
            Accessible(self.bus, owner, path)
            for kind, targets in relations
            if kind == Relation.LABELLED_BY
            for owner, path in targets
        ]

    def actions(self) -> list[str]:
        """What it offers to do; Qt's spelling differs by version in blanks only."""
        if f"{_A11Y}.Action" not in self._call("Accessible.GetInterfaces")[0]:
            return []
        return [name.replace(" ", "") for name, _about, _keys in self._call("Action.GetActions")[0]]

    def do(self, action: str = "Press") -> None:
        """Does one of its actions."""
        offered = self.actions()
        assert action in offered, f"{self.told()} does not offer {action!r}, only {offered}"
        assert self._call("Action.DoAction", "i", offered.index(action))[0], f"{self.told()}: {action} failed"

    def focus(self) -> None:
        """Moves the keyboard to it."""
        self._call("Component.GrabFocus")

    @property
    def text(self) -> str:
        """Everything written in it."""
        return str(self._call("Text.GetText", "ii", 0, -1)[0])

    def write(self, text: str) -> None:
        """Replaces what is written in it, as dictation and braille keyboards do."""
        assert self._call("EditableText.SetTextContents", "s", text)[0], f"{self.told()} takes no text"

    @property
    def value(self) -> float:
        """Where a slider, spin box, scroll bar or progress bar stands."""
        return float(self._read("Value.CurrentValue"))

    @value.setter
    def value(self, value: float) -> None:
        self.bus.write(self.owner, self.path, f"{_A11Y}.Value.CurrentValue", "d", value)

    def told(self) -> str:
        """One line about it for a report."""
        return f"{role_name(self.role)} {self.name!r} [{self.identity.rpartition('.')[2]}]"

    def _read(self, name: str) -> Any:
        return self.bus.read(self.owner, self.path, f"{_A11Y}.{name}")

    def _call(self, method: str, signature: str = "", *arguments: object) -> tuple[Any, ...]:
        return self.bus.call(self.owner, self.path, f"{_A11Y}.{method}", signature, *arguments)


def walk(root: Accessible, *, into_tables: bool = False) -> Iterator[Accessible]:
    """All that is showing under ``root``, in reading order; what goes away meanwhile is left out.

    The cells of a table are asked for only ``into_tables``: there may be a million of them.
    """
    try:
        states, role, children = root.states, root.role, None
        if State.SHOWING not in states and role not in (Role.APPLICATION, Role.FRAME):
            return
        if into_tables or role not in _MAY_BE_HUGE:
            children = root.children()
    except NoAnswer:
        return
    yield root
    for child in children or ():
        yield from walk(child, into_tables=into_tables)
