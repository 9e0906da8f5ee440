"""The thirty-second card: what one must know to answer the phone about a case one has never seen."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from zwk_barrier.casework.case.cases import CaseView
from zwk_barrier.casework.field_values import value_in_words
from zwk_barrier.model import Building, CaseFile, Contact, Dwelling, Person, Task
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.rules.typed import format_quantity
from zwk_barrier.rules.typed.near_dates import format_near_date
from zwk_barrier.wording import _, ngettext

_BREAKS: Final = re.compile(r"[ \t\r\n]+")  # not \s: a no-break space has a reason
_LAST_CONTACTS: Final = 3
_LONGEST_NOTE: Final = 110
_NOT_WORTH_A_CHIP: Final = frozenset({"keiner", "unbekannt", "keine"})
_MAX_AID_CHIPS: Final = 2


@dataclass(frozen=True, slots=True)
class Brief:
    """The card above a case, ready to read; a part that nothing is known about is empty."""

    situation: str
    next_step: str
    is_overdue: bool
    open_tasks: str
    last_contacts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """One short fact about the person, as a chip; ``kind`` says what sort, ``strong`` that it stands out."""

    kind: str
    text: str
    strong: bool = False


def brief_of(view: CaseView, today: date) -> Brief:
    """The card of a case as of ``today``."""
    open_tasks = [task for task in view.tasks if task.done_at is None]
    return Brief(
        situation=_situation(view, today),
        next_step=_next_step(view, today),
        is_overdue=_is_overdue(view.next_task, today),
        open_tasks=_open_tasks(open_tasks, today),
        last_contacts=tuple(_contact(contact, today) for contact in view.contacts[:_LAST_CONTACTS]),
    )


def headline(person: Person, today: date) -> str:
    """Name and age, e.g. ``Olga Petrova, 81``; without a name a sentence that says so."""
    name = person.full_name or _("Name nicht bekannt")
    years = age(person, today)
    return name if years is None else f"{name}, {years}"


def age(person: Person, today: date) -> int | None:
    """Full years; from a year alone the age reached this year; None when neither is known."""
    born = person.born_on
    if born is not None:
        return today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    return None if person.birth_year is None else today.year - person.birth_year


def subtitle(view: CaseView, today: date) -> str:
    """Number, state and who is responsible: ``Fall 2026-0147 · offen seit 3.11. · M. Albers``."""
    case = view.case
    opened = format_near_date(case.opened_at.astimezone().date(), today)
    if case.status == "closed":
        closed = "" if case.closed_on is None else format_near_date(case.closed_on, today)
        state = _("abgeschlossen am {day}").format(day=closed) if closed else _("abgeschlossen")
        outcome = load_code_list("outcome").label(case.outcome)
        state = f"{state}: {outcome}" if outcome else state
    elif case.status == "open":
        state = _("offen seit {day}").format(day=opened)
    else:
        label = load_code_list("case_status").label(case.status)
        state = _("{status}, offen seit {day}").format(status=label, day=opened)
    parts = (
        _("Fall {number}").format(number=case.number),
        state,
        view.advisor.name if view.advisor else _("niemand zuständig"),
    )
    return " · ".join(parts)


def facts(view: CaseView, area: str = "") -> tuple[Fact, ...]:
    """What stands beside the name: care grade, aids, where they live, how to talk with them and reach them."""
    person = view.person
    found: list[Fact] = []
    if person.care_grade and person.care_grade not in _NOT_WORTH_A_CHIP:
        found.append(Fact("care", load_code_list("care_grade").label(person.care_grade), strong=True))
    aids = [code for code in person.aids or () if code not in _NOT_WORTH_A_CHIP]
    found += [Fact("aid", load_code_list("aid").label(code)) for code in aids[:_MAX_AID_CHIPS]]
    if len(aids) > _MAX_AID_CHIPS:
        more = len(aids) - _MAX_AID_CHIPS
        found.append(
            Fact("aid", ngettext("{n} weiteres Hilfsmittel", "{n} weitere Hilfsmittel", more).format(n=more))
        )
    if place := ", ".join(part for part in (street(view.building), area) if part):
        found.append(Fact("place", place))
    if talk := _talking(person):
        found.append(Fact("language", talk))
    if number := _phone(view):
        found.append(Fact("phone", number))
    return tuple(found)


def street(building: Building) -> str:
    """Street and house number; empty when unknown."""
    return " ".join(part for part in (building.street, building.house_number) if part)


def dwelling_in_words(building: Building, dwelling: Dwelling) -> str:
    """How one gets in, e.g. ``2. Stock ohne Aufzug, 8 Stufen bis zur Haustür``; empty when nothing is known."""
    lift = {True: _("mit Aufzug"), False: _("ohne Aufzug"), None: ""}[building.has_lift]
    parts = [" ".join(part for part in (_floor(dwelling.floor), lift) if part)]
    if building.steps_to_entrance:
        steps = building.steps_to_entrance
        parts.append(
            ngettext("{n} Stufe bis zur Haustür", "{n} Stufen bis zur Haustür", steps).format(n=steps)
        )
    if dwelling.steps_to_dwelling:
        steps = dwelling.steps_to_dwelling
        parts.append(ngettext("{n} Stufe zur Wohnung", "{n} Stufen zur Wohnung", steps).format(n=steps))
    return ", ".join(part for part in parts if part)


def _floor(floor: int | None) -> str:
    if floor is None:
        return ""
    if floor == 0:
        return _("Erdgeschoss")
    return _("Untergeschoss") if floor < 0 else _("{n}. Stock").format(n=floor)


def _phone(view: CaseView) -> str:
    """The number to call back: the person's own, else that of somebody around them, with their name."""
    if view.person.phone:
        return view.person.phone
    other = next((who for who in view.related if who.phone), None)
    if other is None:
        return ""
    return f"{other.phone} ({other.name})" if other.name else str(other.phone)


