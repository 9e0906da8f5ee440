"""A letter as it stands: the template filled from the case, with what was edited in place of it.

What nobody has edited follows the case: a datum entered later fills its sentence.  What was edited stays as it
is.  A letter that was sent is what it was, whatever the case says now.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from zwk_barrier.casework.case.cases import CaseView, load_case
from zwk_barrier.casework.case.disclosures import ConsentState, consent_for
from zwk_barrier.casework.fields import field_name
from zwk_barrier.casework.office.staff import office_settings
from zwk_barrier.casework.plan.measures import BUILDING_WORK, DROPPED
from zwk_barrier.casework.printing.letter_filling import DraftText, Filler, groups_of
from zwk_barrier.casework.printing.letter_reasons import MeasureText, measure_texts
from zwk_barrier.casework.printing.letter_values import Sources, values_of
from zwk_barrier.casework.printing.own_letters import template_of
from zwk_barrier.casework.printing.visit_report import address_of
from zwk_barrier.casework.records import get
from zwk_barrier.casework.visit.photo_pairs import CasePhoto, photos_of_case
from zwk_barrier.casework.visit.photo_words import alternatives_of
from zwk_barrier.model import Application, Evidence, Letter, Measure, Office
from zwk_barrier.reference.letter_placeholders import PLACEHOLDERS, Place
from zwk_barrier.reference.letter_template import LetterTemplate
from zwk_barrier.wording import _, speaking

MEASURES: Final = "measures"
PURPOSE: Final = "purpose"
SENT: Final = "as_sent"

_IN_THE_APPLICATION: Final = frozenset({"antrag_vor_beginn", "begruendung"})
_DONE: Final = DROPPED | {"umgesetzt"}


@dataclass(frozen=True, slots=True)
class Missing:
    """Something the letter needs and the case does not say, and where it is entered."""

    name: str
    place: Place
    field: tuple[str, str] | None = None

    def label(self) -> str:
        """What it is, in the language of the screen."""
        return PLACEHOLDERS[self.name].label() if self.field is None else field_name(*self.field).title


@dataclass(frozen=True, slots=True)
class LetterDraft:
    """A letter with everything that belongs to it, free of the session."""

    template: LetterTemplate
    view: CaseView
    office: Office
    application: Application | None
    letter: Letter | None
    written_on: date
    recipient: str
    values: Mapping[str, str]
    subject: DraftText
    greeting: DraftText
    closing: DraftText
    paragraphs: tuple[DraftText, ...]
    offered_measures: tuple[Measure, ...]
    measures: tuple[MeasureText, ...]
    proposed_measures: Mapping[UUID, str]
    evidence: tuple[Evidence, ...]
    enclosures: str
    reply: str
    photos: tuple[CasePhoto, ...]
    chosen_photos: tuple[UUID, ...]
    photo_words: Mapping[UUID, str]
    consent: ConsentState
    missing: tuple[Missing, ...]
    unfit: tuple[str, ...] = ()
    """Names of the flags that speak against this letter, e.g. that a notice is there already."""

    @property
    def contained(self) -> frozenset[str]:
        """Kinds of evidence (code list evidence) that are in this document itself."""
        if not self.template.has_block("reasons"):
            return frozenset()
        return _IN_THE_APPLICATION | ({"fotos_ist"} if self.chosen_photos else set())

    @property
    def is_sent(self) -> bool:
        """Whether it has left the office and stays as it is."""
        return self.letter is not None and self.letter.sent_on is not None

    def text(self, key: str) -> str:
        """A text by its key; raises KeyError."""
        return {one.key: one for one in (self.subject, self.greeting, self.closing, *self.paragraphs)}[
            key
        ].text


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which letter: of a case, from a template, perhaps about an application, perhaps one that is there."""

    case_id: UUID
    template: str = ""
    application_id: UUID | None = None
    letter_id: UUID | None = None


def draft(session: Session, wanted: Wanted, today: date) -> LetterDraft:
    """The letter as it stands, in German whatever the screen's language is; raises NotFound."""
    with speaking("de"):
        return _draft(session, wanted, today)


def wanting(found: LetterDraft) -> tuple[str, ...]:
    """What is not there yet before a letter is printed, a sentence each; nothing for one that was sent."""
    if found.is_sent:
        return ()
    missing = tuple(_("Es fehlt: {name}").format(name=one.label()) for one in found.missing)
    return missing if found.consent.is_enough else (*missing, found.consent.sentence())


@dataclass(frozen=True, slots=True)
class _Read:
    """What a letter is made from, as it was read; ``proposed`` is the recipient as the case knows it."""

    letter: Letter | None
    content: Mapping[str, Any]
    sources: Sources
    consent: ConsentState
    proposed: str
    offered: tuple[Measure, ...]
    photos: tuple[CasePhoto, ...]
    chosen: tuple[UUID, ...]


