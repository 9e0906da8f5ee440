"""The invented office: believable to the last row, the same for a seed, and of any size."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from tests.builders import TODAY, a_demonstration, an_office
from zwk_barrier.casework.case.find import find
from zwk_barrier.casework.demonstration import build_demonstration
from zwk_barrier.casework.demonstration.dice import Dice
from zwk_barrier.casework.demonstration.names import adult_name, some_background
from zwk_barrier.casework.fields import FIELDS
from zwk_barrier.casework.quality.data_quality import quality_counts
from zwk_barrier.casework.records import clean
from zwk_barrier.casework.team.today import load_today
from zwk_barrier.casework.visit.barriers import barriers
from zwk_barrier.casework.visit.measuring import coverage_of
from zwk_barrier.casework.visit.visits import load_visit
from zwk_barrier.model import (
    Activity,
    CaseFile,
    Contact,
    Deed,
    LocalOffer,
    Measurement,
    OutcomeSurvey,
    Person,
    Photo,
    Quote,
    Record,
    Referral,
    Room,
    StaffMonth,
    Task,
    Visit,
    journaled_tables,
)
from zwk_barrier.reference.areas import load_areas
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.reference.requirement_tables import load_requirements
from zwk_barrier.rules.marks import read_marks
from zwk_barrier.rules.sketch import collisions, from_drawing
from zwk_barrier.store.check import check_office
from zwk_barrier.store.office import OfficeStore

CANNOT_RING = re.compile(
    r"(030 23125|040 66969|069 90009|0221 4710|089 99998)\d{3}|0221 4710 \d{3}|0171 39200\d\d|0152 28817386"
)
PHONE_COLUMNS = ("phone", "phone_other", "caller_phone")


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficeStore]:
    """Sixty cases, as the program shows them."""
    with a_demonstration(tmp_path_factory.mktemp("demonstration") / "office") as store:
        yield store


def rows(store: OfficeStore, record: type[Record]) -> list[dict[str, Any]]:
    """Every row of a table, by column."""
    with store.reading() as session:
        return [dict(row) for row in session.execute(select(*record.__table__.c)).mappings()]


def content(store: OfficeStore) -> Counter[str]:
    """Everything that is kept, without ids and moments of making, which differ from office to office."""
    passing = {"id", "created_at", "barriers", "measures"}
    return Counter(
        f"{record.__tablename__} "
        + repr({n: v for n, v in row.items() if n not in passing and not n.endswith("_id")})
        for record in journaled_tables()
        for row in rows(store, record)
    )


def texts(store: OfficeStore) -> Iterator[str]:
    """Every text in the office."""
    for record in journaled_tables():
        for row in rows(store, record):
            yield from (value for value in row.values() if isinstance(value, str))


def test_every_value_could_have_been_typed(demonstration: OfficeStore) -> None:
    for record in journaled_tables():
        for row in rows(demonstration, record):
            kept = {name: row[name] for name in row if name not in {"id", "created_at", "removed_at"}}
            assert clean(record, kept, TODAY) == kept


def test_every_code_is_one_of_its_list(demonstration: OfficeStore) -> None:
    for record in journaled_tables():
        coded = [
            (name, load_code_list(FIELDS[key].codes))
            for name in record.__table__.c.keys()  # noqa: SIM118 - columns, no dictionary
            if (key := f"{record.__tablename__}.{name}") in FIELDS and FIELDS[key].codes
        ]
        for row in rows(demonstration, record):
            for name, codes in coded:
                found = row[name] if isinstance(row[name], list) else [row[name]]
                assert {str(code) for code in found if code is not None} <= {code.code for code in codes}, (
                    name
                )


def test_phones_cannot_ring_and_mail_goes_nowhere(demonstration: OfficeStore) -> None:
    for record in journaled_tables():
        for row in rows(demonstration, record):
            numbers = [row[column] for column in PHONE_COLUMNS if row.get(column)]
            assert all(CANNOT_RING.fullmatch(number) for number in numbers), numbers
            assert row.get("email") is None or row["email"].endswith("@example.org")


def test_no_text_has_a_gap_left_open(demonstration: OfficeStore) -> None:
    assert [text for text in texts(demonstration) if re.search(r"[{}\[\]]|None|\.\.|  ", text)] == []


def test_dwellings_lie_in_sub_districts_of_the_town(demonstration: OfficeStore) -> None:
    areas = load_areas("bremerhaven")
    with demonstration.reading() as session:
        view = load_today(session, TODAY)
    assert view.visits
    for visit in view.visits:
        area = areas.get(visit.area)
        assert area is not None
        assert area.level == "ortsteil"


def test_what_was_measured_is_asked_for_by_the_visits_profile(demonstration: OfficeStore) -> None:
    with demonstration.reading() as session:
        measured = session.execute(
            select(Visit.profile, Measurement.criterion).join_from(
                Measurement, Visit, Visit.id == _visit_of_measurement()
            )
        ).all()
    assert len(measured) > 1500
    requirements = load_requirements()
    for profile, criterion_id in measured:
        criterion = requirements.get(criterion_id)
        assert criterion is not None
        assert requirements.profile(profile).level_for(criterion)


def _visit_of_measurement() -> Any:
    return select(Room.visit_id).where(Room.id == Measurement.room_id).scalar_subquery()


def test_nothing_has_happened_yet_that_lies_ahead(demonstration: OfficeStore) -> None:
    assert all(row["happened_at"].astimezone().date() < TODAY for row in rows(demonstration, Contact))
    assert all(row["opened_at"].astimezone().date() < TODAY for row in rows(demonstration, CaseFile))
    first = min(row["opened_at"] for row in rows(demonstration, CaseFile))
    assert TODAY - timedelta(days=3 * 365) < first.date() < TODAY - timedelta(days=2 * 365)


def test_something_is_overdue_something_due_today_and_something_this_week(demonstration: OfficeStore) -> None:
    with demonstration.reading() as session:
        today = load_today(session, TODAY)
    due = [row.due_on for row in today.due]
    assert today.tasks.overdue
    assert TODAY in due
    assert any(TODAY < day <= TODAY + timedelta(days=7) for day in due)
    assert today.visits[0].visited_on == TODAY
    assert today.waiting_count


def test_cases_of_every_stage_and_contacts_without_one_are_there(demonstration: OfficeStore) -> None:
    assert {row["status"] for row in rows(demonstration, CaseFile)} == {"open", "waiting", "closed"}
    closed = [row for row in rows(demonstration, CaseFile) if row["status"] == "closed"]
    assert all(row["outcome"] and row["closed_on"] for row in closed)
    assert len({row["outcome"] for row in closed}) > 3
    alone = [row for row in rows(demonstration, Contact) if row["case_id"] is None]
    assert len(alone) == 40
    assert any(row["is_anonymous"] for row in alone)
    assert not any(row["caller_family_name"] for row in alone if row["is_anonymous"])


def test_olga_petrova_is_told_as_everywhere_in_the_handbook(demonstration: OfficeStore) -> None:
    with demonstration.reading() as session:
        [hit, *_others] = find(session, "Petrova", limit=5)
        assert hit.title == "Olga Petrova"
        case = session.get_one(CaseFile, hit.subject_id)
        assert case.number == "2026-0147"
        visit_id = session.scalars(
            select(Visit.id).where(Visit.case_id == case.id, Visit.finished_on.is_not(None))
        ).one()
        view = load_visit(session, visit_id)
    bath = next(room for room in view.rooms if room.room.kind == "bad")
    assert bath.measurements["W04"].value == 63
    assert coverage_of(view).checked > 40
    assert len(view.measures) == 6


def test_her_visit_shows_everything_a_visit_can_have(demonstration: OfficeStore) -> None:
    with demonstration.reading() as session:
        [hit, *_others] = find(session, "Petrova", limit=5)
        query = select(Visit.id).where(Visit.case_id == hit.subject_id, Visit.finished_on.is_not(None))
        view = load_visit(session, session.scalars(query).one())
        quotes = session.scalars(
            select(Quote).where(Quote.measure_id.in_([m.id for m in view.measures]))
        ).all()
    rooms = {room.room.kind: room for room in view.rooms}
    plan = from_drawing(rooms["bad"].room.sketch)
    assert plan is not None
    assert collisions(plan)
    assert [part.name for part in rooms["flur"].parts] == ["Tür zum Bad"]
    assert (len(rooms["bad"].notes), len(view.notes)) == (1, 1)
    assert any(read_marks(photo.marks) for photo in rooms["bad"].photos)
    assert len([one for one in barriers(view) if one.is_wanted]) == 3
    assert len({quote.measure_id for quote in quotes if quote.is_chosen}) > 1
    assert all(measure.barriers and measure.payers for measure in view.measures)


def test_finished_visits_keep_what_they_were_judged_by(demonstration: OfficeStore) -> None:
    finished = [row for row in rows(demonstration, Visit) if row["finished_on"]]
    assert len(finished) > 30
    assert all(row["requirements_digest"] and row["person_then"] for row in finished)


def test_some_dwellings_were_measured_again_and_people_asked_how_it_went(demonstration: OfficeStore) -> None:
    again = [row for row in rows(demonstration, Visit) if row["compared_with_id"]]
    surveys = rows(demonstration, OutcomeSurvey)
    assert len(again) >= 5
    assert len(surveys) > len([one for one in again if one["finished_on"]])
    assert all(1 <= one[name] <= 5 for one in surveys for name in ("safety", "staying", "satisfaction"))


def test_the_journal_the_search_and_the_photos_are_sound(demonstration: OfficeStore) -> None:
    assert check_office(demonstration) == []


def test_undo_does_not_take_the_demonstration_away(demonstration: OfficeStore) -> None:
    with demonstration.reading() as session:
        assert session.scalar(select(func.count()).select_from(Deed).where(~Deed.is_final)) == 0
    assert not demonstration.undo()


def test_photos_show_something_and_say_what(demonstration: OfficeStore) -> None:
    photos = rows(demonstration, Photo)
    assert len(photos) > 40
    assert all(row["caption"] and row["alternative"] for row in photos)
    jpegs = {demonstration.photos.read(row["id"]) for row in photos}
    assert len(jpegs) > 20


def test_people_of_a_small_office_all_have_names_of_their_own(demonstration: OfficeStore) -> None:
    names = [f"{row['given_name']} {row['family_name']}" for row in rows(demonstration, Person)]
    assert len(set(names)) == len(names) == 60


def test_the_same_seed_and_day_give_the_same_content(tmp_path: Path, demonstration: OfficeStore) -> None:
    with an_office(tmp_path / "again") as again:
        build_demonstration(again, 60, 1, TODAY)
        assert content(again) == content(demonstration)


def test_another_seed_gives_other_people(tmp_path: Path, demonstration: OfficeStore) -> None:
    with a_demonstration(tmp_path / "other", cases=20, seed=2) as other:
        known = {row["family_name"] for row in rows(other, Person)}
        assert len(known - {row["family_name"] for row in rows(demonstration, Person)}) > 5


@pytest.mark.parametrize("cases", [1, 3, 7])
def test_a_tiny_office_begins_with_the_well_known_cases(tmp_path: Path, cases: int) -> None:
    with a_demonstration(tmp_path / "office", cases=cases) as store:
        assert len(rows(store, CaseFile)) == cases
        assert "Petrova" in {row["family_name"] for row in rows(store, Person)}


def test_another_day_moves_everything_with_it(tmp_path: Path) -> None:
    day = TODAY.replace(year=2028, month=1, day=3)
    with a_demonstration(tmp_path / "office", cases=10, today=day) as store:
        assert max(row["opened_at"].astimezone().date() for row in rows(store, CaseFile)) < day
        assert any(row["due_on"] == day for row in rows(store, Task))
        assert {row["number"][:4] for row in rows(store, CaseFile)} >= {"2027"}


@pytest.mark.slow
def test_a_large_office_is_leaner_and_its_numbers_stay_four_digits(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    with an_office(tmp_path / "office") as store:
        build_demonstration(store, 2500, 1, TODAY, lambda done, of: told.append((done, of)))
        numbers = [row["number"] for row in rows(store, CaseFile)]
        assert len(numbers) == len(set(numbers)) == 2500
        assert all(re.fullmatch(r"\d{4}-\d{4}", number) for number in numbers)
        assert len(rows(store, Visit)) < 1000
        assert check_office(store) == []
    assert told[-1] == (2500, 2500)
    assert told == sorted(told)


def test_a_large_town_has_many_names() -> None:
    found = set()
    for place in range(10_000):
        dice = Dice(1, "case", place)
        found.add(adult_name(dice, some_background(dice), "w" if dice.chance(66) else "m", 65))
    assert len(found) > 9_600


def test_work_without_a_case_fills_three_years(demonstration: OfficeStore) -> None:
    held = [row["held_on"] for row in rows(demonstration, Activity)]
    assert len(held) > 100
    assert min(held).year == TODAY.year - 3
    assert max(held) < TODAY
    assert {row["kind"] for row in rows(demonstration, Activity)} >= {"sprechstunde", "netzwerk", "presse"}
    assert len(rows(demonstration, StaffMonth)) == 3 * 36


def test_there_are_offers_to_refer_people_to_and_some_were(demonstration: OfficeStore) -> None:
    offers = rows(demonstration, LocalOffer)
    assert len(offers) == 12
    assert any(row["ended_on"] for row in offers)
    assert len(rows(demonstration, Referral)) >= 5


def test_a_few_slips_wait_to_be_mended(demonstration: OfficeStore) -> None:
    with demonstration.reading() as session:
        found = {one.rule.group for one in quality_counts(session, TODAY) if one.doubtful}
    assert found >= {"missing", "impossible", "stale"}
