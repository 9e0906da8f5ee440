"""How the measures of a case are paid: what was granted, what is applied for, and the best way for the rest.

Reckoned with are the upper costs known now.  What was granted stands; for what is left the combination of
applications with the smallest own share is proposed (:mod:`rules.financing`).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from zwk_barrier.casework.payers import applications
from zwk_barrier.casework.payers.application_state import GRANTED, REFUSED, WAITING, Stage, state_of
from zwk_barrier.casework.payers.financing_warnings import warnings_of
from zwk_barrier.casework.payers.funding import Examined, Sentence, examined
from zwk_barrier.casework.payers.funding_facts import measure_ids, money_of
from zwk_barrier.casework.payers.programmes import programmes_for
from zwk_barrier.model import Application
from zwk_barrier.rules.financing import Financing, financing
from zwk_barrier.rules.funding import Need, Offer
from zwk_barrier.rules.sharing_flow import spread
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _

ALTERNATIVES: Final = 2


@dataclass(frozen=True, slots=True)
class PayerColumn:
    """One programme in the plan, all in euro cents.

    ``planned`` is what it is reckoned with, granted or expected; ``requested``, ``granted`` and ``paid`` are
    what the applications say, ``None`` where they say nothing.
    """

    code: str
    title: str
    planned: int
    requested: int | None
    granted: int | None
    paid: int | None
    states: tuple[str, ...] = ()

    @property
    def is_proposed(self) -> bool:
        """Whether there is no application yet."""
        return not self.states


@dataclass(frozen=True, slots=True)
class FundedMeasure:
    """One measure, what it costs, who pays how much of it by the code of the programme, and what is left."""

    id: UUID
    title: str
    cost: int
    has_quote: bool
    amounts: Mapping[str, int]

    @property
    def own(self) -> int:
        """What is left for the person."""
        return self.cost - sum(self.amounts.values())


@dataclass(frozen=True, slots=True)
class ToApply:
    """An application that belongs to the best combination: a new one, or measures for one that is planned."""

    programme: str
    title: str
    needs: tuple[str, ...]
    amount: int
    application_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """A programme that is named and not reckoned with, why, and up to how much."""

    title: str
    text: str
    most: int | None = None


@dataclass(frozen=True, slots=True)
class FinancingView:
    """The financing plan of a case on ``day``; amounts in euro cents.

    ``own`` is the own share of the priced measures; ``unpriced`` are the titles of those without any cost.
    ``to_apply`` is what "take the best combination" would begin.  ``alternatives`` are programme and own
    share without it.  ``less_at_most`` is by how much the own share could be smaller, 0 when it is exact.
    """

    day: date
    measures: tuple[FundedMeasure, ...]
    columns: tuple[PayerColumn, ...]
    unpriced: tuple[str, ...]
    to_apply: tuple[ToApply, ...]
    alternatives: tuple[tuple[str, int], ...]
    loans: tuple[Beside, ...]
    not_counted: tuple[Beside, ...]
    warnings: tuple[Sentence, ...]
    less_at_most: int

    @property
    def cost(self) -> int:
        """What the priced measures cost."""
        return sum(one.cost for one in self.measures)

    @property
    def own(self) -> int:
        """What is left for the person."""
        return sum(one.own for one in self.measures)


def financing_view(session: Session, case_id: UUID, day: date) -> FinancingView:
    """How the measures of a case can be paid by the rules of ``day``; raises NotFound."""
    return _view(session, examined(session, case_id, day), day)


def take_best(store: OfficeStore, case_id: UUID, day: date) -> tuple[Changed, int]:
    """Begins the applications of the best combination in one deed; gives how many were begun or completed."""
    with store.deed("combination_taken", case_id=case_id) as deed:
        wanted = financing_view(deed.session, case_id, day).to_apply
        for one in wanted:
            _begin(deed.session, case_id, one)
    return deed.changed, len(wanted)


def _begin(session: Session, case_id: UUID, wanted: ToApply) -> None:
    ids = [UUID(each) for each in wanted.needs]
    known = None if wanted.application_id is None else session.get(Application, wanted.application_id)
    if known is None:
        begun = applications.begin(session, case_id, wanted.programme, ids)
        begun.amount_requested = wanted.amount
    else:
        known.measures = [*(known.measures or ()), *(each.hex for each in ids)]
        known.amount_requested = wanted.amount
    session.flush()


def _view(session: Session, seen: Examined, day: date) -> FinancingView:
    costs = {one.id: one.high for one in seen.needs if one.high is not None}
    stages = [(one, state_of(one).stage) for one in seen.applications]
    fixed = _granted(costs, stages)
    left = {need: cost - sum(_of_need(fixed, need).values()) for need, cost in costs.items()}
    still = _still_open(seen.offers, stages)
    best = financing(left, still, alternatives=ALTERNATIVES, limits=_limits(still, stages))
    shares = dict(fixed)
    for one in best.shares:
        shares[one.need, one.programme] = shares.get((one.need, one.programme), 0) + one.amount
    titles = {one.code: one.title() for one in programmes_for(session)}
    return FinancingView(
        day=day,
        measures=tuple(_measure(one, costs[one.id], shares) for one in seen.needs if one.id in costs),
        columns=tuple(_columns(shares, stages, titles)),
        unpriced=tuple(one.title for one in seen.needs if one.high is None),
        to_apply=tuple(_to_apply(best, stages, titles)),
        alternatives=tuple((titles[one.without], one.own) for one in best.alternatives),
        loans=tuple(Beside(one.programme.title(), _why(one), _most(one)) for one in best.loans),
        not_counted=tuple(Beside(one.programme.title(), _why(one), _most(one)) for one in best.not_counted),
        warnings=tuple(warnings_of(seen, best, stages, fixed)),
        less_at_most=best.less_at_most,
    )


def _granted(
    costs: Mapping[str, int], stages: Sequence[tuple[Application, Stage]]
) -> dict[tuple[str, str], int]:
    """What was granted, by measure and programme, each application's money over its own measures."""
    decided = [one for one, stage in stages if stage in GRANTED and one.programme and money_of(one)]
    needs = list(costs)
    limits = [[costs[need] if need in measure_ids(one) else 0 for need in needs] for one in decided]
    found: dict[tuple[str, str], int] = {}
    for (place, need), amount in spread(
        list(costs.values()), [money_of(one) for one in decided], limits
    ).items():
        key = (needs[need], decided[place].programme or "")
        found[key] = found.get(key, 0) + amount
    return found


