"""What a release says in words beside its numbers: how to read it, and what each figure counts."""

from zwk_barrier.model.statistics_report import StatisticsReport
from zwk_barrier.statistics.files.file_tables import indicators_of
from zwk_barrier.wording import _

_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def hints(report: StatisticsReport) -> list[str]:
    """How to read the files, a sentence each."""
    return [
        report.title,
        *report.protection.sentences,
        _("In der Spalte „Zeichen“ heißt „<5“ eine kleine Zahl und „.“ eine verdeckte."),
        _("„*“ und „Insgesamt“ stehen für die Summe über eine Spalte."),
        _("Ein leeres Feld ist keine Null: Die Zahl wird nicht gesagt oder ist nicht bekannt."),
        *report.sources,
    ]


def definitions(report: StatisticsReport) -> list[tuple[str, str]]:
    """What each indicator and table counts."""
    told = [(value.title, value.definition) for value in indicators_of(report)]
    tables = {table.name: table for section in report.sections for table in section.tables}
    return [*told, *((table.title, table.definition) for table in tables.values())]


def harmless(text: str) -> str:
    """The text so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text.startswith(_BEGINS_A_FORMULA) else text
