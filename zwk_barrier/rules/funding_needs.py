"""Which measures a programme can pay for: by payer and kind, not begun too early, not paid for by another."""

from collections.abc import Mapping, Sequence

from zwk_barrier.reference.programme import Programme
from zwk_barrier.rules import funding_limit_words as words
from zwk_barrier.rules.funding_conditions import Judged
from zwk_barrier.rules.funding_records import Grant, Need, Reason


def own_needs(programme: Programme, needs: Sequence[Need], judged: Judged) -> list[Need]:
    """The measures the programme can pay for; those it never pays for are named."""
    exceptions = {one.measure: one for one in programme.pays_for.exceptions}
    mine = [one for one in needs if _belongs(programme, one)]
    never = []
    for one in mine:
        exception = exceptions.get(one.catalogue_number or "")
        if exception is not None:
            told = Reason(f"{one.title}: {exception.reason()}", programme.law)
            judged.warnings.append(told)
            never += [] if exception.is_disputed else [(one, told)]
    left = [one for one in mine if all(one is not out for out, _told in never)]
    if never and not left:
        judged.against += [told for _out, told in never]
    return left


def _belongs(programme: Programme, need: Need) -> bool:
    pays_for = programme.pays_for
    if pays_for.is_consent_only:
        return need.needs_consent
    if pays_for.only_kinds and need.kind is not None and need.kind not in pays_for.only_kinds:
        return False
    is_by_payer = not set(pays_for.payers).isdisjoint(need.payers)
    is_own = not need.payers and need.kind in pays_for.kinds_without_payer
    return is_by_payer or is_own or need.kind in pays_for.kinds


def not_begun(programme: Programme, needs: list[Need], grants: Sequence[Grant], judged: Judged) -> list[Need]:
    """Without what was begun before this programme granted anything for it, where the application comes first."""
    granted = {need for one in grants if one.programme == programme.code for need in one.needs}
    begun = [one for one in needs if one.is_begun and one.id not in granted]
    when = programme.procedure.before_start
    if not begun or when == "none":
        return needs
    told = words.begun(begun, is_binding=when == "binding")
    judged.warnings.append(told)
    if when == "recommended":
        return needs
    left = [one for one in needs if one not in begun]
    judged.against += [] if left else [told]
    return left


def not_granted(
    programme: Programme,
    needs: list[Need],
    grants: Sequence[Grant],
    known: Mapping[str, Programme],
    judged: Judged,
) -> list[Need]:
    """Without what a programme that goes with this one for no measure has paid for already."""
    for other in excluding(programme, known):
        paid = {need for one in grants if one.programme == other.code and one.amount for need in one.needs}
        out = [one for one in needs if one.id in paid]
        if out:
            told = words.granted_elsewhere(out, other)
            judged.warnings.append(told)
            needs = [one for one in needs if one.id not in paid]
            judged.against += [] if needs else [told]
    return needs


def excluding(programme: Programme, known: Mapping[str, Programme]) -> list[Programme]:
    """The others that do not pay for the same measure, said by either side."""
    return [
        other
        for other in known.values()
        if other.code in programme.combination.not_with or programme.code in other.combination.not_with
    ]
