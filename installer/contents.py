"""What goes into a bundle and what stays out, said once for every way a bundle is made and for every system."""

from collections.abc import Iterable
from pathlib import PurePath

# Qt in the wheel is far more than a window needs: what is not named here is not shipped.
QT_PLUGINS = {
    "iconengines": {"qsvgicon"},
    "imageformats": {"qjpeg", "qsvg", "qico"},
    "platforminputcontexts": {"composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"},
    "platforms": {"qoffscreen", "qwayland", "qxcb", "qwindows", "qcocoa"},
    "platformthemes": {"qxdgdesktopportal"},
    "printsupport": {"cupsprintersupport"},
    "styles": {"qmodernwindowsstyle", "qmacstyle"},
    "wayland-decoration-client": {"bradient", "adwaita"},
    "wayland-graphics-integration-client": {"qt-plugin-wayland-egl"},
    "wayland-shell-integration": {"xdg-shell"},
    "xcbglintegrations": {"qxcb-glx-integration", "qxcb-egl-integration"},
}
QT_MODULES = {"Core", "DBus", "Gui", "OpenGL", "PrintSupport", "Svg", "WaylandClient", "Widgets", "XcbQpa"}
QT_TEXTS = {"qtbase_de.qm", "qtbase_en.qm"}
# The languages documents are written in; the window speaks German and English.
LANGUAGES = {"ar", "bg", "de", "en", "fa", "pl", "ro", "ru", "tr", "uk", "root"}
# Left beside each package by who installed it, pip or uv; they name that machine and differ from one to the next.
OF_INSTALLING = {"RECORD", "INSTALLER", "REQUESTED", "direct_url.json", "uv_cache.json"}
WITHOUT = [
    "PIL._avif",  # 5 MB for photos that the program refuses
    "PIL.ImageTk",
    "PIL._imagingcms",
    "PIL._imagingft",  # with it go FreeType and HarfBuzz, which write in pictures
    "PySide6.QtDBus",
    "PySide6.QtNetwork",  # nothing here speaks to a network
    "PySide6.QtOpenGL",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtSql",
    "_ssl",
    "_hashlib",  # with it goes libcrypto; Python has the digests themselves
    "_tkinter",
    "alembic.testing",
    "curses",
    "lxml.html",
    "lxml.isoschematron",
    "lxml.objectify",
    "numpy.f2py",
    "numpy.testing",
    "pip",
    "pydoc",
    "pypdfium2_cli",
    "readline",
    "setuptools",
    "sqlalchemy.testing",
    "ssl",
    "tkinter",
    "unittest",
]


def stem(name: str) -> str:
    """``libqxcb.so`` and ``qxcb.dll`` are both ``qxcb``."""
    return PurePath(name).name.removeprefix("lib").split(".")[0]


def is_wanted(destination: str) -> bool:
    """Whether one file of the packages goes into the bundle; ``destination`` is its path there."""
    parts = PurePath(destination).parts
    if "PySide6" in parts and "plugins" in parts:
        folder = parts[parts.index("plugins") + 1]
        return stem(destination) in QT_PLUGINS.get(folder, set())
    if parts[-1].startswith(("libQt6", "Qt6")):
        return stem(destination).removeprefix("Qt6") in QT_MODULES | {"WlShellIntegration"}
    if "translations" in parts and "PySide6" in parts:
        return parts[-1] in QT_TEXTS
    if "locale-data" in parts:
        return stem(destination).partition("_")[0] in LANGUAGES
    if parts[-1] == "dateutil-zoneinfo.tar.gz" or parts[:2] == ("lxml", "isoschematron"):
        return False
    return parts[-1] not in OF_INSTALLING and not parts[-1].endswith((".pxd", ".pyi", ".h"))


def belongs_to(destination: str, modules: Iterable[str]) -> bool:
    """Whether a file is one of these modules or lies in one of these packages; the path begins where Python looks."""
    parts = PurePath(destination).parts
    name = ".".join((*parts[:-1], parts[-1].split(".")[0]))
    return any(f"{name}.".startswith(f"{module}.") for module in modules)
