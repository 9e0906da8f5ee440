"""The office's own documents stand in the preview for whom they are, and what was let out is kept with the case."""

from pathlib import Path

from PySide6.QtWidgets import QPlainTextEdit
from sqlalchemy import select

from tests.desktop.visits.advisor import Advisor
from zwk_barrier.casework import records
from zwk_barrier.desktop.destinations import ToCaseload, ToCaseReport, ToCraftPlan, ToHandover
from zwk_barrier.desktop.preview.page import PreviewPage
from zwk_barrier.model import PrintedDocument, Staff


def shown(reader: Advisor) -> str:
    text = reader.shown(QPlainTextEdit, "preview_text").toPlainText()
    return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())


def go(reader: Advisor, destination: object) -> str:
    reader.workplace.go(destination)  # type: ignore[arg-type]
    reader.rest()
    return shown(reader)


def test_each_of_them_can_be_read(reader: Advisor) -> None:
    case_id = reader.view().case.id
    assert "Fallbericht" in go(reader, ToCaseReport(case_id))
    assert "Olga Petrova" in shown(reader)
    assert "In 30 Sekunden" in go(reader, ToHandover(case_id))
    assert "Fallliste" in go(reader, ToCaseload())
    said = go(reader, ToCraftPlan(case_id))
    assert "Maßnahmenplan" in said
    assert "Petrova" not in said


def test_a_redacted_report_names_nobody_and_who_let_it_out_is_kept(reader: Advisor, tmp_path: Path) -> None:
    case_id = reader.view().case.id
    said = go(reader, ToCaseReport(case_id, is_redacted=True))
    assert "unkenntlich gemacht" in said
    assert "Petrova" not in said
    path = tmp_path / "Fallbericht.pdf"
    reader.shown(PreviewPage, "preview_page").save_to(str(path))
    reader.rest()
    assert path.read_bytes().startswith(b"%PDF")
    with reader.office.reading() as session:
        (kept,) = session.scalars(select(PrintedDocument)).all()
    assert (kept.kind, kept.variant, kept.case_id) == ("case_report", "redacted", case_id)
    assert kept.staff_id == reader.office.staff_id


def test_whom_a_case_report_is_not_for_reads_why(reader: Advisor) -> None:
    case_id = reader.view().case.id
    records.keep(reader.office, Staff, reader.office.staff_id, role="verwaltung")
    go(reader, ToCaseReport(case_id))
    assert "nur die Leitung und die zuständige Beratung" in reader.words("preview_state")
    assert shown(reader) == ""
