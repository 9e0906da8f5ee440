"""What a document leaves open is named before it is printed, with the place where it is entered."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tests.reports import client_copies, office_documents, records, rights_documents, sheets
from zwk_barrier.casework.printing.document_gaps import (
    Gap,
    gaps_in_access_report,
    gaps_in_case_report,
    gaps_in_caseload,
    gaps_in_client_copy,
    gaps_in_craft_plan,
    gaps_in_handover,
    gaps_in_rights_sheet,
    gaps_in_visit_report,
    gaps_in_visit_sheet,
)
from zwk_barrier.model.craft_plan import CraftMeasure, CraftTrade
from zwk_barrier.model.report_parts import Grid, GridColumn
from zwk_barrier.model.rights_sheet import SheetText
from zwk_barrier.reference.rights_texts import NOTICE

HEAD = {"Name der Beratungsstelle", "Anschrift der Beratungsstelle", "Telefon der Beratungsstelle"}


def titles(gaps: tuple[Gap, ...]) -> set[str]:
    return {gap.title for gap in gaps}


def test_a_complete_visit_report_leaves_only_what_it_really_does_not_say() -> None:
    report = records.ordinary(person_facts=(("Geboren", "01.02.1945"),))
    assert titles(gaps_in_visit_report(report)) == {"Kosten von 1 Maßnahme"}
    priced = replace(report, measures=report.measures[1:])
    assert gaps_in_visit_report(priced) == ()


def test_an_empty_visit_report_names_everything_with_its_field() -> None:
    gaps = gaps_in_visit_report(records.empty(is_dated=False))
    assert titles(gaps) >= HEAD | {"Tag des Besuchs", "Zusammenfassung", "Wer war dabei", "Name der Person"}
    assert Gap("Zusammenfassung", "visit", "visit_summary") in gaps
    assert Gap("Anschrift der Wohnung", "dwelling", "building_street") in gaps


EMPTY: list[tuple[Callable[[Any], tuple[Gap, ...]], Any, set[str]]] = [
    (gaps_in_client_copy, client_copies.empty("tr"), {"Tag des Besuchs", "Maßnahmen", "Kontaktzeile"}),
    (gaps_in_visit_sheet, replace(sheets.ORDINARY, planned=None, begins=""), {"Tag des Besuchs", "Beginn"}),
    (gaps_in_craft_plan, office_documents.empty_craft(), {"Anschrift der Wohnung", "Maßnahmen"}),
    (gaps_in_case_report, office_documents.empty_report(), {"Name der Person", "Rechtsgrundlage"}),
    (
        gaps_in_handover,
        office_documents.empty_handover(),
        {"Name der Person", "Nächster Schritt", "Kontakte"},
    ),
    (gaps_in_rights_sheet, rights_documents.empty(NOTICE), HEAD),
    (gaps_in_access_report, rights_documents.nothing_kept(), {"Name der Person"} | HEAD),
]


@pytest.mark.parametrize(("gaps", "record", "missing"), EMPTY)
def test_every_document_names_what_it_lacks(
    gaps: Callable[[Any], tuple[Gap, ...]], record: Any, missing: set[str]
) -> None:
    assert missing <= titles(gaps(record))


def test_a_sheet_without_a_name_misses_nobodys() -> None:
    nameless = replace(sheets.ORDINARY, person="", address=())
    assert gaps_in_visit_sheet(nameless) == ()
    assert titles(gaps_in_visit_sheet(replace(sheets.ORDINARY, address=()))) == {"Anschrift der Wohnung"}


def test_placeholders_that_found_nothing_lead_to_where_they_are_entered() -> None:
    sheet = replace(
        rights_documents.sheet(NOTICE),
        texts=(SheetText("Rufen Sie an: [Telefon der Beratungsstelle] [sic]"),),
    )
    gaps = gaps_in_rights_sheet(sheet)
    assert Gap("Telefon der Beratungsstelle", "office", "office_phone") in gaps
    assert titles(gaps) == {"Telefon der Beratungsstelle", "Ihre Fassung des Mustertexts"}
    assert Gap("Ihre Fassung des Mustertexts", "letters", "letters_template", NOTICE) in gaps


def test_a_translation_nobody_has_read_is_named_with_its_language() -> None:
    gaps = gaps_in_client_copy(replace(client_copies.ordinary("tr"), is_reviewed=False))
    assert Gap("Prüfung der Übersetzung", "paper", "review_rows", "tr") in gaps


def test_a_plan_for_craftsmen_counts_what_has_no_size_and_no_trade() -> None:
    work = (CraftMeasure("Haltegriff", "Bad"), CraftMeasure("Tür", "Bad", (("63 cm", "80 cm"),)))
    plan = replace(
        office_documents.craft(),
        trades=(CraftTrade("Noch keinem Gewerk zugeordnet", work, is_known=False),),
        rooms=(),
    )
    assert titles(gaps_in_craft_plan(plan)) == {"Maße zu 1 Maßnahme", "Gewerk von 2 Maßnahmen"}


def test_a_list_of_cases_counts_those_without_a_name() -> None:
    grid = Grid((GridColumn("Fall", 1),), (("Name nicht bekannt\nFall 1",), ("Olga Petrova\nFall 2",)))
    shown = office_documents.caseload(1)
    shown = replace(shown, advisors=(replace(shown.advisors[0], cases=grid),))
    assert gaps_in_caseload(shown) == (Gap("Name in 1 Fall", "cases"),)


def test_what_a_redacted_report_hides_is_not_missing() -> None:
    assert not titles(gaps_in_case_report(office_documents.redacted())) & HEAD
