"""Where the keyboard is, as the program tells it to assistive technology."""

import time
from typing import Final

from jeepney import HeaderFields, Message

from tests.access_client.accessible import Accessible
from tests.access_client.bus import PATIENCE, Bus

_KIND: Final = "object:state-changed:focused"
_SIGNAL: Final = ("org.a11y.atspi.Event.Object", "StateChanged")


class Focus:
    """Follows the focus events of all programs in the session."""

    def __init__(self, bus: Bus) -> None:
        self._bus = bus
        self._heard = bus.hear(*_SIGNAL)
        self._here: Accessible | None = None
        path = "/org/a11y/atspi/registry"
        register = "org.a11y.atspi.Registry.RegisterEvent"
        bus.call("org.a11y.atspi.Registry", path, register, "sass", _KIND, [], "")

    def where(self) -> Accessible | None:
        """What has the keyboard, as far as we were told."""
        self._bus.listen(0)
        while self._heard:
            self._note(self._heard.popleft())
        return self._here

    def after(self, before: Accessible | None, seconds: float = PATIENCE) -> Accessible:
        """Where the keyboard went; fails when it is still at ``before``."""
        until = time.monotonic() + seconds
        while (here := self.where()) == before or here is None:
            left = until - time.monotonic()
            assert left > 0, f"the focus stays at {before.told() if before else 'nothing'}"
            self._bus.listen(left)
        return here

    def _note(self, event: Message) -> None:
        kind, gained, *_rest = event.body
        if kind == "focused" and gained:
            fields = event.header.fields
            self._here = Accessible(self._bus, fields[HeaderFields.sender], fields[HeaderFields.path])
