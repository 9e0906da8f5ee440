"""The person and their household: every field optional, kept one by one."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.casework.case.overview import CaseOverview
from zwk_barrier.desktop.binding import Binding
from zwk_barrier.desktop.cases.functions_section import FunctionsSection
from zwk_barrier.desktop.cases.household_section import HouseholdSection
from zwk_barrier.desktop.cases.people import related_entries
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.field_history import FieldHistory
from zwk_barrier.desktop.record_rows import RecordRows
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.model import Person
from zwk_barrier.wording import _


class PersonTab(QWidget):
    """Person, household, health and care, what is hard, dimensions, insurance, and the people around."""

    def __init__(self, desk: Desk, history: FieldHistory) -> None:
        super().__init__()
        self.setObjectName("case_person")
        self._binding = Binding(desk, Person, owner=self)
        self._related = related_entries(desk, history)
        self._household = HouseholdSection(desk, history)
        self._functions = FunctionsSection(desk)
        form = FormRows("case_person_form")
        rows = RecordRows(form, self._binding)
        _add_person(rows)
        _add_household(rows)
        _add_health(rows)
        more = FormRows("case_person_more_form")
        further = RecordRows(more, self._binding)
        _add_dimensions(further)
        _add_insurance(further)
        history.watch(self._binding)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(24)
        column.addWidget(form)
        column.addWidget(self._household)
        column.addWidget(self._functions)
        column.addWidget(more)
        column.addWidget(self._related)
        column.addStretch()

    def show_case(self, overview: CaseOverview) -> None:
        """Shows the person of the case."""
        self._binding.show(overview.view.person)
        self._household.show_person(overview.view.person.id)
        self._functions.show_person(overview.view.person.id)
        self._related.show_entries(overview.view.case.id, overview.view.related)


def _add_person(rows: RecordRows) -> None:
    rows.form.section(_("Person"), name="person_section")
    rows.text("given_name", key="V")
    rows.text("family_name", key="N")
    rows.birth(_("Geburtsdatum oder Jahr"), "born_on", "birth_year", hint=_("Das Jahr allein genügt."))
    rows.choice("gender")
    rows.phone("phone", key="T")
    rows.phone("phone_other")
    rows.text("email")
    rows.choice("contact_preference")
    rows.choice("language")
    rows.many("communication")
    rows.text("salutation")
    rows.choice("migration", hint=_("Freiwillig"))


def _add_household(rows: RecordRows) -> None:
    rows.form.section(_("Haushalt"), name="household_section")
    rows.choice("household_form")
    rows.choice("income")
    rows.whole("household_size", 1, 30)
    rows.whole(
        "household_in_care",
        0,
        30,
        hint=_("Davon hängt der Höchstbetrag nach §\N{NO-BREAK SPACE}40 SGB XI ab."),
    )
    rows.yes_no("is_employed")


def _add_health(rows: RecordRows) -> None:
    rows.form.section(_("Gesundheit und Pflege"), name="health_section")
    rows.choice("care_grade", key="P")
    rows.past_day("care_grade_since")
    rows.many("impairments")
    rows.many("aids")
    rows.choice("falls")
    rows.whole("disability_degree", 20, 100)
    rows.many("disability_marks")
    rows.choice("guardianship")
    hint = _("Nur, wenn es nötig ist: Die Kasse fragt nach der Funktion.")
    rows.note("diagnoses", hint=hint, lines=2)


def _add_dimensions(rows: RecordRows) -> None:
    rows.form.section(_("Maße der Person und ihres Hilfsmittels"), name="dimensions_section")
    rows.whole("aid_width_cm", 20, 200, hint=_("Mit Händen am Greifreifen: danach richten sich die Türen."))
    rows.whole("aid_length_cm", 20, 250, hint=_("Mit Füßen und Anbauten"))
    rows.whole("turning_circle_cm", 50, 300, hint=_("Der kleinste Kreis, in dem die Person wendet"))
    rows.whole("seat_height_cm", 20, 90, hint=_("Von der sie gut aufsteht oder umsetzt"))
    rows.whole("reach_low_cm", 0, 200)
    rows.whole("reach_high_cm", 20, 260)


def _add_insurance(rows: RecordRows) -> None:
    rows.form.section(_("Versicherung"), name="insurance_section")
    rows.choice("insurance_type")
    rows.whole(
        "insurance_share",
        1,
        100,
        hint=_("Was der Tarif zahlt, zum Beispiel 30\N{NO-BREAK SPACE}% neben der Beihilfe"),
    )
    rows.text("insurance")
    rows.text("insurance_number", hint=_("Nur für einen Antrag"))
    rows.note("note", lines=2)
