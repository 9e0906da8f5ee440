"""What each measure of the catalogue is called on a button: two or three words."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from zwk_barrier import wording
from zwk_barrier.reference.measures import load_catalogue
from zwk_barrier.reference.table import read_table
from zwk_barrier.resources import resource


def short_title(number: str, language: str | None = None) -> str:
    """The short name of a measure in ``de`` or ``en``, without a language that of the screen; raises KeyError."""
    german, english = load_short_titles()[number]
    return english if (language or wording.language()) == "en" else german


@cache
def load_short_titles() -> Mapping[str, tuple[str, str]]:
    """German and English by number, read once; raises ValueError with file, row and reason for damaged data."""
    titles: dict[str, tuple[str, str]] = {}
    for row in read_table(resource("measures", "short_titles.csv"), ("measure", "title_de", "title_en")):
        number = row.required("measure")
        if load_catalogue().get(number) is None or number in titles:
            row.fail(f"{number} is unknown or comes twice")
        titles[number] = row.required("title_de"), row.required("title_en")
    return MappingProxyType(titles)
