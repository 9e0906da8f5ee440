"""How the case came about, what the person wants, what was said about data, and how it ends."""

from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.casework.case.overview import CaseOverview
from zwk_barrier.casework.fields import field_name
from zwk_barrier.desktop.binding import Binding
from zwk_barrier.desktop.cases.closing import Closing
from zwk_barrier.desktop.cases.consents import consent_entries
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.field_history import FieldHistory
from zwk_barrier.desktop.record_rows import RecordRows
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.date_field import DateField, this_day
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.model import CaseFile
from zwk_barrier.wording import _


class IntakeTab(QWidget):
    """The request, data protection, consents, and the end."""

    def __init__(self, desk: Desk, history: FieldHistory) -> None:
        super().__init__()
        self.setObjectName("case_intake")
        self._binding = Binding(desk, CaseFile, owner=self)
        self._consents = consent_entries(desk, history)
        self._closing = Closing(desk)
        form = FormRows("case_intake_form")
        rows = RecordRows(form, self._binding)
        self._add_request(rows)
        _add_privacy(rows)
        history.watch(self._binding)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(24)
        for part in (form, self._consents, self._closing):
            column.addWidget(part)
        column.addStretch()

    def show_case(self, overview: CaseOverview) -> None:
        """Shows the request of the case."""
        self._advisor.set_items([(str(person.id), person.name) for person in overview.staff])
        self._binding.show(overview.view.case)
        self._consents.show_entries(overview.view.case.id, overview.view.consents)
        self._closing.show_case(overview)

    def _add_request(self, rows: RecordRows) -> None:
        rows.form.section(_("Anfrage"), name="request_section")
        rows.note("concern", key="A", lines=2)
        rows.text("summary", hint=_("Steht oben unter „In 30 Sekunden“."), wide=True)
        rows.choice("urgency", key="D")
        rows.coming_day("discharge_on")
        self._advisor = rows.form.row(_("Zuständig"), ChoiceField("case_file_advisor_id"))
        self._binding.tie_several(self._advisor, _advisor, _advisor_code, columns=("advisor_id",))
        rows.choice("counselling_type")
        rows.choice("main_occasion")
        rows.many("occasions")
        opened = rows.form.row(
            field_name("case_file", "opened_at").title, DateField("case_file_opened_on", latest=this_day)
        )
        self._binding.tie_several(opened, _opened, _opened_on, columns=("opened_at",))
        rows.choice("channel")
        rows.choice("enquirer")
        rows.choice("access_path")
        rows.note("personal_note", lines=2)


def _add_privacy(rows: RecordRows) -> None:
    rows.form.section(_("Datenschutz"), name="privacy_section")
    rows.past_day("privacy_given_on")
    rows.choice("privacy_form")
    rows.text("privacy_version")
    rows.choice("legal_basis")


def _opened(day: Any) -> dict[str, Any]:
    """Noon of a day that is entered afterwards; a case always has a day, so an empty field changes nothing."""
    return {} if day is None else {"opened_at": datetime.combine(day, time(12)).astimezone()}


def _opened_on(case: Any) -> date:
    opened_at: datetime = case.opened_at
    return opened_at.astimezone().date()


def _advisor(code: Any) -> dict[str, Any]:
    return {"advisor_id": None if code is None else UUID(code)}


def _advisor_code(case: Any) -> str | None:
    return None if case.advisor_id is None else str(case.advisor_id)
