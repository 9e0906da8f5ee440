"""A real X session of our own: screen, window manager, message bus and accessibility registry."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO, Final, Self

from tests.access_client.accessible import Accessible
from tests.access_client.bus import Bus, wait_for
from tests.access_client.keyboard import Keyboard

_HIDDEN_PLACES: Final = ("/usr/libexec", "/usr/lib/at-spi2-core", "/usr/lib")
_NEEDED: Final = ("Xvfb", "openbox", "dbus-daemon", "at-spi-bus-launcher")
_DBUS: Final = "org.freedesktop.DBus"
_REGISTRY: Final = "org.a11y.atspi.Registry"
_ROOT: Final = "/org/a11y/atspi/accessible/root"
_GRACE: Final = 5.0  # seconds to end by itself


def find_program(name: str) -> str | None:
    """Where a program lies, also one that only other programs start."""
    return shutil.which(name, path=os.pathsep.join((os.environ.get("PATH", ""), *_HIDDEN_PLACES)))


def why_not() -> str:
    """Why no session can be started here; empty when it can."""
    if not sys.platform.startswith("linux"):
        return "only Linux has X sessions and AT-SPI"
    missing = [name for name in _NEEDED if find_program(name) is None]
    return f"not installed: {', '.join(missing)}" if missing else ""


class XSession:
    """Starts everything when entered, and ends all of it when left."""

    def __init__(self, environment: Mapping[str, str] | None = None) -> None:
        # Not a folder of pytest's: the path of a socket has to be short.
        self.folder = Path(tempfile.mkdtemp(prefix="zwk-x-"))
        self.environment = {
            "PATH": os.environ.get("PATH", os.defpath),
            "HOME": str(self.folder),
            "XDG_RUNTIME_DIR": str(self._make("run")),
            "LANG": "C.UTF-8",
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            **(environment or {}),
        }
        self._running: list[subprocess.Popen[bytes]] = []
        self.bus: Bus
        self.keyboard: Keyboard

    def __enter__(self) -> Self:
        try:
            self._start_screen()
            self._start_buses()
            self._start_window_manager()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    def start(self, *command: str, name: str, pass_fds: tuple[int, ...] = ()) -> "subprocess.Popen[bytes]":
        """Starts a program in the session; what it says is in :meth:`log`."""
        with (self.folder / f"{name}.log").open("wb") as log:
            child = subprocess.Popen(
                command,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                pass_fds=pass_fds,
                start_new_session=True,  # what it starts itself ends with it
            )
        self._running.append(child)
        return child

    def log(self, name: str) -> str:
        """What a program has said so far."""
        return (self.folder / f"{name}.log").read_text(encoding="utf-8", errors="replace")

    def application(self, child: "subprocess.Popen[bytes]") -> Accessible:
        """What a started program shows to a screen reader; waits until it shows something."""

        def look() -> Accessible | None:
            assert child.poll() is None, f"the program ended with {child.returncode}"
            desktop = Accessible(self.bus, _REGISTRY, _ROOT)
            return next((app for app in desktop.children() if self._process_of(app) == child.pid), None)

        return wait_for(look, "the program to appear")  # type: ignore[no-any-return]

    def close(self) -> None:
        """Ends every program, the last started first, and takes the folder away."""
        if hasattr(self, "bus"):
            self.bus.close()
        for child in reversed(self._running):
            _end(child)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _make(self, name: str) -> Path:
        folder = self.folder / name
        folder.mkdir(mode=0o700)
        return folder

    def _start_screen(self) -> None:
        reading, writing = os.pipe()
        with os.fdopen(reading, "rb") as display:
            wish = ("-displayfd", str(writing), "-screen", "0", "1280x1024x24", "-nolisten", "tcp")
            self.start(_program("Xvfb"), *wish, name="screen", pass_fds=(writing,))
            os.close(writing)
            number = display.readline().decode().strip()
        assert number, f"no screen: {self.log('screen')}"
        self.environment["DISPLAY"] = f":{number}"

    def _start_buses(self) -> None:
        reading, writing = os.pipe()
        with os.fdopen(reading, "rb") as address:
            wish = ("--session", "--nofork", "--nopidfile", f"--print-address={writing}")
            self.start(_program("dbus-daemon"), *wish, name="bus", pass_fds=(writing,))
            os.close(writing)
            self.environment["DBUS_SESSION_BUS_ADDRESS"] = _first_line(address)
        assert self.environment["DBUS_SESSION_BUS_ADDRESS"], f"no message bus: {self.log('bus')}"
        self.start(_program("at-spi-bus-launcher"), "--launch-immediately", name="access")
        self.bus = Bus(wait_for(self._accessibility_address, "the accessibility bus"))
        self.keyboard = Keyboard(self.bus)

    def _accessibility_address(self) -> str:
        session = Bus(self.environment["DBUS_SESSION_BUS_ADDRESS"])
        try:
            # Asking the launcher itself before it is there would make the bus start a second one.
            has_owner = "org.freedesktop.DBus.NameHasOwner"
            if not session.call(_DBUS, "/org/freedesktop/DBus", has_owner, "s", "org.a11y.Bus")[0]:
                return ""
            return str(session.call("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus.GetAddress")[0])
        finally:
            session.close()

    def _start_window_manager(self) -> None:
        """Without one no window is ever active, and keys go nowhere."""
        ready = self.folder / "window-manager-is-ready"
        wish = ("--sm-disable", "--startup", f"touch {ready}")
        self.start(_program("openbox"), *wish, name="windows")
        wait_for(ready.exists, "the window manager")

    def _process_of(self, application: Accessible) -> int:
        ask = "org.freedesktop.DBus.GetConnectionUnixProcessID"
        return int(self.bus.call(_DBUS, "/org/freedesktop/DBus", ask, "s", application.owner)[0])


def _program(name: str) -> str:
    place = find_program(name)
    assert place is not None, f"{name} is not installed"
    return place


def _first_line(pipe: IO[bytes]) -> str:
    return pipe.readline().decode().strip()


def _end(child: "subprocess.Popen[bytes]") -> None:
    """Ends a program and all that it started: a group of processes of our own making."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        with suppress(ProcessLookupError):
            os.killpg(child.pid, sign)
        with suppress(subprocess.TimeoutExpired):
            child.wait(_GRACE)
            return
