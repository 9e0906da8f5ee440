"""Which version this is, and whose work it stands on."""

from importlib.metadata import PackageNotFoundError, version
from typing import Final

from zwk_barrier import __version__
from zwk_barrier.desktop.admin.section import Section
from zwk_barrier.desktop.widgets.headings import BodyText
from zwk_barrier.desktop.widgets.lists import Row, RowList
from zwk_barrier.wording import _

_PARTS: Final = (
    ("PySide6-Essentials", "Qt, PySide6", "LGPL-3.0"),
    ("SQLAlchemy", "SQLAlchemy", "MIT"),
    ("sqlcipher3", "SQLCipher, SQLite", "zlib, BSD-3-Clause"),
    ("alembic", "Alembic", "MIT"),
    ("cryptography", "cryptography", "Apache-2.0, BSD-3-Clause"),
    ("reportlab", "ReportLab", "BSD-3-Clause"),
    ("pypdfium2", "pypdfium2, PDFium", "Apache-2.0, BSD-3-Clause"),
    ("pillow", "Pillow", "MIT-CMU"),
    ("Babel", "Babel", "BSD-3-Clause"),
    ("rapidfuzz", "RapidFuzz", "MIT"),
    ("cologne-phonetics", "Kölner Phonetik", "MIT"),
    ("filelock", "filelock", "MIT"),
    ("", "Atkinson Hyperlegible Next, Noto Sans, Vazirmatn", "OFL-1.1"),
    ("", "DejaVu Sans", "Bitstream Vera"),
    ("", "Lucide", "ISC"),
)
"""Package (where there is one), what it is called, its licence; a test compares it with what is installed."""


class AboutSection(Section):
    """Version and licences."""

    def __init__(self) -> None:
        super().__init__("about")
        card = self.add_card("program", _("ZWK Barriere"))
        card.add(BodyText(_("Version {version}").format(version=__version__), name="about_version"))
        card.add(BodyText(_("Freies Programm unter der MIT-Lizenz."), name="about_licence"))
        parts = self.add_card(
            "parts", _("Worauf es steht"), _("Qt wird unter der LGPL benutzt und lässt sich austauschen.")
        )
        rows = parts.add(RowList("about_parts", title=_("Bestandteile und Lizenzen"), is_clickable=False))
        rows.show_rows([_row(*part) for part in _PARTS])


def _row(package: str, name: str, licence: str) -> Row:
    return Row(name, f"{name} {_version(package)}".strip(), tail=f" · {licence}")


def _version(package: str) -> str:
    """The version installed; nothing where a bundle carries no such record."""
    try:
        return version(package) if package else ""
    except PackageNotFoundError:
        return ""
