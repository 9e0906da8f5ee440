"""The documents about a person's rights in the preview: information, consent form, access report."""

from zwk_barrier.casework.printing.access_report import gather_access
from zwk_barrier.casework.printing.document_gaps import gaps_in_access_report, gaps_in_rights_sheet
from zwk_barrier.casework.printing.rights_sheets import gather_consent, gather_notice
from zwk_barrier.desktop.destinations import Destination, ToAccessReport, ToConsentForm, ToPrivacyNotice
from zwk_barrier.desktop.preview.document_kind import DocumentKind
from zwk_barrier.model.access_report import AccessChoice
from zwk_barrier.reports.documents.access_report import access_report_file_name, build_access_report
from zwk_barrier.reports.documents.rights_sheet import build_rights_sheet, rights_sheet_file_name
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _


def rights_document(destination: Destination, store: OfficeStore) -> DocumentKind | None:
    """The document to show there; ``None`` for another destination."""
    match destination:
        case ToPrivacyNotice(case_id, easy):
            return DocumentKind(
                _("Datenschutzinformation"),
                _("Das Blatt wird gesetzt …"),
                _("Blatt speichern"),
                _("Das Blatt ist beim Drucker."),
                lambda session, _photos, day: gather_notice(session, case_id, day, easy=easy),
                build_rights_sheet,
                rights_sheet_file_name,
                gaps_in_rights_sheet,
            )
        case ToConsentForm(case_id, purpose):
            return DocumentKind(
                _("Einwilligung"),
                _("Das Blatt wird gesetzt …"),
                _("Blatt speichern"),
                _("Das Blatt ist beim Drucker."),
                lambda session, _photos, day: gather_consent(session, case_id, purpose, day),
                build_rights_sheet,
                rights_sheet_file_name,
                gaps_in_rights_sheet,
            )
        case ToAccessReport():
            return _access(destination, store)
        case _:
            return None


def _access(wanted: ToAccessReport, store: OfficeStore) -> DocumentKind:
    choice = AccessChoice(wanted.without, wanted.reason, wanted.with_others, wanted.with_photos)
    return DocumentKind(
        _("Auskunft nach Art. 15 DSGVO"),
        _("Alles wird zusammengetragen und gesetzt; bei großen Fällen dauert das einige Sekunden …"),
        _("Auskunft speichern"),
        _("Die Auskunft ist beim Drucker."),
        lambda session, photos, day: gather_access(
            session, photos, wanted.case_id, choice, day, staff_id=store.staff_id
        ),
        build_access_report,
        access_report_file_name,
        gaps_in_access_report,
    )
