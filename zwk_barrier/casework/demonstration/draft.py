"""One case as it is thought up, before it becomes rows."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any, Final
from uuid import UUID

from zwk_barrier.casework.demonstration.dice import Dice
from zwk_barrier.casework.demonstration.names import Gender, Name, backgrounds, younger_name
from zwk_barrier.casework.demonstration.people import Kin, Somebody, somebody
from zwk_barrier.casework.demonstration.places import OWN_HOUSES, some_home
from zwk_barrier.casework.demonstration.stories import Barrier, Story, barriers, some_story, stories
from zwk_barrier.casework.demonstration.timeline import Course, course, workday
from zwk_barrier.casework.demonstration.words import concern, one_said, words_for
from zwk_barrier.reference.codes import load_code_list

_ALWAYS: Final = 2
_MORE: Final = 62
_PROFESSIONAL: Final = frozenset(
    {"klinik_sozialdienst", "reha", "pflegedienst", "pflegestuetzpunkt", "therapeut", "arzt"}
)
_CHANNELS: Final = (("tel", 72), ("pers", 10), ("mail", 9), ("online", 4), ("weiterl", 3), ("veranst", 2))
_PATHS: Final = (
    ("mundpropaganda", 20),
    ("pflegestuetzpunkt", 14),
    ("arzt", 8),
    ("presse", 8),
    ("internet", 12),
    ("flyer", 8),
    ("pflegekasse", 8),
    ("frueherer_kontakt", 6),
    ("wohnungsuntern", 6),
    ("unbekannt", 10),
)
_NOT_BY_CHANCE: Final = (
    "email",
    "phone_other",
    "note",
    "communication",
    "disability_degree",
    "disability_marks",
)
_WITHOUT_CARE: Final = frozenset({"keiner", "unbekannt"})
_PRIVACY: Final = "2025-01"
_PLANNED_WITHIN: Final = 13
_BEGINS: Final = (time(9), time(9, 30), time(10, 30), time(11), time(13, 30), time(14), time(15))


@dataclass(slots=True)
class Draft:
    """Everything thought up about one case; ``known`` are the values that replace those of the dice."""

    dice: Dice
    story: Story
    opened_at: datetime
    today: date
    number: str
    staff_id: UUID
    person: Somebody
    building: dict[str, Any]
    dwelling: dict[str, Any]
    course: Course
    known: dict[str, Any]
    words: dict[str, str]
    barriers: tuple[Barrier, ...]
    trade: str
    planned_on: date | None
    visit_begins: time
    visit_minutes: int
    file: dict[str, Any] = field(default_factory=dict)

    @property
    def opened(self) -> date:
        """The day the case was opened."""
        return self.opened_at.date()

    @property
    def has_care(self) -> bool:
        """Whether a care grade is there or applied for, so that the care fund may pay."""
        return self.person.values["care_grade"] not in _WITHOUT_CARE

    @property
    def needs_interpreter(self) -> bool:
        """Whether one speaks through an interpreter."""
        return "dolmetschen_laut" in (self.person.values["communication"] or ())

    def say(self, texts: tuple[str, ...], **words: str) -> str:
        """One of the texts that fit, filled with the case's words and these."""
        return one_said(self.dice, texts, {**self.words, **words})

    def say_of_the_dwelling(self, texts: tuple[str, ...], wert: str) -> str:
        """As :meth:`say`, of what was seen at a visit; there a child is called by its given name."""
        given = self.person.name.given
        child = {} if self.person.values["salutation"] else {"Frau": given, "Frau_dat": given}
        return self.say(texts, wert=wert, **child)


def moment(day: date, at: time) -> datetime:
    """That time of that day on this machine's clock."""
    return datetime.combine(day, at).astimezone()


def office_time(dice: Dice) -> time:
    """A time at which an office is on the phone."""
    return time(int(dice.between(8, 15)), int(dice.between(0, 55, 5)))


def think_up(
    dice: Dice,
    *,
    opened: date,
    number: str,
    today: date,
    staff_id: UUID,
    composed: int,
    trades: tuple[str, ...],
    known: dict[str, Any] | None = None,
) -> Draft:
    """A whole case, opened on that day; ``known`` holds what is fixed about it."""
    fixed = known or {}
    story = stories()[fixed["story"]] if fixed else some_story(dice)
    person = somebody(dice, story, opened, composed)
    building, dwelling = some_home(dice, story)
    if fixed:
        person = _as_known(dice, person, fixed, today)
        building, dwelling = {"town": "Bremerhaven", **fixed["building"]}, dict(fixed["dwelling"])
    at = time.fromisoformat(fixed["at"]) if fixed else office_time(dice)
    draft = Draft(
        dice,
        story,
        moment(opened, at),
        today,
        number,
        staff_id,
        person,
        building,
        dwelling,
        course(dice, story, opened, today, fixed.get("stage", ""), never=frozenset(_never(person, dwelling))),
        fixed,
        words_for(person, building, dwelling),
        (),
        dice.one(trades),
        None,
        dice.one(_BEGINS),
        int(dice.between(50, 100, 5)),
    )
    draft.planned_on = _planned(draft)
    draft.words |= {"handwerk": draft.trade, "is_bleibt": "" if story.key == "umzug" else "ja"}
    draft.barriers = tuple(_barriers(draft))
    draft.file = {**_file(draft), **fixed.get("file", {})}
    if "discharge" in draft.file:
        draft.file["discharge_on"] = today - timedelta(days=draft.file.pop("discharge"))
    return draft


