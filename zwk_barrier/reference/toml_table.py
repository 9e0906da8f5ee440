"""Reads a table of a shipped TOML file, naming file and key in every mistake, and letting no key go unread."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NoReturn


class TomlTable:
    """One table of a TOML file; ``place`` is what it is called in messages."""

    __slots__ = ("_read", "_values", "place")

    def __init__(self, place: str, values: Mapping[str, Any]) -> None:
        self.place = place
        self._values = values
        self._read: set[str] = set()

    def fail(self, why: str) -> NoReturn:
        """Raises ValueError naming file and table."""
        raise ValueError(f"{self.place}: {why}")

    def done(self) -> None:
        """Raises ValueError when a key is there that nobody has read: it is mistyped."""
        unread = sorted(set(self._values) - self._read)
        if unread:
            self.fail(f"unknown {', '.join(unread)}")

    def names(self) -> tuple[str, ...]:
        """The keys that are there, in their order."""
        return tuple(self._values)

    def has(self, key: str) -> bool:
        """Whether the key is there."""
        return key in self._values

    def required(self, key: str) -> str:
        """The text; raises ValueError when it is missing or empty."""
        return self.text(key) or self.fail(f"{key} is missing")

    def text(self, key: str) -> str:
        """The text, empty when missing; raises ValueError for anything else."""
        value = self._get(key, "")
        return value if isinstance(value, str) else self.fail(f"{key} is no text")

    def yes(self, key: str, *, otherwise: bool = False) -> bool:
        """True or false; raises ValueError for anything else."""
        value = self._get(key, otherwise)
        return value if isinstance(value, bool) else self.fail(f"{key} is neither true nor false")

    def whole(self, key: str) -> int | None:
        """The whole number, ``None`` when missing; raises ValueError for anything else or below zero."""
        value: int | None = self._get(key, None)
        is_right = value is None or (type(value) is int and value >= 0)
        return value if is_right else self.fail(f"{key} is no whole number")

    def day(self, key: str) -> date | None:
        """The date, ``None`` when missing; raises ValueError for anything else."""
        value = self._get(key, None)
        return value if value is None or type(value) is date else self.fail(f"{key} is no date")

    def listed(self, key: str) -> tuple[str, ...]:
        """The texts, none when missing; raises ValueError for anything else or one that comes twice."""
        value = self._get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            self.fail(f"{key} is no list of texts")
        return tuple(value) if len(set(value)) == len(value) else self.fail(f"{key} names one twice")

    def choice(self, key: str, among: Mapping[str, Any], otherwise: str = "") -> Any:
        """What ``among`` has for the text; raises ValueError when it has nothing."""
        value = self.text(key) or otherwise
        return among[value] if value in among else self.fail(f"{key} is wrong: {value}")

    def table(self, key: str) -> "TomlTable":
        """The table of that name, an empty one when missing."""
        return TomlTable(f"{self.place}, {key}", self._get(key, {}))

    def tables(self, key: str) -> tuple["TomlTable", ...]:
        """The tables of that name, in their order."""
        rows = self._get(key, [])
        return tuple(TomlTable(f"{self.place}, {key} {place}", row) for place, row in enumerate(rows, 1))

    def _get(self, key: str, otherwise: Any) -> Any:
        self._read.add(key)
        return self._values.get(key, otherwise)
