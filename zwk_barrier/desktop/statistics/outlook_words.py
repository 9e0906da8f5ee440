"""The outlook in words: what is expected, how sure that is, and what to beware of."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from zwk_barrier.desktop.statistics.number_words import NOTHING, change, one_place, people, span
from zwk_barrier.desktop.widgets.bar_chart import BarRow, Figure
from zwk_barrier.desktop.widgets.line_chart import Line, Point
from zwk_barrier.rules.typed import format_date
from zwk_barrier.statistics.outlook.back_test import LARGE
from zwk_barrier.statistics.outlook.outlook import AreaOutlook, Estimate, Outlook
from zwk_barrier.statistics.outlook.population import OLD, VERY_OLD
from zwk_barrier.wording import _, ngettext

AHEAD: Final = 1
"""The step the bars show: ten years."""


def estimates(row: AreaOutlook, age: int) -> tuple[Estimate, ...]:
    """What is expected of an age."""
    return row.very_old if age == VERY_OLD else row.old


def now(row: AreaOutlook, age: int) -> int:
    """How many there are today."""
    return row.very_old_now if age == VERY_OLD else row.old_now


def headline(found: Outlook, age: int) -> str:
    """The region in ten years, in one sentence."""
    expected, today = estimates(found.region, age)[AHEAD], now(found.region, age)
    sentence = _(
        "{year} werden in {region} voraussichtlich {n} Menschen ab {age} leben, {change} gegenüber {base}."
    )
    told = sentence.format(
        year=found.days[AHEAD].year,
        region=found.base.inhabitants.areas.name,
        n=people(expected.persons),
        age=age,
        change=change(today, expected.persons),
        base=found.base.counted_on.year,
    )
    if expected.low is None or expected.high is None:
        return told
    between = _("Wahrscheinlich sind es zwischen {low} und {high}.")
    return f"{told} {between.format(low=people(expected.low), high=people(expected.high))}"


def lines(found: Outlook, age: int) -> tuple[Line, Line]:
    """What was counted, and what is expected with its band."""
    counted = [
        Point(table.counted_on.year, float(count))
        for table in reversed(found.tables)
        if (count := table.inhabitants.persons(None, age)) is not None
    ]
    ahead = [Point(found.base.counted_on.year, float(now(found.region, age)))]
    ahead += [
        Point(day.year, one.persons, one.low, one.high)
        for day, one in zip(found.days, estimates(found.region, age), strict=True)
    ]
    return Line(_("gezählt"), tuple(counted)), Line(_("Vorausschau"), tuple(ahead), is_dashed=True)


def columns(found: Outlook, age: int, shown: Sequence[AreaOutlook]) -> tuple[str, ...]:
    """Today and the steps, with the band and the change of the one in ten years; or only how it goes."""
    today, years = str(found.base.counted_on.year), [str(day.year) for day in found.days]
    if is_tendency(age, shown):
        return today, _("Tendenz bis {year}").format(year=years[AHEAD])
    likely = _("wahrscheinlich {year}").format(year=years[AHEAD])
    return (today, years[0], years[AHEAD], likely, _("Veränderung"), *years[AHEAD + 1 :])


def is_tendency(age: int, shown: Sequence[AreaOutlook]) -> bool:
    """Whether these areas only tell how it goes."""
    return any(not estimates(row, age) for row in shown)


def rows(found: Outlook, age: int, shown: Sequence[AreaOutlook]) -> list[BarRow]:
    """The areas and the region."""
    make = _tendency_row if is_tendency(age, shown) else _row
    told = [make(found, row, age) for row in shown]
    last = make(found, found.region, age)
    return [*told, replace(last, is_total=True)]


def _tendency_row(found: Outlook, row: AreaOutlook, age: int) -> BarRow:
    figures = (Figure(people(now(row, age))), _tendency(row))
    return BarRow(_name(found, row), figures, note=_note(row))


def _row(found: Outlook, row: AreaOutlook, age: int) -> BarRow:
    today, steps = now(row, age), estimates(row, age)
    ahead = steps[AHEAD]
    figures = (
        Figure(people(today)),
        Figure(people(steps[0].persons)),
        Figure(people(ahead.persons), ahead.persons, ahead.low, ahead.high, before=float(today)),
        Figure(span(ahead.low, ahead.high)),
        Figure(change(today, ahead.persons)),
        *(Figure(people(one.persons)) for one in steps[AHEAD + 1 :]),
    )
    return BarRow(_name(found, row), figures, note=_note(row))


def _name(found: Outlook, row: AreaOutlook) -> str:
    areas = found.base.inhabitants.areas
    return areas.name if row.area is None else areas.label(row.area)


def _tendency(row: AreaOutlook) -> Figure:
    words = {"rising": _("steigt"), "falling": _("sinkt"), "level": _("etwa gleich")}
    said = words.get(row.tendency)
    return Figure(NOTHING, spoken=_("zu wenige Menschen")) if said is None else Figure(said)


def _note(row: AreaOutlook) -> str:
    parts = []
    if "small" in row.cautions:
        parts.append(_("unsicher: unter {n} Einwohner").format(n=people(LARGE)))
    if row.homes:
        parts.append(ngettext("{n} Heimplatz", "{n} Heimplätze", row.homes).format(n=people(row.homes)))
    if "clipped" in row.cautions:
        parts.append(_("ungewöhnlicher Zuzug, gekappt"))
    return " · ".join(parts)


def cautions(found: Outlook) -> list[str]:
    """What to beware of in the whole outlook."""
    words = {
        "no_back_test": _(
            "Ohne dritte Tabelle fünf Jahre früher lässt sich nicht prüfen, wie weit die Rechnung danebenliegt. "
            "Darum fehlt die Spanne."
        ),
        "not_five_years": _(
            "Die Stichtage liegen nicht genau fünf Jahre auseinander; das verschiebt die Zahlen."
        ),
        "other_source": _(
            "Die Tabellen stammen aus verschiedenen Quellen; ein Teil der Veränderung kann daher kommen."
        ),
        "rounded": _("Die Einwohnerzahlen sind gerundet; bei kleinen Gebieten macht das viel aus."),
        "reform": _(
            "Die kleinsten Gebiete der Tabellen passen nicht zueinander, etwa nach einem Neuzuschnitt. Gerechnet wird "
            "nur in den größeren."
        ),
    }
    return [words[code] for code in found.cautions if code in words]


def how_counted(found: Outlook, age: int) -> Iterator[str]:
    """The method in plain German, with its sources and its error."""
    yield _(
        "Aus zwei Tabellen im Abstand von fünf Jahren folgt für jede Altersgruppe, wie viele fünf Jahre später noch da "
        "waren: gestorben, weggezogen, zugezogen. Dieselben Anteile schreiben die Zahlen fort (Hamilton-Perry). "
        "Kleine Gebiete werden zum Mittel von {region} gezogen."
    ).format(region=found.base.inhabitants.areas.name)
    yield _("Tabellen: {tables}.").format(tables="; ".join(table.named for table in found.tables))
    yield from _error(found, age)
    anchors = "; ".join(one.named for one in found.anchors)
    if anchors:
        yield _("Hochgerechnet auf die amtliche Vorausberechnung: {source}.").format(source=anchors)
    if found.region.homes:
        yield _(
            "Wer im Pflegeheim lebt, ist getrennt gerechnet: Es bleiben so viele, wie es Plätze gibt. Ohne Angabe "
            "des Alters zählen sie zu den Menschen ab 80."
        )
    if age == VERY_OLD and found.parts:
        yield _("Für die kleinsten Gebiete lässt sich ab 80 nur sagen, wohin es geht.")
    yield _("Es ist eine Fortschreibung, keine Gewissheit: Neubau, Abriss und Wanderung kennt sie nicht.")


def _error(found: Outlook, age: int) -> Iterator[str]:
    test = found.tests.get(f"district_{age}")
    if test is None:
        return
    earliest, base = found.tables[-1].counted_on, found.base.counted_on
    yield _(
        "Geprüft an der Vergangenheit: Aus den Tabellen bis {earlier} für den {base} gerechnet, lag die Zahl je "
        "Gebiet im Mittel {median}\N{NO-BREAK SPACE}% daneben ({n} Gebiete verglichen, erste Tabelle {earliest}). "
        "Die Spanne reicht vom zehnten bis zum neunzigsten Hundertstel dieser Fehler und wächst mit jedem Schritt."
    ).format(
        earlier=format_date(found.tables[1].counted_on),
        base=format_date(base),
        median=one_place(test.median),
        n=test.areas,
        earliest=format_date(earliest),
    )


def ages() -> list[tuple[str, str]]:
    """The ages to choose from."""
    return [(str(age), _("Menschen ab {age}").format(age=age)) for age in (OLD, VERY_OLD)]
