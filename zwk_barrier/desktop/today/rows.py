"""The words of the first page: what each line says, from what was read."""

from datetime import date
from typing import Final

from PySide6.QtCore import QDate, QLocale

from zwk_barrier.casework.contacts import ContactRow
from zwk_barrier.casework.tasks import TaskRow
from zwk_barrier.casework.today import PlannedVisit, Today
from zwk_barrier.desktop.widgets.chips import Tone
from zwk_barrier.desktop.widgets.lists import Row
from zwk_barrier.rules.typed import NBSP, format_time
from zwk_barrier.wording import _, language, ngettext

_SOON: Final = 3  # days
_LONGEST_NOTE: Final = 120


def headline(day: date) -> str:
    """The page's title, e.g. „Heute, Montag, 23. November“."""
    return _("Heute, {day}").format(day=_written(day, _("dddd, d. MMMM")))


def summary(today: Today) -> str:
    """One line that tells how full the day is."""
    visits = len(today.visits)
    parts = [
        ngettext("{count} Aufgabe überfällig", "{count} Aufgaben überfällig", today.overdue_count),
        ngettext("{count} Aufgabe in dieser Woche", "{count} Aufgaben in dieser Woche", today.task_count),
        ngettext("{count} Hausbesuch in zwei Wochen", "{count} Hausbesuche in zwei Wochen", visits),
    ]
    counts = (today.overdue_count, today.task_count - today.overdue_count, visits)
    said = [
        part.format(count=count).replace(" ", NBSP, 1)
        for part, count in zip(parts, counts, strict=True)
        if count
    ]
    return " · ".join(said) if said else _("Nichts steht an.")


def task_row(task: TaskRow, day: date) -> Row:
    """A task: how urgent, about whom, what."""
    about = " · ".join(part for part in (task.case_number, task.subject) if part)
    what = task.title or _("Wiedervorlage")
    badge, tone = urgency(task.due_on, day)
    return Row(
        task,
        about or what,
        note=what if about else "",
        badge=badge,
        tone=tone,
        strong=True,
        action=_("Erledigt"),
    )


def urgency(due_on: date | None, day: date) -> tuple[str, Tone]:
    """How urgent something is, as a pill says it."""
    if due_on is None:
        return _("ohne Datum"), Tone.PLAIN
    days = (due_on - day).days
    if days < 0:
        return _("überfällig {days} T").format(days=-days), Tone.LATE
    if days == 0:
        return _("heute"), Tone.SOON
    if days == 1:
        return _("morgen"), Tone.SOON
    return _("in {days} Tagen").format(days=days), Tone.SOON if days <= _SOON else Tone.ACCENT


def visit_row(visit: PlannedVisit, day: date) -> Row:
    """A visit to come: when, to whom, where."""
    days = (visit.visited_on - day).days
    at = format_time(visit.begins_at) if visit.begins_at else ""
    when = [_("{time}\N{NO-BREAK SPACE}Uhr").format(time=at)] if at else []
    return Row(
        visit,
        visit.name or visit.case_number,
        note=" · ".join([*when, *([_unbroken(visit.address)] if visit.address else [])]),
        lead={0: _("heute"), 1: _("morgen")}.get(days) or _written(visit.visited_on, _("ddd d.M.")),
        strong=days == 0,
    )


def contact_row(contact: ContactRow) -> Row:
    """A contact that waits: when it was, who, what was said."""
    name = _("anonym") if contact.is_anonymous else contact.name or _("ohne Namen")
    said = " ".join(contact.note.split())
    if len(said) > _LONGEST_NOTE:
        said = said[:_LONGEST_NOTE].rsplit(" ", 1)[0] + " …"
    return Row(
        contact,
        name,
        note=said,
        lead=_written(contact.happened_at.astimezone().date(), _("d.M.")),
    )


def _unbroken(address: str) -> str:
    """The house number stays beside its street."""
    street, gap, number = address.rpartition(" ")
    return f"{street}{NBSP}{number}" if gap else address


def _written(day: date, pattern: str) -> str:
    return QLocale(language()).toString(QDate(day.year, day.month, day.day), pattern)