def _never(person: Somebody, dwelling: dict[str, Any]) -> Iterator[str]:
    """The steps that do not come up: no interpreter for German, no landlord for one's own house."""
    if "dolmetschen_laut" not in (person.values["communication"] or ()):
        yield "interpreter"
    if not dwelling.get("landlord"):
        yield "landlord"
    grade = person.values["care_grade"]
    if grade in _WITHOUT_CARE:
        yield from ("care_service", "occupational", "application", "waiting", "rejected", "approved")


def _planned(draft: Draft) -> date | None:
    known = draft.known.get("planned")
    if known is None and draft.course.stage != "planned":
        return None
    ahead = known["in"] if known else 1 + int(draft.dice.between(0, _PLANNED_WITHIN))
    return workday(draft.today + timedelta(days=ahead), later=True)


def _as_known(dice: Dice, person: Somebody, known: dict[str, Any], today: date) -> Somebody:
    values = {**person.values, **dict.fromkeys(_NOT_BY_CHANCE), "language": "de", **known["person"]}
    month, day = (int(part) for part in values.pop("born").split("-"))
    year = today.year - values.pop("age") - ((today.month, today.day) < (month, day))
    values |= {"born_on": date(year, month, day), "birth_year": None}
    name = Name(values["given_name"], values["family_name"])
    background = next(one for one in backgrounds() if one.key == known.get("background", "german"))
    gender: Gender = "w" if dice.chance(50) else "m"
    kin = Kin(
        "kind",
        {"w": "Tochter", "m": "Sohn"}[gender],
        gender,
        younger_name(dice, background, gender, name.family),
    )
    for related in known.get("related", ())[:1]:
        given, _blank, family = related["name"].rpartition(" ")
        kin = Kin(related["relation"], related["word"], related["gender"], Name(given, family))
    enquirer = known.get("file", {}).get("enquirer", "selbst")
    return Somebody(background, values["gender"], name, values, kin, enquirer)


def _barriers(draft: Draft) -> list[Barrier]:
    if (fixed := draft.known.get("visit", {}).get("barriers")) is not None:
        return [barriers()[key] for key in fixed]
    possible = [barriers()[key] for key in draft.story.barriers if _is_possible(key, draft)]
    return [barrier for place, barrier in enumerate(possible) if place < _ALWAYS or draft.dice.chance(_MORE)]


def _is_possible(key: str, draft: Draft) -> bool:
    own = draft.building.get("building_type") in OWN_HOUSES
    if key in {"handlauf", "sitz_podest", "stufenkanten"}:
        return not own and (draft.dwelling.get("floor") or 0) > 0
    if key == "stufen_eingang":
        return bool(draft.building.get("steps_to_entrance"))
    if key in {"briefkasten", "haustuer_schwer", "schwelle_wohnung"}:
        return not own
    return True


def _file(draft: Draft) -> dict[str, Any]:
    dice, story, person = draft.dice, draft.story, draft.person
    summary = draft.say(story.summary)
    wanted = concern(dice, person, draft.words, story.own, story.kin)
    if not wanted:
        wanted = f"{load_code_list('enquirer').label(person.enquirer, 'de')}: {summary}"
    channel = dice.one(story.channels) if story.channels else dice.weighted(_CHANNELS)
    is_closed = draft.course.stage == "closed"
    waits = draft.course.stage == "applied" and dice.chance(60)
    professional = person.enquirer in _PROFESSIONAL
    return {
        "status": "closed" if is_closed else "waiting" if waits else "open",
        "channel": channel,
        "enquirer": person.enquirer,
        "access_path": person.enquirer if professional else dice.weighted(_PATHS),
        "main_occasion": story.occasion,
        "occasions": list(story.also) or None,
        "concern": wanted,
        "summary": summary,
        "urgency": dice.one(story.urgency),
        "discharge_on": draft.opened + timedelta(days=int(dice.between(4, 15)))
        if story.is_discharge
        else None,
        "counselling_type": story.counselling,
        "legal_basis": "altenhilfe_71_sgb12" if dice.chance(80) else "beratung_11_sgb12",
        "privacy_given_on": draft.opened if dice.chance(85) else None,
        "privacy_version": _PRIVACY,
        "privacy_form": dice.one(("muendlich", "post", "ausgehaendigt", "mail")),
        "closed_on": draft.course.last_day + timedelta(days=int(dice.between(0, 1))) if is_closed else None,
        "outcome": draft.course.outcome or None,
    }
