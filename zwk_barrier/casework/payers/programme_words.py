"""What the values of a funding programme are called, and how they read."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Final

from zwk_barrier.reference.programme import STATUS, Amount, Programme, unit_of
from zwk_barrier.reference.programmes import Change
from zwk_barrier.rules.typed import NBSP, format_date, format_money
from zwk_barrier.wording import N_, _, ngettext

_FIELDS: Final[Mapping[str, str]] = {
    "per_person": N_("Höchstbetrag je Person"),
    "household_cap": N_("Höchstbetrag je Haushalt"),
    "persons_before_split": N_("Personen, bevor aufgeteilt wird"),
    "beihilfe_percent": N_("Anteil bei Beihilfe"),
    "percent": N_("Anteil an den Kosten"),
    "cost_cap": N_("Anerkannte Kosten höchstens"),
    "min_cost": N_("Kosten mindestens"),
    "most": N_("Höchstbetrag"),
    "copay_percent": N_("Eigenanteil"),
    "copay_least": N_("Eigenanteil mindestens"),
    "copay_most": N_("Eigenanteil höchstens"),
    "monthly_copay_most": N_("Eigenanteil im Monat höchstens"),
    "per_month": N_("Betrag im Monat"),
    "support_per_month": N_("Ergänzende Unterstützung im Monat"),
    "house_percent": N_("Anteil beim altersgerechten Haus"),
    "house_cost_cap": N_("Anerkannte Kosten beim altersgerechten Haus höchstens"),
    "house_most": N_("Höchstbetrag beim altersgerechten Haus"),
    "lump_sum": N_("Pauschbetrag"),
    "allowance": N_("Freibetrag"),
    STATUS: N_("Annahme von Anträgen"),
}

_SHORT: Final[Mapping[str, str]] = {
    "per_person": N_("{value} je Person"),
    "household_cap": N_("{value} je Haushalt"),
    "percent": N_("{value} der Kosten"),
    "most": N_("höchstens {value}"),
    "cost_cap": N_("Kosten bis {value}"),
    "per_month": N_("{value} im Monat"),
    "lump_sum": N_("{value} Pauschbetrag"),
    "copay_percent": N_("{value} Eigenanteil"),
    "copay_most": N_("Eigenanteil höchstens {value}"),
}
"""How the amounts a list has room for are told, the most telling first."""

_SHOWN: Final = 2

_BRIEFLY: Final[Mapping[str, str]] = {
    "active": N_("offen"),
    "closed": N_("geschlossen"),
    "unclear": N_("zu prüfen"),
}

_STATES: Final[Mapping[str, str]] = {
    "active": N_("nimmt Anträge an"),
    "closed": N_("nimmt keine Anträge an"),
    "unclear": N_("zu prüfen"),
}

_KINDS: Final[Mapping[str, str]] = {
    "grant": N_("Zuschuss"),
    "in_kind": N_("Sachleistung"),
    "monthly": N_("Monatliche Leistung"),
    "loan": N_("Darlehen"),
    "tax": N_("Steuerermäßigung"),
    "right": N_("Anspruch ohne Geld"),
    "advice": N_("Beratung"),
}

_BEFORE: Final[Mapping[str, str]] = {
    "binding": N_("Der Antrag muss vor dem Auftrag gestellt sein, sonst ist die Förderung verloren."),
    "recommended": N_("Der Antrag sollte vor dem Auftrag gestellt sein."),
    "none": N_("Wann der Antrag gestellt wird, ist für die Förderung ohne Belang."),
}


def field_title(field: str) -> str:
    """What a field is called; what tells it apart stands in brackets."""
    name, _dot, part = field.partition(".")
    title = _(_FIELDS[name])
    return f"{title} ({part_in_words(part)})" if part else title


def part_in_words(part: str) -> str:
    """What tells a field apart: ``gdb_50`` is „GdB 50“."""
    name, _line, number = part.partition("_")
    words = {
        "gdb": _("GdB {number}"),
        "carer": _("wer pflegt, Pflegegrad {number}"),
        "helpless": _("hilflos oder blind"),
        "rent": _("auf die Jahresmiete umlegbar"),
    }
    return words.get(name, part).format(number=number)


def state_in_words(state: str) -> str:
    """Whether applications are taken."""
    return _(_STATES[state])


def state_briefly(state: str) -> str:
    """Whether applications are taken, in a word for a column."""
    return _(_BRIEFLY[state])


def states() -> tuple[tuple[str, str], ...]:
    """Every status with its words, to choose from."""
    return tuple((code, _(words)) for code, words in _STATES.items())


def value_in_words(field: str, value: int | str) -> str:
    """A value with its unit."""
    unit = unit_of(field)
    if unit == "state":
        return state_in_words(str(value))
    number = int(value)
    if unit == "cents":
        return format_money(number)
    if unit == "percent":
        return f"{number}{NBSP}%"
    if unit == "months":
        return ngettext("{count} Monat", "{count} Monate", number).format(count=number)
    return str(number)


def change_in_words(change: Change) -> str:
    """What a change says: the field, its new value and the day."""
    return _("{field}: {value} ab {day}").format(
        field=field_title(change.field),
        value=value_in_words(change.field, change.value),
        day=format_date(change.valid_from),
    )


def value_before(programme: Programme, change: Change) -> str:
    """The value that holds until the day of a change, in words; empty when there is none."""
    eve = change.valid_from - timedelta(days=1)
    status = programme.status_on(eve)
    value = programme.value(change.field, eve)
    if change.field == STATUS:
        return "" if status is None else state_in_words(status.state)
    return "" if value is None else value_in_words(change.field, value)


def kind_in_words(programme: Programme) -> str:
    """What a person gets."""
    return _(_KINDS[programme.kind])


def kind_place(programme: Programme) -> int:
    """Where a kind stands in a list: grants first."""
    return list(_KINDS).index(programme.kind)


def before_start_in_words(programme: Programme) -> str:
    """Whether the application has to come first."""
    return _(_BEFORE[programme.procedure.before_start])


def amounts_in_short(amounts: Iterable[Amount], most: int = _SHOWN) -> str:
    """The most telling amounts in a few words, at most so many; empty without any."""
    held = tuple(amounts)
    by_field = {row.field: row.value for row in held}
    told = [
        _(words).format(value=value_in_words(field, by_field[field]))
        for field, words in _SHORT.items()
        if field in by_field
    ]
    if lump_sums := [row.value for row in held if row.field.startswith("lump_sum.")]:
        ends = {"least": format_money(min(lump_sums)), "most": format_money(max(lump_sums))}
        told.append(_("Pauschbeträge von {least} bis {most}").format(**ends))
    return ", ".join(told[:most])