def _still_open(offers: Sequence[Offer], stages: Sequence[tuple[Application, Stage]]) -> list[Offer]:
    """The offers without the measures their payer has decided on."""
    decided: dict[str, set[str]] = {}
    for one, stage in stages:
        if stage in GRANTED | REFUSED:
            decided.setdefault(one.programme or "", set()).update(measure_ids(one))
    return [
        replace(one, needs=tuple(need for need in one.needs if need not in decided.get(one.code, ())))
        for one in offers
    ]


def _limits(offers: Sequence[Offer], stages: Sequence[tuple[Application, Stage]]) -> dict[str, int]:
    """What was applied for and not decided: for these measures more than that is not to be expected."""
    found: dict[str, int] = {}
    for offer in offers:
        waiting = [one for one, stage in stages if stage in WAITING and one.programme == offer.code]
        asked = {need for one in waiting for need in measure_ids(one)}
        amounts = [one.amount_requested for one in waiting]
        if waiting and asked.issuperset(offer.needs) and None not in amounts:
            found[offer.code] = sum(one or 0 for one in amounts)
    return found


def _columns(
    shares: Mapping[tuple[str, str], int],
    stages: Sequence[tuple[Application, Stage]],
    titles: Mapping[str, str],
) -> Iterator[PayerColumn]:
    running = [one for one, stage in stages if stage != "withdrawn"]
    codes = dict.fromkeys([code for _need, code in shares] + [one.programme or "" for one in running])
    for code in (one for one in titles if one in codes):  # in the order of the law
        own = [one for one in running if one.programme == code]
        yield PayerColumn(
            code,
            titles[code],
            sum(amount for (_need, payer), amount in shares.items() if payer == code),
            _sum(one.amount_requested for one in own),
            _sum(one.amount_granted for one in own),
            _sum(one.amount_paid for one in own),
            tuple(state_of(one).word for one in own),
        )


def _sum(amounts: Iterable[int | None]) -> int | None:
    known = [one for one in amounts if one is not None]
    return sum(known) if known else None


def _to_apply(
    best: Financing, stages: Sequence[tuple[Application, Stage]], titles: Mapping[str, str]
) -> Iterator[ToApply]:
    for code, needs in best.asked.items():
        own = [(one, stage) for one, stage in stages if one.programme == code and stage not in REFUSED]
        under_way = {need for one, stage in own if stage != "withdrawn" for need in measure_ids(one)}
        wanted = tuple(need for need in needs if need not in under_way)
        planned = next((one for one, stage in own if stage == "planned"), None)
        together = {*wanted, *(() if planned is None else measure_ids(planned))}
        amount = sum(one.amount for one in best.shares if one.programme == code and one.need in together)
        if wanted and amount:
            yield ToApply(code, titles[code], wanted, amount, None if planned is None else planned.id)


def _measure(need: Need, cost: int, shares: Mapping[tuple[str, str], int]) -> FundedMeasure:
    title = need.title or _("Maßnahme ohne Namen")
    return FundedMeasure(UUID(need.id), title, cost, need.has_quote, _of_need(shares, need.id))


def _of_need(shares: Mapping[tuple[str, str], int], need: str) -> dict[str, int]:
    return {code: amount for (one, code), amount in shares.items() if one == need}


def _why(offer: Offer) -> str:
    """Why an offer is named and not reckoned with."""
    if offer.programme.kind == "loan":
        return _("Ein Kredit senkt den Eigenanteil nicht, er verteilt ihn.")
    if offer.standing == "unclear" and offer.reasons:
        return offer.reasons[0].text
    if offer.missing:
        return offer.missing[0].text
    return _("Wie viel gezahlt wird, entscheidet sich im Einzelfall.")


def _most(offer: Offer) -> int | None:
    if offer.programme.kind == "loan":
        return offer.programme.value("most", offer.rule_day)
    return offer.most or None