def _read(session: Session, wanted: Wanted, today: date) -> _Read:
    letter = None if wanted.letter_id is None else get(session, Letter, wanted.letter_id)
    template = template_of(session, wanted.template if letter is None else letter.template)
    application_id = wanted.application_id if letter is None else letter.application_id
    application = None if application_id is None else get(session, Application, application_id)
    view, content = load_case(session, wanted.case_id), _content(letter)
    offered, proposed = _offered(view, application, template), _recipient(view, application, template)
    # On the day it goes out: a consent may be revoked after the letter was written.
    consent = consent_for(view.consents, content.get(PURPOSE) or template.purpose, today)
    chosen = tuple(UUID(key) for key in (letter.photos or () if letter is not None else ()))
    sources = Sources(
        view,
        office_settings(session),
        template,
        _chosen(offered, content.get(MEASURES)),
        letter.written_on if letter is not None and letter.written_on else today,
        today,
        has_consent=consent.given is not None,
        has_photos=bool(chosen),
        recipient=(letter.recipient if letter is not None else None) or proposed,
        application=application,
        evidence=_evidence(session, application) if template.has_block("evidence") else (),
    )
    photos = photos_of_case(session, wanted.case_id) if template.takes_photos else ()
    return _Read(letter, content, sources, consent, proposed, offered, photos, chosen)


def _draft(session: Session, wanted: Wanted, today: date) -> LetterDraft:
    read = _read(session, wanted, today)
    sources, template = read.sources, read.sources.template
    values = values_of(session, sources)
    filler = Filler(values, read.content)
    texts = _measure_texts(session, sources)
    return LetterDraft(
        template,
        sources.view,
        sources.office,
        sources.application,
        read.letter,
        sources.written_on,
        sources.recipient,
        values,
        filler.text("subject", template.subject),
        filler.text("greeting", template.greeting),
        filler.text("closing", _closing(sources.office, template)),
        tuple(filler.paragraph(group) for group in groups_of(template) if any(map(filler.wants, group))),
        read.offered,
        tuple(filler.measure(one) for one in texts),
        {one.id: one.text for one in texts},
        tuple(sources.evidence),
        filler.enclosures(template),
        filler.filled(template.reply),
        read.photos,
        read.chosen,
        alternatives_of(session, (one for one in read.photos if one.photo.id in read.chosen)),
        read.consent,
        _missing(sources, values, read.proposed),
        tuple(name for name in template.unfit_with if name in values),
    )


def _closing(office: Office, template: LetterTemplate) -> str:
    """The office's own words before the hand, in letters it writes itself."""
    return (template.sender == "office" and office.closing_line) or template.closing


def _measure_texts(session: Session, sources: Sources) -> tuple[MeasureText, ...]:
    """The measures as this letter tells them: with reasons, as works, or not at all."""
    if not sources.template.has_block("reasons", "works"):
        return ()
    with_reasons = sources.template.has_block("reasons")
    return measure_texts(
        session, sources.view, sources.measures, with_reasons=with_reasons, today=sources.today
    )


def _content(letter: Letter | None) -> Mapping[str, Any]:
    return {} if letter is None else letter.content or {}


def _offered(
    view: CaseView, application: Application | None, template: LetterTemplate
) -> tuple[Measure, ...]:
    """The measures the letter can be about: those of the application, else those that need a consent."""
    if application is not None:
        wanted = set(application.measures or ())
        return tuple(one for one in view.measures if one.id.hex in wanted)
    open_ones = tuple(one for one in view.measures if one.status not in _DONE)
    if not template.has_block("works"):
        return open_ones
    asking = tuple(
        one
        for one in open_ones
        if one.needs_consent or (one.needs_consent is None and one.kind in BUILDING_WORK)
    )
    return asking or open_ones


def _chosen(offered: Sequence[Measure], wanted: Any) -> tuple[Measure, ...]:
    if wanted is None:
        return tuple(offered)
    return tuple(one for one in offered if one.id.hex in wanted)


def _evidence(session: Session, application: Application | None) -> tuple[Evidence, ...]:
    if application is None:
        return ()
    query = select(Evidence).where(Evidence.application_id == application.id, Evidence.removed_at.is_(None))
    return tuple(session.scalars(query.order_by(Evidence.position, Evidence.id)))


def _recipient(view: CaseView, application: Application | None, template: LetterTemplate) -> str:
    """The lines of the address field as the case knows them; name alone when the address is missing."""
    match template.recipient:
        case "payer":
            lines = (
                (None, None)
                if application is None
                else (application.recipient, application.recipient_address)
            )
        case "landlord":
            lines = (view.dwelling.landlord_name, view.dwelling.landlord_address)
        case "person":
            lines = (view.person.full_name, "\n".join(address_of(view)))
        case "administration":
            found = next((one for one in view.related if one.relation == "hausverwaltung"), None)
            lines = (None, None) if found is None else (found.organisation, found.name)
        case _:
            lines = (None, None)
    return "\n".join(part for part in lines if part)


_ADDRESSES: Final[Mapping[str, tuple[str, str, Place]]] = {
    "payer": ("application", "recipient_address", "application"),
    "landlord": ("dwelling", "landlord_address", "dwelling"),
}


def _missing(sources: Sources, values: Mapping[str, str], proposed: str) -> tuple[Missing, ...]:
    """What the letter needs and nobody has entered, each once, in the order it is asked for."""
    template, recipient = sources.template, sources.recipient
    found = [Missing(name, PLACEHOLDERS[name].place) for name in template.required if name not in values]
    if template.needs_application and sources.application is None:
        found.insert(0, Missing("antrag", "application", ("letter", "application_id")))
    if recipient == proposed and "\n" not in recipient.strip():  # nobody has typed an address here
        table, column, place = _ADDRESSES.get(template.recipient, ("letter", "recipient", "letter"))
        found.append(Missing("recipient", place, (table, column)))
    return tuple(found)
