"""Where somebody lives: building and dwelling."""

from collections.abc import Mapping
from typing import Final

from zwk_barrier.casework.fields.field_name import FieldName
from zwk_barrier.wording import N_

FIELDS: Final[Mapping[str, FieldName]] = {
    "building.street": FieldName(N_("Straße")),
    "building.house_number": FieldName(N_("Hausnummer")),
    "building.postcode": FieldName(N_("Postleitzahl")),
    "building.town": FieldName(N_("Ort")),
    "building.area": FieldName(N_("Stadtteil")),
    "building.building_type": FieldName(N_("Gebäudetyp"), "building_type"),
    "building.building_age": FieldName(N_("Baujahr"), "building_age"),
    "building.floors": FieldName(N_("Geschosse")),
    "building.has_lift": FieldName(N_("Aufzug")),
    "building.steps_to_entrance": FieldName(N_("Stufen bis zur Haustür")),
    "building.is_listed": FieldName(N_("Denkmalschutz")),
    "building.is_condominium": FieldName(N_("Eigentümergemeinschaft (WEG)")),
    "building.escape_route_note": FieldName(N_("Brandschutz und Rettungsweg")),
    "dwelling.location": FieldName(N_("Lage im Haus")),
    "dwelling.floor": FieldName(N_("Stockwerk")),
    "dwelling.steps_to_dwelling": FieldName(N_("Stufen von der Haustür zur Wohnung")),
    "dwelling.tenure": FieldName(N_("Wohnverhältnis"), "tenure"),
    "dwelling.landlord": FieldName(N_("Vermietung"), "landlord"),
    "dwelling.landlord_name": FieldName(N_("Name der Vermietung")),
    "dwelling.landlord_address": FieldName(N_("Anschrift der Vermietung")),
    "dwelling.consent_state": FieldName(N_("Zustimmung der Vermietung"), "consent_state"),
    "dwelling.consent_on": FieldName(N_("Zugestimmt oder abgelehnt am")),
    "dwelling.resolution_state": FieldName(N_("Beschluss der Eigentümergemeinschaft"), "consent_state"),
    "dwelling.resolution_on": FieldName(N_("Beschlossen oder abgelehnt am")),
    "dwelling.living_space": FieldName(N_("Wohnfläche"), in_unit="m²"),
    "dwelling.room_count": FieldName(N_("Zimmer")),
    "dwelling.lived_since": FieldName(N_("Wohnt hier seit")),
    "dwelling.is_rent_bound": FieldName(N_("Sozialbindung (WBS)")),
    "dwelling.has_plans": FieldName(N_("Pläne vorhanden")),
    "dwelling.note": FieldName(N_("Notiz zur Wohnung")),
}
