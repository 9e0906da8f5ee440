"""Gathers the sheet „In 30 Sekunden“: what a colleague must know to answer the phone."""

from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from zwk_barrier import wording
from zwk_barrier.casework.case.brief import (
    brief_of,
    contact_in_words,
    contact_kind,
    ended,
    facts,
    headline,
    subtitle,
)
from zwk_barrier.casework.case.cases import CaseView, load_case
from zwk_barrier.casework.office.staff import office_settings
from zwk_barrier.casework.payers.case_deadlines import open_deadlines
from zwk_barrier.casework.printing.letterhead import letterhead_of
from zwk_barrier.casework.printing.report_material import lines, value
from zwk_barrier.casework.team.due_words import deadline_words
from zwk_barrier.model.handover_sheet import HandoverSheet
from zwk_barrier.model.report_parts import Grid, GridColumn
from zwk_barrier.reference.areas import load_areas
from zwk_barrier.rules.typed import format_date
from zwk_barrier.wording import _

_CONTACTS: Final = 3
_LONGEST: Final = 90
_LONGEST_CONTACT: Final = 150
_LONGEST_SITUATION: Final = 330
_LONGEST_NAME: Final = 40

Rows = list[tuple[str, ...]]


def gather_handover(session: Session, case_id: UUID, day: date) -> HandoverSheet:
    """The sheet of one case as of ``day``; raises NotFound."""
    view, office = load_case(session, case_id), office_settings(session)
    brief = brief_of(view, day)
    area = load_areas(office.region).label(view.building.area) if view.building.area else ""
    due: Rows = [
        (format_date(one.due_on), _short(deadline_words(one, day), _LONGEST_CONTACT))
        for one in open_deadlines(session, case_id)
    ]
    tasks, around = _tasks(view), _around(view)
    return HandoverSheet(
        letterhead=letterhead_of(office),
        case_number=view.case.number,
        headline=headline(view.person, day),
        state=subtitle(view, day),
        facts=tuple(one.text for one in facts(view, area)),
        situation=_short(brief.situation, _LONGEST_SITUATION),
        next_step=_short(brief.next_step),
        is_overdue=brief.is_overdue,
        deadlines=_grid(due, (_("Bis"), 28), (_("Frist"), 138)),
        tasks=_grid(tasks, (_("Bis"), 28), (_("Aufgabe"), 98), (_("Wer"), 40)),
        contacts=_grid(_contacts(view), (_("Wann"), 28), (_("Was"), 138)),
        around=_grid(around, (_("Wer"), 60), (_("Beziehung"), 56), (_("Telefon"), 50), names_at=0),
        printed_on=day,
        language=wording.language(),
    )


def _grid(rows: Rows, *columns: tuple[str, float], names_at: int = 1) -> Grid:
    return Grid(tuple(GridColumn(*one) for one in columns), tuple(rows), names_at)


def _tasks(view: CaseView) -> Rows:
    return [
        (
            format_date(one.due_on) if one.due_on else "–",
            _short(one.title or _("Wiedervorlage")),
            view.staff_names.get(one.staff_id, "–") if one.staff_id else "–",
        )
        for one in view.tasks
        if one.done_at is None
    ]


def _contacts(view: CaseView) -> Rows:
    return [
        (
            format_date(one.happened_at.astimezone().date()),
            lines(contact_kind(one), contact_in_words(one, longest=_LONGEST_CONTACT)),
        )
        for one in view.contacts[:_CONTACTS]
    ]


def _around(view: CaseView) -> Rows:
    return [
        (
            _short(one.name or one.organisation or _("Ohne Namen"), _LONGEST_NAME),
            lines(value(one, "relation") or "–", _("mit Vollmacht") if one.has_authority else ""),
            one.phone or "–",
        )
        for one in view.related
    ]


def _short(text: str, longest: int = _LONGEST) -> str:
    said = " ".join(text.split(" "))
    return said if len(said) <= longest else ended(f"{said[:longest].rpartition(' ')[0] or said[:longest]} …")
