"""Verwaltung: the office's settings, its people, the look, safety and backup."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.desktop.admin.about_section import AboutSection
from zwk_barrier.desktop.admin.backup_section import BackupSection
from zwk_barrier.desktop.admin.letters_section import LettersSection
from zwk_barrier.desktop.admin.look_section import LookSection
from zwk_barrier.desktop.admin.office_section import OfficeSection
from zwk_barrier.desktop.admin.paper_section import PaperSection
from zwk_barrier.desktop.admin.people_section import PeopleSection
from zwk_barrier.desktop.admin.programmes_section import ProgrammesSection
from zwk_barrier.desktop.admin.requirements_section import RequirementsSection
from zwk_barrier.desktop.admin.safety_section import SafetySection
from zwk_barrier.desktop.appearance import Appearance
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import Destination, ToAdministration
from zwk_barrier.desktop.widgets.headings import PageTitle
from zwk_barrier.desktop.widgets.keeping import settle_all
from zwk_barrier.desktop.widgets.tabs import TabbedPages
from zwk_barrier.wording import _


class AdminPage(QWidget):
    """One tab for each matter; a tab is built when it is first looked at."""

    def __init__(self, desk: Desk, parent: QWidget | None = None, *, appearance: Appearance) -> None:
        super().__init__(parent)
        self.setObjectName("admin_page")
        self._tabs = TabbedPages("admin", title=_("Bereiche der Verwaltung"))
        self._tabs.add("office", _("Beratungsstelle"), lambda: OfficeSection(desk))
        self._tabs.add("people", _("Personen"), lambda: PeopleSection(desk))
        self._tabs.add("requirements", _("Eigene Anforderungen"), lambda: RequirementsSection(desk))
        self._tabs.add("programmes", _("Förderprogramme"), lambda: ProgrammesSection(desk))
        self._tabs.add("paper", _("Dokumente"), lambda: PaperSection(desk))
        self._tabs.add("letters", _("Schreiben"), lambda: LettersSection(desk))
        self._tabs.add("look", _("Darstellung"), lambda: LookSection(appearance))
        self._tabs.add("safety", _("Sicherheit"), lambda: SafetySection(desk))
        self._tabs.add("backup", _("Sicherung"), lambda: BackupSection(desk))
        self._tabs.add("about", _("Über"), AboutSection)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 0)
        column.setSpacing(12)
        column.addWidget(PageTitle(_("Verwaltung"), name="admin_title"))
        column.addWidget(self._tabs, 1)

    def title(self) -> str:
        """What the window is called while this page is shown."""
        return _("Verwaltung")

    def show_destination(self, destination: Destination) -> None:
        """Shows the section the destination names, at its field if it names one, or the section looked at last."""
        if isinstance(destination, ToAdministration) and destination.section:
            self._tabs.tabs.choose(destination.section)
            self._choose(destination)
            named = self.findChild(QWidget, destination.field) if destination.field else None
            if named is not None:
                named.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, destination: ToAdministration) -> None:
        """Turns to the one of several that the destination means."""
        section = self._tabs.page(destination.section)
        if isinstance(section, LettersSection | PaperSection) and destination.which:
            section.choose(destination.which)

    def leave(self) -> None:
        """Keeps what is being typed."""
        settle_all(self)
