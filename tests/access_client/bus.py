"""A D-Bus connection that asks one question at a time."""

import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, MessageType, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

PATIENCE = 20.0  # seconds: a busy build machine answers late, a dead program never
_PROPERTIES = "org.freedesktop.DBus.Properties"


class NoAnswer(Exception):
    """The other side said no, or is gone."""


class Bus:
    """One bus, by the address it was given."""

    def __init__(self, address: str) -> None:
        self.connection: DBusConnection = open_dbus_connection(address, auth_timeout=PATIENCE)

    def call(
        self, owner: str, path: str, method: str, signature: str = "", *arguments: object
    ) -> tuple[Any, ...]:
        """What ``interface.Method`` of one object answers; raises NoAnswer."""
        interface, member = method.rsplit(".", 1)
        place = DBusAddress(path, bus_name=owner, interface=interface)
        message = new_method_call(place, member, signature or None, arguments)
        try:
            answer = self.connection.send_and_get_reply(message, timeout=PATIENCE)
        except (TimeoutError, ConnectionError) as silence:
            raise NoAnswer(f"{method} of {owner} {path}: {silence!r}") from silence
        if answer.header.message_type is MessageType.error:
            reason = answer.header.fields.get(HeaderFields.error_name)
            raise NoAnswer(f"{method} of {owner} {path}: {reason} {answer.body}")
        body: tuple[Any, ...] = answer.body
        return body

    def read(self, owner: str, path: str, name: str) -> Any:
        """One property, ``interface.Name``."""
        interface, member = name.rsplit(".", 1)
        return self.call(owner, path, f"{_PROPERTIES}.Get", "ss", interface, member)[0][1]

    def write(self, owner: str, path: str, name: str, signature: str, value: object) -> None:
        """Sets one property, ``interface.Name``."""
        interface, member = name.rsplit(".", 1)
        self.call(owner, path, f"{_PROPERTIES}.Set", "ssv", interface, member, (signature, value))

    def hear(self, interface: str, member: str) -> deque[Message]:
        """Collects every signal of this kind from now on; :meth:`listen` fetches what has come."""
        rule = MatchRule(type="signal", interface=interface, member=member)
        self.connection.send_and_get_reply(message_bus.AddMatch(rule), timeout=PATIENCE)
        heard: deque[Message] = deque()
        self.connection.filter(rule, queue=heard)
        return heard

    def listen(self, seconds: float) -> None:
        """Takes in what is sent to us, for up to ``seconds`` or until something has come."""
        with suppress(TimeoutError):
            self.connection.recv_messages(timeout=seconds)

    def close(self) -> None:
        """Hangs up."""
        self.connection.close()


def wait_for(question: Callable[[], Any], what: str, seconds: float = PATIENCE) -> Any:
    """The first answer that is neither empty nor None; fails saying ``what`` did not come."""
    until = time.monotonic() + seconds
    reason = ""
    while time.monotonic() < until:
        try:
            if answer := question():
                return answer
        except (NoAnswer, OSError) as refused:  # what is being built up answers with an error first
            reason = f" ({refused})"
        time.sleep(0.02)
    raise AssertionError(f"waited {seconds:.0f} s in vain for {what}{reason}")
