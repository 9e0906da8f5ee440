"""Gathers the sheet by which a person reviews the texts of one language, each beside the German one."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from sqlalchemy.orm import Session

from zwk_barrier.casework.office.staff import office_settings
from zwk_barrier.casework.printing.letterhead import letterhead_of
from zwk_barrier.model.review_sheet import ReviewGroup, ReviewSheet
from zwk_barrier.reference.client_texts import ClientLanguage, ClientTexts, load_client_texts
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.wording import N_, _, speaking

_TERMS: Final[Mapping[str, str]] = {
    "priorities": N_("Dringlichkeit"),
    "rooms": N_("Räume"),
    "activities": N_("Tätigkeiten"),
    "barriers": N_("Hindernisse"),
    "measures": N_("Maßnahmen"),
    "payers": N_("Kostenträger"),
}


def gather_review_sheet(session: Session, language: ClientLanguage, day: date) -> ReviewSheet:
    """Every text of a language beside the German one; the sheet itself is German."""
    with speaking("de"):
        return ReviewSheet(
            letterhead_of(office_settings(session)),
            language,
            called(language),
            load_client_texts(language).edition,
            review_groups(language),
            day,
        )


def review_groups(language: ClientLanguage) -> tuple[ReviewGroup, ...]:
    """All texts of a language in groups, each beside the German one."""
    texts, german = load_client_texts(language), load_client_texts("de")
    return (_blocks(texts, german), _plurals(texts, german), *_terms(texts, german))


def called(language: ClientLanguage) -> str:
    """A language as the screen calls it and as it calls itself: ``Türkisch · Türkçe``."""
    own, names = load_client_texts(language).name, load_code_list("language")
    label = names.label(language) if language in names else own
    return label if label == own else _("{language} · {own}").format(language=label, own=own)


def _blocks(texts: ClientTexts, german: ClientTexts) -> ReviewGroup:
    return ReviewGroup(_("Sätze"), tuple((text, texts.blocks[key]) for key, text in german.blocks.items()))


def _plurals(texts: ClientTexts, german: ClientTexts) -> ReviewGroup:
    """Each with its forms, which another language may have more of."""
    pairs = tuple(
        ("\n".join(dict.fromkeys(forms.values())), "\n".join(dict.fromkeys(texts.plurals[key].values())))
        for key, forms in german.plurals.items()
    )
    return ReviewGroup(_("Sätze mit einer Zahl"), pairs)


def _terms(texts: ClientTexts, german: ClientTexts) -> tuple[ReviewGroup, ...]:
    return tuple(
        ReviewGroup(
            _(title), tuple((text, texts.term(kind, code)) for code, text in german.terms[kind].items())
        )
        for kind, title in _TERMS.items()
    )
