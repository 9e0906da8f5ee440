"""The templates of reports as the office has them: the shipped ones, and its own choice in place of one of them."""

import logging
from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from zwk_barrier.model import LetterTemplate
from zwk_barrier.reference.indicator import ReportTemplate
from zwk_barrier.reference.report_templates import (
    OWN,
    OWN_KEPT_AS,
    load_report_templates,
    read_report_template,
)

logger = logging.getLogger(__name__)


def report_templates(session: Session) -> Mapping[str, ReportTemplate]:
    """Every template by code, in the order they are offered."""
    found = dict(load_report_templates())
    kept = session.scalars(
        select(LetterTemplate.content)
        .where(LetterTemplate.code == OWN_KEPT_AS, LetterTemplate.removed_at.is_(None))
        .order_by(LetterTemplate.id.desc())
    ).first()
    if kept is not None:
        try:
            found[OWN] = read_report_template(kept)
        except ValueError as mistake:  # written for another version: the shipped one is sure to work
            logger.warning("the own template of reports is left out: %s", mistake)
    return found
