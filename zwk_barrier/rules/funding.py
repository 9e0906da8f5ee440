"""The funding check: which programmes a person can apply to for which measures, how much at most, what is missing.

Nothing here promises: an offer is "possible" when nothing known speaks against an application.  How the
amounts are reckoned, and which day's hold, is written down in docs/decisions/0022.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from zwk_barrier.reference.programme import Programme
from zwk_barrier.rules import funding_limit_words as words
from zwk_barrier.rules.funding_amounts import Aids, Full, Heads, Nothing, Reckoning, Share
from zwk_barrier.rules.funding_conditions import (
    Judged,
    Shares,
    is_agreed,
    judge_care,
    judge_dwelling,
    judge_measures,
    judge_person,
)
from zwk_barrier.rules.funding_needs import excluding, not_begun, not_granted, own_needs
from zwk_barrier.rules.funding_records import (
    Grant,
    Member,
    Missing,
    Need,
    Offer,
    Reason,
    Situation,
    Standing,
)
from zwk_barrier.rules.funding_used import Used, used_of

__all__ = ["Grant", "Member", "Missing", "Need", "Offer", "Reason", "Situation", "Standing", "offers", "pays"]

_DROPPED: Final = frozenset({"nicht_umgesetzt", "entfallen"})
_LIMITS: Final = ("per_person", "most", "cost_cap")


def offers(
    situation: Situation,
    needs: Sequence[Need],
    grants: Sequence[Grant],
    programmes: Iterable[Programme],
) -> tuple[Offer, ...]:
    """What each programme could mean to this person, those that pay first before the others.

    Left out are programmes that do not concern the person or none of the measures; those a person may ask
    about and cannot use are ``excluded``, with the reason.
    """
    known = {one.code: one for one in programmes}
    wanted = [one for one in needs if one.status not in _DROPPED]
    found = [_offer(one, situation, wanted, grants, known) for one in known.values()]
    return _side_by_side([one for one in found if one is not None], known)


def pays(offer: Offer, costs: Mapping[str, int]) -> int:
    """The most this programme pays for these needs at these costs, in cents; never more than they cost."""
    return offer.pays(costs)


def _offer(
    programme: Programme,
    situation: Situation,
    needs: Sequence[Need],
    grants: Sequence[Grant],
    known: Mapping[str, Programme],
) -> Offer | None:
    judged = Judged()
    mine = own_needs(programme, needs, judged)
    pays_for = programme.pays_for
    if not (mine or judged.against or pays_for.without_measures) and (needs or pays_for.is_empty):
        return None
    mine = not_begun(programme, mine, grants, judged)
    mine = not_granted(programme, mine, grants, known, judged)
    judge_person(programme.conditions, situation, judged)
    judge_dwelling(programme.conditions, situation, judged)
    beihilfe = programme.value("beihilfe_percent", situation.day)
    shares = judge_care(programme.conditions, situation, 100 if beihilfe is None else beihilfe, judged)
    judge_measures(programme.conditions, situation, mine, judged)
    if not judged.concerns or (pays_for.is_consent_only and is_agreed(situation)):
        return None
    used = used_of(programme, grants, situation.day)
    return _weighed(programme, situation, mine, shares, used, judged)


def _weighed(
    programme: Programme,
    situation: Situation,
    needs: Sequence[Need],
    shares: Shares,
    used: Used,
    judged: Judged,
) -> Offer:
    day = used.rule_day
    certain = _reckoning(programme, day, shares.certain, used.amount, is_adult=situation.is_adult)
    best = _reckoning(programme, day, shares.best, used.amount, is_adult=situation.is_adult)
    highest = [one.high or 0 for one in needs]
    _tell_amounts(programme, situation, needs, used, certain, judged)
    _tell_heads(programme, shares, day, judged)
    standing = _standing(programme, situation.day, judged)
    return Offer(
        programme=programme,
        standing=standing,
        needs=tuple(one.id for one in needs),
        cap=certain.cap,
        used=used.amount,
        most=certain.pays(highest),
        most_if_known=best.pays(highest),
        missing=_once(judged.missing),
        reasons=tuple(judged.against or judged.reasons),
        warnings=tuple(one for one in judged.warnings if one not in judged.against),
        amounts=programme.amounts_on(day),
        rule_day=day,
        is_counted=programme.is_counted and standing in {"possible", "missing"},
        not_with=(),
        check_with=(),
        after=(),
        rank=programme.rank,
        reckoning=certain,
    )


def _reckoning(
    programme: Programme, day: date, shares: tuple[int, ...], used: int, *, is_adult: bool | None
) -> Reckoning:
    value, ways = programme.value, programme.calculation
    if ways == "heads":
        return Heads(value("per_person", day) or 0, value("household_cap", day), shares, used)
    if ways == "aids":
        share = shares[0] if shares else 0
        if is_adult is False:  # § 33 (8) SGB V, § 40 (3) SGB XI: only from 18 on
            return Aids(0, 0, 0, share)
        least, most = value("copay_least", day) or 0, value("copay_most", day)
        return Aids(value("copay_percent", day) or 0, least, most, share)
    if ways == "share":
        least = value("min_cost", day) or 0
        return Share(value("percent", day) or 0, value("cost_cap", day), value("most", day), least, used)
    return Full(value("most", day), used) if ways == "full" else Nothing()


def _tell_heads(programme: Programme, shares: Shares, day: date, judged: Judged) -> None:
    if programme.calculation != "heads" or not shares.certain:
        return
    judged.reasons.insert(0, words.entitled(len(shares.certain), programme.law))
    split = programme.value("persons_before_split", day)
    if split is not None and len(shares.certain) > split:
        limit = programme.value("household_cap", day) or 0
        judged.reasons.append(words.shared_out(len(shares.certain), limit, programme.law))


def _tell_amounts(
    programme: Programme,
    situation: Situation,
    needs: Sequence[Need],
    used: Used,
    reckoning: Reckoning,
    judged: Judged,
) -> None:
    """What is to be said of limits, of what was used, and of days on both sides of a change."""
    is_limited = programme.calculation in {"heads", "share"}
    if is_limited and all(programme.value(one, used.rule_day) is None for one in ("per_person", "percent")):
        judged.against.append(words.no_amount())
    if programme.pays_for.is_one_measure and len(needs) > 1:
        judged.reasons.append(words.one_measure())
    if used.amount and reckoning.cap == 0:
        judged.against.append(words.used_up(used.amount))
    elif used.amount and reckoning.cap is not None:
        judged.reasons.append(words.used_before(used.amount, reckoning.cap))
    if used.amount and used.is_open:
        judged.warnings.append(words.new_need_unasked())
    then, now = (programme.value("per_person", one) for one in (used.rule_day, situation.day))
    if then is not None and now is not None and then != now:
        judged.warnings.append(words.rule_of_first_grant(used.rule_day, then, now))
    minimum = programme.value("min_cost", used.rule_day)
    if minimum and needs and sum(one.high or 0 for one in needs) < minimum:
        judged.against.append(words.below_minimum(minimum))
    judged.warnings += _changes(programme, situation, needs)
    if programme.source.is_uncertain:
        judged.warnings.append(words.uncertain())


def _changes(programme: Programme, situation: Situation, needs: Sequence[Need]) -> list[Reason]:
    """A limit that is another on the day of the work than on the day of the application."""
    days = {day for one in needs for day in (one.ordered_on, one.done_on) if day is not None}
    for limit in _LIMITS:
        now = programme.value(limit, situation.day) or 0
        others = sorted({programme.value(limit, day) or 0 for day in days} - {now, 0})
        if others:
            return [words.amount_changes(now, others[0])]
    return []


def _standing(programme: Programme, day: date, judged: Judged) -> Standing:
    status = programme.status_on(day)
    if judged.against:
        return "excluded"
    if status is not None and status.state == "closed":
        judged.reasons.insert(0, words.closed(programme, status))
        return "closed"
    if status is None or status.state == "unclear":
        judged.reasons.insert(0, words.unclear(programme, status))
        return "unclear"
    if status.source.is_uncertain:
        judged.warnings.append(words.unclear(programme, status))
    return "missing" if judged.missing else "possible"


def _once(missing: Sequence[Missing]) -> tuple[Missing, ...]:
    """Each thing once, though it may be missing for several reasons."""
    return tuple(dict.fromkeys(missing))


def _side_by_side(found: Sequence[Offer], known: Mapping[str, Programme]) -> tuple[Offer, ...]:
    """The offers with what they mean to one another: which exclude one another, which come first."""
    usable = [one for one in found if one.standing in {"possible", "missing", "unclear"}]
    return tuple(_beside(one, known, usable) for one in sorted(found, key=lambda one: (one.rank, one.code)))


def _beside(offer: Offer, known: Mapping[str, Programme], usable: Sequence[Offer]) -> Offer:
    programme, combination = offer.programme, offer.programme.combination
    not_with = tuple(one.code for one in excluding(programme, known))
    undecided = tuple(
        one.code
        for one in known.values()
        if one.code in combination.check_with or programme.code in one.combination.check_with
    )
    told, first = list(offer.warnings), list(offer.reasons)
    if offer in usable:
        rivals = [one.programme for one in usable if not set(offer.needs).isdisjoint(one.needs)]
        first += [words.comes_after(one) for one in rivals if one.code in combination.after]
        for codes, sentence in ((not_with, words.not_beside), (undecided, words.undecided_beside)):
            others = [one for one in rivals if one.code in codes]
            told += [sentence(others)] if others else []
    return replace(
        offer,
        not_with=not_with,
        check_with=undecided,
        after=combination.after,
        reasons=tuple(first),
        warnings=tuple(told),
    )
