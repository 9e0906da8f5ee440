"""Who a programme is for: what rules this person out, what does not concern them, what is still to be known."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from zwk_barrier.reference.programme import Conditions
from zwk_barrier.rules import funding_words as words
from zwk_barrier.rules.funding_records import Member, Missing, Need, Reason, Situation

RENTED: Final = frozenset({"miete_privat", "miete_wohnungsuntern", "miete_genossenschaft", "sozialwohnung"})
_OTHERS_PROPERTY: Final = frozenset({"wohnrecht", "bei_angehoerigen"})
_PENDING: Final = frozenset({None, "beantragt", "widerspruch", "unbekannt"})
_PAYS_NO_CARE: Final = frozenset({"uv", "ser", "ohne"})
_BY_TARIFF: Final = frozenset({"pkv", "beihilfe", "heilfuersorge"})
_UNKNOWN: Final = frozenset({None, "unbekannt"})
_WHOLE: Final = 100


@dataclass(slots=True)
class Judged:
    """What was found so far; ``concerns`` is False when the programme is not worth naming to this person."""

    concerns: bool = True
    against: list[Reason] = field(default_factory=list)
    missing: list[Missing] = field(default_factory=list)
    reasons: list[Reason] = field(default_factory=list)
    warnings: list[Reason] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Shares:
    """The percent each entitled person's insurer pays: ``certain`` with 0 where it is unknown, ``best`` with 100."""

    certain: tuple[int, ...]
    best: tuple[int, ...]


def judge_person(asked: Conditions, situation: Situation, judged: Judged) -> None:
    """What speaks against the person, or is not known of them, apart from the care grade."""
    insurance = situation.client.insurance_type
    if asked.concerns_insurance and insurance not in asked.concerns_insurance:
        judged.concerns = False
    if insurance is not None and insurance in asked.behind and asked.whose == "client":
        judged.against.append(words.goes_first(insurance, asked.behind_law))
    elif asked.insurance and insurance in _UNKNOWN:
        judged.missing.append(words.insurance_missing())
    elif asked.insurance and insurance is not None and insurance not in asked.insurance:
        judged.against.append(words.wrong_insurance(insurance))
    if asked.incomes and situation.income not in asked.incomes:
        judged.missing.append(words.missing_fact("income"))
    if asked.is_employed:
        judged.concerns &= situation.is_employed is not False
        if situation.is_employed is None:
            judged.missing.append(words.missing_fact("employment"))
    _judge_disability(asked, situation, judged)
    judged.missing += [Missing(one.code, one.text(), one.is_claim) for one in asked.questions]


def _judge_disability(asked: Conditions, situation: Situation, judged: Judged) -> None:
    degree = situation.disability_degree
    if asked.is_disabled:
        impairments = set(situation.impairments) - {"keine"}
        is_known = bool(degree or situation.disability_marks or impairments)
        if not is_known and situation.impairments:
            judged.concerns = False
        elif not is_known:
            judged.missing.append(words.missing_fact("disability"))
    if asked.degree_least is not None:
        if degree is None:
            judged.missing.append(words.missing_fact("disability_degree"))
        elif degree < asked.degree_least:
            judged.concerns = False


def judge_dwelling(asked: Conditions, situation: Situation, judged: Judged) -> None:
    """What speaks against the dwelling and the household, or is not known of them."""
    form, is_home = situation.household_form, _is_home(situation)
    if asked.is_at_home and is_home:
        judged.against.append(words.in_care_home())
    if form is not None and form in asked.not_household_forms:
        judged.against.append(words.household_form_excluded(form))
    judged.concerns &= not asked.household_forms or form in asked.household_forms
    if asked.tenures and situation.tenure is None:
        judged.missing.append(words.missing_fact("tenure"))
    elif asked.tenures and situation.tenure not in asked.tenures:
        judged.concerns = False
    if asked.lands and situation.land is None:
        judged.missing.append(words.missing_fact("land"))
    elif asked.lands and situation.land not in asked.lands:
        judged.concerns = False


def _is_home(situation: Situation) -> bool:
    return situation.tenure == "heim" or situation.household_form == "einrichtung"


