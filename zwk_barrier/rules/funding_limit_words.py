"""The sentences of a funding check about programmes: limits, what was used, who comes first.  None of them promises."""

from collections.abc import Sequence
from datetime import date

from zwk_barrier.reference.programme import Programme, Status
from zwk_barrier.rules.funding_records import Need, Reason
from zwk_barrier.rules.funding_words import named
from zwk_barrier.rules.typed import format_date, format_money
from zwk_barrier.wording import _, ngettext


def entitled(count: int, law: str) -> Reason:
    """How many people of the household the amount is reckoned for."""
    text = ngettext(
        "Der Höchstbetrag ist für {n} Person gerechnet.",
        "Der Höchstbetrag ist für {n} Personen gerechnet.",
        count,
    )
    return Reason(text.format(n=count), law)


def shared_out(count: int, limit: int, law: str) -> Reason:
    """More people than the cap is for."""
    text = _(
        "Bei {n} Anspruchsberechtigten gilt der Höchstbetrag für alle zusammen und wird anteilig auf die "
        "Versicherungen aufgeteilt: {amount} je Person."
    )
    return Reason(text.format(n=count, amount=format_money(limit // count)), law)


def closed(programme: Programme, status: Status) -> Reason:
    """The programme takes no applications."""
    begin = status.valid.begin
    if begin is None:
        text = _("Nimmt keine Anträge an.")
    else:
        text = _("Nimmt seit {day} keine Anträge an.").format(day=format_date(begin))
    stand = _("Stand: {day}.").format(day=format_date(status.source.checked_on))
    return Reason(" ".join(part for part in (text, status.note(), stand) if part), programme.law)


def unclear(programme: Programme, status: Status | None) -> Reason:
    """Nobody knows whether the programme takes applications."""
    note = "" if status is None else status.note()
    text = _("Ob Anträge angenommen werden, ist zu prüfen.")
    return Reason(f"{text} {note}".strip(), programme.law)


def begun(needs: Sequence[Need], *, is_binding: bool) -> Reason:
    """Work was ordered or begun before the application."""
    if is_binding:
        text = _("Schon beauftragt oder begonnen, deshalb hier nicht förderfähig: {measures}.")
        return Reason(text.format(measures=named(needs)))
    text = _(
        "Schon beauftragt oder begonnen: {measures}. Ein Antrag danach ist möglich, aber schwerer zu begründen."
    )
    return Reason(text.format(measures=named(needs)), "BSG 28.6.2001, B 3 P 3/00 R")


def granted_elsewhere(needs: Sequence[Need], other: Programme) -> Reason:
    """Another programme has paid for the same measure already."""
    text = _("Schon gefördert durch „{programme}“, das schließt sich aus: {measures}.")
    return Reason(text.format(programme=other.title(), measures=named(needs)), other.law)


def used_before(used: int, rest: int) -> Reason:
    """Part of the limit is used up for the same measure."""
    text = _("Für dieselbe Maßnahme sind schon {used} bewilligt; bis zum Höchstbetrag bleiben {rest}.")
    return Reason(text.format(used=format_money(used), rest=format_money(rest)), "§ 40 Abs. 4 Satz 2 SGB XI")


def used_up(used: int) -> Reason:
    """The whole limit is used up for the same measure."""
    text = _("Der Höchstbetrag für diese Maßnahme ist mit {used} ausgeschöpft.")
    return Reason(text.format(used=format_money(used)), "§ 40 Abs. 4 Satz 2 SGB XI")


def new_need_unasked() -> Reason:
    """Whether the need has changed decides whether it is a new measure."""
    return Reason(
        _(
            "Hat sich die Pflegesituation seit der Bewilligung geändert, ist es eine neue Maßnahme mit eigenem "
            "Höchstbetrag: zu prüfen."
        ),
        "BSG 17.7.2008, B 3 P 12/07 R",
    )


def rule_of_first_grant(first: date, then: int, now: int) -> Reason:
    """The running measure keeps the limit of the day it was first granted on."""
    text = _(
        "Für die Maßnahme vom {day} gilt der damalige Höchstbetrag von {then}, nicht der heutige von {now}: "
        "zu prüfen."
    )
    return Reason(
        text.format(day=format_date(first), then=format_money(then), now=format_money(now)),
        "§ 40 Abs. 4 SGB XI",
    )


def one_measure() -> Reason:
    """What is needed at one time is one measure."""
    text = _("Alles, was jetzt nötig ist, zählt als eine Maßnahme: gemeinsam beantragen.")
    return Reason(text, "§ 40 Abs. 4 SGB XI; BSG 3.11.1999, B 3 P 6/99 R")


def amount_changes(before: int, after: int) -> Reason:
    """Application and work lie on both sides of a change of amount."""
    text = _(
        "Zwischen Antrag und Ausführung ändert sich der Höchstbetrag von {before} auf {after}; welcher gilt, "
        "ist zu prüfen."
    )
    return Reason(text.format(before=format_money(before), after=format_money(after)))


def comes_after(other: Programme) -> Reason:
    """Another programme comes first."""
    return Reason(_("Vorrangig ist „{programme}“.").format(programme=other.title()), other.law)


def not_beside(others: Sequence[Programme]) -> Reason:
    """Programmes that do not pay for the same measure."""
    text = _("Nicht für dieselbe Maßnahme zusammen mit: {programmes}.")
    return Reason(text.format(programmes=", ".join(one.title() for one in others)))


def undecided_beside(others: Sequence[Programme]) -> Reason:
    """Programmes beside which it is not settled."""
    text = _("Neben „{programmes}“ für dieselbe Maßnahme nicht geklärt: zu prüfen.")
    return Reason(text.format(programmes=", ".join(one.title() for one in others)))


def below_minimum(minimum: int) -> Reason:
    """The measures cost less than the programme starts at."""
    return Reason(_("Erst ab Kosten von {amount}.").format(amount=format_money(minimum)))


def uncertain() -> Reason:
    """The facts about the programme are weak."""
    return Reason(_("Die Angaben zu diesem Programm sind unsicher: zu prüfen."))


def no_amount() -> Reason:
    """No amount is known of the day."""
    return Reason(_("Für diesen Tag ist kein Betrag hinterlegt: zu prüfen."))
