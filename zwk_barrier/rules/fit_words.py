"""The reason of each judgement as one sentence: what is there, what it is missed by, whom and what it keeps from."""

from collections.abc import Sequence
from typing import Final

from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.reference.fit import FitModel
from zwk_barrier.rules.fit import Degrees, Judgement, Misfit, Obstacle
from zwk_barrier.wording import N_, _

_AIDS: Final = (
    (frozenset({"rollstuhl_elektro"}), "F09", N_("Elektrorollstuhl")),
    (frozenset({"rollstuhl_hand"}), "F08", N_("Rollstuhl")),
    (frozenset({"rollator"}), "F07", N_("Rollator")),
    (frozenset({"unterarmgehstuetzen", "gehstock"}), "F06", N_("Gehhilfe")),
)
_BY_DEFICIT: Final = (
    N_("erfüllt"),
    N_("knapp verfehlt"),
    N_("deutlich verfehlt"),
    N_("so nicht nutzbar"),
)
_MOST_NAMED: Final = 3


def aid_word(aids: Sequence[str], degrees: Degrees) -> str:
    """What the person moves with, the widest first: as recorded, else as the functions say."""
    for codes, _function, word in _AIDS:
        if codes & set(aids):
            return _(word)
    wheelchair = _("Rollstuhl")
    for _codes, function, word in _AIDS:
        if degrees.get(function):
            return wheelchair if function == "F09" else _(word)
    return _("Hilfsmittel")


def reason(obstacle: Obstacle, judged: Judgement, model: FitModel, *, aid: str = "") -> str:
    """Why it matters or not: „Tür Bad 63 cm, Rollator 65 cm: passt nicht; betrifft Toilette, täglich“."""
    parts = [_found(obstacle, judged, aid), *_whom(obstacle, judged, model)]
    if judged.activities:
        parts.append(
            _("betrifft {activity}, {frequency}").format(
                activity=activity_words(obstacle, judged, model), frequency=_frequency(judged.frequency)
            )
        )
    return "; ".join(part for part in parts if part)


def why(judged: Judgement) -> str:
    """The written reason of the weight that decides; empty without one."""
    return "" if judged.by is None else judged.by.reason()


def activity_words(obstacle: Obstacle, judged: Judgement, model: FitModel) -> str:
    """What it keeps from, in short: all that a person has named, else the foremost."""
    named = obstacle.activities or judged.activities[:1]
    return ", ".join(model.activities[one].short() for one in named if one in model.activities)


def unknown_place(room: str) -> str:
    """What is said of a part of the way nobody has looked at."""
    return _("unbekannt: {room} nicht geprüft").format(room=room)


def hint(model: FitModel, asked: int) -> str:
    """What stands beside every result: what it is, and how much of the person is known."""
    status = f"{model.version.status()} ({model.version.name()})."
    if asked >= len(model.functions):
        return status
    told = _(
        "{asked} von {every} Fähigkeiten gefragt: Was nicht gefragt ist, kann eine Barriere größer machen."
    )
    return f"{status} {told.format(asked=asked, every=len(model.functions))}"


def _found(obstacle: Obstacle, judged: Judgement, aid: str) -> str:
    head = _head(obstacle)
    if judged.deficit is None:
        return _("{found}: nicht beurteilt").format(found=head)
    if obstacle.misfit is not None:
        own = _own(obstacle.misfit, aid)
        return _("{found}, {own}: {result}").format(found=head, own=own, result=_result(obstacle.misfit))
    if obstacle.is_answer:
        return head
    if obstacle.required:
        head = _("{found} statt {required}").format(found=head, required=obstacle.required)
    result = obstacle.result or _(_BY_DEFICIT[judged.deficit])
    return _("{found}: {result}").format(found=head, result=result)


def _head(obstacle: Obstacle) -> str:
    what, place = obstacle.what.strip().rstrip("."), obstacle.place
    if obstacle.is_answer or not obstacle.shown or "," in what:
        what, place = (f"{what} ({place})", "") if place else (what, "")
    words = " ".join(part for part in (what, place) if part)
    if not obstacle.shown:
        return words
    return f"{words}: {obstacle.shown}" if obstacle.is_answer else f"{words} {obstacle.shown}"


def _own(misfit: Misfit, aid: str) -> str:
    words = {
        "aid_width": _("{aid} {own}").format(aid=aid or _("Hilfsmittel"), own=misfit.own),
        "aid_length": _("{aid} {own} lang").format(aid=aid or _("Hilfsmittel"), own=misfit.own),
        "turning_circle": _("Wendekreis {own}").format(own=misfit.own),
        "seat_height": _("eigene Sitzhöhe {own}").format(own=misfit.own),
    }
    return words.get(misfit.dimension, _("greift {own}").format(own=misfit.own))


def _result(misfit: Misfit) -> str:
    if misfit.dimension in ("reach", "reach_low", "reach_high"):
        return _("nur knapp erreichbar") if misfit.just_passes else _("nicht erreichbar")
    if misfit.dimension == "turning_circle":
        return _("reicht nur knapp zum Wenden") if misfit.just_passes else _("reicht nicht zum Wenden")
    return _("passt nur knapp") if misfit.just_passes else _("passt nicht")


def _whom(obstacle: Obstacle, judged: Judgement, model: FitModel) -> list[str]:
    if judged.deficit is None:
        return []
    if not judged.weights:
        return [_("dafür ist keine Gewichtung hinterlegt")]
    if judged.by is None:
        return [_("im Profil ist nichts angegeben, das hiervon betroffen ist"), _not_asked(judged, model)]
    if obstacle.misfit is not None:
        return []
    return [_("zählt wegen „{function}“").format(function=model.functions[judged.by.function].short())]


def _not_asked(judged: Judgement, model: FitModel) -> str:
    if not judged.not_asked:
        return ""
    named = [model.functions[one].short() for one in judged.not_asked[:_MOST_NAMED]]
    more = " …" if len(judged.not_asked) > _MOST_NAMED else ""
    return _("nicht gefragt: {functions}").format(functions=", ".join(named) + more)


def _frequency(code: str) -> str:
    """In the middle of a sentence."""
    return load_code_list("frequency").label(code).lower()
