"""The visit report says everything the record says, in order, to eyes and ears alike."""

import itertools
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pytest

from tests.reports import records
from tests.reports.listening import Listener
from zwk_barrier.model.visit_report import Letterhead, MeasureLine, PhotoPlate, RoomSection, VisitReport
from zwk_barrier.reports.documents.visit_report import build_visit_report


def listen(record: VisitReport) -> Listener:
    return Listener(build_visit_report(record))


@cache
def heard_of(name: str) -> Listener:
    """The standard reports, set once for all tests that only listen."""
    return listen(getattr(records, name)())


def test_the_report_opens_with_sender_title_person_and_visit() -> None:
    assert [heard.text for heard in heard_of("ordinary").heard][:17] == [
        "Beratungsstelle für Barriereabbau im Wohnbereich",
        "Magistrat der Seestadt Musterhaven, Amt für Menschen mit Behinderung",
        "Hafenstraße 12",
        "27999 Musterhaven",
        "0171 3920012",
        "wohnberatung@musterhaven.example",
        "Bericht über den Hausbesuch am 9. November 2026",
        "Fall 2026-0147 · Erstellt am 11. November 2026",
        "Olga Petrova",
        "Goethestraße 41, 2. Stock",
        "27999 Musterhaven",
        "Der Besuch",
        "Tag und Dauer",
        "9. November 2026, 10:00 Uhr, 70 Minuten",
        "Beratung",
        "Martina Albers",
        "Anwesend",
    ]


def test_the_list_of_contents_names_every_part_and_room() -> None:
    assert heard_of("ordinary").bookmarks() == [
        "Bericht über den Hausbesuch am 9. November 2026",
        "  Der Besuch",
        "  Zusammenfassung",
        "  Zur Person",
        "  Zur Wohnung",
        "  Raum für Raum",
        "    Zugang und Hauseingang",
        "    Bad",
        "    Schlafzimmer",
        "    Küche",
        "  Empfohlene Maßnahmen",
        "  Nächste Schritte",
    ]


def test_a_measured_value_is_read_with_its_requirement_verdict_and_reason() -> None:
    assert heard_of("ordinary").rows(4)[:2] == [
        ["Kriterium", "Gemessen", "Erforderlich", "Ergebnis"],
        [
            "Badtür, lichte Breite",
            "63 cm Zollstock",
            "mindestens 80 cm DIN 18040-2, 4.3.3",
            "nicht erreicht 17 cm zu schmal; Rollator (65 cm) passt nicht",
        ],
    ]


def test_every_verdict_is_told_in_a_word() -> None:
    results = [row[3] for row in heard_of("ordinary").rows(4)]
    for word in ("nicht erreicht", "erreicht", "teilweise erreicht", "nicht geprüft", "entfällt"):
        assert any(result.startswith(word) for result in results)


def test_measures_stand_by_priority_with_cost_ranges_and_their_sum() -> None:
    rows = heard_of("ordinary").rows(5)
    assert [(row[0], row[-1]) for row in rows[1:]] == [
        ("A sofort", "40–150 €"),
        ("A sofort", "5.000–12.000 €"),
        ("B kurzfristig", "1.200,50–3.500 €"),
        ("C mittelfristig", "300–1.500 €"),
        ("D Wunsch", "noch offen"),
        ("Summe Noch offene Kosten sind nicht enthalten.", "6.540,50–17.150 €"),
    ]


def test_the_sum_is_left_out_when_nothing_is_estimated() -> None:
    measure = MeasureLine("Handlauf", "Flur", "", "B", "kurzfristig", None, None)
    assert [row[0] for row in listen(records.ordinary(measures=(measure,))).rows(5)] == [
        "Priorität",
        "B kurzfristig",
    ]


def test_the_chosen_quote_replaces_the_estimate_and_what_was_dropped_costs_nothing() -> None:
    quoted = replace(records.SHOWER, cost_quoted=980_000)
    dropped = replace(records.BOARD, is_dropped=True)
    lift = MeasureLine("Lift", "", "", "B", "kurzfristig", 100_000, 200_000)
    rows = listen(records.ordinary(measures=(quoted, dropped, lift))).rows(5)

    assert [row[-1] for row in rows] == [
        "Kosten",
        "9.800 € laut Angebot",
        "40–150 €",
        "1.000–2.000 €",
        "10.800–11.800 €",
    ]
    assert rows[-1][0] == "Summe Davon 1 von 2 mit Angebot."


def test_next_steps_name_what_who_and_until_when() -> None:
    assert heard_of("ordinary").rows(6)[1:3] == [
        ["Kostenvoranschlag für den Badumbau einholen", "Irina Petrova", "23.11.2026"],
        ["Antrag bei der Pflegekasse begleiten, Entscheidung abwarten", "Martina Albers", "02.12.2026"],
    ]


