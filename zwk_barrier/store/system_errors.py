"""What the operating system says when a file or folder cannot be used, in the language of the screen."""

import errno
from collections.abc import Mapping
from typing import Final

from zwk_barrier.wording import N_, _

_FULL: Final = N_("Der Datenträger ist voll.")
_REFUSED: Final = N_("Der Zugriff ist nicht erlaubt.")
_PROTECTED: Final = N_("Der Datenträger ist schreibgeschützt.")
_GONE: Final = N_("Die Datei oder der Ordner ist nicht mehr da.")
_IN_USE: Final = N_("Ein anderes Programm benutzt die Datei gerade.")
_TOO_LONG: Final = N_("Der Name der Datei oder ihr Ordner ist zu lang.")
_DEFECT: Final = N_("Der Datenträger meldet einen Lesefehler oder Schreibfehler.")
_AWAY: Final = N_("Das Netzlaufwerk ist nicht zu erreichen.")
_NOT_READY: Final = N_("Der Datenträger ist nicht bereit.")
_NO_FOLDER: Final = N_("Ein Teil des Weges zur Datei ist kein Ordner.")

_BY_ERRNO: Final[Mapping[int, str]] = {
    errno.ENOSPC: _FULL,
    errno.EFBIG: N_("Die Datei ist für diesen Datenträger zu groß."),
    errno.EDQUOT: N_("Der Speicherplatz, der Ihnen hier zusteht, ist verbraucht."),
    errno.EACCES: _REFUSED,
    errno.EPERM: _REFUSED,
    errno.EROFS: _PROTECTED,
    errno.ENOENT: _GONE,
    errno.EEXIST: N_("Eine Datei mit diesem Namen gibt es schon."),
    errno.EBUSY: _IN_USE,
    errno.ENAMETOOLONG: _TOO_LONG,
    errno.EIO: _DEFECT,
    errno.ENOTDIR: _NO_FOLDER,
    errno.EISDIR: N_("Das ist ein Ordner, keine Datei."),
    errno.ENOTEMPTY: N_("Der Ordner ist nicht leer."),
    errno.EMFILE: N_("Es sind zu viele Dateien geöffnet."),
    errno.ENFILE: N_("Es sind zu viele Dateien geöffnet."),
    errno.ELOOP: N_("Eine Verknüpfung führt im Kreis."),
    errno.EXDEV: N_("Die Datei lässt sich nicht auf einen anderen Datenträger verschieben."),
    errno.ENODEV: _NOT_READY,
    errno.ENXIO: _NOT_READY,
    **dict.fromkeys(
        (
            *(errno.ETIMEDOUT, errno.ENETUNREACH, errno.ENETDOWN, errno.EHOSTUNREACH, errno.EHOSTDOWN),
            *(errno.ENOTCONN, errno.ECONNRESET, errno.ECONNABORTED, errno.ECONNREFUSED, errno.ESTALE),
        ),
        _AWAY,
    ),
}
_BY_WINDOWS: Final[Mapping[int, str]] = {
    19: _PROTECTED,
    21: _NOT_READY,
    23: _DEFECT,
    32: _IN_USE,
    33: _IN_USE,
    53: _AWAY,
    55: _AWAY,
    59: _AWAY,
    64: _AWAY,
    67: _AWAY,
    121: _AWAY,
    123: N_("Der Name enthält Zeichen, die hier nicht erlaubt sind."),
    206: _TOO_LONG,
    1117: _DEFECT,
    1231: _AWAY,
    1232: _AWAY,
    1392: N_("Die Datei oder der Ordner ist beschädigt."),
}
"""Where Windows says more than the number it is translated to, by its own number (winerror.h)."""


def said_by_system(error: OSError) -> str:
    """The reason as a whole sentence; a number nobody has words for is named, never the system's own English."""
    windows: int | None = getattr(error, "winerror", None)
    words = _BY_WINDOWS.get(windows or 0) or _BY_ERRNO.get(error.errno or 0)
    if words is not None:
        return _(words)
    number = windows or error.errno
    if number is None:
        return _("Das Betriebssystem nennt keinen Grund.")
    return _("Fehler {number} des Betriebssystems.").format(number=number)


def is_in_use(error: OSError) -> bool:
    """Whether another program holds the file, which Windows reports as if access were not allowed."""
    return error.errno == errno.EBUSY or getattr(error, "winerror", None) in (32, 33)
