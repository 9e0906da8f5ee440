"""How a report tells of people and days: as they are, or with nobody in it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from zwk_barrier.casework.printing.identities import Identities, add_others
from zwk_barrier.model import Person, Staff
from zwk_barrier.model.report_parts import Grid, Part, Section
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.rules.ages import age_group, age_on
from zwk_barrier.rules.redaction import Redactor
from zwk_barrier.rules.typed import format_date
from zwk_barrier.wording import _


@dataclass(frozen=True, slots=True)
class Telling:
    """Tells everything as it is kept."""

    def day(self, day: date | None) -> str:
        """A day; empty for none."""
        return format_date(day) if day else ""

    def name(self, name: str | None) -> str:
        """Somebody's name as it was typed."""
        return name or ""

    def firm(self, name: str | None) -> str:
        """The name of a firm, an authority, a payer."""
        return name or ""

    def staff(self, person: Staff | None) -> str:
        """Somebody who works in the office."""
        return person.name if person else ""

    def client(self, person: Person) -> str:
        """The person the case is about."""
        return person.full_name

    def private(self, text: str | None) -> str:
        """A number or an address that belongs to somebody alone."""
        return text or ""

    def text(self, text: str | None) -> str:
        """What somebody typed freely."""
        return (text or "").strip()

    def born(self, person: Person, today: date) -> str:
        """The day or year of birth."""
        del today
        return format_date(person.born_on) if person.born_on else str(person.birth_year or "")


@dataclass(frozen=True, slots=True)
class RedactedTelling(Telling):
    """Tells without anybody in it; free texts only where they are wanted, and then to be redacted by the end."""

    identities: Identities
    with_texts: bool = False

    def day(self, day: date | None) -> str:
        """The month, e.g. ``11/2026``."""
        return f"{day:%m/%Y}" if day else ""

    def name(self, name: str | None) -> str:
        """A pseudonym that is the same in every document of the office."""
        return self.identities.named("person", name)

    def firm(self, name: str | None) -> str:
        """A pseudonym as well: a landlord or a small firm leads to the person."""
        return self.identities.named("organisation", name)

    def staff(self, person: Staff | None) -> str:
        """A pseudonym."""
        return self.identities.of("staff", person.id.hex) if person else ""

    def client(self, person: Person) -> str:
        """A pseudonym."""
        return self.identities.of("person", person.id.hex)

    def private(self, text: str | None) -> str:
        """Nothing."""
        del text
        return ""

    def text(self, text: str | None) -> str:
        """Nothing, or the text as it is: :func:`redacted` takes out whom it names."""
        return (text or "").strip() if self.with_texts else ""

    def born(self, person: Person, today: date) -> str:
        """The age group."""
        group = age_group(age_on(today, person.born_on, person.birth_year))
        return load_code_list("age_group").label(group) if group else ""


def redacted(session: Session, sections: Iterable[Section], identities: Identities) -> tuple[Section, ...]:
    """The sections with every name, address, number and day taken out of whatever they still say."""
    told = tuple(sections)
    add_others(
        session, identities, (text for section in told for part in section.parts for text in _texts(part))
    )
    redactor = identities.redactor()
    return tuple(
        replace(section, parts=tuple(_part(part, redactor) for part in section.parts)) for section in told
    )


def left_out() -> str:
    """What stands where a free text was left out."""
    return _("(Text weggelassen)")


def _texts(part: Part) -> Iterable[str]:
    yield from part.texts
    yield part.title
    yield from (value for _label, value in part.facts)
    if part.grid is not None:
        yield from (cell for row in part.grid.rows for cell in row)


def _part(part: Part, redactor: Redactor) -> Part:
    return Part(
        redactor.redacted(part.title),
        tuple((label, redactor.redacted(value)) for label, value in part.facts),
        tuple(redactor.redacted(text) for text in part.texts),
        None if part.grid is None else _grid(part.grid, redactor),
        (),  # a picture cannot be redacted by a program
    )


def _grid(grid: Grid, redactor: Redactor) -> Grid:
    rows = tuple(tuple(redactor.redacted(cell) for cell in row) for row in grid.rows)
    return replace(grid, rows=rows)
