"""The directory of offers is searched, kept up to date, and people are referred from it."""

from datetime import date
from uuid import UUID

import pytest

from tests.builders import a_case
from zwk_barrier.casework import records
from zwk_barrier.casework.case.contacts import begin_contact, make_case
from zwk_barrier.casework.case.history import case_history
from zwk_barrier.casework.network.offers import (
    OfferFilter,
    begin_offer,
    find_offers,
    is_stale,
    load_offer,
    mark_checked,
)
from zwk_barrier.casework.network.referrals import Source, offers_to_choose, recipient_of, refer, referrals_of
from zwk_barrier.model import LocalOffer, Referral
from zwk_barrier.problems import InputProblem, NotFound
from zwk_barrier.store.office import OfficeStore

DAY = date(2026, 11, 23)


@pytest.fixture
def directory(office: OfficeStore) -> dict[str, UUID]:
    """Three offers."""
    made: dict[str, dict[str, object]] = {
        "müller": {
            "name": "Nachbarn Müller",
            "kind": "ehrenamt",
            "area": "1",
            "is_step_free": True,
            "languages": ["tr"],
        },
        "pflege": {"name": "Pflegestützpunkt", "kind": "pflegestuetzpunkt", "phone": "030 23125050"},
        "treff": {"name": "Treff am Markt", "kind": "begegnung", "area": "2.1", "ended_on": date(2026, 1, 1)},
    }
    return {key: begin_offer(office, DAY, **values)[1] for key, values in made.items()}


def found(office: OfficeStore, **wanted: object) -> list[str | None]:
    with office.reading() as session:
        return [one.name for one in find_offers(session, OfferFilter(**wanted), DAY)]  # type: ignore[arg-type] # as typed


@pytest.mark.usefixtures("directory")
@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        ({}, ["Nachbarn Müller", "Pflegestützpunkt"]),
        ({"words": "mueller"}, ["Nachbarn Müller"]),
        ({"words": "ehrenamt"}, ["Nachbarn Müller"]),
        ({"words": "2312505"}, ["Pflegestützpunkt"]),
        ({"area": "1.2"}, ["Nachbarn Müller", "Pflegestützpunkt"]),
        ({"language": "tr"}, ["Nachbarn Müller"]),
        ({"step_free": True}, ["Nachbarn Müller"]),
        ({"kind": "begegnung"}, []),
        ({"kind": "begegnung", "with_ended": True}, ["Treff am Markt"]),
    ],
)
def test_offers_are_found_as_people_look_for_them(
    office: OfficeStore, wanted: dict[str, object], names: list[str]
) -> None:
    assert found(office, **wanted) == names


def test_an_offer_nobody_looked_at_for_a_year_is_marked_until_somebody_does(
    office: OfficeStore, directory: dict[str, UUID]
) -> None:
    records.keep(office, LocalOffer, directory["pflege"], checked_on=date(2025, 11, 22))
    assert found(office, only_stale=True) == ["Pflegestützpunkt"]
    mark_checked(office, directory["pflege"], DAY)
    assert found(office, only_stale=True) == []


def test_a_year_to_the_day_is_not_too_long() -> None:
    assert not is_stale(LocalOffer(checked_on=date(2025, 11, 23)), DAY)
    assert is_stale(LocalOffer(checked_on=date(2025, 11, 22)), DAY)
    assert is_stale(LocalOffer(checked_on=None), DAY)


def test_a_referral_is_counted_from_a_case_and_from_a_contact(
    office: OfficeStore, directory: dict[str, UUID]
) -> None:
    case = a_case(office, "2026-0001", DAY)
    _changed, contact = begin_contact(office, note="Sucht Hilfe beim Einkauf")
    _changed, first = refer(office, Source(case_id=case), directory["müller"], DAY)
    refer(office, Source(contact_id=contact), directory["müller"], date(2025, 5, 1))
    records.keep(office, Referral, first, outcome="angenommen")
    with office.reading() as session:
        view = load_offer(session, directory["müller"])
    assert (view.referred, view.outcomes, view.years) == (
        2,
        {"angenommen": 1, "offen": 1},
        {2026: 1, 2025: 1},
    )


def test_what_a_contact_was_referred_to_goes_into_its_case(
    office: OfficeStore, directory: dict[str, UUID]
) -> None:
    _changed, contact = begin_contact(office, caller_family_name="Petrova")
    refer(office, Source(contact_id=contact), directory["pflege"], DAY)
    _changed, case = make_case(office, contact)
    with office.reading() as session:
        assert [one.offer.name for one in referrals_of(session, Source(case_id=case))] == ["Pflegestützpunkt"]
        assert any("Pflegestützpunkt" in line.subject for line in case_history(session, case))


def test_an_offer_that_is_gone_takes_nobody(office: OfficeStore, directory: dict[str, UUID]) -> None:
    records.remove(office, LocalOffer, directory["pflege"])
    with pytest.raises(NotFound):
        refer(office, Source(case_id=a_case(office, "2026-0001", DAY)), directory["pflege"], DAY)


def test_nobody_is_referred_tomorrow(office: OfficeStore, directory: dict[str, UUID]) -> None:
    with pytest.raises(InputProblem):
        refer(office, Source(case_id=a_case(office, "2026-0001", DAY)), directory["pflege"], date(2099, 1, 1))


@pytest.mark.usefixtures("directory")
def test_what_has_ended_is_not_offered(office: OfficeStore) -> None:
    with office.reading() as session:
        offered = [label for _id, label in offers_to_choose(session, DAY)]
    assert offered == [
        "Nachbarn Müller · Ehrenamt und Nachbarschaftshilfe",
        "Pflegestützpunkt · Pflegestützpunkt und Pflegeberatung",
    ]


def test_an_envelope_says_each_line_once() -> None:
    offer = LocalOffer(name="Treff", organisation="Treff", address="Am Markt 1, 27570 Bremerhaven")
    assert recipient_of(offer) == "Treff\nAm Markt 1\n27570 Bremerhaven"
