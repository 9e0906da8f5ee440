"""What was passed on to whom and on what basis (§§ 67b, 67d, 78 SGB X), and whether a consent allows it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from zwk_barrier.casework.records import clean, get
from zwk_barrier.model import Consent, Disclosure
from zwk_barrier.problems import InputProblem
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.rules.typed import format_date
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _

CONSENT: Final = "einwilligung"
WITHOUT_PERSON: Final = "ohne_personenbezug"


@dataclass(frozen=True, slots=True)
class ConsentState:
    """Whether somebody may be told on a day: ``given`` allows it, ``revoked`` did until it was taken back."""

    purpose: str
    given: Consent | None = None
    revoked: Consent | None = None

    @property
    def is_enough(self) -> bool:
        """Whether nothing is wanting: no consent is asked for, or there is one."""
        return not self.purpose or self.given is not None

    def sentence(self) -> str:
        """What there is, or what is wanting, as one sentence; empty when no consent is asked for."""
        if not self.purpose:
            return ""
        purpose = load_code_list("consent_purpose").label(self.purpose)
        if self.given is not None:
            day = format_date(self.given.given_on) if self.given.given_on else "–"
            return _("Einwilligung „{purpose}“ vom {day} liegt vor.").format(purpose=purpose, day=day)
        if self.revoked is not None and self.revoked.revoked_on is not None:
            day = format_date(self.revoked.revoked_on)
            return _("Die Einwilligung „{purpose}“ ist seit {day} widerrufen.").format(
                purpose=purpose, day=day
            )
        return _("Es fehlt die Einwilligung „{purpose}“.").format(purpose=purpose)


@dataclass(frozen=True, slots=True)
class Basis:
    """What passing something on rests on: a code of disclosure_basis, its paragraph or reason, the consent."""

    code: str
    norm: str = ""
    consent_id: UUID | None = None


def consent_for(consents: Iterable[Consent], purpose: str | None, day: date) -> ConsentState:
    """Which consent for a purpose holds on ``day``: the newest; else the one revoked last."""
    matching = [one for one in consents if purpose and one.purpose == purpose]
    begun = [one for one in matching if one.given_on is not None and one.given_on <= day]
    standing = [one for one in begun if one.revoked_on is None or one.revoked_on > day]
    revoked = [one for one in matching if one.revoked_on is not None and one.revoked_on <= day]
    return ConsentState(
        purpose or "",
        max(standing, key=lambda one: one.given_on or date.min, default=None),
        max(revoked, key=lambda one: one.revoked_on or date.min, default=None),
    )


def checked(basis: Basis, state: ConsentState) -> Basis:
    """The basis as it is kept; raises InputProblem for one that does not carry.

    Without a consent another basis has to be named with its paragraph, or with who asked for it.
    """
    if basis.code == CONSENT:
        if state.given is None:
            raise InputProblem(
                "basis",
                state.sentence() or _("Es fehlt eine Einwilligung."),
                advice=_("Tragen Sie sie ein, oder nennen Sie eine andere Grundlage."),
            )
        return Basis(CONSENT, basis.norm, basis.consent_id or state.given.id)
    if basis.code not in load_code_list("disclosure_basis"):
        raise InputProblem("basis", _("Wählen Sie, worauf die Weitergabe beruht."))
    if basis.code != WITHOUT_PERSON and not basis.norm.strip():
        raise InputProblem("norm", _("Nennen Sie die Vorschrift, oder wer es wann beauftragt hat."))
    return Basis(basis.code, basis.norm.strip())


def disclosures_of(session: Session, case_id: UUID) -> tuple[Disclosure, ...]:
    """What of a case was passed on, the newest first."""
    return tuple(
        session.scalars(
            select(Disclosure)
            .where(Disclosure.case_id == case_id, Disclosure.removed_at.is_(None))
            .order_by(Disclosure.disclosed_on.desc().nulls_last(), Disclosure.id.desc())
        )
    )


def consents_of(session: Session, case_id: UUID) -> tuple[Consent, ...]:
    """The consents of a case, in the order they were entered."""
    return tuple(
        session.scalars(
            select(Consent)
            .where(Consent.case_id == case_id, Consent.removed_at.is_(None))
            .order_by(Consent.created_at, Consent.id)
        )
    )


def add(store: OfficeStore, case_id: UUID, values: Mapping[str, Any]) -> tuple[Changed, UUID]:
    """Notes something passed on by other ways than a letter, e.g. told on the phone, by whoever is logged in."""
    with store.deed("disclosure_added", case_id=case_id) as deed:
        row = Disclosure(case_id=case_id, staff_id=store.staff_id, **clean(Disclosure, dict(values)))
        deed.session.add(row)
        deed.session.flush()
        _take_consent(deed.session, row)
        deed.session.flush()
    return deed.changed, row.id


def keep(store: OfficeStore, disclosure_id: UUID, values: Mapping[str, Any]) -> Changed:
    """Keeps fields of a disclosure; with consent as basis the matching one is chosen, if there is one."""
    with store.deed("disclosure_kept") as deed:
        row = get(deed.session, Disclosure, disclosure_id)
        for name, value in clean(Disclosure, dict(values)).items():
            setattr(row, name, value)
        if "consent_id" not in values:
            _take_consent(deed.session, row)
        deed.session.flush()
    return deed.changed


def wanting(disclosure: Disclosure, consents: Iterable[Consent], today: date) -> tuple[str, ...]:
    """What is wanting in an entry, a sentence each: a consent, or the paragraph of another basis."""
    state = consent_for(consents, disclosure.purpose, disclosure.disclosed_on or today)
    if disclosure.basis == CONSENT and disclosure.purpose and not state.is_enough:
        return (state.sentence(),)
    if disclosure.basis in {"gesetz", "auftrag"} and not disclosure.norm:
        return (_("Nennen Sie die Vorschrift, oder wer es wann beauftragt hat."),)
    return ()


def _take_consent(session: Session, row: Disclosure) -> None:
    """The consent that holds for its purpose on its day; none for any other basis."""
    if row.basis != CONSENT:
        row.consent_id = None
        return
    day = row.disclosed_on or date.max
    state = consent_for(consents_of(session, row.case_id), row.purpose, day)
    row.consent_id = None if state.given is None else state.given.id
