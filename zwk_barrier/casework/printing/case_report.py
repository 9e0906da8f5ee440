"""Gathers a case report: chosen sections of one case, as they are or without anybody in them."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from zwk_barrier import wording
from zwk_barrier.casework.case.cases import CaseView, load_case
from zwk_barrier.casework.office.roles import ADVISING, role_of
from zwk_barrier.casework.office.staff import all_staff, office_settings
from zwk_barrier.casework.printing import case_report_papers, case_report_person, case_report_visits
from zwk_barrier.casework.printing.identities import Identities, identities_of
from zwk_barrier.casework.printing.letterhead import letterhead_of
from zwk_barrier.casework.printing.report_material import Facts, Material, filled, value
from zwk_barrier.casework.printing.telling import RedactedTelling, Telling, redacted
from zwk_barrier.model.case_report import SECTIONS, CaseReport, ReportChoice
from zwk_barrier.model.report_parts import Section
from zwk_barrier.problems import NotAllowed
from zwk_barrier.store.keys import derived_key
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.store.photos import PhotoStore
from zwk_barrier.wording import N_, _

LEADS: Final = "leitung"

SECTION_TITLES: Final[Mapping[str, str]] = {
    "person": N_("Person"),
    "household": N_("Haushalt und Bezugspersonen"),
    "dwelling": N_("Wohnung"),
    "contacts": N_("Kontakte"),
    "visits": N_("Hausbesuche"),
    "fit": N_("Passung"),
    "measures": N_("Maßnahmen und Kosten"),
    "funding": N_("Förderung und Fristen"),
    "letters": N_("Schreiben"),
    "disclosures": N_("Weitergaben"),
    "tasks": N_("Offene Aufgaben"),
    "outcome": N_("Ergebnis"),
}
"""What each section is called where it is chosen; German message ids."""

_SECTIONS: Final[Mapping[str, Callable[[Material], Section]]] = {
    "person": case_report_person.person,
    "household": case_report_person.around,
    "dwelling": case_report_person.dwelling,
    "contacts": case_report_person.contacts,
    "visits": case_report_visits.visits,
    "fit": case_report_visits.fit,
    "measures": case_report_visits.measures,
    "funding": case_report_papers.funding,
    "letters": case_report_papers.letters,
    "disclosures": case_report_papers.disclosures,
    "tasks": case_report_papers.tasks,
    "outcome": case_report_papers.outcome,
}


def may_report(session: Session, staff_id: UUID, view: CaseView) -> bool:
    """Whether this person may print the case: who leads, and the advisor who has it."""
    role = role_of(session, staff_id)
    return role == LEADS or (role in ADVISING and view.case.advisor_id == staff_id)


def pseudonym_key(store: OfficeStore) -> bytes:
    """The office's own key for pseudonyms: the same for all who log in, and unknown outside."""
    return derived_key(store.data_key, "pseudonyms")


def gather_case_report(
    session: Session,
    photos: PhotoStore,
    case_id: UUID,
    choice: ReportChoice,
    *,
    staff_id: UUID,
    key: bytes,
    day: date,
) -> CaseReport:
    """The report of one case as of ``day`` for ``staff_id``; ``key`` is what pseudonyms are made with.

    The advisor's personal notes are never in it.  Raises NotFound, and NotAllowed unless this person leads or
    has the case.
    """
    view = load_case(session, case_id)
    if not may_report(session, staff_id, view):
        raise NotAllowed(
            _("Den Fallbericht dürfen nur die Leitung und die zuständige Beratung sehen."),
            advice=_("Bitten Sie eine von ihnen darum."),
        )
    office = office_settings(session)
    identities = identities_of(session, view, office, key) if choice.is_redacted else None
    tell = Telling() if identities is None else RedactedTelling(identities, choice.with_texts)
    of = Material(session, photos, view, office, tuple(all_staff(session)), tell, choice, day)
    sections = tuple(_SECTIONS[code](of) for code in SECTIONS if code in choice.sections)
    if identities is not None:
        sections = redacted(session, sections, identities)
    return _report(of, sections, identities, staff_id)


def _report(
    of: Material, sections: tuple[Section, ...], identities: Identities | None, staff_id: UUID
) -> CaseReport:
    case = of.view.case
    head = letterhead_of(of.office)
    return CaseReport(
        letterhead=head if identities is None else replace(head, address=(), phone="", email=""),
        case_number=case.number if identities is None else identities.of("case", case.id.hex),
        person=of.tell.client(of.view.person),
        address=case_report_person.address(of),
        facts=_facts(of),
        sections=sections,
        is_redacted=identities is not None,
        redacted=() if identities is None else _what_was_redacted(of.choice),
        left_out=_what_is_left_out(of.choice),
        printed_on=of.day,
        printed_by=of.staff_name(staff_id),
        language=wording.language(),
    )


def _facts(of: Material) -> Facts:
    case = of.view.case
    return filled(
        (_("Zuständig"), of.tell.staff(of.view.advisor) or _("niemand")),
        (_("Eingang"), of.tell.day(case.opened_at.astimezone().date())),
        (_("Stand"), value(case, "status")),
        (_("Dringlichkeit"), value(case, "urgency")),
        (_("Rechtsgrundlage"), value(case, "legal_basis")),
    )


def _what_was_redacted(choice: ReportChoice) -> tuple[str, ...]:
    texts = (
        _(
            "In freien Texten sind die Namen, Straßen und Nummern ersetzt, die in der Beratungsstelle bekannt sind."
        )
        if choice.with_texts
        else _("Freie Texte sind weggelassen.")
    )
    return tuple(
        text
        for text in (
            _("Namen von Personen, Fachkräften, Firmen und Stellen sind durch Kennungen ersetzt."),
            _(
                "Dieselbe Kennung steht in allen Berichten dieser Beratungsstelle für dieselbe Person oder Stelle."
            ),
            _("Statt der Anschrift steht der Stadtteil, statt des Geburtsdatums die Altersgruppe."),
            _("Tage sind auf den Monat gekürzt."),
            _("Telefonnummern, E-Mail-Adressen, Fallnummer und Aktenzeichen fehlen."),
            texts,
            _("Fotos fehlen: Ein Programm kann auf ihnen niemanden unkenntlich machen."),
            _("Bitte vor der Weitergabe lesen: Wer nur umschrieben ist, kann trotzdem erkennbar sein.")
            if choice.with_texts
            else "",
        )
        if text
    )


def _what_is_left_out(choice: ReportChoice) -> tuple[str, ...]:
    missing = [_(SECTION_TITLES[code]) for code in SECTIONS if code not in choice.sections]
    told = _("Nicht gewählte Abschnitte: {sections}.").format(sections=", ".join(missing)) if missing else ""
    diagnoses = "" if choice.with_diagnoses else _("Diagnosen sind nicht enthalten.")
    own = _("Persönliche Notizen der Beratung sind nie enthalten.")
    return tuple(text for text in (told, diagnoses, own) if text)
