"""Where each kind of destination is shown: a table, so that the window knows no feature and loads none too early."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pkgutil import resolve_name
from typing import Any, Final, Protocol, cast

from PySide6.QtWidgets import QWidget

from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import (
    Destination,
    ToAccessReport,
    ToAdministration,
    ToApplication,
    ToCase,
    ToCaseload,
    ToCaseReport,
    ToCases,
    ToClientCopy,
    ToConsentForm,
    ToContact,
    ToContacts,
    ToCraftPlan,
    ToDataQuality,
    ToHandover,
    ToLetter,
    ToNetwork,
    ToPhoto,
    ToPrivacyNotice,
    ToReviewSheet,
    ToSketch,
    ToStatistics,
    ToTeam,
    ToToday,
    ToVisit,
    ToVisitReport,
    ToVisitSheet,
    ToYearlyReport,
)


class Page(Protocol):
    """What the window asks of a page, which is a QWidget besides."""

    def title(self) -> str:
        """What the window is called while the page is shown."""

    def show_destination(self, destination: Any) -> None:
        """Loads and shows what the destination names."""

    def leave(self) -> None:
        """Keeps what is being typed."""


@dataclass(frozen=True, slots=True)
class Place:
    """One kind of place: the rail's entry that is marked there, and its page as ``module:class``.

    ``has_people`` is whether somebody advised may be named there: then who only counts has no way to it.
    """

    rail: str
    page: str
    fills_window: bool = False
    has_people: bool = True


PLACES: Final[Mapping[type, Place]] = {
    ToToday: Place("today", "zwk_barrier.desktop.today.page:TodayPage"),
    ToCases: Place("cases", "zwk_barrier.desktop.cases.list_page:CaseListPage"),
    ToCase: Place("cases", "zwk_barrier.desktop.cases.page:CasePage"),
    ToContacts: Place("contacts", "zwk_barrier.desktop.contacts.page:ContactsPage"),
    ToContact: Place("contacts", "zwk_barrier.desktop.contacts.page:ContactsPage"),
    ToVisit: Place("cases", "zwk_barrier.desktop.visits.page:VisitPage", fills_window=True),
    ToSketch: Place("cases", "zwk_barrier.desktop.sketch.page:SketchPage", fills_window=True),
    ToClientCopy: Place("cases", "zwk_barrier.desktop.preview.page:PreviewPage"),
    ToVisitReport: Place("cases", "zwk_barrier.desktop.preview.page:PreviewPage"),
    ToVisitSheet: Place("cases", "zwk_barrier.desktop.preview.page:PreviewPage"),
    ToCaseReport: Place("cases", "zwk_barrier.desktop.preview.page:PreviewPage"),
    ToHandover: Place("cases", "zwk_barrier.desktop.preview.page:PreviewPage"),
    ToCaseload: Place("team", "zwk_barrier.desktop.preview.page:PreviewPage"),
    ToNetwork: Place("network", "zwk_barrier.desktop.network.page:NetworkPage", has_people=False),
    ToDataQuality: Place("statistics", "zwk_barrier.desktop.quality.page:QualityPage", has_people=False),
    ToStatistics: Place("statistics", "zwk_barrier.desktop.statistics.page:StatisticsPage", has_people=False),
    ToYearlyReport: Place("statistics", "zwk_barrier.desktop.preview.page:PreviewPage", has_people=False),
    ToCraftPlan: Place("cases", "zwk_barrier.desktop.preview.page:PreviewPage"),
    ToPrivacyNotice: Place("cases", "zwk_barrier.desktop.preview.page:PreviewPage"),
    ToAccessReport: Place("cases", "zwk_barrier.desktop.preview.page:PreviewPage"),
    ToConsentForm: Place("cases", "zwk_barrier.desktop.preview.page:PreviewPage"),
    ToReviewSheet: Place("administration", "zwk_barrier.desktop.preview.page:PreviewPage", has_people=False),
    ToPhoto: Place("cases", "zwk_barrier.desktop.photos.page:PhotoPage", fills_window=True),
    ToApplication: Place("cases", "zwk_barrier.desktop.applications.page:ApplicationPage"),
    ToLetter: Place("cases", "zwk_barrier.desktop.letters.page:LetterPage"),
    ToTeam: Place("team", "zwk_barrier.desktop.team.page:TeamPage"),
    ToAdministration: Place("administration", "zwk_barrier.desktop.admin.page:AdminPage", has_people=False),
}
"""A new kind of place is one line here."""

RAIL: Final[Mapping[str, Destination]] = {
    "today": ToToday(),
    "cases": ToCases(),
    "contacts": ToContacts(),
    "network": ToNetwork(),
    "statistics": ToStatistics(),
    "administration": ToAdministration(),
    "team": ToTeam(),
}
"""The entries of the rail, in order, and where they lead; also what is remembered between two starts.

Which of them somebody has, ``shell/access.py`` says; each has the same Alt key for everybody.
"""

MakePage = Callable[[str, Desk], QWidget]


def make_page(name: str, desk: Desk) -> QWidget:
    """The page of that name, its module imported now."""
    return cast("QWidget", resolve_name(name)(desk))
