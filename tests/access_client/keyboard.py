"""Real key presses in the X session, sent by the accessibility registry as assistive technology does."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from tests.access_client.bus import Bus

_OWNER: Final = "org.a11y.atspi.Registry"
_PATH: Final = "/org/a11y/atspi/registry/deviceeventcontroller"
_GENERATE: Final = "org.a11y.atspi.DeviceEventController.GenerateKeyboardEvent"
_PRESS, _RELEASE, _SYMBOL, _STRING = 0, 1, 3, 4

# Keysyms by the names people say; modifiers by their places on every PC keyboard.
SYMBOLS: Final = {
    "Return": 0xFF0D,
    "Escape": 0xFF1B,
    "Tab": 0xFF09,
    "Space": 0x20,
    "Up": 0xFF52,
    "Down": 0xFF54,
    "Home": 0xFF50,
    "End": 0xFF57,
    "F1": 0xFFBE,
    "F2": 0xFFBF,
    "F5": 0xFFC2,
    "F10": 0xFFC7,
}
MODIFIERS: Final = {"Ctrl": 37, "Shift": 50, "Alt": 64}


class Keyboard:
    """Presses keys; where they go is up to the window that has the focus."""

    def __init__(self, bus: Bus) -> None:
        self._bus = bus

    def press(self, *combinations: str) -> None:
        """Presses combinations as they are printed in menus: ``Ctrl+N``, ``Tab``."""
        for combination in combinations:
            *held, key = combination.split("+")
            with self._holding([MODIFIERS[name] for name in held]):
                self._send(SYMBOLS.get(key) or ord(key.lower()), "", _SYMBOL)

    def type(self, text: str) -> None:
        """Types text, letter by letter."""
        self._send(0, text, _STRING)

    @contextmanager
    def _holding(self, places: list[int]) -> Iterator[None]:
        for place in places:
            self._send(place, "", _PRESS)
        yield
        for place in reversed(places):
            self._send(place, "", _RELEASE)

    def _send(self, key: int, text: str, kind: int) -> None:
        self._bus.call(_OWNER, _PATH, _GENERATE, "isu", key, text, kind)
