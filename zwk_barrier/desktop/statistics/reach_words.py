"""Reach in words: what stands out, how sure that is, and how it was counted."""

import math
from collections.abc import Iterator

from zwk_barrier.desktop.statistics.number_words import NOTHING, one_place, people, span
from zwk_barrier.desktop.widgets.bar_chart import BarRow, Figure
from zwk_barrier.rules.quarters import Period, period_title
from zwk_barrier.statistics.outlook.population import OLD, Denominator, competing_tables
from zwk_barrier.statistics.outlook.reach import LEAST_INHABITANTS, Reach, Reached
from zwk_barrier.wording import _, ngettext


def area_names(reach: Reach, area: Reached) -> str:
    """What a line is called: its area, or several small ones."""
    tree = reach.denominator.inhabitants.areas
    names = [found.name() for key in area.areas if (found := tree.get(key)) is not None]
    return ", ".join(names)


def columns() -> tuple[str, ...]:
    """The columns of the table beside the areas."""
    return (
        _("je 1.000 ab 65"),
        _("sicher zwischen"),
        _("geglättet"),
        _("Fälle ab 65"),
        _("zu erwarten"),
        _("Einwohner ab 65"),
    )


def rows(reach: Reach) -> list[BarRow]:
    """The areas, those least reached first, and all of them together."""
    known = sorted(reach.areas, key=lambda area: (area.shrunk is None, area.shrunk or 0.0))
    shown = [_row(reach, area) for area in known]
    whole = reach.whole
    total = (
        Figure(one_place(whole.rate), whole.rate),
        Figure(span(whole.low, whole.high, places=1)),
        _nothing(),
        Figure(people(whole.cases)),
        _nothing(),
        Figure(people(whole.inhabitants)),
    )
    return [*shown, BarRow(reach.denominator.inhabitants.areas.name, total, is_total=True)]


def _row(reach: Reach, area: Reached) -> BarRow:
    return BarRow(area_names(reach, area), _figures(area), note=_finding(area))


def _figures(area: Reached) -> tuple[Figure, ...]:
    if area.shrunk is None:
        cases = Figure("< 5", is_small=True, spoken=_("unter 5")) if area.is_small else _nothing()
        return (_nothing(), _nothing(), _nothing(), cases, _nothing(), Figure(people(area.inhabitants)))
    if area.is_small:
        rate = Figure("< 5", is_small=True, spoken=_("unter 5 Fälle"), high=area.high)
        cases = Figure("< 5", is_small=True, spoken=_("unter 5"))
        bounds = Figure(_("bis {high}").format(high=one_place(area.high)))
    else:
        rate = Figure(one_place(area.rate), area.rate, area.low, area.high)
        cases = Figure(people(area.cases))
        bounds = Figure(span(area.low, area.high, places=1))
    return (
        rate,
        bounds,
        Figure(one_place(area.shrunk)),
        cases,
        Figure(one_place(area.expected)),
        Figure(people(area.inhabitants)),
    )


def _nothing() -> Figure:
    return Figure(NOTHING, spoken=_("nicht genannt"))


def _finding(area: Reached) -> str:
    if area.finding == "unknown":
        return (
            _("zu wenige Einwohner für eine Aussage")
            if area.inhabitants is not None
            else _("Einwohnerzahl nicht bekannt")
        )
    words = {
        "blind": _("auffällig wenig"),
        "nobody": _("noch niemand"),
        "many": _("auffällig viel"),
    }
    said = [words[area.finding]] if area.finding in words else []
    if area.is_merged:
        said.append(_("zusammengefasst"))
    return " · ".join(said)


def blind_spots(reach: Reach) -> list[str]:
    """The areas that are known too little of, a sentence each."""
    return [_blind(reach, area) for area in reach.blind_spots]


