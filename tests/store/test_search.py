"""Finding a case by whatever is known of it, and not finding what is gone."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.finding import found, titles
from tests.store.offices import add_case
from zwk_barrier.model import Activity, Application, CaseFile, Contact, LocalOffer
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.store.search import find


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("olga petrova", "Olga Petrova"),
        ("PETROVA, Olga", "Olga Petrova"),
        ("petr", "Olga Petrova"),
        ("ol pe", "Olga Petrova"),
        ("petrova goethe", "Olga Petrova"),
        ("müller", "Jürgen Müller"),
        ("mueller", "Jürgen Müller"),
        ("Muller", "Jürgen Müller"),
        ("juergen mülle", "Jürgen Müller"),
        ("weiss", "Käthe Weiß"),
        ("WEISS kaethe", "Käthe Weiß"),
        ("ayse yilmaz", "Ayşe Yılmaz"),
        ("AYŞE", "Ayşe Yılmaz"),
        ("kowalska", "Zofia Wiśniewska-Kowalska"),
        ("wisniewska", "Zofia Wiśniewska-Kowalska"),
        ("maier", "Gerd Meyer"),
        ("Gert Meier", "Gerd Meyer"),
        ("petrowa", "Olga Petrova"),
        ("petorva", "Olga Petrova"),
        ("ptrvoa", "Olga Petrova"),
        ("olga pwtrove", "Olga Petrova"),
        ("Mullre Jürgen", "Jürgen Müller"),
        ("wisnewska kowalksa", "Zofia Wiśniewska-Kowalska"),
        ("kowlas", "Zofia Wiśniewska-Kowalska"),
    ],
)
def test_a_name_is_found_however_it_is_written(known: OfficeStore, typed: str, name: str) -> None:
    assert titles(known, typed)[0] == name


def test_half_a_name_is_no_hit_when_the_other_half_is_another(known: OfficeStore) -> None:
    assert titles(known, "jürgen xqzzt") == []


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("2026-0147", "Olga Petrova"),
        ("2026/147", "Olga Petrova"),
        ("26-147", "Olga Petrova"),
        ("20260147", "Olga Petrova"),
        ("2025-0147", "Gerd Meyer"),
        ("25-147", "Gerd Meyer"),
        ("1040", "Zofia Wiśniewska-Kowalska"),
        ("0171 3920012", "Olga Petrova"),
        ("01713920012", "Olga Petrova"),
        ("+49 171 3920012", "Olga Petrova"),
        ("0049-171/392.00.12", "Olga Petrova"),
        ("0171 39", "Olga Petrova"),
        ("20012", "Olga Petrova"),
        ("3920012", "Olga Petrova"),
        ("0221 4710815", "Jürgen Müller"),
        ("+49 (0)221 4710815", "Jürgen Müller"),
        ("4710815", "Jürgen Müller"),
        ("030 23125", "Käthe Weiß"),
        ("(030) 23125-007", "Käthe Weiß"),
        ("müller 0815", "Jürgen Müller"),
    ],
)
def test_any_number_finds_its_case(known: OfficeStore, typed: str, name: str) -> None:
    assert titles(known, typed)[0] == name


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("goethestr. 41", "Olga Petrova"),
        ("Goethe-Straße 41", "Olga Petrova"),
        ("goethestrasse 410", "Zofia Wiśniewska-Kowalska"),
        ("smidtstraße", "Jürgen Müller"),
        ("Bgm Smidt", None),
        ("smidt str 7a", "Jürgen Müller"),
        ("hafenstraße", "Käthe Weiß"),
        ("hafen 112", "Käthe Weiß"),
        ("lange str", "Gerd Meyer"),
        ("leher tor", "Ayşe Yılmaz"),
        ("ivan petrow", "Olga Petrova"),
        ("nordlicht", "Gerd Meyer"),
    ],
)
def test_a_street_and_somebody_around_the_case_are_found(
    known: OfficeStore, typed: str, name: str | None
) -> None:
    assert titles(known, typed)[:1] == ([name] if name else [])


@pytest.mark.parametrize("typed", ["", " ", "o", "-", "4", "?!", "+", "…", "\x00"])
def test_too_little_finds_nothing(known: OfficeStore, typed: str) -> None:
    assert titles(known, typed) == []


def test_the_exact_name_stands_before_longer_ones_and_other_words(office: OfficeStore) -> None:
    add_case(office, "Rita Lang", "2026-0001")
    add_case(office, "Rita Langer", "2026-0002")
    add_case(office, "Rita Becker", "2026-0003", related="Herr Lang")
    add_case(office, "Rita Krause", "2026-0004", street="Lange Straße")

    assert titles(office, "lang") == ["Rita Lang", "Rita Langer", "Rita Becker", "Rita Krause"]


def test_with_many_alike_the_exact_ones_come_first_and_then_the_newest(office: OfficeStore) -> None:
    for count in range(30):
        add_case(
            office, f"Person{'en' * (count % 2)} Nummer", f"2026-{count:04d}", phone=f"0171 39200{count:02d}"
        )

    hits = found(office, "person nummer", limit=5)

    assert [hit.title for hit in hits] == ["Person Nummer"] * 5
    assert [hit.detail for hit in hits] == [f"2026-{count:04d}" for count in (28, 26, 24, 22, 20)]


def test_a_hit_says_what_it_is(known: OfficeStore) -> None:
    hit = found(known, "petrova")[0]

    assert (hit.kind, hit.title, hit.detail) == ("case", "Olga Petrova", "2026-0147 · Goethestraße 41")
    with known.reading() as session:
        assert session.get_one(CaseFile, hit.subject_id).number == "2026-0147"


def test_a_case_without_a_name_is_found_by_its_number(office: OfficeStore) -> None:
    case = add_case(office, "", "2026-0009", street="Hafenstraße", house_number="1")

    hit = found(office, "2026-9")[0]

    assert (hit.subject_id, hit.title, hit.detail) == (case, "2026-0009", "Hafenstraße 1")


def call(office: OfficeStore, **values: object) -> UUID:
    with office.deed("contact_added") as deed:
        contact = Contact(happened_at=datetime(2026, 5, 3, 10, 0, tzinfo=UTC), **values)
        deed.session.add(contact)
        deed.session.flush()
    return contact.id


def test_a_call_without_a_case_is_found_by_name_and_phone(office: OfficeStore) -> None:
    contact = call(office, caller_given_name="Rosa", caller_family_name="Jäger", caller_phone="040 66969123")

    for typed in ("jaeger", "rosa j", "66969123", "040 66969"):
        hit = found(office, typed)[0]
        assert (hit.kind, hit.subject_id, hit.title) == ("contact", contact, "Rosa Jäger")
        assert hit.detail == "Kontakt vom 03.05.2026 · 040 66969123"


def test_a_call_of_which_only_the_phone_is_known_shows_it(office: OfficeStore) -> None:
    call(office, caller_phone="040 66969123")

    assert titles(office, "66969123") == ["040 66969123"]


def test_an_anonymous_call_is_not_found(office: OfficeStore) -> None:
    call(office, caller_family_name="Jäger", is_anonymous=True)
    call(office, area="Lehe")

    assert titles(office, "jäger") == []


def test_a_call_that_became_a_case_is_found_as_the_case_only(office: OfficeStore) -> None:
    contact = call(office, caller_given_name="Rosa", caller_family_name="Jäger")
    case = add_case(office, "Rosa Jäger")
    with office.deed("contact_attached") as deed:
        deed.keep(Contact, contact, case_id=case)

    assert [(hit.kind, hit.subject_id) for hit in found(office, "jäger")] == [("case", case)]


@settings(max_examples=150, deadline=None)
@given(typed=st.text(max_size=30))
def test_nothing_that_can_be_typed_breaks_the_search(shared: OfficeStore, typed: str) -> None:
    for hit in found(shared, typed):
        assert hit.title


@settings(max_examples=100, deadline=None)
@given(typed=st.text(alphabet="\"*:^(){}-+NEAR ORANDT'\\;0147gotheéß", max_size=20))
def test_no_operator_of_the_index_is_reached_by_typing(shared: OfficeStore, typed: str) -> None:
    found(shared, typed)


@pytest.mark.parametrize("typed", ["PK 4711/26-B", "4711/26", "pk4711", "4711 26"])
def test_a_case_is_found_by_the_number_on_the_funds_letter(known: OfficeStore, typed: str) -> None:
    case_id = add_case(known, "Wilma Aktenkundig", "2026-0999")
    with known.deed("application_added") as deed:
        deed.session.add(Application(case_id=case_id, programme="SGB11-40-4", reference="PK4711/26-B"))

    assert titles(known, typed)[0] == "Wilma Aktenkundig"


def test_a_removed_application_takes_its_number_out_of_the_search(known: OfficeStore) -> None:
    case_id = add_case(known, "Wilma Aktenkundig", "2026-0999")
    with known.deed("application_added") as deed:
        application = Application(case_id=case_id, programme="SGB11-40-4", reference="XQ 88123")
        deed.session.add(application)
    assert titles(known, "88123") == ["Wilma Aktenkundig"]
    with known.deed("application_removed") as deed:
        deed.keep(Application, application.id, removed_at=datetime.now(UTC))

    assert titles(known, "88123") == []


def test_offers_and_activities_are_found_by_name_and_phone(office: OfficeStore) -> None:
    with office.deed("local_offer_added") as deed:
        deed.session.add(LocalOffer(name="Pflegestützpunkt Süd", phone="0221 4710310", organisation="Stadt"))
        deed.session.add(
            Activity(title="Vortrag Badumbau", held_on=date(2026, 11, 3), partner="Seniorenbeirat")
        )
    with office.reading() as session:
        assert [hit.kind for hit in find(session, "pflegestuetz")] == ["offer"]
        assert [hit.title for hit in find(session, "4710310")] == ["Pflegestützpunkt Süd"]
        assert [(hit.kind, hit.detail) for hit in find(session, "badumbau")] == [
            ("activity", "03.11.2026 · Seniorenbeirat")
        ]


def test_an_offer_that_was_renamed_or_removed_is_found_no_longer(office: OfficeStore) -> None:
    with office.deed("local_offer_added") as deed:
        offer = LocalOffer(name="Treffpunkt")
        deed.session.add(offer)
    with office.deed("local_offer_kept") as deed:
        deed.keep(LocalOffer, offer.id, name="Begegnung")
    with office.reading() as session:
        assert find(session, "treffpunkt") == []
        assert [hit.title for hit in find(session, "begegnung")] == ["Begegnung"]
    with office.deed("local_offer_removed") as deed:
        deed.keep(LocalOffer, offer.id, removed_at=datetime(2026, 11, 23, tzinfo=UTC))
    with office.reading() as session:
        assert find(session, "begegnung") == []
