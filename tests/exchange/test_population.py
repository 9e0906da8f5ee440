"""Files of inhabitants as offices have them: read whole, or refused with the line and the reason."""

import csv
import io
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zwk_barrier.exchange.population import read_population
from zwk_barrier.exchange.population_columns import read_group, read_heading
from zwk_barrier.exchange.population_values import Unreadable, read_day, read_persons
from zwk_barrier.model.population import ReadPopulation
from zwk_barrier.reference.areas import load_areas

AREAS = load_areas("bremerhaven")
TODAY = date(2026, 11, 23)
ORTSTEILE = [area for area in AREAS if area.level == "ortsteil"]
STADTTEILE = [area for area in AREAS if area.level == "stadtteil"]
WIDE = "ortsteil_nr;stichtag;insgesamt;u18;65plus;80plus;quelle"


def read(text: str | bytes, kind: str = "einwohner") -> ReadPopulation:
    content = text if isinstance(text, bytes) else text.encode()
    return read_population(content, AREAS, TODAY, kind)


def wide(**changed: str) -> list[str]:
    """A file of all Ortsteile with 1,000 inhabitants each; ``ot134="…"`` replaces a line."""
    lines = [f"{area.key};31.12.2024;1.000;150;250;70;Melderegister" for area in ORTSTEILE]
    keys = [area.key for area in ORTSTEILE]
    for name, line in changed.items():
        lines[keys.index(name.removeprefix("ot"))] = line
    return [WIDE, *lines]


def problems(text: str | bytes, kind: str = "einwohner") -> list[tuple[int | None, str]]:
    found = read(text, kind)
    assert not found.can_be_taken_in
    assert not found.tables
    return [(problem.line, problem.sentence) for problem in found.problems]


def test_the_file_of_the_office_is_understood() -> None:
    [table] = read("\r\n".join(wide())).tables

    assert (table.counted_on, table.source) == (date(2024, 12, 31), "Melderegister")
    assert table.inhabitants.persons(None) == 24_000
    assert table.inhabitants.persons("13", 65) == 7 * 250
    assert table.inhabitants.persons("134", 65, 79) == 180
    assert table.groups == ((0, None), (0, 17), (65, None), (80, None))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_names_with_umlauts_are_read_in_every_encoding(encoding: str) -> None:
    lines = ["Ortsteil;Einwohner;65 Jahre und älter"]
    lines += [f"{area.name_de} ({area.key});900;200" for area in ORTSTEILE]
    text = "\n".join(line.replace(" (111)", "").replace(" (231)", "") for line in lines)

    [table] = read(text.encode(encoding)).tables

    assert table.inhabitants.persons("121", 65) == 200
    assert table.inhabitants.persons("21") == 4_500


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_every_usual_sign_parts_columns(delimiter: str) -> None:
    text = "\n".join(wide()).replace(".000;", "000;").replace(";", delimiter)

    assert read(text).tables[0].inhabitants.persons(None, 80) == 24 * 70


def test_five_year_groups_by_sex_in_lines_add_up() -> None:
    rows = ["ortsteil;alter_von;alter_bis;geschlecht;anzahl"]
    rows += [
        f"{area.key};{age};{age + 4 if age < 85 else ''};{sex};{10 + age}"
        for area in ORTSTEILE
        for age in range(0, 90, 5)
        for sex in ("m", "w")
    ]

    [table] = read("\n".join(rows)).tables

    assert table.counted_on is None
    assert table.sexes == ("m", "w")
    assert table.inhabitants.persons("111", 85) == 190
    assert table.inhabitants.persons("111", 65) == 2 * (75 + 80 + 85 + 90 + 95)
    assert table.inhabitants.persons("111", 66) is None


def test_columns_of_five_year_groups_are_understood() -> None:
    heads = [f"{age}-{age + 4}" for age in range(45, 85, 5)]
    rows = [f"Stadtteil;Stand;{';'.join(heads)};85+"]
    rows += [f"{area.name_de};2020;{';'.join(['100'] * 8)};60" for area in STADTTEILE]

    [table] = read("\n".join(rows)).tables

    assert table.counted_on == date(2020, 12, 31)
    assert table.level == "stadtteil"
    assert table.inhabitants.persons("11", 65) == 460


