"""What to mind before the money is reckoned with: each a sentence that says what to do, with its law."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from zwk_barrier.casework.payers.application_state import GRANTED, REFUSED, Stage
from zwk_barrier.casework.payers.funding import Examined, Sentence, wants_approval_first
from zwk_barrier.casework.payers.funding_facts import measure_ids
from zwk_barrier.casework.plan.measures import NARROWING
from zwk_barrier.model import Application
from zwk_barrier.rules.financing import Financing
from zwk_barrier.rules.funding import Need, Offer
from zwk_barrier.rules.funding_conditions import RENTED
from zwk_barrier.rules.typed import format_money
from zwk_barrier.wording import _

_NAMED: Final = 3
_ENDED: Final = frozenset({"withdrawn", "passed_on"})
_DONE: Final = frozenset({"umgesetzt", "teilweise"})

Stages = Sequence[tuple[Application, Stage]]


def warnings_of(
    seen: Examined, best: Financing, stages: Stages, granted: Mapping[tuple[str, str], int]
) -> Iterator[Sentence]:
    """The warnings of a financing plan, what can cost money first."""
    offers = {one.code: one for one in seen.offers}
    yield from _care_home(seen, stages, offers)
    yield from _approval_first(seen, best, stages, offers)
    yield from _asked_twice(seen, stages, offers)
    yield from _one_measure(seen, best, stages, offers)
    yield from _consent(seen, best)
    yield from _escape_route(seen)
    yield from _loan_of_aids(best, offers)
    yield from _less_than_asked(stages)
    yield from _tax(seen, best, granted)


def _care_home(seen: Examined, stages: Stages, offers: Mapping[str, Offer]) -> Iterator[Sentence]:
    person, dwelling = seen.view.person, seen.view.dwelling
    if dwelling.tenure != "heim" and person.household_form != "einrichtung":
        return
    running = {one.programme for one, stage in stages if stage not in REFUSED and stage != "withdrawn"}
    at_home = [
        one.programme
        for code, one in offers.items()
        if code in running and one.programme.conditions.is_at_home
    ]
    if at_home:
        text = _(
            "Wohnt in einer Einrichtung: Mit dem Einzug endet der Anspruch; „{programme}“ mit der Kasse klären."
        )
        yield Sentence(text.format(programme=at_home[0].title()), at_home[0].law)


def _approval_first(
    seen: Examined, best: Financing, stages: Stages, offers: Mapping[str, Offer]
) -> Iterator[Sentence]:
    approved = {one.programme for one, stage in stages if stage in GRANTED}
    wanted = dict.fromkeys([*best.asked, *(one.code for one in best.loans)])
    for code in wanted:
        offer = offers[code]
        if wants_approval_first(offer.programme) and code not in approved:
            text = _("{programme}: erst beauftragen, wenn die Zusage da ist, sonst ist das Geld verloren.")
            yield Sentence(text.format(programme=offer.programme.title()), offer.programme.law)
    begun = [one for one in seen.needs if one.is_begun and one.status not in _DONE]
    lost = [one for one in seen.offers if wants_approval_first(one.programme) and one.standing == "excluded"]
    if begun and lost:
        text = _(
            "Schon beauftragt: {measures}. Für {programme} ist es dafür zu spät; prüfen, was sonst zahlt."
        )
        yield Sentence(text.format(measures=_named(begun), programme=lost[0].programme.title()))


def _asked_twice(seen: Examined, stages: Stages, offers: Mapping[str, Offer]) -> Iterator[Sentence]:
    standing = [one for one, stage in stages if stage not in REFUSED and stage not in _ENDED]
    asked = Counter((one.programme, need) for one in standing for need in measure_ids(one))
    for code, offer in offers.items():
        twice = [one for one in seen.needs if asked[code, one.id] > 1]
        if twice:
            text = _(
                "{programme} ist mehrfach für dasselbe beantragt: {measures}. Der Höchstbetrag gilt nur einmal; "
                "prüfen, welcher Antrag stehen bleibt."
            )
            yield Sentence(
                text.format(programme=offer.programme.title(), measures=_named(twice)), offer.programme.law
            )


def _one_measure(
    seen: Examined, best: Financing, stages: Stages, offers: Mapping[str, Offer]
) -> Iterator[Sentence]:
    for code, needs in best.asked.items():
        programme = offers[code].programme
        if not programme.pays_for.is_one_measure or len(needs) < 2:  # noqa: PLR2004 - one alone is no bundle
            continue
        own = [one for one, stage in stages if one.programme == code and stage not in GRANTED]
        applied = {need for one in own for need in measure_ids(one)}
        left = [one for one in seen.needs if one.id in needs and one.id not in applied]
        if own and left:
            text = _(
                "Noch nicht im Antrag: {measures}. Was jetzt nötig ist, zählt als eine Maßnahme; in denselben "
                "Antrag aufnehmen."
            )
            yield Sentence(text.format(measures=_named(left)), programme.law)
        elif not own:
            text = _("{programme}: alles, was jetzt nötig ist, in einem Antrag zusammenfassen.")
            yield Sentence(text.format(programme=programme.title()), programme.law)


def _consent(seen: Examined, best: Financing) -> Iterator[Sentence]:
    dwelling = seen.view.dwelling
    bound = [one for one in seen.needs if one.needs_consent and not one.is_begun]
    if not bound or not best.asked:
        return
    if dwelling.tenure in RENTED and dwelling.consent_state != "erteilt":
        text = _("Vor der Unterschrift die Zustimmung der Vermietung einholen: {measures}.")
        yield Sentence(text.format(measures=_named(bound)), "§ 554 BGB", "landlord_consent")
    is_shared = dwelling.tenure == "eigentum_etw" or seen.view.building.is_condominium
    if is_shared and dwelling.resolution_state != "erteilt":
        text = _("Vor der Unterschrift klären, ob die Eigentümerversammlung beschließen muss: {measures}.")
        yield Sentence(text.format(measures=_named(bound)), "§ 20 Abs. 2 WEG", "owners_resolution")


def _escape_route(seen: Examined) -> Iterator[Sentence]:
    lifts = [
        one for one in seen.view.measures if one.trade == "aufzug_lift" or one.catalogue_number in NARROWING
    ]
    wanted = [one for one in seen.needs if any(one.id == lift.id.hex for lift in lifts)]
    is_shared = seen.view.dwelling.tenure != "eigentum_haus" or bool(seen.view.building.is_condominium)
    if wanted and (is_shared or seen.view.building.escape_route_note):
        text = _(
            "Engt etwas den Rettungsweg ein? Vor dem Antrag mit der Bauaufsicht oder der Feuerwehr klären: "
            "{measures}."
        )
        yield Sentence(text.format(measures=_named(wanted)), code="escape_route")


def _loan_of_aids(best: Financing, offers: Mapping[str, Offer]) -> Iterator[Sentence]:
    aids = [code for code in best.asked if offers[code].programme.calculation == "aids"]
    if aids:
        yield Sentence(
            _(
                "Hilfsmittel erst bei der Kasse erfragen, nicht selbst kaufen: Sie verleiht sie vorrangig. Wer "
                "die Leihe ohne zwingenden Grund ablehnt, zahlt selbst."
            ),
            "§ 40 Abs. 3 SGB XI, § 33 SGB V",
        )


def _less_than_asked(stages: Stages) -> Iterator[Sentence]:
    for one, stage in stages:
        if stage not in GRANTED or one.amount_granted is None:
            continue
        if one.amount_requested is not None and one.amount_granted < one.amount_requested:
            text = _("Bewilligt sind {less} weniger als beantragt: Begründung lesen, Widerspruch prüfen.")
            less = format_money(one.amount_requested - one.amount_granted)
            yield Sentence(text.format(less=less), "§ 84 SGG")
        if one.amount_paid is not None and one.amount_paid < one.amount_granted:
            text = _(
                "Ausgezahlt sind {less} weniger als bewilligt: Rechnung und Nachweis einreichen, nachfragen."
            )
            yield Sentence(text.format(less=format_money(one.amount_granted - one.amount_paid)))


def _tax(seen: Examined, best: Financing, granted: Mapping[tuple[str, str], int]) -> Iterator[Sentence]:
    if best.asked or granted:
        yield Sentence(
            _(
                "Steuer: Für öffentlich geförderte Maßnahmen gibt es keine Ermäßigung für Handwerkerleistungen; "
                "neben dem Zuschuss der Pflegekasse ist das nicht geklärt: zu prüfen."
            ),
            "§ 35a Abs. 3 EStG",
        )
    if best.own and seen.needs:
        yield Sentence(
            _(
                "Steuer: Der Eigenanteil kann eine außergewöhnliche Belastung sein. Rechnungen und "
                "Überweisungen aufheben und vor der Erklärung beraten lassen."
            ),
            "§ 33 EStG",
        )


def _named(needs: Sequence[Need]) -> str:
    more = " …" if len(needs) > _NAMED else ""
    return ", ".join(one.title for one in needs[:_NAMED]) + more
