"""The office's own documents in the preview: case report, hand-over sheet, caseload list, plan for craftsmen."""

from typing import TYPE_CHECKING, cast

from zwk_barrier.casework.printing.case_report import gather_case_report, pseudonym_key
from zwk_barrier.casework.printing.caseload_list import gather_caseload
from zwk_barrier.casework.printing.craft_plan import gather_craft_plan
from zwk_barrier.casework.printing.document_gaps import (
    gaps_in_case_report,
    gaps_in_caseload,
    gaps_in_craft_plan,
    gaps_in_handover,
)
from zwk_barrier.casework.printing.handover_sheet import gather_handover
from zwk_barrier.casework.printing.review_sheet import gather_review_sheet
from zwk_barrier.desktop.destinations import (
    Destination,
    ToCaseload,
    ToCaseReport,
    ToCraftPlan,
    ToHandover,
    ToReviewSheet,
)
from zwk_barrier.desktop.preview.document_kind import DocumentKind
from zwk_barrier.model.case_report import SECTIONS, ReportChoice
from zwk_barrier.reports.documents.case_report import build_case_report
from zwk_barrier.reports.documents.caseload_list import build_caseload_list
from zwk_barrier.reports.documents.craft_plan import build_craft_plan
from zwk_barrier.reports.documents.handover_sheet import build_handover_sheet
from zwk_barrier.reports.documents.review_sheet import build_review_sheet, review_sheet_file_name
from zwk_barrier.reports.files import (
    case_report_file_name,
    caseload_file_name,
    craft_plan_file_name,
    handover_file_name,
)
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _

if TYPE_CHECKING:
    from zwk_barrier.reference.client_texts import ClientLanguage


def office_document(destination: Destination, store: OfficeStore) -> DocumentKind | None:
    """The document to show there, for whoever is logged in; ``None`` for another destination."""
    match destination:
        case ToCaseReport():
            return _case_report(destination, store)
        case ToHandover(case_id):
            return DocumentKind(
                _("In 30 Sekunden"),
                _("Das Blatt wird gesetzt …"),
                _("Blatt speichern"),
                _("Das Blatt ist beim Drucker."),
                lambda session, _photos, day: gather_handover(session, case_id, day),
                build_handover_sheet,
                handover_file_name,
                gaps_in_handover,
            )
        case ToCaseload(advisor_id):
            return DocumentKind(
                _("Fallliste"),
                _("Die Liste wird gesetzt …"),
                _("Liste speichern"),
                _("Die Liste ist beim Drucker."),
                lambda session, _photos, day: gather_caseload(
                    session, advisor_id, day, staff_id=store.staff_id
                ),
                build_caseload_list,
                caseload_file_name,
                gaps_in_caseload,
            )
        case ToReviewSheet(language):
            return DocumentKind(
                _("Prüfblatt"),
                _("Das Blatt wird gesetzt …"),
                _("Blatt speichern"),
                _("Das Blatt ist beim Drucker."),
                lambda session, _photos, day: gather_review_sheet(
                    session, cast("ClientLanguage", language), day
                ),
                build_review_sheet,
                review_sheet_file_name,
            )
        case ToCraftPlan(case_id, trade, chosen):
            return DocumentKind(
                _("Maßnahmenplan"),
                _("Der Plan wird gesetzt …"),
                _("Plan speichern"),
                _("Der Plan ist beim Drucker."),
                lambda session, photos, day: gather_craft_plan(
                    session, photos, case_id, day, trade=trade, chosen=chosen
                ),
                build_craft_plan,
                craft_plan_file_name,
                gaps_in_craft_plan,
            )
        case _:
            return None


def _case_report(wanted: ToCaseReport, store: OfficeStore) -> DocumentKind:
    choice = ReportChoice(
        wanted.sections or SECTIONS,
        wanted.with_diagnoses,
        wanted.with_photos,
        wanted.is_redacted,
        wanted.with_texts,
    )
    return DocumentKind(
        _("Fallbericht"),
        _("Der Fallbericht wird gesetzt …"),
        _("Fallbericht speichern"),
        _("Der Fallbericht ist beim Drucker."),
        lambda session, photos, day: gather_case_report(
            session,
            photos,
            wanted.case_id,
            choice,
            staff_id=store.staff_id,
            key=pseudonym_key(store),
            day=day,
        ),
        build_case_report,
        case_report_file_name,
        gaps_in_case_report,
    )
