"""All requirements in lines: whose, what, where it stands, and how far it can be trusted."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy.orm import Session

from zwk_barrier.casework.visit.basis import requirements_now
from zwk_barrier.reference.requirements import INDIVIDUAL, Criterion, IndividualRow, Profile
from zwk_barrier.reference.table import Confidence
from zwk_barrier.rules.requirements import required_text
from zwk_barrier.rules.typed import format_date, format_quantity
from zwk_barrier.wording import N_, _

CONFIDENCES: Final[dict[Confidence, str]] = {
    "H": N_("gesichert"),
    "M": N_("belegt"),
    "L": N_("zu prüfen"),
}


@dataclass(frozen=True, slots=True)
class RequirementLine:
    """One requirement of one level, ready to read; ``key`` is the criterion and the level."""

    key: str
    number: str
    what: str
    level: str
    required: str
    source: str
    edition: str
    confidence: str
    valid_from: str
    checked_on: str

    def text(self) -> str:
        """The whole line in words, for the row that is looked at."""
        parts = (
            f"{self.number}, {self.what}",
            f"{self.level}: {self.required}",
            _("Quelle: {source}").format(source=self.source),
            self.edition if self.edition != self.source else "",
            self.confidence,
            _("gilt ab {day}").format(day=self.valid_from) if self.valid_from else "",
            _("geprüft am {day}").format(day=self.checked_on),
        )
        return " · ".join(part for part in parts if part)


def requirement_lines(session: Session) -> tuple[RequirementLine, ...]:
    """Every requirement as it holds today, the office's own among them, in the order of the tables."""
    requirements = requirements_now(session)
    by_criterion: dict[str, list[IndividualRow]] = {}
    for row in requirements.individual:
        by_criterion.setdefault(row.criterion, []).append(row)
    lines: list[RequirementLine] = []
    for criterion in requirements:
        for code, profile in requirements.profiles.items():
            if code in criterion.required:
                lines.append(_line(criterion, profile))
        lines += [
            _individual(criterion, row, requirements.profile(INDIVIDUAL))
            for row in by_criterion.get(criterion.id, ())
        ]
    return tuple(lines)


def _line(criterion: Criterion, profile: Profile) -> RequirementLine:
    asked = criterion.required[profile.code]
    return RequirementLine(
        f"{criterion.id}/{profile.code}",
        criterion.id,
        criterion.title(),
        profile.word(),
        required_text(criterion, profile.code),
        asked.source,
        profile.edition,
        _(CONFIDENCES[asked.confidence]),
        _day(asked.valid.begin),
        format_date(asked.checked_on),
    )


def _individual(criterion: Criterion, row: IndividualRow, profile: Profile) -> RequirementLine:
    return RequirementLine(
        f"{criterion.id}/{INDIVIDUAL}",
        criterion.id,
        criterion.title(),
        profile.word(),
        _("{reason} (+ {allowance})").format(
            reason=row.reason(), allowance=format_quantity(row.allowance, "cm")
        )
        if row.allowance
        else row.reason(),
        row.source,
        profile.edition,
        _(CONFIDENCES[row.confidence]),
        "",
        format_date(row.checked_on),
    )


def _day(day: date | None) -> str:
    return "" if day is None else format_date(day)
