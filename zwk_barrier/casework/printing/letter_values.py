"""What the placeholders of letters stand for in one case; what is not known has no entry."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from zwk_barrier.casework.case.cases import CaseView
from zwk_barrier.casework.payers.programmes import programmes_for
from zwk_barrier.casework.plan.measures import cost_of, sum_in_words
from zwk_barrier.casework.printing.report_sections import label
from zwk_barrier.casework.printing.visit_report import address_of, floor_text
from zwk_barrier.model import Application, Deadline, DocumentRequest, Evidence, Measure, Office
from zwk_barrier.reference.letter_template import LetterTemplate
from zwk_barrier.reference.programme import Programme
from zwk_barrier.rules.typed import format_date, format_money

_THERE: Final = "✓"
"""The value of a flag that holds: it only decides whether a paragraph is there."""

_FICTION: Final = {"sgb11": "§ 40 Abs. 7 SGB XI", "sgb5": "§ 13 Abs. 3a SGB V"}
"""By which law a decision that comes too late may count as given; everywhere else it does not, or not for us."""

_PERIODS: Final = {**_FICTION, "sgb9": "§ 14 SGB IX"}
_FUNDS: Final = frozenset({"kk", "pk1", "pk4"})
_BEGUN: Final = frozenset({"beauftragt", "in_arbeit", "umgesetzt", "teilweise"})


@dataclass(frozen=True, slots=True)
class Sources:
    """What a letter is filled from."""

    view: CaseView
    office: Office
    template: LetterTemplate
    measures: Sequence[Measure]
    written_on: date
    today: date
    has_consent: bool
    has_photos: bool
    recipient: str
    application: Application | None = None
    evidence: Sequence[Evidence] = ()


def values_of(session: Session, sources: Sources) -> dict[str, str]:
    """The text of every placeholder whose datum is known; a flag that holds has a mark."""
    texts: dict[str, str | None] = {
        **_of_person(sources),
        **_of_measures(sources.measures),
        **_of_office(sources),
        "heute": _day(sources.written_on),
        "antwort_bis": _day(sources.written_on + timedelta(days=sources.template.answer_days)),
        "empfaenger": sources.recipient.split("\n")[0],
        "einwilligung": _flag(sources.has_consent),
        "fotos": _flag(sources.has_photos),
    }
    if sources.application is not None:
        texts |= _of_application(session, sources.application, sources)
    return {name: text for name, text in texts.items() if text}


def _of_person(sources: Sources) -> Mapping[str, str | None]:
    person, dwelling = sources.view.person, sources.view.dwelling
    return {
        "name": person.full_name,
        "geburtsdatum": _day(person.born_on),
        "pflegegrad": label("care_grade", person.care_grade),
        "kasse": person.insurance,
        "versichertennummer": person.insurance_number,
        "anschrift": ", ".join(address_of(sources.view)),
        "lage": dwelling.location or floor_text(dwelling.floor),
        "vermietung": dwelling.landlord_name,
        "anliegen": sources.view.case.concern,
        "rechtsgrundlage": label("legal_basis", sources.view.case.legal_basis),
    }


def _of_measures(measures: Sequence[Measure]) -> Mapping[str, str | None]:
    titles = [one.title for one in measures if one.title]
    cost = cost_of(measures)
    return {
        "massnahmen": ", ".join(titles),
        "kosten": sum_in_words(cost),
        "mehrere": _flag(len(titles) > 1),
        "begonnen": _flag(any(one.status in _BEGUN or one.ordered_on is not None for one in measures)),
    }


def _of_office(sources: Sources) -> Mapping[str, str | None]:
    office, advisor = sources.office, sources.view.advisor
    return {
        **values_of_office(office),
        "telefon": (None if advisor is None else advisor.phone) or office.phone,
        "beratung": None if advisor is None else advisor.name,
    }


def values_of_office(office: Office) -> Mapping[str, str | None]:
    """What is known of the office itself; what is not is empty."""
    town = " ".join(part for part in (office.postcode, office.town) if part)
    return {
        "beratungsstelle": office.name,
        "traeger": office.department,
        "anschrift_stelle": ", ".join(part for part in (office.street, town) if part),
        "ort": office.town,
        "telefon": office.phone,
        "email": office.email,
    }


def _of_application(session: Session, application: Application, sources: Sources) -> Mapping[str, str | None]:
    programme = programmes_for(session).get(application.programme)
    rule = "" if programme is None else programme.procedure.deadline_rule
    due = _due(session, application)
    present = [one for one in sources.evidence if one.present_on is not None]
    request = _request(session, application)
    return {
        "stelle": application.recipient,
        "aktenzeichen": application.reference,
        "leistung": "" if programme is None else programme.title("de"),
        "norm": "" if programme is None else programme.law,
        "betrag": None
        if application.amount_requested is None
        else format_money(application.amount_requested),
        "antrag_vom": _day(application.applied_on),
        "eingang": _day(application.received_on),
        "eingang_hier": _day(application.lodged_elsewhere_on),
        "frist": _day(due),
        "frist_norm": _law_of(rule, _PERIODS),
        "fiktion": _flag(bool(_law_of(rule, _FICTION))),
        "frist_vorbei": _flag(due is not None and due < sources.today),
        "frist_offen": _flag(due is not None and due >= sources.today and application.notice is None),
        "gruende_vom": _day(application.reasons_on),
        "beteiligt": _involved(application),
        "beteiligt_am": _day(application.involved_on),
        "bescheid_vom": _day(application.notice_on),
        "bekanntgabe": _day(application.delivered_on),
        "entschieden": _flag(application.notice is not None or application.notice_on is not None),
        "nachforderung": None if request is None else (request.what or "").rstrip(". "),
        "nachforderung_vom": None if request is None else _day(request.requested_on),
        "nachweise": _flag(bool(present)),
        "nachweise_fehlen": _flag(len(present) < len(sources.evidence)),
        "versichert": _flag(programme is not None and _is_of_a_fund(programme)),
    }


def _due(session: Session, application: Application) -> date | None:
    """The end of the period for the decision, as it was worked out last."""
    return session.scalar(
        select(Deadline.due_on)
        .where(
            Deadline.application_id == application.id,
            Deadline.kind == "decision",
            Deadline.removed_at.is_(None),
        )
        .order_by(Deadline.due_on.desc())
        .limit(1)
    )


def _request(session: Session, application: Application) -> DocumentRequest | None:
    """The newest request for documents that is not answered yet."""
    return session.scalar(
        select(DocumentRequest)
        .where(
            DocumentRequest.application_id == application.id,
            DocumentRequest.answered_on.is_(None),
            DocumentRequest.removed_at.is_(None),
        )
        .order_by(DocumentRequest.requested_on.desc().nulls_last(), DocumentRequest.id.desc())
        .limit(1)
    )


def _involved(application: Application) -> str:
    return "" if application.involvement in {None, "keine"} else label("involvement", application.involvement)


def _is_of_a_fund(programme: Programme) -> bool:
    return bool(_FUNDS.intersection(programme.payers))


def _law_of(rule: str, laws: Mapping[str, str]) -> str:
    return next((law for book, law in laws.items() if rule.startswith(book)), "")


def _day(day: date | None) -> str:
    return "" if day is None else format_date(day, language="de")


def _flag(holds: bool) -> str:
    return _THERE if holds else ""