def test_a_name_of_a_district_and_its_only_part_follows_the_heading() -> None:
    as_district = read("Stadtteil;65+\n" + "\n".join(f"{area.name_de};9" for area in STADTTEILE))
    as_part = read("Ortsteil;65+\n" + "\n".join(f"{area.name_de};9" for area in ORTSTEILE))

    assert "11" in as_district.tables[0].inhabitants.told_areas
    assert "111" in as_part.tables[0].inhabitants.told_areas


def test_keys_with_the_offices_trailing_zero_are_the_same_areas() -> None:
    text = "ot;65+\n" + "\n".join(f"{area.key}0;9" for area in ORTSTEILE)

    assert read(text).tables[0].inhabitants.persons("134", 65) == 9


def test_keys_that_lost_their_zero_in_a_spreadsheet_are_found() -> None:
    region = load_areas("kreis_dueren")
    keys = [area.key for area in region if area.level == "gemeinde"]
    text = "AGS;65+\n" + "\n".join(f"{key.lstrip('0')};9" for key in keys)

    [table] = read_population(text.encode(), region, TODAY).tables

    assert table.inhabitants.persons(None, 65) == 9 * 15


def test_the_town_and_its_district_of_the_same_name_are_told_apart() -> None:
    region = load_areas("kreis_dueren")
    names = [area.name_de for area in region if area.level == "gemeinde"]
    text = "Gemeinde;65+\n" + "\n".join(f"{name};9" for name in names) + "\nKreis Düren;135"

    [table] = read_population(text.encode(), region, TODAY).tables

    assert table.inhabitants.persons("05358008", 65) == 9
    assert table.inhabitants.persons(None, 65) == 135


def test_a_right_total_is_recognised_and_told() -> None:
    found = read("\n".join([*wide(), "Insgesamt;;24.000;3600;6000;1680;"]))

    assert found.can_be_taken_in
    assert "Summenzeilen erkannt und nachgerechnet: Zeile 26." in [note.sentence for note in found.notes]


def test_a_wrong_total_keeps_the_file_out() -> None:
    assert problems(
        "\n".join([*wide(), "Stadt Bremerhaven;31.12.2024;24.100;3600;6000;1680;Melderegister"])
    ) == [(26, "Bremerhaven, insgesamt: Die Summe 24.100 stimmt nicht; die Teile ergeben 24.000.")]


def test_a_total_of_rounded_numbers_may_miss_their_sum_by_rounding() -> None:
    assert read("\n".join([*wide(), "Insgesamt;31.12.2024;24.005;3600;6000;1680;Melderegister"])).tables


def test_two_sources_of_one_day_become_two_tables() -> None:
    other = [line.replace("Melderegister", "Fortschreibung").replace("1.000", "950") for line in wide()[1:]]

    tables = read("\n".join([*wide(), *other])).tables

    assert [(table.source, table.inhabitants.persons(None)) for table in tables] == [
        ("Melderegister", 24_000),
        ("Fortschreibung", 22_800),
    ]


def test_titles_above_and_footnotes_below_are_left_out() -> None:
    text = "\n".join(
        ["Bevölkerung nach Ortsteilen;;;;;;", "", *wide(), "Quelle: Statistikstelle, eigene Berechnung;;;;;;"]
    )

    found = read(text)

    assert found.can_be_taken_in
    assert [note.line for note in found.notes] == [28]


def test_shares_are_never_read() -> None:
    text = "\n".join(f"{line};{'Anteil 65+' if place == 0 else '25,0'}" for place, line in enumerate(wide()))

    found = read(text)

    assert found.can_be_taken_in
    assert "Anteile werden berechnet, nicht eingelesen: Anteil 65+." in found.notes[0].sentence


