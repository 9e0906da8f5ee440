"""How old a person is, and the age group that is counted."""

from datetime import date

from zwk_barrier.reference.codes import load_code_list

UNKNOWN_GROUP = "unbekannt"


def age_on(day: date, born_on: date | None, birth_year: int | None = None) -> int | None:
    """The age in full years on ``day``; from a birth year alone, the age reached within that year.

    Without both, and before birth, ``None``.  The day of birth counts as a day of life (§ 187 Abs. 2
    BGB), so somebody born on 29 February is a year older on 1 March of other years.
    """
    if born_on is not None:
        has_had_birthday = (day.month, day.day) >= (born_on.month, born_on.day)
        age = day.year - born_on.year - (0 if has_had_birthday else 1)
    elif birth_year is not None:
        age = day.year - birth_year
    else:
        return None
    return age if age >= 0 else None


def age_group(age: int | None) -> str:
    """The code of the age group (code list age_group); ``unbekannt`` without an age."""
    if age is None:
        return UNKNOWN_GROUP
    for group in load_code_list("age_group"):
        start, end = group.extras["age_from"], group.extras["age_to"]
        if start and int(start) <= age and (not end or age <= int(end)):
            return group.code
    return UNKNOWN_GROUP
