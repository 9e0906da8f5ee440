"""The sentences of a funding check: what speaks for and against, and what is missing.  None of them promises."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.reference.programme import Programme, Status
from zwk_barrier.rules.funding_records import Missing, Need, Reason
from zwk_barrier.rules.typed import format_date, format_money
from zwk_barrier.wording import N_, _, ngettext

_MOST_NAMED: Final = 3
_FIRST: Final = {
    "uv": N_("Die gesetzliche Unfallversicherung geht vor, soweit sie leistet: zuerst dort beantragen."),
    "ser": N_("Die Soziale Entschädigung geht vor, soweit sie leistet: zuerst dort beantragen."),
}


def care_grade_needed(grade: str | None) -> Reason:
    """Why nothing can be applied for without a care grade."""
    if grade == "keiner":
        text = _("Ohne Pflegegrad kein Anspruch; ob ein Antrag auf einen Pflegegrad lohnt, ist zu prüfen.")
    else:
        text = _("Im Haushalt hat niemand einen passenden Pflegegrad.")
    return Reason(text, "§§ 14, 15 SGB XI")


def care_grade_missing(grade: str | None) -> Missing:
    """What is missing while the care grade is not settled."""
    texts = {
        "beantragt": _("Der Pflegegrad ist beantragt: Bescheid abwarten oder mit dem Antrag nachreichen."),
        "widerspruch": _(
            "Zum Pflegegrad läuft ein Widerspruch: Entscheidung abwarten oder darauf hinweisen."
        ),
    }
    text = texts.get(grade or "", _("Der Pflegegrad ist nicht bekannt."))
    return Missing("care_grade", text, is_claim=True)


def grade_not_counted() -> Reason:
    """Somebody's care grade is open while another's is not."""
    text = _("Wer noch keinen festgestellten Pflegegrad hat, ist beim Höchstbetrag nicht mitgezählt.")
    return Reason(text, "§ 40 Abs. 4 Satz 3 SGB XI")


def only_others_entitled() -> Reason:
    """Somebody else of the household has the claim, not the client."""
    return Reason(
        _(
            "Anspruch hat nur ein anderes Mitglied des Haushalts: Die Maßnahme muss dessen Pflege erleichtern "
            "oder dessen Selbstständigkeit dienen."
        ),
        "§ 40 Abs. 4 SGB XI",
    )


def entitled(count: int, law: str) -> Reason:
    """How many people of the household the amount is reckoned for."""
    text = ngettext(
        "{n} Person im Haushalt ist anspruchsberechtigt.",
        "{n} Personen im Haushalt sind anspruchsberechtigt.",
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


def half(percent: int) -> Reason:
    """Social insurance beside Beihilfe pays half."""
    text = _(
        "Mit Beihilfe zahlt die Pflegekasse {percent} % von dem, was sie sonst zahlt; den Rest bei der "
        "Beihilfe beantragen."
    )
    return Reason(text.format(percent=percent), "§ 28 Abs. 2 SGB XI")


def private_share(percent: int) -> Reason:
    """A private policy pays its share."""
    text = _("Die private Pflegeversicherung zahlt ihren Tarifanteil von {percent} %.")
    return Reason(text.format(percent=percent), "§ 23 Abs. 3 SGB XI")


def share_missing() -> Missing:
    """The private policy's percent is not known."""
    return Missing(
        "insurance_share",
        _(
            "Der Tarifanteil der privaten Pflegeversicherung ist nicht bekannt; ohne ihn wird nicht gerechnet."
        ),
    )


def insurance_missing() -> Missing:
    """How somebody is insured is not known."""
    return Missing(
        "insurance_type", _("Die Versicherung ist nicht bekannt; gerechnet ist wie gesetzlich versichert.")
    )


def goes_first(insurance: str) -> Reason:
    """Another payer comes before this programme."""
    norm = "§ 13 Abs. 1, § 34 Abs. 1 Nr. 2 SGB XI"
    return Reason(_(_FIRST[insurance]), norm)


def wrong_insurance(insurance: str) -> Reason:
    """The programme is not for people insured like this."""
    label = load_code_list("insurance_type").label(insurance)
    text = _(
        "Gilt nicht bei dieser Versicherung: {insurance}. Was der eigene Vertrag zahlt, ist dort zu fragen."
    )
    return Reason(text.format(insurance=label), "")


def in_care_home() -> Reason:
    """People in a home have no claim to care at home."""
    return Reason(_("Nur bei häuslicher Pflege, nicht in einer Einrichtung."), "§§ 36, 40, 43 SGB XI")


def household_form_excluded(form: str) -> Reason:
    """The form of living together rules the programme out."""
    label = load_code_list("household_form").label(form)
    text = _("Nicht bei dieser Wohnform: {form}.")
    return Reason(text.format(form=label), "§ 45h SGB XI" if form == "wohnform_45h" else "")


def missing_fact(code: str) -> Missing:
    """Something about person or dwelling that decides and is not recorded."""
    texts = {
        "tenure": _("Das Wohnverhältnis ist nicht bekannt."),
        "land": _("Das Bundesland ist nicht bekannt."),
        "income": _("Einkommen und Vermögen sind zu prüfen: Davon hängt ab, ob und wie viel gezahlt wird."),
        "disability": _("Ob eine Behinderung vorliegt, ist nicht bekannt."),
        "disability_degree": _("Der Grad der Behinderung ist nicht bekannt."),
        "employment": _("Ob die Person berufstätig ist, ist nicht bekannt."),
    }
    return Missing(code, texts[code], is_claim=True)


def whose_consent_unknown(needs: Sequence[Need]) -> Missing:
    """Whether anybody has to agree hangs on the tenure."""
    text = _("Das Wohnverhältnis ist nicht bekannt; ob jemand zustimmen muss, ist zu klären: {measures}.")
    return Missing("tenure", text.format(measures=named(needs)))


def named(needs: Sequence[Need]) -> str:
    """The first few by their titles."""
    more = " …" if len(needs) > _MOST_NAMED else ""
    return ", ".join(one.title for one in needs[:_MOST_NAMED]) + more


def quote_missing(needs: Sequence[Need]) -> Missing:
    """Measures without an offer."""
    return Missing("quote", _("Ein Kostenvoranschlag fehlt: {measures}.").format(measures=named(needs)))


def consent_missing(needs: Sequence[Need], state: str | None, *, is_rented: bool) -> Missing:
    """The landlord's or owner's yes is missing."""
    if state == "abgelehnt":
        text = _("Die Vermietung hat abgelehnt; ob § 554 BGB einen Anspruch gibt, ist zu prüfen: {measures}.")
    elif is_rented:
        text = _("Die Zustimmung der Vermietung fehlt: {measures}.")
    else:
        text = _("Die Zustimmung der Eigentümerin oder des Eigentümers fehlt: {measures}.")
    return Missing("landlord_consent", text.format(measures=named(needs)))


def resolution_missing(needs: Sequence[Need], state: str | None) -> Missing:
    """The owners' resolution is missing."""
    text = _(
        "Der Beschluss der Eigentümergemeinschaft fehlt, soweit Gemeinschaftseigentum betroffen ist: {measures}."
    )
    if state == "abgelehnt":
        text = _(
            "Die Eigentümergemeinschaft hat abgelehnt; ob § 20 Abs. 2 WEG einen Anspruch gibt, ist zu prüfen: "
            "{measures}."
        )
    return Missing("owners_resolution", text.format(measures=named(needs)))


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
