"""The combination of applications that leaves the smallest own share, exactly, and what is not reckoned with.

Who goes before whom, who excludes whom, limits and co-payments come with each offer (:mod:`rules.funding`).
Loans, tax and what depends on income are no money to reckon with: they are named beside the plan.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from zwk_barrier.rules.funding_records import Offer
from zwk_barrier.rules.sharing import Payer, Sharing, share_out


@dataclass(frozen=True, slots=True)
class Share:
    """What one programme pays for one need, in euro cents."""

    need: str
    programme: str
    amount: int


@dataclass(frozen=True, slots=True)
class Financing:
    """A way to pay: shares in the order of the needs, then of the law; all in euro cents.

    ``asked`` are the needs each programme is applied to for.  ``own`` is what is left for the person;
    ``less_at_most`` by how much it could be smaller at most, 0 when the search came to its end.
    ``loans`` and ``not_counted`` are offers that could help beside it.  ``without`` is the programme an
    alternative does without.
    """

    shares: tuple[Share, ...]
    asked: Mapping[str, tuple[str, ...]]
    own: int
    less_at_most: int = 0
    loans: tuple[Offer, ...] = ()
    not_counted: tuple[Offer, ...] = ()
    alternatives: tuple["Financing", ...] = ()
    without: str = ""

    def paid(self, programme: str) -> int:
        """What one programme pays in all."""
        return sum(one.amount for one in self.shares if one.programme == programme)


def financing(
    costs: Mapping[str, int],
    offers: Sequence[Offer],
    *,
    alternatives: int = 0,
    limits: Mapping[str, int] | None = None,
) -> Financing:
    """The smallest own share for needs at these costs; of several that are equal, with the fewest applications.

    Needs of which no cost is known are left out by the caller.  ``alternatives`` asks for up to so many
    other ways, each the best without one of the programmes, the cheapest first.  ``limits`` are sums a
    programme is not asked for more than, e.g. what has been applied for already.
    """
    counted = [one for one in offers if is_reckoned(one)]
    payers = [_payer(one, (limits or {}).get(one.code)) for one in counted]
    best = _told(costs, share_out(costs, payers))
    return Financing(
        shares=best.shares,
        asked=best.asked,
        own=best.own,
        less_at_most=best.less_at_most,
        loans=tuple(one for one in offers if _is_open(one) and one.programme.kind == "loan"),
        not_counted=tuple(one for one in offers if _is_beside(one)),
        alternatives=_others(costs, payers, best)[:alternatives] if alternatives else (),
    )


def is_reckoned(offer: Offer) -> bool:
    """Whether its money can be reckoned with: only papers may be missing, not the claim."""
    return offer.is_counted and bool(offer.needs) and not any(one.is_claim for one in offer.missing)


def _is_open(offer: Offer) -> bool:
    return offer.standing in {"possible", "missing", "unclear"} and bool(offer.needs)


def _is_beside(offer: Offer) -> bool:
    return _is_open(offer) and offer.programme.kind in {"grant", "in_kind"} and not is_reckoned(offer)


def _payer(offer: Offer, limit: int | None) -> Payer:
    def pays(costs: Mapping[str, int]) -> int:
        most = offer.pays(costs)
        return most if limit is None else min(most, limit)

    return Payer(offer.code, frozenset(offer.needs), pays, offer.rank, frozenset(offer.not_with))


def _told(costs: Mapping[str, int], found: Sharing, without: str = "") -> Financing:
    return Financing(
        shares=tuple(Share(need, code, amount) for (need, code), amount in found.shares.items()),
        asked=found.asked,
        own=sum(costs.values()) - found.paid,
        less_at_most=found.bound - found.paid,
        without=without,
    )


def _others(costs: Mapping[str, int], payers: Sequence[Payer], best: Financing) -> tuple[Financing, ...]:
    """For each programme of the best way the best without it: what is left when it refuses."""
    found = [
        _told(costs, share_out(costs, [one for one in payers if one.code != code]), code)
        for code in best.asked
    ]
    return tuple(sorted(found, key=lambda one: (one.own, len(one.asked))))
