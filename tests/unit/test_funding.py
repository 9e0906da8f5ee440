"""What holds of every funding check: caps hold, nothing pays more than it costs, and more never turns into less."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zwk_barrier import wording
from zwk_barrier.reference.programmes import Change, load_programmes
from zwk_barrier.rules.funding import Grant, Member, Need, Offer, Situation, offers, pays
from zwk_barrier.rules.funding_amounts import Aids, Full, Heads, Reckoning, Share

DAY = date(2026, 11, 22)
WHOLE = Member("3", "gkv", is_client=True)

cents = st.integers(0, 5_000_000)
bills = st.lists(cents, max_size=6)
percents = st.integers(0, 100)
heads = st.builds(
    Heads,
    per_person=cents,
    household_cap=st.none() | cents,
    shares=st.lists(percents, min_size=1, max_size=6).map(tuple),
    used=cents,
)
aids = st.builds(Aids, percents, cents, st.none() | cents, percents)
shares = st.builds(Share, percents, st.none() | cents, st.none() | cents, cents, cents)
ways = st.one_of(heads, aids, shares, st.builds(Full, st.none() | cents, cents))

grades = st.sampled_from([None, "keiner", "beantragt", "1", "2", "3", "4", "5", "widerspruch", "unbekannt"])
insurances = st.sampled_from(
    [None, "gkv", "gkv_beihilfe", "pkv", "beihilfe", "heilfuersorge", "uv", "ser", "ohne", "unbekannt"]
)
members = st.builds(Member, grades, insurances, st.none() | percents)
households = st.lists(members, min_size=1, max_size=6).map(
    lambda found: (replace(found[0], is_client=True), *found[1:])
)
days = st.dates(date(1994, 1, 1), date(2035, 12, 31))
situations = st.builds(
    Situation,
    day=days,
    members=households,
    tenure=st.sampled_from([None, "miete_privat", "eigentum_haus", "eigentum_etw", "heim", "wohnrecht"]),
    household_form=st.sampled_from([None, "paar", "ambulant_betreute_wg", "wohnform_45h", "einrichtung"]),
    income=st.sampled_from([None, "grundsicherung_sgb12", "keine_leistung"]),
    disability_degree=st.sampled_from([None, 0, 30, 50, 100]),
    is_employed=st.none() | st.booleans(),
    is_adult=st.none() | st.booleans(),
    land=st.sampled_from([None, "HB", "NW"]),
    landlord_consent=st.sampled_from([None, "angefragt", "erteilt", "abgelehnt"]),
)
payers = st.lists(
    st.sampled_from(["kk", "pk1", "pk4", "egh", "sh", "vm", "kfw", "bab"]), max_size=3, unique=True
)


@st.composite
def _needs(draw: st.DrawFn) -> list[Need]:
    return [
        Need(
            id=str(place),
            title=f"Maßnahme {place}",
            kind=draw(
                st.sampled_from([None, "bau_klein", "bau_gross", "hilfsmittel", "umzug", "technik_aal"])
            ),
            catalogue_number=draw(st.sampled_from([None, "M28", "M44", "M52"])),
            payers=tuple(draw(payers)),
            high=draw(st.none() | cents),
            has_quote=draw(st.booleans()),
            needs_consent=draw(st.booleans()),
            status=draw(st.sampled_from([None, "empfohlen", "beauftragt", "umgesetzt", "entfallen"])),
            ordered_on=draw(st.none() | days),
        )
        for place in range(draw(st.integers(0, 4)))
    ]


grants = st.lists(
    st.builds(
        Grant,
        st.sampled_from(["SGB11-40-4", "KFW-455-B", "SGB5-33"]),
        cents,
        st.none() | days,
        st.lists(st.sampled_from("0123"), max_size=2).map(tuple),
        st.none() | st.booleans(),
    ),
    max_size=3,
)


def adaptation(cost: int, *people: Member, day: date = DAY) -> Offer:
    situation = Situation(day=day, members=people, tenure="eigentum_haus")
    need = Need("bad", "Bad", "bau_gross", payers=("pk4",), high=cost, has_quote=True)
    found = offers(situation, [need], [], load_programmes())
    return next(one for one in found if one.code == "SGB11-40-4")


@given(ways, bills)
def test_nobody_pays_more_than_it_costs_or_than_the_cap(way: Reckoning, costs: list[int]) -> None:
    paid = way.pays(costs)
    assert 0 <= paid <= sum(costs)
    assert way.cap is None or paid <= way.cap


@given(ways, st.lists(cents, min_size=1, max_size=6), st.integers(0, 5), cents)
def test_more_cost_never_pays_less(way: Reckoning, costs: list[int], place: int, more: int) -> None:
    dearer = list(costs)
    dearer[place % len(costs)] += more
    assert way.pays(dearer) >= way.pays(costs)


@given(ways, bills, cents)
def test_a_further_measure_never_pays_less(way: Reckoning, costs: list[int], further: int) -> None:
    assert way.pays([*costs, further]) >= way.pays(costs)


@given(st.lists(st.sampled_from(["gkv", "gkv_beihilfe"]), min_size=1, max_size=3), cents)
def test_a_further_person_in_full_never_pays_less_up_to_four(insured: list[str], cost: int) -> None:
    people = [Member("2", one, is_client=place == 0) for place, one in enumerate(insured)]
    assert adaptation(cost, *people, Member("3", "gkv")).most >= adaptation(cost, *people).most


@given(st.integers(1, 6), cents)
def test_people_insured_alike_never_get_less_by_being_more(count: int, cost: int) -> None:
    fewer = adaptation(cost, WHOLE, *[Member("2", "gkv")] * (count - 1))
    assert adaptation(cost, WHOLE, *[Member("2", "gkv")] * count).most >= fewer.most


@given(households, cents, days)
def test_the_grant_never_exceeds_what_its_day_allows_a_household(
    people: tuple[Member, ...], cost: int, day: date
) -> None:
    programme = load_programmes().get("SGB11-40-4")
    assert programme is not None
    limit = (programme.value("per_person", day) or 0) * len(people)
    cap = programme.value("household_cap", day)
    assert adaptation(cost, *people, day=day).most <= (limit if cap is None else min(limit, cap))


@given(cents, st.permutations([WHOLE, Member("2", "gkv_beihilfe"), Member("1", "pkv", 30)]))
def test_it_does_not_matter_who_of_the_household_asks(cost: int, people: list[Member]) -> None:
    asked = [replace(one, is_client=place == 0) for place, one in enumerate(people)]
    first = (WHOLE, Member("2", "gkv_beihilfe"), Member("1", "pkv", 30))
    assert adaptation(cost, *asked).most == adaptation(cost, *first).most


@given(situations, _needs(), grants)
def test_every_offer_keeps_its_promise(situation: Situation, needs: list[Need], used: list[Grant]) -> None:
    known = {one.id: one for one in needs}
    for offer in offers(situation, needs, used, load_programmes()):
        costs = {one: known[one].high or 0 for one in offer.needs}
        assert set(offer.needs) <= set(known)
        assert pays(offer, costs) == offer.most <= sum(costs.values())
        assert offer.most <= offer.most_if_known
        assert (offer.standing == "possible") <= (not offer.missing)
        assert offer.standing != "excluded" or offer.reasons
        assert offer.programme.code not in offer.not_with
        texts = [one.text for one in (*offer.reasons, *offer.warnings)] + [one.text for one in offer.missing]
        assert all(text and "{" not in text and "genehmigt" not in text for text in texts)


@given(situations, _needs(), grants)
def test_what_excludes_another_is_excluded_by_it(
    situation: Situation, needs: list[Need], used: list[Grant]
) -> None:
    found = {one.code: one for one in offers(situation, needs, used, load_programmes())}
    for offer in found.values():
        assert all(offer.code in found[other].not_with for other in offer.not_with if other in found)


def test_a_confirmed_amount_holds_from_its_day_and_old_cases_keep_the_old_one() -> None:
    change = Change("SGB11-40-4", "per_person", "450000", date(2028, 1, 1), "BGBl. 2027 I Nr. 1")
    changed = load_programmes([change])
    need = Need("bad", "Bad", "bau_gross", payers=("pk4",), high=900_000, has_quote=True)
    most = []
    for day in (date(2027, 12, 31), date(2028, 1, 1)):
        situation = Situation(day=day, members=(WHOLE,), tenure="eigentum_haus")
        most.append(
            next(one for one in offers(situation, [need], [], changed) if one.code == "SGB11-40-4").most
        )
    assert most == [418_000, 450_000]


def test_needs_a_programme_is_not_for_count_nothing() -> None:
    offer = adaptation(300_000, WHOLE)
    assert pays(offer, {"bad": 300_000, "etwas anderes": 100_000}) == 300_000


@pytest.mark.parametrize("state", ["active", "closed", "unclear"])
def test_what_the_office_says_of_a_status_decides(state: str) -> None:
    change = Change("KFW-455-B", "status", state, date(2026, 6, 1), "KfW, Telefonat")
    situation = Situation(day=DAY, members=(WHOLE,), tenure="eigentum_haus")
    need = Need("bad", "Bad", "bau_gross", payers=("kfw",), high=900_000, has_quote=True)
    found = offers(situation, [need], [], load_programmes([change]))
    standing = next(one.standing for one in found if one.code == "KFW-455-B")
    assert standing == {"active": "missing"}.get(state, state)


def test_the_reasons_come_in_the_language_of_the_screen() -> None:
    wording.use_language("en")
    try:
        hints = [one.text() for one in adaptation(300_000, WHOLE).programme.hints]
    finally:
        wording.use_language("de")
    assert any("one measure" in text for text in hints)
