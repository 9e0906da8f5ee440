"""Gathers the caseload list a supervisor takes along: per advisor, what runs and what is late."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from zwk_barrier import wording
from zwk_barrier.casework.office.staff import office_settings
from zwk_barrier.casework.printing.letterhead import letterhead_of
from zwk_barrier.casework.printing.report_material import lines
from zwk_barrier.casework.team.caseload import CaseLoad
from zwk_barrier.casework.team.supervision import AdvisorLoad, cases_in_need, load_team
from zwk_barrier.model.caseload_list import AdvisorCases, CaseloadList
from zwk_barrier.model.report_parts import Grid, GridColumn
from zwk_barrier.rules.typed import format_date
from zwk_barrier.wording import _, ngettext


def gather_caseload(session: Session, advisor_id: UUID | None, day: date, *, staff_id: UUID) -> CaseloadList:
    """The running cases of one person, or with None of everybody and nobody, as of ``day``.

    Raises NotAllowed unless ``staff_id`` leads or administers.
    """
    team, office = load_team(session, staff_id, day), office_settings(session)
    wanted = [one for one in team.advisors if advisor_id is None or one.staff_id == advisor_id]
    return CaseloadList(
        letterhead=letterhead_of(office),
        advisors=tuple(_advisor(one, cases_in_need(session, staff_id, one.staff_id, day)) for one in wanted),
        silence_days=team.silence_days,
        printed_on=day,
        language=wording.language(),
    )


def _advisor(load: AdvisorLoad, cases: Sequence[CaseLoad]) -> AdvisorCases:
    columns = (
        GridColumn(_("Fall"), 62),
        GridColumn(_("Seit"), 28),
        GridColumn(_("Nächste Frist"), 32),
        GridColumn(_("Was fehlt"), 46),
    )
    rows = tuple(_case(one) for one in cases)
    return AdvisorCases(load.name, _summary(load), Grid(columns, rows))


def _summary(load: AdvisorLoad) -> str:
    running = ngettext("{n} laufender Fall", "{n} laufende Fälle", load.open_cases).format(n=load.open_cases)
    parts = [running]
    if load.overdue:
        parts.append(_("{n} überfällig").format(n=load.overdue))
    if load.coming:
        parts.append(_("{n} in den nächsten 14 Tagen").format(n=load.coming))
    if load.waiting:
        parts.append(
            ngettext(
                "{n} wartet auf einen Hausbesuch", "{n} warten auf einen Hausbesuch", load.waiting
            ).format(n=load.waiting)
        )
    if load.away is not None:
        parts.append(_("heute abwesend, vertreten durch {name}").format(name=load.away.deputy or "–"))
    return " · ".join(parts)


def _case(one: CaseLoad) -> tuple[str, ...]:
    name = one.name or _("Name nicht bekannt")
    return (
        lines(name, _("Fall {number}").format(number=one.number)),
        format_date(one.opened_on),
        format_date(one.next_due) if one.next_due else "–",
        lines(*_wanting(one)) or _("nichts"),
    )


def _wanting(one: CaseLoad) -> list[str]:
    told = []
    if one.overdue:
        told.append(_("{n} überfällig").format(n=one.overdue))
    if one.waiting_days is not None:
        told.append(_waiting(one.waiting_days))
    if one.silent_days is not None:
        told.append(
            ngettext("seit {n} Tag ohne Kontakt", "seit {n} Tagen ohne Kontakt", one.silent_days).format(
                n=one.silent_days
            )
        )
    return told


def _waiting(days: int) -> str:
    if days == 0:
        return _("wartet seit heute auf einen Hausbesuch")
    return ngettext(
        "wartet seit {n} Tag auf einen Hausbesuch", "wartet seit {n} Tagen auf einen Hausbesuch", days
    ).format(n=days)
