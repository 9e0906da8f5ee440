"""What goes along with microdata: every column with its codes and hierarchy for programs, and the same in words."""

import json
from collections.abc import Iterator
from typing import Any, Final

from zwk_barrier.rules.quarters import Period, period_title
from zwk_barrier.statistics.microdata.anonymise import Microdata
from zwk_barrier.statistics.microdata.columns import ALL, AMOUNT, Hierarchy, amount_title
from zwk_barrier.statistics.microdata.risk import Risk, risk_of
from zwk_barrier.statistics.microdata.search import MOST_DROPPED, Demands
from zwk_barrier.wording import _

METADATA: Final = "metadata.json"
README: Final = "LIESMICH.txt"
_LAYOUT: Final = 1

Json = dict[str, Any]


def csv_name(period: Period) -> str:
    """The name of the file with the rows."""
    return f"einzeldaten_{period.code}.csv"


def title_of(period: Period) -> str:
    """What microdata of a period are called."""
    return _("Anonyme Einzeldaten {period}").format(period=period_title(period))


def kept_hierarchies(data: Microdata) -> Iterator[tuple[int, Hierarchy]]:
    """The columns that were not left out, with their places."""
    for place, (hierarchy, level) in enumerate(zip(data.hierarchies, data.node, strict=True)):
        if hierarchy.steps[level].codes != (ALL,):
            yield place, hierarchy


def described(data: Microdata, period: Period, demands: Demands) -> str:
    """The description for programs (CSVW with keys of our own): columns, codes, hierarchies, method."""
    whole: Json = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "de"}],
        "dialect": {"delimiter": ";", "encoding": "utf-8", "header": True},
        "dc:title": title_of(period),
        "zwk:release": {
            "layout": _LAYOUT,
            "kind": "microdata",
            "period": {period.code: [one.code for one in period.quarters]},
            "row": _("eine Person mit ihrem ersten Fall im Zeitraum"),
            "method": {
                "name": "full-domain generalisation",
                "k": demands.k,
                "distinct_l": demands.distinct,
                "most_dropped": MOST_DROPPED,
            },
        },
        "url": csv_name(period),
        "tableSchema": {"columns": [*_known(data), *_told(data), *_amount(data)]},
    }
    return json.dumps(whole, ensure_ascii=False, indent=1)


def _known(data: Microdata) -> Iterator[Json]:
    for place, hierarchy in kept_hierarchies(data):
        step = hierarchy.steps[data.node[place]]
        finest = hierarchy.steps[0]
        members: dict[str, dict[str, str]] = {code: {} for code in step.codes}
        for code, label, at in zip(finest.codes, finest.labels, step.places, strict=True):
            members[step.codes[at]][code] = label
        yield {
            "name": hierarchy.name,
            "titles": hierarchy.title,
            "datatype": "string",
            "zwk:role": "quasi-identifier",
            "zwk:level": step.title,
            "zwk:levels": [one.title for one in hierarchy.steps[:-1]],
            "zwk:codes": {
                code: {"label": label, "holds": members[code]}
                for code, label in zip(step.codes, step.labels, strict=True)
            },
        }


def _told(data: Microdata) -> Iterator[Json]:
    for column in data.told:
        yield {
            "name": column.name,
            "titles": column.title,
            "datatype": "string",
            "zwk:role": "sensitive" if column.is_sensitive else "attribute",
            **({"zwk:harmless": column.harmless} if column.harmless else {}),
            "zwk:codes": {code: {"label": column.of.label(code)} for code in column.of.codes},
        }


def _amount(data: Microdata) -> Iterator[Json]:
    if data.amounts.step:
        yield {
            "name": AMOUNT,
            "titles": amount_title(),
            "datatype": "integer",
            "null": "",
            "zwk:role": "amount",
            "zwk:rounded_to": data.amounts.step,
            "zwk:highest": data.amounts.highest,
        }


def readme(data: Microdata, period: Period, demands: Demands) -> str:
    """The same in words: what the rows are, each column with its codes, and how the people in them are protected."""
    title = title_of(period)
    parts = [
        title,
        "=" * len(title),
        "",
        *_wrapped(_what_it_is(data, period)),
        "",
        _("Wie die Menschen geschützt sind"),
        "-" * 31,
        *_wrapped([*protection_sentences(data, demands), *risk_sentences(risk_of(data))]),
        "",
        _("Spalten"),
        "-" * 7,
        *_columns(data),
    ]
    return "\r\n".join(parts) + "\r\n"


