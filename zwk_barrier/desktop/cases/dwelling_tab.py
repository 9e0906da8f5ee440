"""The dwelling and the building it is in."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.casework.case.overview import CaseOverview
from zwk_barrier.desktop.binding import Binding
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.field_history import FieldHistory
from zwk_barrier.desktop.record_rows import RecordRows, area_choices
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.model import Building, Dwelling
from zwk_barrier.reference.areas import load_areas
from zwk_barrier.wording import _


class DwellingTab(QWidget):
    """Address, building, dwelling."""

    def __init__(self, desk: Desk, history: FieldHistory) -> None:
        super().__init__()
        self.setObjectName("case_dwelling")
        self._building = Binding(desk, Building, owner=self)
        self._dwelling = Binding(desk, Dwelling, owner=self)
        self._region = ""
        form = FormRows("case_dwelling_form")
        building, dwelling = RecordRows(form, self._building), RecordRows(form, self._dwelling)
        self._add_address(building)
        _add_way_in(building, dwelling)
        _add_building(building)
        _add_dwelling(dwelling)
        _add_consent(dwelling)
        for binding in (self._building, self._dwelling):
            history.watch(binding)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(form)
        column.addStretch()

    def show_case(self, overview: CaseOverview) -> None:
        """Shows where the person lives."""
        if overview.region != self._region:
            self._region = overview.region
            self._area.set_items(area_choices(load_areas(overview.region)))
        self._building.show(overview.view.building)
        self._dwelling.show(overview.view.dwelling)

    def _add_address(self, rows: RecordRows) -> None:
        rows.form.section(_("Adresse"), name="address_section")
        rows.text("street", key="S")
        rows.text("house_number")
        rows.text("postcode")
        rows.text("town")
        self._area = rows.offered("area", [], key="t")


def _add_way_in(building: RecordRows, dwelling: RecordRows) -> None:
    building.form.section(_("Der Weg in die Wohnung"), name="way_in_section")
    building.whole("steps_to_entrance", 0, 500)
    dwelling.whole("steps_to_dwelling", 0, 1500)
    dwelling.whole("floor", -3, 60, hint=_("Erdgeschoss ist 0."))
    building.yes_no("has_lift")
    dwelling.text("location", hint=_("Zum Beispiel: Hinterhaus, links"))
    building.whole("floors", 0, 60)


def _add_building(rows: RecordRows) -> None:
    rows.form.section(_("Gebäude"), name="building_section")
    rows.choice("building_type")
    rows.choice("building_age")
    rows.yes_no("is_listed")
    rows.yes_no("is_condominium")
    rows.note(
        "escape_route_note",
        hint=_("Ein Treppenlift im gemeinsamen Treppenhaus engt den Rettungsweg ein."),
        lines=2,
    )


def _add_dwelling(rows: RecordRows) -> None:
    rows.form.section(_("Wohnung"), name="dwelling_section")
    rows.choice("tenure")
    rows.choice("landlord")
    rows.text("landlord_name")
    rows.note("landlord_address", lines=3)
    rows.yes_no("is_rent_bound")
    rows.number("living_space")
    rows.number("room_count")
    rows.whole("lived_since", 1900, 2100, hint=_("Nur das Jahr"))
    rows.yes_no("has_plans")
    rows.note("note", lines=2)


def _add_consent(rows: RecordRows) -> None:
    rows.form.section(_("Zustimmung zum Umbau"), name="consent_section")
    rows.choice("consent_state", hint=_("Zur Miete (§\N{NO-BREAK SPACE}554\N{NO-BREAK SPACE}BGB)"))
    rows.past_day("consent_on")
    hint = _("Bei einer Eigentümergemeinschaft (§\N{NO-BREAK SPACE}20\N{NO-BREAK SPACE}WEG)")
    rows.choice("resolution_state", hint=hint)
    rows.past_day("resolution_on")
