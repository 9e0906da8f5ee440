"""How far a case has come by today, and on which days what happened."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from zwk_barrier.casework.demonstration.dice import Dice
from zwk_barrier.casework.demonstration.stories import Story
from zwk_barrier.rules.case_numbers import case_number

DONE: Final = frozenset({"massnahmen_umgesetzt", "teilweise_umgesetzt"})
MOST_A_YEAR: Final = 9_000
"""More cases in one year than a number of four digits can tell apart are spread over more years."""

_YEARS: Final = 3
_YEAR: Final = 365
_RECENT: Final = 1.7

# Days after the step before, from – to.
_GAPS: Final = {
    "first": (0, 0),
    "no_answer": (1, 4),
    "appointment": (1, 6),
    "interpreter": (0, 2),
    "visit": (4, 14),
    "report": (2, 7),
    "occupational": (3, 12),
    "care_service": (2, 12),
    "mail_kin": (3, 14),
    "office_hour": (4, 16),
    "quote": (8, 24),
    "landlord": (2, 12),
    "application": (2, 9),
    "waiting": (8, 18),
    "rejected": (14, 30),
    "approved": (10, 26),
    "works": (18, 45),
    "acceptance": (6, 20),
    "followup": (40, 95),
    "closing": (10, 40),
}
_PATHS: Final = {
    "new": ("first",),
    "planned": ("no_answer?", "appointment", "interpreter"),
    "visited": ("visit", "report", "occupational?", "care_service?"),
    "applied": ("mail_kin?", "office_hour?", "quote", "landlord?", "application", "waiting?", "rejected?"),
    "approved": ("approved",),
    "works": ("works",),
    "followup": ("acceptance", "followup"),
}
_FOR_BUILDING: Final = frozenset(
    {"quote", "application", "waiting", "rejected", "approved", "works", "acceptance"}
)
"""The steps that do not come where little is built."""

_SOMETIMES: Final = 38
_OUTCOMES: Final = (
    ("massnahmen_umgesetzt", 46),
    ("teilweise_umgesetzt", 13),
    ("beratung_ausreichend", 11),
    ("in_eigenregie", 7),
    ("umzug_barrierearm", 6),
    ("umzug_heim", 5),
    ("verstorben", 4),
    ("abgebrochen", 3),
    ("weitervermittelt", 3),
    ("kein_kontakt", 2),
)
# Days since the case was opened, and how likely each stage is by then.
_BY_AGE: Final = (
    (8, (("new", 60), ("planned", 40))),
    (25, (("new", 10), ("planned", 45), ("visited", 45))),
    (60, (("planned", 10), ("visited", 35), ("applied", 55))),
    (130, (("visited", 10), ("applied", 30), ("approved", 25), ("works", 25), ("closed", 10))),
    (260, (("applied", 5), ("works", 15), ("followup", 30), ("closed", 50))),
    (10**6, (("applied", 2), ("followup", 8), ("closed", 90))),
)
# How busy the office was: cases a day, this year and in the years before.
_A_DAY: Final = (0.479, 0.6195, 0.42, 0.28)


@dataclass(frozen=True, slots=True)
class Course:
    """What happened in a case: its stage, its outcome when closed, and each step with its day."""

    stage: str
    outcome: str
    steps: tuple[tuple[str, date], ...]

    def day_of(self, phase: str) -> date | None:
        """The day of the first step of that kind; None when it has not come to that."""
        return next((day for step, day in self.steps if step == phase), None)

    @property
    def last_day(self) -> date:
        """The day of the last step."""
        return self.steps[-1][1]


def opening_days(dice: Dice, count: int, today: date) -> list[date]:
    """The days ``count`` cases were opened on, the oldest first; more of them lately when they are few."""
    years = max(_YEARS, -(-count // MOST_A_YEAR))
    skew = _RECENT if years == _YEARS else 1.0
    span = years * _YEAR - 5
    return sorted(
        workday(today - timedelta(days=1 + int(span * dice.random() ** skew))) for _ in range(count)
    )


def workday(day: date, *, later: bool = False) -> date:
    """The day itself, or the Friday before or the Monday after when it is a weekend."""
    over = max(0, day.weekday() - 4)
    return day if not over else day + timedelta(days=3 - over) if later else day - timedelta(days=over)


def numbers(days: Iterable[date], today: date, *, are_few: bool) -> Iterator[str]:
    """A case number for each day, rising; few cases leave gaps, as if the others were elsewhere."""
    last = (0, 0)
    for day in days:
        back = min(today.year - day.year, len(_A_DAY) - 1)
        wanted = int(day.timetuple().tm_yday * _A_DAY[max(0, back)]) if are_few else 1
        count = max(wanted, last[1] + 1 if last[0] == day.year else 1)
        last = (day.year, count)
        yield case_number(*last)


def course(
    dice: Dice,
    story: Story,
    opened: date,
    today: date,
    stage: str = "",
    *,
    never: frozenset[str] = frozenset(),
) -> Course:
    """How a case went that was opened on that day, without steps that ``never`` come; its stage fits its age."""
    age = (today - opened).days
    stage = stage or dice.weighted(next(stages for limit, stages in _BY_AGE if age <= limit))
    if not story.has_visit and stage != "new":
        stage = "closed" if age > 30 else "new"  # days until nobody asks again
    if story.is_small and stage in {"applied", "approved", "works"}:
        stage = "followup" if age > 30 else "visited"  # days until small things are done
    outcome = ""
    if stage == "closed":
        outcome = dice.weighted(_OUTCOMES) if story.has_visit else "beratung_ausreichend"
    never = never if story.key == "ablehnung" else never | {"rejected"}
    never = never | _FOR_BUILDING if story.is_small else never
    phases = [phase for phase in _phases(dice, story, stage, outcome) if phase not in never]
    return Course(stage, outcome, tuple(_dated(dice, phases, opened, today)))


def _phases(dice: Dice, story: Story, stage: str, outcome: str) -> Iterator[str]:
    ends_after = stage if stage in _PATHS else "followup"
    if stage == "closed" and outcome not in DONE:
        ends_after = dice.one(("planned", "visited", "visited", "applied")) if story.has_visit else "new"
    for part, phases in _PATHS.items():
        for phase in phases:
            name = phase.removesuffix("?")
            if phase == name or dice.chance(_SOMETIMES):
                yield name
        if part == ends_after:
            break
    if stage == "closed" and outcome not in DONE:
        yield "closing"


def _dated(dice: Dice, phases: list[str], opened: date, today: date) -> Iterator[tuple[str, date]]:
    offsets = []
    total = 0.0
    for phase in phases:
        total += dice.between(*_GAPS[phase])
        offsets.append(total)
    room = max(0, (today - opened).days - 1)
    shrink = min(1.0, room / total) if total else 1.0
    for phase, offset in zip(phases, offsets, strict=True):
        yield phase, max(opened, workday(opened + timedelta(days=int(offset * shrink))))
