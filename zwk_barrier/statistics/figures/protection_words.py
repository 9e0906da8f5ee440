"""How small numbers are protected, in the sentences a report says."""

from collections import Counter
from collections.abc import Iterable

from zwk_barrier.model.statistics_report import Protection, ReportSection, View
from zwk_barrier.statistics.periods.frozen import FrozenBase, PeriodBase
from zwk_barrier.wording import _


def protection_of(
    base: FrozenBase | PeriodBase, view: View, sections: Iterable[ReportSection] = ()
) -> Protection:
    """The protection of a report made from this base; none for exact figures, which are only for inside.

    Small and hidden numbers are counted in the tables of ``sections``.
    """
    if isinstance(base, PeriodBase) or view == "internal":
        return Protection("none", 0, ())
    marks = Counter(
        shown.mark
        for section in sections
        for table in section.tables
        for row in table.rows
        for shown in row.cells
    )
    sentences = (*_method(base), *_always())
    return Protection(base.method, base.threshold, sentences, marks["small"], marks["hidden"])


def _method(base: FrozenBase) -> tuple[str, ...]:
    least, most = base.threshold, base.threshold - 1
    if base.method == "dots":
        return (
            _(
                "Zahlen unter {least} sind verdeckt, denn eine kleine Zahl kann einen Menschen verraten."
            ).format(least=least),
            _(
                "„verdeckt“ steht auch für weitere Zahlen, damit niemand eine kleine aus den Summen errechnet."
            ),
        )
    return (
        _(
            "Zahlen von 1 bis {most} sind auf 0 oder {least} gerundet; alle Summen sind Summen der gerundeten Zahlen."
        ).format(most=most, least=least),
        _("„< {least}“ heißt: gerundet 0, in Wahrheit 0 oder einige wenige.").format(least=least),
    )


def _always() -> tuple[str, ...]:
    return (
        _(
            "„zu wenige“ und „–“ heißen: zu wenige Fälle für einen Anteil, ein Mittel oder eine Summe von Geld."
        ),
        _("Veranstaltungen und Arbeitszeit betreffen keine einzelnen Menschen und sind genau."),
    )
