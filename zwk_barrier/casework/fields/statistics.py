"""What the statistics keep."""

from collections.abc import Mapping
from typing import Final

from zwk_barrier.casework.fields.field_name import FieldName
from zwk_barrier.wording import N_

FIELDS: Final[Mapping[str, FieldName]] = {
    "report_comment.begins_on": FieldName(N_("Vom")),
    "report_comment.ends_on": FieldName(N_("Bis")),
    "report_comment.template": FieldName(N_("Vorlage")),
    "report_comment.section": FieldName(N_("Abschnitt")),
    "report_comment.comment": FieldName(N_("Anmerkung")),
    "population_table.kind": FieldName(N_("Art"), "population_kind"),
    "population_table.title": FieldName(N_("Titel")),
    "population_table.source": FieldName(N_("Quelle")),
    "population_table.counted_on": FieldName(N_("Stichtag")),
    "population_table.is_rounded": FieldName(N_("Zahlen sind gerundet")),
    "population_table.note": FieldName(N_("Notiz")),
    "population_count.area": FieldName(N_("Ortsteil")),
    "population_count.sex": FieldName(N_("Geschlecht"), "gender"),
    "population_count.age_from": FieldName(N_("Alter von")),
    "population_count.age_to": FieldName(N_("Alter bis")),
    "population_count.persons": FieldName(N_("Anzahl")),
    "quality_note.rule": FieldName(N_("Hinweis")),
    "quality_note.staff_id": FieldName(N_("Geprüft von")),
    "quality_note.note": FieldName(N_("Notiz")),
}