def test_findings_are_a_list_with_hazard_and_activity() -> None:
    heard = heard_of("ordinary")
    assert [heard.text_of(item) for item in heard.elements("LI")][2] == (
        "• Der Badvorleger liegt lose auf glatten Fliesen. Gefährdung: Hilfe nötig · betrifft: waschen, Toilette"
    )


def test_every_photo_has_its_alternative_its_place_and_a_numbered_caption() -> None:
    heard = heard_of("ordinary")
    figures = heard.elements("Figure")
    assert [str(figure.Alt) for figure in figures][:2] == [
        "Foto: Drei Stufen, Handlauf links",
        "Badtür von innen, das Maßband zeigt 63 Zentimeter",
    ]
    assert all("/BBox" in figure.A[0] for figure in figures)
    assert "Foto 2 · Badtür, lichte Breite 63 cm" in heard.texts("P")


def test_a_photo_without_words_is_still_announced() -> None:
    room = RoomSection("Flur", photos=(PhotoPlate(records.photo(1), "", ""),))
    heard = listen(records.ordinary(rooms=(room,)))
    assert str(heard.elements("Figure")[0].Alt) == "Foto 1: Flur, ohne Beschreibung"


def test_empty_parts_are_told_in_sentences_and_leave_no_empty_table() -> None:
    heard = heard_of("empty")
    assert len(heard.elements("Table")) == 1
    assert heard.texts("P")[1:7] == [
        "Ohne Namen",
        "Eine Zusammenfassung fehlt noch.",
        "Zur Person und zur Wohnung ist nichts weiter festgehalten.",
        "Bei diesem Besuch wurde kein Raum aufgenommen.",
        "Es wurden keine Maßnahmen empfohlen.",
        "Es wurden keine weiteren Schritte vereinbart.",
    ]
    assert heard.texts("P")[-2:] == ["Ort, Datum", "Beratung"]
    assert len(heard.pdf.pages) == 1


def test_one_known_half_of_person_and_dwelling_stands_beside_a_sentence() -> None:
    heard = listen(records.ordinary(person_facts=()))
    assert "Zur Person ist nichts weiter festgehalten." in heard.texts("P")
    assert heard.rows(1)[0] == ["Wohnverhältnis", "Miete, GEWOBA"]


def test_the_closing_note_says_what_the_report_is_not() -> None:
    note = heard_of("ordinary").texts("P")[-3]
    assert note.startswith("Dieser Bericht ist eine Arbeitshilfe.")
    assert "orientieren sich an DIN 18040-2" in note
    assert "keine Zertifizierung" in note


def test_headings_begin_once_and_never_skip_a_level() -> None:
    for name in ("empty", "ordinary", "huge"):
        levels = [int(heard.tag[1]) for heard in heard_of(name).heard if heard.tag[0] == "H"]
        assert levels.count(1) == 1
        assert levels[0] == 1
        assert all(below <= above + 1 for above, below in itertools.pairwise(levels))


def test_every_table_has_scoped_headers_and_rows_of_one_width() -> None:
    heard = heard_of("huge")
    for table in heard.elements("Table"):
        widths = {
            sum(int(cell.A[0].get("/ColSpan", 1)) if "/A" in cell else 1 for cell in row.K)
            for row in heard.elements("TR", table)
        }
        assert len(widths) == 1
        headers = heard.elements("TH", table)
        assert headers
        assert all(header.A[0].Scope in ("/Row", "/Column") for header in headers)


def test_what_is_seen_follows_what_is_heard() -> None:
    heard = heard_of("ordinary")
    seen = "".join("".join(heard.shown()).split())
    at = 0
    for part in heard.heard:
        if text := "".join(part.text.split()):
            at = seen.index(text, at) if text in seen[at:] else at
            assert text in seen, part.text
    assert at > len(seen) * 0.9


def test_no_word_is_lost_in_forty_pages() -> None:
    record = records.huge()
    said = " ".join(heard.text for heard in heard_of("huge").heard)
    assert len(heard_of("huge").pdf.pages) >= 40
    assert record.person in said.replace("\u00ad", "")
    assert sum(len(room.findings) for room in record.rooms) == 200
    for room in record.rooms:
        assert room.note in said
        for finding in room.findings:
            assert f"{finding.text} Gefährdung: {finding.hazard} · betrifft: {finding.activity}" in said


def test_every_page_names_the_case_the_secrecy_and_its_number_as_furniture() -> None:
    heard = heard_of("ordinary")
    pages = heard.shown()
    for number, text in enumerate(pages, start=1):
        assert "Fall 2026-0147 · Sozialgeheimnis – vertraulich" in text
        assert f"Seite {number} von {len(pages)}" in text
    assert not any("Seite" in part.text or "vertraulich" in part.text for part in heard.heard)


def test_the_english_report_is_marked_english_and_writes_dates_and_amounts_so() -> None:
    heard = listen(records.ordinary(language="en"))
    assert str(heard.pdf.Root.Lang) == "en-GB"
    assert "9 November 2026" in heard.texts("H1")[0]
    assert heard.rows(5)[1][-1] == "€40–150"
    assert heard.failures("ua1") == []


