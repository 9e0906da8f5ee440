"""The calendar file, read by a parser of its own: lines unfolded by hand, no library of the writer."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from zwk_barrier.exchange.calendar import build_calendar
from zwk_barrier.model.calendar import CalendarEntry, CalendarRecord

NOW = datetime(2026, 11, 23, 9, 15, tzinfo=UTC)
DEADLINE = CalendarEntry(
    "018f-1", "ZWK: Frist 2026-0146", date(2026, 12, 14), 2, NOW - timedelta(days=1), alarms=(7, 3, 0)
)
VISIT = CalendarEntry(
    "018f-2",
    "ZWK: Hausbesuch 2026-0146 – 10:30",
    date(2026, 11, 24),
    0,
    NOW - timedelta(days=9),
    begins_at=time(10, 30),
    minutes=90,
)

Block = list[tuple[str, str]]


def written(*entries: CalendarEntry) -> bytes:
    return build_calendar(CalendarRecord(entries, NOW))


def lines_of(file: bytes) -> list[str]:
    """The logical lines (RFC 5545, 3.1): a line that begins with a blank goes on the one before."""
    assert file.endswith(b"\r\n")
    assert b"\n" not in file.replace(b"\r\n", b"")
    return file.replace(b"\r\n ", b"").decode("utf-8").rstrip("\r\n").split("\r\n")


def blocks(file: bytes, kind: str) -> list[Block]:
    """What stands between each BEGIN and END of that kind, inner blocks included."""
    found: list[Block] = []
    current: Block | None = None
    for line in lines_of(file):
        if line == f"BEGIN:{kind}":
            current = []
        elif line == f"END:{kind}":
            found.append(current or [])
            current = None
        elif current is not None:
            name, _colon, value = line.partition(":")
            current.append((name, value))
    return found


def event(*entries: CalendarEntry) -> dict[str, str]:
    [found] = blocks(written(*entries), "VEVENT")
    return dict(found)


def test_a_deadline_is_an_all_day_entry_with_alarms_in_the_morning_of_7_3_and_0_days_before() -> None:
    [found] = blocks(written(DEADLINE), "VEVENT")
    told = dict(found)

    assert (told["DTSTART;VALUE=DATE"], told["DTEND;VALUE=DATE"]) == ("20261214", "20261215")
    assert told["TRANSP"] == "TRANSPARENT"
    triggers = [value for name, value in found if name == "TRIGGER"]
    midnight = datetime(2026, 12, 14)  # noqa: DTZ001 - an all-day entry begins by the clock
    assert [(midnight + read_duration(one)).isoformat(" ", "hours") for one in triggers] == [
        "2026-12-07 08",
        "2026-12-11 08",
        "2026-12-14 08",
    ]


def read_duration(text: str) -> timedelta:
    """A duration as RFC 5545 3.3.6 writes it."""
    told = re.fullmatch(r"([+-]?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?", text)
    assert told
    days, hours, minutes, seconds = (int(part or 0) for part in told.groups()[1:])
    length = timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
    return -length if told[1] == "-" else length


def test_every_entry_is_private_and_names_what_updating_needs() -> None:
    told = event(DEADLINE)

    assert told["CLASS"] == "PRIVATE"
    assert (told["UID"], told["SEQUENCE"], told["STATUS"]) == ("018f-1", "2", "CONFIRMED")
    assert (told["DTSTAMP"], told["LAST-MODIFIED"]) == ("20261123T091500Z", "20261122T091500Z")
    assert dict(blocks(written(DEADLINE), "VCALENDAR")[0])["METHOD"] == "PUBLISH"


def test_a_cancelled_entry_says_so_and_reminds_of_nothing() -> None:
    told = event(replace(DEADLINE, is_cancelled=True, alarms=(), sequence=3))

    assert (told["STATUS"], told["SEQUENCE"]) == ("CANCELLED", "3")
    assert "TRIGGER" not in told


@pytest.mark.parametrize(
    ("day", "clock", "utc"),
    [
        (date(2026, 3, 28), time(10, 30), "09:30"),  # winter, the day before the clocks change
        (date(2026, 3, 29), time(1, 59), "00:59"),
        (date(2026, 3, 29), time(3, 0), "01:00"),
        (date(2026, 3, 29), time(10, 30), "08:30"),
        (date(2026, 10, 24), time(10, 30), "08:30"),
        (date(2026, 10, 25), time(10, 30), "09:30"),
        (date(2031, 10, 26), time(3, 30), "02:30"),
    ],
)
def test_a_visit_is_at_the_right_moment_over_the_change_of_clocks(day: date, clock: time, utc: str) -> None:
    file = written(replace(VISIT, day=day, begins_at=clock))
    told = dict(blocks(file, "VEVENT")[0])
    local = datetime.strptime(told["DTSTART;TZID=Europe/Berlin"], "%Y%m%dT%H%M%S")  # noqa: DTZ007 - the zone follows

    assert (local - offset_by_the_files_own_rule(file, local)).strftime("%H:%M") == utc
    assert local.replace(tzinfo=ZoneInfo("Europe/Berlin")).astimezone(UTC).strftime("%H:%M") == utc


def offset_by_the_files_own_rule(file: bytes, local: datetime) -> timedelta:
    """What a calendar that knows only the file would take: the last onset of a year before ``local``."""
    onsets = []
    for kind in ("DAYLIGHT", "STANDARD"):
        [part] = blocks(file, kind)
        told = dict(part)
        rule = dict(word.split("=") for word in told["RRULE"].split(";"))
        assert (rule["FREQ"], rule["BYDAY"]) == ("YEARLY", "-1SU")
        first = datetime.strptime(told["DTSTART"], "%Y%m%dT%H%M%S")  # noqa: DTZ007 - a clock, no moment
        assert (first.month, first.isoweekday(), (first + timedelta(days=7)).month) == (
            int(rule["BYMONTH"]),
            7,
            first.month + 1,
        )
        for year in (local.year - 1, local.year):
            end = first.replace(year=year, day=31)
            onsets.append((end - timedelta(days=end.isoweekday() % 7), told["TZOFFSETTO"]))
    offset = max((each for each in onsets if each[0] <= local), key=lambda each: each[0])[1]
    return timedelta(hours=int(offset[:3]))


def test_a_visit_lasts_as_long_as_it_was_planned() -> None:
    told = event(VISIT)

    assert told["DTEND;TZID=Europe/Berlin"] == "20261124T120000"
    assert (told["TRANSP"], told["SUMMARY"]) == ("OPAQUE", "ZWK: Hausbesuch 2026-0146 – 10:30")


def test_no_line_is_longer_than_75_octets_and_no_letter_is_torn() -> None:
    long = replace(VISIT, title="ZWK: Hausbesuch – größer" * 12)

    file = written(long)

    assert max(len(line) for line in file.split(b"\r\n")) <= 75
    for line in file.split(b"\r\n"):
        line.decode("utf-8")
    assert event(long)["SUMMARY"] == long.title


def test_commas_and_semicolons_are_escaped() -> None:
    assert event(replace(VISIT, title="ZWK: a, b; c\\d"))["SUMMARY"] == r"ZWK: a\, b\; c\\d"


def test_an_empty_calendar_is_a_calendar() -> None:
    assert blocks(written(), "VEVENT") == []
    assert lines_of(written())[0] == "BEGIN:VCALENDAR"
