"""Measures: quotes, the approval of a plan, and what became of it."""

from collections.abc import Mapping
from typing import Final

from zwk_barrier.casework.fields.field_name import FieldName
from zwk_barrier.wording import N_

FIELDS: Final[Mapping[str, FieldName]] = {
    "measure.catalogue_number": FieldName(N_("Nummer im Katalog")),
    "measure.title": FieldName(N_("Maßnahme")),
    "measure.reason": FieldName(N_("Begründung")),
    "measure.kind": FieldName(N_("Art der Maßnahme"), "measure_kind"),
    "measure.priority": FieldName(N_("Priorität"), "priority"),
    "measure.cost_low": FieldName(N_("Kosten von"), in_unit="€"),
    "measure.cost_high": FieldName(N_("Kosten bis"), in_unit="€"),
    "measure.cost_quoted": FieldName(N_("Kosten laut Angebot"), in_unit="€"),
    "measure.cost_actual": FieldName(N_("Tatsächliche Kosten"), in_unit="€"),
    "measure.barriers": FieldName(N_("Löst")),
    "measure.payers": FieldName(N_("Wer könnte zahlen"), "payer"),
    "measure.payer_note": FieldName(N_("Notiz zur Finanzierung")),
    "measure.status": FieldName(N_("Status"), "measure_status"),
    "measure.needs_consent": FieldName(N_("Zustimmung der Vermietung nötig")),
    "measure.trade": FieldName(N_("Gewerk"), "trade"),
    "measure.due_on": FieldName(N_("Termin")),
    "measure.ordered_on": FieldName(N_("Beauftragt am")),
    "measure.early_start_reason": FieldName(N_("Grund für den frühen Beginn")),
    "measure.done_on": FieldName(N_("Umgesetzt am")),
    "measure.not_done_reason": FieldName(N_("Grund der Nichtumsetzung"), "not_done_reason"),
    "measure.position": FieldName(N_("Reihenfolge")),
    "quote.company": FieldName(N_("Firma")),
    "quote.amount": FieldName(N_("Betrag brutto"), in_unit="€"),
    "quote.quoted_on": FieldName(N_("Angebot vom")),
    "quote.valid_until": FieldName(N_("Gültig bis")),
    "quote.is_chosen": FieldName(N_("Gewählt")),
    "quote.note": FieldName(N_("Notiz zum Angebot")),
    "quote.position": FieldName(N_("Reihenfolge")),
    "plan_approval.presented_by_id": FieldName(N_("Vorgelegt von")),
    "plan_approval.presented_at": FieldName(N_("Vorgelegt am")),
    "plan_approval.decided_by_id": FieldName(N_("Entschieden von")),
    "plan_approval.decided_at": FieldName(N_("Entschieden am")),
    "plan_approval.decision": FieldName(N_("Entscheidung"), "plan_decision"),
    "plan_approval.comment": FieldName(N_("Anmerkung")),
    "outcome_survey.asked_on": FieldName(N_("Gefragt am")),
    "outcome_survey.asked_when": FieldName(N_("Zeitpunkt"), "survey_time"),
    "outcome_survey.safety": FieldName(N_("Ich fühle mich zu Hause sicherer")),
    "outcome_survey.independence": FieldName(N_("Ich kann mehr allein tun")),
    "outcome_survey.relief": FieldName(N_("Wer mir hilft, ist entlastet")),
    "outcome_survey.staying": FieldName(N_("Ich kann in meiner Wohnung bleiben")),
    "outcome_survey.satisfaction": FieldName(N_("Die Beratung hat mir geholfen")),
    "outcome_survey.falls": FieldName(N_("Stürze seitdem"), "fall_count"),
    "outcome_survey.whereabouts": FieldName(N_("Wohnt jetzt"), "whereabouts"),
    "outcome_survey.note": FieldName(N_("Notiz zur Nachbefragung")),
}
