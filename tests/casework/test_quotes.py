"""Quotes: several a measure, compared with the estimate; the chosen one counts in every sum."""

from datetime import date
from uuid import UUID

import pytest

from tests.casework.visiting import plan
from zwk_barrier.casework import records
from zwk_barrier.casework.case.cases import load_case
from zwk_barrier.casework.case.history import case_history
from zwk_barrier.casework.plan import measures, quotes
from zwk_barrier.model import Measure, Quote
from zwk_barrier.problems import InputProblem, NotFound
from zwk_barrier.store.office import OfficeStore

TODAY = date(2026, 11, 23)


def a_shower(office: OfficeStore) -> UUID:
    """A measure estimated at 5,000 to 12,000 euros."""
    case_id, visit_id = plan(office)
    return measures.recommend(
        office, case_id, visit_id=visit_id, title="Dusche", cost_low=500_000, cost_high=1_200_000
    )[1]


def kept(office: OfficeStore, measure_id: UUID) -> tuple[Measure, tuple[Quote, ...]]:
    with office.reading() as session:
        measure = records.get(session, Measure, measure_id)
        return measure, quotes.quotes_of(session, [measure]).get(measure_id, ())


def price(office: OfficeStore, measure_id: UUID) -> int | None:
    return kept(office, measure_id)[0].cost_quoted


def chosen(office: OfficeStore, measure_id: UUID) -> list[str | None]:
    return [quote.company for quote in kept(office, measure_id)[1] if quote.is_chosen]


def two_quotes(office: OfficeStore) -> tuple[UUID, UUID, UUID]:
    measure_id = a_shower(office)
    _changed, first = quotes.add_quote(office, measure_id, company="Bad & Söhne", amount=1_235_000)
    _changed, second = quotes.add_quote(office, measure_id, company="Rohr AG", amount=980_000)
    return measure_id, first, second


def test_quotes_stand_in_the_order_they_came_and_none_counts_at_first(office: OfficeStore) -> None:
    measure_id, _first, _second = two_quotes(office)

    assert [quote.company for quote in kept(office, measure_id)[1]] == ["Bad & Söhne", "Rohr AG"]
    assert (chosen(office, measure_id), price(office, measure_id)) == ([], None)


def test_only_one_quote_is_chosen_and_its_amount_is_the_price(office: OfficeStore) -> None:
    measure_id, first, second = two_quotes(office)

    quotes.choose_quote(office, measure_id, first)
    quotes.choose_quote(office, measure_id, second)

    assert chosen(office, measure_id) == ["Rohr AG"]
    assert price(office, measure_id) == 980_000


def test_choosing_none_and_undo_go_back_to_the_estimate_and_to_the_quote(office: OfficeStore) -> None:
    measure_id, first, _second = two_quotes(office)
    quotes.choose_quote(office, measure_id, first)

    quotes.choose_quote(office, measure_id, None)
    assert (chosen(office, measure_id), price(office, measure_id)) == ([], None)

    office.undo()
    assert (chosen(office, measure_id), price(office, measure_id)) == (["Bad & Söhne"], 1_235_000)


def test_the_price_follows_the_amount_of_the_chosen_quote_in_one_deed(office: OfficeStore) -> None:
    measure_id, first, second = two_quotes(office)
    quotes.choose_quote(office, measure_id, first)

    quotes.keep_quote(office, second, {"amount": 100})
    assert price(office, measure_id) == 1_235_000
    quotes.keep_quote(office, first, {"amount": 1_100_000})
    assert price(office, measure_id) == 1_100_000

    office.undo()
    assert price(office, measure_id) == 1_235_000
    assert kept(office, measure_id)[1][0].amount == 1_235_000


def test_a_chosen_quote_that_is_removed_counts_no_more_until_undo(office: OfficeStore) -> None:
    measure_id, first, _second = two_quotes(office)
    quotes.choose_quote(office, measure_id, first)

    quotes.remove_quote(office, first)
    assert (chosen(office, measure_id), price(office, measure_id)) == ([], None)

    office.undo()
    assert (chosen(office, measure_id), price(office, measure_id)) == (["Bad & Söhne"], 1_235_000)


def test_a_quote_that_is_gone_cannot_be_chosen(office: OfficeStore) -> None:
    measure_id, first, _second = two_quotes(office)
    quotes.remove_quote(office, first)

    with pytest.raises(NotFound):
        quotes.choose_quote(office, measure_id, first)


@pytest.mark.parametrize("values", [{"amount": -1}, {"quoted_on": date(2999, 1, 1)}])
def test_what_cannot_be_is_refused(office: OfficeStore, values: dict[str, object]) -> None:
    with pytest.raises(InputProblem):
        quotes.add_quote(office, a_shower(office), **values)


def test_a_quote_does_not_expire_before_it_was_written(office: OfficeStore) -> None:
    measure_id = a_shower(office)
    _changed, quote_id = quotes.add_quote(office, measure_id, quoted_on=date(2026, 11, 20))

    with pytest.raises(InputProblem):
        quotes.keep_quote(office, quote_id, {"valid_until": date(2026, 11, 19)})
    assert kept(office, measure_id)[1][0].valid_until is None


