"""What a release says in words beside its numbers: how to read it, and what each figure counts."""

from zwk_barrier.model.statistics_report import IndicatorValue, StatisticsReport
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
    told = [(value.title, defined(value)) for value in indicators_of(report)]
    tables = {table.name: table for section in report.sections for table in section.tables}
    return [*told, *((table.title, table.definition) for table in tables.values())]


def defined(value: IndicatorValue) -> str:
    """What an indicator counts, and why a rate has no year before.

    The layout names one denominator an indicator, by which a rate is taken back to the count it was made of when
    a release is attacked; with that of another year the attack would examine the wrong count.
    """
    if value.before is None or value.denominator is None:
        return value.definition
    return " ".join(
        (
            value.definition,
            _(
                "Der Wert des Vorjahrs steht nicht in den Dateien: Er hat einen anderen Nenner, und die Beschreibung "
                "nennt nur einen."
            ),
        )
    )


def harmless(text: str) -> str:
    """The text so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text.startswith(_BEGINS_A_FORMULA) else text
