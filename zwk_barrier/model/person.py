"""The person who seeks advice, their household, and the people around them."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from zwk_barrier.model.base import Codes, Record


class Person(Record):
    """Somebody the office advises. Everything is optional but the row itself: advice comes before data.

    Codes: gender, language, communication, migration, household_form, care_grade, disability_mark,
    impairment, aid, fall_count, insurance_type, income, guardianship, contact_preference.
    ``insurance_share`` is the percentage a private care insurance pays beside the Beihilfe.
    """

    __tablename__ = "person"

    salutation: Mapped[str | None]
    given_name: Mapped[str | None]
    family_name: Mapped[str | None]
    phone: Mapped[str | None]
    phone_other: Mapped[str | None]
    email: Mapped[str | None]
    contact_preference: Mapped[str | None]
    born_on: Mapped[date | None]
    birth_year: Mapped[int | None]
    gender: Mapped[str | None]
    language: Mapped[str | None]
    communication: Mapped[Codes | None]
    migration: Mapped[str | None]
    household_form: Mapped[str | None]
    household_size: Mapped[int | None]
    household_in_care: Mapped[int | None]
    care_grade: Mapped[str | None]
    care_grade_since: Mapped[date | None]
    disability_degree: Mapped[int | None]
    disability_marks: Mapped[Codes | None]
    impairments: Mapped[Codes | None]
    aids: Mapped[Codes | None]
    aid_width_cm: Mapped[int | None]
    aid_length_cm: Mapped[int | None]
    turning_circle_cm: Mapped[int | None]
    reach_low_cm: Mapped[int | None]
    reach_high_cm: Mapped[int | None]
    seat_height_cm: Mapped[int | None]
    falls: Mapped[str | None]
    diagnoses: Mapped[str | None]
    insurance: Mapped[str | None]
    insurance_number: Mapped[str | None]
    insurance_type: Mapped[str | None]
    insurance_share: Mapped[int | None]
    income: Mapped[str | None]
    is_employed: Mapped[bool | None]
    guardianship: Mapped[str | None]
    note: Mapped[str | None]

    @property
    def full_name(self) -> str:
        """Given and family name as they are spoken; empty when neither is known."""
        return " ".join(part for part in (self.given_name, self.family_name) if part)


class Limitation(Record):
    """What somebody can do only partly or hardly. Code: function; ``degree`` 0 no, 1 at times, 2 clearly.

    A function without a row, or with an empty degree, was not asked about.
    """

    __tablename__ = "limitation"

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    function: Mapped[str]
    degree: Mapped[int | None]


class HouseholdMember(Record):
    """Somebody in need of care in the same dwelling. Codes: relation, care_grade, insurance_type.

    § 40 (4) SGB XI gives a grant for each of them; the name is not needed for it.
    """

    __tablename__ = "household_member"

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    name: Mapped[str | None]
    relation: Mapped[str | None]
    care_grade: Mapped[str | None]
    insurance: Mapped[str | None]
    insurance_type: Mapped[str | None]
    insurance_share: Mapped[int | None]


class RelatedPerson(Record):
    """Somebody around a case: relative, care service, doctor, guardian, landlord, craftsman.

    Codes: relation, participant.
    """

    __tablename__ = "related_person"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case_file.id"), index=True)
    name: Mapped[str | None]
    relation: Mapped[str | None]
    organisation: Mapped[str | None]
    phone: Mapped[str | None]
    email: Mapped[str | None]
    has_authority: Mapped[bool | None]
    note: Mapped[str | None]
