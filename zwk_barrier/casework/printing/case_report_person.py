"""Of a case report: the person, the household and those around, the dwelling, and what was spoken."""

from zwk_barrier.casework.case.brief import contact_kind, dwelling_in_words, minutes_in_words
from zwk_barrier.casework.case.limitations import degrees_of
from zwk_barrier.casework.payers.funding_facts import household
from zwk_barrier.casework.printing.identities import district_of
from zwk_barrier.casework.printing.report_material import Facts, Material, filled, lines, value
from zwk_barrier.model import Contact
from zwk_barrier.model.report_parts import Grid, GridColumn, Part, Section
from zwk_barrier.reference.areas import load_areas
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.wording import _


def person(of: Material) -> Section:
    """Who it is about, as far as the advice rests on it; diagnoses only when they were chosen."""
    case = of.view.case
    parts = (
        Part(facts=_person_facts(of)),
        Part(_("Was schwerfällt"), facts=_functions(of)),
        Part(_("Anlass und Anliegen"), filled((_("Anlass"), value(case, "main_occasion"))), _concern(of)),
    )
    return Section(_("Person"), parts, _("Zur Person ist nichts festgehalten."))


def around(of: Material) -> Section:
    """The household, those in need of care in it, and the people around the case."""
    client = of.view.person
    facts = filled(
        (_("Haushalt"), value(client, "household_form")),
        (_("Personen im Haushalt"), value(client, "household_size")),
        (_("Davon pflegebedürftig"), value(client, "household_in_care")),
    )
    members = tuple(
        (of.tell.name(one.name) or _("Ohne Namen"), value(one, "relation"), value(one, "care_grade"))
        for one in household(of.session, client.id)
    )
    related = tuple(
        (
            lines(of.tell.name(one.name) or _("Ohne Namen"), of.tell.firm(one.organisation)),
            lines(value(one, "relation"), _("mit Vollmacht") if one.has_authority else ""),
            lines(of.tell.private(one.phone), of.tell.private(one.email)),
        )
        for one in of.view.related
    )
    grade = GridColumn(_("Pflegegrad"), 40)
    reach = GridColumn(_("Erreichbar"), 40)
    parts = (
        Part(facts=facts),
        Part(_("Weitere pflegebedürftige Personen"), grid=_people(grade, members)),
        Part(_("Bezugspersonen"), grid=_people(reach, related)),
    )
    nothing = _("Zu Haushalt und Bezugspersonen ist nichts festgehalten.")
    return Section(_("Haushalt und Bezugspersonen"), parts, nothing)


def _area(of: Material) -> str:
    area = of.view.building.area
    return load_areas(of.office.region).label(area) if area and not of.choice.is_redacted else ""


def dwelling(of: Material) -> Section:
    """Where and how the person lives."""
    building, home, tell = of.view.building, of.view.dwelling, of.tell
    facts = filled(
        (_("Anschrift"), ", ".join(address(of))),
        (_("Stadtteil"), _area(of)),
        (_("Gebäude"), value(building, "building_type")),
        (_("Baujahr"), value(building, "building_age")),
        (_("Lage"), dwelling_in_words(building, home)),
        (_("Wohnfläche"), value(home, "living_space")),
        (_("Wohnverhältnis"), value(home, "tenure")),
        (_("Vermieter"), tell.firm(home.landlord_name) or value(home, "landlord")),
        (_("Zustimmung des Vermieters"), _with_day(of, "consent_state", "consent_on")),
        (_("Beschluss der Eigentümer"), _with_day(of, "resolution_state", "resolution_on")),
    )
    return Section(
        _("Wohnung"),
        (Part(facts=facts, texts=(tell.text(home.note),)),),
        _("Zur Wohnung ist nichts festgehalten."),
    )


def contacts(of: Material) -> Section:
    """What was spoken, the newest first."""
    rows = tuple(_contact(of, one) for one in of.view.contacts)
    columns = (
        GridColumn(_("Wann"), 26),
        GridColumn(_("Wie und mit wem"), 44),
        GridColumn(_("Worum es ging"), 96),
    )
    return Section(_("Kontakte"), (Part(grid=Grid(columns, rows)),), _("Es ist kein Kontakt festgehalten."))


def address(of: Material) -> tuple[str, ...]:
    """Street and town; redacted the district alone."""
    building = of.view.building
    if of.choice.is_redacted:
        district = district_of(building, of.office)
        return (district,) if district else ()
    street = " ".join(part for part in (building.street, building.house_number) if part)
    town = " ".join(part for part in (building.postcode, building.town) if part)
    return tuple(line for line in (street, town) if line)


def _person_facts(of: Material) -> Facts:
    who, tell = of.view.person, of.tell
    born = _("Altersgruppe") if of.choice.is_redacted else _("Geboren")
    since = tell.day(who.care_grade_since)
    grade = value(who, "care_grade")
    return filled(
        (_("Name"), tell.client(who)),
        (born, tell.born(who, of.day)),
        (_("Geschlecht"), value(who, "gender")),
        (_("Telefon"), lines(tell.private(who.phone), tell.private(who.phone_other))),
        (_("E-Mail"), tell.private(who.email)),
        (_("Sprache"), value(who, "language")),
        (_("Verständigung"), value(who, "communication")),
        (_("Pflegegrad"), _("{grade} seit {day}").format(grade=grade, day=since) if since else grade),
        (_("Grad der Behinderung"), value(who, "disability_degree")),
        (_("Merkzeichen"), value(who, "disability_marks")),
        (_("Einschränkungen"), value(who, "impairments")),
        (_("Hilfsmittel"), value(who, "aids")),
        (_("Stürze"), value(who, "falls")),
        (_("Diagnosen"), tell.text(who.diagnoses) if of.choice.with_diagnoses else ""),
        (_("Pflegekasse"), tell.firm(who.insurance)),
        (_("Rechtliche Betreuung"), value(who, "guardianship")),
    )


def _functions(of: Material) -> Facts:
    names, degrees = load_code_list("function"), load_code_list("degree")
    found = degrees_of(of.session, of.view.person.id)
    return tuple((names.label(key), degrees.label(str(degree))) for key, degree in found.items() if degree)


def _concern(of: Material) -> tuple[str, ...]:
    case, told = of.view.case, of.tell.text
    return tuple(text for text in (told(case.concern), told(case.summary), told(of.view.person.note)) if text)


def _people(last: GridColumn, rows: tuple[tuple[str, ...], ...]) -> Grid | None:
    columns = (GridColumn(_("Wer"), 66), GridColumn(_("Beziehung"), 60), last)
    return Grid(columns, rows) if rows else None


def _with_day(of: Material, state: str, on: str) -> str:
    said, day = value(of.view.dwelling, state), of.tell.day(getattr(of.view.dwelling, on))
    return _("{state} am {day}").format(state=said, day=day) if said and day else said


def _contact(of: Material, one: Contact) -> tuple[str, ...]:
    day = of.tell.day(one.happened_at.astimezone().date())
    said = [of.tell.text(one.note), of.tell.text(one.result)]
    with_whom = value(one, "participants")
    return (
        lines(day, minutes_in_words(one.minutes)),
        lines(contact_kind(one), with_whom, of.staff_name(one.staff_id)),
        lines(value(one, "topics") or _("ohne Thema"), *said),
    )
