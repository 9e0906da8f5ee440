"""A calendar file (RFC 5545) that Outlook, Thunderbird and telephones take in, and take in again.

Taking a later file in changes the entries that are there: each has the same UID for ever, and a SEQUENCE that
grows with its changes.  Everything in it is neutral and marked private.
"""

from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vRecur

from zwk_barrier.model.calendar import CalendarEntry, CalendarRecord

ZONE: Final = "Europe/Berlin"
_PRODUCT: Final = "-//ZWK Barriere//Kalender//DE"
_REMIND_AT: Final = timedelta(hours=8)  # of the clock: at midnight nobody would see it
_RULE_SINCE: Final = 1996  # the last Sunday of March and October, 2:00 and 3:00 of the clock before


def build_calendar(record: CalendarRecord) -> bytes:
    """The file; all-day entries name no zone, the others the German one, whose change of clocks is in the file."""
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(_zone())
    for entry in record.entries:
        calendar.add_component(_event(entry, record.made_at))
    return bytes(calendar.to_ical())


def _event(entry: CalendarEntry, made_at: datetime) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", made_at.astimezone(UTC).replace(microsecond=0))
    event.add("last-modified", entry.changed_at.astimezone(UTC).replace(microsecond=0))
    event.add("sequence", entry.sequence)
    event.add("summary", entry.title)
    event.add("class", "PRIVATE")
    event.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    if entry.begins_at is None:
        event.add("dtstart", entry.day)
        event.add("dtend", entry.day + timedelta(days=1))
        event.add("transp", "TRANSPARENT")  # a deadline keeps nobody from making an appointment
    else:
        begin = _moment(entry.day, entry.begins_at)
        event.add("dtstart", begin)
        event.add("dtend", begin + timedelta(minutes=entry.minutes))
        event.add("transp", "OPAQUE")
    for days in entry.alarms:
        event.add_component(_alarm(entry.title, days))
    return event


def _moment(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock.replace(second=0, microsecond=0), ZoneInfo(ZONE))


def _alarm(title: str, days: int) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", _REMIND_AT - timedelta(days=days))
    return alarm


def _zone() -> Timezone:
    """Germany's clock since 1996, as a rule: the library's own list is an hour late on the day in March."""
    zone = Timezone()
    zone.add("tzid", ZONE)
    summer, winter = TimezoneDaylight(), TimezoneStandard()
    for part, name, month, hour, before, after in (
        (summer, "CEST", 3, 2, 1, 2),
        (winter, "CET", 10, 3, 2, 1),
    ):
        part.add("tzname", name)
        part.add("dtstart", _last_sunday(_RULE_SINCE, month) + timedelta(hours=hour))
        part.add("rrule", vRecur(freq="yearly", bymonth=month, byday="-1SU"))
        part.add("tzoffsetfrom", timedelta(hours=before))
        part.add("tzoffsetto", timedelta(hours=after))
        zone.add_component(part)
    return zone


def _last_sunday(year: int, month: int) -> datetime:
    end = datetime(year, month, 31)  # noqa: DTZ001 - both months have 31 days; a clock, no moment
    return end - timedelta(days=end.isoweekday() % 7)
