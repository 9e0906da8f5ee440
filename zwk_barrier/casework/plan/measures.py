"""Recommended measures, from the catalogue or in the advisor's own words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from zwk_barrier.casework.records import clean, get
from zwk_barrier.model import Building, Dwelling, Measure
from zwk_barrier.reference.measures import CatalogueMeasure, load_catalogue
from zwk_barrier.rules.typed import format_money, format_money_range
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _, ngettext

DROPPED: Final = frozenset({"nicht_umgesetzt", "entfallen"})
"""The states of a measure that nobody is going to pay for any more; one refused by a payer is still wanted."""

_PRIORITIES: Final = ("A", "B", "C", "D")
BUILDING_WORK: Final = frozenset({"bau_klein", "bau_gross"})
_RENTED: Final = frozenset({"miete_privat", "miete_wohnungsuntern", "miete_genossenschaft", "sozialwohnung"})
NARROWING: Final = frozenset({"M13", "M15", "M31", "M32", "M33", "M37", "M80"})
"""Of the catalogue, what may stand in the way people flee through a common stairwell or entrance."""


@dataclass(frozen=True, slots=True)
class Price:
    """What one measure is expected to cost, in euro cents; both ends are the same for a quote."""

    low: int
    high: int
    is_quoted: bool


@dataclass(frozen=True, slots=True)
class PlanCost:
    """What measures cost together, in euro cents, dropped ones left out.

    ``low`` and ``high`` hold the ``priced`` ones, of which ``quoted`` ones rest on a chosen quote, together
    ``quoted_amount``; ``unpriced`` ones have neither.  What was paid in the end stands beside it:
    ``paid`` for ``paid_for`` measures.
    """

    low: int
    high: int
    unpriced: int
    priced: int = 0
    quoted: int = 0
    quoted_amount: int = 0
    paid: int = 0
    paid_for: int = 0


def recommend(
    store: OfficeStore,
    case_id: UUID,
    *,
    visit_id: UUID | None = None,
    room_id: UUID | None = None,
    **values: object,
) -> tuple[Changed, UUID]:
    """A measure in the advisor's own words, at the end of the case's list."""
    with store.deed("measure_recommended", case_id=case_id) as deed:
        measure = Measure(
            case_id=case_id,
            visit_id=visit_id,
            room_id=room_id,
            position=next_position(deed.session, case_id),
            **clean(Measure, values),
        )
        deed.session.add(measure)
        deed.session.flush()
    return deed.changed, measure.id


def move(store: OfficeStore, measure_id: UUID, steps: int, *, visit_id: UUID | None = None) -> Changed:
    """Moves a measure up (negative) or down in the list of its case, or past those of one visit."""
    with store.deed("measure_moved") as deed:
        moved = get(deed.session, Measure, measure_id)
        ordered = _of_case(deed.session, moved.case_id)
        shown = [one for one in ordered if visit_id is None or one.visit_id == visit_id]
        place = shown.index(moved) if moved in shown else 0
        neighbour = shown[max(0, min(len(shown) - 1, place + steps))]
        ordered.insert(ordered.index(neighbour), ordered.pop(ordered.index(moved)))
        _number(ordered)
    return deed.changed


def sort_by_priority(store: OfficeStore, case_id: UUID) -> Changed:
    """Puts the measures of a case in the order of their priority, those without at the end.

    Measures of the same priority stay as the advisor has ordered them.
    """
    with store.deed("measures_sorted", case_id=case_id) as deed:
        ordered = _of_case(deed.session, case_id)
        _number(sorted(ordered, key=lambda one: (*_PRIORITIES, one.priority).index(one.priority)))
    return deed.changed


def next_position(session: Session, case_id: UUID) -> int:
    """The place of a further measure at the end of the list of a case, those taken away counted."""
    last = session.scalar(select(func.max(Measure.position)).where(Measure.case_id == case_id))
    return 0 if last is None else last + 1


def from_catalogue(entry: CatalogueMeasure) -> dict[str, Any]:
    """The fields a catalogue entry fills in: all of them can be changed afterwards; cost in cents."""
    return {
        "catalogue_number": entry.number,
        "title": entry.title(),
        "kind": entry.kind,
        "trade": entry.trade or None,
        "payers": list(entry.payers) or None,
        "cost_low": None if entry.cost_low is None else entry.cost_low * 100,
        "cost_high": None if entry.cost_high is None else entry.cost_high * 100,
        "needs_consent": entry.consent_needed,
    }


def estimate_of(measure: Measure) -> tuple[int, int] | None:
    """The estimate in euro cents: "up to" begins at nothing, "from" ends where it begins."""
    ends = [end for end in (measure.cost_low, measure.cost_high) if end is not None]
    return (measure.cost_low or 0, max(ends)) if ends else None


def price_of(measure: Measure) -> Price | None:
    """What a measure is expected to cost: the amount of its chosen quote, else its estimate, else None."""
    if measure.cost_quoted is not None:
        return Price(measure.cost_quoted, measure.cost_quoted, is_quoted=True)
    estimate = estimate_of(measure)
    return None if estimate is None else Price(*estimate, is_quoted=False)


def price_in_words(measure: Measure) -> str:
    """What a measure is expected to cost: ``80–350 €``, ``9.800 € laut Angebot``; empty when nobody knows."""
    price = price_of(measure)
    if price is None:
        return ""
    words = format_money_range(price.low, price.high)
    return _("{cost} laut Angebot").format(cost=words) if price.is_quoted else words


def cost_of(plan: Iterable[Measure]) -> PlanCost:
    """The sum of measures, each with its quote or else its estimate; dropped ones cost nothing."""
    all_of_them = list(plan)
    prices = [price_of(one) for one in all_of_them if one.status not in DROPPED]
    known = [price for price in prices if price is not None]
    quoted = [price.low for price in known if price.is_quoted]
    paid = [one.cost_actual for one in all_of_them if one.cost_actual is not None]
    return PlanCost(
        low=sum(price.low for price in known),
        high=sum(price.high for price in known),
        unpriced=len(prices) - len(known),
        priced=len(known),
        quoted=len(quoted),
        quoted_amount=sum(quoted),
        paid=sum(paid),
        paid_for=len(paid),
    )


def sum_in_words(cost: PlanCost) -> str:
    """The sum of a plan and what it rests on: ``Zusammen geschätzt: 80–350 €``; empty without any price."""
    if not cost.priced:
        return ""
    if not cost.quoted:
        words = _("Zusammen geschätzt: {cost}")
    elif cost.quoted == cost.priced:
        words = _("Zusammen laut Angeboten: {cost}")
    else:
        words = _("Zusammen: {cost}")
    return words.format(cost=format_money_range(cost.low, cost.high))


def basis_in_words(cost: PlanCost) -> str:
    """How much of a sum rests on quotes, what is still missing in it, and what was paid; may be empty."""
    parts = []
    if 0 < cost.quoted < cost.priced:
        parts.append(
            _("Davon {quoted} von {priced} mit Angebot: {amount}.").format(
                quoted=cost.quoted, priced=cost.priced, amount=format_money(cost.quoted_amount)
            )
        )
    if cost.priced and cost.unpriced:
        parts.append(
            ngettext(
                "{count} Maßnahme ist noch ohne Schätzung.",
                "{count} Maßnahmen sind noch ohne Schätzung.",
                cost.unpriced,
            ).format(count=cost.unpriced)
        )
    if cost.paid_for:
        parts.append(
            ngettext(
                "Tatsächlich gekostet hat {count} Maßnahme {amount}.",
                "Tatsächlich gekostet haben {count} Maßnahmen zusammen {amount}.",
                cost.paid_for,
            ).format(count=cost.paid_for, amount=format_money(cost.paid))
        )
    return " ".join(parts)


def _of_case(session: Session, case_id: UUID) -> list[Measure]:
    return list(
        session.scalars(
            select(Measure)
            .where(Measure.case_id == case_id, Measure.removed_at.is_(None))
            .order_by(Measure.position, Measure.id)
        )
    )


def _number(ordered: Iterable[Measure]) -> None:
    for position, measure in enumerate(ordered):
        measure.position = position


def warnings_for(
    measure: Measure, dwelling: Dwelling | None = None, building: Building | None = None
) -> tuple[str, ...]:
    """What to mind before a measure is ordered, a sentence each: the catalogue's hint, consent, the house.

    What the case does not know about ``dwelling`` or ``building`` is warned of once, never assumed away.
    """
    entry = load_catalogue().get(measure.catalogue_number)
    hint = "" if entry is None else entry.hint()
    house = () if building is None else house_warnings(measure, building)
    found = (_ended(hint), *house, *_consent(measure, dwelling, building))
    return tuple(one for one in found if one)


def _consent(measure: Measure, dwelling: Dwelling | None, building: Building | None) -> Iterator[str]:
    """§ 554 BGB and § 20 (2) WEG: a claim to consent, not the consent itself."""
    tenure = None if dwelling is None else dwelling.tenure
    is_building_work = measure.kind in BUILDING_WORK
    if tenure in _RENTED and measure.needs_consent:
        yield _(
            "Zur Miete: Die Vermietung muss vorher zustimmen (§\N{NO-BREAK SPACE}554\N{NO-BREAK SPACE}BGB)."
        )
    elif tenure in _RENTED and measure.needs_consent is None and is_building_work:
        yield _(
            "Zur Miete: Klären, ob die Vermietung zustimmen muss (§\N{NO-BREAK SPACE}554\N{NO-BREAK SPACE}BGB)."
        )
    elif tenure is None and measure.needs_consent:
        yield _("Bei Miete oder Eigentumswohnung ist vorher eine Zustimmung nötig.")
    is_shared = tenure == "eigentum_etw" or (building is not None and building.is_condominium)
    if is_shared and measure.needs_consent is not False and is_building_work:
        yield _(
            "Eigentümergemeinschaft: Bei Gemeinschaftseigentum ist ein Beschluss nötig "
            "(§\N{NO-BREAK SPACE}20\N{NO-BREAK SPACE}WEG)."
        )


def house_warnings(measure: Measure, building: Building) -> Iterator[str]:
    """What the house itself asks for: the way people flee, and the protection of monuments."""
    if measure.trade == "aufzug_lift" or measure.catalogue_number in NARROWING:
        if building.escape_route_note:
            yield _("Rettungsweg: {note}").format(note=_ended(building.escape_route_note))
        elif measure.catalogue_number is None:
            yield _("Rettungsweg im Treppenhaus prüfen.")
    is_small = measure.kind == "bau_klein" and not measure.needs_consent  # a grab rail, a single-lever tap
    if building.is_listed and measure.kind in BUILDING_WORK and not is_small:
        yield _("Denkmalschutz: vorher mit der Denkmalbehörde sprechen.")


def _ended(note: str) -> str:
    """A note as a sentence of its own."""
    stripped = note.strip()
    if not stripped:
        return ""
    return f"{stripped[0].upper()}{stripped[1:]}".rstrip(".") + "."
