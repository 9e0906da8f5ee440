"""Which document a destination means: how it is gathered, set, called and spoken of."""

from dataclasses import replace

from zwk_barrier.casework.printing.client_copy import gather_client_copy
from zwk_barrier.casework.printing.document_gaps import (
    gaps_in_client_copy,
    gaps_in_visit_report,
    gaps_in_visit_sheet,
)
from zwk_barrier.casework.printing.visit_report import gather
from zwk_barrier.casework.printing.visit_sheet import gather_sheet
from zwk_barrier.desktop.destinations import Destination, ToClientCopy, ToVisitReport, ToVisitSheet
from zwk_barrier.desktop.preview.document_kind import DocumentKind
from zwk_barrier.desktop.preview.office_documents import office_document
from zwk_barrier.desktop.preview.rights_documents import rights_document
from zwk_barrier.desktop.preview.yearly_document import yearly_document
from zwk_barrier.reports.documents.client_copy import build_client_copy
from zwk_barrier.reports.documents.visit_report import build_visit_report
from zwk_barrier.reports.documents.visit_sheet import build_visit_sheet
from zwk_barrier.reports.files import client_copy_file_name, file_name, sheet_file_name
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _


def document_of(destination: Destination, store: OfficeStore) -> DocumentKind | None:
    """The document to show there, for whoever is logged in; ``None`` for a destination that is none."""
    match destination:
        case ToClientCopy(visit_id, language, with_german, large):
            return DocumentKind(
                _("Kurzbericht"),
                _("Der Kurzbericht wird gesetzt …"),
                _("Kurzbericht speichern"),
                _("Der Kurzbericht ist beim Drucker."),
                lambda session, _photos, day: gather_client_copy(
                    session, visit_id, day, language=language, with_german=with_german, large=large
                ),
                build_client_copy,
                client_copy_file_name,
                gaps_in_client_copy,
            )
        case ToVisitReport(visit_id, large):
            return DocumentKind(
                _("Besuchsbericht"),
                _("Der Bericht wird gesetzt …"),
                _("Bericht speichern"),
                _("Der Bericht ist beim Drucker."),
                lambda session, photos, day: replace(
                    gather(session, photos, visit_id, day), large=bool(large)
                ),
                build_visit_report,
                file_name,
                gaps_in_visit_report,
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
                gaps_in_visit_sheet,
            )
        case _:
            return (
                office_document(destination, store)
                or rights_document(destination, store)
                or yearly_document(destination, store)
            )