def _what_it_is(data: Microdata, period: Period) -> list[str]:
    return [
        _(
            "Jede Zeile ist eine Person, die im Zeitraum {period} beraten wurde, mit ihrem ersten Fall darin."
        ).format(period=period_title(period)),
        _(
            "CSV: UTF-8, Semikolon, eine Zeile Überschriften. In den Spalten stehen Codes; ihre Bedeutung steht unten."
        ),
        _(
            "Die Datei zählt niemanden genau: Einige Zeilen fehlen. Für Zahlen gelten die Tabellen des Berichts."
        ),
        *([_("Ein leerer Betrag heißt: nichts bewilligt oder nicht erfasst.")] if data.amounts.step else []),
    ]


def protection_sentences(data: Microdata, demands: Demands) -> list[str]:
    """What was done, a sentence each."""
    told = [
        _(
            "Namen, Anschriften, Kennungen, genaue Tage und freie Texte sind nicht enthalten; die Folge ist Zufall."
        ),
        _(
            "In allem, woran man jemanden erkennen könnte, haben mindestens {k} Zeilen dieselben Werte."
        ).format(k=demands.k),
        _(
            "In jeder solchen Gruppe gibt es mindestens {n} verschiedene Einschränkungen und Entscheidungen, wenn "
            "nicht bei allen „nicht angegeben“ oder „kein Antrag“ steht."
        ).format(n=demands.distinct),
        _("Alle Zeilen sind gleich grob, in denselben Stufen wie die Tabellen."),
        _(
            "Höchstens {percent}\N{NO-BREAK SPACE}% der Personen fehlen: "
            "wer herausstach und, zufällig gewählt, einige mehr."
        ).format(percent=round(100 * MOST_DROPPED)),
        _("Was weniger als {k} Personen betraf, steht unter „anderes, zu selten“.").format(k=demands.k),
    ]
    if data.amounts.step:
        told.append(
            _(
                "Beträge sind auf {step}\N{NO-BREAK SPACE}€ gerundet; "
                "was darüber liegt, steht als {highest}\N{NO-BREAK SPACE}€."
            ).format(step=data.amounts.step, highest=data.amounts.highest)
        )
    return told


def risk_sentences(risk: Risk) -> list[str]:
    """The risk left, a sentence each."""
    told = [
        _("Kleinste Gruppe: {k} Zeilen; Gruppen: {n}; im Mittel {mean} Zeilen.").format(
            k=risk.k, n=risk.classes, mean=_number(risk.mean_class)
        ),
        _(
            "Wer weiß, dass jemand in der Datei ist, rät die Zeile höchstens mit {share}\N{NO-BREAK SPACE}% richtig; "
            "wer alle sucht, findet im Mittel {average}\N{NO-BREAK SPACE}%."
        ).format(share=_percent(risk.prosecutor), average=_percent(risk.marketer)),
    ]
    if risk.closeness:
        told.append(
            _("Zur Information: l = {l}, t = {t}, Delta = {d} (schlechteste Gruppe).").format(
                l=min(risk.distinct.values()),
                t=_number(max(risk.closeness.values()), 2),
                d=_number(max(risk.disclosure.values()), 2),
            )
        )
    return told


def _columns(data: Microdata) -> Iterator[str]:
    for place, hierarchy in kept_hierarchies(data):
        step = hierarchy.steps[data.node[place]]
        yield from _column(
            hierarchy.name, f"{hierarchy.title} ({step.title})", zip(step.codes, step.labels, strict=True)
        )
    for column in data.told:
        yield from _column(
            column.name, column.title, ((code, column.of.label(code)) for code in column.of.codes)
        )
    if data.amounts.step:
        yield from _column(AMOUNT, amount_title(), ())


def _column(name: str, title: str, codes: Any) -> Iterator[str]:
    yield ""
    yield f"{name}: {title}"
    for code, label in codes:
        yield f"  {code} = {label}"


def _wrapped(sentences: list[str]) -> Iterator[str]:
    for sentence in sentences:
        yield f"- {sentence}"


def _percent(share: float) -> str:
    return _number(100 * share)


def _number(value: float, digits: int = 1) -> str:
    return f"{value:.{digits}f}".replace(".", ",")