def _blind(reach: Reach, area: Reached) -> str:
    name = area_names(reach, area)
    if area.finding == "nobody":
        return _("{area}: Noch niemand hat sich gemeldet; zu erwarten wären {expected} Fälle.").format(
            area=name, expected=one_place(area.expected)
        )
    cases = (
        _("unter 5 Fälle")
        if area.is_small
        else ngettext("{n} Fall", "{n} Fälle", area.cases).format(n=people(area.cases))
    )
    sentence = _(
        "{area}: {cases}, zu erwarten wären {expected}. Auch die obere Grenze ({high} je 1.000) liegt unter dem Wert "
        "von {region} ({rate})."
    )
    return sentence.format(
        area=name,
        cases=cases,
        expected=one_place(area.expected),
        high=one_place(area.high),
        region=reach.denominator.inhabitants.areas.name,
        rate=one_place(reach.whole.rate),
    )


def strong_places(reach: Reach) -> str:
    """The areas more came from than chance gives; empty when there are none."""
    names = [area_names(reach, area) for area in reach.strong_places]
    if not names:
        return ""
    return _("Auffällig viel: {areas}.").format(areas=", ".join(names))


def no_blind_spots(reach: Reach) -> str:
    """What is said when nothing stands out, which is not the same as nothing being there."""
    if reach.whole.cases == 0:
        return _("In diesem Zeitraum gibt es noch keine Fälle von Menschen ab 65.")
    return _(
        "Kein Gebiet liegt so weit unter dem Wert von {region}, dass es nicht auch Zufall sein könnte. "
        "Bei wenigen Fällen bleibt vieles unerkannt; ein längerer Zeitraum sieht mehr."
    ).format(region=reach.denominator.inhabitants.areas.name)


def how_counted(reach: Reach, period: Period) -> Iterator[str]:
    """The definition in plain German, with source and day."""
    yield _(
        "Fälle von Menschen ab 65 im Zeitraum {period}, je 1.000 Einwohnerinnen und Einwohner ab 65."
    ).format(period=period_title(period))
    yield _("Einwohner: {source}.").format(source=reach.denominator.named)
    yield _(
        "Sicher zwischen: Mit 95\N{NO-BREAK SPACE}% Sicherheit liegt der Wert, der sich auf lange Sicht zeigen würde, "
        "in dieser Spanne (genaue Poisson-Grenzen)."
    )
    if math.isfinite(reach.strength):
        yield _(
            "Geglättet: der Wert, zum Mittel gezogen, je weniger Menschen dort leben. Die Liste folgt ihm."
        )
    else:
        yield _("Geglättet: Die Gebiete unterscheiden sich nicht mehr, als der Zufall macht.")
    yield _("Gebiete unter {n} Einwohnern sind zusammengefasst.").format(n=people(LEAST_INHABITANTS))
    if reach.is_rounded:
        yield _(
            "Geschützte Zahlen: 1 bis 4 sind auf 0 oder 5 gerundet; „< 5“ kann 0 bis 4 heißen. Die Spannen rechnen "
            "damit, dass eine Zahl um 4 danebenliegt."
        )


def left_out(reach: Reach) -> str:
    """What stands in no line."""
    parts = []
    if reach.without_area:
        parts.append(
            ngettext(
                "{n} Fall ohne Angabe des Gebiets oder von außerhalb fehlt.",
                "{n} Fälle ohne Angabe des Gebiets oder von außerhalb fehlen.",
                reach.without_area,
            ).format(n=people(reach.without_area))
        )
    if reach.without_age:
        parts.append(
            ngettext(
                "{n} Fall ohne Alter ist nicht gezählt.",
                "{n} Fälle ohne Alter sind nicht gezählt.",
                reach.without_age,
            ).format(n=people(reach.without_age))
        )
    return " ".join(parts)


def competing(reach: Reach, tables: tuple[Denominator, ...]) -> str:
    """That another table of the same year would give another rate."""
    others = competing_tables(tables, reach.denominator)
    told = []
    for other in others:
        old = other.inhabitants.persons(None, OLD)
        if old:
            told.append(f"{one_place(reach.whole.cases * 1000 / old)} ({other.named})")
    if not told:
        return ""
    return _("Andere Einwohnerzahlen ergeben für das Ganze: {rates}.").format(rates="; ".join(told))
