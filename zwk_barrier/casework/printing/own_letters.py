"""The templates of letters as the office has them: the shipped ones, and its own wording in their place."""

import logging
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from zwk_barrier.model import LetterTemplate as KeptTemplate
from zwk_barrier.problems import InputProblem, NotFound
from zwk_barrier.reference.letter_template import LetterTemplate
from zwk_barrier.reference.letter_templates import (
    TemplateMistake,
    read_template,
    shipped_templates,
    with_texts,
    written,
)
from zwk_barrier.reference.rights_texts import editable_texts
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _

logger = logging.getLogger(__name__)

_FILE: Final = "{code}.toml"


def templates(session: Session) -> dict[str, LetterTemplate]:
    """Every template by code, in the order they are offered; an own wording stands in place of the shipped one."""
    known = all_texts(session)
    return {code: known[code] for code in shipped_templates()}


def all_texts(session: Session) -> dict[str, LetterTemplate]:
    """The same with the sheets about a person's rights, which are written alike but are no letters."""
    found = dict(editable_texts())
    for row in _rows(session):
        if row.code in found:
            try:
                found[row.code] = with_texts(read_template(_FILE.format(code=row.code), row.content), {})
            except TemplateMistake as mistake:  # written for another version: the shipped one is sure to work
                logger.warning("an own template is left out: %s", mistake)
    return found


def template_of(session: Session, code: str) -> LetterTemplate:
    """One template as the office has it; raises NotFound."""
    found = all_texts(session).get(code)
    if found is None:
        raise NotFound(_("Diese Vorlage gibt es nicht."))
    return found


def check(code: str, texts: Mapping[str, str]) -> LetterTemplate:
    """The template with these words; raises InputProblem, whose ``field`` is the text with the mistake."""
    shipped = editable_texts()[code]
    for key, text in texts.items():
        try:
            _read(with_texts(shipped, {key: text}))
        except TemplateMistake as mistake:
            raise InputProblem(key, mistake.sentence()) from mistake
    return _read(with_texts(shipped, texts))


def keep_text(store: OfficeStore, code: str, key: str, text: str) -> Changed:
    """Keeps one of the office's own texts for a template; raises InputProblem and keeps nothing for a mistake.

    An empty paragraph is left out of letters.
    """
    with store.deed("letter_template_kept") as deed:
        texts = {**texts_of(template_of(deed.session, code)), key: text}
        content = written(check(code, texts))
        rows = [row for row in _rows(deed.session) if row.code == code]
        if rows:
            rows[0].content = content
        else:
            deed.session.add(KeptTemplate(code=code, content=content))
    return deed.changed


def restore(store: OfficeStore, code: str) -> Changed:
    """Back to the shipped words; undo brings the own ones back."""
    with store.deed("letter_template_restored") as deed:
        for row in _rows(deed.session):
            if row.code == code:
                row.removed_at = datetime.now(UTC)
    return deed.changed


def texts_of(template: LetterTemplate) -> dict[str, str]:
    """Every text of a template by what it is called in :func:`keep_text`; paragraphs left out are empty."""
    shipped = editable_texts()[template.code]
    own = {one.code: one.text for one in template.paragraphs}
    texts = {"subject": template.subject, "greeting": template.greeting}
    texts |= {one.code: own.get(one.code, "") for one in shipped.paragraphs}
    texts["closing"] = template.closing
    return texts | ({"reply": template.reply} if shipped.reply else {})


def _read(template: LetterTemplate) -> LetterTemplate:
    return read_template(_FILE.format(code=template.code), written(template))


def _rows(session: Session) -> list[KeptTemplate]:
    standing = select(KeptTemplate).where(KeptTemplate.removed_at.is_(None))
    return list(session.scalars(standing.order_by(KeptTemplate.id)))