def test_the_same_record_gives_the_same_bytes_and_another_day_others() -> None:
    record = records.ordinary()
    first = build_visit_report(record)
    assert build_visit_report(record) == first
    assert build_visit_report(replace(record, printed_on=date(2026, 11, 12))) != first


def test_the_file_knows_its_title_author_and_language() -> None:
    pdf = heard_of("ordinary").pdf
    with pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == "Bericht über den Hausbesuch am 9. November 2026"
        assert metadata["dc:creator"] == ["Beratungsstelle für Barriereabbau im Wohnbereich"]
        assert metadata.pdfa_status == "2A"
    assert str(pdf.Root.Lang) == "de-DE"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle


def test_names_of_many_scripts_are_read_as_they_are_written() -> None:
    names = (*records.NAMES, "محمد علي الأحمد", "فاطمه‌زهرا حسینی", "דוד כהן")
    heard = listen(records.ordinary(person="أولغا بتروفا", participants=names))
    assert all(name in heard.texts("P") for name in names)
    assert "أولغا بتروفا" in heard.texts("P")
    assert [*heard.failures("ua1"), *heard.failures("2a")] == []


@pytest.mark.parametrize(
    "text",
    [
        "\x00\x07\x1b[31m",
        "\ud800 allein",
        "a\u0301\u0323" * 40,
        "<b>&amp;</b> (\\) %",
        "\u202e umgekehrt",
        "Zeile\r\nZeile",
    ],
)
def test_odd_characters_do_no_harm(text: str) -> None:
    heard = listen(records.ordinary(person=text, summary=text, case_number=text, profile=text))
    assert [*heard.failures("ua1"), *heard.failures("2a")] == []


def test_a_character_no_font_has_is_a_visible_box_that_is_still_spoken(
    expect_log: Callable[[str], Any],
) -> None:
    with expect_log(r"no shipped font has U\+5C71"):
        heard = listen(records.ordinary(person="山"))
    assert "山" in heard.texts("P")
    assert [*heard.failures("ua1"), *heard.failures("2a")] == []


def test_a_photo_that_is_none_becomes_a_sentence(expect_log: Callable[[str], Any]) -> None:
    room = RoomSection("Bad", photos=(PhotoPlate(b"no picture", "Tür", "Tür"), records.plate(1, "Wanne")))
    with expect_log("a photo cannot be read"):
        heard = listen(records.ordinary(rooms=(room,)))
    assert "Foto 1 · Tür Das Bild ist nicht lesbar." in heard.texts("P")
    assert len(heard.elements("Figure")) == 1
    assert heard.failures("ua1") == []


def test_a_letterhead_with_a_logo_announces_it(expect_log: Callable[[str], Any]) -> None:
    logo = replace(records.OFFICE, logo_png=records.photo(1, 400, 200))
    heard = listen(records.ordinary(letterhead=logo))
    assert str(heard.elements("Figure")[0].Alt) == f"Logo: {records.OFFICE.office}"
    assert heard.failures("2a") == []
    with expect_log("the logo cannot be read"):
        listen(records.ordinary(letterhead=Letterhead("Beratung", logo_png=b"broken")))


def test_the_program_can_start_without_loading_what_prints() -> None:
    check = (
        "import sys, zwk_barrier.reports.documents.visit_report, zwk_barrier.reports.files;"
        "import zwk_barrier.reports.documents.recovery_sheet;"
        "assert not {'reportlab', 'PIL', 'babel'} & set(sys.modules), sorted(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", check], check=True)


def test_a_source_all_requirements_share_is_told_once() -> None:
    lines = tuple(replace(line, source="DIN 18040-2:2011-09") for line in records.BATH.measured)
    heard = listen(records.ordinary(rooms=(replace(records.BATH, measured=lines),)))
    assert "Alle Anforderungen nach: DIN 18040-2:2011-09." in heard.texts("P")
    assert heard.rows(3)[1][2] == "mindestens 80 cm"


def test_a_criterion_says_first_what_is_measured_then_where() -> None:
    line = replace(records.DOOR, criterion="Innentür: Lichte Breite der Tür")
    room = RoomSection("Bad", measured=(line,))
    assert listen(records.ordinary(rooms=(room,))).rows(3)[1][0] == "Lichte Breite der Tür Innentür"


def test_a_priority_whose_label_names_its_letter_names_it_once() -> None:
    measure = replace(records.BOARD, priority_label="A – sofort")
    assert listen(records.ordinary(measures=(measure,))).rows(5)[1][0] == "A sofort"


def test_a_visit_without_a_day_gets_none_by_its_report() -> None:
    heard = listen(records.ordinary(is_dated=False, time_and_duration=""))
    assert heard.texts("H1") == ["Bericht über den Hausbesuch"]
    assert ["Tag und Dauer", "nicht festgehalten"] in heard.rows(0)
