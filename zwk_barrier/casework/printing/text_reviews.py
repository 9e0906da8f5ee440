"""Which translations a person has read and found right; until then every copy in that language says it is unchecked.

A review holds for the texts that were read: when they change with a later version, somebody has to read again.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from zwk_barrier.casework import records
from zwk_barrier.model import TextReview
from zwk_barrier.problems import InputProblem
from zwk_barrier.reference.client_texts import CLIENT_LANGUAGES, ClientLanguage, load_client_texts
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _


@dataclass(frozen=True, slots=True)
class LanguageReview:
    """How far one language is: ``name`` is what it calls itself.

    ``reviewer`` and ``reviewed_on`` tell of the last review; one that ``is_outdated`` was of earlier texts.
    """

    language: ClientLanguage
    name: str
    is_reviewed: bool
    reviewer: str = ""
    reviewed_on: date | None = None
    is_outdated: bool = False
    review_id: UUID | None = None


def language_reviews(session: Session) -> tuple[LanguageReview, ...]:
    """Every language a copy is written in but German, which the others are held against."""
    kept = _kept(session)
    return tuple(_review(language, kept.get(language)) for language in CLIENT_LANGUAGES if language != "de")


def is_reviewed(session: Session, language: ClientLanguage) -> bool:
    """Whether the texts as they are now were reviewed, here or before they were shipped."""
    return language == "de" or _review(language, _kept(session).get(language)).is_reviewed


def keep_review(
    store: OfficeStore, language: ClientLanguage, reviewer: str, reviewed_on: date
) -> tuple[Changed, UUID]:
    """Keeps that somebody has read the texts of a language; raises InputProblem without a name."""
    if not reviewer.strip():
        raise InputProblem("reviewer", _("Bitte sagen, wer die Übersetzung geprüft hat."))
    return records.add(
        store,
        TextReview,
        language=language,
        edition=load_client_texts(language).edition,
        reviewer=reviewer,
        reviewed_on=reviewed_on,
        staff_id=store.staff_id,
    )


def take_back_review(store: OfficeStore, review_id: UUID) -> Changed:
    """The texts count as unchecked again."""
    return records.remove(store, TextReview, review_id)


def _kept(session: Session) -> Mapping[str, TextReview]:
    """The last review of each language."""
    rows = select(TextReview).where(TextReview.removed_at.is_(None))
    return {row.language: row for row in session.scalars(rows.order_by(TextReview.created_at, TextReview.id))}


def _review(language: ClientLanguage, kept: TextReview | None) -> LanguageReview:
    texts = load_client_texts(language)
    if kept is None:
        shipped = texts.review
        return LanguageReview(language, texts.name, shipped.is_reviewed, shipped.by, shipped.on)
    is_current = kept.edition == texts.edition
    return LanguageReview(
        language,
        texts.name,
        is_current or texts.review.is_reviewed,
        kept.reviewer or "",
        kept.reviewed_on,
        not is_current,
        kept.id,
    )
