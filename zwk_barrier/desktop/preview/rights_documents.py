"""The documents about a person's rights in the preview: information, consent form."""

from zwk_barrier.casework.rights_sheets import gather_consent, gather_notice
from zwk_barrier.desktop.destinations import Destination, ToConsentForm, ToPrivacyNotice
from zwk_barrier.desktop.preview.document_kind import DocumentKind
from zwk_barrier.reports.rights_sheet import build_rights_sheet, rights_sheet_file_name
from zwk_barrier.wording import _


def rights_document(destination: Destination) -> DocumentKind | None:
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
            )
        case _:
            return None
