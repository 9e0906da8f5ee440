"""Where the person has been, for Alt+Left and Alt+Right."""

from collections import deque
from typing import Final

from zwk_barrier.desktop.destinations import Destination

_LONGEST: Final = 100


class History:
    """The destinations shown so far; going somewhere new forgets what lay ahead."""

    def __init__(self, first: Destination) -> None:
        self.here = first
        self._behind: deque[Destination] = deque(maxlen=_LONGEST)
        self._ahead: list[Destination] = []

    @property
    def can_go_back(self) -> bool:
        """Whether there is somewhere to go back to."""
        return bool(self._behind)

    @property
    def can_go_forward(self) -> bool:
        """Whether the person came back from somewhere."""
        return bool(self._ahead)

    def go(self, destination: Destination) -> None:
        """Notes a new place; the same place again is no step."""
        if destination == self.here:
            return
        self._behind.append(self.here)
        self._ahead.clear()
        self.here = destination

    def restart(self, destination: Destination) -> None:
        """Forgets every place but this one: the person may not see the others any more."""
        self._behind.clear()
        self._ahead.clear()
        self.here = destination

    def rename(self, destination: Destination) -> None:
        """Calls the place where the person is by another name: a new contact has become a record."""
        self.here = destination

    def back(self) -> Destination:
        """The place before this one, which is where the person is now; this place when there is none."""
        if self._behind:
            self._ahead.append(self.here)
            self.here = self._behind.pop()
        return self.here

    def forward(self) -> Destination:
        """The place the person came back from; this place when there is none."""
        if self._ahead:
            self._behind.append(self.here)
            self.here = self._ahead.pop()
        return self.here
