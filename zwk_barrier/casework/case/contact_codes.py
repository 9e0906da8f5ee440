"""Which code of one list stands for which of another, so that a caller is asked once."""

from typing import Final

KIND_OF_CHANNEL: Final = {
    "tel": "telefon",
    "pers": "sprechstunde",
    "mail": "mail",
    "online": "mail",
    "brief": "brief",
    "weiterl": "brief",
    "video": "video",
    "hausbesuch": "hausbesuch",
}
"""The kind of contact (code list contact_kind) a channel usually means."""

RELATION_OF_ENQUIRER: Final = {
    "partner": "partner",
    "kind": "kind",
    "sonst_angeh": "sonst_angeh",
    "nachbar_freund": "nachbar_freund",
    "betreuer": "betreuer",
    "pflegedienst": "pflegedienst",
    "klinik_sozialdienst": "klinik_sozialdienst",
    "reha": "klinik_sozialdienst",
    "arzt": "arzt",
    "therapeut": "ergotherapie",
    "pflegestuetzpunkt": "pflegeberatung",
    "pflegekasse": "pflegekasse",
    "sozialamt": "amt",
    "amt_mmb": "amt",
    "wohnungsuntern": "vermieter",
    "vermieter_privat": "vermieter",
    "handwerk_planer": "handwerk",
    "ehrenamt": "ehrenamt",
}
"""Who asked (code list enquirer) as who they are to the person (code list relation)."""
