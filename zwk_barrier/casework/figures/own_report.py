"""The office's own choice of figures for a report, kept as a template in the form of the shipped ones."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from zwk_barrier.model import LetterTemplate
from zwk_barrier.problems import InputProblem
from zwk_barrier.reference.indicator import ReportTemplate, TemplateSection
from zwk_barrier.reference.indicators import load_indicators
from zwk_barrier.reference.report_templates import (
    OWN,
    OWN_KEPT_AS,
    load_report_templates,
    read_report_template,
    written,
)
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _


@dataclass(frozen=True, slots=True)
class OwnChoice:
    """The figures by key, the tables by name, the definitions by key; what comes first in the report stands first."""

    indicators: Sequence[str]
    tables: Sequence[str] = ()
    definitions: Mapping[str, str] | None = None


def keep_own_report(store: OfficeStore, choice: OwnChoice) -> Changed:
    """Keeps what the office's own report holds, in the order of the blocks; raises InputProblem for none at all."""
    template = _template(choice)
    content = written(read_report_template(written(template)))
    with store.deed("own_report_kept") as deed:
        row = _kept(deed.session)
        if row is None:
            deed.session.add(LetterTemplate(code=OWN_KEPT_AS, content=content))
        else:
            row.content = content
    return deed.changed


def restore_own_report(store: OfficeStore) -> Changed:
    """Back to the shipped choice; undo brings the own one back."""
    with store.deed("own_report_restored") as deed:
        row = _kept(deed.session)
        if row is not None:
            row.removed_at = datetime.now(UTC)
    return deed.changed


def _template(choice: OwnChoice) -> ReportTemplate:
    shipped, catalogue = load_report_templates()[OWN], load_indicators()
    sections = []
    for block in catalogue.blocks.values():
        indicators = tuple(key for key in choice.indicators if catalogue.indicators[key].block == block.key)
        tables = tuple(name for name in choice.tables if catalogue.tables[name].block == block.key)
        if indicators or tables:
            sections.append(TemplateSection(block.key, block.title_de, block.title_en, indicators, tables))
    if not sections:
        raise InputProblem("indicators", _("Wählen Sie wenigstens eine Kennzahl oder Tabelle."))
    highlights = tuple(key for key in shipped.highlights if key in choice.indicators)
    definitions = tuple((choice.definitions or {}).items())
    return replace(shipped, sections=tuple(sections), highlights=highlights, definitions=definitions)


def _kept(session: Session) -> LetterTemplate | None:
    return session.scalars(
        select(LetterTemplate)
        .where(LetterTemplate.code == OWN_KEPT_AS, LetterTemplate.removed_at.is_(None))
        .order_by(LetterTemplate.id.desc())
    ).first()
