"""Of a case report: the visits with what was in the way, the fit, and the measures with their cost."""

from collections.abc import Iterator
from typing import Final

from zwk_barrier.casework.case.achieved import result_in_words
from zwk_barrier.casework.plan.measures import basis_in_words, cost_of, price_in_words, sum_in_words
from zwk_barrier.casework.printing.report_fit import fit_section
from zwk_barrier.casework.printing.report_material import Material, filled, lines, value
from zwk_barrier.casework.printing.telling import left_out
from zwk_barrier.casework.visit.barriers import Barrier, barriers
from zwk_barrier.casework.visit.comparison import compare
from zwk_barrier.casework.visit.measuring import coverage_of
from zwk_barrier.casework.visit.photo_words import VERDICTS, text_alternative
from zwk_barrier.casework.visit.rooms import place_name
from zwk_barrier.casework.visit.visits import VisitView, last_done, load_visit
from zwk_barrier.model import Measure, Photo, Room, Visit
from zwk_barrier.model.report_parts import Grid, GridColumn, Part, Section
from zwk_barrier.model.visit_report import PhotoPlate
from zwk_barrier.problems import PhotoProblem
from zwk_barrier.rules.marks import read_marks
from zwk_barrier.wording import _, ngettext

_URGENT: Final = ("A", "B")


def visits(of: Material) -> Section:
    """Each visit with what was found, the newest first."""
    parts = tuple(_visit(of, load_visit(of.session, one.id)) for one in of.view.visits)
    return Section(_("Hausbesuche"), parts, _("Es gab noch keinen Hausbesuch."))


def fit(of: Material) -> Section:
    """What the barriers of the last visit mean to this person."""
    visit = last_done([one for one in of.view.visits if _has_been(one, of)], of.day)
    found = None if visit is None else fit_section(load_visit(of.session, visit.id))
    nothing = _("Wie Wohnung und Person zusammenpassen, wurde noch nicht erhoben.")
    if found is None:
        return Section(_("Passung"), (), nothing)
    urgent = [one for one in found.lines if one.priority in _URGENT]
    rows = tuple((one.priority_label or "–", one.reason) for one in urgent)
    columns = (GridColumn(_("Priorität"), 46), GridColumn(_("Was es bedeutet"), 120))
    parts = (
        Part(texts=(found.weakest,), grid=Grid(columns, rows, names_at=1)),
        Part(
            texts=tuple(
                text for text in (_later(len(found.lines) - len(rows)), found.not_judged, found.hint) if text
            )
        ),
    )
    return Section(_("Passung"), parts, nothing)


def measures(of: Material) -> Section:
    """What was recommended, how far it is, and what it costs."""
    rows = tuple(_measure(of, one) for one in of.view.measures)
    columns = (
        GridColumn(_("Priorität"), 30),
        GridColumn(_("Maßnahme"), 76),
        GridColumn(_("Stand"), 26),
        GridColumn(_("Kosten"), 34, is_number=True),
    )
    cost = cost_of(of.view.measures)
    sums = tuple(text for text in (sum_in_words(cost), basis_in_words(cost)) if text)
    grid = Grid(columns, rows, names_at=1) if rows else None
    parts = (Part(grid=grid), Part(texts=(" ".join(_ended(text) for text in sums),)))
    return Section(_("Maßnahmen und Kosten"), parts, _("Es wurden keine Maßnahmen empfohlen."))


def _later(count: int) -> str:
    if count <= 0:
        return ""
    return ngettext(
        "{count} weitere Barriere hat Zeit (Priorität C).",
        "{count} weitere Barrieren haben Zeit (Priorität C).",
        count,
    ).format(count=count)


def _visit(of: Material, seen: VisitView) -> Part:
    visit, tell = seen.visit, of.tell
    coverage = coverage_of(seen)
    day = tell.day(visit.visited_on)
    facts = filled(
        (_("Beratung"), of.staff_name(visit.staff_id)),
        (_("Anwesend"), value(visit, "participants")),
        (_("Maßstab"), seen.basis.profile.label()),
        (
            _("Umfang"),
            _("{checked} von {all} Punkten geprüft").format(checked=coverage.checked, all=coverage.of),
        ),
    )
    found = () if visit.compared_with_id else barriers(seen)
    rows = tuple(_barrier(of, one) for one in found if one.is_finding or one.verdict == "not_met")
    columns = (
        GridColumn(_("Barriere"), 78),
        GridColumn(_("Wo, und was nötig ist"), 52),
        GridColumn(_("Ergebnis"), 36),
    )
    name = value(visit, "purpose") or _("Hausbesuch")
    return Part(
        _("{what} am {day}").format(what=name, day=day) if day else name,
        facts,
        tuple(
            text
            for text in (tell.text(visit.summary), _compared(of, visit), _rest(len(found) - len(rows)))
            if text
        ),
        Grid(columns, rows) if rows else None,
        tuple(_plates(of, seen)) if of.choice.with_photos and not of.choice.is_redacted else (),
    )


def _barrier(of: Material, one: Barrier) -> tuple[str, ...]:
    text = (of.tell.text(one.text) or left_out()) if one.is_finding else one.text
    return text, lines(*one.detail.split(" · ")) or "–", _(VERDICTS[one.verdict])


def _compared(of: Material, visit: Visit) -> str:
    """What became of the barriers of the visit this one looked at again."""
    standing = {one.id for one in of.view.visits}
    if visit.compared_with_id is None or visit.compared_with_id not in standing:
        return ""
    found = compare(of.session, visit.compared_with_id, visit.id)
    return result_in_words(found) if found.is_begun else ""


def _rest(count: int) -> str:
    if count <= 0:
        return ""
    return ngettext(
        "{count} weiterer Punkt ist nur teilweise erreicht; er steht im Besuchsbericht.",
        "{count} weitere Punkte sind nur teilweise erreicht; sie stehen im Besuchsbericht.",
        count,
    ).format(count=count)


def _measure(of: Material, one: Measure) -> tuple[str, ...]:
    title = one.title or _("Ohne Bezeichnung")
    return (
        value(one, "priority") or "–",
        lines(title, of.tell.text(one.reason), value(one, "trade")),
        lines(value(one, "status"), of.tell.day(one.done_on)),
        price_in_words(one) or _("noch offen"),
    )


def _plates(of: Material, seen: VisitView) -> Iterator[PhotoPlate]:
    """The photos of a visit; one that cannot be read is left to the visit's own report to name."""
    taken: list[tuple[Photo, Room | None]] = [
        (photo, room.room) for room in seen.rooms for photo in room.photos
    ]
    for photo, room in (*taken, *((photo, None) for photo in seen.photos)):
        name = place_name(room)
        try:
            jpeg = of.photos.read(photo.id)
        except PhotoProblem:
            continue
        said = text_alternative(photo, name, seen)
        yield PhotoPlate(jpeg, photo.caption or name, said, read_marks(photo.marks))


def _has_been(visit: Visit, of: Material) -> bool:
    return visit.visited_on is not None and visit.visited_on <= of.day


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith(".") else f"{sentence}."