def test_the_history_of_the_case_names_the_quote(office: OfficeStore) -> None:
    measure_id, first, _second = two_quotes(office)
    quotes.choose_quote(office, measure_id, first)
    with office.reading() as session:
        case_id = records.get(session, Measure, measure_id).case_id
        told = [(line.subject, line.field, line.after) for line in case_history(session, case_id)]

    assert ("Angebot „Bad & Söhne“", "Gewählt", "Ja") in told


def test_every_measure_of_a_case_gets_its_own_quotes(office: OfficeStore) -> None:
    measure_id, _first, _second = two_quotes(office)
    with office.reading() as session:
        view = load_case(session, records.get(session, Measure, measure_id).case_id)
    _changed, other = measures.recommend(office, view.case.id, title="Griff")
    quotes.add_quote(office, other, company="Metallbau Lehe")
    with office.reading() as session:
        found = quotes.quotes_of(session, load_case(session, view.case.id).measures)

    assert [quote.company for quote in found[other]] == ["Metallbau Lehe"]
    assert len(found[measure_id]) == 2


def compared(
    amount: int | None, low: int | None, high: int | None, valid: date | None = None
) -> quotes.ComparedQuote:
    measure = Measure(title="Dusche", cost_low=low, cost_high=high)
    return quotes.compare(measure, [Quote(amount=amount, valid_until=valid)], TODAY).quotes[0]


@pytest.mark.parametrize(
    ("amount", "low", "high", "difference", "percent", "words"),
    [
        (1_235_000, 500_000, 1_200_000, 35_000, 3, "350 € über der Schätzung (3 %)"),
        (1_200_000, 500_000, 1_200_000, 0, 0, "in der Spanne der Schätzung"),
        (500_000, 500_000, 1_200_000, 0, 0, "in der Spanne der Schätzung"),
        (450_000, 500_000, 1_200_000, -50_000, -10, "500 € unter der Schätzung (10 %)"),
        (900, None, 800, 100, 12, "1 € über der Schätzung (12 %)"),
        (5_000, 0, 0, 5_000, None, "50 € über der Schätzung"),
        (900, 800, None, 100, 12, "1 € über der Schätzung (12 %)"),
        (900, None, None, None, None, ""),
        (None, 800, 900, None, None, ""),
    ],
)
def test_a_quote_is_told_by_how_far_it_lies_off_the_estimate(
    amount: int | None,
    low: int | None,
    high: int | None,
    difference: int | None,
    percent: int | None,
    words: str,
) -> None:
    it = compared(amount, low, high)

    assert (it.difference, it.percent) == (difference, percent)
    assert quotes.difference_in_words(it).replace("\N{NO-BREAK SPACE}", " ") == words


@pytest.mark.parametrize(
    ("until", "is_expired", "words"),
    [
        (date(2026, 11, 22), True, "abgelaufen am 22.11."),
        (TODAY, False, "nur noch heute gültig"),
        (date(2026, 11, 24), False, "noch 1 Tag gültig"),
        (date(2026, 12, 5), False, "noch 12 Tage gültig"),
        (None, False, ""),
    ],
)
def test_a_quote_is_valid_up_to_and_on_its_last_day(until: date | None, is_expired: bool, words: str) -> None:
    it = compared(900, None, None, until)

    assert it.is_expired is is_expired
    assert quotes.validity_in_words(it, TODAY) == words


def priced(*amounts: int | None, expired: int | None = None) -> quotes.QuoteComparison:
    offered = [Quote(company=f"Firma {place}", amount=amount) for place, amount in enumerate(amounts)]
    if expired is not None:
        offered[expired].valid_until = date(2026, 1, 31)
    return quotes.compare(Measure(title="Dusche"), offered, TODAY)


@pytest.mark.parametrize(
    ("comparison", "cheapest", "spread"),
    [
        (priced(), None, None),
        (priced(900), None, None),
        (priced(900, None), None, None),
        (priced(900, 700, 800), "Firma 1", 200),
        (priced(700, 700), "Firma 0", 0),
        (priced(900, 700, 800, expired=1), "Firma 2", 100),
        (priced(900, 700, expired=1), None, None),
    ],
)
def test_the_cheapest_is_told_of_two_and_is_one_that_still_stands(
    comparison: quotes.QuoteComparison, cheapest: str | None, spread: int | None
) -> None:
    assert (comparison.cheapest and comparison.cheapest.company) == cheapest
    assert comparison.spread == spread


def test_the_comparison_reads_as_a_sentence() -> None:
    words = quotes.comparison_in_words(priced(1_235_000, 980_000)).replace("\N{NO-BREAK SPACE}", " ")

    assert words == "Am günstigsten: Firma 1, 9.800 €. Die Angebote liegen 2.550 € auseinander."
    assert quotes.comparison_in_words(priced(5, 5)) == "Alle Angebote nennen denselben Betrag."
    assert quotes.comparison_in_words(priced(5)) == ""
