"""What was spoken and agreed: contacts, tasks, consents and the people around a case, as rows."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from typing import Any, Final
from uuid import UUID

from zwk_barrier.casework.demonstration.dice import Dice
from zwk_barrier.casework.demonstration.draft import Draft, moment, office_time
from zwk_barrier.casework.demonstration.names import adult_name, some_background
from zwk_barrier.casework.demonstration.people import phone
from zwk_barrier.casework.demonstration.places import some_area
from zwk_barrier.casework.demonstration.rows import Rows
from zwk_barrier.casework.demonstration.stories import (
    closing_words,
    remarks,
    short_talks,
    talk,
    task_titles,
)
from zwk_barrier.casework.demonstration.timeline import workday
from zwk_barrier.casework.demonstration.words import amount, short_day
from zwk_barrier.model import Consent, Contact, RelatedPerson, Task

_KINDS: Final = {
    "tel": "telefon",
    "pers": "sprechstunde",
    "mail": "mail",
    "online": "mail",
    "weiterl": "brief",
    "veranst": "ausstellung",
}
_CHANNELS: Final = {"telefon": "tel", "sprechstunde": "pers", "mail": "mail", "brief": "brief"}
_ASKING: Final = {
    "kind": "angehoerige",
    "partner": "angehoerige",
    "sonst_angeh": "angehoerige",
    "klinik_sozialdienst": "arzt_sozialdienst",
    "reha": "arzt_sozialdienst",
    "pflegedienst": "pflegekraft",
    "pflegestuetzpunkt": "pflegeberatung",
    "therapeut": "ergo_physio",
}
_PAUSE: Final = timedelta(minutes=45)
_SITE: Final = frozenset({"hausbesuch", "baustellentermin", "abnahme"})
# From how many days before today to how many after a next step is due, and how likely that is.
_DUE: Final = (((-9, -1), 15), ((0, 0), 9), ((1, 6), 36), ((7, 30), 40))


def contact_rows(rows: Rows, draft: Draft, case_id: UUID, *, most: int) -> None:
    """The contacts of a case, at most so many, the first ones first."""
    for values in list(_known(draft) or _told(draft))[:most]:
        rows.add(Contact, values["happened_at"], case_id=case_id, staff_id=draft.staff_id, **values)


def _known(draft: Draft) -> list[dict[str, Any]]:
    found = []
    for said in draft.known.get("contacts", ()):
        values = dict(said)
        day = draft.today - timedelta(days=values.pop("back"))
        values["happened_at"] = moment(day, time.fromisoformat(values.pop("at")))
        values["travel_minutes"] = values.pop("travel", None)
        found.append(values)
    return found


def _told(draft: Draft) -> Iterator[dict[str, Any]]:
    dice, story, last = draft.dice, draft.story, draft.opened_at
    for phase, day in draft.course.steps:
        said = talk("waiting" if phase == "closing" else phase)
        is_first, is_visit = phase == "first", phase == "visit"
        kind = _KINDS[draft.file["channel"]] if is_first else said.kind
        if not is_first:
            last = max(moment(day, draft.visit_begins if is_visit else office_time(dice)), last + _PAUSE)
        yield {
            "happened_at": last,
            "kind": kind,
            "channel": draft.file["channel"] if is_first else _CHANNELS.get(kind, "hausbesuch"),
            "direction": said.direction,
            "minutes": draft.visit_minutes if is_visit else int(dice.between(*said.minutes)),
            "travel_minutes": int(dice.between(10, 30, 5)) if kind in _SITE else None,
            "participants": _participants(draft, said.participants, is_first=is_first),
            "topics": list(story.topics[: 1 + dice.chance(60)]),
            "note": _note(draft, phase, day),
            "enquirer": draft.file["enquirer"] if is_first else None,
            "occasion": story.occasion if is_first else None,
        }


def _participants(draft: Draft, usual: tuple[str, ...], *, is_first: bool) -> list[str]:
    if is_first:
        return [_ASKING.get(draft.person.enquirer, "klient")]
    present = list(usual)
    if "klient" in present and draft.dice.chance(30):
        present.append("angehoerige")
    if "klient" in present and draft.needs_interpreter:
        present.append("dolmetschen")
    return list(dict.fromkeys(present))


def _note(draft: Draft, phase: str, day: date) -> str:
    if phase == "closing":
        return draft.say(closing_words(draft.course.outcome) or talk("followup").texts)
    visit = draft.course.day_of("visit") or draft.planned_on
    told = {"appointment": visit, "interpreter": visit, "rejected": day - timedelta(days=2)}.get(phase) or day
    grant = 4180 if day.year > 2024 else 4000  # § 40 Abs. 4 SGB XI, amounts before and since 2025
    return draft.say(
        talk(phase).texts,
        anliegen=draft.file["concern"],
        tag=short_day(told) if told > draft.opened else "nächste Woche",
        punkt=draft.barriers[0].point,
        Punkt=draft.barriers[0].point[0].upper() + draft.barriers[0].point[1:],
        anzahl=str(len(draft.barriers)),
        summe=amount(draft.dice.between(480_000, 1_190_000, 1_000)),
        zuschuss=amount(grant * 100 * (draft.story.in_care or 1)),
    )


def task_rows(rows: Rows, draft: Draft, case_id: UUID) -> None:
    """What is still to do in a case, and what was done."""
    known = draft.known.get("tasks")
    if known is not None:
        for task in known:
            _task(
                rows, draft, case_id, task["title"], draft.today + timedelta(days=task["due"]), is_done=False
            )
        return
    dice, stage = draft.dice, draft.course.stage
    stage = "approved" if stage == "applied" and not draft.has_care else stage
    if dice.chance(45) and len(draft.course.steps) > 1:
        title = dice.one(task_titles("planned"))
        _task(rows, draft, case_id, title, draft.course.steps[1][1], is_done=True)
    if stage == "closed":
        return
    first, last = dice.weighted(_DUE)
    due = draft.today + timedelta(days=int(dice.between(first, last)))
    _task(
        rows,
        draft,
        case_id,
        draft.say(task_titles(stage)),
        due if first == last else workday(due),
        is_done=False,
    )
    if dice.chance(18):
        later = workday(draft.today + timedelta(days=int(dice.between(5, 40))), later=True)
        _task(rows, draft, case_id, draft.say(task_titles(stage)), later, is_done=False)


def _task(rows: Rows, draft: Draft, case_id: UUID, title: str, due: date, *, is_done: bool) -> None:
    rows.add(
        Task,
        draft.opened_at,
        case_id=case_id,
        staff_id=draft.staff_id,
        title=title,
        due_on=due,
        done_at=moment(min(due, draft.today - timedelta(days=1)), time(15, 30)) if is_done else None,
    )


def consent_rows(rows: Rows, draft: Draft, case_id: UUID) -> None:
    """What a person has agreed to, as far as the case has come."""
    visit, applied = draft.course.day_of("visit"), draft.course.day_of("application")
    if visit is None:
        return
    form = "schriftlich" if draft.dice.chance(85) else "muendlich"
    for purpose in ("daten_beratung", "fotos"):
        rows.add(
            Consent, moment(visit, time(12)), case_id=case_id, purpose=purpose, form=form, given_on=visit
        )
    if applied is not None:
        recipient = draft.person.values["insurance"] or "Pflegekasse"
        rows.add(
            Consent,
            moment(applied, time(12)),
            case_id=case_id,
            purpose="weitergabe_kasse",
            recipient=recipient,
            form="schriftlich",
            given_on=applied,
        )


def related_rows(rows: Rows, draft: Draft, case_id: UUID) -> None:
    """The people around a case."""
    for place, values in enumerate(draft.known.get("related") or _around(draft)):
        spoken = {name: value for name, value in values.items() if name not in {"word", "gender"}}
        rows.add(RelatedPerson, draft.opened_at + timedelta(minutes=place), case_id=case_id, **spoken)


def _around(draft: Draft) -> Iterator[dict[str, Any]]:
    dice, kin = draft.dice, draft.person.kin
    if draft.person.enquirer in {"kind", "partner", "sonst_angeh"} or dice.chance(85):
        yield {
            "name": f"{kin.name.given} {kin.name.family}",
            "relation": kin.relation,
            "phone": phone(dice, mobile=dice.chance(60)),
            "email": kin.name.email if dice.chance(35) else None,
            "has_authority": dice.chance(40) if kin.relation != "nachbar_freund" else None,
            "note": dice.one((None, None, kin.word, "abends erreichbar", "wohnt im selben Haus")),
        }
    grade = draft.person.values["care_grade"]
    if grade in {"2", "3", "4", "5"} and dice.chance(50):
        yield _organisation(dice, "pflegedienst", dice.one(remarks("services")))
    if dice.chance(22):
        yield _organisation(dice, "arzt", dice.one(remarks("practices")))
    if draft.person.enquirer in {"klinik_sozialdienst", "reha"}:
        yield _organisation(dice, "klinik_sozialdienst", dice.one(remarks("clinics")))
    if draft.dwelling.get("landlord") == "privat":
        yield _organisation(dice, "hausverwaltung", draft.words["vermietung"])


def _organisation(dice: Dice, relation: str, organisation: str) -> dict[str, Any]:
    return {"relation": relation, "organisation": organisation, "phone": phone(dice)}


def short_contact_row(rows: Rows, dice: Dice, today: date, staff_id: UUID, days: int) -> None:
    """One contact without a case, within so many days before today; some anonymous, some with a next step."""
    said = dice.one(short_talks())
    back = 1 + int(days * dice.random() ** 2)
    happened = moment(workday(today - timedelta(days=back)), office_time(dice))
    background = some_background(dice)
    is_anonymous = dice.chance(35)
    name = adult_name(dice, background, "w" if dice.chance(66) else "m", 4)
    kind = dice.weighted([("telefon", 78), ("sprechstunde", 14), ("mail", 8)])
    contact = rows.add(
        Contact,
        happened,
        staff_id=staff_id,
        happened_at=happened,
        channel=_CHANNELS[kind],
        kind=kind,
        direction="ein",
        participants=["klient"],
        topics=[said.topic],
        minutes=int(dice.between(*said.minutes)),
        note=dice.one(said.texts),
        is_anonymous=is_anonymous,
        caller_given_name=None if is_anonymous else name.given,
        caller_family_name=None if is_anonymous else name.family,
        caller_phone=None if is_anonymous or dice.chance(20) else phone(dice, mobile=dice.chance(40)),
        area=some_area(dice) if dice.chance(75) else None,
        enquirer=dice.one(("selbst", "selbst", "kind", "partner", "sonst_angeh")),
        occasion=said.occasion,
        counselling_type="erstanfrage_info",
    )
    if back < 40 and not is_anonymous and dice.chance(45):  # days until a next step is done
        due = today + timedelta(days=int(dice.between(-3, 12)))
        rows.add(
            Task,
            happened,
            contact_id=contact,
            staff_id=staff_id,
            title=dice.one(task_titles("short")),
            due_on=due,
        )
