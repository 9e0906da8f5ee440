"""Quotes for a measure: several, compared with the estimate; the chosen one counts in every sum."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from zwk_barrier.casework.plan.measures import estimate_of
from zwk_barrier.casework.records import clean, get
from zwk_barrier.model import Measure, Quote
from zwk_barrier.problems import InputProblem
from zwk_barrier.rules.typed import format_money
from zwk_barrier.rules.typed.near_dates import format_near_date
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _, ngettext


@dataclass(frozen=True, slots=True)
class ComparedQuote:
    """One quote beside the estimate.

    ``difference`` is in cents: above the estimate's upper end, below its lower one (negative), 0 between
    them, None when either is unknown; ``percent`` is of that end, None when it is nothing.  ``days_left``
    counts the days it is still valid after today, negative when expired, None without a date.
    """

    quote: Quote
    difference: int | None
    percent: int | None
    days_left: int | None

    @property
    def is_expired(self) -> bool:
        """Whether its last day has passed."""
        return self.days_left is not None and self.days_left < 0


@dataclass(frozen=True, slots=True)
class QuoteComparison:
    """The quotes of one measure, in their order.

    ``cheapest`` and ``spread``, the cents between the lowest and the highest, are told of two or more
    with an amount that are still valid; of expired ones only when all have expired.
    """

    quotes: tuple[ComparedQuote, ...]
    cheapest: Quote | None
    spread: int | None
    chosen: Quote | None


def add_quote(store: OfficeStore, measure_id: UUID, **values: object) -> tuple[Changed, UUID]:
    """A further quote at the end of a measure's list; it is not chosen yet."""
    cleaned = clean(Quote, values)
    with store.deed("quote_added") as deed:
        get(deed.session, Measure, measure_id)
        last = deed.session.scalar(select(func.max(Quote.position)).where(Quote.measure_id == measure_id))
        quote = Quote(measure_id=measure_id, position=0 if last is None else last + 1)
        _fill(quote, cleaned)
        deed.session.add(quote)
        deed.session.flush()
    return deed.changed, quote.id


def keep_quote(store: OfficeStore, quote_id: UUID, values: Mapping[str, Any]) -> Changed:
    """Keeps fields of a quote; the price of its measure follows when it is the chosen one."""
    cleaned = clean(Quote, dict(values))
    with store.deed("quote_kept") as deed:
        quote = get(deed.session, Quote, quote_id)
        _fill(quote, cleaned)
        if quote.is_chosen:
            get(deed.session, Measure, quote.measure_id).cost_quoted = quote.amount
    return deed.changed


def choose_quote(store: OfficeStore, measure_id: UUID, quote_id: UUID | None) -> Changed:
    """Makes one quote of a measure the one that counts, with None no one: then the estimate counts again."""
    with store.deed("quote_chosen") as deed:
        measure = get(deed.session, Measure, measure_id)
        measure.cost_quoted = None if quote_id is None else get(deed.session, Quote, quote_id).amount
        for quote in _of_measures(deed.session, [measure_id]):
            quote.is_chosen = quote.id == quote_id
    return deed.changed


def remove_quote(store: OfficeStore, quote_id: UUID) -> Changed:
    """Takes a quote away; when it was the chosen one the estimate counts again, until undo brings it back."""
    with store.deed("quote_removed") as deed:
        quote = get(deed.session, Quote, quote_id)
        if quote.is_chosen:
            quote.is_chosen = False
            get(deed.session, Measure, quote.measure_id).cost_quoted = None
        quote.removed_at = datetime.now(UTC)
    return deed.changed


def quotes_of(session: Session, measures: Iterable[Measure]) -> dict[UUID, tuple[Quote, ...]]:
    """The quotes of these measures by the measure's id, in their order; a measure without any is missing."""
    found: dict[UUID, tuple[Quote, ...]] = {}
    ids = [measure.id for measure in measures]
    for quote in _of_measures(session, ids) if ids else ():
        found[quote.measure_id] = (*found.get(quote.measure_id, ()), quote)
    return found


