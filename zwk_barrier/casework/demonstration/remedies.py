"""Recommended measures as rows: from the catalogue, with a reason, a cost and how far they have come."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any, Final
from uuid import UUID

from zwk_barrier.casework.demonstration.dice import Dice
from zwk_barrier.casework.demonstration.draft import Draft, moment
from zwk_barrier.casework.demonstration.inspections import Seen
from zwk_barrier.casework.demonstration.rows import Rows
from zwk_barrier.casework.demonstration.stories import Barrier, Remedy
from zwk_barrier.casework.demonstration.timeline import DONE, workday
from zwk_barrier.casework.demonstration.words import fits
from zwk_barrier.casework.plan.measures import from_catalogue
from zwk_barrier.model import Measure, Quote
from zwk_barrier.reference.measures import load_catalogue
from zwk_barrier.reference.programme import FUNDS

_BUILT: Final = frozenset({"bau_klein", "bau_gross"})
_SECOND: Final = {"A": 62, "B": 26, "C": 26, "D": 30}
"""How many of one hundred further measures against the same barrier are recommended too, by priority."""

_REASONS: Final = {
    "verstorben": "verstorben",
    "umzug_heim": "umzug_heim",
    "umzug_barrierearm": "umzug_heim",
    "abgebrochen": "kein_interesse",
}
_NOT_DONE: Final = (
    "vermieter_lehnt_ab",
    "zu_teuer",
    "handwerk_nicht_verfuegbar",
    "familie_dagegen",
    "kein_interesse",
)
_MOVE: Final = "M81"
_MOVED: Final = {"": "in_arbeit", "umzug_barrierearm": "umgesetzt"}
_FINISHED: Final = frozenset({"followup", "closed"})
_OFFERED: Final = frozenset({"beantragt", "bewilligt", "beauftragt", "in_arbeit", "umgesetzt", "teilweise"})
_FIRMS: Final = (
    "Sanitär Beispiel",
    "Muster Haustechnik",
    "Badbau Nordlicht (erfunden)",
    "Tischlerei Mustermann",
    "Handwerk Beispielhafen",
)


@dataclass(frozen=True, slots=True)
class Recommended:
    """A measure as it was put down, with what its chosen quote or else its estimate costs, in cents."""

    id: UUID
    payers: tuple[str, ...]
    status: str
    cost: int


def measure_rows(rows: Rows, draft: Draft, case_id: UUID, seen: Seen) -> list[Recommended]:
    """What was recommended after a visit, the most urgent first."""
    recommended = []
    chosen = sorted(_chosen(draft, seen), key=lambda found: found[0].priority)
    for position, (remedy, place, words) in enumerate(chosen):
        values = _catalogued(draft, remedy)
        values |= _progress(draft, remedy, seen.day, values["cost_low"], values["cost_high"])
        offers = _offers(draft, remedy, values)
        measure_id = rows.add(
            Measure,
            moment(seen.day, time(17)),
            case_id=case_id,
            visit_id=seen.visit_id,
            room_id=seen.barriers[place][1],
            barriers=[str(seen.findings[place])],
            cost_quoted=offers[0] if offers else None,
            reason=draft.say_of_the_dwelling((remedy.reason,), words),
            priority=remedy.priority,
            position=position,
            **values,
        )
        _quote_rows(rows, draft, measure_id, seen.day, offers)
        cost = offers[0] if offers else values["cost_high"] or 0
        recommended.append(Recommended(measure_id, tuple(values.get("payers") or ()), values["status"], cost))
    return recommended


def _offers(draft: Draft, remedy: Remedy, values: dict[str, Any]) -> list[int]:
    """What firms offered for something to be built, in cents, the chosen one first."""
    entry = load_catalogue().get(remedy.number)
    low, high = values["cost_low"], values["cost_high"]
    if entry is None or entry.kind not in _BUILT or values["status"] not in _OFFERED or not high:
        return []
    dice = Dice("quotes", draft.number, remedy.number)
    actual = values.get("cost_actual")
    wanted = 1 if actual else int(dice.between(2, 3))
    found = sorted(
        _round(int(low + dice.between(5, 125) / 100 * (high - low)) // 100) * 100 for _n in range(wanted)
    )
    return [actual] if actual else found


def _quote_rows(rows: Rows, draft: Draft, measure_id: UUID, visited: date, offers: list[int]) -> None:
    dice = Dice("firms", draft.number, offers[0] if offers else 0)
    firms = dice.sample(_FIRMS, len(offers))
    for position, (firm, amount) in enumerate(zip(firms, offers, strict=True)):
        day = min(workday(visited + timedelta(days=int(dice.between(7, 20))), later=True), draft.today)
        rows.add(
            Quote,
            moment(day, time(12)),
            measure_id=measure_id,
            company=firm,
            amount=amount,
            quoted_on=day,
            valid_until=day + timedelta(days=42),
            is_chosen=position == 0,
            position=position,
        )


def _chosen(draft: Draft, seen: Seen) -> Iterator[tuple[Remedy, int, str]]:
    known: set[str] = set()
    fixed = draft.known.get("visit", {}).get("measures", ())
    for at, (barrier, _room_id, words) in enumerate(seen.barriers):
        for place, remedy in enumerate(_against(draft, barrier)):
            is_wanted = place == 0 or draft.dice.chance(_SECOND[remedy.priority])
            if (remedy.number in fixed if fixed else is_wanted) and (
                remedy.number not in known or not remedy.number
            ):
                known.add(remedy.number)
                yield remedy, at, words


def _against(draft: Draft, barrier: Barrier) -> tuple[Remedy, ...]:
    """What helps; where one thing is enough, one of them, a ramp only for wheels, for the fit what can wait."""
    fitting = tuple(remedy for remedy in barrier.remedies if _is_fitting(draft, remedy))
    if not barrier.is_one_enough or draft.known.get("visit", {}).get("measures"):
        return fitting
    if barrier.key == "stufen_eingang":
        return fitting[-1:] if draft.words["is_rollt"] else fitting[:1]
    return (draft.dice.one(fitting),) if fitting else ()


def _is_fitting(draft: Draft, remedy: Remedy) -> bool:
    entry = load_catalogue().get(remedy.number)
    if draft.story.is_small and entry is not None and entry.kind == "bau_gross":
        return False
    if draft.words["is_fit"]:
        return remedy.reason.startswith("[fit]")
    return fits(remedy.reason, draft.words)


def _catalogued(draft: Draft, remedy: Remedy) -> dict[str, Any]:
    entry = load_catalogue().get(remedy.number)
    if entry is None:
        return {"title": remedy.title, "kind": "ausstattung", "cost_low": 0, "cost_high": 0}
    values = from_catalogue(entry)
    low, high = entry.cost_low, entry.cost_high
    if (
        low is not None and high is not None and draft.dice.chance(50)
    ):  # an advisor knows it better than a range
        third = (high - low) // 3
        values["cost_low"] = _round(low + third // 2) * 100
        values["cost_high"] = _round(high - third) * 100
    values["title"] = entry.title("de")
    values["needs_consent"] = entry.consent_needed and draft.dwelling.get("tenure") != "eigentum_haus"
    payers = [payer for payer in entry.payers if draft.has_care or payer not in FUNDS] or ["selbst"]
    values["payers"] = payers
    return values


def _round(euros: int) -> int:
    step = 10 if euros < 500 else 50 if euros < 5000 else 100  # euros
    return round(euros / step) * step


def _paid(draft: Draft, low: int | None, high: int | None) -> int | None:
    """What it did cost in the end, in cents; unknown where nothing was estimated."""
    if not high or low is None:
        return None
    return _round(int(low + draft.dice.between(10, 105) / 100 * (high - low)) // 100) * 100


def _progress(
    draft: Draft, remedy: Remedy, visited: date, low: int | None, high: int | None
) -> dict[str, Any]:
    status = _status(draft, remedy)
    values: dict[str, Any] = {"status": status}
    if status in {"umgesetzt", "teilweise"}:
        last = max(visited, min(draft.course.last_day, draft.today - timedelta(days=1)))
        values["done_on"] = visited + (last - visited) * 0.9
        values["cost_actual"] = _paid(draft, low, high)
    elif status == "nicht_umgesetzt":
        reasons = _NOT_DONE if draft.words["is_miete"] else _NOT_DONE[1:]
        values["not_done_reason"] = _REASONS.get(draft.course.outcome) or draft.dice.one(reasons)
    elif status in {"beauftragt", "in_arbeit"}:
        values["due_on"] = draft.today + timedelta(days=int(draft.dice.between(5, 45)))
    return values


def _status(draft: Draft, remedy: Remedy) -> str:
    if remedy.number == _MOVE:
        return _MOVED.get(draft.course.outcome, "nicht_umgesetzt")
    entry = load_catalogue().get(remedy.number)
    is_built = entry is not None and entry.kind in _BUILT
    is_later = remedy.priority in {"C", "D"}
    if draft.course.stage in _FINISHED:
        return _status_in_the_end(draft, is_built=is_built, is_later=is_later)
    dice, stage = draft.dice, draft.course.stage
    if is_later:
        return dice.one(("empfohlen", "zurueckgestellt", "von_klient_gewuenscht"))
    if not is_built:
        return dice.one(("umgesetzt", "umgesetzt", "empfohlen")) if stage != "visited" else "empfohlen"
    if stage == "applied" and draft.story.key == "ablehnung":
        return dice.one(("abgelehnt", "beantragt"))
    applied = "beantragt" if draft.has_care else "beauftragt"
    by_stage = {"applied": applied, "approved": "bewilligt", "works": dice.one(("in_arbeit", "beauftragt"))}
    return by_stage.get(stage, dice.one(("empfohlen", "von_klient_gewuenscht")))


def _status_in_the_end(draft: Draft, *, is_built: bool, is_later: bool) -> str:
    dice, stage, outcome = draft.dice, draft.course.stage, draft.course.outcome
    if stage == "closed" and outcome not in {*DONE, "in_eigenregie"}:
        return "nicht_umgesetzt" if outcome in _REASONS or is_built else dice.one(("umgesetzt", "entfallen"))
    if is_later:
        return dice.one(("umgesetzt", "zurueckgestellt", "nicht_umgesetzt", "entfallen"))
    half = outcome in {"teilweise_umgesetzt", "in_eigenregie"}
    return dice.one(("umgesetzt", "teilweise", "nicht_umgesetzt")) if half and is_built else "umgesetzt"
