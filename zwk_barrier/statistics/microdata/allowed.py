"""What the register allows: one file of microdata for each period for ever, one a year and recipient."""

import json
from collections.abc import Sequence

from sqlalchemy.orm import Session

from zwk_barrier.model import Release
from zwk_barrier.problems import InputProblem
from zwk_barrier.rules.quarters import Period, period_title
from zwk_barrier.statistics.microdata.description import METADATA
from zwk_barrier.statistics.periods.frozen import FrozenBase, frozen_base
from zwk_barrier.statistics.releases import MICRODATA, period_of, previous_releases, told_by
from zwk_barrier.wording import _


def earlier_file(session: Session, period: Period, recipient: str, least: int) -> Release | None:
    """The file of microdata there is of a period, None where there is none yet.

    Raises InputProblem: ``recipient`` for a second file of a year, ``period`` where the file is of other quarters,
    ``audience`` where its groups are smaller than ``least``.
    """
    earlier = [row for row in previous_releases(session, _years_of(period)) if row.kind == MICRODATA]
    _check_recipient(earlier, recipient)
    same = next((row for row in earlier if _overlaps(row, period)), None)
    if same is not None:
        _check_same(same, period, least)
    return same


def least_of(row: Release) -> int:
    """How many rows share every combination in the file of an entry."""
    return int(json.loads(told_by(row)[METADATA])["zwk:release"]["method"]["k"])


def closed_base(session: Session, period: Period) -> FrozenBase:
    """The frozen counts of a period; raises InputProblem for one that is open or was closed with dots."""
    base = frozen_base(session, period)
    if base is None:
        raise InputProblem(
            "period",
            _("{period} ist noch nicht abgeschlossen.").format(period=period_title(period)),
            advice=_("Weitergegeben werden nur Zahlen abgeschlossener Zeiträume."),
        )
    if base.method == "dots":
        raise InputProblem(
            "period",
            _("{period} wurde mit verdeckten Zahlen abgeschlossen; dazu gibt es keine Einzeldaten.").format(
                period=period_title(period)
            ),
            advice=_("Aus den Zeilen ließen sich die verdeckten Zahlen errechnen."),
        )
    return base


def _check_recipient(earlier: Sequence[Release], recipient: str) -> None:
    wanted = " ".join(recipient.casefold().split())
    taken = next(
        (row for row in earlier if " ".join((row.recipient or "").casefold().split()) == wanted), None
    )
    if taken is not None:
        raise InputProblem(
            "recipient",
            _("{recipient} hat am {day} schon Einzeldaten dieses Jahres bekommen ({period}).").format(
                recipient=taken.recipient,
                day=taken.released_at.astimezone().strftime("%d.%m.%Y"),
                period=period_title(period_of(taken)),
            ),
            advice=_("Je Jahr und Empfänger gibt es eine Datei."),
        )


def _check_same(row: Release, period: Period, least: int) -> None:
    if period_of(row) != period:
        raise InputProblem(
            "period",
            _("Von Quartalen aus {period} gibt es schon Einzeldaten: {taken}.").format(
                period=period_title(period), taken=period_title(period_of(row))
            ),
            advice=_(
                "Zwei Dateien mit denselben Fällen ließen sich übereinanderlegen; wählen Sie denselben Zeitraum."
            ),
        )
    if least_of(row) < least:
        raise InputProblem(
            "audience",
            _(
                "Die Einzeldaten für {period} gibt es schon, mit Gruppen ab {k}; für alle müssten es {least} sein."
            ).format(period=period_title(period), k=least_of(row), least=least),
            advice=_("Eine zweite, gröbere Datei derselben Fälle gibt es nicht."),
        )


def _overlaps(row: Release, period: Period) -> bool:
    return row.begins_on <= period.last_day and row.ends_on >= period.first_day


def _years_of(period: Period) -> Period:
    return Period(Period.year(period.first.year).first, Period.year(period.last.year).last)
