"""The words of the first page: what each line says, from what was read."""

from datetime import date
from typing import Final

from PySide6.QtCore import QDate, QLocale

from zwk_barrier.casework.case.contacts import ContactRow
from zwk_barrier.casework.team.due import DueRow
from zwk_barrier.casework.team.pending import PendingRow, Queue
from zwk_barrier.casework.team.reminders import REMINDED_BEFORE
from zwk_barrier.casework.team.today import PlannedVisit, Today
from zwk_barrier.desktop.widgets.chips import Tone
from zwk_barrier.desktop.widgets.lists import Row
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.rules.typed import NBSP, format_time
from zwk_barrier.wording import _, language, ngettext

_SOON: Final = 3  # days
_LONGEST_NOTE: Final = 120
_FIRST_VISIT: Final = "erstbesuch"


def headline(day: date) -> str:
    """The page's title, e.g. „Heute, Montag, 23. November“."""
    return _("Heute, {day}").format(day=_written(day, _("dddd, d. MMMM")))


def summary(today: Today) -> str:
    """One line that tells how full the day is."""
    overdue, soon = today.count.overdue, today.deadlines.coming
    steps, visits = today.tasks.coming + today.checks.coming, today.visit_count
    parts = (
        (ngettext("{count} überfällig", "{count} überfällig", overdue), overdue),
        (
            ngettext(
                "{count} Frist in den nächsten 14 Tagen", "{count} Fristen in den nächsten 14 Tagen", soon
            ),
            soon,
        ),
        (ngettext("{count} Hausbesuch", "{count} Hausbesuche", visits), visits),
        (ngettext("{count} Wiedervorlage", "{count} Wiedervorlagen", steps), steps),
    )
    said = [part.format(count=count).replace(" ", NBSP, 1) for part, count in parts if count]
    return " · ".join(said) if said else _("Nichts steht an.")


def standing_in(today: Today) -> str:
    """Whose deadlines are shown beside one's own; empty when nobody is stood in for or all is shown anyway."""
    names = ", ".join(today.whose.deputised.values())
    if not names or today.whose.shows_all:
        return ""
    return _("Sie vertreten {names}.").format(names=names)


def clock_warning(today: Today) -> tuple[str, ...]:
    """What is wrong with the clock, if anything."""
    if today.last_day is None:
        return ()
    last, day = (_written(one, _("d. MMMM yyyy")) for one in (today.last_day, today.day))
    sentence = _(
        "Die Uhr dieses Rechners geht nach: Sie zeigt den {day}, zuletzt gesichert wurde am {last}. "
        "Stellen Sie sie richtig, sonst stimmen die Tage bis zu den Fristen nicht."
    )
    return (sentence.format(day=day, last=last),)


def due_row(due: DueRow, day: date, *, names_advisor: bool) -> Row:
    """A deadline, task or question: how urgent, about whom, what, and the next step on its button."""
    badge, tone = urgency(due.due_on, day)
    if due.kind == "check" and tone is Tone.LATE:
        tone = Tone.SOON  # no law is broken when somebody is asked later
    left = (due.due_on - day).days
    about = " · ".join(part for part in (due.number, due.name) if part)
    what = due.what
    if due.deputy_for:
        what = _("{what} – in Vertretung für {name}").format(what=what, name=due.deputy_for)
    return Row(
        due,
        about or what,
        tail=f" · {due.advisor}" if names_advisor and due.advisor and about else "",
        note=what if about else "",
        badge=badge,
        tone=tone,
        badge_icon="bell" if due.is_statutory and left <= max(REMINDED_BEFORE) else "",
        strong=True,
        action=_step(due),
    )


def _step(due: DueRow) -> str:
    return {
        "objection": _("Widerspruch"),
        "reminder": _("Erinnerung schreiben"),
        "application": _("Ansehen"),
        "task": _("Erledigt"),
        "outcome": _("Nachbefragung"),
    }[due.step]


def urgency(due_on: date, day: date) -> tuple[str, Tone]:
    """How urgent something is, as a pill says it."""
    days = (due_on - day).days
    if days < 0:
        return _("überfällig {days} T").format(days=-days), Tone.LATE
    if days == 0:
        return _("heute"), Tone.SOON
    if days == 1:
        return _("morgen"), Tone.SOON
    return _("in {days} Tagen").format(days=days), Tone.SOON if days <= _SOON else Tone.ACCENT


def visit_row(visit: PlannedVisit, day: date) -> Row:
    """A visit to come: when, to whom, where, and what for unless it is the first."""
    days = (visit.visited_on - day).days
    at = format_time(visit.begins_at) if visit.begins_at else ""
    when = [_("{time}\N{NO-BREAK SPACE}Uhr").format(time=at)] if at else []
    purpose = load_code_list("visit_purpose").label(visit.purpose) if visit.purpose != _FIRST_VISIT else ""
    return Row(
        visit,
        visit.name or visit.case_number,
        note=" · ".join(part for part in (*when, _unbroken(visit.address), purpose) if part),
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


def pending_row(pending: PendingRow, day: date) -> Row:
    """A case that stands still: for how many days, whose, and what for."""
    days = max((day - pending.since).days, 0)
    note = pending.what
    if pending.deputy_for:
        note = " – ".join(
            part for part in (note, _("in Vertretung für {name}").format(name=pending.deputy_for)) if part
        )
    waited = ngettext("seit {count} Tag", "seit {count} Tagen", days).format(count=days)
    name = pending.name or pending.number
    return Row(
        pending,
        name,
        tail=f" · {pending.number}" if pending.name else "",
        note=note,
        lead=_("{days} T").format(days=days),
        spoken=", ".join(
            part for part in (name, pending.number if pending.name else "", note, waited) if part
        ),
    )


def waiting_people(queue: Queue) -> str:
    """What stands under the number of those who wait for a visit."""
    people = ngettext("Mensch", "Menschen", queue.count)
    mean = ngettext("{count} Tag", "{count} Tage", queue.mean_days).format(count=queue.mean_days)
    return _("{people}, im Mittel {days}").format(people=people, days=mean)


def silent_count(queue: Queue, silence_days: int) -> str:
    """How many cases nobody has heard from, the number first, with markup."""
    cases = ngettext("{count} Fall", "{count} Fälle", queue.count).format(count=queue.count)
    return _("<b>{cases}</b> ohne Kontakt seit über {days} Tagen").format(cases=cases, days=silence_days)


def answer_count(queue: Queue) -> str:
    """How many answers have not come yet, the number first, with markup."""
    answers = ngettext("{count} Antwort", "{count} Antworten", queue.count).format(count=queue.count)
    mean = ngettext("seit {count} Tag", "seit {count} Tagen", queue.mean_days).format(count=queue.mean_days)
    return _("<b>{answers}</b> stehen aus, im Mittel {since}").format(answers=answers, since=mean)


def _unbroken(address: str) -> str:
    """The house number stays beside its street."""
    street, gap, number = address.rpartition(" ")
    return f"{street}{NBSP}{number}" if gap else address


def _written(day: date, pattern: str) -> str:
    return QLocale(language()).toString(QDate(day.year, day.month, day.day), pattern)
