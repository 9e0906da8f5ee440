"""Every shipped programme can be looked up in words: no code, no gap, nothing that promises."""

from datetime import date

import pytest

from zwk_barrier.casework.payers.deadline_rule_views import rule_rows
from zwk_barrier.casework.payers.programme_views import ProgrammeView, programme_lines, programme_view
from zwk_barrier.casework.payers.programme_words import field_title
from zwk_barrier.problems import NotFound
from zwk_barrier.reference.programme import FIELDS
from zwk_barrier.reference.programmes import load_programmes
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import use_language

TODAY = date(2026, 11, 23)


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def view(office: OfficeStore, code: str) -> ProgrammeView:
    with office.reading() as session:
        return programme_view(session, code, TODAY)


def test_every_programme_is_told_in_words_without_a_code(office: OfficeStore) -> None:
    for one in load_programmes():
        found = view(office, one.code)
        told = [row.title for row in found.values] + list(found.evidence) + [found.line.text()]
        assert found.values, one.code
        assert not [text for text in told if "_" in text], one.code


def test_every_field_that_can_change_has_a_name() -> None:
    names = [field_title(field) for field in FIELDS]
    assert len(set(names)) == len(names)


def test_grants_come_first_and_rights_last(office: OfficeStore) -> None:
    with office.reading() as session:
        kinds = [line.kind for line in programme_lines(session, TODAY)]
    assert kinds[0] == "Zuschuss"
    assert kinds.index("Darlehen") < kinds.index("Anspruch ohne Geld")


def test_a_closed_programme_says_so_and_an_unclear_one_is_to_be_checked(office: OfficeStore) -> None:
    with office.reading() as session:
        lines = {line.code: line for line in programme_lines(session, TODAY)}
    assert lines["KFW-455-B"].state == "geschlossen"
    assert lines["STIFT"].is_uncertain


def test_lump_sums_are_told_from_the_least_to_the_most(office: OfficeStore) -> None:
    # § 33b Abs. 3 EStG: 384 Euro at GdB 20, 7.400 Euro for helpless and blind people
    assert plain(view(office, "ESTG-33B").line.amounts) == "Pauschbeträge von 384 € bis 7.400 €"


def test_the_periods_of_paragraph_40_have_their_editions(office: OfficeStore) -> None:
    rows = view(office, "SGB11-40-4").periods
    decision = [row for row in rows if row.title == "Entscheidung der Pflegekasse"]
    # § 40 Abs. 7 SGB XI: three weeks, five when somebody is involved for checking
    assert {row.length for row in decision} == {"3 Wochen, mit Beteiligung 5 Wochen"}
    assert decision[0].begin == "01.01.2026"
    assert not [row for row in rows if "Nachweis" in row.title]


def test_the_proof_period_is_that_of_the_programme(office: OfficeStore) -> None:
    (proof,) = [row for row in view(office, "KFW-455-B").periods if row.title == "Nachweis einreichen"]
    assert proof.length == "36 Monate"


def test_a_programme_without_periods_has_none() -> None:
    one = next(one for one in load_programmes() if one.procedure.deadline_rule == "none")
    assert [row for row in rule_rows(one.procedure) if row.title != "Nachweis einreichen"] == []


def test_an_unknown_programme_is_not_found(office: OfficeStore) -> None:
    with pytest.raises(NotFound):
        view(office, "SGB99")


def test_in_english_no_german_title_stands(office: OfficeStore) -> None:
    use_language("en")
    try:
        assert view(office, "SGB11-40-4").line.title == "Home adaptation grant (care fund)"
    finally:
        use_language("de")
