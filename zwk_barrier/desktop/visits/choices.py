"""What the fields of a visit offer, from the code lists, in the language in use."""

from datetime import date

from zwk_barrier.reference.codes import load_code_list


def choices(code_list: str) -> list[tuple[str, str]]:
    """Codes and labels of a list as they are offered today."""
    return [(code.code, code.label()) for code in load_code_list(code_list).valid_on(date.today())]  # noqa: DTZ011 - the day here
