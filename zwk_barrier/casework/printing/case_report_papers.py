"""Of a case report: funding and deadlines, letters, what was passed on, open tasks, and the outcome."""

from zwk_barrier.casework.case.achieved import (
    achieved,
    costs_in_words,
    measures_in_words,
    result_in_words,
    time_in_words,
)
from zwk_barrier.casework.case.disclosures import disclosures_of
from zwk_barrier.casework.fields import FIELDS
from zwk_barrier.casework.payers.application_views import ApplicationRow, application_rows
from zwk_barrier.casework.payers.case_deadlines import open_deadlines
from zwk_barrier.casework.printing.letters import letters_of
from zwk_barrier.casework.printing.report_material import Material, filled, lines, value
from zwk_barrier.casework.quality.plausible import SURVEY_QUESTIONS
from zwk_barrier.casework.team.due_words import deadline_words
from zwk_barrier.model import OutcomeSurvey
from zwk_barrier.model.report_parts import Grid, GridColumn, Part, Section
from zwk_barrier.rules.typed import format_money
from zwk_barrier.wording import _


def funding(of: Material) -> Section:
    """The applications with their state and amounts, and the periods that run."""
    rows = tuple(_application(of, one) for one in application_rows(of.session, of.view.case.id, of.day))
    columns = (
        GridColumn(_("Antrag"), 74),
        GridColumn(_("Stand"), 40),
        GridColumn(_("Beantragt"), 26, is_number=True),
        GridColumn(_("Bewilligt"), 26, is_number=True),
    )
    due = tuple(
        (of.tell.day(one.due_on), deadline_words(one, of.day))
        for one in open_deadlines(of.session, of.view.case.id)
    )
    days = (GridColumn(_("Bis"), 30), GridColumn(_("Frist"), 136))
    parts = (
        Part(grid=Grid(columns, rows) if rows else None),
        Part(_("Offene Fristen"), grid=Grid(days, due, names_at=1) if due else None),
    )
    return Section(_("Förderung und Fristen"), parts, _("Es ist kein Antrag gestellt oder geplant."))


def letters(of: Material) -> Section:
    """What was written to whom."""
    rows = tuple(
        (
            of.tell.day(one.letter.written_on) or "–",
            one.title,
            of.tell.firm(one.recipient) or "–",
            of.tell.day(one.letter.sent_on) or _("nicht abgeschickt"),
        )
        for one in letters_of(of.session, of.view.case.id)
    )
    columns = (
        GridColumn(_("Datum"), 26),
        GridColumn(_("Schreiben"), 60),
        GridColumn(_("An"), 46),
        GridColumn(_("Abgeschickt"), 34),
    )
    grid = Grid(columns, rows, names_at=1) if rows else None
    return Section(_("Schreiben"), (Part(grid=grid),), _("Es gibt kein Schreiben."))


def disclosures(of: Material) -> Section:
    """What was passed on to whom, and on what basis."""
    rows = tuple(
        (
            of.tell.day(one.disclosed_on) or "–",
            of.tell.firm(one.recipient) or "–",
            lines(value(one, "purpose") or "–", of.tell.text(one.what)),
            lines(value(one, "basis") or "–", of.tell.text(one.norm)),
        )
        for one in disclosures_of(of.session, of.view.case.id)
    )
    columns = (
        GridColumn(_("Datum"), 26),
        GridColumn(_("An wen"), 42),
        GridColumn(_("Was und wozu"), 56),
        GridColumn(_("Grundlage"), 42),
    )
    grid = Grid(columns, rows, names_at=1) if rows else None
    return Section(_("Weitergaben"), (Part(grid=grid),), _("Es wurde nichts weitergegeben."))


def tasks(of: Material) -> Section:
    """What is still to do, the first due first."""
    rows = tuple(
        (
            of.tell.text(one.title) or _("Wiedervorlage"),
            of.staff_name(one.staff_id) or "–",
            of.tell.day(one.due_on) or "–",
        )
        for one in of.view.tasks
        if one.done_at is None
    )
    columns = (GridColumn(_("Was"), 92), GridColumn(_("Wer"), 44), GridColumn(_("Bis"), 30, is_number=True))
    grid = Grid(columns, rows) if rows else None
    return Section(_("Offene Aufgaben"), (Part(grid=grid),), _("Es ist keine Aufgabe offen."))


def outcome(of: Material) -> Section:
    """What became of it: measures, barriers, cost, time, and the person's own answers."""
    view = of.view
    found = achieved(of.session, view, of.day)
    told = (
        measures_in_words(view.measures),
        result_in_words(found.latest) if found.latest is not None else "",
        costs_in_words(view.measures),
        "" if of.choice.is_redacted else time_in_words(view),
    )
    facts = filled(
        (_("Stand des Falls"), value(view.case, "status")),
        (_("Ergebnis"), value(view.case, "outcome")),
        (_("Abgeschlossen am"), of.tell.day(view.case.closed_on)),
    )
    surveys = tuple(_survey(of, one) for one in found.surveys)
    parts = (Part(facts=facts, texts=tuple(text for text in told if text)), *surveys)
    return Section(_("Ergebnis"), parts, _("Zum Ergebnis ist noch nichts festgehalten."))


def _application(of: Material, one: ApplicationRow) -> tuple[str, ...]:
    application = one.application
    firm, number = of.tell.firm(application.recipient), of.tell.private(application.reference)
    said = _("Aktenzeichen {number}").format(number=number) if number else ""
    return (
        lines(one.title, firm, said),
        lines(one.state.word, of.tell.day(one.state.on)),
        _money(application.amount_requested),
        _money(application.amount_granted),
    )


def _survey(of: Material, one: OutcomeSurvey) -> Part:
    answers = filled(
        *((FIELDS[f"outcome_survey.{name}"].title, _grade(getattr(one, name))) for name in SURVEY_QUESTIONS),
        (_("Stürze seitdem"), value(one, "falls")),
        (_("Wohnt jetzt"), value(one, "whereabouts")),
    )
    day = of.tell.day(one.asked_on)
    title = _("Nachbefragung am {day}").format(day=day) if day else _("Nachbefragung")
    columns = (GridColumn(_("Frage"), 116), GridColumn(_("Antwort"), 50))
    return Part(
        title,
        texts=tuple(text for text in (of.tell.text(one.note),) if text),
        grid=Grid(columns, answers) if answers else None,
    )


def _grade(answer: int | None) -> str:
    return "" if answer is None else _("{answer} von 5").format(answer=answer)


def _money(cents: int | None) -> str:
    return "–" if cents is None else format_money(cents)
