"""Sums of money by the lines of a table, as far as nobody's own amount can be read off them."""

from collections.abc import Mapping

import numpy as np

from zwk_barrier.statistics.figures.figures import Codes
from zwk_barrier.statistics.figures.grid import TOTAL, Cut
from zwk_barrier.statistics.money import MoneyTable


def sums_by(money: MoneyTable | None, cut: Cut, where: Codes, *, is_exact: bool) -> Mapping[str, int | None]:
    """Euro cents by code with their sum; None where too few or too large amounts stand behind one, or beside it."""
    codes = (TOTAL, *cut.codes)
    if money is None:
        return dict.fromkeys(codes)
    line_of = {fine: line for line in cut.codes for fine in cut.inside[line]}
    if is_exact:
        return _exact(money, cut, where, line_of)
    return _protected(money, cut, where, line_of)


def _exact(money: MoneyTable, cut: Cut, where: Codes, line_of: Mapping[str, str]) -> dict[str, int | None]:
    found: dict[str, int | None] = dict.fromkeys((TOTAL, *cut.codes), 0)
    for (code,), one in money.sums((cut.name,), where).items():
        for line in (line_of[code], TOTAL):
            found[line] = (found[line] or 0) + one.total
    return found


def _protected(
    money: MoneyTable, cut: Cut, where: Codes, line_of: Mapping[str, str]
) -> dict[str, int | None]:
    # Only here: the solver is slow to load.
    from zwk_barrier.statistics.disclosure.cells import Axis, HierarchicalTable  # noqa: PLC0415
    from zwk_barrier.statistics.disclosure.money import SumTable, protect_sums  # noqa: PLC0415

    axis = Axis.flat(cut.name, cut.codes, TOTAL)
    place = {code: number for number, code in enumerate(axis.codes)}
    at = money.dimensions.index(cut.name)
    wanted = [(money.dimensions.index(name), codes) for name, codes in where.items()]
    rows = [row for row in money.rows if all(row.codes[number] in codes for number, codes in wanted)]
    lines = np.array([[place[line_of[row.codes[at]]]] for row in rows], np.int32).reshape(len(rows), 1)
    amounts = np.array([row.amount for row in rows], np.int64)
    who = np.array([row.contributor for row in rows], np.int64)
    found = protect_sums([SumTable(HierarchicalTable((axis,), lines, amounts), who)])
    told = found.shown & found.is_safe
    values, shown = found.system.values.tolist(), told.tolist()
    keys = [next((code for _name, code in key), TOTAL) for key in found.system.keys]
    return {
        code: value if is_shown else None for code, value, is_shown in zip(keys, values, shown, strict=True)
    }
