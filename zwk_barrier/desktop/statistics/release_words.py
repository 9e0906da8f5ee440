"""An entry of the register of releases in words."""

from collections.abc import Sequence

from zwk_barrier.desktop.widgets.bar_chart import BarRow, Figure
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.rules.quarters import period_title
from zwk_barrier.rules.typed import format_date
from zwk_barrier.statistics.releases import Registered, ReleasedFile
from zwk_barrier.wording import _

_DIGEST_SHOWN = 16
_KIB = 1024


def columns() -> tuple[str, ...]:
    """The headings of the list."""
    return (_("Zeitraum"), _("Für"), _("Am"))


def row_of(entry: Registered) -> BarRow:
    """An entry as a line of the list."""
    figures = (
        Figure(period_title(entry.period), is_text=True),
        Figure(entry.recipient or _("nicht angegeben"), is_text=True),
        Figure(_day(entry), is_text=True),
    )
    return BarRow(load_code_list("release_kind").label(entry.kind), figures, note=entry.purpose)


def lines_of(entry: Registered) -> list[str]:
    """What an entry says, a line each."""
    told = [
        _("Zeitraum: {period}").format(period=period_title(entry.period)),
        _("Weitergegeben am {day} von {who}").format(day=_day(entry), who=entry.who or _("unbekannt")),
        _("Empfänger: {recipient}").format(recipient=entry.recipient or _("nicht angegeben")),
        _("Zweck: {purpose}").format(purpose=entry.purpose or _("nicht angegeben")),
    ]
    if entry.report.get("basis"):
        told.append(_("Grundlage: {basis}").format(basis=entry.report["basis"]))
    if entry.report.get("again"):
        told.append(_("Dieselben Einzeldaten wie bei der ersten Weitergabe."))
    told += [str(sentence) for sentence in entry.report.get("sentences", ())]
    return told


def files_columns() -> tuple[str, ...]:
    """The headings of the list of files."""
    return (_("Größe"), _("Prüfsumme (SHA-256, Anfang)"))


def file_row(file: ReleasedFile) -> BarRow:
    """A file as a line."""
    digest = Figure(file.digest[:_DIGEST_SHOWN], spoken=file.digest, is_text=True)
    return BarRow(file.name, (Figure(_size(file.size)), digest))


def found_words(name: str, found: Sequence[Registered]) -> str:
    """Whether a file is one of ours."""
    if not found:
        return _("{name} steht nicht im Verzeichnis: nicht von hier, oder danach verändert.").format(
            name=name
        )
    first = found[-1]
    return _("{name} ist von uns und unverändert: weitergegeben am {day}, {title}.").format(
        name=name, day=_day(first), title=first.title
    )


def _day(entry: Registered) -> str:
    return format_date(entry.released_at.astimezone().date())


def _size(size: int) -> str:
    return _("{n} KB").format(n=max(1, round(size / _KIB)))