def _talking(person: Person) -> str:
    parts = []
    if person.language and person.language != "de":
        parts.append(load_code_list("language").label(person.language))
    needs = [code for code in person.communication or () if code not in _NOT_WORTH_A_CHIP]
    parts += [load_code_list("communication").label(code) for code in needs]
    return ", ".join(parts)


def _situation(view: CaseView, today: date) -> str:
    case = view.case
    sentences = [case.summary or case.concern or _occasion(case)]
    if view.person.household_form == "allein":
        sentences.append(_("Lebt allein"))
    sentences.append(dwelling_in_words(view.building, view.dwelling))
    if case.discharge_on is not None and case.status != "closed" and case.discharge_on >= today:
        day = format_near_date(case.discharge_on, today, weekday=True)
        sentences.append(_("Entlassung am {day}").format(day=day))
    return " ".join(ended(sentence) for sentence in sentences if sentence)


def _occasion(case: CaseFile) -> str:
    label = load_code_list("occasion").label(case.main_occasion)
    return _("Anlass: {occasion}").format(occasion=label) if label else ""


def ended(sentence: str) -> str:
    """A sentence on one line with its full stop, which „bis 2.12.“ has already."""
    stripped = _one_line(sentence)
    return stripped if stripped.endswith((".", "!", "?", "…", ":")) else f"{stripped}."


def _one_line(text: str) -> str:
    return _BREAKS.sub(" ", text).strip()


def _next_step(view: CaseView, today: date) -> str:
    if (task := view.next_task) is not None:
        return _task(task, today)
    days = [visit.visited_on for visit in view.visits if visit.visited_on is not None]
    planned = [day for day in days if day >= today]
    if not planned:
        return ""
    return _("Hausbesuch am {day}").format(day=format_near_date(min(planned), today, weekday=True))


def _task(task: Task, today: date) -> str:
    title = task.title or _("Wiedervorlage")
    if task.due_on is None:
        return title
    day = format_near_date(task.due_on, today, weekday=True)
    if task.due_on < today:
        return _("{what}, überfällig seit {day}").format(what=title, day=day)
    if task.due_on == today:
        return _("{what}, heute").format(what=title)
    return _("{what} bis {day}").format(what=title, day=day)


def _is_overdue(task: Task | None, today: date) -> bool:
    return task is not None and task.due_on is not None and task.due_on < today


def _open_tasks(tasks: list[Task], today: date) -> str:
    if len(tasks) <= 1:
        return ""  # the one there is stands there as the next step
    text = ngettext("{n} offene Aufgabe", "{n} offene Aufgaben", len(tasks)).format(n=len(tasks))
    late = sum(_is_overdue(task, today) for task in tasks)
    if not late:
        return text
    overdue = _("davon {n} überfällig").format(n=late)
    return f"{text}, {overdue}"


def _contact(contact: Contact, today: date) -> str:
    day = format_near_date(contact.happened_at.astimezone().date(), today)
    return f"{day} {contact_in_words(contact, longest=_LONGEST_NOTE)}"


def contact_in_words(contact: Contact, *, longest: int = 400) -> str:
    """One contact in a line: what was said, else what it was about, else how it came; with its minutes."""
    said = _one_line(contact.result or contact.note or "")
    if not said:
        said = value_in_words("contact", "topics", contact.topics) or contact_kind(contact)
    if len(said) > longest:
        said = f"{said[: longest - 1].rpartition(' ')[0] or said[: longest - 1]} …"
    return said


def contact_kind(contact: Contact) -> str:
    """How the contact came about: its kind, else its channel, else the plain word."""
    kind = load_code_list("contact_kind").label(contact.kind)
    return kind or load_code_list("channel").label(contact.channel) or _("Kontakt")


def minutes_in_words(minutes: int | None) -> str:
    """The minutes of a contact, ``15 Min.``; empty when not noted."""
    return "" if minutes is None else format_quantity(Decimal(minutes), _("Min."))
