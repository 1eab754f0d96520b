"""Opening hours in words, from the standard's schedules (days as iCalendar writes them: MO, TU)."""

import re
from typing import Any

from livingwell.directory.actions.feeds.plain import plain
from livingwell.directory.actions.feeds.said import scalar

_DAYS = {
    "MO": "Monday",
    "TU": "Tuesday",
    "WE": "Wednesday",
    "TH": "Thursday",
    "FR": "Friday",
    "SA": "Saturday",
    "SU": "Sunday",
}


def hours(schedules: list[dict[str, Any]]) -> str:
    """Each schedule's days and times, or its own description where it has no times."""
    found = dict.fromkeys(line for line in map(_told, schedules) if line)
    return "; ".join(found)


def _told(schedule: dict[str, Any]) -> str:
    days = [_DAYS[day] for day in re.findall(r"MO|TU|WE|TH|FR|SA|SU", scalar(schedule.get("byday")).upper())]
    opens, closes = _time(schedule.get("opens_at")), _time(schedule.get("closes_at"))
    times = f"{opens} to {closes}" if opens and closes else ""
    described = plain(scalar(schedule.get("description")))
    if not times and described:
        return described.replace("\n", " ")
    return " ".join(filter(None, (_listed(days), times)))


def _time(value: Any) -> str:
    found = re.match(r"(?:.*T)?(\d{1,2}):(\d{2})", scalar(value))
    return f"{found[1].zfill(2)}:{found[2]}" if found else ""


def _listed(days: list[str]) -> str:
    return days[0] if len(days) == 1 else f"{', '.join(days[:-1])} and {days[-1]}" if days else ""
