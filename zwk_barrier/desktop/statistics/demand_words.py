"""The demand in words: visits a year in each scenario."""

from collections.abc import Iterator
from typing import Final

from zwk_barrier.desktop.statistics.number_words import one_place, people
from zwk_barrier.desktop.statistics.outlook_words import AHEAD
from zwk_barrier.desktop.widgets.bar_chart import BarRow, Figure
from zwk_barrier.desktop.widgets.line_chart import Line, Point
from zwk_barrier.reference.areas import AreaTree
from zwk_barrier.rules.population import age_label
from zwk_barrier.rules.quarters import period_title
from zwk_barrier.statistics.outlook.demand import SCENARIOS, Demand, DemandStep, Scenario, is_steady
from zwk_barrier.statistics.outlook.forecast import OPEN_AGE
from zwk_barrier.wording import _

_APART: Final = 0.15
FEW: Final = 50
"""Fewer cases make every rate of use a guess."""


def scenarios() -> list[tuple[str, str]]:
    """The scenarios to choose from."""
    names: dict[Scenario, str] = {
        "constant": _("Nutzung wie bisher"),
        "more": _("ein Viertel mehr Nutzung"),
        "best": _("wie im besten Gebiet"),
    }
    return [(code, names[code]) for code in SCENARIOS]


def headline(found: Demand, scenario: Scenario) -> str:
    """The visits in ten years, in one sentence."""
    steps = found.steps[scenario]
    today, ahead = found.steps["constant"][0], steps[AHEAD + 1]
    opening = {
        "constant": _("Nutzen die Menschen die Beratung wie bisher"),
        "more": _("Nutzen ein Viertel mehr Menschen die Beratung"),
        "best": _("Wird die Beratung überall so viel genutzt wie im besten Gebiet"),
    }[scenario]
    sentence = _("{opening}, sind {year} etwa {n} Hausbesuche im Jahr nötig; zuletzt waren es {now}.")
    told = sentence.format(
        opening=opening, year=ahead.on.year, n=people(ahead.whole), now=people(today.whole)
    )
    if ahead.low is None or ahead.high is None:
        return told
    between = _("Wahrscheinlich sind es zwischen {low} und {high}.")
    low, high = ahead.low + ahead.younger, ahead.high + ahead.younger
    return f"{told} {between.format(low=people(low), high=people(high))}"


def columns() -> tuple[str, ...]:
    """A column a scenario."""
    return tuple(name for _code, name in scenarios())


def rows(found: Demand, scenario: Scenario) -> list[BarRow]:
    """A row a step; the chosen scenario has its band."""
    told = []
    for place, step in enumerate(found.steps["constant"]):
        figures = tuple(_figure(found.steps[code][place], is_chosen=code == scenario) for code in SCENARIOS)
        note = _("zuletzt") if place == 0 else ""
        told.append(BarRow(str(step.on.year), figures, note=note))
    return told


def _figure(step: DemandStep, *, is_chosen: bool) -> Figure:
    if not is_chosen or step.low is None or step.high is None:
        return Figure(people(step.whole), step.whole)
    return Figure(people(step.whole), step.whole, step.low + step.younger, step.high + step.younger)


def lines(found: Demand, scenario: Scenario) -> tuple[Line, ...]:
    """The chosen scenario with its band, beside what stays as it is."""
    chosen = Line(
        dict(scenarios())[scenario],
        tuple(
            Point(
                step.on.year,
                step.whole,
                None if step.low is None else step.low + step.younger,
                None if step.high is None else step.high + step.younger,
            )
            for step in found.steps[scenario]
        ),
        is_dashed=True,
    )
    most, usually = chosen.points[-1].value, found.steps["constant"][-1].whole
    if most - usually < _APART * most:  # their names would stand on one another
        return (chosen,)
    usual = Line(
        dict(scenarios())["constant"],
        tuple(Point(step.on.year, step.whole) for step in found.steps["constant"]),
    )
    return usual, chosen


def age_rows(found: Demand) -> list[BarRow]:
    """Cases of each age per 1,000 inhabitants and year."""
    return [
        BarRow(
            age_label(use.age, None if use.age == OPEN_AGE else use.age + 4),
            (Figure(one_place(use.per_1000), use.per_1000), Figure(one_place(use.cases))),
        )
        for use in found.ages
    ]


def age_columns() -> tuple[str, ...]:
    """The columns beside the ages."""
    return (_("Fälle je 1.000 im Jahr"), _("Fälle im Jahr"))


def cautions(found: Demand) -> list[str]:
    """What to beware of."""
    if found.cases >= FEW:
        return []
    return [
        _("Nur {n} Fälle im Zeitraum: Die Nutzung ist kaum zu schätzen. Wählen Sie einen längeren.").format(
            n=people(found.cases)
        )
    ]


def how_counted(found: Demand, areas: AreaTree, *, is_rounded: bool) -> Iterator[str]:
    """The method in plain German."""
    yield _(
        "Fälle je Altersgruppe im Zeitraum {period}, geteilt durch die Menschen dieses Alters, mal {visits} "
        "Hausbesuche je Fall. Menschen unter 65 brauchen weiter so viele Besuche wie bisher."
    ).format(period=period_title(found.period), visits=one_place(found.visits_per_case))
    if is_steady(found.strength):
        yield _("Die Gebiete nutzen die Beratung nicht unterschiedlicher, als der Zufall macht.")
    else:
        yield _("Was ein Gebiet mehr oder weniger nutzt, ist zum Mittel gezogen, je weniger Fälle es sind.")
    best = areas.get(found.best)
    if best is not None:
        yield _("Bestes Gebiet: {area}.").format(area=best.name())
    yield _("Die Spanne kommt allein aus der Vorausschau; ob Menschen öfter fragen, weiß sie nicht.")
    if is_rounded:
        yield _("Die Fälle sind geschützte, gerundete Zahlen.")
