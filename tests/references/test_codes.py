"""Every row of every code list is complete, and a code list never fails the screen."""

import re
from datetime import date
from pathlib import Path

import pytest

from zwk_barrier import resources, wording
from zwk_barrier.reference import codes
from zwk_barrier.reference.codes import Code, CodeList, load_code_list

NAMES = sorted(path.stem for path in resources.resource("codes").glob("*.csv"))
EXPECTED = [
    "access_path",
    "activity",
    "activity_kind",
    "age_group",
    "aid",
    "audience",
    "building_age",
    "building_type",
    "care_grade",
    "case_status",
    "channel",
    "communication",
    "consent_form",
    "consent_purpose",
    "consent_state",
    "contact_direction",
    "contact_kind",
    "contact_preference",
    "counselling_type",
    "degree",
    "delivery",
    "disability_mark",
    "disclosure_basis",
    "enquirer",
    "evidence",
    "fall_count",
    "frequency",
    "function",
    "gender",
    "guardianship",
    "hazard",
    "household_form",
    "impairment",
    "income",
    "insurance_type",
    "involvement",
    "land",
    "landlord",
    "language",
    "legal_basis",
    "measure_kind",
    "measure_status",
    "measuring_method",
    "migration",
    "not_done_reason",
    "notice",
    "objection_outcome",
    "occasion",
    "offer_kind",
    "outcome",
    "participant",
    "payer",
    "plan_decision",
    "population_kind",
    "priority",
    "privacy_form",
    "referral_outcome",
    "relation",
    "release_kind",
    "role",
    "room",
    "sending",
    "suitability",
    "survey_time",
    "tenure",
    "topic",
    "trade",
    "urgency",
    "visit_purpose",
    "whereabouts",
]


def test_every_list_a_form_offers_is_there() -> None:
    assert NAMES == EXPECTED


@pytest.mark.parametrize("name", NAMES)
def test_every_code_is_a_slug_with_three_labels_and_its_origin(name: str) -> None:
    for entry in load_code_list(name):
        assert re.fullmatch(r"[a-z0-9_]+|[A-D]|[A-Z]{2}|F[0-2][0-9]", entry.code)
        for label in (entry.label_de, entry.label_en, entry.label_ls):
            assert label == label.strip()
            assert label[0].isupper() or label[0].isdigit() or entry.code == "ag"
        assert entry.source
        assert date(2026, 1, 1) <= entry.checked_on <= date(2027, 1, 1)


@pytest.mark.parametrize("name", NAMES)
def test_no_two_codes_of_a_list_look_alike_on_screen(name: str) -> None:
    for language in ("de", "en", "ls"):
        labels = [entry.label(language) for entry in load_code_list(name)]
        assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("name", NAMES)
def test_easy_to_read_labels_use_no_brackets_and_no_abbreviations(name: str) -> None:
    for entry in load_code_list(name):
        assert re.search(r"[()§/;]|z\. ?B\.", entry.label_ls) is None


@pytest.mark.parametrize("name", NAMES)
def test_the_order_is_the_order_of_the_file(name: str) -> None:
    sorts = [entry.sort for entry in load_code_list(name)]
    assert sorts == sorted(set(sorts))


def test_an_unknown_code_stands_for_itself() -> None:
    enquirers = load_code_list("enquirer")
    assert enquirers.label("klinik_sozialdienst") == "Klinik-Sozialdienst"
    assert enquirers.label("gibt_es_nicht") == "gibt_es_nicht"
    assert enquirers.label(None) == ""


def test_labels_follow_the_language_of_the_screen_unless_asked_otherwise() -> None:
    wording.use_language("en")
    try:
        assert load_code_list("room").label("kueche") == "Kitchen"
        assert load_code_list("room").label("kueche", "de") == "Küche"
    finally:
        wording.use_language("de")


def test_a_code_that_ended_is_not_offered_but_keeps_its_label() -> None:
    old = Code("x", "Alt", "Old", "Alt", 1, None, date(2025, 12, 31), "", "Test", date(2026, 1, 1), {})
    listed = CodeList("test", (old,))
    assert listed.valid_on(date(2025, 12, 31)) == (old,)
    assert listed.valid_on(date(2026, 1, 1)) == ()
    assert listed.label("x") == "Alt"


def test_age_groups_meet_without_gap_and_roll_up_at_60_65_and_80() -> None:
    groups = [entry.extras for entry in load_code_list("age_group") if entry.code != "unbekannt"]
    starts = [int(group["age_from"]) for group in groups]
    ends = [int(group["age_to"]) for group in groups[:-1]]
    assert starts == [0, *(end + 1 for end in ends)]
    assert {60, 65, 80} <= set(starts)


def test_building_ages_meet_without_gap() -> None:
    classes = [entry.extras for entry in load_code_list("building_age") if entry.code != "unbekannt"]
    assert [int(later["year_from"]) for later in classes[1:]] == [
        int(earlier["year_to"]) + 1 for earlier in classes[:-1]
    ]


def test_an_estimate_is_less_exact_than_a_laser() -> None:
    methods = load_code_list("measuring_method")
    tolerance = {entry.code: entry.extras["tolerance_cm"] for entry in methods}
    assert float(tolerance["laser"]) < float(tolerance["zollstock"]) < float(tolerance["geschaetzt"])


def test_every_way_of_access_can_name_who_asked() -> None:
    enquirers = {entry.code for entry in load_code_list("enquirer")}
    assert enquirers <= {entry.code for entry in load_code_list("access_path")}


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("\nflur;", "\nbad;", "code bad comes twice"),
        ("\nflur;", "\nder flur;", "code der flur is no slug"),
        (";2026-11-22", ";", "sort or checked_on is empty"),
        (";Kitchen;", ";;", "label_en is empty"),
    ],
)
def test_a_damaged_code_is_named_with_its_row(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: str, new: str, why: str
) -> None:
    text = resources.resource("codes", "room.csv").read_text(encoding="utf-8")
    (tmp_path / "room.csv").write_text(text.replace(old, new, 1), encoding="utf-8")
    monkeypatch.setattr(codes, "resource", lambda *parts: tmp_path / parts[-1])
    with pytest.raises(ValueError, match=rf"room\.csv, row [0-9]+: {why}"):
        load_code_list.__wrapped__("room")