BROKEN = [
    ("134;31.12.2024;1.000;150;250;70;Amt;1", "Hier stehen 8 Spalten, in der Kopfzeile nur 7."),
    ("Klein-Paris;31.12.2024;1.000;150;250;70;Amt", "„Klein-Paris“ ist kein Ortsteil oder Stadtteil von Bremerhaven."),
    ("134;31.13.2024;1.000;150;250;70;Amt", "„31.13.2024“ ist kein Stichtag."),
    ("134;31.12.2024;tausend;150;250;70;Amt", "Spalte „insgesamt“: „tausend“ ist keine Anzahl."),
    ("134;31.12.2024;-1000;150;250;70;Amt", "Spalte „insgesamt“: „-1000“ ist keine Anzahl."),
    ("134;31.12.2024;1,000;150;250;70;Amt", "Spalte „insgesamt“: „1,000“ kann eine Zahl mit Tausenderzeichen oder"),
    ("134;31.12.2024;1.000;150;25,5;70;Amt", "Spalte „65plus“: „25,5“ ist keine ganze Zahl."),
    ("134;31.12.2024;;;;;Amt", "Hier stehen keine Zahlen."),
    (";31.12.2024;1.000;150;250;70;Amt", "Hier fehlt der Ortsteil."),
    ("134;31.12.2030;1.000;150;250;70;Amt", "Der Stichtag 31.12.2030 liegt in der Zukunft."),
]  # fmt: skip


@pytest.mark.parametrize(("line", "sentence"), BROKEN)
def test_what_is_broken_is_told_with_its_line(line: str, sentence: str) -> None:
    [first, *_more] = problems("\n".join(wide(ot134=line)))

    assert first[0] == 9
    assert first[1].startswith(sentence)


def test_parts_that_are_more_than_the_whole_are_told() -> None:
    text = "\n".join(wide(ot134="134;31.12.2024;1.000;150;250;270;Melderegister"))

    assert problems(text)[0][1] == "Goethestraße (Lehe): ab 80 sind mit 270 mehr als „ab 65“ mit 250."


def test_the_same_area_twice_names_both_lines() -> None:
    text = "\n".join([*wide(), "134;31.12.2024;1.000;150;250;70;Melderegister"])

    assert problems(text) == [(26, "Goethestraße (Lehe), insgesamt: steht schon in Zeile 9.")]


def test_a_missing_area_is_named() -> None:
    assert problems("\n".join(line for line in wide() if not line.startswith("134"))) == [
        (
            None,
            "Lehe: In der Datei fehlt Goethestraße (Lehe). Ergänzen Sie das, mit 0, wenn dort niemand wohnt.",
        )
    ]


def test_places_in_care_homes_need_not_stand_for_every_area() -> None:
    [table] = read("Ortsteil;Plätze\n134;120\n241;80", "heimplaetze").tables

    assert table.inhabitants.persons("134") == 120


def test_a_lost_line_of_a_long_table_is_named() -> None:
    rows = ["ortsteil;altersgruppe;anzahl"]
    rows += [f"{area.key};{group};5" for area in ORTSTEILE for group in ("0-64", "65-79", "80+")]
    rows.remove("134;65-79;5")

    [(line, sentence)] = problems("\n".join(rows))

    assert sentence == ("Goethestraße (Lehe): Es fehlt die Altersgruppe 65–79. Ergänzen Sie sie, auch mit 0.")
    assert line == 24


def test_a_projection_may_lie_ahead_and_have_parts_of_people() -> None:
    [table] = read("Gebiet;Jahr;65+;80+\nBremerhaven;2040;31.250,6;9.800", "prognose").tables

    assert table.inhabitants.persons(None, 65) == 31_251


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "leer"),
        (b"PK\x03\x04 workbook", "Excel"),
        (b"a;b;c\n1;2;3", "Kopfzeile"),
        (b'Ortsteil;65+\n"134;5', "Anführungszeichen"),
        (b"Ortsteil;65+\n", "keine Zahlen"),
        (b"\x00\x01\x02\x03;\x04", "lesbare"),
        (WIDE.encode(), "keine Zahlen"),
    ],
)
def test_a_file_that_is_none_is_refused_with_a_reason(content: bytes, word: str) -> None:
    assert word in problems(content)[0][1]


