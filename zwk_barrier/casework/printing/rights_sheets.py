"""Fills the sheets about a person's rights from the office and the case, or leaves lines to write on."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from zwk_barrier.casework.case.cases import CaseView, load_case
from zwk_barrier.casework.office.staff import office_settings
from zwk_barrier.casework.printing.letter_filling import Filler, groups_of
from zwk_barrier.casework.printing.letter_values import values_of_office
from zwk_barrier.casework.printing.letterhead import letterhead_of
from zwk_barrier.casework.printing.own_letters import template_of
from zwk_barrier.casework.printing.visit_report import address_of
from zwk_barrier.model import LetterTemplate as KeptTemplate
from zwk_barrier.model import Office
from zwk_barrier.model.rights_sheet import RightsSheet, SheetText
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.reference.letter_template import LetterTemplate
from zwk_barrier.reference.rights_texts import CONSENT, EASY_NOTICE, NOTICE
from zwk_barrier.rules.typed import format_date
from zwk_barrier.store.journal import history
from zwk_barrier.wording import _, speaking

_HAS_RECIPIENT: Final = ("weitergabe_", "auskunft_")


def gather_notice(session: Session, case_id: UUID | None, day: date, *, easy: bool = False) -> RightsSheet:
    """The information under Art. 13 DSGVO, for a case or for anybody; in German.  Raises NotFound."""
    with speaking("de"):
        template = template_of(session, EASY_NOTICE if easy else NOTICE)
        return notice_sheet(session, template, case_id, day)


def gather_consent(session: Session, case_id: UUID | None, purpose: str, day: date) -> RightsSheet:
    """The form for one purpose (code list consent_purpose), filled from a case or blank; in German.

    Raises NotFound.
    """
    with speaking("de"):
        return consent_sheet(session, template_of(session, CONSENT), case_id, purpose, day)


def notice_sheet(session: Session, template: LetterTemplate, case_id: UUID | None, day: date) -> RightsSheet:
    """The notice in these words, whoever chose them."""
    case = None if case_id is None else load_case(session, case_id)
    facts = () if case is None or template.code == EASY_NOTICE else _who(case, with_address=False)
    return _sheet(session, template, case, day, facts=facts)


def consent_sheet(
    session: Session, template: LetterTemplate, case_id: UUID | None, purpose: str, day: date
) -> RightsSheet:
    """The form in these words, whoever chose them."""
    case = None if case_id is None else load_case(session, case_id)
    known = () if case is None else _who(case, with_address=True)
    recipient = "" if case is None else recipient_of(case, purpose)
    wants_recipient = purpose.startswith(_HAS_RECIPIENT)
    facts = (*known, *([(_("Wen es betrifft"), recipient)] if recipient else []))
    about = (_("Stelle oder Person, die es betrifft"),) if wants_recipient and not recipient else ()
    blanks = (about,) if known else ((_("Name"), _("Geburtsdatum")), (_("Anschrift"), *about))
    return _sheet(
        session,
        template,
        case,
        day,
        facts=facts,
        blanks=tuple(row for row in blanks if row),
        purpose=purpose,
        signatures=(_("Ort und Datum"), _("Unterschrift")),
    )


def recipient_of(case: CaseView, purpose: str) -> str:
    """Whom a consent for this purpose is about, as far as the case knows; empty when it does not."""
    standing = [one for one in case.consents if one.purpose == purpose and one.revoked_on is None]
    named = [one.recipient for one in standing if one.recipient]
    if named:
        return named[-1]
    known = {"weitergabe_kasse": case.person.insurance, "weitergabe_vermieter": case.dwelling.landlord_name}
    return known.get(purpose) or ""


def version_of(session: Session, template: LetterTemplate) -> str:
    """Which edition of the words this is: ``Fassung vom 22.11.2026``; of own words the day of their last change."""
    day = template.checked_on
    own = select(KeptTemplate).where(KeptTemplate.code == template.code, KeptTemplate.removed_at.is_(None))
    row = session.scalars(own).first() if template.is_own else None
    if row is not None:
        changes = history(session, row.id, "content")
        moment = max((one.at for one in changes), default=row.created_at)
        day = moment.astimezone().date()
    return _("Fassung vom {day}").format(day=format_date(day))


def _sheet(
    session: Session,
    template: LetterTemplate,
    case: CaseView | None,
    day: date,
    *,
    facts: tuple[tuple[str, str], ...],
    blanks: tuple[tuple[str, ...], ...] = (),
    purpose: str = "",
    signatures: tuple[str, ...] = (),
) -> RightsSheet:
    office = office_settings(session)
    filler = Filler(_values(office, case), {})
    number = "" if case is None else case.case.number
    return RightsSheet(
        code=template.code,
        letterhead=letterhead_of(office),
        title=_title(filler.filled(template.subject), purpose),
        introduction=filler.filled(template.greeting),
        facts=facts,
        blanks=tuple(row for row in blanks if row),
        texts=tuple(_texts(template, filler, purpose)),
        statement=filler.filled(template.closing),
        signatures=signatures,
        version=version_of(session, template),
        is_pattern=not template.is_own,
        to_check="" if template.is_own or template.code == CONSENT else template.hint_de,
        file_name="_".join(
            part
            for part in (template.file.format(number=number, day=day.isoformat()), purpose, number)
            if part
        ),
        printed_on=day,
        is_easy=template.code == EASY_NOTICE,
    )


def _title(subject: str, purpose: str) -> str:
    label = load_code_list("consent_purpose").label(purpose) if purpose else ""
    return f"{subject}: {label}" if label else subject


def _texts(template: LetterTemplate, filler: Filler, purpose: str) -> Iterable[SheetText]:
    """The texts that hold; of those about one purpose only that of this one."""
    purposes = load_code_list("consent_purpose")
    for group in groups_of(template):
        if template.code == CONSENT and group[0].code in purposes and group[0].code != purpose:
            continue
        if any(map(filler.wants, group)):
            said = filler.paragraph(group)
            if said.text:
                yield SheetText(said.text, said.heading)


def _values(office: Office, case: CaseView | None) -> Mapping[str, str]:
    values = dict(values_of_office(office))
    if case is not None and case.case.legal_basis:
        values["rechtsgrundlage"] = load_code_list("legal_basis").label(case.case.legal_basis)
    return {name: text for name, text in values.items() if text}


def _who(case: CaseView, *, with_address: bool) -> tuple[tuple[str, str], ...]:
    person = case.person
    born = format_date(person.born_on) if person.born_on else str(person.birth_year or "")
    facts = [(_("Name"), person.full_name)]
    if with_address:
        facts += [(_("Geboren"), born), (_("Anschrift"), ", ".join(address_of(case)))]
    facts.append((_("Fall"), case.case.number))
    return tuple(fact for fact in facts if fact[1])
