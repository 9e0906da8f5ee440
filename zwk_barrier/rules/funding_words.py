"""The sentences of a funding check about person, dwelling and papers: what speaks against, what is missing."""

from collections.abc import Sequence
from typing import Final

from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.rules.funding_records import Missing, Need, Reason
from zwk_barrier.wording import N_, _

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


def half(percent: int) -> Reason:
    """Social insurance beside Beihilfe pays half."""
    text = _(
        "Mit Beihilfe zahlt die Pflegekasse {percent} % von dem, was sie sonst zahlt; den Rest bei der "
        "Beihilfe beantragen."
    )
    return Reason(text.format(percent=percent), "§ 28 Abs. 2 SGB XI")


def private_share(percent: int) -> Reason:
    """A private policy pays its share."""
    text = _("Die private Pflegeversicherung zahlt ihren Tarifanteil von {percent} %.")
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


def goes_first(insurance: str, law: str) -> Reason:
    """Another payer comes before this programme."""
    return Reason(_(_FIRST[insurance]), law)


def wrong_insurance(insurance: str) -> Reason:
    """The programme is not for people insured like this."""
    if insurance == "ohne":
        return Reason(_("Nicht versichert: kein Anspruch an diese Kasse."), "§§ 20, 23 SGB XI; § 5 SGB V")
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
        text = _("Die Vermietung hat abgelehnt; ob § 554 BGB einen Anspruch gibt, ist zu prüfen: {measures}.")
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
            "Die Eigentümergemeinschaft hat abgelehnt; ob § 20 Abs. 2 WEG einen Anspruch gibt, ist zu prüfen: "
            "{measures}."
        )
    return Missing("owners_resolution", text.format(measures=named(needs)))