def judge_measures(asked: Conditions, situation: Situation, needs: Sequence[Need], judged: Judged) -> None:
    """What an application for these measures still needs: an offer each, and who has to agree."""
    without = [one for one in needs if not one.has_quote]
    if asked.quote and without:
        judged.missing.append(words.quote_missing(without))
    bound = [one for one in needs if one.needs_consent]
    if asked.consent and bound:
        judged.missing += _consents(situation, bound)


def is_agreed(situation: Situation) -> bool:
    """Whether all who own the dwelling with the person, or instead of them, have agreed already."""
    state = situation.owners_resolution if situation.tenure == "eigentum_etw" else situation.landlord_consent
    return state == "erteilt"


def _consents(situation: Situation, needs: Sequence[Need]) -> Iterator[Missing]:
    tenure = situation.tenure
    if tenure is None:
        yield words.whose_consent_unknown(needs)
    elif tenure in RENTED | _OTHERS_PROPERTY and situation.landlord_consent != "erteilt":
        yield words.consent_missing(needs, situation.landlord_consent, is_rented=tenure in RENTED)
    is_shared = tenure == "eigentum_etw" or (tenure == "eigentum_haus" and situation.is_condominium)
    if is_shared and situation.owners_resolution != "erteilt":
        yield words.resolution_missing(needs, situation.owners_resolution)


def judge_care(asked: Conditions, situation: Situation, beihilfe_percent: int, judged: Judged) -> Shares:
    """Whose care grade counts, and the percent the insurer of each pays; says what is missing for it."""
    if not asked.care_grades:
        return Shares((_WHOLE,), (_WHOLE,))
    client = situation.client
    members = (client,) if asked.whose == "client" else (situation.members or (client,))
    found = [one for one in members if one.insurance_type not in _PAYS_NO_CARE]
    graded = [one for one in found if one.care_grade in asked.care_grades]
    pending = [one for one in found if one.care_grade in _PENDING and one.is_client]
    pending = pending or [one for one in found if one.care_grade in {"beantragt", "widerspruch"}]
    if graded and pending:
        judged.warnings.append(words.grade_not_counted())
    elif pending:
        judged.missing.append(words.care_grade_missing(pending[0].care_grade))
    counted = graded or pending[:1]
    if not counted:
        judged.against += [] if judged.against else [_nobody(asked, client)]
        return Shares((), ())
    if graded and client not in graded and not pending:
        judged.warnings.append(words.only_others_entitled())
    if client.insurance_type in asked.behind and client.insurance_type is not None:
        judged.warnings.append(words.goes_first(client.insurance_type, asked.behind_law))
    return _shares(counted, beihilfe_percent, judged)


def _nobody(asked: Conditions, client: Member) -> Reason:
    insurance = client.insurance_type
    if insurance is not None and insurance in asked.behind:
        return words.goes_first(insurance, asked.behind_law)
    is_graded = client.care_grade in asked.care_grades
    return (
        words.wrong_insurance(insurance)
        if is_graded and insurance
        else words.care_grade_needed(client.care_grade)
    )


def _shares(counted: Sequence[Member], beihilfe_percent: int, judged: Judged) -> Shares:
    known = [_share(one, beihilfe_percent) for one in counted]
    if None in known:
        judged.missing.append(words.share_missing())
    if any(one.insurance_type in _UNKNOWN for one in counted):
        judged.missing.append(words.insurance_missing())
    if any(one.insurance_type == "gkv_beihilfe" for one in counted):
        judged.reasons.append(words.half(beihilfe_percent))
    tariffs = {one.insurance_share for one in counted if one.insurance_type in _BY_TARIFF}
    judged.reasons += [
        words.private_share(one) for one in sorted(tariffs - {None}, key=str) if one is not None
    ]
    return Shares(
        tuple(0 if one is None else one for one in known),
        tuple(_WHOLE if one is None else one for one in known),
    )


def _share(member: Member, beihilfe_percent: int) -> int | None:
    if member.insurance_type == "gkv_beihilfe":
        return beihilfe_percent
    return member.insurance_share if member.insurance_type in _BY_TARIFF else _WHOLE
