"""The register of everything that was handed out: what, of which quarters, to whom, and the figures themselves.

It is only ever added to.  The next release of the same quarters is held against it before a file is written.
"""

import base64
import hashlib
import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Final, Literal
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, defer

from zwk_barrier.model import Release, Staff
from zwk_barrier.problems import InputProblem
from zwk_barrier.rules.quarters import Period, period_title
from zwk_barrier.statistics.periods.frozen import frozen_base
from zwk_barrier.wording import _

ReleaseKind = Literal["jahresbericht", "tabellen", "einzeldaten", "abfrage"]
TABLES: Final[ReleaseKind] = "tabellen"
REPORT: Final[ReleaseKind] = "jahresbericht"
MICRODATA: Final[ReleaseKind] = "einzeldaten"


@dataclass(frozen=True, slots=True)
class ReleasedFile:
    """A file that was handed out: its name, the SHA-256 of its content, and its size in bytes."""

    name: str
    digest: str
    size: int

    @classmethod
    def of(cls, name: str, content: bytes) -> "ReleasedFile":
        """The entry of a file with this content."""
        return cls(name, hashlib.sha256(content).hexdigest(), len(content))


@dataclass(frozen=True, slots=True)
class HandingOut:
    """What is to be handed out.

    ``told`` holds the files that say what is published, by name (tables as CSV with their description, or
    microdata); ``report`` is the protection applied, with its measures of risk and loss.
    """

    kind: ReleaseKind
    title: str
    period: Period
    method: str
    threshold: int
    files: Sequence[ReleasedFile]
    told: Mapping[str, str]
    template: str = ""
    purpose: str = ""
    recipient: str = ""
    report: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Registered:
    """An entry of the register as it is listed; ``report`` as in :class:`HandingOut`."""

    id: UUID
    released_at: datetime
    who: str
    kind: str
    title: str
    period: Period
    method: str
    threshold: int
    template: str
    purpose: str
    recipient: str
    files: tuple[ReleasedFile, ...]
    report: Mapping[str, Any]


def register_release(
    session: Session, handing: HandingOut, *, staff_id: UUID | None, now: datetime
) -> Release:
    """Adds an entry, in a deed that is final; ``now`` is an aware moment.

    Raises InputProblem (field ``period``) for quarters that are not closed, and for a second method of
    protection for quarters of which something was handed out before.
    """
    frozen = frozen_base(session, handing.period)
    period = period_title(handing.period)
    if frozen is None:
        raise InputProblem(
            "period",
            _("{period} ist noch nicht abgeschlossen.").format(period=period),
            advice=_("Weitergegeben werden nur Zahlen abgeschlossener Zeiträume."),
        )
    require_one_method(session, handing.period, handing.method)
    row = Release(
        released_at=now,
        staff_id=staff_id,
        kind=handing.kind,
        title=handing.title,
        purpose=handing.purpose or None,
        recipient=handing.recipient or None,
        template=handing.template or None,
        begins_on=handing.period.first_day,
        ends_on=handing.period.last_day,
        frozen_period_id=frozen.ids[0] if len(frozen.ids) == 1 else None,
        method=handing.method,
        threshold=handing.threshold,
        files={"files": [[one.name, one.digest, one.size] for one in handing.files]},
        report=dict(handing.report),
        content=_packed(handing.told) if handing.told else None,
    )
    session.add(row)
    session.flush()
    return row


def require_one_method(session: Session, period: Period, method: str) -> None:
    """Raises InputProblem where figures of these quarters were handed out with another method of protection."""
    other = next((row for row in previous_releases(session, period) if row.method != method), None)
    if other is None:
        return
    raise InputProblem(
        "period",
        _(
            "Von {period} wurde am {day} schon etwas mit einem anderen Schutz kleiner Zahlen weitergegeben."
        ).format(period=period_title(period_of(other)), day=_day(other.released_at)),
        advice=_("Gerundete und verdeckte Zahlen derselben Quartale verraten zusammen die genauen."),
    )


def previous_releases(session: Session, period: Period) -> tuple[Release, ...]:
    """Every earlier release that shares a quarter with a period, the oldest first."""
    return tuple(
        session.scalars(
            select(Release)
            .where(Release.begins_on <= period.last_day, Release.ends_on >= period.first_day)
            .order_by(Release.released_at, Release.id)
        )
    )


def registered(session: Session) -> tuple[Registered, ...]:
    """The whole register, the latest entry first."""
    rows = session.execute(
        select(Release, Staff.name)
        .outerjoin(Staff, Staff.id == Release.staff_id)
        .options(defer(Release.content))
        .order_by(Release.released_at.desc(), Release.id.desc())
    )
    return tuple(_entry(row, who or "") for row, who in rows)


def releases_of_file(session: Session, content: bytes) -> tuple[Registered, ...]:
    """The entries that have a file with exactly this content, the latest first."""
    wanted = hashlib.sha256(content).hexdigest()
    return tuple(one for one in registered(session) if any(file.digest == wanted for file in one.files))


def period_of(row: Release) -> Period:
    """The quarters of an entry."""
    return Period.between(row.begins_on, row.ends_on)


def told_by(row: Release) -> dict[str, str]:
    """The files that say what was published, by name; empty where none were kept."""
    if row.content is None:
        return {}
    found: dict[str, str] = json.loads(zlib.decompress(base64.b64decode(row.content)))
    return found


def unfold(rows: Sequence[Release], folder: Path) -> tuple[Path, ...]:
    """Writes what earlier releases of tables told, a folder each, what is the same only once."""
    folders = []
    for number, content in enumerate(dict.fromkeys(row.content for row in rows if row.kind != MICRODATA)):
        if content is None:
            continue
        place = folder / str(number)
        place.mkdir()
        texts: dict[str, str] = json.loads(zlib.decompress(base64.b64decode(content)))
        for name, text in texts.items():
            (place / name).write_bytes(text.encode("utf-8"))
        folders.append(place)
    return tuple(folders)


def _packed(told: Mapping[str, str]) -> str:
    plain = json.dumps(dict(told), ensure_ascii=False, sort_keys=True).encode()
    return base64.b64encode(zlib.compress(plain, 6)).decode("ascii")


def _entry(row: Release, who: str) -> Registered:
    files = tuple(ReleasedFile(*one) for one in row.files.get("files", ()))
    return Registered(
        row.id,
        row.released_at,
        who,
        row.kind,
        row.title,
        period_of(row),
        row.method,
        row.threshold,
        row.template or "",
        row.purpose or "",
        row.recipient or "",
        files,
        row.report,
    )


def _day(moment: datetime) -> str:
    return moment.astimezone().strftime("%d.%m.%Y")
