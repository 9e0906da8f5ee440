"""Which document a destination means: how it is gathered, set, called and spoken of."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from zwk_barrier.casework.visit_report import gather
from zwk_barrier.casework.visit_sheet import gather_sheet
from zwk_barrier.desktop.destinations import Destination, ToVisitReport, ToVisitSheet
from zwk_barrier.reports.files import file_name, sheet_file_name
from zwk_barrier.reports.visit_report import build_visit_report
from zwk_barrier.reports.visit_sheet import build_visit_sheet
from zwk_barrier.store.photos import PhotoStore
from zwk_barrier.wording import _


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """``gather`` reads the record in a session, ``build`` makes its PDF, ``name`` names the file; else words."""

    title: str
    setting: str
    saving: str
    printed: str
    gather: Callable[[Any, PhotoStore, date], Any]
    build: Callable[[Any], bytes]
    name: Callable[[Any], str]


def document_of(destination: Destination) -> DocumentKind | None:
    """The document to show there; ``None`` for a destination that is none."""
    match destination:
        case ToVisitReport(visit_id):
            return DocumentKind(
                _("Besuchsbericht"),
                _("Der Bericht wird gesetzt …"),
                _("Bericht speichern"),
                _("Der Bericht ist beim Drucker."),
                lambda session, photos, day: gather(session, photos, visit_id, day),
                build_visit_report,
                file_name,
            )
        case ToVisitSheet(visit_id, with_name):
            return DocumentKind(
                _("Besuchsbogen"),
                _("Der Bogen wird gesetzt …"),
                _("Bogen speichern"),
                _("Der Bogen ist beim Drucker."),
                lambda session, _photos, day: gather_sheet(session, visit_id, day, with_name=with_name),
                build_visit_sheet,
                sheet_file_name,
            )
        case _:
            return None