def compare(measure: Measure, quotes: Sequence[Quote], today: date) -> QuoteComparison:
    """The quotes of a measure beside its estimate and each other, as of ``today``."""
    compared = tuple(_beside_estimate(measure, quote, today) for quote in quotes)
    priced = [each for each in compared if each.quote.amount is not None]
    rivals = [each for each in priced if not each.is_expired] or priced
    amounts = [_amount(each) for each in rivals]
    is_choice = len(rivals) > 1
    return QuoteComparison(
        compared,
        min(rivals, key=_amount).quote if is_choice else None,
        max(amounts) - min(amounts) if is_choice else None,
        next((quote for quote in quotes if quote.is_chosen), None),
    )


def difference_in_words(compared: ComparedQuote) -> str:
    """How a quote lies to the estimate: ``350 € über der Schätzung (10 %)``; empty when nobody can say."""
    if compared.difference is None:
        return ""
    if compared.difference == 0:
        return _("in der Spanne der Schätzung")
    words = (
        _("{amount} über der Schätzung") if compared.difference > 0 else _("{amount} unter der Schätzung")
    ).format(amount=format_money(abs(compared.difference)))
    percent = abs(compared.percent or 0)
    return f"{words} ({percent}\N{NO-BREAK SPACE}%)" if percent else words


def validity_in_words(compared: ComparedQuote, today: date) -> str:
    """How long a quote is still valid, or since when no longer; empty without a date."""
    until, left = compared.quote.valid_until, compared.days_left
    if until is None or left is None:
        return ""
    if left < 0:
        return _("abgelaufen am {day}").format(day=format_near_date(until, today))
    if left == 0:
        return _("nur noch heute gültig")
    return ngettext("noch {n} Tag gültig", "noch {n} Tage gültig", left).format(n=left)


def comparison_in_words(comparison: QuoteComparison) -> str:
    """What stands over the quotes: the cheapest and how far they lie apart; empty with fewer than two."""
    cheapest = comparison.cheapest
    if cheapest is None or cheapest.amount is None:
        return ""
    if not comparison.spread:
        return _("Alle Angebote nennen denselben Betrag.")
    return _("Am günstigsten: {company}, {amount}. Die Angebote liegen {spread} auseinander.").format(
        company=company_of(cheapest),
        amount=format_money(cheapest.amount),
        spread=format_money(comparison.spread),
    )


def company_of(quote: Quote) -> str:
    """The firm, or a word for one that is not named yet."""
    return quote.company or _("ohne Firmennamen")


def _beside_estimate(measure: Measure, quote: Quote, today: date) -> ComparedQuote:
    estimate = estimate_of(measure)
    days_left = None if quote.valid_until is None else (quote.valid_until - today).days
    if estimate is None or quote.amount is None:
        return ComparedQuote(quote, None, None, days_left)
    low, high = estimate
    end = min(max(quote.amount, low), high)
    difference = quote.amount - end
    return ComparedQuote(quote, difference, round(100 * difference / end) if end else None, days_left)


def _amount(compared: ComparedQuote) -> int:
    return compared.quote.amount or 0


def _fill(quote: Quote, cleaned: Mapping[str, Any]) -> None:
    """Puts values into a quote; raises InputProblem when it would expire before it was made."""
    for name, value in cleaned.items():
        setattr(quote, name, value)
    if quote.quoted_on and quote.valid_until and quote.valid_until < quote.quoted_on:
        field = "valid_until" if "valid_until" in cleaned else "quoted_on"
        raise InputProblem(field, _("Das Angebot wäre abgelaufen, bevor es geschrieben wurde."))


def _of_measures(session: Session, measure_ids: Sequence[UUID]) -> Sequence[Quote]:
    return session.scalars(
        select(Quote)
        .where(Quote.measure_id.in_(measure_ids), Quote.removed_at.is_(None))
        .order_by(Quote.position, Quote.id)
    ).all()
