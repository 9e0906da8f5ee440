"""A letter as a template would make it, for somebody invented: what the office sees while it changes the words."""

import tomllib
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any, Final

from sqlalchemy.orm import Session

from zwk_barrier.casework.office.staff import office_settings
from zwk_barrier.casework.printing.letter_filling import Filler, groups_of
from zwk_barrier.casework.printing.letterhead import letterhead_of
from zwk_barrier.model import Office
from zwk_barrier.model.letter_document import EvidenceLine, LetterDocument, LetterMeasure, LetterPart
from zwk_barrier.model.visit_report import Letterhead
from zwk_barrier.reference.letter_template import LetterTemplate
from zwk_barrier.resources import resource
from zwk_barrier.rules.typed import format_date
from zwk_barrier.wording import _, speaking

_NUMBER: Final = "2026-0000"
_FLAGS: Final = ("frist_vorbei", "fiktion", "nachweise", "einwilligung", "fotos", "versichert", "mehrere")
"""What holds of the sample; with the others its letter would say both sides."""


@cache
def _invented() -> Mapping[str, Any]:
    return tomllib.loads(resource("texts", "letter_sample.toml").read_text("utf-8"))


def sample(session: Session, template: LetterTemplate, today: date) -> LetterDocument:
    """The letter for an invented person, with the office's own head; in German."""
    with speaking("de"):
        return _sample(office_settings(session), template, today)


def _sample(office: Office, template: LetterTemplate, today: date) -> LetterDocument:
    values = _values(office, template, today)
    filler = Filler(values, {})
    texts = [filler.paragraph(group) for group in groups_of(template) if any(map(filler.wants, group))]
    is_office, street = template.sender == "office", tuple(_invented()["address"])
    evidence = _invented()["evidence"]
    head = letterhead_of(office) if is_office else Letterhead(values["name"], address=street)
    return LetterDocument(
        letterhead=head,
        return_line=" · ".join(part for part in (head.office, *head.address) if part),
        recipient=(values["empfaenger"], *street),
        reference_lines=((_("Datum"), format_date(today)),),
        case_number=_NUMBER,
        written_on=today,
        subject=filler.text("subject", template.subject).text,
        greeting=filler.text("greeting", template.greeting).text,
        parts=tuple(LetterPart(one.text, one.heading, _block(one.block)) for one in texts),
        closing=(is_office and office.closing_line) or template.closing,
        signatory=values["beratung"] if is_office else values["name"],
        measures=_measures(template),
        evidence=(EvidenceLine(evidence, format_date(today), _("liegt bei")),),
        enclosures=(evidence,) if template.has_block("evidence") else (),
        reply=filler.filled(template.reply),
        is_secret=is_office,
        file_name=template.file.format(number=_NUMBER, day=today.isoformat()),
    )


def _block(block: str) -> Any:
    return block


def _measures(template: LetterTemplate) -> tuple[LetterMeasure, ...]:
    one = _invented()["measure"]
    if template.has_block("reasons"):
        return (LetterMeasure(one["title"], one["room"], one["cost"], tuple(one["reasons"])),)
    return (LetterMeasure(one["title"], one["room"], "", tuple(one["works"])),)


def _values(office: Office, template: LetterTemplate, today: date) -> dict[str, str]:
    invented = _invented()
    own = {"beratungsstelle": office.name, "ort": office.town, "telefon": office.phone}
    days = {name: today - timedelta(weeks=weeks) for name, weeks in invented["weeks_ago"].items()}
    days |= {"heute": today, "antwort_bis": today + timedelta(days=template.answer_days)}
    return {
        **invented["values"],
        **{name: text or invented["office"][name] for name, text in own.items()},
        **{name: format_date(day) for name, day in days.items()},
        "beratung": invented["advisor"],
        "empfaenger": invented["recipient"][template.recipient],
        **dict.fromkeys(_FLAGS, "✓"),
    }