@pytest.mark.parametrize(
    ("heading", "ages"),
    [
        ("u18", (0, 17)),
        ("unter 18 Jahre", (0, 17)),
        ("65plus", (65, None)),
        ("65 Jahre und älter", (65, None)),
        ("65 u. ä.", (65, None)),
        ("65-Jährige und Ältere", (65, None)),
        ("Ü65", (65, None)),
        ("ab 80", (80, None)),
        ("100 und mehr", (100, None)),
        ("65–69", (65, 69)),
        ("65 bis unter 70", (65, 69)),
        ("65 b. u. 70 J.", (65, 69)),
        ("alter_65_69", (65, 69)),
        ("7", (7, 7)),
    ],
)
def test_ages_are_read_as_offices_write_them(heading: str, ages: tuple[int, int | None]) -> None:
    group = read_group(heading)

    assert group is not None
    assert (group.first, group.last) == ages


@pytest.mark.parametrize(("heading", "sex"), [("65-69 m", "m"), ("Frauen 80+", "w"), ("insgesamt_w", "w")])
def test_the_sex_of_a_column_is_read(heading: str, sex: str) -> None:
    assert read_heading(heading).sex == sex


@given(st.integers(0, 9_999_999))
def test_a_number_is_read_however_its_thousands_are_parted(count: int) -> None:
    for sign in (".", " ", "'", ""):
        assert read_persons(f"{count:,}".replace(",", sign)) == count


@given(st.text(max_size=12))
def test_a_cell_is_a_number_nothing_or_refused(text: str) -> None:
    persons: int | None = None
    with suppress(Unreadable):
        persons = read_persons(text)

    assert persons is None or persons >= 0


@given(st.dates(date(1950, 1, 1), date(2100, 12, 31)))
def test_every_day_is_read_in_both_ways_of_writing(day: date) -> None:
    assert read_day(f"{day:%d.%m.%Y}") == read_day(day.isoformat()) == day


@given(st.binary(max_size=400))
def test_no_file_at_all_makes_the_reader_fail(content: bytes) -> None:
    found = read(content)

    assert found.can_be_taken_in != bool(found.problems)


@given(
    st.lists(
        st.lists(st.text(alphabet='0123456789.;,-+"\n abzäuß65plus', max_size=12), max_size=8), max_size=8
    )
)
def test_no_table_is_taken_in_by_halves(rows: list[list[str]]) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows([["ortsteil", "stichtag", "65plus", "80plus"], *rows])

    found = read(out.getvalue())

    assert bool(found.tables) != bool(found.problems)


@given(
    st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 5000)), min_size=24, max_size=24),
    st.sampled_from([";", "\t"]),
    st.sampled_from(["utf-8-sig", "cp1252"]),
    st.randoms(use_true_random=False),
)
def test_what_was_written_is_read_again(
    counts: list[tuple[int, int]], delimiter: str, encoding: str, chance: object
) -> None:
    lines = [
        f"{area.key};{young + old:,};{old:,}".replace(",", ".")
        for area, (young, old) in zip(ORTSTEILE, counts, strict=True)
    ]
    getattr(chance, "shuffle")(lines)  # noqa: B009 - the strategy's own class has no type
    text = "\n".join(["Ortsteil;Einwohner;65+", *lines]).replace(";", delimiter)

    [table] = read(text.encode(encoding)).tables

    for area, (young, old) in zip(ORTSTEILE, counts, strict=True):
        assert table.inhabitants.persons(area.key, 65) == old
        assert table.inhabitants.persons(area.key, 0, 64) == young
    assert table.inhabitants.persons(None, 65) == sum(old for _young, old in counts)


@given(st.integers(1, 24), st.integers(1, 500))
def test_one_changed_number_never_passes_under_a_total(place: int, by: int) -> None:
    lines = [f"{area.key};{1_001 + number}" for number, area in enumerate(ORTSTEILE)]
    total = sum(int(line.partition(";")[2]) for line in lines)
    key, _sign, count = lines[place - 1].partition(";")
    lines[place - 1] = f"{key};{int(count) + by}"

    assert not read("\n".join(["Ortsteil;Einwohner", *lines, f"Insgesamt;{total}"])).can_be_taken_in
